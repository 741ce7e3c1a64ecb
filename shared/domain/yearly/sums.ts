import { answeringOutcomes } from "../casework/request-case.ts";
import type { BreachFigures, CaseFigures, ConsultationFigures, Counts, Known, RequestFigures } from "./figures.ts";
import { breaches, consultations, requests } from "./measures.ts";
import { medianOf } from "./median.ts";
import {
  type BreachTally,
  type ConsultationTally,
  type RequestTally,
  type Said,
  type Tally,
  unknown,
} from "./tally.ts";

/** How many cases are in one number, and for how many nobody has said. */
interface Tallied {
  count: number;
  unsaid: number;
}

/** The sums of one kind of case: as large for a million of them as for one. */
interface KindSums<Measure extends string, Grouping extends string> {
  cases: number;
  readonly measures: Readonly<Record<Measure, Tallied>>;
  readonly groupings: Readonly<Record<Grouping, Map<string, number>>>;
}

interface CountedBy<Of, Measure extends string, Grouping extends string> {
  readonly measures: Readonly<Record<Measure, (tally: Of) => Said>>;
  readonly groupings: Readonly<Record<Grouping, (tally: Of) => string | null>>;
}

const namesOf = <Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] =>
  // A record's keys are the names of its type.
  Object.keys(record) as Name[];

const recordOf = <Name extends string, Value>(names: readonly Name[], make: () => Value): Record<Name, Value> =>
  // Every name is given its value here.
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>;

/** What is known of one kind: its measures and groupings, with their names made once. */
const kindOf = <Of, Measure extends string, Grouping extends string>(by: CountedBy<Of, Measure, Grouping>) => {
  const measures = namesOf(by.measures);
  const groupings = namesOf(by.groupings);
  return {
    none: (): KindSums<Measure, Grouping> => ({
      cases: 0,
      measures: recordOf(measures, () => ({ count: 0, unsaid: 0 })),
      groupings: recordOf(groupings, () => new Map<string, number>()),
    }),
    add: (sums: KindSums<Measure, Grouping>, tally: Of, cases: number): void => {
      sums.cases += cases;
      for (const name of measures) {
        const said = by.measures[name](tally);
        if (said === true) sums.measures[name].count += cases;
        else if (said === null) sums.measures[name].unsaid += cases;
      }
      for (const name of groupings) {
        const code = by.groupings[name](tally);
        if (code !== null) raise(sums.groupings[name], code, cases);
      }
    },
    join: (into: KindSums<Measure, Grouping>, from: KindSums<Measure, Grouping>): void => {
      into.cases += from.cases;
      for (const name of measures) {
        into.measures[name].count += from.measures[name].count;
        into.measures[name].unsaid += from.measures[name].unsaid;
      }
      for (const name of groupings)
        for (const [code, count] of from.groupings[name]) raise(into.groupings[name], code, count);
    },
  };
};

