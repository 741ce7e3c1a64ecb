import type { CaseKind } from "../domain/casework/case-file.ts";
import type { UnitId } from "../domain/city.ts";
import type { DecidedRule } from "../domain/disposal/disposal-rule.ts";
import type { Instant } from "../domain/instant.ts";
import type { CaseKey } from "./cases.ts";

/** A closed case as the role that disposes of it sees it: codes and dates. */
export interface ClosedCase extends CaseKey {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly unit: UnitId | null;
  readonly closedRecordedAt: Instant;
  readonly version: number;
  readonly protectedIdentity: string | null;
  /** What the year counts of the case, kept as it is. */
  readonly yearShard: string | null;
  readonly tally: string | null;
}

export interface Disposal {
  /** Closed cases of a kind whose closing was recorded at or before the instant. From an index, so it may lag. */
  readonly closed: (kind: CaseKind, until: Instant) => AsyncIterable<ClosedCase>;
  /**
   * Leaves of the case its key and codes, if it is still as it was seen: closed, and owing nobody anything. Says whether it
   * did. One write; everything else is gone with it.
   */
  readonly disposeOf: (kase: ClosedCase, rule: DecidedRule, now: Instant) => Promise<boolean>;
  /** Disposed cases of which it is not known whether their submission is to go as well. */
  readonly unsettled: () => AsyncIterable<CaseKey>;
  /** Whether every case of the submission has been disposed of. */
  readonly isWhollyDisposed: (submission: string) => Promise<boolean>;
  /** Leaves of the submission its reference. False when it is still to be taken in. Done again, it is done once. */
  readonly disposeOfSubmission: (reference: string, now: Instant) => Promise<boolean>;
  /** Nothing more is to be done about a disposed case. */
  readonly settled: (key: CaseKey) => Promise<void>;
}

/** What is left of a case: enough to tell those who could see it that it is gone, and why. */
export interface DisposedCase {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly unit: UnitId | null;
  readonly protectedIdentity: boolean;
  readonly closedRecordedAt: Instant;
  readonly disposedAt: Instant;
}

/** A line of the ledger. */
export interface DisposalEntry {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly unit: UnitId | null;
  readonly closedRecordedAt: Instant;
  readonly disposedAt: Instant;
  readonly rule: string;
  readonly decision: string;
}

/** What has been disposed of, under which rule, latest first. */
export interface DisposalLedger {
  readonly entries: (page: {
    readonly limit: number;
    readonly after?: string;
  }) => Promise<{ readonly items: readonly DisposalEntry[]; readonly next: string | null }>;
}
