import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { addMilliseconds } from "../../shared/domain/instant.ts";
import { definitionOf } from "../../shared/domain/yearly/definitions.ts";
import { yearShardOf, yearShards } from "../../shared/domain/yearly/tally.ts";
import { tallyOfCase, yearOfTally } from "../../shared/domain/yearly/tally-of-case.ts";
import { readTally, writeTally } from "../../shared/domain/yearly/tally-text.ts";
import { countedYear, countYear, type YearCount } from "../../shared/domain/yearly/year-count.ts";
import type { YearFigures } from "../../shared/domain/yearly/year-figures.ts";
import { figuresFor, unitsToShow, yearReport } from "../../shared/domain/yearly/year-report.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import { aBreach, aRequest, at, breachAfter, consultationIn, on, requestAfter } from "../casework/a-case.ts";
import {
  aBreachTally,
  aConsultationTally,
  aRequestTally,
  counted,
  rowOf,
  rowsOf,
  socialnamnden,
  theYear,
} from "./a-year.ts";

const hours = (count: number) => count * 3_600_000;
const seed = JSON.parse(readFileSync(new URL("../facts/yearly-figures.json", import.meta.url), "utf8"));

const place = { unit: socialnamnden, countedUnit: socialnamnden } as const;

/** Nine requests for a copy, each answered within the month; ten incidents, of which one was notified in time. */
function casesOf2022(): readonly CaseFile[] {
  const requests = Array.from({ length: 9 }, (_, index) => {
    const receivedAt = at(`2022-0${index + 1}-10T09:00:00Z`);
    const answered = addMilliseconds(receivedAt, hours(24 * (10 + index)));
    const asked = aRequest({ ...place, reference: `request-${index}`, receivedAt });
    return requestAfter(
      asked,
      [{ command: "confirm-identity", how: "Besök" }, answered],
      [{ command: "answer", outcome: "granted", sentOn: on(answered.slice(0, 10)) }, answered],
    );
  });
  const breaches = Array.from({ length: 10 }, (_, index) => {
    const awareAt = at(`2022-0${(index % 9) + 1}-05T08:00:00Z`);
    const soon = addMilliseconds(awareAt, hours(20));
    const known = aBreach({ ...place, reference: `breach-${index}`, receivedAt: awareAt });
    const breach = { ...known, times: { ...known.times, detectedAt: awareAt, awareAt } };
    return index === 0
      ? breachAfter(
          breach,
          [{ command: "assess", risk: "risk", explanation: "Uppgifter om hälsa." }, soon],
          [{ command: "notify-authority", notifiedAt: soon }, soon],
        )
      : breachAfter(
          breach,
          [{ command: "assess", risk: "unlikely-risk", explanation: "Brevet kom tillbaka." }, soon],
          [{ command: "do-not-notify", explanation: "Ingen läste det." }, soon],
        );
  });
  return [...requests, ...breaches];
}

const review: YearlyReview = {
  records: { ...seed.records, marks: undefined },
  policies: seed.policies,
  measures: { classified: seed.measures.classified, current: seed.measures.current },
  dpias: seed.dpias,
  marks: { records: ["yellow"], policies: ["green"], breaches: ["yellow", "green"] },
  comments: {},
  recommendations: [],
};
const reviewBefore: YearlyReview = {
  ...review,
  records: { ...review.records, count: seed.records.previousDerived, riskCount: seed.records.riskCountPrevious },
  measures: { classified: seed.measures.classifiedPrevious, current: null },
};

const material = (files: readonly CaseFile[], reviews: readonly [YearlyReview?, YearlyReview?] = []) => ({
  city: stockholm,
  count: theYear(files.map(rowOf)),
  previousCount: theYear([], { year: 2021 }),
  reviews: new Map(reviews[0] === undefined ? [] : [[socialnamnden, reviews[0]]]),
  previousReviews: new Map(reviews[1] === undefined ? [] : [[socialnamnden, reviews[1]]]),
});

