import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staffShapes } from "../../functions/staff-cases/shapes.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { aConsultation, anIncident, aRegistration, farsta, jarva, kultur } from "./desk.ts";
import { ask, tokenFor } from "./signed-in.ts";

let house: House;
const tokens = new Map<string, string>();
const names = [
  ["dpo"],
  ["security"],
  ["central"],
  ...[farsta, jarva, kultur].flatMap((unit) => [
    ["coordinator", unit],
    ["manager", unit],
    ["employee", unit],
  ]),
  ["coordinator", kultur, "protected"],
] as const;

beforeAll(async () => {
  house = await aHouse();
  // The names above begin with roles.
  for (const [role, unit, cleared] of names)
    tokens.set(
      [role, unit, cleared].filter(Boolean).join(" "),
      await tokenFor(house, role as Role, unit, cleared !== undefined),
    );
});
afterAll(() => house.close());

const as = (name: string): string => {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`nobody is called ${name}`);
  return token;
};
const dpo = () => as("dpo");
const anHourAgo = (hours = 1) => new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\.\d+Z$/, "Z");
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(Date.now());
const recent = () => ({ detectedAt: anHourAgo(2), awareAt: anHourAgo() });

/** A case that a registration gave, when it has been opened. */
async function registered(
  parts: Readonly<Record<string, unknown>> = {},
  by = `coordinator ${kultur}`,
): Promise<string> {
  const told = await ask(house, as(by), "POST registrations", aRegistration({ receivedAt: anHourAgo(24), ...parts }));
  expect([told.status, told.text]).toEqual([201, told.text]);
  await house.idle();
  return `${told.body.reference}-1`;
}
async function reported(parts: Readonly<Record<string, unknown>> = {}, by = `employee ${farsta}`): Promise<string> {
  const told = await ask(house, as(by), "POST incidents", anIncident({ ...recent(), ...parts }));
  expect([told.status, told.text]).toEqual([201, told.text]);
  await house.idle();
  return told.body.reference;
}
const command = (who: string, reference: string, body: Readonly<Record<string, unknown>>, key?: string) =>
  ask(house, as(who), `POST cases/${reference}/commands`, body, key);
const versionOf = async (reference: string): Promise<number> =>
  (await ask(house, dpo(), `GET cases/${reference}`)).body.version;

describe("a breach, from report to close", () => {
  it("takes every step in order, and each too early is refused with its own code", async () => {
    const reference = await reported();
    const give = async (body: Readonly<Record<string, unknown>>) => {
      const told = await command("dpo", reference, { version: await versionOf(reference), ...body });
      return told.status === 200 ? told.body.status : [told.status, told.body.code];
    };
    const measure = { command: "add-measure", what: "Byt kuvert", owner: "Enhetschefen", dueOn: "2027-06-01" };
    expect(await give({ command: "close" })).toEqual([422, "assessment-required"]);
    expect(await give({ command: "assess", risk: "high-risk" })).toEqual([422, "explanation-required"]);
    expect(await give({ command: "assess", risk: "high-risk", explanation: "Hälsouppgifter." })).toBe("assessed");
    expect(await give({ command: "close" })).toEqual([422, "decision-required"]);
    expect(await give({ command: "do-not-notify", explanation: "Nej." })).toEqual([422, "risk-must-be-notified"]);
    expect(await give({ command: "notify-authority", notifiedAt: "2099-01-01T00:00:00Z" })).toEqual([
      422,
      "not-in-the-future",
    ]);
    expect(await give({ command: "notify-authority", notifiedAt: anHourAgo(0.1) })).toBe("assessed");
    const ground = { command: "do-not-inform", ground: "not-high-risk", explanation: "Nej." };
    expect(await give(ground)).toEqual([422, "ground-does-not-fit"]);
    expect(await give({ command: "inform-subjects", informedAt: anHourAgo(0.1), how: "Brev" })).toBe("decided");
    expect(await give({ command: "close" })).toEqual([422, "action-plan-required"]);
    expect(await give(measure)).toBe("decided");
    expect(await give({ command: "close" })).toBe("closed");
    expect(await give(measure)).toEqual([422, "already-closed"]);
    expect(await give({ command: "note", text: "Klart." })).toBe("closed");
    const { body } = await ask(house, dpo(), `GET cases/${reference}/history`);
    expect(body.items.map(({ command: given }: { command: string }) => given)).toEqual([
      "assess",
      "notify-authority",
      "inform-subjects",
      "add-measure",
      "close",
      "note",
    ]);
  });

  it("that was notified late needs the reason", async () => {
    const reference = await reported({ detectedAt: anHourAgo(100), awareAt: anHourAgo(99) });
    const notified = { command: "notify-authority", version: 1, notifiedAt: anHourAgo(2) };
    expect((await command("dpo", reference, notified)).body.code).toBe("late-reason-required");
    const late = await command("dpo", reference, { ...notified, lateReason: "Upptäcktes en helg." });
    expect([late.status, late.body.authority.lateReason]).toEqual([200, "Upptäcktes en helg."]);
  });

  it("tells the manager at once, by a letter without a word of what happened", async () => {
    const reference = await reported();
    await house.idle();
    const letters = (await house.mail()).filter(({ subject }) => subject.includes(reference));
    expect(letters.some(({ to }) => JSON.stringify(to).includes("chef@intag.example"))).toBe(true);
    expect(JSON.stringify(letters)).not.toContain("kuvert");
  });

  it("is seen by those whose it is, and is nothing to the others", async () => {
    const reference = await reported({ unit: jarva });
    const statuses = await Promise.all(
      [...tokens].map(async ([name, token]) => [name, (await ask(house, token, `GET cases/${reference}`)).status]),
    );
    const seeing = ["dpo", "security", `coordinator ${jarva}`, `manager ${jarva}`, `employee ${farsta}`];
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(
        [...tokens.keys()].map((name) => [name, seeing.includes(name) ? 200 : name === "central" ? 403 : 404]),
      ),
    );
  });
});

