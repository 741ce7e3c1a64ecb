import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watch } from "../../functions/deadline-watch/deadline-watch.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { isHumaneHour } from "../../shared/domain/casework/humane-hours.ts";
import { nextReminderAt, remindersDue } from "../../shared/domain/casework/reminders.ts";
import { addMilliseconds, compareInstants, type Instant } from "../../shared/domain/instant.ts";
import { aBreach, at, breachAfter, breachIn, on, received, requestIn } from "../casework/a-case.ts";
import { memoryStore } from "../store/memory-store.ts";

const hour = 3_600_000;
const hoursOn = (hours: number, from: Instant = received): Instant => addMilliseconds(from, hours * hour);

const notified = breachAfter(aBreach(), [{ command: "notify-authority", notifiedAt: at("2026-11-25T09:00:00Z") }]);
const kinds: readonly (readonly [string, CaseFile])[] = [
  ["a request", requestIn("searching")],
  ["a request that nobody has yet", requestIn("triage")],
  ["a request of a person with protected identity", requestIn("searching", { protectedIdentity: true })],
  ["a breach", aBreach()],
  ["a breach with its supplement to come", notified],
  ["a closed breach with a measure left", breachIn("closed")],
  ["a closed request", requestIn("closed")],
];

/** The case after a round at each of the hours. */
function worked(kase: CaseFile, hours: readonly number[]): CaseFile {
  let now = kase;
  for (const each of hours) now = { ...now, letters: now.letters.concat(remindersDue(now, hoursOn(each))) };
  return now;
}
const idsOf = ({ letters }: CaseFile): readonly string[] => letters.map(({ id }) => id);

describe.each(kinds)("%s", (_, kase) => {
  it("is looked at from the moment it owes a reminder, and owes none before", () => {
    const everyHour = Array.from({ length: 100 * 24 }, (_, n) => n);
    let now = kase;
    for (const each of everyHour) {
      const next = nextReminderAt(now);
      const due = remindersDue(now, hoursOn(each));
      const isTime = next !== null && compareInstants(next, hoursOn(each)) <= 0;
      if (due.length > 0) expect(isTime).toBe(true);
      // What waits for a humane hour may be looked at again; at one it is always owed.
      if (isTime && isHumaneHour(hoursOn(each))) expect(due.length).toBeGreaterThan(0);
      now = { ...now, letters: [...now.letters, ...due] };
    }
    expect(nextReminderAt(now)).toBeNull();
  });

  it("owes no letter twice, whenever and however often the rounds come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120 * 24), { minLength: 1, maxLength: 40 }), (hours) => {
        const once = worked(
          kase,
          hours.toSorted((one, other) => one - other),
        );
        const twice = worked(
          kase,
          hours.toSorted((one, other) => one - other).flatMap((each) => [each, each]),
        );
        expect(new Set(idsOf(once)).size).toBe(idsOf(once).length);
        expect(idsOf(twice)).toEqual(idsOf(once));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a round of the watch", () => {
  /** A city whose units have all answered for their year. */
  const quiet = {
    ...memoryStore(),
    city: { ...stockholm, units: [] },
    reviews: async () => [],
    log: () => undefined,
  };
  const open = async (...files: readonly CaseFile[]) => {
    const store = memoryStore();
    for (const file of files) await store.cases.open(file);
    return store;
  };
  const monthsLate = at("2027-04-06T10:00:00Z");

  it("that never came owes nothing; one, or twenty at once, owe each letter once", async () => {
    const counts = [];
    for (const rounds of [0, 1, 20]) {
      const { cases } = await open(requestIn("searching"), { ...aBreach(), submission: "other" });
      const done = await Promise.all(Array.from({ length: rounds }, () => watch(monthsLate, { ...quiet, cases })));
      counts.push(done.reduce((sum, { reminders }) => sum + reminders, 0));
    }
    // Months late only the last stage of each clock is said: to the unit and the DPO, to the manager and the DPO.
    expect(counts).toEqual([0, 4, 4]);
  });

  it("goes on past a case that cannot be read, says so, and does not count itself as finished", async () => {
    const { cases } = await open(requestIn("searching"), { ...aBreach(), submission: "other" });
    const said: string[] = [];
    const round = await watch(monthsLate, {
      ...quiet,
      cases: {
        ...cases,
        changeOwed: async (key, change) => {
          if (key.submission === "other") throw new Error("of another shape");
          return cases.changeOwed(key, change);
        },
      },
      log: (event) => said.push(event),
    });
    expect(round).toEqual({ reminders: 2, failed: 1 });
    expect(said).toEqual(["reminder-failed", "watch-left"]);
  });

  it("tells nobody but the DPO of a person with protected identity", async () => {
    const plain = requestIn("searching", { unit: "sthlm-kulturnamnden" });
    const guarded = { ...requestIn("searching", { protectedIdentity: true }), submission: "other" };
    const toldTo = async (...files: readonly CaseFile[]) => {
      const { cases } = await open(...files);
      for (const day of ["2026-12-17", "2026-12-22", "2026-12-28"])
        await watch(at(`${day}T10:00:00Z`), { ...quiet, cases });
      const kept = await Promise.all(files.map((file) => cases.get(file)));
      return kept.flatMap((file) => file?.letters ?? []).filter(({ kind }) => kind !== "receipt");
    };
    const [without, together] = [await toldTo(plain), await toldTo(plain, guarded)];
    expect(together.filter(({ to }) => to !== "dpo")).toEqual(without.filter(({ to }) => to !== "dpo"));
    expect(together.filter(({ to }) => to === "dpo")).toHaveLength(without.filter(({ to }) => to === "dpo").length + 3);
  });

  it("reminds by the day as it is now, when it has been moved", async () => {
    const { cases } = await open(requestIn("searching", { dueOn: on("2027-02-24") }));
    expect(await watch(at("2026-12-28T10:00:00Z"), { ...quiet, cases })).toEqual({ reminders: 0, failed: 0 });
    expect(await watch(at("2027-02-25T10:00:00Z"), { ...quiet, cases })).toEqual({ reminders: 2, failed: 0 });
  });
});
