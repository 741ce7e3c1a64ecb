import type { Anchor } from "../domain/casework/access-chain.ts";
import type { CivilDate } from "../domain/civil-date.ts";

/** The ends of all chains that grew on a day (UTC), by the chain's name, which says neither what it is of nor whose. */
export interface DayAnchor {
  readonly day: CivilDate;
  readonly heads: Readonly<Record<string, Anchor>>;
}

/** The days that have been anchored, and what each of them holds. */
export interface AnchorReader {
  /** The anchored days of a calendar year, in order. */
  readonly daysOf: (year: number) => Promise<readonly CivilDate[]>;
  readonly anchor: (day: CivilDate) => Promise<DayAnchor>;
}

export interface AnchorArchive extends Pick<AnchorReader, "daysOf"> {
  /** Writes the day's anchor so that nobody can change or take it away; one that is there stays as it is. */
  readonly keep: (anchor: DayAnchor) => Promise<void>;
}

/** Where the chains end, day by day. */
export interface ChainEnds {
  /** The last look of the day in every chain that grew on it. From an index, so it may lag: ask when the day is over. */
  readonly endsOn: (day: CivilDate) => Promise<Readonly<Record<string, Anchor>>>;
}
