import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { behind } from "../../shared/domain/yearly/behind.ts";
import { changeBetween } from "../../shared/domain/yearly/change.ts";
import { brokenSums } from "../../shared/domain/yearly/invariants.ts";
import { medianOf } from "../../shared/domain/yearly/median.ts";
import { addCases, addLeft, figuresOf, joinSums, noSums, type Sums } from "../../shared/domain/yearly/sums.ts";
import type { Tally } from "../../shared/domain/yearly/tally.ts";
import { on } from "../domain/facts.ts";
import { answered, nothing } from "./a-review.ts";
import { aBreachTally, aConsultationTally, aRequestTally, socialnamnden } from "./a-year.ts";

/** The sums of these cases. */
const sumsOf = (...tallies: readonly Tally[]): Sums => {
  const sums = noSums();
  for (const tally of tallies) addCases(sums, { tally, cases: 1, days: new Map(), undated: 1 });
  return sums;
};
const one = [aRequestTally(), aBreachTally(), aConsultationTally()];

describe("a year in which a sum comes out in two ways is stopped, and the figure is named", () => {
  it("and is not where each comes out the same", () => {
    const byUnit = new Map([[socialnamnden, sumsOf(...one)]]);
    expect(brokenSums(sumsOf(...one, ...one), sumsOf(...one), byUnit)).toBeUndefined();
  });

  it.each<[string, string, (sums: Sums) => unknown]>([
    ["requests.received", "an open request too many", ({ request }) => request.measures.open.count++],
    ["requests.received", "a request that ended in no way", ({ request }) => request.measures.open.count--],
    ["requests.byRight", "a request of no right", ({ request }) => request.groupings.byRight.clear()],
    ["requests.byChannel", "a request that came no way", ({ request }) => request.groupings.byChannel.clear()],
    ["breaches.documented", "one notified too many", ({ breach }) => breach.measures.notifiedToAuthority.count++],
    ["breaches.documented", "one too many that was not", ({ breach }) => breach.measures.neither.count++],
    ["breaches.documented", "one too many that was only told of", ({ breach }) => breach.measures.informedOnly.count++],
    ["breaches.documented", "one undecided too many", ({ breach }) => breach.measures.undecided.count++],
    ["breaches.documented", "one untold too many", ({ breach }) => breach.measures.untold.count++],
    ["breaches.byKind", "an incident of no kind", ({ breach }) => breach.groupings.byKind.clear()],
    ["breaches.byCategory", "an incident of no category", ({ breach }) => breach.groupings.byCategory.clear()],
    ["consultations.byKind", "a question about nothing", ({ consultation }) => consultation.groupings.byKind.clear()],
  ])("%s, by %s", (figure, _, spoil) => {
    const spoilt = sumsOf(...one);
    spoil(spoilt);
    const good = sumsOf(...one);
    expect(brokenSums(spoilt, noSums(), new Map([[socialnamnden, good]]))).toEqual({
      code: "does-not-add-up",
      unit: null,
      figure,
    });
    expect(brokenSums(good, noSums(), new Map([[socialnamnden, spoilt]]))).toMatchObject({
      unit: socialnamnden,
      figure,
    });
  });

  const granted = (parts: Parameters<typeof aRequestTally>[0] = {}) => aRequestTally({ outcome: "granted", ...parts });
  const notified = (parts: Parameters<typeof aBreachTally>[0] = {}) =>
    aBreachTally({ authority: "notified", ...parts });
  it.each<[string, readonly Tally[], readonly Tally[]]>([
    ["requests.received", [granted()], []],
    ["requests.open", [aRequestTally()], [granted()]],
    ["requests.answeredInTime", [granted({ inTime: true })], [granted()]],
    ["requests.answeredWithin30Days", [granted({ within30Days: true })], [granted()]],
    ["requests.extended", [granted({ extended: true })], [granted()]],
    ["breaches.documented", [notified()], []],
    ["breaches.notifiedToAuthority", [notified()], [aBreachTally()]],
    ["breaches.notifiedInTime", [notified({ notifiedInTime: true })], [notified()]],
    ["breaches.subjectsInformed", [notified({ informed: true })], [notified()]],
    ["breaches.neither", [aBreachTally({ authority: "not-notified" })], [aBreachTally()]],
    ["breaches.dismissed", [aBreachTally({ dismissed: true })], [aBreachTally({ drill: true })]],
    ["consultations.total", [aConsultationTally()], []],
  ])("%s, where the city's is not the sum of the units' and of what no unit has", (figure, ofCity, ofUnits) => {
    const wrong = { code: "does-not-add-up", unit: null, figure };
    expect(brokenSums(sumsOf(...ofCity), noSums(), new Map([[socialnamnden, sumsOf(...ofUnits)]]))).toEqual(wrong);
    expect(brokenSums(sumsOf(...ofCity), sumsOf(...ofUnits), new Map())).toEqual(wrong);
    expect(brokenSums(sumsOf(...ofCity), sumsOf(...ofCity), new Map())).toBeUndefined();
  });

  it("requests.forwarded, where the city knows of a case that left and no unit does", () => {
    const whole = noSums();
    addLeft(whole, 1);
    expect(brokenSums(whole, noSums(), new Map())).toMatchObject({ unit: null, figure: "requests.forwarded" });
  });
});

