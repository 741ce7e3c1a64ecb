import type { Form, FormPage } from "../../forms/form.ts";
import { type FieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { type SummaryRow, summaryOf } from "../../forms/summary.ts";
import { type Identified, stillIdentified } from "../domain/identified.ts";
import { epochOf, type Instant, stockholmDate } from "../domain/instant.ts";
import type { Language, Text } from "../domain/language.ts";
import type { AskingCity, QuestionProps } from "./field-questions.tsx";
import {
  type Built,
  bodyOf,
  isPlaces,
  nameOf,
  type PageAnswers,
  placeRows,
  rowsShown,
  withPage,
} from "./page-answers.ts";
import { type PlacedError, placeErrors } from "./page-errors.ts";

/** What travels sealed from page to page. Nothing about a person is kept anywhere else before they send. */
export interface FlowState {
  /** Born with the first page: back, a double click or a lost reply gives the same case and the same receipt. */
  readonly key: string;
  readonly startedAt: Instant;
  readonly language: Language;
  readonly answers: PageAnswers;
  /** Who the person has shown that they are, where the form asks for it. */
  readonly identified?: Identified | undefined;
}

export interface FlowPage {
  readonly kind: "page";
  readonly status: number;
  readonly html: string;
  /** The page shows something a person has answered: it must not be kept by any cache. */
  readonly personal: boolean;
}

export type FlowResult =
  | FlowPage
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "not-found" }
  /** The body is complete and read without errors; `state` is for what may go wrong when it is sent. */
  | {
      readonly kind: "send";
      readonly key: string;
      readonly body: unknown;
      /** The body as it was read: what a form with days and times has understood. */
      readonly answers: unknown;
      readonly state: FlowState;
    };

/** Answers to be kept until the person comes back, and the page they were on. */
export interface Kept {
  readonly kind: "keep";
  readonly state: FlowState;
  readonly slug: Text;
}

/** What the engine needs of its surroundings, whatever the form. */
export interface FlowTools {
  readonly city: AskingCity;
  readonly seal: (state: FlowState) => string;
  /** Undefined when the text was not sealed here, was changed, or its key is gone. */
  readonly open: (sealed: string) => FlowState | undefined;
  readonly newKey: () => string;
  readonly now: Instant;
  /** What the routing has against the body's concerns, so that an unknown place is told on its own page. */
  readonly concernErrors?: ((body: unknown, language: Language) => readonly FieldError[]) | undefined;
}

/** What the engine knows of a question's page; how it looks is the flow's own matter. */
export interface ShownQuestion extends Omit<QuestionProps, "city" | "units"> {
  readonly sealed: string;
  readonly isFirst: boolean;
  /** Came from the check page and goes back there. */
  readonly returns: boolean;
  readonly identified: Identified | undefined;
  /** For a page that no cache may keep: from where the browser's script can ask for it again. */
  readonly again: string | undefined;
}

/** What the engine knows of the page before sending. */
export interface ShownCheck {
  readonly language: Language;
  readonly sealed: string;
  readonly rows: readonly SummaryRow[];
  readonly again: string;
}

/** One form as pages: where they are, how they look, and what is its own. */
export interface Flow {
  readonly form: Form;
  readonly address: (slug: Text, language: Language) => string;
  /** The last part of the address of the page before sending. */
  readonly check: Text;
  /** Pointers of answers that tell nothing of anybody. */
  readonly notPersonal: readonly string[];
  /** Answers given before, offered again on a page that asks for the same. */
  readonly offered?: (page: FormPage, answers: PageAnswers) => PageAnswers;
  readonly show: {
    readonly question: (shown: ShownQuestion) => string;
    readonly check: (shown: ShownCheck) => string;
    /** The sealed answers could not be opened. */
    readonly unreadable: (language: Language) => string;
    /** Somebody was away for long; their answers are still there. */
    readonly away: (language: Language, slug: Text, sealed: string) => string;
    /** The form ends for somebody whom it turns away; nothing is kept. */
    readonly turnedAway?: (language: Language) => string;
  };
}

