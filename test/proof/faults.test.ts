import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MailEvent } from "../../infra/local/mail-events.ts";
import { aHouse, type House } from "../house.ts";
import { type Books, booksOf } from "./books.ts";
import { aDeed, type Deed, postDeed, type Sealed, sendPage, throughPages } from "./client.ts";
import { type KindOfFault, kindsOfFault, maySendAgain, trouble } from "./faults.ts";
import { backwards, violations } from "./invariants.ts";
import { sweep, untilQuiet } from "./quiet.ts";
import { isFull } from "./seeded.ts";

const faulty = trouble();
const deeds: Deed[] = [];
const hit = new Map<string, number>();
let heard: readonly MailEvent[] = ["Send", "Delivery"];
let house: House;
let last: Books;

beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall, onMail: () => heard });
  last = await booksOf(house);
});
afterAll(() => house.close());

const everyKind = Object.keys(kindsOfFault) as KindOfFault[]; // the names just given
/** Those that break the work off where they strike. The others are mended by the client that made the call. */
const breaking: readonly KindOfFault[] = ["out", "applied, then out", "stopped before", "applied, then stopped"];
const ended = () => house.idle();

/** One wish whose path meets one fault, and is then sent again by the person; whether there was such a call at all. */
async function withFaultAt(
  role: string,
  at: number,
  kind: KindOfFault,
  { via = "api", afterwards = ended }: { via?: Deed["via"]; afterwards?: () => Promise<unknown> } = {},
): Promise<boolean> {
  const deed = await aDeed(house, { via, kind: via === "pages" ? 0 : deeds.length });
  deeds.push(deed);
  const sealed: Sealed = via === "pages" ? await throughPages(house, deed) : "";
  const send = () => (via === "api" ? postDeed(house, deed) : sendPage(house, deed, sealed));
  faulty.arm(role, at, kind);
  let isReceived = await send();
  for (let tries = 0; !isReceived && tries < 6; tries += 1) isReceived = await send();
  await afterwards();
  const made = faulty.disarm();
  expect(isReceived, `${deed.token} received`).toBe(true);
  const struck = made.filter(({ fault }) => fault !== "pass");
  for (const { action } of struck.slice(0, 1)) {
    const where = `${via} ${role} ${action}: ${kind}`;
    hit.set(where, (hit.get(where) ?? 0) + 1);
  }
  deed.mailsInDoubt = heard.length === 0 && maySendAgain(made) ? 1 : 0;
  return struck.length > 0;
}

/** Every call of the role on this path, one after the other, each with every kind of fault, until there is none left. */
async function everyCall(
  role: string,
  options: Parameters<typeof withFaultAt>[3] = {},
  of: readonly KindOfFault[] = everyKind,
): Promise<number> {
  let points = 0;
  for (const kind of of) for (let at = 0; await withFaultAt(role, at, kind, options); at += 1) points += 1;
  return points;
}

/** Nothing was taken back since the last look, and all promises are kept once everything has come to rest. */
async function allHolds(): Promise<void> {
  const now = await booksOf(house);
  expect(backwards(last, now)).toEqual([]);
  await untilQuiet(house);
  last = await booksOf(house);
  expect(backwards(now, last)).toEqual([]);
  expect(violations(deeds, last)).toEqual([]);
}

describe("whatever single call fails, is lost, or is the last one a function makes", () => {
  it("a request by the API is received once, by the same reference", { timeout: 120_000 }, async () => {
    expect(await everyCall("public-forms")).toBeGreaterThanOrEqual(everyKind.length);
    await allHolds();
  });

  it("a request by the pages is received once, by the same reference", { timeout: 120_000 }, async () => {
    expect(await everyCall("public-forms", { via: "pages" })).toBeGreaterThanOrEqual(everyKind.length);
    await allHolds();
  });

  it("each of its cases is opened once", { timeout: 120_000 }, async () => {
    expect(await everyCall("case-intake")).toBeGreaterThanOrEqual(3 * everyKind.length);
    await allHolds();
  });

  it("its receipt is sent once, when the mail service tells what it sent", { timeout: 180_000 }, async () => {
    expect(await everyCall("outbox")).toBeGreaterThanOrEqual(8 * everyKind.length);
    await allHolds();
    const mails = last.mails.length;
    const owed = deeds.filter(({ body }) => body.contact !== undefined).length;
    expect(mails).toBe(owed);
  });

  it("when nobody tells, the receipt is sent again only if its sender was stopped before writing it down", {
    timeout: 180_000,
  }, async () => {
    const before = last.mails.length;
    const from = deeds.length;
    heard = [];
    expect(await everyCall("outbox")).toBeGreaterThanOrEqual(7 * everyKind.length);
    await allHolds();
    heard = ["Send", "Delivery"];
    const again = last.mails.length - before - (deeds.length - from);
    const inTheWindow = deeds.slice(from).filter(({ mailsInDoubt }) => mailsInDoubt > 0).length;
    console.log(`receipts sent twice: ${again} of ${inTheWindow} whose sender was stopped in between`);
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThanOrEqual(inTheWindow);
  });
});

describe("with the stream switched off", () => {
  it("the sweeps do it all, whatever single call of theirs fails", { timeout: 240_000 }, async () => {
    house.streams.pause("case-intake");
    house.streams.pause("outbox");
    const sweeps = async () => {
      await sweep(house, "case-intake", Date.now());
      await sweep(house, "outbox", Date.now());
      await house.idle();
    };
    const of = isFull ? everyKind : breaking;
    const opened = await everyCall("case-intake", { afterwards: sweeps }, of);
    const sent = await everyCall("outbox", { afterwards: sweeps }, of);
    expect(opened + sent).toBeGreaterThanOrEqual(15 * of.length);
    await allHolds();
    house.streams.resume("case-intake");
    house.streams.resume("outbox");
    await allHolds();
  });
});

describe("over all of it", () => {
  it("every kind of call met every kind of fault", () => {
    const actions = new Set(
      [...hit.keys()].map((where) => where.slice(0, where.lastIndexOf(":", where.lastIndexOf(": ")))),
    );
    for (const action of actions)
      for (const kind of breaking) expect(hit.has(`${action}: ${kind}`), `${action}: ${kind}`).toBe(true);
    const points = [...hit.values()].reduce((sum, count) => sum + count, 0);
    console.log(`faults: ${points}, requests: ${deeds.length}, calls: ${house.calls.length}, violations: 0`);
  });

  it("no call was refused for want of a permission", () => {
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
