import { valueAt } from "../../forms/condition.ts";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import type { FormPage } from "../../forms/form.ts";
import type { FieldError } from "../../forms/parse-answers.ts";
import type { Identified } from "../domain/identified.ts";
import type { Language } from "../domain/language.ts";
import { slugs, stepAddress } from "./addresses.ts";
import { checkPage } from "./check-page.tsx";
import {
  type Flow,
  type FlowPage,
  type FlowResult,
  type FlowState,
  type FlowTools,
  flowPage,
  formFlow,
  type Kept,
  pageWithErrors,
  type ShownQuestion,
} from "./form-flow.ts";
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
import type { PageAnswers } from "./page-answers.ts";
import { paperPage } from "./paper-page.tsx";
import { questionPage } from "./question-page.tsx";
import { questionsPage } from "./questions-page.tsx";

export type { FlowPage, FlowResult, FlowState, Kept } from "./form-flow.ts";

/** Somebody leaves the form for their e-legitimation, to come back with the answers they had. */
export interface Leaving {
  readonly kind: "identify";
  readonly state: FlowState;
}

export interface FlowDependencies extends FlowTools {
  readonly assets: Assets;
}

/** Why a request that was complete could not be sent. */
export type SendRefusal =
  | { readonly kind: "outside"; readonly bodies: readonly OutsideView[] }
  | { readonly kind: "fields"; readonly errors: readonly FieldError[] }
  | { readonly kind: "protected-identity" }
  /** The key has been used for other answers. */
  | { readonly kind: "already-sent" }
  | { readonly kind: "failed"; readonly errorCode: string; readonly status: number };

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

/** Only a person's own request is known to be theirs by an e-legitimation. */
const asksWhoOneIs = ({ page, body }: Pick<ShownQuestion, "page" | "body">): boolean =>
  page.id === "person" && valueAt(body, "/onBehalfOf") === "self";

/** The answers on their own page, with what the e-legitimation has told filled in. */
export const withIdentified = (state: FlowState, identified: Identified): FlowState => ({
  ...state,
  identified,
  answers: {
    ...state.answers,
    ...(identified.givenName === "" ? {} : { "person.givenName": [identified.givenName] }),
    ...(identified.familyName === "" ? {} : { "person.familyName": [identified.familyName] }),
    "person.personalIdentityNumber": [identified.number],
  },
});

const frameOf = ({ city, assets }: FlowDependencies, language: Language) => ({ city, assets, language });

/** The citizen's request as pages, in both languages. */
const flowOf = (deps: FlowDependencies): Flow => {
  const { city, assets } = deps;
  return {
    form: dataSubjectRequest,
    address: stepAddress,
    check: slugs.check,
    notPersonal: ["/right", "/onBehalfOf", "/protectedIdentity"],
    offered,
    show: {
      question: (shown) => questionPage({ ...shown, city, assets, mayIdentify: asksWhoOneIs(shown) }),
      check: (shown) => checkPage({ ...shown, city, assets }),
      unreadable: (language) => unreadablePage(frameOf(deps, language)),
      away: (language, slug, sealed) => awayPage(frameOf(deps, language), slug, sealed),
      turnedAway: (language) => protectedPage(frameOf(deps, language)),
    },
  };
};

/**
 * The citizen's request, page by page. `get` answers the first step and all questions on one page; everything else is
 * answered to `post`.
 */
export const requestFlow = (deps: FlowDependencies) => {
  const flow = formFlow(flowOf(deps), deps);
  return {
    ...flow,
    get: (language: Language, slug: string | undefined): FlowResult => {
      const asking = { ...frameOf(deps, language), city: deps.city, form: dataSubjectRequest };
      if (slug === slugs.questions[language]) return flowPage(questionsPage(asking), 200);
      if (slug === slugs.paper[language]) return flowPage(paperPage(asking), 200);
      return flow.get(language, slug);
    },
    post: (
      language: Language,
      slug: string,
      fields: ReadonlyMap<string, readonly string[]>,
    ): FlowResult | Kept | Leaving => {
      const action = fields.get("action")?.[0];
      if (action === "save") {
        const kept = flow.keep(language, slug, fields);
        // Whoever goes on with saved answers another day may be somebody else at the same screen.
        return kept.kind === "keep" ? { ...kept, state: { ...kept.state, identified: undefined } } : kept;
      }
      if (action !== "identify") return flow.post(language, slug, fields);
      const kept = flow.keep(language, slug, fields);
      return kept.kind === "keep" ? { kind: "identify", state: kept.state } : kept;
    },
  };
};

/** The page for a request that was complete but could not be sent. Nothing has been stored; the answers stay with the person. */
export function renderRefusal(deps: FlowDependencies, state: FlowState, refusal: SendRefusal): FlowPage {
  const frame = frameOf(deps, state.language);
  switch (refusal.kind) {
    case "protected-identity":
      return flowPage(protectedPage(frame), 422, true);
    case "already-sent":
      return flowPage(alreadySentPage(frame), 409);
    case "outside":
      return flowPage(outsidePage(frame, refusal.bodies, deps.seal(state)), 422, true);
    case "failed":
      return flowPage(brokenPage(frame, refusal.errorCode, deps.seal(state)), refusal.status);
    case "fields":
      return pageWithErrors(flowOf(deps), deps, state, refusal.errors) ?? flowPage(unreadablePage(frame), 400);
  }
}

/** The page for an address of the flow that does not exist. */
export const flowNotFound = (deps: FlowDependencies, language: Language): FlowPage =>
  flowPage(notFoundPage(frameOf(deps, language)), 404);
