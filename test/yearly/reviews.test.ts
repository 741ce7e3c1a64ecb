import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { addMilliseconds, type Instant } from "../../shared/domain/instant.ts";
import { reviewDueOn } from "../../shared/domain/yearly/review-due.ts";
import {
  isReviewIn,
  reviewLettersDue,
  reviewReminderNow,
  unitsReviewing,
} from "../../shared/domain/yearly/review-reminders.ts";
import {
  isMarkedByDpoAfter,
  repeatedId,
  type Standing,
  touchesJudgement,
} from "../../shared/domain/yearly/review-rules.ts";
import type { Recommendation, YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import { at } from "../fixtures.ts";
import { aCity } from "./a-city.ts";
import { answered, nothing } from "./a-review.ts";

const hour = 3_600_000;

describe("reminders of the yearly review", () => {
  it("are said 14 and 2 days before the last of January and the day after, from eight on a working day", () => {
    // In 2027 the 17th, the 30th and the 31st of January are days off.
    const said: (readonly [Instant, string])[] = [];
    for (let now = at("2027-01-01T00:00:00Z"); now < at("2027-12-31T00:00:00Z"); now = addMilliseconds(now, hour)) {
      const due = reviewReminderNow(now);
      if (due !== undefined && due.kind !== said.at(-1)?.[1]) said.push([now, due.kind]);
      if (due !== undefined) expect(due.year).toBe(2026);
    }
    expect(said).toEqual([
      ["2027-01-18T07:00:00Z", "review-due-14-days"],
      ["2027-01-29T07:00:00Z", "review-due-2-days"],
      ["2027-02-01T07:00:00Z", "review-overdue"],
    ]);
  });

  it("are not said at night, on a day off, or when the report has gone to the committees", () => {
    for (const moment of [
      "2027-01-20T05:00:00Z",
      "2027-01-20T16:00:00Z",
      "2027-01-23T10:00:00Z",
      "2027-03-01T10:00:00Z",
    ])
      expect([moment, reviewReminderNow(at(moment))]).toEqual([moment, undefined]);
    expect(reviewReminderNow(at("2027-02-26T10:00:00Z"))?.kind).toBe("review-overdue");
  });

  it("end when something is answered in each of the four areas, and not before", () => {
    expect(isReviewIn(answered)).toBe(true);
    for (const area of ["records", "policies", "measures", "dpias"] as const)
      expect([area, isReviewIn({ ...answered, [area]: nothing[area] })]).toEqual([area, false]);
  });

  it("go to units that are still there, and to no company outside the city", () => {
    const units = unitsReviewing(stockholm, 2026).map(({ id }) => id);
    expect(units).toContain("sthlm-kulturnamnden");
    for (const { id, kind, validTo } of stockholm.units)
      if (kind === "extern" || (validTo ?? "9999") < "2026") expect(units).not.toContain(id);
  });

  it("end with the last day of February, when the report is with the committees", () => {
    // 2028 is a leap year, and both days are working days.
    expect(reviewReminderNow(at("2028-02-28T10:00:00Z"))).toEqual({ year: 2027, kind: "review-overdue" });
    expect(reviewReminderNow(at("2028-02-29T10:00:00Z"))).toBeUndefined();
  });
});

it("a review has no last day of a year that no calendar has", () => {
  expect(reviewDueOn(2026)).toBe("2027-01-31");
  expect(() => reviewDueOn(10_000)).toThrow("10000 is no year");
});

describe("the units that answer for a year", () => {
  const city = aCity({
    always: { validFrom: null, validTo: null },
    "to the year before": { validTo: "2025-12-31" },
    "to its first day": { validTo: "2026-01-01" },
    "from its last day": { validFrom: "2026-12-31", validTo: null },
    "from the year after": { validFrom: "2027-01-01", validTo: null },
    "a company outside": { kind: "extern", validFrom: null, validTo: null },
    "one of history": { kind: "historic", validFrom: null, validTo: null },
  });

  it("are the city's own that were there some day of it", () => {
    expect(unitsReviewing(city, 2026).map(({ id }) => id)).toEqual(["always", "to its first day", "from its last day"]);
  });

  it("are written to while they are there, and once of each kind", () => {
    const lives = { there: { validTo: null }, "to today": { validTo: "2027-02-02" }, gone: { validTo: "2027-02-01" } };
    const now = at("2027-02-02T09:00:00Z");
    const due = (known: readonly string[], reviews: ReadonlyMap<string, YearlyReview> = new Map()) =>
      reviewLettersDue({ year: 2026, kind: "review-overdue" }, aCity(lives), reviews, new Set(known), now);
    expect(due([]).map(({ unit }) => unit)).toEqual(["there", "to today"]);
    expect(due(["there/review-overdue", "to today/review-due-2-days"])).toEqual([
      {
        id: "to today/review-overdue",
        year: 2026,
        unit: "to today",
        kind: "review-overdue",
        state: "owed",
        attempts: [],
        nextAttemptAt: now,
      },
    ]);
    const reviews = new Map([
      ["there", answered],
      ["to today", { ...answered, dpias: nothing.dpias }],
    ]);
    expect(due([], reviews).map(({ unit }) => unit)).toEqual(["to today"]);
  });
});

const recommendation = (parts: Partial<Recommendation> = {}): Recommendation => ({
  id: "r-1",
  area: "records",
  text: "För registret.",
  statedByUnit: null,
  judgedByDpo: "Bra.",
  ...parts,
});
const reviewWith = (recommendations: readonly Recommendation[], parts: Partial<YearlyReview> = {}): YearlyReview => ({
  ...nothing,
  recommendations,
  ...parts,
});
const standing = (review: YearlyReview, isMarkedByDpo = true): Standing => ({ review, isMarkedByDpo });

describe("what is the data protection officer's to judge", () => {
  const judged = reviewWith([recommendation()], { marks: { records: ["red"], rights: ["green", "yellow"] } });
  const touches = (next: YearlyReview, before?: Standing) =>
    touchesJudgement("coordinator", next, standing(judged), before);
  const withJudgements = (...recommendations: readonly Recommendation[]) => ({ ...judged, recommendations });

  it("is the officer's own to change, whatever stands", () => {
    expect(touchesJudgement("dpo", nothing, standing(judged), standing(judged))).toBe(false);
  });

  it("is not touched by what the unit says, nor by a recommendation that nobody has judged", () => {
    const said = recommendation({ statedByUnit: "Vi har gjort det." });
    expect(touches(judged)).toBe(false);
    expect(touches(withJudgements(recommendation({ id: "r-2", judgedByDpo: null }), said))).toBe(false);
  });

  it.each<[string, YearlyReview]>([
    ["a judgement that is taken away", withJudgements()],
    ["a judgement in other words", withJudgements(recommendation({ judgedByDpo: "Dåligt." }))],
    ["a recommendation in other words", withJudgements(recommendation({ text: "Nytt." }))],
    ["a recommendation moved to another area", withJudgements(recommendation({ area: "dpias" }))],
    ["a judgement that is added", withJudgements(recommendation(), recommendation({ id: "r-2" }))],
    ["a mark that is added", { ...judged, marks: { ...judged.marks, dpias: ["green"] } }],
    ["a mark that is taken away", { ...judged, marks: { records: ["red"] } }],
    ["a mark of another colour", { ...judged, marks: { ...judged.marks, records: ["orange"] } }],
  ])("is touched by %s", (_, next) => {
    expect(touches(next)).toBe(true);
  });

  it("is touched by one judgement in other words among several", () => {
    const [one, other] = [recommendation(), recommendation({ id: "r-2" })];
    const then = standing(reviewWith([one, other]));
    const changed = reviewWith([one, { ...other, judgedByDpo: "Dåligt." }]);
    expect(touchesJudgement("coordinator", changed, then, undefined)).toBe(true);
    expect(touchesJudgement("coordinator", changed, undefined, then)).toBe(true);
  });

  it("is not touched by marks in another order of areas, nor by an area without a mark", () => {
    expect(touches({ ...judged, marks: { dpias: [], rights: ["green", "yellow"], records: ["red"] } })).toBe(false);
  });

  it("may be carried over from the year before as it was said then, and in no other words", () => {
    const old = recommendation({ id: "r-0" });
    const before = standing(reviewWith([old]));
    expect(touches(withJudgements(recommendation(), old), before)).toBe(false);
    expect(touches(withJudgements(recommendation(), { ...old, judgedByDpo: "Bättre." }), before)).toBe(true);
    expect(touches(withJudgements(recommendation(), old), standing(reviewWith([old]), false))).toBe(true);
  });

  it("may be proposed by the unit until the officer has been there, but for what was said the year before", () => {
    const marked = reviewWith([recommendation()], { marks: { dpias: ["green"] } });
    for (const now of [undefined, standing(nothing, false)]) {
      const proposed = (before?: Standing) => touchesJudgement("coordinator", marked, now, before);
      expect(proposed()).toBe(false);
      expect(proposed(standing(reviewWith([recommendation()])))).toBe(false);
      expect(proposed(standing(reviewWith([recommendation({ id: "r-9" })])))).toBe(false);
      expect(proposed(standing(reviewWith([recommendation({ judgedByDpo: "Dåligt." })])))).toBe(true);
      expect(proposed(standing(reviewWith([recommendation({ judgedByDpo: "Dåligt." })]), false))).toBe(false);
    }
  });
});

describe("that the officer has been there", () => {
  it("follows from a judgement or a mark of the officer's own, and ends when both are gone", () => {
    const isMarked = (next: YearlyReview) => isMarkedByDpoAfter("dpo", next, standing(nothing));
    expect(isMarked(reviewWith([recommendation()]))).toBe(true);
    expect(isMarked(reviewWith([], { marks: { records: ["red"], dpias: [] } }))).toBe(true);
    expect(isMarked(reviewWith([recommendation({ judgedByDpo: null })], { marks: { records: [] } }))).toBe(false);
  });

  it("stays as it was when a unit answers", () => {
    const marked = reviewWith([recommendation()], { marks: { records: ["red"] } });
    expect(isMarkedByDpoAfter("coordinator", marked, undefined)).toBe(false);
    expect(isMarkedByDpoAfter("coordinator", marked, standing(marked, false))).toBe(false);
    expect(isMarkedByDpoAfter("coordinator", nothing, standing(marked))).toBe(true);
  });
});

describe("each recommendation has an id of its own", () => {
  it.each([
    [[], undefined],
    [["a", "b"], undefined],
    [["a", "b", "a"], 2],
    [["a", "a", "b", "b"], 1],
  ] as const)("of %j the first that is not is at %s", (ids, position) => {
    expect(repeatedId(reviewWith(ids.map((id) => recommendation({ id }))))).toBe(position);
  });
});