export const raise = <Key>(counts: Map<Key, number>, key: Key, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

const kinds = {
  request: kindOf<RequestTally, keyof typeof requests.measures, keyof typeof requests.groupings>(requests),
  breach: kindOf<BreachTally, keyof typeof breaches.measures, keyof typeof breaches.groupings>(breaches),
  consultation: kindOf<ConsultationTally, keyof typeof consultations.measures, keyof typeof consultations.groupings>(
    consultations,
  ),
};

/** What has been counted for a unit, or for the city. */
export interface Sums {
  readonly request: ReturnType<typeof kinds.request.none>;
  readonly breach: ReturnType<typeof kinds.breach.none>;
  readonly consultation: ReturnType<typeof kinds.consultation.none>;
  /** Cases that left the unit, wherever they count now. */
  readonly left: Tallied;
  /** How many answers took how many days; and, among the imported, how many nobody has dated. */
  readonly days: Map<number, number>;
  readonly undated: { count: number };
}

export const noSums = (): Sums => ({
  request: kinds.request.none(),
  breach: kinds.breach.none(),
  consultation: kinds.consultation.none(),
  left: { count: 0, unsaid: 0 },
  days: new Map(),
  undated: { count: 0 },
});

/** Ended by an answer, or by what nobody has said: that may have been one. */
const mayBeAnswered = ({ outcome }: RequestTally): boolean =>
  outcome === unknown || answeringOutcomes.some((answer) => answer === outcome);

/** Cases that are alike in all but their days. */
export interface Alike {
  readonly tally: Tally;
  readonly cases: number;
  /** How many of their answers took how many days. */
  readonly days: ReadonlyMap<number, number>;
  /** How many have no answer that is dated. */
  readonly undated: number;
}

/** Adds cases to the sums. That they have left other units is counted on those (`addLeft`). */
export function addCases(sums: Sums, { tally, cases, days, undated }: Alike): void {
  switch (tally.kind) {
    case "request":
      kinds.request.add(sums.request, tally, cases);
      if (tally.left === null) sums.left.unsaid += cases;
      for (const [length, count] of days) raise(sums.days, length, count);
      if (tally.imported && mayBeAnswered(tally)) sums.undated.count += undated;
      return;
    case "breach":
      kinds.breach.add(sums.breach, tally, cases);
      return;
    case "consultation":
      kinds.consultation.add(sums.consultation, tally, cases);
      return;
  }
}

export const addLeft = (sums: Sums, cases: number): void => {
  sums.left.count += cases;
};

/** Adds what has been counted in one place to another. */
export function joinSums(into: Sums, from: Sums): void {
  kinds.request.join(into.request, from.request);
  kinds.breach.join(into.breach, from.breach);
  kinds.consultation.join(into.consultation, from.consultation);
  into.left.count += from.left.count;
  into.left.unsaid += from.left.unsaid;
  into.undated.count += from.undated.count;
  for (const [days, count] of from.days) raise(into.days, days, count);
}

const known = ({ count, unsaid }: Tallied): Known => (unsaid > 0 ? null : count);

/** In the order of the codes, so that the same cases give the same bytes. */
const counts = (grouping: ReadonlyMap<string, number>): Counts =>
  Object.fromEntries([...grouping].sort(([one], [other]) => (one < other ? -1 : 1)));

const unknownRequests: RequestFigures = {
  received: null,
  open: null,
  byOutcome: {},
  byRight: {},
  byChannel: {},
  answeredInTime: null,
  answeredWithin30Days: null,
  extended: null,
  forwarded: null,
  medianDays: null,
};

const requestFigures = ({ request: { measures, groupings }, left, days, undated }: Sums): RequestFigures => ({
  received: known(measures.received),
  open: known(measures.open),
  byOutcome: counts(groupings.byOutcome),
  byRight: counts(groupings.byRight),
  byChannel: counts(groupings.byChannel),
  answeredInTime: known(measures.answeredInTime),
  answeredWithin30Days: known(measures.answeredWithin30Days),
  extended: known(measures.extended),
  forwarded: known(left),
  medianDays: undated.count > 0 ? null : medianOf(days),
});

const unknownBreaches: BreachFigures = {
  documented: null,
  notifiedToAuthority: null,
  notifiedInTime: null,
  subjectsInformed: null,
  neither: null,
  byKind: {},
  byCategory: {},
  byCause: {},
  byDiscovery: {},
  withActionPlan: null,
  dismissed: null,
};

const breachFigures = ({ breach: { measures, groupings } }: Sums): BreachFigures => ({
  documented: known(measures.documented),
  notifiedToAuthority: known(measures.notifiedToAuthority),
  notifiedInTime: known(measures.notifiedInTime),
  subjectsInformed: known(measures.subjectsInformed),
  neither: known(measures.neither),
  byKind: counts(groupings.byKind),
  byCategory: counts(groupings.byCategory),
  byCause: counts(groupings.byCause),
  byDiscovery: counts(groupings.byDiscovery),
  withActionPlan: known(measures.withActionPlan),
  dismissed: known(measures.dismissed),
});

const unknownConsultations: ConsultationFigures = { total: null, beforeStart: null, afterStart: null, byKind: {} };

const consultationFigures = ({ consultation: { measures, groupings } }: Sums): ConsultationFigures => ({
  total: known(measures.total),
  beforeStart: known(measures.beforeStart),
  afterStart: known(measures.afterStart),
  byKind: counts(groupings.byKind),
});

/**
 * The sums as figures.
 *
 * @param isKept whether the year's cases were handled in this service: then none counted is a 0, else it is not known
 */
export const figuresOf = (sums: Sums, isKept: boolean): CaseFigures => ({
  requests: isKept || sums.request.cases > 0 || sums.left.count > 0 ? requestFigures(sums) : unknownRequests,
  breaches: isKept || sums.breach.cases > 0 ? breachFigures(sums) : unknownBreaches,
  consultations: isKept || sums.consultation.cases > 0 ? consultationFigures(sums) : unknownConsultations,
});
