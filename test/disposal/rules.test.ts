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
  it.each([
    ["nothing", []],
    ["no list", one],
    ["no decision", [{ ...one, decision: "" }]],
    ["a null decision", [{ ...one, decision: null }]],
    ["markup in a decision", [{ ...one, decision: "<b>" }]],
    ["no years", [{ ...one, keptYears: 0 }]],
    ["half a year", [{ ...one, keptYears: 0.5 }]],
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
});
