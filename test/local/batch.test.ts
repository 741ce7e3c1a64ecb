import { describe, expect, it } from "vitest";
import { type BatchRules, deliver, type StreamRecord, verdictOn } from "../../infra/local/batch.ts";
import type { Outcome } from "../../infra/local/functions.ts";

const record = (number: number): StreamRecord => ({
  dynamodb: { SequenceNumber: String(number), ApproximateCreationDateTime: 1000, Keys: {} },
});
const five = [1, 2, 3, 4, 5].map(record);
const answered = (value: unknown): Outcome => ({ ok: true, json: JSON.stringify(value) ?? "null" });
const threw: Outcome = { ok: false, error: { role: "intake", errorType: "Error", errorMessage: "as asked" } };
const failedAt = (...identifiers: unknown[]) => ({
  batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

describe("a batch counts as done", () => {
  it.each([
    ["an empty list", { batchItemFailures: [] }],
    ["a null list", { batchItemFailures: null }],
    ["an empty object", {}],
    ["null", null],
    ["nothing", undefined],
  ])("when the function answers %s", (_, value) => {
    expect(verdictOn(answered(value), five, true)).toEqual({ done: true });
  });

  it("whatever the answer, when the mapping does not ask for failures by item", () => {
    expect(verdictOn(answered({ anything: 1 }), five, false)).toEqual({ done: true });
  });
});

describe("the whole batch comes again", () => {
  it.each([
    ["an empty identifier", failedAt("")],
    ["a null identifier", failedAt(null)],
    ["an identifier of another batch", failedAt("99")],
    ["one good identifier and one of another batch", failedAt("4", "99")],
    ["a key spelled otherwise", { batchItemFailures: [{ ItemIdentifier: "3" }] }],
    ["a list of texts", { batchItemFailures: ["3"] }],
    ["a text for the list", { batchItemFailures: "3" }],
    ["a text", "fine"],
    ["an array", []],
    ["an object of another kind", { statusCode: 200 }],
  ])("when the function answers with %s", (_, value) => {
    expect(verdictOn(answered(value), five, true)).toMatchObject({ done: false, from: 0 });
  });

  it("when the function throws, whether failures are reported by item or not", () => {
    expect(verdictOn(threw, five, true)).toMatchObject({ done: false, from: 0 });
    expect(verdictOn(threw, five, false)).toMatchObject({ done: false, from: 0 });
  });
});

it("the lowest reported record is where the batch is taken up again", () => {
  expect(verdictOn(answered(failedAt("4", "2")), five, true)).toEqual({ done: false, from: 1, reported: true });
});

const rules: BatchRules = { reportsItems: true, bisects: false, retries: 2, mostAgeMs: -1 };

/** Delivers to a function whose answer depends on the batch and the number of the call. */
const tryOut = async (
  wished: Partial<BatchRules>,
  answer: (numbers: readonly number[], call: number) => Outcome,
  now = 0,
) => {
  const calls: number[][] = [];
  const parked: [number[], string, number][] = [];
  const checkpoints: number[] = [];
  const numbersOf = (records: readonly StreamRecord[]) =>
    records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));
  await deliver(
    five,
    { ...rules, ...wished },
    {
      invoke: async (records) => {
        calls.push(numbersOf(records));
        return answer(numbersOf(records), calls.length);
      },
      checkpoint: ({ dynamodb }) => checkpoints.push(Number(dynamodb.SequenceNumber)),
      park: async (records, why, tries) => {
        parked.push([numbersOf(records), why, tries]);
      },
      pause: async () => undefined,
      now: () => now,
      stopped: () => false,
    },
  );
  return { calls, parked, checkpoints };
};
const poisonedBy = (poison: number) => (numbers: readonly number[]) =>
  answered(numbers.includes(poison) ? failedAt(String(poison)) : {});

describe("delivery", () => {
  it("ends with the first try when all is well", async () => {
    expect(await tryOut({}, () => answered({}))).toEqual({ calls: [[1, 2, 3, 4, 5]], parked: [], checkpoints: [5] });
  });

  it("delivers again from the failed record on, later successes included", async () => {
    const { calls, checkpoints } = await tryOut({}, (_, call) => answered(call === 1 ? failedAt("3") : {}));
    expect(calls).toEqual([
      [1, 2, 3, 4, 5],
      [3, 4, 5],
    ]);
    expect(checkpoints).toEqual([2, 5]);
  });

  it("parks what is left once its tries are used up, and goes on behind it", async () => {
    const { calls, parked, checkpoints } = await tryOut({}, poisonedBy(4));
    expect(calls).toEqual([
      [1, 2, 3, 4, 5],
      [4, 5],
      [4, 5],
    ]);
    expect(parked).toEqual([[[4, 5], "RetryAttemptsExhausted", 3]]);
    expect(checkpoints).toEqual([3, 5]);
  });

  it("with halving, parks the poisoned record alone", async () => {
    const { parked, calls } = await tryOut({ bisects: true }, poisonedBy(4));
    expect(parked.map(([numbers]) => numbers)).toEqual([[4]]);
    expect(calls.at(-1)).toEqual([5]);
  });

  it("with halving, singles out the record at which a function without a report throws", async () => {
    const { parked } = await tryOut({ bisects: true }, (numbers) => (numbers.includes(2) ? threw : answered({})));
    expect(parked).toEqual([[[2], "RetryAttemptsExhausted", 3]]);
  });

  it("parks what is too old without a call", async () => {
    const { calls, parked } = await tryOut({ mostAgeMs: 60_000 }, () => answered({}), 1_061_000);
    expect(calls).toEqual([]);
    expect(parked).toEqual([[[1, 2, 3, 4, 5], "RecordAgeExceeded", 0]]);
  });

  it("without a limit, goes on until it works", async () => {
    const { calls, parked } = await tryOut({ retries: -1 }, (_, call) => (call < 30 ? threw : answered({})));
    expect(calls).toHaveLength(30);
    expect(parked).toEqual([]);
  });
});