describe("a request", () => {
  it("sent by the web is worked by the unit it concerns", async () => {
    const sent = await (await post(house, "requests", aRequest(), `a-web-request-${crypto.randomUUID()}`)).json();
    await house.idle();
    const list = await ask(house, as(`coordinator ${jarva}`), "GET cases?kind=request&limit=100");
    const own = list.body.items.find(({ submission }: { submission: string }) => submission === sent.reference);
    expect(own).toMatchObject({ unit: jarva, status: "received", dueOn: sent.dueOn, version: 1 });
    const taken = await command(`coordinator ${jarva}`, own.reference, { command: "take", version: 1 });
    expect(taken.body.assignee).toMatch(/coordinator/);
    expect(taken.body.answers.person.familyName).toBe("Exempelsson");
  });

  it("that is forwarded changes hands, and sight, at once", async () => {
    const reference = await registered();
    const key = `a-forward-key-${crypto.randomUUID()}`;
    const forward = { command: "forward", version: 1, toUnit: farsta, reason: "Det gäller stadsdelen." };
    const moved = await command(`coordinator ${kultur}`, reference, forward, key);
    expect([moved.status, moved.body]).toEqual([200, { reference, status: "received", unit: farsta }]);
    expect((await ask(house, as(`coordinator ${kultur}`), `GET cases/${reference}`)).status).toBe(404);
    expect((await ask(house, as(`coordinator ${farsta}`), `GET cases/${reference}`)).status).toBe(200);
    const again = await command(`coordinator ${kultur}`, reference, forward, key);
    expect([again.status, again.text, again.headers.get("idempotent-replay")]).toEqual([200, moved.text, "true"]);
    const listed = async (unit: string) =>
      (await ask(house, as(`coordinator ${unit}`), "GET cases?limit=100")).body.items.filter(
        (item: { reference: string }) => item.reference === reference,
      ).length;
    expect([await listed(kultur), await listed(farsta)]).toEqual([0, 1]);
  });

  it("forwarded to several units becomes a case at each", async () => {
    const reference = await registered();
    const told = await command("dpo", reference, {
      command: "forward",
      version: 1,
      toUnits: [farsta, jarva],
      reason: "Gäller båda.",
    });
    expect(told.body.unit).toBe(farsta);
    await house.idle();
    const second = reference.replace(/-1$/, "-2");
    const opened = await ask(house, as(`coordinator ${jarva}`), `GET cases/${second}`);
    expect([opened.status, opened.body.unit, opened.body.openedFrom]).toEqual([200, jarva, { reference }]);
  });

  it("of somebody with protected identity is nothing to those not cleared, in lists and by its reference", async () => {
    const before = await ask(house, as(`coordinator ${kultur}`), "GET cases?limit=100");
    const person = { givenName: "Exempel", familyName: "Hemligsson", personalIdentityNumber: "19900101-2385" };
    const reference = await registered({ protectedIdentity: true, delivery: "pick-up", person });
    const after = await ask(house, as(`coordinator ${kultur}`), "GET cases?limit=100");
    expect(after.text).toBe(before.text);
    const cleared = `coordinator ${kultur} protected`;
    expect((await ask(house, as(cleared), `GET cases/${reference}`)).body.answers.person.familyName).toBe("Hemligsson");
    const list = await ask(house, as(cleared), "GET cases?limit=100");
    expect(list.body.items.map((item: { reference: string }) => item.reference)).toContain(reference);
    const missing = await ask(house, as(`coordinator ${kultur}`), `GET cases/${reference.replace(/-1$/, "-7")}`);
    const hidden = await ask(house, as(`coordinator ${kultur}`), `GET cases/${reference}`);
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
  });

  it("is worked to its end, and its command repeated late gets its first answer", async () => {
    const reference = await registered();
    const officer = `coordinator ${kultur}`;
    const key = `a-take-key-${crypto.randomUUID()}`;
    const first = await command(officer, reference, { command: "take", version: 1 }, key);
    await command(officer, reference, { command: "record-search", version: 2, system: "Biblioteket", found: true });
    const answer = { command: "answer", outcome: "granted", version: 3, sentOn: today() };
    const closed = await command(officer, reference, answer);
    expect([closed.status, closed.body.status, closed.body.closing.answeredInTime]).toEqual([200, "closed", true]);
    const again = await command(officer, reference, { command: "take", version: 1 }, key);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const ended = await ask(house, as(officer), "GET cases?status=closed&limit=100");
    expect(ended.body.items.map((item: { reference: string }) => item.reference)).toContain(reference);
  });
});

