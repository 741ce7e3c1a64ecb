import { describe, expect, it } from "vitest";
import { disposeOfDue } from "../../functions/disposal/disposal.ts";
import { addDays, addMonths, type CivilDate } from "../../shared/domain/civil-date.ts";
import type { DisposalRule } from "../../shared/domain/disposal/disposal-rule.ts";
import { fromStockholm, type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import { on } from "../domain/facts.ts";
import { memoryDisposal } from "./memory-disposal.ts";

const decided = { decision: "KS 2026/123", validFrom: null, validTo: null };
const own = "sthlm-sdn-farsta";
const rules: readonly DisposalRule[] = [
  { id: "request", kind: "request", keptYears: 2, ...decided },
  { id: "request/own", kind: "request", unit: own, keptYears: 3, ...decided },
  { id: "breach", kind: "breach", keptYears: 5, ...decided },
  { id: "consultation", kind: "consultation", keptYears: 2, ...decided, decision: null },
];

const at = (day: CivilDate, time: string): Instant => {
  const found = fromStockholm(day, time);
  if (!found.ok) throw new Error(`${day} ${time}`);
  return found.value;
};

/** The day a case goes, counted without the product's own code: years on, or the last of February, and one day more. */
function expectedDay(closedOn: CivilDate, years: number): CivilDate {
  return addDays(addMonths(closedOn, 12 * years), 1);
}

const kinds = ["request", "breach", "consultation"] as const;
const units = [own, "sthlm-kulturnamnden", null] as const;
const first = on("2026-01-01");
const nights = Array.from({ length: 17 * 366 }, (_, n) => addDays(first, n));
/** The ten years in which cases are closed; the nights go on until the last has gone. */
const days = nights.filter((day) => day < "2036-01-01");

const noFiles = { removeOf: async () => undefined, removeEvidenceOf: async () => undefined };

describe("ten years of cases, night after night", () => {
  it("each goes in the night of its day, none before; figures are the same before and after", async () => {
    const store = memoryDisposal();
    let number = 0;
    const expected = new Map<string, CivilDate>();
    // A pseudorandom walk from a fixed beginning, so that a failure can be looked at again.
    let seed = 20_260_101;
    const chance = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * most);
    };
    for (const day of days.filter(() => chance(3) === 0)) {
      const [kind, unit] = [kinds[chance(3)] ?? "request", units[chance(3)] ?? null];
      number += 1;
      const submission = `S${Math.floor(number / 2)}`;
      const kase = store.close({
        submission,
        number,
        kind,
        unit,
        closedRecordedAt: at(day, chance(2) ? "23:59" : "00:00"),
      });
      if (kind === "consultation") continue;
      expected.set(kase.reference, expectedDay(day, kind === "breach" ? 5 : unit === own ? 3 : 2));
    }
    const figures = store.figures();
    const gone = new Map<string, CivilDate>();
    for (const day of nights) {
      const now = at(day, "03:30");
      const before = new Set(store.disposed());
      await disposeOfDue(now, { rules, disposal: store.disposal, files: noFiles, log: () => undefined });
      for (const reference of store.disposed()) if (!before.has(reference)) gone.set(reference, stockholmDate(now));
    }
    expect(gone).toEqual(expected);
    expect(gone.size).toBeGreaterThan(500);
    expect(store.figures()).toEqual(figures);
    // A submission went with its last case, and stayed while one of its cases did.
    expect(store.submissionsDisposed()).toEqual(store.submissionsWithoutCases());
  }, 120_000);

  it("a night that is missed is made good by the next, and one that comes twenty times at once does nothing more", async () => {
    const store = memoryDisposal();
    store.close({ submission: "A", number: 1, kind: "request", unit: null, closedRecordedAt: at(first, "12:00") });
    store.close({ submission: "A", number: 2, kind: "request", unit: own, closedRecordedAt: at(first, "12:00") });
    const emptied: string[] = [];
    const files = {
      ...noFiles,
      removeOf: async ({ submission, number }: { readonly submission: string; readonly number: number }) => {
        emptied.push(`${submission}-${number}`);
      },
    };
    const deps = { rules, disposal: store.disposal, files, log: () => undefined };
    const night = (day: string) => disposeOfDue(at(on(day), "03:30"), deps);
    expect(await night("2028-01-01")).toEqual({ cases: 0, submissions: 0, failed: 0 });
    expect(await night("2028-06-01")).toEqual({ cases: 1, submissions: 0, failed: 0 });
    // The files of its answer went with the case, and no other's.
    expect(emptied).toEqual(["A-1"]);
    const together = await Promise.all(Array.from({ length: 20 }, () => night("2029-08-01")));
    expect(together.reduce((sum, { cases }) => sum + cases, 0)).toBe(1);
    expect(store.submissionsDisposed()).toEqual(new Set(["A"]));
    expect(new Set(emptied)).toEqual(new Set(["A-1", "A-2"]));
    expect(await night("2029-08-02")).toEqual({ cases: 0, submissions: 0, failed: 0 });
  });
});
