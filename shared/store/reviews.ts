import type { UnitId } from "../domain/city.ts";
import type { Instant } from "../domain/instant.ts";
import type { YearlyReview } from "../domain/yearly/yearly-review.ts";

/** A write that was made: the same key and body again gets the same answer. */
export interface ReviewWrite {
  readonly key: string;
  readonly sub: string;
  readonly bodyHash: string;
  /** The version it made. */
  readonly version: number;
}

/** A unit's review of a year as it stands. */
export interface StoredReview {
  readonly year: number;
  readonly unit: UnitId;
  readonly review: YearlyReview;
  /** Whether the marks are the DPO's own: then only the DPO changes them. */
  readonly isMarkedByDpo: boolean;
  /** 1 when first written; one more each time. */
  readonly version: number;
  readonly writtenAt: Instant;
  /** The latest writes, oldest first. */
  readonly writes: readonly ReviewWrite[];
}

export interface Reviews {
  readonly get: (year: number, unit: UnitId) => Promise<StoredReview | undefined>;
  /** Keeps the review if what is kept is the version before; false when somebody else was first. */
  readonly keep: (next: StoredReview) => Promise<boolean>;
}
