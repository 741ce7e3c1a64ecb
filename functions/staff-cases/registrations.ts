import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { type FieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { type Registration, registration } from "../../forms/registration.ts";
import type { City } from "../../shared/domain/city.ts";
import { compareInstants, type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { type Routing, type RoutingRefusal, route } from "../../shared/domain/routing/routing.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import { complaintRouting, isOutsideTheCity, submissionOf } from "../../shared/domain/submission.ts";
import { statusCodeHash } from "../../shared/identity/keyring.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { faultsInWords, type Received } from "../public-forms/receive.ts";
import { requestAnswer } from "../public-forms/request-answer.ts";
import { bodyHashOf } from "./body-hash.ts";
import { admitted, keyOf, keyScope, type SentByStaff } from "./entrance.ts";
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

type Faults = { readonly code: "input-refused"; readonly errors: readonly FieldError[] };

/** Who answers what is registered, or what is wrong with the places it names. */
export function routedInWords(
  form: Registration,
  language: Language,
  { city, clock }: StaffDeps,
): Result<Routing, Faults> {
  const routing = routed(form, city, clock());
  return routing.ok ? routing : refused({ code: "input-refused", errors: faultsInWords(routing.error, language) });
}

/** Takes in a request that came otherwise than by the web, in one conditional write. */
export async function receiveRegistration(
  { who, form, language, contentHash, key, scope }: SentByStaff<Registration>,
  deps: StaffDeps,
): Promise<
  Result<
    Received,
    | Faults
    | { readonly code: "not-in-the-future" | "key-reused" }
    | { readonly code: "outside-the-city"; readonly outside: ReturnType<typeof routingInWords>["outside"] }
  >
> {
  const { keys, submissions, clock } = deps;
  const now = clock();
  const routing = routedInWords(form, language, deps);
  if (!routing.ok) return routing;
  const { channel, receivedAt, ...answers } = form;
  if (compareInstants(receivedAt, now) > 0) return refused({ code: "not-in-the-future" });
  if (isOutsideTheCity(routing.value)) {
    const { outside } = routingInWords({ ...routing.value, recipients: [], triage: null }, language);
    return refused({ code: "outside-the-city", outside });
  }
  const statusCode = keys.statusCodeFor(scope, key);
  const submission = submissionOf(
    {
      reference: keys.referenceFor(scope, key),
      statusCodeHash: statusCodeHash(statusCode),
      contentHash,
      formVersion: dataSubjectRequest.version,
      receivedAt,
      language: answers.language,
      right: answers.right,
      routing: routing.value,
      answers,
    },
    { channel, by: who.sub, recordedAt: now },
  );
  const { existing } = await submissions.add(submission);
  if (existing !== null && existing.contentHash !== contentHash) return refused({ code: "key-reused" });
  return ok({ submission: existing ?? submission, statusCode, isReplay: existing !== null });
}

/**
 * `POST /api/v1/registrations`: a request that came by post, e-mail, telephone or visit, with its true time of receipt,
 * from which its month is counted (art. 12.3). It is answered as one that came by the web.
 */
export async function postRegistration(request: Request, deps: StaffDeps): Promise<Answer> {
  const { language } = request;
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const read = parseAnswers(registration, body.value, language, {
    today: stockholmDate(deps.clock()),
    city: deps.city,
  });
  if (!read.ok) return problem(request, "input-refused", { errors: read.error });
  const routing = routedInWords(read.value, language, deps);
  if (!routing.ok) return problem(request, "input-refused", { errors: routing.error.errors });
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/registrations");
  if (!who.ok) return who.error;

  const received = await receiveRegistration(
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
    const refusal = received.error;
    switch (refusal.code) {
      case "input-refused":
        return problem(request, refusal.code, { errors: refusal.errors });
      case "outside-the-city":
        return problem(request, refusal.code, { outside: refusal.outside });
      case "key-reused":
        return problem(request, refusal.code);
      case "not-in-the-future":
        return ruleRefusal(request, refusal.code);
    }
  }
  return json(201, requestAnswer(received.value), {
    "content-language": received.value.submission.language,
    ...(received.value.isReplay ? { "idempotent-replay": "true" } : {}),
  });
}
