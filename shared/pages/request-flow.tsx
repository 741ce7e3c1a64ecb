import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import type { FormPage } from "../../forms/form.ts";
import type { FieldError } from "../../forms/parse-answers.ts";
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
import { questionPage } from "./question-page.tsx";
import { questionsPage } from "./questions-page.tsx";

export type { FlowPage, FlowResult, FlowState, Kept } from "./form-flow.ts";

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
      question: (shown) => questionPage({ ...shown, city, assets }),
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
    get: (language: Language, slug: string | undefined): FlowResult =>
      slug === slugs.questions[language]
        ? flowPage(questionsPage({ ...frameOf(deps, language), city: deps.city, form: dataSubjectRequest }), 200)
        : flow.get(language, slug),
    post: (language: Language, slug: string, fields: ReadonlyMap<string, readonly string[]>): FlowResult | Kept =>
      fields.get("action")?.[0] === "save" ? flow.keep(language, slug, fields) : flow.post(language, slug, fields),
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
