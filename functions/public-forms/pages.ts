import { valueAt } from "../../forms/condition.ts";
import { type FieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { epochOf, type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { type OutsideBody, route } from "../../shared/domain/routing/routing.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import { type Answer, keptByTheBrowser, notStored, page, seeOther } from "../../shared/lambda/answer.ts";
import { answersSeal } from "../../shared/lambda/answers-seal.ts";
import { answersCarriedIn, carriedAnswers, noCarriedAnswers } from "../../shared/lambda/carried-answers.ts";
import { formFields } from "../../shared/lambda/form-fields.ts";
import { identifiedIn, noIdentifiedCookie } from "../../shared/lambda/identified-cookie.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import { problem } from "../../shared/lambda/problems.ts";
import { receiptCookie } from "../../shared/lambda/receipt-cookie.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { addresses, afterIdentifying, receiptAddress } from "../../shared/pages/addresses.ts";
import { identifyPage, tooLongToCarryPage } from "../../shared/pages/identify-pages.tsx";
import {
  type FlowDependencies,
  type FlowPage,
  type FlowResult,
  type FlowState,
  flowNotFound,
  renderRefusal,
  requestFlow,
  type SendRefusal,
  withIdentified,
} from "../../shared/pages/request-flow.tsx";
import { keepDraft } from "./drafts.ts";
import type { PublicDeps } from "./live.ts";
import { faultsInWords, type NotReceived, receive } from "./receive.ts";
import { routingQuestion } from "./routing-question.ts";

/** The pages are one route in both languages: the same page sent in either is the same submission. */
const pagesRoute = "pages";

/** What the routing has against the places, so that it is told on their own page and not at the end. */
function concernErrors(
  body: unknown,
  language: Language,
  today: ReturnType<typeof stockholmDate>,
  { city }: PublicDeps,
) {
  const concerns = valueAt(body, "/concerns");
  const asked = parseAnswers(routingQuestion, { concerns }, language, { today, city });
  // What the form itself finds is told by the form itself.
  if (!asked.ok) return [];
  const routing = route(asked.value.concerns, city, today);
  return routing.ok ? [] : faultsInWords(routing.error, language);
}

function flowOf(deps: PublicDeps, now: Instant): FlowDependencies {
  const { city, assets, keys, newKey } = deps;
  const today = stockholmDate(now);
  return {
    city,
    assets,
    newKey,
    now,
    ...answersSeal(keys),
    concernErrors: (body, language): readonly FieldError[] => concernErrors(body, language, today, deps),
  };
}

/**
 * A page that shows nothing a person has answered may be shown again by their own browser when they go back; one that
 * does is never kept.
 */
const shown = ({ status, html, personal }: FlowPage): Answer =>
  page(status, html, personal ? notStored : keptByTheBrowser);

const inWords = (bodies: readonly OutsideBody[], language: Language) =>
  routingInWords({ recipients: [], outside: bodies, triage: null }, language).outside;

function refusalOf(refusal: NotReceived, language: Language): SendRefusal {
  switch (refusal.code) {
    case "input-refused":
      return { kind: "fields", errors: refusal.errors };
    case "outside-the-city":
      return { kind: "outside", bodies: inWords(refusal.outside, language) };
    case "protected-identity":
      return { kind: "protected-identity" };
    case "key-reused":
      return { kind: "already-sent" };
  }
}

async function sent(
  result: Extract<FlowResult, { kind: "send" }>,
  request: Request,
  deps: PublicDeps,
  flow: FlowDependencies,
) {
  const { key, body, state } = result;
  const { language } = state;
  try {
    const received = await receive(
      { body, language, key, route: pagesRoute, at: flow.now, identified: state.identified },
      deps,
    );
    if (!received.ok) return shown(renderRefusal(flow, state, refusalOf(received.error, language)));
    const { submission, statusCode } = received.value;
    const cookie = receiptCookie({ reference: submission.reference, statusCode }, deps.keys, epochOf(flow.now));
    const left = state.identified === undefined ? [] : [...noCarriedAnswers, noIdentifiedCookie];
    return seeOther(receiptAddress(language), [cookie, ...left]);
  } catch (failure) {
    // The answers are in the page that was sent, so the person can send it again from the one that says so.
    const { routeKey, requestId } = request;
    deps.log("request-failed", { route: routeKey, failure: nameOf(failure), requestId });
    return shown(renderRefusal(flow, state, { kind: "failed", errorCode: requestId, status: 503 }));
  }
}

/** To the e-legitimation, the answers waiting in the person's own browser; or on without, when they are too long for that. */
function leave(state: FlowState, { language }: Request, deps: PublicDeps, flow: FlowDependencies): Answer {
  const carried = carriedAnswers(state, deps.keys, epochOf(flow.now));
  const { city, assets } = deps;
  if (carried === undefined) return page(200, tooLongToCarryPage({ city, assets, language }, flow.seal(state)));
  const back = afterIdentifying("request", language);
  return { ...page(200, identifyPage({ city, assets, language }, "request", back)), cookies: carried };
}

/** The page that somebody left for their e-legitimation, with what it told; undefined for everybody else. */
function cameBack(request: Request, { keys }: PublicDeps, flow: FlowDependencies): FlowResult | undefined {
  const { language } = request;
  const step = request.param("step");
  if (afterIdentifying("request", language) !== `${addresses.request[language]}/${step}`) return undefined;
  const now = epochOf(flow.now);
  // What is carried was sealed here, so it has the shape it was sealed in.
  const state = answersCarriedIn(request, keys, now) as FlowState | undefined;
  if (state === undefined) return undefined;
  const who = identifiedIn(request, keys, now);
  return requestFlow(flow).resume(language, step, who === undefined ? state : withIdentified(state, who));
}

/** `GET` of a step: the first page, all questions, or the way to the first page. */
export function getStep(request: Request, deps: PublicDeps): Answer {
  const flow = flowOf(deps, deps.clock());
  const step = request.param("step");
  const result =
    cameBack(request, deps, flow) ?? requestFlow(flow).get(request.language, step === "" ? undefined : step);
  switch (result.kind) {
    case "page":
      return shown(result);
    case "redirect":
      return seeOther(result.to);
    default:
      return shown(flowNotFound(flow, request.language));
  }
}

/** `POST` of a step: the next page, the same page with what is wrong, the receipt, or the code to saved answers. */
export async function postStep(request: Request, deps: PublicDeps): Promise<Answer> {
  const flow = flowOf(deps, deps.clock());
  const fields = formFields(request);
  if (!fields.ok) return problem(request, fields.error === "not-utf-8" ? "not-json" : fields.error);
  const result = requestFlow(flow).post(request.language, request.param("step"), fields.value);
  switch (result.kind) {
    case "page":
      return shown(result);
    case "redirect":
      return seeOther(result.to);
    case "send":
      return sent(result, request, deps, flow);
    case "identify":
      return leave(result.state, request, deps, flow);
    case "keep":
      return keepDraft(result, request, deps, flow);
    case "not-found":
      return shown(flowNotFound(flow, request.language));
  }
}
