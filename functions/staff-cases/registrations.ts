import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { parseAnswers } from "../../forms/parse-answers.ts";
import { type Registration, registration } from "../../forms/registration.ts";
import type { City } from "../../shared/domain/city.ts";
import { compareInstants, type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { type Routing, type RoutingRefusal, route } from "../../shared/domain/routing/routing.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import { complaintRouting, isOutsideTheCity, submissionOf } from "../../shared/domain/submission.ts";
import { statusCodeHash } from "../../shared/identity/keyring.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { faultsInWords } from "../public-forms/receive.ts";
import { requestAnswer } from "../public-forms/request-answer.ts";
import { bodyHashOf } from "./body-hash.ts";
import { admitted, keyOf, keyScope } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { ruleRefusal } from "./rule-refusal.ts";

/**
 * Who answers, as the city is today, since those are who can; with each the unit as it was on the day of receipt, which the
 * case is counted in. A complaint goes to the DPO.
 */
function routed(
  { right, concerns, receivedAt }: Registration,
  city: City,
  now: Instant,
): Result<Routing, readonly RoutingRefusal[]> {
  const routing = route(concerns, city, stockholmDate(now));
  if (!routing.ok) return routing;
  const { recipients } = routing.value;
  if (right === "complaint") return ok(complaintRouting(recipients.map(({ unit }) => unit)));
  const then = stockholmDate(receivedAt);
  const counted = recipients.map((recipient) => {
    const unit = countedUnit(recipient.unit, concerns, city, then);
    return unit === recipient.unit ? recipient : { ...recipient, countedUnit: unit };
  });
  return ok({ ...routing.value, recipients: counted });
}

/**
 * `POST /api/v1/registrations`: a request that came by post, e-mail, telephone or visit, with its true time of receipt,
 * from which its month is counted (art. 12.3). It is answered as one that came by the web.
 */
export async function postRegistration(request: Request, deps: StaffDeps): Promise<Answer> {
  const { language } = request;
  const { city, keys, submissions } = deps;
  const now = deps.clock();
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const read = parseAnswers(registration, body.value, language, { today: stockholmDate(now), city });
  if (!read.ok) return problem(request, "input-refused", { errors: read.error });
  const routing = routed(read.value, city, now);
  if (!routing.ok) return problem(request, "input-refused", { errors: faultsInWords(routing.error, language) });
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/registrations");
  if (!who.ok) return who.error;

  const { channel, receivedAt, ...answers } = read.value;
  if (compareInstants(receivedAt, now) > 0) return ruleRefusal(request, "not-in-the-future");
  if (isOutsideTheCity(routing.value)) {
    const { outside } = routingInWords({ ...routing.value, recipients: [], triage: null }, language);
    return problem(request, "outside-the-city", { outside });
  }
  const scope = keyScope(request, who.value);
  const statusCode = keys.statusCodeFor(scope, key.value);
  const submission = submissionOf(
    {
      reference: keys.referenceFor(scope, key.value),
      statusCodeHash: statusCodeHash(statusCode),
      contentHash: bodyHashOf(body.value),
      formVersion: dataSubjectRequest.version,
      receivedAt,
      language: answers.language,
      right: answers.right,
      routing: routing.value,
      answers,
    },
    { channel, by: who.value.sub, recordedAt: now },
  );
  const { existing } = await submissions.add(submission);
  if (existing !== null && existing.contentHash !== submission.contentHash) return problem(request, "key-reused");
  const received = { submission: existing ?? submission, statusCode, isReplay: existing !== null };
  return json(201, requestAnswer(received), {
    "content-language": received.submission.language,
    ...(received.isReplay ? { "idempotent-replay": "true" } : {}),
  });
}
