import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type DataSubjectRequest, dataSubjectRequest } from "../../forms/data-subject-request.ts";
import type { AnswerCode } from "../../forms/form.ts";
import { type FieldError, fieldError, parseAnswers } from "../../forms/parse-answers.ts";
import type { City } from "../../shared/domain/city.ts";
import { type Identified, isOwnRequest, stillIdentified } from "../../shared/domain/identified.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { type Routing, type RoutingRefusal, route } from "../../shared/domain/routing/routing.ts";
import {
  complaintRouting,
  isOutsideTheCity,
  type RequestSubmission,
  submissionOf,
} from "../../shared/domain/submission.ts";
import { type Keyring, statusCodeHash } from "../../shared/identity/keyring.ts";
import type { SubmissionInbox } from "../../shared/store/submissions.ts";

/** Why a request was not taken in. Nothing of it is kept. */
export type NotReceived =
  | { readonly code: "input-refused"; readonly errors: readonly FieldError[] }
  | { readonly code: "protected-identity" }
  | { readonly code: "outside-the-city"; readonly outside: Routing["outside"] }
  | { readonly code: "key-reused" };

export interface Received {
  readonly submission: RequestSubmission;
  readonly statusCode: string;
  readonly isReplay: boolean;
}

export interface ReceiveDeps {
  readonly city: City;
  readonly keys: Pick<Keyring, "referenceFor" | "statusCodeFor">;
  readonly submissions: SubmissionInbox;
}

interface Sent {
  readonly body: unknown;
  readonly language: Language;
  /** The submission key, and the route it was sent to: together they are one submission, for ever. */
  readonly key: string;
  readonly route: string;
  readonly at: Instant;
  /** Who showed who they are with an e-legitimation, where the person came by the pages. No body can say so. */
  readonly identified?: Identified | undefined;
}

/** SHA-256 over the canonical JSON (RFC 8785) of the body as it came, as hex. */
const contentHashOf = (body: unknown): string =>
  createHash("sha256")
    .update(canonicalize(body) ?? "")
    .digest("hex");

/** What only the routing can find, said with the form's own sentences. */
export const faultsInWords = (faults: readonly RoutingRefusal[], language: Language): readonly FieldError[] =>
  faults.map(({ pointer, code }) => fieldError(dataSubjectRequest, pointer, answerCodeOf[code], language));

const answerCodeOf = {
  "unknown-service": "unknown-service",
  "unknown-place": "unknown-place",
  "malformed-postal-code": "format",
  "malformed-period": "format",
  "period-reversed": "period-reversed",
} as const satisfies Record<RoutingRefusal["code"], AnswerCode>;

function routed(request: DataSubjectRequest, city: City, at: Instant): ReturnType<typeof route> {
  const routing = route(request.concerns, city, stockholmDate(at));
  if (request.right !== "complaint" || !routing.ok) return routing;
  return ok(complaintRouting(routing.value.recipients.map(({ unit }) => unit)));
}

/**
 * The citizen's whole path: reads the answers, finds who answers, computes the last day, and writes it all down in
 * one conditional write. Refusals come before the write, so a refused request leaves no trace.
 */
export async function receive(sent: Sent, deps: ReceiveDeps): Promise<Result<Received, NotReceived>> {
  const { body, language, key, at } = sent;
  const { city, keys, submissions } = deps;
  const today = stockholmDate(at);
  const parsed = parseAnswers(dataSubjectRequest, body, language, { today, city });
  if (!parsed.ok) return refused({ code: "input-refused", errors: parsed.error });
  const request = parsed.value;
  if (request.protectedIdentity) return refused({ code: "protected-identity" });

  const routing = routed(request, city, at);
  if (!routing.ok) return refused({ code: "input-refused", errors: faultsInWords(routing.error, language) });
  if (isOutsideTheCity(routing.value)) return refused({ code: "outside-the-city", outside: routing.value.outside });

  const who = stillIdentified(sent.identified, at);
  const statusCode = keys.statusCodeFor(sent.route, key);
  const submission = submissionOf({
    reference: keys.referenceFor(sent.route, key),
    statusCodeHash: statusCodeHash(statusCode),
    contentHash: contentHashOf(body),
    formVersion: dataSubjectRequest.version,
    receivedAt: at,
    language: request.language,
    right: request.right,
    routing: routing.value,
    answers: request,
    identifiedAt: who !== undefined && isOwnRequest(request, who) ? who.at : null,
  });
  const { existing } = await submissions.add(submission);
  if (existing !== null && existing.contentHash !== submission.contentHash) return refused({ code: "key-reused" });
  return ok({ submission: existing ?? submission, statusCode, isReplay: existing !== null });
}