describe("the city's own report of 2022 comes out of its cases", () => {
  const figures = figuresFor(material(casesOf2022(), [review, reviewBefore]), socialnamnden);

  it("nine requests, all for a copy and all answered within 30 days", () => {
    expect(figures.requests).toMatchObject({
      received: seed.rights.received,
      byRight: seed.rights.byRightDerived,
      answeredWithin30Days: seed.rights.within30Days,
      answeredInTime: 9,
      open: 0,
      medianDays: 14,
    });
  });

  it("ten incidents documented, one notified and in time, nine neither", () => {
    expect(figures.breaches).toMatchObject({
      documented: seed.breaches.documented,
      notifiedToAuthority: seed.breaches.notifiedToAuthority,
      notifiedInTime: seed.breaches.notifiedInTime,
      neither: seed.breaches.notNotifiedDerived,
      subjectsInformed: 0,
    });
  });

  it("292 registrations, four more than the year before; 9 classified, 27 before", () => {
    expect(figures.review?.records.count).toBe(seed.records.count);
    expect(figures.previous?.review?.measures.classified).toBe(seed.measures.classifiedPrevious);
    expect(figures.change?.review).toEqual({
      records: { count: seed.records.change, riskCount: 0 },
      measures: { classified: 9 - 27 },
    });
  });

  it("what nobody knows of the year before is not known, and never a 0", () => {
    expect(figures.previous?.requests).toMatchObject({ received: null, forwarded: null, byRight: {} });
    expect(figures.previous?.breaches.documented).toBeNull();
    expect(figures.change?.requests).toMatchObject({ received: null });
  });
});

