import type { CaseFile } from "../domain/casework/case-file.ts";
import type { Extension, RequestCase, RequestOutcome } from "../domain/casework/request-case.ts";
import type { Owed } from "../domain/casework/what-is-owed.ts";
import type { Instant } from "../domain/instant.ts";

export interface CaseKey {
  readonly submission: string;
  readonly number: number;
}

export interface CaseOpener {
  /**
   * Opens the case unless its number is taken; what is there is never touched.
   *
   * @param person the mark of whoever the case is about, where there is one: cases with the same mark are the same person's
   */
  readonly open: (file: CaseFile, person?: string) => Promise<"opened" | "already-open">;
}

/** What the person who sent a submission may know of its cases. */
export type CaseSeenFromOutside = Pick<
  RequestCase,
  "number" | "unit" | "status" | "receivedAt" | "dueOn" | "originalDueOn" | "timeline" | "evidence"
> & {
  readonly outcome: RequestOutcome | null;
  /** Why its last day moved; null also for what was extended before this was written down by itself. */
  readonly extendedFor: Extension["reason"] | null;
};

/** A case that has been disposed of, of which its person sees nothing more. */
export interface GoneCase {
  readonly number: number;
  readonly disposedAt: Instant;
}

export interface CaseStatuses {
  readonly ofSubmission: (submission: string) => Promise<readonly (CaseSeenFromOutside | GoneCase)[]>;
}

/** What cases owe, and what is done about it beside the commands: no officer's command becomes stale by it. */
export interface OwedByCases {
  readonly get: (key: CaseKey) => Promise<CaseFile | undefined>;
  /**
   * Changes what the case owes, on the case as it stands, and again on the case as it then stands if somebody else was
   * first. The change decides for itself whether there is still anything to do: undefined leaves the case alone.
   */
  readonly changeOwed: (key: CaseKey, change: (file: CaseFile) => Owed | undefined) => Promise<CaseFile | undefined>;
}

export interface LettersOwed extends OwedByCases {
  /** Cases with a letter due at or before the instant. From an index, so it may lag: read the case before acting. */
  readonly withLetterDue: (now: Instant) => AsyncIterable<CaseKey>;
}

export interface RemindersOwed extends Omit<OwedByCases, "get"> {
  /** Cases that owe a reminder at or before the instant. From an index, so it may lag: the change decides on the case. */
  readonly withReminderDue: (now: Instant) => AsyncIterable<CaseKey>;
}

/** A case of a submission, as far as numbering another one takes. */
export type Sibling = Pick<CaseFile, "number" | "openedFrom">;

export interface FurtherCases extends CaseOpener, OwedByCases {
  /** Cases that owe another unit a case. From an index, so it may lag: read the case before acting. */
  readonly owingCases: () => AsyncIterable<CaseKey>;
  readonly siblings: (submission: string) => Promise<readonly Sibling[]>;
}

export type AllCases = FurtherCases & CaseStatuses & LettersOwed & RemindersOwed;
