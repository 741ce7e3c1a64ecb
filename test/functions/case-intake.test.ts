import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntakeDeps, onStream, sweep } from "../../functions/case-intake/case-intake.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { logOf } from "../../shared/lambda/log.ts";
import { allowed, by, farsta, jarva } from "../casework/a-case.ts";
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
    keys: { personMark: (number) => `mark of ${number}` },
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
          expect(opened.map((kase) => "unit" in kase && kase.unit)).toEqual(
            casesOf(aSubmission(n)).map((kase) => "unit" in kase && kase.unit),
          );
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

  it("reports every record that failed, the first one too", async () => {
    const { deps } = await aHouse(4);
    const broken: IntakeDeps = {
      ...deps,
      cases: { ...deps.cases, open: () => Promise.reject(new Error("the store is away")) },
    };
    expect(await onStream({ Records: [1, 2, 3, 4].map(wake) }, broken)).toEqual({
      batchItemFailures: ["1", "2", "3", "4"].map((itemIdentifier) => ({ itemIdentifier })),
    });
  });

  it("logs how many cases it opened, and no mark of whom they are about", async () => {
    const { store, deps, lines } = await aHouse(0);
    const person = { personalIdentityNumber: "199001012385" };
    await store.submissions.add(aSubmission(1, { answers: { person } }));
    await onStream({ Records: [wake(1)] }, deps);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { event: "intake-opened", stage: "test", role: "case-intake", reference: aSubmission(1).reference, cases: 2 },
    ]);
  });
});

describe("a case that a decision owes to another unit", () => {
  const forwarded = async () => {
    const house = await aHouse(1);
    await sweep(house.deps);
    const key = { submission: aSubmission(1).reference, number: 1 };
    const before = await house.store.files.get(key);
    if (before?.kind !== "request") throw new Error("the first case of a request");
    const command = {
      command: "forward",
      toUnits: [jarva, farsta, "sthlm-bolag-exempel"],
      reason: "Rätt ställe",
    } as const;
    const after = allowed(decideRequest(before, command, by("dpo"))).kase;
    expect(await house.store.files.save(after)).toBe(true);
    const wakeUp = (sequence: string) => ({
      dynamodb: { Keys: { submission: { S: key.submission }, number: { N: "1" } }, SequenceNumber: sequence },
    });
    const cases = async () => {
      const all = await house.store.cases.siblings(key.submission);
      return Promise.all(all.map(({ number }) => house.store.files.get({ ...key, number })));
    };
    return { ...house, key, wakeUp, cases };
  };

  it("is opened once with the next number, however often and by however many it is woken", async () => {
    const { deps, wakeUp, cases, store, key } = await forwarded();
    await Promise.all([
      onStream({ Records: [wakeUp("1"), wakeUp("2")] }, deps),
      onStream({ Records: [wakeUp("3")] }, deps),
      sweep(deps),
    ]);
    await sweep(deps);
    expect((await cases()).map((file) => [file?.number, file?.unit, file?.openedFrom?.reference ?? null])).toEqual([
      [1, jarva, null],
      [2, jarva, null],
      [3, farsta, `${key.submission}-1`],
      [4, "sthlm-bolag-exempel", `${key.submission}-1`],
    ]);
    expect((await store.files.get(key))?.owedCases.map(({ opened }) => opened)).toEqual([3, 4]);
    // Opening them is no command: nobody's reading of the case has become old.
    expect((await store.files.get(key))?.version).toBe(2);
  });

  it("is opened in the end wherever the work breaks off", async () => {
    for (let calls = 0; calls < 12; calls += 1) {
      const { deps, store, wakeUp, cases } = await forwarded();
      let left = calls;
      const breaking =
        <Args extends readonly unknown[], Out>(call: (...args: Args) => Promise<Out>) =>
        async (...args: Args): Promise<Out> => {
          const isLost = left === 0;
          left -= 1;
          // Every other time the work is done and only its answer is lost.
          if (isLost && calls % 2 === 1) await call(...args);
          if (isLost) throw new Error("broken off");
          return call(...args);
        };
      const broken: IntakeDeps = {
        ...deps,
        cases: {
          ...store.cases,
          get: breaking(store.cases.get),
          siblings: breaking(store.cases.siblings),
          open: breaking(store.cases.open),
          changeOwed: breaking(store.cases.changeOwed),
        },
      };
      await onStream({ Records: [wakeUp("1")] }, broken);
      await sweep(deps);
      expect((await cases()).map((file) => file?.unit)).toEqual([jarva, jarva, farsta, "sthlm-bolag-exempel"]);
      expect(await Array.fromAsync(store.cases.owingCases())).toEqual([]);
    }
  });

  it("never takes a number that one of the submission's own cases is still to have", async () => {
    const { deps, store } = await aHouse(1);
    const [first] = casesOf(aSubmission(1));
    if (first?.kind !== "request") throw new Error("the first case of a request");
    const command = { command: "forward", toUnits: [jarva, farsta], reason: "Rätt ställe" } as const;
    await store.cases.open({ ...allowed(decideRequest(first, command, by("dpo"))).kase });
    await onStream(
      {
        Records: [
          { dynamodb: { Keys: { submission: { S: first.submission }, number: { N: "1" } }, SequenceNumber: "1" } },
        ],
      },
      deps,
    );
    await sweep(deps);
    const own = await store.files.get({ submission: first.submission, number: 2 });
    expect([own?.unit, own?.openedFrom]).toEqual(["sthlm-sdn-jarva", null]);
    expect((await store.files.get({ submission: first.submission, number: 3 }))?.unit).toBe(farsta);
  });
});
