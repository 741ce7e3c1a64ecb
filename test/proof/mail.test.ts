import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import type { AwsCall, Fault } from "../../infra/local/edge.ts";
import type { MailEvent } from "../../infra/local/mail-events.ts";
import { aHouse, type House } from "../house.ts";
import { booksOf, lettersOf } from "./books.ts";
import { aDeed, sendUntilReceived } from "./client.ts";
import { isApplied } from "./faults.ts";
import { violations } from "./invariants.ts";
import { untilQuiet } from "./quiet.ts";
import { allOf, isFull, seeded } from "./seeded.ts";

let house: House;
afterEach(async () => {
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  await house.close();
});

const refusal: Fault = { failBefore: { status: 400, code: "MessageRejected", message: "Address is suppressed." } };
/** What the mail service does to a mail, as often as it stands here. */
const mishaps: readonly Fault[] = [
  ...Array<Fault>(10).fill("pass"),
  ...Array<Fault>(4).fill({ failBefore: "throttle" }),
  { failBefore: "error" },
  refusal,
  { failAfter: "reset" },
  { failAfter: "error" },
  { kill: "before" },
  { kill: "after" },
];
/** What the mail service tells of a mail it took: in any order, twice, or nothing at all. */
const news: readonly (readonly MailEvent[])[] = [
  ["Send", "Delivery"],
  ["Delivery", "Send", "Delivery"],
  ["Send", "Bounce"],
  ["Bounce", "Send", "Delivery", "Bounce"],
  ["Send", "Delivery", "Complaint"],
  ["Reject"],
  [],
];

describe("when the mail service refuses, holds back, bounces and breaks down", () => {
  it("every receipt is sent or has visibly failed, and is sent again only in doubt", async () => {
    const chance = seeded("mail that goes wrong");
    const handed: Fault[] = [];
    const told: { readonly to: string; readonly events: readonly MailEvent[] }[] = [];
    house = await aHouse({
      onCall: ({ action }) => {
        if (action !== "ses:SendEmail") return "pass";
        const mishap = chance.pick(mishaps);
        if (isApplied(mishap)) handed.push(mishap);
        return mishap;
      },
      onMail: ({ mail }) => {
        const events = chance.pick(news);
        told.push({ to: mail.to, events });
        return events;
      },
    });
    const deeds = await allOf(Array.from({ length: isFull ? 300 : 50 }), 4, async () => {
      const deed = await aDeed(house);
      await sendUntilReceived(house, deed);
      return deed;
    });
    await untilQuiet(house);
    const books = await booksOf(house);

    // One sender at a time: the mails lie in the order in which they were handed over.
    expect(handed).toHaveLength(books.mails.length);
    expect(told.map(({ to }) => to)).toEqual(books.mails.map(({ to }) => to));
    for (const [index, { to, events }] of told.entries()) {
      const deed = deeds.find(({ body }) => body.contact?.email === to);
      if (deed !== undefined && handed[index] !== "pass" && events.length === 0) deed.mailsInDoubt += 1;
    }
    expect(violations(deeds, books)).toEqual([]);
    const states = books.cases.flatMap((kase) => lettersOf(kase).map(({ state }) => state));
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    console.log(
      `letters owed ${deeds.length}, sent ${count("sent") + count("delivered")}, failed and shown ${count("failed")}, ` +
        `mails ${books.mails.length}, in doubt ${deeds.filter(({ mailsInDoubt }) => mailsInDoubt > 0).length}`,
    );
    expect(count("failed")).toBeGreaterThan(0);
    expect(states).toHaveLength(deeds.length);
  });
});

describe("the stream and several sweeps at once", () => {
  it("send each receipt once between them", async () => {
    house = await aHouse({ environments: 6 });
    house.streams.pause("outbox");
    const deeds = await allOf(Array.from({ length: isFull ? 100 : 30 }), 4, async () => {
      const deed = await aDeed(house);
      await sendUntilReceived(house, deed);
      return deed;
    });
    await house.idle();
    house.streams.resume("outbox");
    const swept = await Promise.all(Array.from({ length: 5 }, () => house.fire("outbox")));
    await house.idle();
    expect(swept).toHaveLength(5);
    const books = await booksOf(house);
    expect(violations(deeds, books)).toEqual([]);
    expect(books.mails).toHaveLength(deeds.length);
  });
});

describe("a sweep that its schedule delivered late", () => {
  it("has each letter it takes alone, counted from when it runs", async () => {
    let whenHandedOver: () => Promise<void> = async () => undefined;
    const onCall = async ({ action }: AwsCall): Promise<Fault> => {
      if (action === "ses:SendEmail") await whenHandedOver();
      return "pass";
    };
    house = await aHouse({ onCall });
    house.streams.pause("outbox");
    const deed = await aDeed(house);
    await sendUntilReceived(house, deed);
    await house.idle();
    await dueSince(house, deed.promised[0]?.reference ?? "", minutesAgo(10));

    let others: unknown;
    whenHandedOver = async () => {
      whenHandedOver = async () => undefined;
      others = await house.fire("outbox");
    };
    await house.fire("outbox", minutesAgo(6));
    await house.idle();
    expect(others).toEqual({ swept: 0, failed: 0 });
    expect(await house.mail()).toHaveLength(1);
  });
});

const minutesAgo = (minutes: number): string =>
  `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;

/** As if the first case's receipt had been owed since then. */
async function dueSince({ endpoint }: House, submission: string, at: string): Promise<void> {
  const dynamodb = new DynamoDBClient({ ...endpoint, endpoint: endpoint.url });
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: "Cases",
      Key: { submission: { S: submission }, number: { N: "1" } },
      UpdateExpression: "SET letters = :letters, nextAttemptAt = :at",
      ExpressionAttributeValues: {
        ":at": { S: at },
        ":letters": {
          S: JSON.stringify([{ id: "receipt", kind: "receipt", state: "owed", attempts: [], nextAttemptAt: at }]),
        },
      },
    }),
  );
  dynamodb.destroy();
}
