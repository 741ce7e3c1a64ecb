import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import {
  answeredInTime,
  answeredWithin30Days,
  eveNote,
  extendedDeadlineSteps,
  requestDeadline,
  requestDeadlineSteps,
} from "../../shared/domain/request-deadline.ts";
import { isMutating } from "../proof/seeded.ts";
import { at, factsIn, on } from "./facts.ts";
import { independentLastDay } from "./independent-calendar.ts";

const receipt = (text = "") => (text.includes("T") ? stockholmDate(at(text)) : on(text));

describe("the worked examples", () => {
  test.each(factsIn("deadlines.csv").map((row) => [row.received_on, row.what_it_tests, row] as const))(
    "received %s: %s",
    (receivedOn, _, row) => {
      const deadline = requestDeadline(receipt(receivedOn));
      expect(deadline.steps[1]?.on).toBe(row.one_month_nominal);
      expect(deadline.dueOn).toBe(row.due_on);
      expect(deadline.laterIfEvesCounted ?? deadline.dueOn).toBe(row.if_the_three_eves_counted);
      expect(deadline.thirtyDaysOn).toBe(row.received_plus_30_days);
      expect(deadline.extendedDueOn).toBe(row.extended_due_on);
    },
  );
});

test("every receipt from 1997 to 2060 has the last day an independent calculator gives", () => {
  for (let day = on("1997-01-01"); day <= on(isMutating ? "1999-12-31" : "2060-12-31"); day = addDays(day, 1)) {
    const { dueOn, extendedDueOn, laterIfEvesCounted } = requestDeadline(day);
    const withEves = independentLastDay(day, 1, true);
    const expected = {
      dueOn: independentLastDay(day, 1),
      extendedDueOn: independentLastDay(day, 3),
      laterIfEvesCounted: withEves === independentLastDay(day, 1) ? null : withEves,
    };
    if (
      dueOn !== expected.dueOn ||
      extendedDueOn !== expected.extendedDueOn ||
      laterIfEvesCounted !== expected.laterIfEvesCounted
    ) {
      expect({ day, dueOn, extendedDueOn, laterIfEvesCounted }).toEqual({ day, ...expected });
    }
  }
});

test("the first and the last instant that are understood have their last days", () => {
  expect(requestDeadline(stockholmDate(at("0001-01-02T00:00Z"))).dueOn).toMatch(/^0001-02-0\d$/);
  expect(requestDeadline(stockholmDate(at("9998-12-30T23:59:59Z"))).extendedDueOn).toMatch(/^9999-0[34]-\d\d$/);
  expect(requestDeadline(on("9998-12-31")).dueOn).toMatch(/^9999-0[12]-\d\d$/);
});

test("a later receipt never has an earlier last day, and no last day is more than 35 days away", () => {
  let before = requestDeadline(on("2023-12-31"));
  for (let day = on("2024-01-01"); day <= on(isMutating ? "2025-12-31" : "2053-12-31"); day = addDays(day, 1)) {
    const deadline = requestDeadline(day);
    expect(deadline.dueOn >= before.dueOn && deadline.extendedDueOn >= before.extendedDueOn).toBe(true);
    expect(daysBetween(day, deadline.dueOn)).toBeLessThanOrEqual(36);
    expect(daysBetween(day, deadline.dueOn)).toBeGreaterThanOrEqual(28);
    before = deadline;
  }
});