describe("a question to the DPO", () => {
  it("is answered, and read by whoever asked", async () => {
    const asked = await ask(house, as(`employee ${farsta}`), "POST consultations", aConsultation());
    expect([asked.status, asked.body.unit]).toEqual([201, farsta]);
    await house.idle();
    const answer = { command: "answer", version: 1, answeredOn: today(), explanation: "Ja, gör en." };
    expect((await command("dpo", asked.body.reference, answer)).body.status).toBe("answered");
    const read = await ask(house, as(`employee ${farsta}`), `GET cases/${asked.body.reference}`);
    expect(read.body.answer).toBe("Ja, gör en.");
    expect((await ask(house, as(`employee ${jarva}`), `GET cases/${asked.body.reference}`)).status).toBe(404);
  });
});

describe("many at once", () => {
  it("fifty people with a command for the same case: one is carried out, the rest are told by whom, and none is lost", async () => {
    const reference = await registered();
    const written: string[] = [];
    for (let version = 1; version <= 3; version += 1) {
      const told = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          command("dpo", reference, { command: "note", version, text: `Anteckning ${version} av ${n}` }),
        ),
      );
      const carriedOut = told.filter(({ status }) => status === 200);
      expect(carriedOut).toHaveLength(1);
      written.push(carriedOut[0]?.body.history.at(-1).what.text);
      for (const { status, body } of told.filter((one) => one !== carriedOut[0]))
        expect([status, body.code, body.changed]).toEqual([
          409,
          "stale-version",
          [{ version: version + 1, at: expect.any(String), by: expect.any(String), role: "dpo", command: "note" }],
        ]);
    }
    const { body } = await ask(house, dpo(), `GET cases/${reference}/history`);
    expect(
      body.items.map(({ version, what }: { version: number; what: { text: string } }) => [version, what.text]),
    ).toEqual(written.map((text, n) => [n + 2, text]));
    // Every one of them looked, and the chain of looks is whole.
    const log = await ask(house, dpo(), `GET access-log?reference=${reference}&limit=100`);
    expect(log.body.items.map(({ seq }: { seq: number }) => seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  }, 180_000);
});

describe("looks", () => {
  it("are all in the log, and the DPO reads them; nobody else may", async () => {
    const reference = await registered();
    await ask(house, as(`coordinator ${kultur}`), `GET cases/${reference}`);
    await ask(house, as(`coordinator ${farsta}`), `GET cases/${reference}`);
    await command(`coordinator ${kultur}`, reference, { command: "take", version: 1 });
    const log = await ask(house, dpo(), `GET access-log?reference=${reference}`);
    const { items } = staffShapes.AccessLog.parse(log.body);
    expect(items.map(({ who, why, seq }) => [who.includes(kultur), why, seq])).toEqual([
      [true, "case-read", 1],
      [true, "command", 2],
    ]);
    expect(items[1]?.previous).toBe(items[0]?.hash);
    // The night notes where the day's chains end, under lock, and from then on they are held to it.
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 11);
    await house.fire("anchor", `${tomorrow}03:00:00Z`);
    const held = await ask(house, dpo(), `GET access-log?reference=${reference}`);
    expect(held.body.chain).toMatchObject({ brokenAt: null, anchoredThrough: expect.any(String) });
    for (const [name, token] of tokens)
      if (name !== "dpo") expect((await ask(house, token, `GET access-log?reference=${reference}`)).status).toBe(403);
  });
});

describe("somebody unknown", () => {
  it.each(["GET cases", "GET cases/0000-0000-00000", "GET cases/x/history", "GET access-log?reference=x"] as const)(
    "%s is answered 401, with or without a token that is none",
    async (call) => {
      for (const token of [null, "no-token", `${as("dpo")}x`]) {
        const told = await ask(house, token, call);
        expect([told.status, told.headers.get("cache-control")]).toEqual([401, "no-store"]);
      }
    },
  );
});
