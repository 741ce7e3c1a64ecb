import { describe, expect, it } from "vitest";
import { leftThen, lineAfter } from "../../shared/domain/yearly/year-count.ts";
import { on } from "../domain/facts.ts";
import { aCity } from "./a-city.ts";
import { aBreachTally, aConsultationTally, aRequestTally, rowsOf, theYear } from "./a-year.ts";

const until = { validTo: "2022-06-30" };
const since = { validFrom: "2022-07-01" };
/** At midsummer a unit got another name, two became one, one was divided, and one was divided only to be whole again. */
const city = aCity({
  parks: { ...until, successors: ["gardens"] },
  gardens: since,
  north: { ...until, successors: ["north and south"] },
  south: { ...until, successors: ["north and south"] },
  "north and south": since,
  care: { ...until, successors: ["the old", "the young"] },
  "the old": { ...since, validTo: "2024-12-31", successors: ["the elderly"] },
  "the elderly": { validFrom: "2025-01-01" },
  "the young": since,
  divided: { ...until, successors: ["one half", "other half"] },
  "one half": { ...since, validTo: "2024-12-31", successors: ["whole again"] },
  "other half": { ...since, validTo: "2024-12-31", successors: ["whole again"] },
  "whole again": { validFrom: "2025-01-01" },
  newest: { validFrom: "2025-01-01" },
  library: {},
});

describe("the units that a case has come to through the reorganisations", () => {
  it.each<[string, string | null, readonly string[]]>([
    ["library", "library", []],
    ["parks", "gardens", ["gardens"]],
    ["parks", "parks", ["gardens"]],
    ["north", null, ["north and south"]],
    ["the old", "library", ["the elderly"]],
    // Of a unit that was divided: by who holds the case, also where that one has another name since.
    ["care", "the young", ["the young"]],
    ["care", "the old", ["the old", "the elderly"]],
    ["care", "the elderly", ["the old", "the elderly"]],
    // Nobody can tell, and it stays where it was.
    ["care", "care", []],
    ["care", "library", []],
    ["care", null, []],
    ["divided", "whole again", []],
  ])("from %s, where %s holds it, are %j", (unit, holder, line) => {
    expect(lineAfter(city, unit, holder)).toEqual(line);
  });
});

describe("the unit that a case has left is named as it was on the day of receipt", () => {
  it.each<[readonly string[] | null, string, readonly string[]]>([
    [["gardens"], "2022-06-30", ["parks"]],
    [["gardens"], "2022-07-01", ["gardens"]],
    [["parks"], "2022-06-30", ["parks"]],
    [["parks"], "2022-07-01", ["gardens"]],
    [["the elderly"], "2022-05-02", ["care"]],
    [["library", "gardens"], "2022-05-02", ["library", "parks"]],
    // The same unit by two names is one.
    [["parks", "gardens"], "2022-05-02", ["parks"]],
    // Several were there then, or none: it is itself.
    [["north and south"], "2022-05-02", ["north and south"]],
    [["newest"], "2022-05-02", ["newest"]],
    [[], "2022-05-02", []],
    [null, "2022-05-02", []],
  ])("%j, received on %s: %j", (left, day, then) => {
    expect(leftThen(aRequestTally({ left, receivedOn: on(day) }), city)).toEqual(then);
  });

  it("and only a request leaves a unit", () => {
    for (const tally of [aBreachTally(), aConsultationTally()]) expect(leftThen(tally, city)).toEqual([]);
  });

  it("so those of a year are counted on both names, and on the last as things are now", () => {
    const sent = { counted: "library", holder: "library", left: ["gardens"] };
    const early = aRequestTally({ ...sent, receivedOn: on("2022-03-01") });
    const late = aRequestTally({ ...sent, receivedOn: on("2022-09-01") });
    const year = theYear(rowsOf([early, late, early, aRequestTally({ counted: "parks", holder: "gardens" })]), {
      city,
    });
    const forwarded = [year.ofUnit("parks"), year.ofUnit("gardens"), year.city, year.asNow("gardens")];
    expect(forwarded.map((figures) => figures?.requests.forwarded)).toEqual([2, 1, 3, 3]);
    expect(year.asNow("gardens")?.requests.received).toBe(1);
    expect(year.ofUnit("library").requests).toMatchObject({ received: 3, forwarded: 0 });
    expect([year.units, year.inheriting]).toEqual([["parks", "gardens", "library"], ["gardens"]]);
    const lateOnly = theYear(rowsOf([late]), { city });
    expect([lateOnly.units, lateOnly.inheriting]).toEqual([["gardens", "library"], []]);
  });

  it("and has that number also where nothing else is known of it", () => {
    const imported = aRequestTally({ imported: true, counted: "gardens", holder: "gardens", left: ["gardens"] });
    expect(theYear(rowsOf([imported]), { city }).ofUnit("parks").requests.forwarded).toBe(1);
    expect(theYear(rowsOf([imported]), { city }).ofUnit("library").requests.forwarded).toBeNull();
  });
});

describe("a unit has figures as things are now", () => {
  const lives = aCity({
    "to the year before": { validTo: "2021-12-31", successors: ["after one that had ended"] },
    "after one that had ended": { validFrom: "2022-01-01" },
    "to the first day": { validTo: "2022-01-01", successors: ["after the first day"] },
    "after the first day": { validFrom: "2022-01-02" },
    "from the last day": { validFrom: "2022-12-31", validTo: "2025-12-31", successors: ["after the last day"] },
    "after the last day": { validFrom: "2026-01-01" },
    "from the year after": {
      validFrom: "2023-01-01",
      validTo: "2025-12-31",
      successors: ["after one that was not yet"],
    },
    "after one that was not yet": { validFrom: "2026-01-01" },
    "after nobody": {},
  });
  const asNow = (unit: string, ...tallies: Parameters<typeof rowsOf>) =>
    theYear(rowsOf(tallies[0] ?? []), { city: lives, isRunning: true }).asNow(unit)?.requests.received ?? null;

  it.each([
    ["after one that had ended", null],
    ["after the first day", 0],
    ["after the last day", 0],
    ["after one that was not yet", null],
    ["after nobody", null],
    ["to the first day", null],
  ])("where one before it was there that year: %s", (unit, received) => {
    expect(asNow(unit, [])).toBe(received);
  });

  it("or had a case that year although it had ended", () => {
    const late = aRequestTally({ counted: "to the year before", holder: "after one that had ended" });
    expect(asNow("after one that had ended", [late])).toBe(1);
  });
});
