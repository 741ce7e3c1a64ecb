import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  breachDeadline,
  breachDeadlineSteps,
  notifiedInTime,
  supplementDueOn,
} from "../../shared/domain/breach-deadline.ts";
import { epochOf, fromStockholm, instantFromEpoch, stockholmDateTime } from "../../shared/domain/instant.ts";
import { isMutating } from "../proof/seeded.ts";
import { at, factsIn, on } from "./facts.ts";

const facts = factsIn("breach-clock.csv");

describe("the worked examples", () => {
  test.each(facts.filter((row) => row.due_local !== "refused").map((row) => [row.aware_local ?? "", row] as const))(
    "aware %s",
    (aware, row) => {
      const { awareAt, dueAt } = breachDeadline(at(aware));
      expect(awareAt).toBe(at(row.aware_utc ?? ""));
      expect(dueAt).toBe(at(row.due_utc ?? ""));
      const { date, time } = stockholmDateTime(dueAt);
      expect(`${date}T${time}`).toBe((row.due_local ?? "").slice(0, 16));
    },
  );

  test.each(facts.filter((row) => row.due_local === "refused").map((row) => [row.aware_local ?? ""] as const))(
    "%s is refused, for it does not exist",
    (aware) => {
      expect(fromStockholm(on(aware.slice(0, 10)), aware.slice(11, 16))).toEqual({
        ok: false,
        error: { code: "does-not-exist" },
      });
    },
  );
});

test("every hour around every change of the clocks has exactly 259 200 seconds to go", () => {
  for (let year = 2018; year <= (isMutating ? 2019 : 2060); year++) {
    for (const month of [2, 9]) {
      for (let hours = 0; hours < 31 * 24; hours++) {
        const awareMs = Date.UTC(year, month, 1, hours);
        expect(epochOf(breachDeadline(instantFromEpoch(awareMs)).dueAt) - awareMs).toBe(259_200_000);
      }
    }
  }
});

test("notified at the very second is in time, and a millisecond later is late", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_500_000_000_000, max: 3_000_000_000_000 }), (ms) => {
      const awareAt = instantFromEpoch(ms);
      const due = ms + 259_200_000;
      expect(notifiedInTime(awareAt, instantFromEpoch(due))).toBe(true);
      expect(notifiedInTime(awareAt, instantFromEpoch(due - 1))).toBe(true);
      expect(notifiedInTime(awareAt, instantFromEpoch(due + 1))).toBe(false);
    }),
  );
});

test("a notification may be supplemented for four weeks, counted in days in Sweden", () => {
  expect(supplementDueOn(at("2026-03-03T23:30:00Z"))).toBe("2026-04-01");
  expect(supplementDueOn(at("2026-12-10T12:00:00Z"))).toBe("2027-01-07");
});

