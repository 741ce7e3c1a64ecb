import { describe, expect, it } from "vitest";
import { disposalRulesOf } from "../../shared/cities/disposal-rules.ts";
import { disposalInWords } from "../../shared/domain/disposal/disposal-in-words.ts";
import {
  type DisposalRule,
  dueRule,
  goesOn,
  kindsDecidedOn,
  ruleFor,
} from "../../shared/domain/disposal/disposal-rule.ts";
import { givenRules } from "../../shared/domain/disposal/given-rules.ts";
import { on } from "../domain/facts.ts";
import { at } from "../fixtures.ts";

const decision = "KS 2026/123";
const rule = (parts: Partial<DisposalRule> = {}): DisposalRule => ({
  id: "a",
  kind: "request",
  keptYears: 2,
  decision,
  validFrom: null,
  validTo: null,
  ...parts,
});
const farsta = "sthlm-sdn-farsta";
const request = { kind: "request", unit: farsta } as const;
const today = on("2030-01-10");

describe("which rule decides", () => {
  it("is the unit's own before the city's, and none of another kind", () => {
    const own = rule({ id: "own", unit: farsta, keptYears: 3 });
    const rules = [rule(), own, rule({ id: "b", kind: "breach", keptYears: 5 })];
    expect(ruleFor(rules, request, today)).toBe(own);
    expect(ruleFor(rules, { kind: "request", unit: "sthlm-kulturnamnden" }, today)?.id).toBe("a");
    expect(ruleFor(rules, { kind: "request", unit: null }, today)?.id).toBe("a");
    expect(ruleFor(rules, { kind: "consultation", unit: farsta }, today)).toBeUndefined();
  });

  it("is the one in force that day", () => {
    const rules = [
      rule({ id: "old", validTo: on("2029-12-31") }),
      rule({ id: "new", keptYears: 4, validFrom: on("2030-01-01") }),
    ];
    expect(ruleFor(rules, request, on("2029-12-31"))?.id).toBe("old");
    expect(ruleFor(rules, request, on("2030-01-01"))?.id).toBe("new");
  });

  it("is none without a decision, also where the city has decided and the unit has a rule of its own", () => {
    expect(ruleFor([rule({ decision: null })], request, today)).toBeUndefined();
    expect(ruleFor([rule(), rule({ id: "own", unit: farsta, decision: null })], request, today)).toBeUndefined();
  });

  it("is in force from its first day to its last, and the unit's own is never another unit's", () => {
    const rules = [rule({ validFrom: on("2030-01-10"), validTo: on("2030-01-12") })];
    const inForce = (day: string) => ruleFor(rules, request, on(day)) !== undefined;
    expect(["2030-01-09", "2030-01-10", "2030-01-12", "2030-01-13"].map(inForce)).toEqual([false, true, true, false]);
    const own = rule({ id: "own", unit: farsta });
    expect(ruleFor([own], { kind: "request", unit: "sthlm-kulturnamnden" }, today)).toBeUndefined();
    expect(ruleFor([own], { kind: "request", unit: null }, today)).toBeUndefined();
    expect(ruleFor([own, rule()], { kind: "request", unit: null }, today)?.id).toBe("a");
  });

  it("is none in any city of the product, where nobody has decided", () => {
    for (const city of ["stockholm", "goteborg", "some-other-city"]) {
      expect(kindsDecidedOn(disposalRulesOf(city), at("2099-01-01T00:00:00Z"))).toEqual([]);
      expect(disposalRulesOf(city).map(({ kind, keptYears }) => [kind, keptYears])).toEqual([
        ["request", 2],
        ["breach", 5],
        ["consultation", 2],
      ]);
    }
  });
});

describe("the day a case goes", () => {
  it.each([
    ["2026-03-10T12:00:00Z", 2, "2028-03-11"],
    // In Stockholm it was already the next day.
    ["2026-06-30T22:30:00Z", 2, "2028-07-02"],
    ["2026-12-31T23:30:00Z", 5, "2032-01-02"],
    ["2028-02-29T12:00:00Z", 2, "2030-03-01"],
    ["2028-02-29T12:00:00Z", 4, "2032-03-01"],
  ])("closed %s and kept %i years: %s", (closedRecordedAt, keptYears, day) => {
    expect(goesOn(at(closedRecordedAt), { keptYears })).toBe(day);
  });

  it("is not a second before midnight in Stockholm", () => {
    const kase = { ...request, closedRecordedAt: at("2026-03-10T12:00:00Z") };
    expect(dueRule([rule()], kase, at("2028-03-10T22:59:59Z"))).toBeUndefined();
    expect(dueRule([rule()], kase, at("2028-03-10T23:00:00Z"))?.id).toBe("a");
    expect(dueRule([], kase, at("2099-01-01T00:00:00Z"))).toBeUndefined();
  });
});