interface Going {
  readonly flow: Flow;
  readonly tools: FlowTools;
}

const maxAge = 30 * 24 * 3_600_000;

type Step = { readonly kind: "question"; readonly page: FormPage } | { readonly kind: "check" };

function stepAt(flow: Flow, slug: string, language: Language): Step | undefined {
  if (slug === flow.check[language]) return { kind: "check" };
  const page = flow.form.pages.find((each) => each.slug[language] === slug);
  return page === undefined ? undefined : { kind: "question", page };
}

const firstOf = ({ form }: Flow): FormPage => {
  const [first] = form.pages;
  if (first === undefined) throw new Error(`The form ${form.id} has no pages`);
  return first;
};

/** The answers as far as they go: what would be sent, and what is wrong with it, page by page. */
function judged({ flow, tools }: Going, state: FlowState) {
  const { form } = flow;
  const built = bodyOf(form, state.answers, tools.city, state.language);
  const parsed = parseAnswers(form, built.body, state.language, {
    today: stockholmDate(tools.now),
    city: tools.city,
    page: { now: tools.now },
  });
  const own = parsed.ok ? [] : parsed.error;
  const fromRouting = tools.concernErrors?.(built.body, state.language) ?? [];
  const errors = placeErrors(form, built, state.answers, [...own, ...fromRouting], state.language);
  return { built, parsed, errors };
}

const hasPersonalAnswer = ({ notPersonal }: Flow, page: FormPage, answers: PageAnswers): boolean => {
  const isKept = (name: string) => Object.keys(answers).some((key) => key === name || key.startsWith(`${name}.`));
  if (page.asks.some(({ field }) => field === "/concerns/*/service")) return isKept("service");
  if (isPlaces(page)) return placeRows(answers).length > 0;
  return page.asks.some(({ field }) => isKept(nameOf(field)) && !notPersonal.includes(field));
};

/** One page as it is answered. */
export const flowPage = (html: string, status: number, personal = false): FlowPage => ({
  kind: "page",
  status,
  html,
  personal,
});

function showQuestion(
  { flow, tools }: Going,
  state: FlowState,
  page: FormPage,
  returns: boolean,
  errors: readonly PlacedError[] = [],
): FlowPage {
  const { form } = flow;
  const { body } = bodyOf(form, state.answers, tools.city, state.language);
  // What somebody has just left empty is not filled in for them again.
  const answers = errors.length === 0 ? (flow.offered?.(page, state.answers) ?? state.answers) : state.answers;
  const personal = hasPersonalAnswer(flow, page, answers);
  const first = firstOf(flow);
  const html = flow.show.question({
    form,
    page,
    language: state.language,
    answers,
    body,
    errors,
    sealed: tools.seal(state),
    isFirst: page.id === first.id,
    returns,
    identified: state.identified,
    again: personal ? flow.address(first.slug, state.language) : undefined,
  });
  return flowPage(html, errors.length === 0 ? 200 : 400, personal);
}

const isTurnedAway = ({ form }: Flow, { body }: Built): boolean =>
  Object.entries(form.fields).some(
    ([name, field]) => field.kind === "yes-no" && field.turnsAway === true && body[name] === true,
  );

function showCheck(going: Going, state: FlowState): FlowPage {
  const { flow, tools } = going;
  const { language } = state;
  const { built, parsed } = judged(going, state);
  const rows = parsed.ok && !isTurnedAway(flow, built) ? summaryOf(parsed.value, flow.form, language, tools.city) : [];
  const again = flow.address(firstOf(flow).slug, language);
  return flowPage(flow.show.check({ language, sealed: tools.seal(state), rows, again }), 200, true);
}

