import { describe, expect, it } from "vitest";
import { type Dated, inForceOn } from "../../shared/domain/dated-rule.ts";
import { on } from "./facts.ts";

type Hours = Dated<{ readonly hours: number }>;
const first: Hours = { validFrom: "2018-05-25", validTo: "2020-12-31", hours: 72 };
const second: Hours = { validFrom: "2022-01-01", validTo: null, hours: 48 };

describe("a parameter of the law", () => {
  it.each([
    ["2018-05-25", 72],
    ["2020-12-31", 72],
    ["2022-01-01", 48],
    ["9998-12-31", 48],
    // A day before the first rule, and one between two, are judged by the first.
    ["2018-05-24", 72],
    ["2021-06-01", 72],
  ])("on %s is %i", (day, hours) => {
    expect(inForceOn([first, second], on(day)).hours).toBe(hours);
  });

  it("that was changed on a day holds from that very day, also where the old one was not ended", () => {
    const rules: readonly [Hours, Hours] = [{ ...first, validTo: null }, second];
    expect(inForceOn(rules, on("2021-12-31")).hours).toBe(72);
    expect(inForceOn(rules, on("2022-01-01")).hours).toBe(48);
  });

  it("that has ended does not hold any more, though no later one has begun", () => {
    const ended: Hours = { ...second, validTo: "2023-12-31" };
    const third: Hours = { validFrom: "2025-01-01", validTo: null, hours: 24 };
    for (const [day, hours] of [
      ["2023-12-31", 48],
      ["2024-06-01", 72],
      ["2025-01-01", 24],
    ] as const)
      expect([day, inForceOn([first, ended, third], on(day)).hours]).toEqual([day, hours]);
  });
});
