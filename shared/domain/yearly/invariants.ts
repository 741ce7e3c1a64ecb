import type { UnitId } from "../city.ts";
import type { Sums } from "./sums.ts";
import type { Tally } from "./tally.ts";

/** A case that cannot be counted. */
export interface CaseViolation {
  readonly code: "unreadable" | "other-year" | "unknown-unit" | "contradiction";
  readonly reference: string;
}
/** What does not add up, and where: it stops the compile. A null `unit` is the city. */
export type Violation =
  | CaseViolation
  | { readonly code: "does-not-add-up"; readonly unit: UnitId | null; readonly figure: string };

/** Whether a case says two things that cannot both be so, whatever its days. */
export function contradiction(tally: Tally): boolean {
  switch (tally.kind) {
    case "request": {
      const { outcome, inTime, within30Days } = tally;
      return outcome === null && (inTime === true || within30Days === true);
    }
    case "breach":
      return tally.notifiedInTime === true && (tally.authority === "not-notified" || tally.authority === "undecided");
    case "consultation":
      return tally.beforeStart === true && tally.afterStart === true;
  }
}

const total = (grouping: ReadonlyMap<string, number>): number =>
  grouping.values().reduce((sum, count) => sum + count, 0);

/** Every sum that must come out the same in two ways, each under its figure's name. */
const checks: Readonly<Record<string, (sums: Sums) => readonly [number, number]>> = {
  "requests.received": ({ request: { measures, groupings } }) => [
    measures.received.count,
    measures.open.count + total(groupings.byOutcome),
  ],
  "requests.byRight": ({ request: { measures, groupings } }) => [measures.received.count, total(groupings.byRight)],
  "requests.byChannel": ({ request: { measures, groupings } }) => [measures.received.count, total(groupings.byChannel)],
  "breaches.documented": ({ breach: { measures } }) => {
    const { documented, notifiedToAuthority, neither, informedOnly, undecided, untold } = measures;
    return [
      documented.count,
      notifiedToAuthority.count + neither.count + informedOnly.count + undecided.count + untold.count,
    ];
  },
  "breaches.byKind": ({ breach: { measures, groupings } }) => [measures.documented.count, total(groupings.byKind)],
  "breaches.byCategory": ({ breach: { measures, groupings } }) => [
    measures.documented.count,
    total(groupings.byCategory),
  ],
  "consultations.byKind": ({ consultation: { measures, groupings } }) => [
    measures.total.count,
    total(groupings.byKind),
  ],
};

/** The figures of the whole city that must be the sum of the units' and of what no unit has yet. */
const added: Readonly<Record<string, (sums: Sums) => number>> = {
  "requests.received": ({ request }) => request.measures.received.count,
  "requests.open": ({ request }) => request.measures.open.count,
  "requests.answeredInTime": ({ request }) => request.measures.answeredInTime.count,
  "requests.answeredWithin30Days": ({ request }) => request.measures.answeredWithin30Days.count,
  "requests.extended": ({ request }) => request.measures.extended.count,
  "requests.forwarded": ({ left }) => left.count,
  "breaches.documented": ({ breach }) => breach.measures.documented.count,
  "breaches.notifiedToAuthority": ({ breach }) => breach.measures.notifiedToAuthority.count,
  "breaches.notifiedInTime": ({ breach }) => breach.measures.notifiedInTime.count,
  "breaches.subjectsInformed": ({ breach }) => breach.measures.subjectsInformed.count,
  "breaches.neither": ({ breach }) => breach.measures.neither.count,
  "breaches.dismissed": ({ breach }) => breach.measures.dismissed.count,
  "consultations.total": ({ consultation }) => consultation.measures.total.count,
};

/** The first sum that does not come out, of the city or of a unit; undefined when all do. */
export function brokenSums(whole: Sums, triage: Sums, byUnit: ReadonlyMap<UnitId, Sums>): Violation | undefined {
  const places = [[null, whole] as const, ...byUnit];
  for (const [unit, sums] of places)
    for (const [figure, check] of Object.entries(checks)) {
      const [one, other] = check(sums);
      if (one !== other) return { code: "does-not-add-up", unit, figure };
    }
  for (const [figure, of] of Object.entries(added)) {
    const parts = [triage, ...byUnit.values()].reduce((sum, sums) => sum + of(sums), 0);
    if (parts !== of(whole)) return { code: "does-not-add-up", unit: null, figure };
  }
  return undefined;
}