describe("rules from an installation's settings", () => {
  const one = { kind: "request", keptYears: 2, decision };
  it("are read whole", () => {
    expect(givenRules([one, { ...one, unit: farsta, validFrom: "2030-01-01" }])).toEqual([
      rule({ id: "request" }),
      rule({ id: `request/${farsta}/2030-01-01`, unit: farsta, validFrom: on("2030-01-01") }),
    ]);
  });
  it("may say null, or nothing, for a day, and keep cases from 1 to 100 years by a decision of up to 100 letters", () => {
    const long = `Dnr ${"Å".repeat(96)}`;
    expect(givenRules([{ ...one, validFrom: null, validTo: "2030-12-31", keptYears: 1, decision: long }])).toEqual([
      rule({ id: "request", validTo: on("2030-12-31"), keptYears: 1, decision: long }),
    ]);
    expect(givenRules([{ ...one, keptYears: 100 }])).toEqual([rule({ id: "request", keptYears: 100 })]);
    expect(Object.keys(givenRules([one])?.[0] ?? {})).not.toContain("unit");
  });
  it.each([
    ["a rule that is a list", [[]]],
    ["a rule that is a text", ["request"]],
    ["a rule that is null", [null]],
    ["a rule that is a function", [Object.assign(() => undefined, one)]],
    ["a rule in a list", [Object.assign([], one)]],
    ["a hundred years and one", [{ ...one, keptYears: 101 }]],
    ["years as a text", [{ ...one, keptYears: "2" }]],
    ["a decision that is too long", [{ ...one, decision: "Å".repeat(101) }]],
    ["markup after a decision", [{ ...one, decision: "KS 1<" }]],
    ["markup before a decision", [{ ...one, decision: "<KS 1" }]],
    ["a unit that is no text", [{ ...one, unit: 7 }]],
    ["a unit with more before it", [{ ...one, unit: "Å-farsta" }]],
    ["a unit with more after it", [{ ...one, unit: "farsta/x" }]],
    ["no first day", [{ ...one, validFrom: "2030-02-30" }]],
    ["a day that is no text", [{ ...one, validFrom: 20300101 }]],
    ["nothing", []],
    ["no list", one],
    ["no decision", [{ ...one, decision: "" }]],
    ["a null decision", [{ ...one, decision: null }]],
    ["markup in a decision", [{ ...one, decision: "<b>" }]],
    ["no years", [{ ...one, keptYears: 0 }]],
    ["half a year", [{ ...one, keptYears: 0.5 }]],
    ["a year and a half", [{ ...one, keptYears: 1.5 }]],
    ["another kind", [{ ...one, kind: "review" }]],
    ["no day", [{ ...one, validTo: "2030-02-30" }]],
    ["an unknown word", [{ ...one, keptMonths: 2 }]],
    ["two for the same", [one, { ...one, keptYears: 3 }]],
  ])("are refused with %s", (_, given) => {
    expect(givenRules(given)).toBeUndefined();
  });
});

describe("what staff are told", () => {
  const now = at("2030-01-10T10:00:00Z");
  it("is that nothing goes, where nobody has decided", () => {
    const [said, ...more] = disposalInWords(disposalRulesOf("stockholm"), now);
    expect(said?.sv).toMatch(/^Inget gallras\./);
    expect(more).toEqual([]);
  });
  it("is what goes after how many years and by which decision, and what does not", () => {
    const said = disposalInWords([rule(), rule({ id: "own", unit: farsta, decision: null })], now).map(({ sv }) => sv);
    expect(said).toEqual([
      `Ärenden om begäran från registrerade gallras 2 år efter att de avslutades, enligt beslut ${decision}.`,
      `Ärenden om begäran från registrerade (${farsta}) gallras inte, för beslut saknas.`,
    ]);
  });
  it("is nothing of rules that are not in force, nor of kinds that nobody has decided on", () => {
    const said = disposalInWords(
      [
        rule({ kind: "breach", keptYears: 5 }),
        rule({ kind: "breach", keptYears: 9, validFrom: on("2031-01-01") }),
        rule({ kind: "request", decision: null }),
        rule({ kind: "consultation", keptYears: 3 }),
      ],
      now,
    );
    expect(said.map(({ sv }) => sv)).toEqual([
      `Ärenden om personuppgiftsincidenter gallras 5 år efter att de avslutades, enligt beslut ${decision}.`,
      `Ärenden om frågor till dataskyddsombudet gallras 3 år efter att de avslutades, enligt beslut ${decision}.`,
    ]);
  });
});
