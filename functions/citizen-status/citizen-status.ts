import * as z from "zod";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { summaryOf } from "../../forms/summary.ts";
import { representedIn } from "../../shared/domain/casework/cases-of.ts";
import { epochOf, stockholmDate } from "../../shared/domain/instant.ts";
import { requestDeadline, requestDeadlineSteps } from "../../shared/domain/request-deadline.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import type { RequestSubmission } from "../../shared/domain/submission.ts";
import { type Answer, json, keptByTheBrowser, page, seeOther } from "../../shared/lambda/answer.ts";
import { formFields } from "../../shared/lambda/form-fields.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import { receiptCookieName, receiptPassOf } from "../../shared/lambda/receipt-cookie.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { RoutesOf } from "../../shared/lambda/ring.ts";
import { addresses } from "../../shared/pages/addresses.ts";
import { receiptPage } from "../../shared/pages/receipt-page.tsx";
import { statusLookupPage, statusPage } from "../../shared/pages/status-page.tsx";
import { getAnswer, getAnswerFile, toAnswer, wayToAnswer } from "./answer.ts";
import { askForCode, continueDraft } from "./drafts.ts";
import { getEvidence, toEvidence, wayToEvidence } from "./evidence.ts";
import type { CitizenStatusDeps } from "./live.ts";
import { remediesOf, statusOf, submissionFor } from "./status.ts";

const frameOf = ({ city, assets }: CitizenStatusDeps, { language }: Request) => ({ city, assets, language });

/** The receipt, for whoever has just sent; ten minutes later it takes the number and the code. */
async function receipt(request: Request, deps: CitizenStatusDeps): Promise<Answer> {
  const { language } = request;
  const pass = receiptPassOf(request.cookie(receiptCookieName), deps.keys, epochOf(deps.clock()));
  const submission = pass && (await submissionFor(pass.reference, pass.statusCode, deps.submissions));
  if (pass === undefined || submission === undefined) return seeOther(addresses.status[language]);
  const { receivedAt, dueOn, routing } = submission;
  const view = {
    reference: submission.reference,
    statusCode: pass.statusCode,
    receivedAt,
    dueOn,
    ...routingInWords(routing, language),
    steps: requestDeadlineSteps(requestDeadline(stockholmDate(receivedAt)), language),
    summary: summaryOf(answersOf(submission), dataSubjectRequest, language, deps.city),
  };
  // Most ask for themselves, and nothing else on the receipt is of the cases.
  const known = representedIn(submission.answers) === null ? [] : await deps.cases.ofSubmission(submission.reference);
  return page(200, receiptPage(frameOf(deps, request), { ...view, evidence: wayToEvidence(submission, known, deps) }));
}

/** The answers that the form read before they were stored. */
const answersOf = ({ answers }: RequestSubmission) => answers as Parameters<typeof summaryOf>[0];

async function showStatus(request: Request, deps: CitizenStatusDeps): Promise<Answer> {
  const frame = frameOf(deps, request);
  const fields = formFields(request);
  if (!fields.ok) return problem(request, fields.error === "not-utf-8" ? "not-json" : fields.error);
  const field = (name: string) => fields.value.get(name)?.[0] ?? "";
  const submission = await submissionFor(field("reference"), field("statusCode"), deps.submissions);
  if (submission === undefined) return page(404, statusLookupPage(frame, true));
  const known = await deps.cases.ofSubmission(submission.reference);
  const status = statusOf(submission, known, request.language, deps.city);
  const view = {
    ...status,
    reference: submission.reference,
    remedies: remediesOf(submission, status, deps.city),
    answerPass: await wayToAnswer(submission, known, deps),
    evidence: wayToEvidence(submission, known, deps),
  };
  return page(200, statusPage(frame, view, stockholmDate(deps.clock())));
}

const question = z.strictObject({ reference: z.string(), statusCode: z.string() });

/** `POST /api/v1/request-status`: any two texts that do not open a case get the same 404. */
async function postStatus(request: Request, deps: CitizenStatusDeps): Promise<Answer> {
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const asked = question.safeParse(body.value);
  if (!asked.success) {
    const message = {
      sv: "Skicka reference och statusCode som text, och inget annat.",
      en: "Send reference and statusCode as text, and nothing else.",
    };
    return problem(request, "input-refused", {
      errors: [{ pointer: "", code: "format", message: message[request.language] }],
    });
  }
  const submission = await submissionFor(asked.data.reference, asked.data.statusCode, deps.submissions);
  if (submission === undefined) return problem(request, "no-such-case");
  const known = await deps.cases.ofSubmission(submission.reference);
  return json(200, statusOf(submission, known, request.language, deps.city));
}

/** What a person may see of what they sent, or saved: the receipt, how far the city has come, the answers to go on with. */
export const citizenStatus = (deps: CitizenStatusDeps): RoutesOf<"citizen-status"> => {
  const lookup = (request: Request) => page(200, statusLookupPage(frameOf(deps, request)), keptByTheBrowser);
  const show = (request: Request) => showStatus(request, deps);
  const shownReceipt = (request: Request) => receipt(request, deps);
  return {
    "GET /sv/begaran/kvitto": shownReceipt,
    "GET /en/request/receipt": shownReceipt,
    "GET /sv/fortsatt": (request) => askForCode(request, deps),
    "GET /en/continue": (request) => askForCode(request, deps),
    "POST /sv/fortsatt": (request) => continueDraft(request, deps),
    "POST /en/continue": (request) => continueDraft(request, deps),
    "GET /sv/arende": lookup,
    "GET /en/case": lookup,
    "POST /sv/arende": show,
    "POST /en/case": show,
    "GET /sv/arende/svar": (request) => getAnswer(request, deps),
    "POST /sv/arende/svar": (request) => toAnswer(request, deps),
    "GET /sv/arende/svar/{file}": (request) => getAnswerFile(request, deps),
    "GET /en/case/answer": (request) => getAnswer(request, deps),
    "POST /en/case/answer": (request) => toAnswer(request, deps),
    "GET /en/case/answer/{file}": (request) => getAnswerFile(request, deps),
    "GET /sv/arende/underlag": (request) => getEvidence(request, deps),
    "POST /sv/arende/underlag": (request) => toEvidence(request, deps),
    "GET /en/case/evidence": (request) => getEvidence(request, deps),
    "POST /en/case/evidence": (request) => toEvidence(request, deps),
    "POST /api/v1/request-status": (request) => postStatus(request, deps),
  };
};
