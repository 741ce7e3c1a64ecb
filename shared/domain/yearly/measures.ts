import { categoryOf } from "./breach-category.ts";
import type { BreachTally, ConsultationTally, RequestTally, Said, Tally } from "./tally.ts";

/**
 * What is counted, once: the figures are made of it, and so is the list of cases behind each of them. A measure answers
 * whether a case is in the number, or null where nobody has said; a grouping answers under which code it is.
 */
interface Counted<Of> {
  readonly measures: Readonly<Record<string, (tally: Of) => Said>>;
  readonly groupings: Readonly<Record<string, (tally: Of) => string | null>>;
}

export const requests = {
  measures: {
    received: () => true,
    open: ({ outcome }) => outcome === null,
    answeredInTime: ({ inTime }) => inTime,
    answeredWithin30Days: ({ within30Days }) => within30Days,
    extended: ({ extended }) => extended,
  },
  groupings: {
    byOutcome: ({ outcome }) => outcome,
    byRight: ({ right }) => right,
    byChannel: ({ channel }) => channel,
  },
} as const satisfies Counted<RequestTally>;

/** Drills are in no number, and a dismissed report in none but its own. */
const documented = ({ drill, dismissed }: BreachTally): boolean => !drill && !dismissed;

const among = (tally: BreachTally, said: Said): Said => (documented(tally) ? said : false);
const notified = ({ authority }: BreachTally): Said => (authority === "unknown" ? null : authority === "notified");

/** Art. 33.1, 34.1: the authority was not to be told, and nobody was. */
const neither = ({ authority, informed }: BreachTally): Said => {
  if (authority === "notified" || authority === "undecided" || informed === true) return false;
  return authority === "unknown" || informed === null ? null : true;
};

export const breaches = {
  measures: {
    documented,
    notifiedToAuthority: (tally) => among(tally, notified(tally)),
    notifiedInTime: (tally) => among(tally, tally.notifiedInTime),
    subjectsInformed: (tally) => among(tally, tally.informed),
    neither: (tally) => among(tally, neither(tally)),
    withActionPlan: (tally) => among(tally, tally.actionPlan),
    dismissed: ({ drill, dismissed }) => !drill && dismissed,
    // Not among the figures themselves: with `notifiedToAuthority` and `neither` they make up all that is documented.
    informedOnly: (tally) => among(tally, notified(tally) === false && tally.informed === true),
    undecided: (tally) => among(tally, tally.authority === "undecided" && tally.informed !== true),
    untold: (tally) =>
      among(tally, tally.authority === "unknown" || (tally.authority === "not-notified" && tally.informed === null)),
  },
  groupings: {
    byKind: (tally) => (documented(tally) ? tally.whatHappened : null),
    byCategory: (tally) => (documented(tally) ? categoryOf(tally.whatHappened) : null),
    byCause: (tally) => (documented(tally) ? tally.cause : null),
    byDiscovery: (tally) => (documented(tally) ? tally.discoveredBy : null),
  },
} as const satisfies Counted<BreachTally>;

export const consultations = {
  measures: {
    total: () => true,
    beforeStart: ({ beforeStart }) => beforeStart,
    afterStart: ({ afterStart }) => afterStart,
  },
  groupings: { byKind: ({ about }) => about },
} as const satisfies Counted<ConsultationTally>;

/** Whether a case is behind a number, such as `requests.received` or `breaches.byKind.ransomware`. */
type IsBehind = (tally: Tally) => boolean;

const find = <Of extends Tally>(
  kind: Of["kind"],
  { measures, groupings }: Counted<Of>,
  name: string,
  code: string | undefined,
): IsBehind | undefined => {
  // The kind tells which of the tallies it is, and with it what is counted of it.
  const ofKind =
    (test: (tally: Of) => boolean): IsBehind =>
    (tally) =>
      tally.kind === kind && test(tally as Of);
  const measure = Object.hasOwn(measures, name) ? measures[name] : undefined;
  const grouping = Object.hasOwn(groupings, name) ? groupings[name] : undefined;
  if (measure !== undefined && code === undefined) return ofKind((tally) => measure(tally) === true);
  if (grouping !== undefined && code !== undefined) return ofKind((tally) => grouping(tally) === code);
  return undefined;
};

/**
 * The test of whether a case is behind the number at a path; undefined when there is no such number. What has been
 * forwarded is counted on the unit that sent it and is looked for by itself (`leftFrom`).
 */
export function isBehind(path: string): IsBehind | undefined {
  const [kind, name = "", code, ...more] = path.split(".");
  if (more.length > 0) return undefined;
  if (kind === "requests") {
    if (name === "medianDays" && code === undefined)
      return (tally) => tally.kind === "request" && tally.answeredOn !== null;
    return find<RequestTally>("request", requests, name, code);
  }
  if (kind === "breaches") return find<BreachTally>("breach", breaches, name, code);
  if (kind === "consultations") return find<ConsultationTally>("consultation", consultations, name, code);
  return undefined;
}
