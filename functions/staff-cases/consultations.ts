import { consultation } from "../../forms/consultation.ts";
import type { AnswersOf } from "../../forms/form.ts";
import { parseAnswers } from "../../forms/parse-answers.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { type ConsultationSubmission, consultationSubmission } from "../../shared/domain/submission.ts";
import type { Who } from "../../shared/domain/who.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { bodyHashOf } from "./body-hash.ts";
import { unitsOn } from "./city-today.ts";
import { admitted, keyOf, keyScope, type SentByStaff } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { ruleRefusal } from "./rule-refusal.ts";
import { staffShapes } from "./shapes.ts";

/** The unit that somebody asks for: their own, if it is there today. */
export const askingUnit = ({ units: [unit] }: Who, { city, clock }: Pick<StaffDeps, "city" | "clock">) =>
  unit !== undefined && unitsOn(city, clock()).has(unit) ? unit : undefined;

/** Takes in a question in one conditional write. */
export async function receiveConsultation(
  { who, form, language, contentHash, key, scope }: SentByStaff<AnswersOf<typeof consultation>>,
  deps: StaffDeps,
): Promise<
  Result<
    { readonly submission: ConsultationSubmission; readonly isReplay: boolean },
    { readonly code: "unknown-unit" | "key-reused" }
  >
> {
  const { keys, submissions, clock } = deps;
  const unit = askingUnit(who, deps);
  if (unit === undefined) return refused({ code: "unknown-unit" });
  const { kind, subject, description, processingStartsOn = null } = form;
  const submission = consultationSubmission({
    reference: keys.referenceFor(scope, key),
    contentHash,
    formVersion: consultation.version,
    receivedAt: clock(),
    language,
    by: who.sub,
    unit,
    countedUnit: unit,
    answers: { kind, subject, description, processingStartsOn },
  });
  const { existing } = await submissions.add(submission);
  if (existing !== null && existing.contentHash !== contentHash) return refused({ code: "key-reused" });
  return ok({ submission: existing ?? submission, isReplay: existing !== null });
}

/** `POST /api/v1/consultations`: a question to the data protection officer (art. 38.1, 39.1), asked for the person's own unit. */
export async function postConsultation(request: Request, deps: StaffDeps): Promise<Answer> {
  const { language } = request;
  const { city, clock } = deps;
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const read = parseAnswers(consultation, body.value, language, { today: stockholmDate(clock()), city });
  if (!read.ok) return problem(request, "input-refused", { errors: read.error });
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/consultations");
  if (!who.ok) return who.error;

  const received = await receiveConsultation(
    {
      who: who.value,
      form: read.value,
      language,
      contentHash: bodyHashOf(body.value),
      key: key.value,
      scope: keyScope(request, who.value),
    },
    deps,
  );
  if (!received.ok) {
    const { code } = received.error;
    return code === "key-reused" ? problem(request, code) : ruleRefusal(request, code);
  }
  const { submission, isReplay } = received.value;
  const answer = { reference: formatReference(submission.reference), unit: submission.unit };
  const replay = isReplay ? { "idempotent-replay": "true" } : {};
  return json(201, staffShapes.ConsultationReceived.parse(answer), replay);
}
