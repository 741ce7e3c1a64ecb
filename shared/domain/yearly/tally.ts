import type { ConsultationKind } from "../casework/consultation-case.ts";
import type { Channel, RequestOutcome } from "../casework/request-case.ts";
import type { UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import type { Cause, DiscoveredBy, WhatHappened } from "../incident-codes.ts";
import type { Right } from "../submission.ts";

/** Yes, no, or null: nobody has said. Only what was imported from before the service can be unknown. */
export type Said = boolean | null;

/** What cannot be told of an imported case; counted under this word. */
export const unknown = "unknown";
export type Unknown = typeof unknown;

interface TallyCommon {
  /** The unit it counts in, as it was on the day of receipt; null while the DPO decides where it belongs. */
  readonly counted: UnitId | null;
  /** The unit that holds it now; the same as `counted` for most. */
  readonly holder: UnitId | null;
  /** The local day of receipt; of a breach, the day one became aware. Its year is the case's. */
  readonly receivedOn: CivilDate;
  /** From before the service: it came in as a row of a file. */
  readonly imported: boolean;
}

/** What the year counts of a data-subject request. */
export interface RequestTally extends TallyCommon {
  readonly kind: "request";
  readonly right: Right | Unknown;
  readonly channel: Channel | Unknown;
  /** Null while it is open. */
  readonly outcome: RequestOutcome | Unknown | null;
  /** The day the answer was sent; null where there is none, or none is known. */
  readonly answeredOn: CivilDate | null;
  readonly inTime: Said;
  readonly within30Days: Said;
  readonly extended: Said;
  /** The units that it has left, each once; null where nobody has said. */
  readonly left: readonly UnitId[] | null;
  /** Of a person with protected identity: counted, and never listed for those who may not know. */
  readonly protectedIdentity: boolean;
}

/** What the year counts of an incident. */
export interface BreachTally extends TallyCommon {
  readonly kind: "breach";
  readonly drill: boolean;
  readonly dismissed: boolean;
  readonly whatHappened: WhatHappened | Unknown;
  readonly cause: Cause | Unknown;
  readonly discoveredBy: DiscoveredBy | Unknown;
  /** Whether the authority was told, or that it has been decided not to; `undecided` until then. */
  readonly authority: "notified" | "not-notified" | "undecided" | Unknown;
  /** Within 72 hours; false where the authority was not told. */
  readonly notifiedInTime: Said;
  readonly informed: Said;
  readonly actionPlan: Said;
}

/** What the year counts of a question to the DPO. */
export interface ConsultationTally extends TallyCommon {
  readonly kind: "consultation";
  readonly about: ConsultationKind | Unknown;
  /** Both false where the person who asked did not say when the processing starts. */
  readonly beforeStart: Said;
  readonly afterStart: Said;
}

/** A case as the year counts it: codes, units and days, and nothing that anybody wrote. */
export type Tally = RequestTally | BreachTally | ConsultationTally;

/** A row of the year: a case's reference and its tally. */
export interface YearRow {
  readonly reference: string;
  readonly tally: Tally;
}

/** A year is kept in so many parts, so that they can be read at once. */
export const shardsOfAYear = 16;

const shardName = (year: number, shard: number): string =>
  `${String(year).padStart(4, "0")}#${String(shard).padStart(2, "0")}`;

/** Every part of a year, such as `2026#07`. */
export const yearShards = (year: number): readonly string[] =>
  Array.from({ length: shardsOfAYear }, (_, shard) => shardName(year, shard));

/** The part of the year that a case stands in, by its reference: the same for ever. */
export function yearShardOf(year: number, reference: string): string {
  let sum = 0;
  for (let index = 0; index < reference.length; index++) sum = (sum * 31 + reference.charCodeAt(index)) % 65_521;
  return shardName(year, sum % shardsOfAYear);
}