describe("what is counted in two places and added", () => {
  const tallies = [
    ...one,
    aRequestTally({ right: "erasure", outcome: "granted", inTime: true, within30Days: true, extended: true }),
    aBreachTally({ whatHappened: "phishing", authority: "notified", notifiedInTime: true, informed: true }),
    aConsultationTally({ about: "dpia", beforeStart: true }),
    aRequestTally({ imported: true, outcome: "granted", inTime: null, left: null }),
    aBreachTally({ imported: true, authority: "unknown", informed: null, actionPlan: null, notifiedInTime: null }),
    aConsultationTally({ imported: true, beforeStart: null, afterStart: null }),
  ];
  const dated = (sums: Sums, ...lengths: readonly number[]): Sums => {
    const tally = aRequestTally({ outcome: "granted" });
    for (const length of lengths) addCases(sums, { tally, cases: 1, days: new Map([[length, 1]]), undated: 0 });
    addLeft(sums, lengths.length);
    return sums;
  };

  it.each([true, false])("is the same as counted at once, also of a year that is kept: %s", (isKept) => {
    for (let cut = 0; cut <= tallies.length; cut++) {
      const together = dated(sumsOf(...tallies.slice(0, cut)), 3);
      joinSums(together, dated(sumsOf(...tallies.slice(cut)), 5, 9));
      expect(figuresOf(together, isKept)).toEqual(figuresOf(dated(sumsOf(...tallies), 3, 5, 9), isKept));
    }
    for (const tally of tallies) {
      const alone = noSums();
      joinSums(alone, sumsOf(tally));
      expect(figuresOf(alone, isKept)).toEqual(figuresOf(sumsOf(tally), isKept));
    }
  });

  it("has its codes in the order of the alphabet, so that the same cases are the same bytes", () => {
    const asked = ["portability", "access", "erasure"] as const;
    const { byRight } = figuresOf(sumsOf(...asked.map((right) => aRequestTally({ right }))), true).requests;
    expect(Object.keys(byRight)).toEqual(asked.toSorted());
  });
});

describe("the middle of the days of a year with imported cases", () => {
  const medianWith = (parts: Parameters<typeof aRequestTally>[0]) => {
    const sums = sumsOf(aRequestTally(parts));
    addCases(sums, { tally: aRequestTally(), cases: 1, days: new Map([[7, 1]]), undated: 0 });
    return figuresOf(sums, true).requests.medianDays;
  };

  it.each(["granted", "partly-granted", "no-data", "refused-unfounded", "refused-by-law", "unknown"] as const)(
    "is not known where one has ended as %s on a day that nobody has said",
    (outcome) => {
      expect(medianWith({ imported: true, outcome })).toBeNull();
    },
  );

  it.each([null, "withdrawn", "duplicate", "referred", "reclassified", "identity-not-confirmed"] as const)(
    "is that of the others where one has no answer: %s",
    (outcome) => {
      expect(medianWith({ imported: true, outcome })).toBe(7);
    },
  );
});

