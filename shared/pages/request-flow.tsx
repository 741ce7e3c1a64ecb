import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import type { Form, FormPage } from "../../forms/form.ts";
import { type FieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { summaryOf } from "../../forms/summary.ts";
import { epochOf, type Instant, stockholmDate } from "../domain/instant.ts";
import type { Language, Text } from "../domain/language.ts";
import { slugs, stepAddress } from "./addresses.ts";
import { checkPage } from "./check-page.tsx";
import type { AskingCity } from "./field-questions.tsx";
import type { Assets } from "./layout.tsx";
import {
  alreadySentPage,
  awayPage,
  brokenPage,
  notFoundPage,
  type OutsideView,
  outsidePage,
  protectedPage,
  unreadablePage,
} from "./message-pages.tsx";
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
import { questionPage } from "./question-page.tsx";
import { questionsPage } from "./questions-page.tsx";

/** What travels sealed from page to page. Nothing about a person is kept anywhere else before they send. */
export interface FlowState {
  /** Born with the first page: back, a double click or a lost reply gives the same case and the same receipt. */
  readonly key: string;
  readonly startedAt: Instant;
  readonly language: Language;
  readonly answers: PageAnswers;
}

export interface FlowDependencies {
  readonly city: AskingCity;
  readonly assets: Assets;
  readonly seal: (state: FlowState) => string;
  /** Undefined when the text was not sealed here, was changed, or its key is gone. */
  readonly open: (sealed: string) => FlowState | undefined;
  readonly newKey: () => string;
  readonly now: Instant;
  /** What the routing has against the body's concerns, so that an unknown place is told on its own page. */
  readonly concernErrors?: (body: unknown, language: Language) => readonly FieldError[];
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
  | { readonly kind: "send"; readonly key: string; readonly body: unknown; readonly state: FlowState };

/** Why a request that was complete could not be sent. */
export type SendRefusal =
  | { readonly kind: "outside"; readonly bodies: readonly OutsideView[] }
  | { readonly kind: "fields"; readonly errors: readonly FieldError[] }
  | { readonly kind: "protected-identity" }
  /** The key has been used for other answers. */
  | { readonly kind: "already-sent" }
  | { readonly kind: "failed"; readonly errorCode: string; readonly status: number };

const form: Form = dataSubjectRequest;
const firstPage = dataSubjectRequest.pages[0];
const maxAge = 30 * 24 * 3_600_000;

type Step =
  | { readonly kind: "question"; readonly page: FormPage }
  | { readonly kind: "check" }
  | { readonly kind: "questions" };

function stepAt(slug: string, language: Language): Step | undefined {
  if (slug === slugs.check[language]) return { kind: "check" };
  if (slug === slugs.questions[language]) return { kind: "questions" };
  const page = form.pages.find((each) => each.slug[language] === slug);
  return page === undefined ? undefined : { kind: "question", page };
}

const slugOf = (step: Step): Text => (step.kind === "question" ? step.page.slug : slugs[step.kind]);

/** The answers as far as they go: what would be sent, and what is wrong with it, page by page. */
function judged(deps: FlowDependencies, state: FlowState) {
  const built = bodyOf(form, state.answers, deps.city, state.language);
  const parsed = parseAnswers(dataSubjectRequest, built.body, state.language, {
    today: stockholmDate(deps.now),
    city: deps.city,
  });
  const own = parsed.ok ? [] : parsed.error;
  const fromRouting = deps.concernErrors?.(built.body, state.language) ?? [];
  const errors = placeErrors(form, built, state.answers, [...own, ...fromRouting], state.language);
  return { built, parsed, errors };
}

const hasPersonalAnswer = (page: FormPage, answers: PageAnswers): boolean => {
  const isKept = (name: string) => Object.keys(answers).some((key) => key === name || key.startsWith(`${name}.`));
  if (page.asks.some(({ field }) => field === "/concerns/*/service")) return isKept("service");
  if (isPlaces(page)) return placeRows(answers).length > 0;
  return page.asks.some(
    ({ field }) => isKept(nameOf(field)) && !["/right", "/onBehalfOf", "/protectedIdentity"].includes(field),
  );
};

/** An e-mail address or number given for messages is offered again, not asked for twice (WCAG 3.3.7). */
const offered = (page: FormPage, answers: PageAnswers): PageAnswers => {
  if (page.id !== "representative") return answers;
  const again = (["email", "phone"] as const).flatMap((name) => {
    const given = answers[`contact.${name}`];
    return given === undefined || answers[`representative.${name}`] !== undefined
      ? []
      : [[`representative.${name}`, given] as const];
  });
  return { ...answers, ...Object.fromEntries(again) };
};

function showQuestion(
  deps: FlowDependencies,
  state: FlowState,
  page: FormPage,
  returns: boolean,
  errors: readonly PlacedError[] = [],
): FlowPage {
  const { body } = bodyOf(form, state.answers, deps.city, state.language);
  // What somebody has just left empty is not filled in for them again.
  const answers = errors.length === 0 ? offered(page, state.answers) : state.answers;
  const personal = hasPersonalAnswer(page, answers);
  return {
    kind: "page",
    status: errors.length === 0 ? 200 : 400,
    personal,
    html: questionPage({
      form,
      page,
      city: deps.city,
      assets: deps.assets,
      language: state.language,
      answers,
      body,
      errors,
      sealed: deps.seal(state),
      isFirst: page.id === firstPage.id,
      returns,
      again: personal ? stepAddress(firstPage.slug, state.language) : undefined,
    }),
  };
}

function showCheck(deps: FlowDependencies, state: FlowState, built: Built): FlowPage {
  const { city, assets } = deps;
  const { language } = state;
  const parsed = parseAnswers(dataSubjectRequest, built.body, language, { today: stockholmDate(deps.now), city });
  const rows =
    parsed.ok && !parsed.value.protectedIdentity ? summaryOf(parsed.value, dataSubjectRequest, language, city) : [];
  return {
    kind: "page",
    status: 200,
    personal: true,
    html: checkPage({
      city,
      assets,
      language,
      sealed: deps.seal(state),
      rows,
      again: stepAddress(firstPage.slug, language),
    }),
  };
}

const frameOf = ({ city, assets }: FlowDependencies, language: Language) => ({ city, assets, language });

const message = (html: string, status: number, personal = false): FlowPage => ({
  kind: "page",
  status,
  html,
  personal,
});

const isProtected = (built: Built): boolean => built.body.protectedIdentity === true;

/** The first page, from the start to `upTo`, whose answers are still missing or wrong. */
const firstUnfinished = (built: Built, errors: readonly PlacedError[], upTo: number): FormPage | undefined =>
  built.pages.slice(0, upTo).find((page) => errors.some((error) => error.page === page.id));

/** On from a page whose answers hold: to the next one asked, or to an earlier one that still lacks something. */
function goOn(deps: FlowDependencies, state: FlowState, from: FormPage, returns: boolean): FlowPage {
  const { built, errors } = judged(deps, state);
  const next = returns ? built.pages.length : built.pages.findIndex((page) => page.id === from.id) + 1;
  const target = firstUnfinished(built, errors, next) ?? built.pages[next];
  return target === undefined ? showCheck(deps, state, built) : showQuestion(deps, state, target, returns);
}

function answerQuestion(deps: FlowDependencies, state: FlowState, page: FormPage, returns: boolean): FlowPage {
  const { built, errors } = judged(deps, state);
  if (isProtected(built)) return message(protectedPage(frameOf(deps, state.language)), 200);
  const own = errors.filter((error) => error.page === page.id);
  return own.length > 0 ? showQuestion(deps, state, page, returns, own) : goOn(deps, state, page, returns);
}

function goBack(deps: FlowDependencies, state: FlowState, step: Step): FlowPage {
  const { pages } = bodyOf(form, state.answers, deps.city, state.language);
  const at = step.kind === "question" ? pages.findIndex((page) => page.id === step.page.id) : pages.length;
  return showQuestion(deps, state, pages[at - 1] ?? firstPage, false);
}

function send(deps: FlowDependencies, state: FlowState): FlowResult {
  const { built, errors } = judged(deps, state);
  if (isProtected(built)) return message(protectedPage(frameOf(deps, state.language)), 200);
  const [first] = errors;
  if (first === undefined) return { kind: "send", key: state.key, body: built.body, state };
  const page = built.pages.find(({ id }) => id === first.page) ?? firstPage;
  return showQuestion(
    deps,
    state,
    page,
    true,
    errors.filter((error) => error.page === page.id),
  );
}

/** The step again, as it stands: in another language, or with one more row. */
function stay(deps: FlowDependencies, state: FlowState, step: Step, returns: boolean): FlowPage {
  if (step.kind === "question") return showQuestion(deps, state, step.page, returns);
  const { built, errors } = judged(deps, state);
  const page = firstUnfinished(built, errors, built.pages.length);
  return page === undefined ? showCheck(deps, state, built) : showQuestion(deps, state, page, true);
}

const isOld = (state: FlowState, now: Instant): boolean => epochOf(now) - epochOf(state.startedAt) > maxAge;

function answered(
  deps: FlowDependencies,
  language: Language,
  step: Step,
  fields: ReadonlyMap<string, readonly string[]>,
): FlowResult {
  const opened = deps.open(fields.get("state")?.[0] ?? "");
  if (opened === undefined) return message(unreadablePage(frameOf(deps, language)), 400);
  const action = fields.get("action")?.[0] ?? "next";
  const returns = fields.get("return")?.[0] === "check";
  // The message pages, and a page asked for again, carry no answers of their own: the step's stay as they were.
  const isBare = [...fields.keys()].every((name) => ["state", "action", "return"].includes(name));
  const sentPage = step.kind === "question" && !(action === "stay" && isBare) ? step.page : undefined;
  const answers = sentPage === undefined ? opened.answers : withPage(opened.answers, form, sentPage, fields);
  const state: FlowState = { ...opened, language, answers };

  if (isOld(opened, deps.now)) {
    const sealed = deps.seal({ ...state, startedAt: deps.now });
    return message(awayPage(frameOf(deps, language), slugOf(step), sealed), 200);
  }
  if (action === "stay") return stay(deps, state, step, returns);
  if (action === "back") return goBack(deps, state, step);
  if (step.kind === "question") {
    if (action !== "add-row" || !isPlaces(step.page)) return answerQuestion(deps, state, step.page, returns);
    const rows = [String(rowsShown(state.answers) + 1)];
    return showQuestion(deps, { ...state, answers: { ...state.answers, "place.rows": rows } }, step.page, returns);
  }
  const change = form.pages.find((page) => action === `change:${page.id}`);
  return change === undefined ? send(deps, state) : showQuestion(deps, state, change, true);
}

/**
 * The citizen's request, page by page, as pure functions: what is shown follows from what was sent and from the sealed
 * answers in it. `get` answers the first step and all questions on one page; everything else is answered to `post`.
 */
export const requestFlow = (deps: FlowDependencies) => ({
  get(language: Language, slug: string | undefined): FlowResult {
    const first: FlowResult = { kind: "redirect", to: stepAddress(firstPage.slug, language) };
    if (slug === undefined) return first;
    const step = stepAt(slug, language);
    if (step === undefined) return { kind: "not-found" };
    if (step.kind === "questions") {
      return message(questionsPage({ ...frameOf(deps, language), city: deps.city, form }), 200);
    }
    if (step.kind === "check" || step.page.id !== firstPage.id) return first;
    return showQuestion(deps, { key: deps.newKey(), startedAt: deps.now, language, answers: {} }, firstPage, false);
  },

  post(language: Language, slug: string, fields: ReadonlyMap<string, readonly string[]>): FlowResult {
    const step = stepAt(slug, language);
    if (step === undefined || step.kind === "questions") return { kind: "not-found" };
    return answered(deps, language, step, fields);
  },
});

/** The page for a request that was complete but could not be sent. Nothing has been stored; the answers stay with the person. */
export function renderRefusal(deps: FlowDependencies, state: FlowState, refusal: SendRefusal): FlowPage {
  const frame = frameOf(deps, state.language);
  switch (refusal.kind) {
    case "protected-identity":
      return message(protectedPage(frame), 422);
    case "already-sent":
      return message(alreadySentPage(frame), 409);
    case "outside":
      return message(outsidePage(frame, refusal.bodies, deps.seal(state)), 422, true);
    case "failed":
      return message(brokenPage(frame, refusal.errorCode, deps.seal(state)), refusal.status);
    case "fields": {
      const built = bodyOf(form, state.answers, deps.city, state.language);
      const errors = placeErrors(form, built, state.answers, refusal.errors, state.language);
      const page = built.pages.find(({ id }) => id === errors[0]?.page);
      return page === undefined
        ? message(unreadablePage(frame), 400)
        : showQuestion(
            deps,
            state,
            page,
            true,
            errors.filter((error) => error.page === page.id),
          );
    }
  }
}

/** The page for an address of the flow that does not exist. */
export const flowNotFound = (deps: FlowDependencies, language: Language): FlowPage =>
  message(notFoundPage(frameOf(deps, language)), 404);
