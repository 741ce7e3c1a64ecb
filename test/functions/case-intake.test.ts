import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntakeDeps, onStream, sweep } from "../../functions/case-intake/case-intake.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { logOf } from "../../shared/lambda/log.ts";
import { aSubmission } from "../fixtures.ts";
import { memoryStore } from "../store/memory-store.ts";

const wake = (n: number) => ({
  dynamodb: { Keys: { reference: { S: aSubmission(n).reference } }, SequenceNumber: String(n) },
});

async function aHouse(submissions: number) {
  const store = memoryStore();
  const lines: string[] = [];
  for (let n = 1; n <= submissions; n += 1) await store.submissions.add(aSubmission(n));
  const deps: IntakeDeps = {
    ...store,
    log: logOf(
      { stage: "test", role: "case-intake" },
      (line) => lines.push(line),
      () => 0,
    ),
  };
  const pending = async () => (await Array.fromAsync(store.submissions.pendingIntake())).length;
  return { store, deps, lines, pending };
}

describe("case intake", () => {
  it("opens exactly the cases a submission names, however often and in whatever order it is woken", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }), async (wakes) => {
        const { store, deps, pending } = await aHouse(5);
        await onStream({ Records: wakes.map(wake) }, deps);
        await Promise.all([sweep(deps), sweep(deps)]);
        for (const n of [1, 2, 3, 4, 5]) {
          const opened = await store.cases.ofSubmission(aSubmission(n).reference);
          expect(opened.map(({ unit }) => unit)).toEqual(casesOf(aSubmission(n)).map(({ unit }) => unit));
        }
        expect(await pending()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it("finishes what was begun and broken off, at every point where it can break off", async () => {
    for (let calls = 0; calls < 5; calls += 1) {
      const { store, deps, pending } = await aHouse(1);
      let left = calls;
      const breaking =
        <Args extends readonly unknown[], Out>(call: (...args: Args) => Promise<Out>) =>
        async (...args: Args): Promise<Out> => {
          if (left === 0) throw new Error("broken off");
          left -= 1;
          return call(...args);
        };
      const broken: IntakeDeps = {
        ...deps,
        submissions: {
          ...store.submissions,
          get: breaking(store.submissions.get),
          intakeFinished: breaking(store.submissions.intakeFinished),
        },
        cases: { ...store.cases, open: breaking(store.cases.open) },
      };
      const answer = await onStream({ Records: [wake(1)] }, broken);
      expect(answer.batchItemFailures).toHaveLength(calls < 4 ? 1 : 0);
      await sweep(deps);
      expect(await store.cases.ofSubmission(aSubmission(1).reference)).toHaveLength(2);
      expect(await pending()).toBe(0);
    }
  });

  it("never answers that all went well when something was thrown, and logs the reference alone", async () => {
    const { deps, lines } = await aHouse(2);
    const poisoned: IntakeDeps = {
      ...deps,
      cases: {
        ...deps.cases,
        open: async (kase) => {
          if (kase.submission === aSubmission(1).reference) throw new Error("exempel@intag.example");
          return deps.cases.open(kase);
        },
      },
    };
    expect(await onStream({ Records: [wake(1), wake(2)] }, poisoned)).toEqual({
      batchItemFailures: [{ itemIdentifier: "1" }],
    });
    expect(lines.join("\n")).toContain('"event":"intake-failed"');
    expect(lines.join("\n")).not.toContain("exempel@");
  });
});