describe("a year", () => {
  it("takes a case in by the local day of receipt: New Year's Eve in Stockholm begins an hour before UTC says", () => {
    const lastHour = aRequest({ ...place, receivedAt: at("2022-12-31T23:30:00Z") });
    expect(yearOfTally(tallyOfCase(lastHour))).toBe(2023);
    const breach = aBreach({ ...place, receivedAt: at("2023-01-02T08:00:00Z") });
    const known = { ...breach, times: { ...breach.times, awareAt: at("2022-12-30T08:00:00Z") } };
    expect(yearOfTally(tallyOfCase(known))).toBe(2022);
  });

  it("counts a request in the year it came, also when it ended in the next", () => {
    const receivedAt = at("2022-12-20T09:00:00Z");
    const ended = at("2023-01-10T09:00:00Z");
    const late = requestAfter(
      aRequest({ ...place, receivedAt }),
      [{ command: "confirm-identity", how: "Besök" }, ended],
      [{ command: "answer", outcome: "granted", sentOn: on("2023-01-10") }, ended],
    );
    expect(yearOfTally(tallyOfCase(late))).toBe(2022);
    expect(theYear([rowOf(late)]).city.requests).toMatchObject({ received: 1, open: 0 });
  });

  it("has every case in one of sixteen parts, the same for ever, and uses them all", () => {
    const parts = new Set(Array.from({ length: 1000 }, (_, n) => yearShardOf(2026, `7K3M9Q2X4TBH${n}-1`)));
    expect([...parts].sort()).toEqual(yearShards(2026));
    expect(yearShardOf(2026, "7K3M9Q2X4TBHP-1")).toMatch(/^2026#\d\d$/);
  });

  it("counts neither drills nor dismissed reports among the documented, and dismissed ones by themselves", () => {
    const { breaches } = theYear(
      rowsOf([
        aBreachTally(),
        aBreachTally({ drill: true }),
        aBreachTally({ dismissed: true }),
        aBreachTally({ drill: true, dismissed: true }),
      ]),
    ).city;
    expect(breaches).toMatchObject({ documented: 1, dismissed: 1, byKind: { "sent-by-mistake": 1 } });
  });

  it("counts a forwarded case in the unit that has it, and on the one it left", () => {
    const year = theYear(rowsOf([aRequestTally({ counted: "sthlm-sdn-farsta", left: [socialnamnden] })]));
    expect(year.ofUnit(socialnamnden).requests).toMatchObject({ received: 0, forwarded: 1 });
    expect(year.ofUnit("sthlm-sdn-farsta").requests).toMatchObject({ received: 1, forwarded: 0 });
    expect(year.city.requests).toMatchObject({ received: 1, forwarded: 1 });
  });

  it("counts what the DPO still has in the city and in no unit", () => {
    const year = theYear(rowsOf([aRequestTally({ counted: null, holder: null }), aRequestTally()]));
    expect(year.city.requests.received).toBe(2);
    expect(year.units).toEqual([socialnamnden]);
  });

  it("leaves a unit that is gone its own figures, and folds them into the one that came after", () => {
    const rows = rowsOf([
      aRequestTally({ counted: "sthlm-sdn-rinkeby-kista", holder: "sthlm-sdn-jarva" }),
      aRequestTally({ counted: "sthlm-sdn-spanga-tensta", holder: "sthlm-sdn-spanga-tensta" }),
    ]);
    const all = { ...material([]), count: theYear(rows) };
    expect(figuresFor(all, "sthlm-sdn-rinkeby-kista")).toMatchObject({ requests: { received: 1 }, asNow: null });
    const successor = figuresFor(all, "sthlm-sdn-jarva");
    expect(successor.requests.received).toBe(0);
    expect(successor.asNow?.requests.received).toBe(2);
    expect(unitsToShow(all)).toEqual(["sthlm-sdn-jarva", "sthlm-sdn-rinkeby-kista", "sthlm-sdn-spanga-tensta"]);
    expect(theYear([], { year: 2026, isRunning: true }).asNow("sthlm-sdn-jarva")).toBeNull();
  });

  it("gives the writers each unit in the order of their names, å, ä and ö last", () => {
    const rows = rowsOf(
      ["sthlm-aldrenamnden", "sthlm-socialnamnden", "sthlm-sdn-alvsjo"].map((unit) =>
        aRequestTally({ counted: unit, holder: unit }),
      ),
    );
    const report = yearReport({ ...material([]), count: theYear(rows) }, null, null);
    expect(report.units.map(({ name }) => name)).toEqual([
      "Hägersten-Älvsjö stadsdelsnämnd",
      "Socialförvaltningen",
      "Äldreförvaltningen",
      "Älvsjö stadsdelsnämnd",
    ]);
    expect(report.figures.unit).toBeNull();
    expect(yearReport({ ...material([]), count: theYear(rows) }, socialnamnden, null).unit).toEqual({
      id: socialnamnden,
      name: "Socialförvaltningen",
      controller: "Socialnämnden",
    });
  });

  it("knows a 0 where cases are handled here, and does not know it where there are only imported ones", () => {
    const imported = rowsOf([aBreachTally({ imported: true, informed: null, authority: "not-notified" })]);
    const { requests, breaches } = theYear(imported).ofUnit(socialnamnden);
    expect(requests.received).toBeNull();
    expect(breaches).toMatchObject({ documented: 1, notifiedToAuthority: 0, subjectsInformed: null, neither: null });
    expect(
      theYear([...imported, ...rowsOf([aRequestTally({ counted: "sthlm-sdn-farsta" })])]).city.requests.received,
    ).toBe(1);
    expect(
      theYear(rowsOf([aBreachTally({ imported: true, authority: "unknown", informed: false })])).city.breaches,
    ).toMatchObject({ documented: 1, notifiedToAuthority: null, subjectsInformed: 0, neither: null });
    expect(theYear(rowsOf([aConsultationTally({ imported: true })])).city).toMatchObject({
      consultations: { total: 1 },
      breaches: { documented: null },
    });
    expect(theYear(rowsOf([aBreachTally({ imported: true })])).city.consultations.total).toBeNull();
    const unsaid = aRequestTally({ imported: true, left: null });
    expect(theYear(rowsOf([unsaid])).city.requests).toMatchObject({ received: 1, forwarded: null });
    expect(theYear([]).city.requests.received).toBeNull();
    expect(theYear([], { isRunning: true }).city.requests.received).toBe(0);
  });

  it("takes the middle of the answers' days, half-way between two, and none where an imported answer has no date", () => {
    const answered = (day: string) => aRequestTally({ outcome: "granted", answeredOn: on(day), inTime: true });
    const days = (...of: readonly ReturnType<typeof answered>[]) => theYear(rowsOf(of)).city.requests.medianDays;
    expect(days(answered("2022-05-04"), answered("2022-05-30"), answered("2022-05-05"))).toBe(3);
    expect(days(answered("2022-05-04"), answered("2022-05-05"))).toBe(2.5);
    expect(days(aRequestTally())).toBeNull();
    expect(days(answered("2022-05-04"), aRequestTally({ imported: true, outcome: "granted" }))).toBeNull();
  });
});

describe("the figures of a unit and of the city", () => {
  const known = (
    year: YearCount,
    reviews: ReadonlyMap<string, YearlyReview> = new Map(),
  ): ((unit: string | null) => YearFigures) => {
    const [now, city] = [theYear(rowsOf([aRequestTally(), aRequestTally({ counted: farsta })])), stockholm];
    const all = { city, count: now, previousCount: year, reviews: new Map(), previousReviews: reviews };
    return (unit) => figuresFor(all, unit);
  };
  const farsta = "sthlm-sdn-farsta";
  const yearBefore = (...tallies: Parameters<typeof rowsOf>[0][number][]) =>
    theYear(rowsOf(tallies.map((tally) => ({ ...tally, receivedOn: on("2021-05-03") }))), { year: 2021 });

  it("are each their own, and the city's are no review and nothing as things are now", () => {
    const figures = known(yearBefore());
    expect(figures(null)).toMatchObject({ unit: null, requests: { received: 2 }, review: null, asNow: null });
    expect(figures(farsta)).toMatchObject({ unit: farsta, requests: { received: 1 } });
  });

  it("stand beside those of the year before where anything is known of that", () => {
    const nothing = known(yearBefore());
    const imported = known(yearBefore(aRequestTally({ imported: true })));
    const kept = known(yearBefore(aRequestTally()));
    const reviewed = known(yearBefore(), new Map([[farsta, review]]));
    const received = ({ previous, change }: YearFigures) => [previous?.requests.received, change?.requests];
    for (const unit of [null, farsta, socialnamnden])
      expect(nothing(unit)).toMatchObject({ previous: null, change: null });
    expect(received(imported(null))).toEqual([1, expect.objectContaining({ received: 1 })]);
    expect(received(imported(socialnamnden))).toEqual([1, expect.objectContaining({ received: 0 })]);
    expect(imported(farsta)).toMatchObject({ previous: null, change: null });
    expect(received(kept(farsta))).toEqual([0, expect.objectContaining({ received: 1 })]);
    expect(reviewed(farsta).previous).toMatchObject({ review, requests: { received: null } });
    expect(reviewed(socialnamnden).previous).toBeNull();
  });

  it("are, in the report of one unit, its alone", () => {
    expect(
      yearReport({ ...material([]), count: theYear(rowsOf([aRequestTally()])) }, socialnamnden, null).units,
    ).toEqual([]);
  });
});

describe("what does not add up stops the year and is named", () => {
  const wrong = (tally: Parameters<typeof rowsOf>[0][number]) => counted(rowsOf([aRequestTally(), tally]));

  it("a case that says two things at once", () => {
    const error = { code: "contradiction", reference: "case-2" };
    expect(wrong(aRequestTally({ inTime: true }))).toEqual({ ok: false, error });
    expect(wrong(aRequestTally({ outcome: "granted", answeredOn: on("2022-05-01") }))).toEqual({ ok: false, error });
    expect(wrong(aRequestTally({ within30Days: true }))).toEqual({ ok: false, error });
    expect(wrong(aRequestTally({ answeredOn: on("2022-05-04") }))).toEqual({ ok: false, error });
    expect(wrong(aBreachTally({ notifiedInTime: true }))).toEqual({ ok: false, error });
    expect(wrong(aBreachTally({ notifiedInTime: true, authority: "not-notified" }))).toEqual({ ok: false, error });
    expect(wrong(aConsultationTally({ beforeStart: true, afterStart: true }))).toEqual({ ok: false, error });
  });

  it("a case of another year, or of a unit that the city does not have", () => {
    expect(wrong(aRequestTally({ receivedOn: on("2023-01-01") }))).toMatchObject({ error: { code: "other-year" } });
    expect(wrong(aRequestTally({ receivedOn: on("2021-12-31") }))).toMatchObject({ error: { code: "other-year" } });
    for (const day of ["2022-01-01", "2022-12-31"]) expect(wrong(aRequestTally({ receivedOn: on(day) })).ok).toBe(true);
    for (const nowhere of [{ left: ["nowhere"] }, { counted: "nowhere" }, { holder: "nowhere" }])
      expect(wrong(aRequestTally(nowhere))).toMatchObject({ error: { code: "unknown-unit" } });
  });

  const request = writeTally(aRequestTally({ outcome: "granted", answeredOn: on("2022-05-30") }));
  const violationOf = (cases: readonly (readonly [reference: string, text: string])[]) => {
    const counting = countYear(stockholm, 2022, false);
    for (const one of cases) counting.add(...one);
    const done = counting.done();
    return done.ok ? undefined : done.error;
  };

  it.each([
    ["what is no tally", "1x"],
    ["a day of receipt that is none", writeTally(aRequestTally()).replace("2022-05-02", "2022-02-30")],
    ["a day of the answer that is none", request.replace("2022-05-30", "2022-02-30")],
    ["a forwarded one of no day", writeTally(aRequestTally({ left: [socialnamnden] })).replace("05-02", "02-30")],
  ])("a case that cannot be read: %s", (_, text) => {
    const cases = [["case-1", request] as const, ["case-2", text] as const, ["case-3", text] as const];
    expect(violationOf(cases)).toEqual({ code: "unreadable", reference: "case-2" });
  });

  it("the first of them by its reference, in whatever order they come", () => {
    const first = { code: "unreadable", reference: "case-1" };
    const other = request.replace("2022-05-02", "2021-05-02");
    for (const order of [
      [1, 2, 3],
      [3, 2, 1],
      [2, 1, 3],
    ])
      expect(violationOf(order.map((n) => [`case-${n}`, n === 1 ? "1x" : other]))).toEqual(first);
  });

  it("a year that no calendar has is not counted at all", () => {
    expect(() => countYear(stockholm, 10_000, false)).toThrow(RangeError);
  });
});

describe("the pages of a year", () => {
  const page = (...tallies: Parameters<typeof rowsOf>[0][number][]) =>
    rowsOf(tallies).map(({ reference, tally }) => ({ reference, tally: writeTally(tally) }));
  const received = async (now: string, ...pages: ReturnType<typeof page>[]) => {
    const count = await countedYear(
      stockholm,
      2022,
      async function* (year) {
        expect(year).toBe(2022);
        yield* pages;
      },
      at(now),
    );
    return count.ok ? count.value.city.requests.received : count.error.code;
  };

  it("are counted together, and one that holds something wrong stops them all", async () => {
    const [one, two] = [page(aRequestTally(), aRequestTally()), page(aRequestTally())];
    expect(await received("2024-05-02T09:00:00Z", one, [], two)).toBe(3);
    const wrong = page(aRequestTally({ receivedOn: on("2023-01-01") }));
    expect(await received("2024-05-02T09:00:00Z", one, wrong)).toBe("other-year");
  });

  it("make 0 of a year without cases while it runs, by the clock in Stockholm, and are not known before and after", async () => {
    expect(await received("2021-12-31T22:59:59Z")).toBeNull();
    expect(await received("2021-12-31T23:00:00Z")).toBe(0);
    expect(await received("2022-12-31T22:59:59Z")).toBe(0);
    expect(await received("2022-12-31T23:00:00Z")).toBeNull();
  });
});

describe("a tally", () => {
  it("comes back from its text as it was, whatever the case", () => {
    const tallies = [
      ...casesOf2022().map(tallyOfCase),
      tallyOfCase(consultationIn("received")),
      aRequestTally({ counted: null, holder: null, right: "unknown", channel: "unknown", outcome: "unknown" }),
      aRequestTally({ holder: "sthlm-sdn-jarva", left: ["sthlm-sdn-farsta", socialnamnden], protectedIdentity: true }),
      aRequestTally({ imported: true, inTime: null, within30Days: null, extended: null, left: null }),
      aBreachTally({ authority: "unknown", informed: null, actionPlan: null, notifiedInTime: null }),
      aBreachTally({ drill: true, dismissed: true, whatHappened: "unknown" }),
      aConsultationTally({ about: "unknown", beforeStart: null, afterStart: null, imported: true }),
    ];
    for (const tally of tallies) expect(readTally(writeTally(tally))).toEqual(tally);
  });

  it("is short, and holds no word that anybody wrote", () => {
    const texts = [...casesOf2022(), consultationIn("received")].map((file) => writeTally(tallyOfCase(file)));
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(110);
      expect(text).toMatch(/^1[rbc][ynp?-]+(\|[a-z0-9,-]*)+$/);
      expect(text).not.toMatch(/brev|kuvert|påhitt|Besök|T\d\d:/i);
    }
  });

  it("is nothing where the text is of another shape", () => {
    for (const text of [
      "",
      "2rnnnnn|a||access|web|||2022-01-01|----------",
      "1rnnnnn|a||access|web|||2022-02-30|----------",
      "1rnnnnn|a||acces|web|||2022-01-01|----------",
      "1rnnnnn|a||access|web|||2022-01-01|",
      "1xnn|a||question|2022-01-01",
      "1bnnnnnn|a||other|unknown|unknown|2022-01-01",
      "1rnnnnn|a||access|web",
    ])
      expect(readTally(text)).toBeUndefined();
  });

  it("of a reopened case is that of an open one", () => {
    const closed = casesOf2022()[0];
    if (closed?.kind !== "request") throw new Error("the first is a request");
    const reopened = requestAfter(closed, [
      { command: "reopen", reason: "Svaret var inte helt." },
      at("2022-06-01T08:00:00Z"),
    ]);
    expect(tallyOfCase(reopened)).toMatchObject({ outcome: null, answeredOn: null, inTime: false });
  });
});

it("every figure has its definition, in both languages", () => {
  const { requests, breaches, consultations } = theYear(
    rowsOf([aRequestTally(), aBreachTally(), aConsultationTally()]),
  ).city;
  for (const [kind, figures] of Object.entries({ requests, breaches, consultations }))
    for (const name of Object.keys(figures)) {
      expect([name, definitionOf(`${kind}.${name}`)?.sv]).toEqual([name, expect.stringMatching(/\.$/)]);
      expect(definitionOf(`${kind}.${name}`)?.en).toMatch(/\.$/);
    }
  expect(definitionOf("requests.byRight.access")).toEqual(definitionOf("requests.byRight"));
  expect(definitionOf("requests.nothing")).toBeUndefined();
});
