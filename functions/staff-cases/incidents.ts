import type { AnswersOf } from "../../forms/form.ts";
import { incidentReport } from "../../forms/incident-report.ts";
import { type FieldError, fieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { incidentReportOf } from "../../shared/domain/casework/cases-of.ts";
import { incidentOf } from "../../shared/domain/casework/incident.ts";
import type { RefusalCode } from "../../shared/domain/casework/refusal.ts";
import type { UnitId } from "../../shared/domain/city.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { type IncidentSubmission, incidentSubmission } from "../../shared/domain/submission.ts";
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

/** The unit it happened at: as told, or the person's own where they have one. */
export const ownUnit = ({ units }: Who): UnitId | undefined => (units.length === 1 ? units[0] : undefined);

const readReport = (body: unknown, language: Language, now: Instant, { city }: Pick<StaffDeps, "city">) =>
  parseAnswers(incidentReport, body, language, { today: stockholmDate(now), city });

export type IncidentRefusal =
  | { readonly code: "input-refused"; readonly errors: readonly FieldError[] }
  | { readonly code: "key-reused" | RefusalCode };

/** Takes in a report in one conditional write. Refusals come before it, so a refused report leaves no trace. */
export async function receiveIncident(
  { who, form, language, contentHash, key, scope }: SentByStaff<AnswersOf<typeof incidentReport>>,
  { city, keys, submissions, clock }: StaffDeps,
): Promise<Result<{ readonly submission: IncidentSubmission; readonly isReplay: boolean }, IncidentRefusal>> {
  const now = clock();
  const { unit = ownUnit(who), ...answers } = form;
  if (unit === undefined) {
    const errors = [fieldError(incidentReport, "/unit", "empty", language)];
    return refused({ code: "input-refused", errors });
  }
  const units = unitsOn(city, now);
  const awareOn = stockholmDate(answers.awareAt ?? answers.detectedAt);
  const submission = incidentSubmission({
    reference: keys.referenceFor(scope, key),
    contentHash,
    formVersion: incidentReport.version,
    receivedAt: now,
    language,
    by: who.sub,
    unit,
    // A unit that is none is refused below.
    countedUnit: units.has(unit) ? countedUnit(unit, [], city, awareOn) : unit,
    answers,
  });
  const opened = incidentOf(incidentReportOf(submission), now, units);
  if (!opened.ok) return opened;
  const { existing } = await submissions.add(submission);
  if (existing !== null && existing.contentHash !== contentHash) return refused({ code: "key-reused" });
  return ok({ submission: existing ?? submission, isReplay: existing !== null });
}

/** When the 72 hours of a reported incident end; it follows from what was stored, so a replay gets the same answer. */
export const dueAtOf = (submission: IncidentSubmission): Instant => {
  const opened = incidentOf(incidentReportOf(submission), submission.receivedAt, { has: () => true });
  if (!opened.ok) throw new Error(`a stored incident report breaks the rule ${opened.error.code}`);
  return opened.value.dueAt;
};

/** `POST /api/v1/incidents`: art. 33, a report of what may be a breach. Sent at once, even when much is unknown. */
export async function postIncident(request: Request, deps: StaffDeps): Promise<Answer> {
  const { language } = request;
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const report = readReport(body.value, language, deps.clock(), deps);
  if (!report.ok) return problem(request, "input-refused", { errors: report.error });
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/incidents");
  if (!who.ok) return who.error;

  const received = await receiveIncident(
    {
      who: who.value,
      form: report.value,
      language,
      contentHash: bodyHashOf(body.value),
      key: key.value,
      scope: keyScope(request, who.value),
    },
    deps,
  );
  if (!received.ok) {
    const refusal = received.error;
    if (refusal.code === "input-refused") return problem(request, refusal.code, { errors: refusal.errors });
    return refusal.code === "key-reused" ? problem(request, refusal.code) : ruleRefusal(request, refusal.code);
  }
  const { submission, isReplay } = received.value;
  const answer = {
    reference: formatReference(submission.reference),
    unit: submission.unit,
    dueAt: dueAtOf(submission),
  };
  return json(201, staffShapes.IncidentReceived.parse(answer), isReplay ? { "idempotent-replay": "true" } : {});
}
