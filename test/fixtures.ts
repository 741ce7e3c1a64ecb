import { type Instant, instant } from "../shared/domain/instant.ts";
import { encodeReference } from "../shared/domain/reference.ts";
import type { Routing } from "../shared/domain/routing/routing.ts";
import { type RequestSubmission, submissionOf } from "../shared/domain/submission.ts";

/** The instant a test names; a test that names none that exists is wrong. */
export function at(text: string): Instant {
  const found = instant(text);
  if (found === undefined) throw new Error(`${text} is no instant`);
  return found;
}

const because = [{ code: "whole-city", params: { service: { sv: "Bibliotek", en: "Libraries" } } }] as const;
export const recipients = (...units: readonly string[]): Routing => ({
  recipients: units.map((unit) => ({ unit, name: unit, controller: unit, because, concerns: [0] })),
  outside: [],
  triage: null,
});

/** A submission of an invented person, the `n`th. */
export const aSubmission = (n: number, parts: Partial<RequestSubmission> = {}): RequestSubmission => ({
  ...submissionOf({
    reference: encodeReference(Buffer.from(n.toString(16).padStart(32, "0"), "hex").reverse()),
    statusCodeHash: "00",
    contentHash: String(n),
    formVersion: 1,
    receivedAt: at("2026-11-24T10:00:00Z"),
    language: "sv",
    right: "access",
    routing: recipients("sthlm-kulturnamnden", "sthlm-sdn-jarva"),
    answers: { contact: { email: "exempel@intag.example" } },
  }),
  ...parts,
});
