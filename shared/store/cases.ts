import type { Case } from "../domain/case.ts";
import type { Instant } from "../domain/instant.ts";

export interface CaseKey {
  readonly submission: string;
  readonly number: number;
}

export interface CaseOpener {
  /** Opens the case unless it is open already; an open case is never touched. */
  readonly open: (kase: Case) => Promise<"opened" | "already-open">;
}

/** What the person who sent a submission may know of its cases. */
export type CaseSeenFromOutside = Pick<
  Case,
  "number" | "unit" | "status" | "receivedAt" | "dueOn" | "originalDueOn" | "timeline"
>;

export interface CaseStatuses {
  readonly ofSubmission: (submission: string) => Promise<readonly CaseSeenFromOutside[]>;
}

export interface LettersOwed {
  readonly get: (key: CaseKey) => Promise<Case | undefined>;
  /** Cases with a letter due at or before the instant. From an index, so it may lag: read the case before acting. */
  readonly withLetterDue: (now: Instant) => AsyncIterable<CaseKey>;
  /** Writes the case's letters if nobody else has changed the case since it was read; says whether it did. */
  readonly saveLetters: (read: Case, letters: Case["letters"]) => Promise<boolean>;
}

export type AllCases = CaseOpener & CaseStatuses & LettersOwed;