describe("the cases behind a number", () => {
  const isBehind = (path: string, tally: Tally, unit: string | null = socialnamnden) =>
    behind(path)?.(tally, unit, stockholm);

  it("are those of the unit it is counted on, or all for the city's", () => {
    const elsewhere = aRequestTally({ counted: "sthlm-sdn-farsta" });
    expect(isBehind("requests.received", aRequestTally())).toBe(true);
    expect(isBehind("requests.received", elsewhere)).toBe(false);
    expect(isBehind("requests.received", elsewhere, null)).toBe(true);
    expect(isBehind("requests.received", aBreachTally(), null)).toBe(false);
    expect(isBehind("requests.open", aRequestTally({ outcome: "granted" }), null)).toBe(false);
    expect(isBehind("requests.byRight.access", aRequestTally())).toBe(true);
    expect(isBehind("requests.byRight.erasure", aRequestTally())).toBe(false);
  });

  it("are, of what was forwarded, those that left the unit", () => {
    const left = aRequestTally({ counted: "sthlm-sdn-farsta", left: [socialnamnden] });
    expect(isBehind("requests.forwarded", left)).toBe(true);
    expect(isBehind("requests.forwarded", left, "sthlm-sdn-farsta")).toBe(false);
    expect(isBehind("requests.forwarded", left, null)).toBe(true);
    for (const tally of [aRequestTally(), aRequestTally({ left: null }), aBreachTally()])
      expect(isBehind("requests.forwarded", tally, null)).toBe(false);
  });

  it("are, of the middle of the days, those that were answered", () => {
    expect(isBehind("requests.medianDays", aRequestTally({ answeredOn: on("2022-05-04") }))).toBe(true);
    for (const tally of [aRequestTally(), aBreachTally()]) expect(isBehind("requests.medianDays", tally)).toBe(false);
  });

  it.each([
    "requests",
    "requests.colour",
    "requests.byRight",
    "requests.byRight.access.more",
    "requests.received.more",
    "requests.medianDays.more",
    "requests.toString",
    "requests.toString.access",
    "breaches.medianDays",
    "consultations.received",
    "reviews.total",
    "",
  ])("are none of %j, which is no number", (path) => {
    expect(behind(path)).toBeUndefined();
  });
});

describe("the difference from the year before", () => {
  const year = (tallies: readonly Tally[], isKept = true) => ({
    ...figuresOf(sumsOf(...tallies), isKept),
    review: null,
  });
  const of = (
    kind: "requests" | "breaches" | "consultations",
    ...years: readonly [ReturnType<typeof year>, ReturnType<typeof year>]
  ) => changeBetween(...years)[kind];

  it("is a number for each number, and for each code that either year has", () => {
    const before = year([...one, aRequestTally({ right: "erasure" }), aRequestTally({ right: "erasure" })]);
    const now = year([...one, aConsultationTally({ about: "dpia" }), aBreachTally({ drill: true })]);
    expect(of("requests", now, before)).toMatchObject({
      received: -2,
      open: -2,
      byRight: { access: 0, erasure: -2 },
      medianDays: null,
    });
    expect(of("consultations", now, before)).toMatchObject({ total: 1, byKind: { dpia: 1, question: 0 } });
    expect(of("breaches", now, before)).toMatchObject({ documented: 0, byKind: { "sent-by-mistake": 0 } });
    expect(Object.keys(of("requests", now, before) ?? {})).toEqual(Object.keys(now.requests));
    // A code that only the later year has stands where the alphabet has it, so that the same cases are the same bytes.
    const changed = JSON.stringify(
      of("requests", year([aRequestTally()]), year([aRequestTally({ right: "erasure" })])),
    );
    expect(changed).toContain('"byRight":{"access":1,"erasure":-1}');
  });

  it("is not known where either year is not, code by code as well", () => {
    const [known, unknown] = [year(one), year([], false)];
    for (const [now, before] of [
      [known, unknown],
      [unknown, known],
    ] as const) {
      expect(of("requests", now, before)).toMatchObject({ received: null, byRight: { access: null } });
      expect(of("breaches", now, before)).toMatchObject({ documented: null, byKind: { "sent-by-mistake": null } });
      expect(of("consultations", now, before)).toMatchObject({ total: null, byKind: { question: null } });
    }
  });

  it("is, of the reviews, that of the numbers in them, where both years have one", () => {
    const reviewed = (count: number | null, riskCount: number | null, classified: number | null) => ({
      ...year([]),
      review: {
        ...answered,
        records: { ...answered.records, count, riskCount },
        measures: { classified, current: null },
      },
    });
    expect(changeBetween(reviewed(5, 2, 1), reviewed(3, 3, 1)).review).toEqual({
      records: { count: 2, riskCount: -1 },
      measures: { classified: 0 },
    });
    expect(changeBetween(reviewed(5, null, 1), reviewed(null, 3, 1)).review).toMatchObject({
      records: { count: null, riskCount: null },
    });
    expect(changeBetween({ ...year([]), review: nothing }, year([])).review).toBeNull();
    expect(changeBetween(year([]), { ...year([]), review: nothing }).review).toBeNull();
  });
});

describe("the middle of numbers that are counted by how often they came", () => {
  it.each<[Record<number, number>, number | null]>([
    [{}, null],
    [{ 7: 1 }, 7],
    [{ 7: 1, 30: 1 }, 18.5],
    [{ 30: 1, 7: 2 }, 7],
    [{ 100: 2, 9: 2 }, 54.5],
    [{ 0: 3, 5: 1 }, 0],
    [{ 1: 1, 10: 1, 2: 1 }, 2],
  ])("of %j is %s", (times, middle) => {
    expect(medianOf(new Map(Object.entries(times).map(([days, count]) => [Number(days), count])))).toBe(middle);
  });
});