/** The first page, from the start to `upTo`, whose answers are still missing or wrong. */
const firstUnfinished = (built: Built, errors: readonly PlacedError[], upTo: number): FormPage | undefined =>
  built.pages.slice(0, upTo).find((page) => errors.some((error) => error.page === page.id));

/** The end of the form for somebody whom it turns away. */
const turnedAwayFrom = ({ flow }: Going, built: Built, { language }: FlowState): FlowPage | undefined =>
  flow.show.turnedAway !== undefined && isTurnedAway(flow, built)
    ? flowPage(flow.show.turnedAway(language), 200, true)
    : undefined;

/** On from a page whose answers hold: to the next one asked, or to an earlier one that still lacks something. */
function goOn(going: Going, state: FlowState, from: FormPage, returns: boolean): FlowPage {
  const { built, errors } = judged(going, state);
  const next = returns ? built.pages.length : built.pages.findIndex((page) => page.id === from.id) + 1;
  const target = firstUnfinished(built, errors, next) ?? built.pages[next];
  return target === undefined ? showCheck(going, state) : showQuestion(going, state, target, returns);
}

function answerQuestion(going: Going, state: FlowState, page: FormPage, returns: boolean): FlowPage {
  const { built, errors } = judged(going, state);
  const turnedAway = turnedAwayFrom(going, built, state);
  if (turnedAway !== undefined) return turnedAway;
  const own = errors.filter((error) => error.page === page.id);
  return own.length > 0 ? showQuestion(going, state, page, returns, own) : goOn(going, state, page, returns);
}

function goBack(going: Going, state: FlowState, step: Step): FlowPage {
  const { pages } = bodyOf(going.flow.form, state.answers, going.tools.city, state.language);
  const at = step.kind === "question" ? pages.findIndex((page) => page.id === step.page.id) : pages.length;
  return showQuestion(going, state, pages[at - 1] ?? firstOf(going.flow), false);
}

function send(going: Going, state: FlowState): FlowResult {
  const { built, parsed, errors } = judged(going, state);
  const turnedAway = turnedAwayFrom(going, built, state);
  if (turnedAway !== undefined) return turnedAway;
  const [first] = errors;
  if (first === undefined && parsed.ok)
    return { kind: "send", key: state.key, body: built.body, answers: parsed.value, state };
  const page = built.pages.find(({ id }) => id === first?.page) ?? firstOf(going.flow);
  return showQuestion(
    going,
    state,
    page,
    true,
    errors.filter((error) => error.page === page.id),
  );
}

/** The step again, as it stands: in another language, or with one more row. */
function stay(going: Going, state: FlowState, step: Step, returns: boolean): FlowPage {
  if (step.kind === "question") return showQuestion(going, state, step.page, returns);
  const { built, errors } = judged(going, state);
  const page = firstUnfinished(built, errors, built.pages.length);
  return page === undefined ? showCheck(going, state) : showQuestion(going, state, page, true);
}

const isOld = (state: FlowState, now: Instant): boolean => epochOf(now) - epochOf(state.startedAt) > maxAge;

type Fields = ReadonlyMap<string, readonly string[]>;

const actionOf = (fields: Fields): string => fields.get("action")?.[0] ?? "next";
const slugOf = (step: Step, flow: Flow): Text => (step.kind === "question" ? step.page.slug : flow.check);

/** The answers that came with a page, with what was answered on it; undefined when they cannot be opened. */
function sentState({ flow, tools }: Going, language: Language, step: Step, fields: Fields): FlowState | undefined {
  const opened = tools.open(fields.get("state")?.[0] ?? "");
  if (opened === undefined) return undefined;
  // The message pages, and a page asked for again, carry no answers of their own: the step's stay as they were.
  const isBare = [...fields.keys()].every((name) => ["state", "action", "return", "csrf"].includes(name));
  const keeps = ["stay", "save"].includes(actionOf(fields)) && isBare;
  const sentPage = step.kind === "question" && !keeps ? step.page : undefined;
  const answers = sentPage === undefined ? opened.answers : withPage(opened.answers, flow.form, sentPage, fields);
  return { ...opened, language, answers, identified: stillIdentified(opened.identified, tools.now) };
}