describe("the count explains itself", () => {
  const steps = (aware: string, language: "sv" | "en" = "sv") =>
    breachDeadlineSteps(breachDeadline(at(aware)), language).map(({ text }) => text);

  test("an ordinary week", () => {
    expect(breachDeadlineSteps(breachDeadline(at("2026-06-08T09:05:00+02:00")), "sv")).toEqual([
      { text: "Ni fick kännedom 8 juni 2026 kl. 09.05", at: "2026-06-08T07:05:00Z" },
      { text: "72 timmar senare: anmäl till IMY senast 11 juni 2026 kl. 09.05", at: "2026-06-11T07:05:00Z" },
    ]);
    expect(steps("2026-06-08T09:05:00+02:00", "en")).toEqual([
      "You became aware on 8 June 2026 at 09:05",
      "72 hours later: notify the authority (IMY) by 11 June 2026 at 09:05",
    ]);
  });

  test("a weekend does not move it, and that is said", () => {
    expect(steps("2026-06-18T17:30+02:00")).toEqual([
      "Ni fick kännedom 18 juni 2026 kl. 17.30",
      "Helger och helgdagar flyttar inte tiden",
      "72 timmar senare: anmäl till IMY senast 21 juni 2026 kl. 17.30",
    ]);
  });

  test("the clock going back is named with its moment", () => {
    const explained = breachDeadlineSteps(breachDeadline(at("2026-10-23T15:00+02:00")), "sv");
    expect(explained[1]).toEqual({
      text: "Klockan ställs om till normaltid under tiden. Det blir ändå 72 timmar, så klockslaget blir en timme tidigare",
      at: "2026-10-25T01:00:00Z",
    });
    expect(explained[2]?.text).toBe("72 timmar senare: anmäl till IMY senast 26 oktober 2026 kl. 14.00");
  });

  test("the clocks' change and the days off are said in both languages, whichever way the clocks go", () => {
    // Friday 27 March and 23 October 2026: the clocks change on the Sunday, and 72 hours end on the Monday.
    const spring = "2026-03-27T15:00+01:00";
    const autumn = "2026-10-23T15:00+02:00";
    expect(steps(spring)).toEqual([
      "Ni fick kännedom 27 mars 2026 kl. 15.00",
      "Klockan ställs om till sommartid under tiden. Det blir ändå 72 timmar, så klockslaget blir en timme senare",
      "72 timmar senare: anmäl till IMY senast 30 mars 2026 kl. 16.00",
    ]);
    expect(steps(spring, "en")[1]).toBe(
      "The clocks go forward in between. It is still 72 hours, so the time on the clock is one hour later",
    );
    expect(steps(autumn, "en")[1]).toBe(
      "The clocks go back in between. It is still 72 hours, so the time on the clock is one hour earlier",
    );
    expect(steps("2026-06-18T17:30+02:00", "en")[1]).toBe("Weekends and public holidays do not move the time");
  });

  test("the change is at the hour it happens, also when one became aware at that hour or just before", () => {
    const change = (aware: string) => breachDeadlineSteps(breachDeadline(at(aware)), "sv")[1]?.at;
    expect(change("2026-03-26T01:00:00Z")).toBe("2026-03-29T01:00:00Z");
    expect(change("2026-03-29T00:59:59.999Z")).toBe("2026-03-29T01:00:00Z");
    expect(change("2026-03-29T00:00:00Z")).toBe("2026-03-29T01:00:00Z");
  });

  test("a time the clock shows twice says which", () => {
    expect(steps("2026-10-25T00:30Z")[0]).toBe("Ni fick kännedom 25 oktober 2026 kl. 02.30 (sommartid)");
    expect(steps("2026-10-25T01:30Z")[0]).toBe("Ni fick kännedom 25 oktober 2026 kl. 02.30 (normaltid)");
    expect(steps("2026-10-22T00:30Z").at(-1)).toContain("25 oktober 2026 kl. 02.30 (sommartid)");
    // The doubled hour is from 02.00 to 03.00, and neither the minute before nor the one after.
    expect(steps("2026-10-24T23:59Z")[0]).toBe("Ni fick kännedom 25 oktober 2026 kl. 01.59");
    expect(steps("2026-10-25T00:00Z")[0]).toBe("Ni fick kännedom 25 oktober 2026 kl. 02.00 (sommartid)");
    expect(steps("2026-10-25T01:59Z")[0]).toBe("Ni fick kännedom 25 oktober 2026 kl. 02.59 (normaltid)");
    expect(steps("2026-10-25T02:00Z")[0]).toBe("Ni fick kännedom 25 oktober 2026 kl. 03.00");
  });

  test("the last step is the last instant, and the steps never go back", () => {
    for (let hours = 0; hours < 366 * 24; hours += 5) {
      const deadline = breachDeadline(instantFromEpoch(Date.UTC(2026, 0, 1, hours, 17)));
      const times = breachDeadlineSteps(deadline, "en").map((step) => epochOf(step.at));
      expect(times.at(-1)).toBe(epochOf(deadline.dueAt));
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }
  });
});
