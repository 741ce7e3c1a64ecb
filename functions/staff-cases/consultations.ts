import { consultation } from "../../forms/consultation.ts";
import { parseAnswers } from "../../forms/parse-answers.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { consultationSubmission } from "../../shared/domain/submission.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { bodyHashOf } from "./body-hash.ts";
import { unitsOn } from "./city-today.ts";
import { admitted, keyOf, keyScope } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { ruleRefusal } from "./rule-refusal.ts";
import { staffShapes } from "./shapes.ts";

/** `POST /api/v1/consultations`: a question to the data protection officer (art. 38.1, 39.1), asked for the person's own unit. */
export async function postConsultation(request: Request, deps: StaffDeps): Promise<Answer> {
  const { language } = request;
  const { city, keys, submissions } = deps;
  const now = deps.clock();
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const read = parseAnswers(consultation, body.value, language, { today: stockholmDate(now), city });
  if (!read.ok) return problem(request, "input-refused", { errors: read.error });
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/consultations");
  if (!who.ok) return who.error;

  const [unit] = who.value.units;
  if (unit === undefined || !unitsOn(city, now).has(unit)) return ruleRefusal(request, "unknown-unit");
  const { kind, subject, description, processingStartsOn = null } = read.value;
  const submission = consultationSubmission({
    reference: keys.referenceFor(keyScope(request, who.value), key.value),
    contentHash: bodyHashOf(body.value),
    formVersion: consultation.version,
    receivedAt: now,
    language,
    by: who.value.sub,
    unit,
    countedUnit: unit,
    answers: { kind, subject, description, processingStartsOn },
  });
  const { existing } = await submissions.add(submission);
  if (existing !== null && existing.contentHash !== submission.contentHash) return problem(request, "key-reused");
  const { reference, unit: asking } = existing ?? submission;
  const answer = { reference: formatReference(reference), unit: asking };
  const replay = existing === null ? {} : { "idempotent-replay": "true" };
  return json(201, staffShapes.ConsultationReceived.parse(answer), replay);
}
