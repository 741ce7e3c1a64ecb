import { readFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Local, type LocalOptions, up } from "../../infra/local/up.ts";
import { diary, type FixtureWishes, fixture, freshFolder, writeDecision } from "./fixture-stack.ts";
import { deed } from "./small-city.ts";

let local: Local | undefined;
beforeEach(() => {
  for (const end of ["", ".answer", ".answer.mjs"]) rmSync(diary + end, { force: true });
});
afterEach(() => local?.stop());

const start = async (data: string, wishes: FixtureWishes = {}, more: Partial<LocalOptions> = {}): Promise<Local> => {
  local = await up({
    ...(await fixture(wishes)),
    port: 0,
    data,
    schedules: false,
    warm: false,
    retryMs: { first: 1, most: 10 },
    ...more,
  });
  return local;
};
/** Which records the function got, batch by batch. */
const batches = (): string[][] => {
  try {
    return readFileSync(diary, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
};
const delivered = () => batches().flat();
const parkedOn = async (city: Local) => (await city.deadLetters()).map(({ body }) => body);

describe("a change of a table", () => {
  it("wakes the function once, and only for what its filter lets through", async () => {
    const city = await start(freshFolder());
    await deed(city, "put", { id: "a" });
    await deed(city, "put", { id: "draft", kind: "draft" });
    await deed(city, "put", { id: "b" });
    await city.idle();
    expect(delivered()).toEqual(["a", "b"]);
  });

  it("is not delivered again after a restart, and what came meanwhile is", async () => {
    const data = freshFolder();
    const first = await start(data);
    await deed(first, "put", { id: "before" });
    await first.idle();
    first.streams.pause("intake");
    await deed(first, "put", { id: "meanwhile" });
    await first.stop();
    const city = await start(data);
    await city.idle();
    expect(delivered()).toEqual(["before", "meanwhile"]);
  });

  it("is delivered again after a restart when everything ended before the function had answered", async () => {
    const data = freshFolder();
    writeDecision("() => new Promise(() => undefined)");
    const first = await start(data);
    await deed(first, "put", { id: "interrupted" });
    await expect.poll(delivered).toEqual(["interrupted"]);
    await first.kill();
    rmSync(`${diary}.answer`);
    const city = await start(data);
    await city.idle();
    expect(delivered()).toEqual(["interrupted", "interrupted"]);
    expect(await parkedOn(city)).toEqual([]);
  });

  it("can be delivered once more, or out of order, or not at all, as a test wishes", async () => {
    const city = await start(freshFolder(), {}, { onBatch: (_, records) => [[...records].reverse()] });
    city.streams.pause("intake");
    for (const id of ["a", "b"]) await deed(city, "put", { id });
    city.streams.resume("intake");
    await city.idle();
    expect(batches()).toEqual([
      ["b", "a"],
      ["a", "b"],
    ]);
    await city.streams.rewind("intake");
    await city.idle();
    expect(delivered()).toHaveLength(8);
    city.streams.pause("intake");
    await deed(city, "put", { id: "lost" });
    await city.streams.skip("intake");
    city.streams.resume("intake");
    await city.idle();
    expect(delivered()).not.toContain("lost");
  });
});

describe("a record that cannot be handled", () => {
  const poisoned = `(event) => ({ batchItemFailures: event.Records.filter((record) => record.dynamodb.Keys.id.S === "poison").map((record) => ({ itemIdentifier: record.dynamodb.SequenceNumber })) })`;
  const threeWith = async (city: Local) => {
    city.streams.pause("intake");
    for (const id of ["a", "poison", "b"]) await deed(city, "put", { id });
    city.streams.resume("intake");
    await city.idle();
  };

  it("is parked alone where batches are halved, with where it is and not what it holds", async () => {
    writeDecision(poisoned);
    const city = await start(freshFolder(), { bisects: true });
    await threeWith(city);
    const parked = await parkedOn(city);
    expect(parked).toEqual([
      expect.objectContaining({
        requestContext: expect.objectContaining({ condition: "RetryAttemptsExhausted", approximateInvokeCount: 3 }),
        DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1, startSequenceNumber: "2", endSequenceNumber: "2" }),
      }),
    ]);
    expect(JSON.stringify(parked)).not.toContain("poison");
    expect(delivered().filter((id) => id === "b").length).toBeGreaterThan(0);
  });

  it("takes the rest of its batch with it where batches are not halved", async () => {
    writeDecision(poisoned);
    const city = await start(freshFolder(), { retries: 1 });
    await threeWith(city);
    expect(await parkedOn(city)).toEqual([
      expect.objectContaining({ DDBStreamBatchInfo: expect.objectContaining({ batchSize: 2 }) }),
    ]);
  });

  it("holds up no change of another key where batches of a shard are handled at once, and none is lost", async () => {
    writeDecision(poisoned);
    const city = await start(freshFolder(), { retries: -1, lanes: 10 });
    city.streams.pause("intake");
    const others = ["a", "b", "c", "d", "e", "f"];
    for (const id of ["poison", ...others]) await deed(city, "put", { id });
    city.streams.resume("intake");
    // One is tried over and over, and meanwhile those of the other rows come through, each once.
    await expect.poll(() => delivered().filter((id) => id === "poison").length).toBeGreaterThan(3);
    const beside = batches().find((batch) => batch.includes("poison")) ?? [];
    const apart = others.filter((id) => !beside.includes(id));
    expect(apart.length).toBeGreaterThan(0);
    await expect
      .poll(() =>
        delivered()
          .filter((id) => apart.includes(id))
          .toSorted(),
      )
      .toEqual(apart);
    rmSync(`${diary}.answer`);
    await city.idle();
    expect(new Set(delivered())).toEqual(new Set(["poison", ...others]));
    expect(await parkedOn(city)).toEqual([]);
  });

  it("stays parked through a restart", async () => {
    writeDecision(`() => { throw new Error("as asked"); }`);
    const data = freshFolder();
    const first = await start(data, { retries: 0 });
    await deed(first, "put", { id: "poison" });
    await first.idle();
    await first.stop();
    const city = await start(data, { retries: 0 });
    await city.idle();
    expect(await parkedOn(city)).toHaveLength(1);
    expect(delivered()).toEqual(["poison"]);
  });

  it("is parked without a try once it is too old", async () => {
    const data = freshFolder();
    const first = await start(data);
    first.streams.pause("intake");
    await deed(first, "put", { id: "old" });
    await first.stop();
    const city = await start(data, { maxAgeSeconds: 0 });
    await city.idle();
    expect(delivered()).toEqual([]);
    expect(await parkedOn(city)).toEqual([
      expect.objectContaining({ requestContext: expect.objectContaining({ condition: "RecordAgeExceeded" }) }),
    ]);
  });
});
