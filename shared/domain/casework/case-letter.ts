import type { Instant } from "../instant.ts";
import type { Dispatch } from "../letter.ts";

/** What a letter is about. Each has fixed words: a reference, a link, a time; never what somebody wrote. */
export const caseLetterKinds = [
  "receipt",
  "answer-ready",
  "answer-in-mailbox",
  "incident-reported",
  "breach-due-24-hours",
  "breach-due-6-hours",
  "breach-overdue",
  "supplement-due-7-days",
  "supplement-overdue",
  "measure-overdue",
  "request-due-7-days",
  "request-due-2-days",
  "request-overdue",
] as const;
export type CaseLetterKind = (typeof caseLetterKinds)[number];

/**
 * Who gets it; the address is found when it is sent. `citizen` and `manager`: as given in the submission. `unit`: the
 * unit's coordinators. `dpo`, `security`: the city's.
 */
export const addressees = ["citizen", "manager", "unit", "dpo", "security"] as const;
export type Addressee = (typeof addressees)[number];

/** A letter of any kind, owed by a case; sent and followed up as a receipt is. `id` is one per kind, addressee and cause. */
export interface CaseLetter extends Dispatch {
  readonly kind: CaseLetterKind;
  readonly to: Addressee;
}

/** @param cause what makes it another letter than the last of its kind: a date, a measure; empty when there is only one */
export const caseLetter = (kind: CaseLetterKind, to: Addressee, at: Instant, cause = ""): CaseLetter => ({
  id: [kind, to, ...(cause === "" ? [] : [cause])].join("/"),
  kind,
  to,
  state: "owed",
  attempts: [],
  nextAttemptAt: at,
});