describe("the count explains itself", () => {
  const swedish = (received: string) =>
    requestDeadlineSteps(requestDeadline(on(received)), "sv").map(({ text }) => text);
  const english = (received: string) =>
    requestDeadlineSteps(requestDeadline(on(received)), "en").map(({ text }) => text);

  test("a month that ends on a working day", () => {
    expect(requestDeadlineSteps(requestDeadline(on("2026-11-24")), "sv")).toEqual([
      { text: "Mottagen 24 november 2026", date: "2026-11-24" },
      { text: "En månad senare: 24 december 2026", date: "2026-12-24" },
      { text: "Det är en vardag, så sista dagen är 24 december 2026", date: "2026-12-24" },
    ]);
    expect(english("2026-11-24")).toEqual([
      "Received 24 November 2026",
      "One month later: 24 December 2026",
      "That is a working day, so the last day is 24 December 2026",
    ]);
  });

  test("each day off that moves it is named", () => {
    expect(swedish("2026-03-03")).toEqual([
      "Mottagen 3 mars 2026",
      "En månad senare: 3 april 2026",
      "3 april 2026 är långfredagen, som är helgdag",
      "4 april 2026 är en lördag",
      "5 april 2026 är påskdagen, som är helgdag",
      "6 april 2026 är annandag påsk, som är helgdag",
      "Nästa vardag är 7 april 2026, så det är sista dagen",
    ]);
    expect(english("2026-04-14")[2]).toBe("14 May 2026 is Ascension Day, a public holiday");
  });

  test("a month without that day is said to end on its last", () => {
    expect(swedish("2026-01-31").slice(1, 4)).toEqual([
      "En månad senare: 28 februari 2026, som är månadens sista dag",
      "28 februari 2026 är en lördag",
      "1 mars 2026 är en söndag",
    ]);
    expect(english("2026-01-31").slice(1)).toEqual([
      "One month later: 28 February 2026, which is the last day of that month",
      "28 February 2026 is a Saturday",
      "1 March 2026 is a Sunday",
      "The next working day is 2 March 2026, so that is the last day",
    ]);
  });

  test("an extension counts three months from receipt", () => {
    const deadline = requestDeadline(on("2026-02-01"));
    expect(extendedDeadlineSteps(deadline, "sv").map(({ text }) => text)).toEqual([
      "Mottagen 1 februari 2026",
      "Tre månader senare: 1 maj 2026",
      "1 maj 2026 är första maj, som är helgdag",
      "2 maj 2026 är en lördag",
      "3 maj 2026 är en söndag",
      "Nästa vardag är 4 maj 2026, så det är sista dagen",
    ]);
    expect(extendedDeadlineSteps(deadline, "en").at(1)?.text).toBe("Three months later: 1 May 2026");
  });

  test("the steps start at receipt, never go back, and end on the last day, every day for ten years", () => {
    for (let day = on("2025-01-01"); day <= on(isMutating ? "2026-12-31" : "2034-12-31"); day = addDays(day, 1)) {
      const deadline = requestDeadline(day);
      const dates = requestDeadlineSteps(deadline, "sv").map(({ date }) => date);
      expect(dates[0]).toBe(day);
      expect(dates.at(-1)).toBe(deadline.dueOn);
      expect([...dates].sort()).toEqual(dates);
      expect(extendedDeadlineSteps(deadline, "en").at(-1)?.date).toBe(deadline.extendedDueOn);
      expect(eveNote(deadline, "en") === null).toBe(deadline.laterIfEvesCounted === null);
    }
  });

  test("an eve on the last day is shown as a note, never as the last day", () => {
    expect(eveNote(requestDeadline(on("2026-05-19")), "sv")).toBe(
      "Vi räknar midsommarafton som en vardag. Hade den räknats som helgdag hade sista dagen varit 22 juni 2026.",
    );
    expect(eveNote(requestDeadline(on("2026-11-24")), "en")).toBe(
      "We count Christmas Eve as a working day. Had it counted as a holiday, the last day would have been 28 December 2026.",
    );
    expect(eveNote(requestDeadline(on("2026-05-20")), "sv")).toBeNull();
  });
});

describe("in time, and within 30 days, are two questions", () => {
  test("a request of 1 February answered on day 30 is late by the law", () => {
    const deadline = requestDeadline(on("2026-02-01"));
    expect(answeredWithin30Days(deadline, on("2026-03-03"))).toBe(true);
    expect(answeredInTime(deadline, on("2026-03-03"))).toBe(false);
    expect(answeredInTime(deadline, on("2026-03-02"))).toBe(true);
  });

  test("a request of 3 March answered after Easter is in time but not within 30 days", () => {
    const deadline = requestDeadline(on("2026-03-03"));
    expect(answeredInTime(deadline, on("2026-04-07"))).toBe(true);
    expect(answeredWithin30Days(deadline, on("2026-04-07"))).toBe(false);
    expect(answeredInTime(deadline, on("2026-04-08"))).toBe(false);
  });

  test("an extended request is in time up to the extended day", () => {
    const deadline = requestDeadline(on("2026-03-05"));
    expect(answeredInTime(deadline, on("2026-06-05"), true)).toBe(true);
    expect(answeredInTime(deadline, on("2026-06-08"), true)).toBe(false);
    expect(answeredWithin30Days(deadline, on("2026-06-05"))).toBe(false);
  });
});
