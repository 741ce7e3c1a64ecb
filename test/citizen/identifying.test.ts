import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, itemsOf } from "../house.ts";
import { aVisitor, type Visitor } from "../sign-in/visitor.ts";
import { answersBefore, formIn, identified, postForm, toThePerson } from "./person.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house?.close());

const number = "199001012385";

/** Leaves the form for the e-legitimation, and comes back to it. */
async function identifiedInForm(visitor: Visitor, citizen = "citizen.1", answers = answersBefore): Promise<Response> {
  const { state } = formIn(await toThePerson(visitor, house, answers));
  const leaving = await postForm(visitor, `${house.url}/sv/begaran/om-dig`, { state, action: "identify" });
  expect(leaving.status).toBe(200);
  expect(await leaving.text()).toContain("/sv/legitimera?till=request");
  return identified(visitor, house, citizen);
}

async function sent(visitor: Visitor, html: string, fields: Record<string, string> = {}): Promise<Response> {
  const typed = Object.fromEntries(
    [...html.matchAll(/<input[^>]* name="(person\.[^"]+)"[^>]*>/g)].map(([tag, name = ""]) => [
      name,
      / value="([^"]*)"/.exec(tag)?.[1] ?? "",
    ]),
  );
  const asked = { state: formIn(html).state, ...typed, ...fields };
  const check = await (await postForm(visitor, `${house.url}/sv/begaran/om-dig`, asked)).text();
  expect(check).toContain("Kontrollera dina svar");
  return postForm(visitor, `${house.url}/sv/begaran/kontrollera`, { state: formIn(check).state, action: "send" });
}

const known = new Set<string | undefined>();
/** The submission that has come since this was asked before; two may have come within one second. */
const latest = async () => {
  await house.idle();
  const fresh = (await itemsOf(house, "Submissions")).filter(({ reference }) => !known.has(reference?.S));
  for (const { reference } of fresh) known.add(reference?.S);
  expect(fresh).toHaveLength(1);
  return fresh[0];
};
const identityOf = async (reference: string | undefined) => {
  const kase = (await itemsOf(house, "Cases")).find(({ submission }) => submission?.S === reference);
  return JSON.parse(kase?.identity?.S ?? "null");
};

describe("Somebody with an e-legitimation", () => {
  it("comes back to the answers they had, with number and name filled in, and the case opens with their identity confirmed", async () => {
    const visitor = aVisitor();
    const back = await identifiedInForm(visitor);
    expect([back.status, back.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const html = await back.text();
    expect(html).toContain(`value="${number}"`);
    expect(html).toContain('value="Exempelsson"');
    expect(html).toContain("Du har legitimerat dig");
    const receipt = await sent(visitor, html);
    expect([receipt.status, receipt.headers.get("location")]).toEqual([303, "/sv/begaran/kvitto"]);
    const submission = await latest();
    expect(JSON.parse(submission?.answers?.S ?? "{}")).toMatchObject({
      details: "Lånekort & skulder åren 2015–2019",
      person: { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: number },
    });
    expect(await identityOf(submission?.reference?.S)).toEqual({
      state: "confirmed",
      at: submission?.identifiedAt?.S,
      how: "e-legitimation",
    });
    // What was carried in the browser has done its work.
    expect([...visitor.jarOf(house.url).keys()]).toEqual(["__Host-intag-receipt"]);
  });

  it("who types another number is somebody whom the officer checks", async () => {
    const visitor = aVisitor();
    const html = await (await identifiedInForm(visitor)).text();
    await sent(visitor, html, { "person.personalIdentityNumber": "202002292387" });
    expect(await identityOf((await latest())?.reference?.S)).toMatchObject({ state: "not-checked" });
  });

  it("is not offered it for somebody else: being somebody says not whom one may speak for", async () => {
    const html = await toThePerson(aVisitor(), house, { ...answersBefore, vem: { onBehalfOf: "child" } });
    expect(html).toContain("Om barnet");
    expect(html).not.toContain('value="identify"');
  });

  it.each([
    ["citizen.6", 403, "E-legitimationen räcker inte här"],
    ["citizen.5", 403, "Samordningsnumret är inte styrkt"],
  ])("that does not say enough (%s) is told so, and goes on without", async (citizen, status, words) => {
    const visitor = aVisitor();
    const back = await identifiedInForm(visitor, citizen);
    expect(back.status).toBe(status);
    const html = await back.text();
    expect(html).toContain(words);
    expect(html).toContain('href="/sv/begaran/om-dig"');
    const form = await (await visitor.go(`${house.url}/sv/begaran/om-dig`)).text();
    expect(form).toContain('value="identify"');
    const person = {
      "person.givenName": "Lova",
      "person.familyName": "Lågnivå",
      "person.personalIdentityNumber": "18920229-9815",
    };
    expect((await sent(visitor, form, person)).status).toBe(303);
    expect(await identityOf((await latest())?.reference?.S)).toMatchObject({ state: "not-checked" });
  });

  it("with a confirmed samordningsnummer is known by it", async () => {
    expect(await (await identifiedInForm(aVisitor(), "citizen.4")).text()).toContain('value="191500722390"');
  });

  it("whose broker is down is told that they need not wait, and has their answers", async () => {
    const visitor = aVisitor();
    const { state } = formIn(await toThePerson(visitor, house));
    await postForm(visitor, `${house.url}/sv/begaran/om-dig`, { state, action: "identify" });
    await house.citizenIdentity?.stop();
    const tried = await visitor.go(`${house.url}/sv/legitimera`);
    await house.citizenIdentity?.start();
    // What the broker said of itself is remembered for a while, so it may be its own page that does not answer.
    expect([303, 503]).toContain(tried.status);
    expect(await (await visitor.go(`${house.url}/sv/begaran/om-dig`)).text()).toContain("Om dig");
  });
});

describe("Whoever has no e-legitimation to show", () => {
  it("cannot say in a request that they have", async () => {
    const answer = await fetch(`${house.url}/api/v1/requests`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "k".repeat(20) },
      body: JSON.stringify(aRequest({ identifiedAt: "2026-01-01T00:00:00Z" })),
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain("unknown-field");
  });

  it("cannot come back with somebody else's way, a changed cookie or a code of their own", async () => {
    const victim = aVisitor();
    const attacker = aVisitor();
    const { go, whereTo } = attacker;
    const start = `${house.url}/sv/legitimera`;
    const broker = whereTo(await go(start), start);
    const pick = whereTo(await go(broker), broker);
    const on = whereTo(await go(pick, { method: "POST", body: new URLSearchParams({ person: "citizen.1" }) }), pick);
    const back = whereTo(await go(on), on);
    const planted = await victim.go(back);
    expect(planted.status).toBe(400);
    expect(planted.headers.getSetCookie().join()).not.toContain("__Host-intag-identified=k");
    for (const query of ["", "?code=x&state=y", "?error=access_denied"])
      expect((await attacker.go(`${house.url}/legitimerad${query}`)).status).toBe(400);
  });

  it("finds no number and no name in an address, a cookie or a log", async () => {
    const visitor = aVisitor();
    const html = await (await identifiedInForm(visitor)).text();
    await sent(visitor, html);
    await house.idle();
    const jar = [...visitor.jarOf(house.url)].join();
    const said = [jar, ...house.logs.map(({ entry }) => JSON.stringify(entry))].join("\n");
    for (const secret of [number, number.slice(2), "Exempelsson"]) expect(said).not.toContain(secret);
    for (const [, link = ""] of html.matchAll(/(?:href|action)="([^"]*)"/g)) expect(link).not.toContain(number);
  });
});
