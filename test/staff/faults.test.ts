import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, type House, itemsOf } from "../house.ts";
import { askUntilAnswered } from "../proof/asked-until-answered.ts";
import { plain } from "../proof/books.ts";
import { everyFault, trouble } from "../proof/faults.ts";
import { aConsultation, anIncident, aRegistration, farsta } from "./desk.ts";
import { ask, tokenFor } from "./signed-in.ts";

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
const storedAs = async (reference: string) =>
  (await itemsOf(house, "Submissions")).map(plain).filter((item) => item.reference === reference.replaceAll("-", ""));

describe("whatever single call fails, or is the last one a function makes", () => {
  it.each([
    ["an incident", "incidents", () => anIncident({ detectedAt: ago(2), awareAt: ago(1) })],
    ["a question", "consultations", () => aConsultation()],
    ["a letter that came", "registrations", () => aRegistration({ receivedAt: ago(48) })],
  ])("%s is taken in once, by the same reference", async (_, path, body) => {
    const before = (await itemsOf(house, "Submissions")).length;
    let sent = 0;
    const points = await everyFault(faulty, "staff-cases", async (where) => {
      sent += 1;
      const told = await askUntilAnswered(house, coordinator, `POST ${path}`, body());
      expect([where, told.status, told.text]).toEqual([where, 201, told.text]);
      expect(await storedAs(told.body.reference)).toHaveLength(1);
    });
    expect(points).toBeGreaterThanOrEqual(1);
    expect(await itemsOf(house, "Submissions")).toHaveLength(before + sent);
  });

  it("a command is carried out once, and the log of looks stays whole and knows of it", async () => {
    const { body } = await askUntilAnswered(house, dpo, "POST registrations", aRegistration({ receivedAt: ago(48) }));
    await house.idle();
    const reference = `${body.reference}-1`;
    let version = 1;
    const points = await everyFault(faulty, "staff-cases", async (where) => {
      const text = `Anteckning ${version}.`;
      const note = { command: "note", version, text };
      const told = await askUntilAnswered(house, dpo, `POST cases/${reference}/commands`, note);
      expect([where, told.status, told.text]).toEqual([where, 200, told.text]);
      version += 1;
      expect(told.body.version).toBe(version);
    });
    expect(points).toBeGreaterThanOrEqual(4);
    const history = await ask(house, dpo, `GET cases/${reference}/history`);
    const notes = history.body.items.map(({ what }: { what: { text: string } }) => what.text);
    expect(notes).toEqual(Array.from({ length: version - 1 }, (_, n) => `Anteckning ${n + 1}.`));
    const log = await ask(house, dpo, `GET access-log?reference=${reference}&limit=100`);
    expect(log.body.chain.brokenAt).toBeNull();
    expect(log.body.items.length).toBeGreaterThanOrEqual(Math.min(100, version - 1));
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
