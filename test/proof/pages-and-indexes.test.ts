import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../infra/local/edge.ts";
import { aDecidedHouse, yearsOn } from "../disposal/decided-house.ts";
import { aRequest, type House, itemsOf, post } from "../house.ts";
import { aConsultation, anIncident, aRegistration, farsta } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { masterOf } from "../store/master.ts";
import { everythingThatEverStoodThere, indexAsItIs, nothingYet, shortPage } from "./pages-and-indexes.ts";
import { sweep } from "./quiet.ts";

let fault: Fault = "pass";
let house: House;
let dpo = "";
let coordinator = "";
const references: string[] = [];
const thisYear = new Date().getUTCFullYear();
beforeAll(async () => {
  house = await aDecidedHouse({ onCall: () => fault });
  dpo = await tokenFor(house, "dpo");
  coordinator = await tokenFor(house, "coordinator", farsta);
});
afterAll(() => house.close());

const ago = (hours: number) => `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
const all = async () => ({ cases: await itemsOf(house, "Cases"), submissions: await itemsOf(house, "Submissions") });
let sent = 0;
async function received(parts: Parameters<typeof aRequest>[0] = {}): Promise<string> {
  sent += 1;
  const answer = await post(house, "requests", aRequest(parts), `pages-and-indexes-${String(sent).padStart(6, "0")}`);
  expect(answer.status).toBe(201);
  return String((await answer.json()).reference);
}
const swept = async (): Promise<void> => {
  for (const role of ["case-intake", "outbox", "deadline-watch"]) {
    expect([role, await sweep(house, role, Date.now())]).toEqual([role, true]);
    await house.idle();
  }
};

describe("Pages that end after one, or none", { timeout: 240_000 }, () => {
  it("keep no sweep from finding what is left to do", async () => {
    for (const role of ["case-intake", "outbox"]) house.streams.pause(role);
    for (let n = 0; n < 4; n += 1) references.push(await received(n % 2 === 0 ? {} : { right: "erasure" }));
    fault = shortPage;
    await swept();
    fault = "pass";
    expect((await itemsOf(house, "Cases")).length).toBe(8);
    expect(await house.mail()).toHaveLength(4);
    for (const role of ["case-intake", "outbox"]) house.streams.resume(role);
    await house.idle();
    expect(await house.mail()).toHaveLength(4);
  });

  it("leave every list, page, count and log as whole as it was", async () => {
    const [reference = ""] = references;
    const made = [
      ["incidents", anIncident({ detectedAt: ago(2), awareAt: ago(1) })],
      ["consultations", aConsultation()],
      ["registrations", aRegistration({ receivedAt: ago(48) })],
    ] as const;
    for (const [path, body] of made) expect((await ask(house, coordinator, `POST ${path}`, body)).status).toBe(201);
    const noted = { command: "note", version: 1, text: "Anteckning." };
    expect((await ask(house, dpo, `POST cases/${reference}-1/commands`, noted)).status).toBe(200);
    await house.idle();
    const lists = [
      ...["cases", "cases?kind=request&status=reviewing", "cases?kind=request&assignee=none", `cases?unit=${farsta}`],
      ...["cases?limit=3", `cases/${reference}-1/history`, `reports/${thisYear}`, "disposals"],
      ...[`reports/${thisYear}/references?path=requests.received`, `statistics/${thisYear}`],
    ];
    const told = async () =>
      Promise.all(lists.map(async (path) => [path, (await ask(house, dpo, `GET ${path}`)).body] as const));
    const plain = await told();
    const looks = await ask(house, dpo, `GET access-log?reference=${reference}-1`);
    fault = shortPage;
    const short = await told();
    const looksAgain = await ask(house, dpo, `GET access-log?reference=${reference}-1`);
    fault = "pass";
    expect(short).toEqual(plain);
    expect(Object.fromEntries(plain).cases.items.length).toBe(11);
    expect(Object.fromEntries(plain)["cases?limit=3"].next).not.toBeNull();
    expect(looks.body.items.length).toBeGreaterThanOrEqual(1);
    expect(looksAgain.body).toMatchObject({ chain: looks.body.chain });
    expect(looksAgain.body.items.slice(0, looks.body.items.length)).toEqual(looks.body.items);
  });
});

describe("An index that is behind its table", { timeout: 240_000 }, () => {
  it("and still names what has long been done, makes nobody do it again", async () => {
    await swept();
    const before = { ...(await all()), mails: (await house.mail()).length };
    fault = everythingThatEverStoodThere;
    await swept();
    fault = "pass";
    expect({ ...(await all()), mails: (await house.mail()).length }).toEqual(before);
  });

  it("and has not heard of what is left to do, leaves it to the next sweep", async () => {
    for (const role of ["case-intake", "outbox"]) house.streams.pause(role);
    const before = { cases: (await all()).cases.length, mails: (await house.mail()).length };
    await received();
    fault = nothingYet;
    await swept();
    fault = "pass";
    expect((await all()).cases.length).toBe(before.cases);
    await swept();
    for (const role of ["case-intake", "outbox"]) house.streams.resume(role);
    await house.idle();
    expect((await all()).cases.length).toBe(before.cases + 2);
    expect(await house.mail()).toHaveLength(before.mails + 1);
  });

  it("and still has a case as closed that has been opened again, does not let it go", async () => {
    const told = await ask(house, coordinator, "POST registrations", aRegistration({ receivedAt: ago(48) }));
    await house.idle();
    const reference = `${told.body.reference}-1`;
    const give = async (command: object) => {
      const { version } = (await ask(house, dpo, `GET cases/${reference}`)).body;
      const { status } = await ask(house, dpo, `POST cases/${reference}/commands`, { version, ...command });
      expect([command, status]).toEqual([command, 200]);
    };
    await give({ command: "withdraw" });
    await house.idle();
    const { dynamodb, close } = masterOf(house);
    const closed = await indexAsItIs(dynamodb, "Cases", "disposable", "disposable", "request");
    close();
    await give({ command: "reopen", reason: "Mer hittades." });
    await house.idle();
    const before = await all();
    fault = closed;
    expect(await house.fire("disposal", yearsOn(6))).toMatchObject({ cases: 0 });
    fault = "pass";
    expect(closed.asked()).toBeGreaterThan(0);
    expect(await all()).toEqual(before);
  });
});