function answered(going: Going, language: Language, step: Step, fields: Fields): FlowResult {
  const { flow, tools } = going;
  const { form } = flow;
  const state = sentState(going, language, step, fields);
  if (state === undefined) return flowPage(flow.show.unreadable(language), 400);
  const action = actionOf(fields);
  const returns = fields.get("return")?.[0] === "check";

  if (isOld(state, tools.now)) {
    const sealed = tools.seal({ ...state, startedAt: tools.now });
    return flowPage(flow.show.away(language, slugOf(step, flow), sealed), 200);
  }
  if (action === "stay") return stay(going, state, step, returns);
  if (action === "back") return goBack(going, state, step);
  if (step.kind === "question") {
    if (action !== "add-row" || !isPlaces(step.page)) return answerQuestion(going, state, step.page, returns);
    const rows = [String(rowsShown(state.answers) + 1)];
    return showQuestion(going, { ...state, answers: { ...state.answers, "place.rows": rows } }, step.page, returns);
  }
  const change = form.pages.find((page) => action === `change:${page.id}`);
  return change === undefined ? send(going, state) : showQuestion(going, state, change, true);
}

/** The page that holds the first of these errors, with those that are its own; undefined when no page holds any. */
export function pageWithErrors(
  flow: Flow,
  tools: FlowTools,
  state: FlowState,
  found: readonly FieldError[],
): FlowPage | undefined {
  const built = bodyOf(flow.form, state.answers, tools.city, state.language);
  const errors = placeErrors(flow.form, built, state.answers, found, state.language);
  const page = built.pages.find(({ id }) => id === errors[0]?.page);
  if (page === undefined) return undefined;
  const own = errors.filter((error) => error.page === page.id);
  return showQuestion({ flow, tools }, state, page, true, own);
}

/**
 * A form, page by page, as pure functions: what is shown follows from what was sent and from the sealed answers in it.
 * `get` answers the first step; everything else is answered to `post`.
 */
export const formFlow = (flow: Flow, tools: FlowTools) => ({
  get(language: Language, slug: string | undefined): FlowResult {
    const first = firstOf(flow);
    const toFirst: FlowResult = { kind: "redirect", to: flow.address(first.slug, language) };
    if (slug === undefined) return toFirst;
    const step = stepAt(flow, slug, language);
    if (step === undefined) return { kind: "not-found" };
    if (step.kind === "check" || step.page.id !== first.id) return toFirst;
    const state = { key: tools.newKey(), startedAt: tools.now, language, answers: {} };
    return showQuestion({ flow, tools }, state, first, false);
  },

  post(language: Language, slug: string, fields: Fields): FlowResult {
    const step = stepAt(flow, slug, language);
    return step === undefined ? { kind: "not-found" } : answered({ flow, tools }, language, step, fields);
  },

  /** A step again, for somebody who was away from the form and comes back with their answers. */
  resume(language: Language, slug: string, state: FlowState): FlowResult {
    const step = stepAt(flow, slug, language);
    return step === undefined ? { kind: "not-found" } : stay({ flow, tools }, { ...state, language }, step, false);
  },

  /** What the person wants kept, half-answered as it may be: nothing is judged but whether the form turns them away. */
  keep(language: Language, slug: string, fields: Fields): Kept | FlowPage | { readonly kind: "not-found" } {
    const going = { flow, tools };
    const step = stepAt(flow, slug, language);
    if (step === undefined) return { kind: "not-found" };
    const state = sentState(going, language, step, fields);
    if (state === undefined) return flowPage(flow.show.unreadable(language), 400);
    const built = bodyOf(flow.form, state.answers, tools.city, language);
    return turnedAwayFrom(going, built, state) ?? { kind: "keep", state, slug: slugOf(step, flow) };
  },
});
