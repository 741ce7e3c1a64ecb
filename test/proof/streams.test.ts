import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import type { LocalOptions } from "../../infra/local/up.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { type Books, booksOf } from "./books.ts";
import { aDeed, sendUntilReceived } from "./client.ts";
import { violations } from "./invariants.ts";
import { untilQuiet } from "./quiet.ts";
import { allOf, isFull, seeded } from "./seeded.ts";

let house: House;
afterEach(async () => {
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  await house.close();
});

const received = (count: number) =>
  allOf(Array.from({ length: count }), 6, async () => {
    const deed = await aDeed(house);
    await sendUntilReceived(house, deed);
    return deed;
  });

async function put(table: string, item: Awaited<ReturnType<typeof itemsOf>>[number]): Promise<void> {
  const { endpoint } = house;
  const dynamodb = new DynamoDBClient({ ...endpoint, endpoint: endpoint.url });
  await dynamodb.send(new PutItemCommand({ TableName: table, Item: item }));
  dynamodb.destroy();
}

const count = isFull ? 400 : 40;

describe("changes delivered again up to five times, out of order, some of them poison", () => {
  it("send each letter owed once, and park only the poison", async () => {
    const chance = seeded("redelivered batches");
    let again = 0;
    const onBatch: LocalOptions["onBatch"] = (_, records) => {
      const more = Array.from({ length: chance.below(5) }, () => chance.shuffled(records));
      again += more.length;
      return more;
    };
    house = await aHouse({ onBatch });
    const [first] = await received(1);
    await house.idle();
    const [sound] = await itemsOf(house, "Submissions");
    expect(sound?.reference?.S).toBe(first?.promised[0]?.reference);

    house.streams.pause("case-intake");
    const half = await received(count / 2);
    const poison = Array.from({ length: Math.max(2, count / 100) }, (_, index) => ({
      ...sound,
      reference: { S: `POISON${String(index).padStart(7, "0")}` },
      pendingIntake: { S: "0" },
      ...(index % 2 === 0 ? { routing: { S: '{"recipients":' } } : { schemaVersion: { N: "99" } }),
    }));
    for (const item of poison) await put("Submissions", item);
    const deeds = [...(first === undefined ? [] : [first]), ...half, ...(await received(count / 2))];
    house.streams.resume("case-intake");
    await house.idle();

    const all = await booksOf(house);
    const poisoned = new Set(poison.map(({ reference }) => reference.S));
    const books: Books = {
      ...all,
      submissions: all.submissions.filter(({ reference }) => !poisoned.has(String(reference))),
    };
    expect(violations(deeds, books)).toEqual([]);
    expect(again).toBeGreaterThan(10);
    expect(books.mails).toHaveLength(deeds.length);
    console.log(`letters owed ${deeds.length}, mails ${books.mails.length}, batches besides the real ones ${again}`);

    expect(all.cases.filter(({ submission }) => poisoned.has(String(submission)))).toEqual([]);
    expect(await house.deadLetters()).toHaveLength(poison.length);
    for (const reference of poisoned) {
      const counted = house.logs.filter(({ entry }) => entry.reference === reference && entry.IntakeFailed === 1);
      expect(counted.length).toBeGreaterThan(0);
    }

    // Once somebody has put it right, the next sweep takes it in, once.
    for (const { reference } of poison) await put("Submissions", { ...sound, reference, pendingIntake: { S: "0" } });
    await untilQuiet(house);
    const mended = await booksOf(house);
    const opened = mended.cases.filter(({ submission }) => poisoned.has(String(submission)));
    expect(opened).toHaveLength(poison.length * (first?.units.length ?? 0));
    expect(mended.mails).toHaveLength(deeds.length + poison.length);
  });
});

describe("changes that no stream ever delivers", () => {
  it("are found by the sweeps: every case opened, every letter sent, each once", async () => {
    house = await aHouse();
    house.streams.pause("case-intake");
    house.streams.pause("outbox");
    const deeds = await received(isFull ? 60 : 24);
    await house.streams.skip("case-intake");
    await untilQuiet(house);
    await house.streams.skip("outbox");
    house.streams.resume("case-intake");
    house.streams.resume("outbox");
    await house.idle();
    const books = await booksOf(house);
    expect(violations(deeds, books)).toEqual([]);
    expect(books.mails).toHaveLength(deeds.length);
  });
});
