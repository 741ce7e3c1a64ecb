import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, type House, itemsOf } from "../house.ts";
import { plain } from "../proof/books.ts";
import { breaking } from "../proof/fault-runner.ts";
import { trouble } from "../proof/faults.ts";
import { aConsultation, anIncident, aRegistration, farsta } from "./desk.ts";
import { ask, type Heard, tokenFor } from "./signed-in.ts";

const faulty = trouble();
let house: House;
let dpo = "";
let coordinator = "";
beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall });
  dpo = await tokenFor(house, "dpo");
  coordinator = await tokenFor(house, "coordinator", farsta);
});
afterAll(() => house.close());

const ago = (hours: number) => `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
let keys = 0;

/** Sends again with the same key until it is answered, as a client does. */
async function untilAnswered(call: `POST ${string}`, body: unknown, token = dpo): Promise<Heard> {
  keys += 1;
  const key = `staff-faults-${String(keys).padStart(6, "0")}`;
  for (let tries = 0; tries < 8; tries += 1) {
    const told = await ask(house, token, call, body, key).catch(() => undefined);
    if (told !== undefined && told.status < 500) return told;
  }
  throw new Error(`${call} was never answered`);
}

/** Every call that the role makes for a deed, one after the other, each with every kind of fault; how many there were. */
async function everyCall(deed: () => Promise<void>): Promise<number> {
  faulty.arm({ role: "staff-cases", action: "none", nth: 0 }, "out");
  await deed();
  const actions = new Set(
    faulty
      .disarm()
      .filter(({ role }) => role === "staff-cases")
      .map(({ action }) => action),
  );
  let points = 0;
  for (const kind of breaking)
    for (const action of actions)
      for (let nth = 0; ; nth += 1) {
        faulty.arm({ role: "staff-cases", action, nth }, kind);
        await deed();
        if (faulty.disarm().every(({ fault }) => fault === "pass")) break;
        points += 1;
      }
  return points;
}

const storedAs = async (reference: string) =>
  (await itemsOf(house, "Submissions")).map(plain).filter((item) => item.reference === reference.replaceAll("-", ""));

describe("whatever single call fails, or is the last one a function makes", { timeout: 300_000 }, () => {
  it.each([
    ["an incident", "incidents", () => anIncident({ detectedAt: ago(2), awareAt: ago(1) })],
    ["a question", "consultations", () => aConsultation()],
    ["a letter that came", "registrations", () => aRegistration({ receivedAt: ago(48) })],
  ])("%s is taken in once, by the same reference", async (_, path, body) => {
    const before = (await itemsOf(house, "Submissions")).length;
    let sent = 0;
    const points = await everyCall(async () => {
      sent += 1;
      const told = await untilAnswered(`POST ${path}`, body(), coordinator);
      expect([told.status, told.text]).toEqual([201, told.text]);
      expect(await storedAs(told.body.reference)).toHaveLength(1);
    });
    expect(points).toBeGreaterThanOrEqual(breaking.length);
    expect(await itemsOf(house, "Submissions")).toHaveLength(before + sent);
  });

  it("a command is carried out once, and the log of looks stays whole and knows of it", async () => {
    const { body } = await untilAnswered("POST registrations", aRegistration({ receivedAt: ago(48) }));
    await house.idle();
    const reference = `${body.reference}-1`;
    let version = 1;
    const points = await everyCall(async () => {
      const text = `Anteckning ${version}.`;
      const told = await untilAnswered(`POST cases/${reference}/commands`, { command: "note", version, text });
      expect([told.status, told.text]).toEqual([200, told.text]);
      version += 1;
      expect(told.body.version).toBe(version);
    });
    expect(points).toBeGreaterThanOrEqual(4 * breaking.length);
    const history = await ask(house, dpo, `GET cases/${reference}/history`);
    const notes = history.body.items.map(({ what }: { what: { text: string } }) => what.text);
    expect(notes).toEqual(Array.from({ length: version - 1 }, (_, n) => `Anteckning ${n + 1}.`));
    const log = await ask(house, dpo, `GET access-log?reference=${reference}&limit=100`);
    expect(log.body.chain.brokenAt).toBeNull();
    expect(log.body.items.length).toBeGreaterThanOrEqual(Math.min(100, version - 1));
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
