import type { CivilDate } from "./civil-date.ts";
import type { Instant } from "./instant.ts";
import type { Language } from "./language.ts";
import { type Letter, letterOwed } from "./letter.ts";
import { caseReference } from "./reference.ts";
import type { Triage } from "./routing/routing.ts";
import type { RequestSubmission, Right } from "./submission.ts";

/** Where the work on a request stands, from first to last. */
export const requestStatuses = ["triage", "received", "identity", "searching", "reviewing", "closed"] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** What the person may read on the status page: fixed sentences, never a word that staff wrote. */
export const timelineEvents = ["received", "opened", "triage"] as const;
export type TimelineEvent = (typeof timelineEvents)[number];
export interface TimelineEntry {
  readonly at: Instant;
  readonly event: TimelineEvent;
}

/** One controller's part of a submission, with its own work, answer and figures (art. 4(7), 12(3)). */
export interface Case {
  readonly submission: string;
  readonly number: number;
  readonly reference: string;
  readonly kind: "request";
  /** The unit that holds the case now; null while the DPO decides where it belongs. */
  readonly unit: string | null;
  /** The unit as it was on the day of receipt, by which the year is counted. */
  readonly countedUnit: string | null;
  readonly right: Right;
  readonly channel: RequestSubmission["channel"];
  readonly status: RequestStatus;
  readonly receivedAt: Instant;
  readonly dueOn: CivilDate;
  /** What the person was first promised; stays when `dueOn` moves. */
  readonly originalDueOn: CivilDate;
  readonly language: Language;
  readonly triage: Triage | null;
  readonly timeline: readonly TimelineEntry[];
  readonly letters: readonly Letter[];
  readonly version: number;
}

/** Whether the person gave an address for receipts. Any other shape of answers owes no letter. */
export const wantsReceipt = (answers: unknown): boolean => {
  if (typeof answers !== "object" || answers === null || !("contact" in answers)) return false;
  const { contact } = answers;
  return typeof contact === "object" && contact !== null && "email" in contact && typeof contact.email === "string";
};

/**
 * The cases a request gives: one per controller concerned, and one for the DPO when something is doubtful.
 * It follows from the submission alone, so opening them again opens the same ones. The first case owes the receipt.
 */
export function requestsOf(submission: RequestSubmission): readonly Case[] {
  const { routing, receivedAt, dueOn } = submission;
  const places = [
    ...routing.recipients.map(({ unit, countedUnit = unit }) => ({ unit, countedUnit, triage: null })),
    ...(routing.triage === null ? [] : [{ unit: null, countedUnit: null, triage: routing.triage }]),
  ];
  return places.map(({ unit, countedUnit, triage }, index) => ({
    submission: submission.reference,
    number: index + 1,
    reference: caseReference(submission.reference, index + 1),
    kind: "request",
    unit,
    countedUnit,
    right: submission.right,
    channel: submission.channel,
    status: triage === null ? "received" : "triage",
    receivedAt,
    dueOn,
    originalDueOn: dueOn,
    language: submission.language,
    triage,
    timeline: [
      { at: receivedAt, event: "received" },
      { at: receivedAt, event: triage === null ? "opened" : "triage" },
    ],
    letters:
      index === 0 && wantsReceipt(submission.answers)
        ? [letterOwed("receipt", submission.recordedAt ?? receivedAt)]
        : [],
    version: 1,
  }));
}
