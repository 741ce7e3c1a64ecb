import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { keptIdentity } from "../../infra/local/identity/kept-identity.ts";
import { permissionTable } from "../../infra/permission-table.ts";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { signed } from "../identity/a-provider.ts";
import { forgedHeaders } from "../identity/forged.ts";
import { aVisitor, picked, signedIn, toThePick, unusedForAWhile } from "./visitor.ts";

const coordinator = "local.coordinator.sthlm-sdn-farsta";
const account = "/personal/konto";

let house: House;
const data = mkdtempSync(join(tmpdir(), "intag-sign-in-"));
beforeAll(async () => {
  house = await aHouse({ data });
});
afterAll(() => house?.close());

const tokenFor = async (wish: object): Promise<string> => {
  const answer = await fetch(`${house.identity?.issuer}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  expect(answer.status).toBe(200);
  return answer.text();
};
const withHeader = (authorization: string) =>
  fetch(`${house.url}${account}`, { redirect: "manual", headers: { authorization } });
const revoke = (sub: unknown) => fetch(`${house.url}/_local/revoke`, { method: "POST", body: JSON.stringify({ sub }) });

describe("Signing in", () => {
  it("sends whoever is unknown to the city's sign-in, and back to the page they asked for", async () => {
    const visitor = aVisitor();
    const first = await visitor.go(`${house.url}${account}`);
    expect([first.status, first.headers.get("location")]).toEqual([303, `/personal/logga-in?till=${account}`]);
    const back = await signedIn(visitor, house, coordinator);
    expect([back.status, back.headers.get("location")]).toEqual([303, account]);
    const page = await visitor.go(`${house.url}${account}`);
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("no-store");
    const text = await page.text();
    expect(text).toContain("Samordnare");
    expect(text).toContain("Farsta stadsdelsnämnd");
  });

  it.each([
    ["local.employee.sthlm-sdn-farsta", "Medarbetare"],
    ["local.manager.sthlm-sdn-farsta", "Chef"],
    ["local.dpo", "Dataskyddsombud"],
    ["local.security", "Säkerhetssamordnare"],
    ["local.central", "Central funktion"],
    ["local.coordinator.sthlm-sdn-farsta.protected", "Ärenden med skyddade personuppgifter"],
  ])("as %s is being one", async (person, word) => {
    const visitor = aVisitor();
    await signedIn(visitor, house, person);
    expect(await (await visitor.go(`${house.url}${account}`)).text()).toContain(word);
  });

  it("keeps a secret in the browser that no script reads and no other site sends, and nothing else", async () => {
    const visitor = aVisitor();
    const back = await signedIn(visitor, house, coordinator);
    const [session, attempt, ...more] = back.headers.getSetCookie();
    expect(session).toMatch(/^__Host-intag-staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(attempt).toMatch(/^__Host-intag-sign-in=; Max-Age=0;/);
    expect(more).toEqual([]);
  });

  it("asks the provider with a challenge, a state and a nonce of its own each time (RFC 7636)", async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => {
        const answer = await aVisitor().go(`${house.url}/personal/logga-in`);
        return new URL(answer.headers.get("location") ?? "").searchParams;
      }),
    );
    for (const query of asked) {
      expect(query.get("response_type")).toBe("code");
      expect(query.get("code_challenge_method")).toBe("S256");
      expect(query.get("redirect_uri")).toBe(`${house.url}/personal/inloggad`);
    }
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(asked[0]?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name));
    }
  });

  it("leads to no address outside the staff's pages", async () => {
    for (const till of ["https://thief.example", "//thief.example/personal", "/personal/../en", "/personal/%2e%2e"]) {
      const back = await signedIn(aVisitor(), house, coordinator, encodeURIComponent(till));
      expect(back.headers.get("location")).toBe("/personal");
    }
  });

  it("gives a new secret every time, never the one that the browser came with, and ends the old session", async () => {
    const visitor = aVisitor();
    const planted = "p".repeat(43);
    visitor.jarOf(house.url).set("__Host-intag-staff", planted);
    await signedIn(visitor, house, coordinator);
    const first = visitor.jarOf(house.url).get("__Host-intag-staff") ?? "";
    await signedIn(visitor, house, coordinator);
    const second = visitor.jarOf(house.url).get("__Host-intag-staff") ?? "";
    expect(new Set([planted, first, second]).size).toBe(3);
    const statuses = [planted, first, second].map(async (secret) => {
      const headers = { cookie: `__Host-intag-staff=${secret}` };
      return (await fetch(`${house.url}${account}`, { redirect: "manual", headers })).status;
    });
    expect(await Promise.all(statuses)).toEqual([303, 303, 200]);
  });

  it("is refused when the way back is not the one that was begun", async () => {
    const [one, other] = [aVisitor(), aVisitor()];
    const back = await picked(one, await toThePick(one, house), coordinator);
    await toThePick(other, house);
    const wrongState = new URL(back);
    wrongState.searchParams.set("state", "s".repeat(43));
    const wrongIssuer = new URL(back);
    wrongIssuer.searchParams.set("iss", "https://thief.example");
    const wrongCode = new URL(back);
    wrongCode.searchParams.set("code", "c".repeat(43));
    const answers = [
      // Somebody lured into another's sign-in: their browser has begun one of its own, or none.
      await other.go(back),
      await aVisitor().go(back),
      await one.go(`${house.url}/personal/inloggad`),
    ];
    for (const url of [wrongState, wrongIssuer, wrongCode]) {
      const visitor = aVisitor();
      visitor.jarOf(house.url).set("__Host-intag-sign-in", one.jarOf(house.url).get("__Host-intag-sign-in") ?? "x");
      answers.push(await visitor.go(url.href));
    }
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.headers.getSetCookie().join()).not.toContain("__Host-intag-staff");
    }
  });

  it("takes a code once", async () => {
    const visitor = aVisitor();
    const back = await picked(visitor, await toThePick(visitor, house), coordinator);
    const attempt = visitor.jarOf(house.url).get("__Host-intag-sign-in") ?? "";
    expect((await visitor.go(back)).status).toBe(303);
    const thief = aVisitor();
    thief.jarOf(house.url).set("__Host-intag-sign-in", attempt);
    expect((await thief.go(back)).status).toBe(400);
  });
});

describe("Signing out", () => {
  const out = async (headers: Record<string, string>) => {
    const visitor = aVisitor();
    await signedIn(visitor, house, coordinator);
    const secret = visitor.jarOf(house.url).get("__Host-intag-staff") ?? "";
    const answer = await visitor.go(`${house.url}/personal/logga-ut`, { method: "POST", headers });
    const cookie = `__Host-intag-staff=${secret}`;
    const after = await fetch(`${house.url}${account}`, { redirect: "manual", headers: { cookie } });
    return { answer, isStillIn: after.status === 200 };
  };

  it("ends the session where it is kept, so that a copy of the cookie opens nothing", async () => {
    const { answer, isStillIn } = await out({ origin: house.url, "sec-fetch-site": "same-origin" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/personal/utloggad"]);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-intag-staff=; Max-Age=0;/)]);
    expect(isStillIn).toBe(false);
    expect((await fetch(`${house.url}/personal/utloggad`)).status).toBe(200);
  });

  it.each([
    ["another site", { origin: "https://thief.example", "sec-fetch-site": "cross-site" }],
    ["a page without an origin", { origin: "null" }],
    ["nowhere", {}],
  ])("is not done for %s", async (_, headers) => {
    const { answer, isStillIn } = await out(headers);
    expect([answer.status, isStillIn]).toEqual([403, true]);
  });
});

describe("A bearer token", () => {
  it("from the provider of this machine lets its person in", async () => {
    const answer = await withHeader(`Bearer ${await tokenFor({ role: "dpo" })}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Dataskyddsombud");
  });

  it("that is forged lets nobody in, in whatever way: 401, and how to do it right", async () => {
    const now = Date.now();
    const says = {
      iss: house.identity?.issuer ?? "",
      aud: "https://intag.example/api",
      sub: "local.dpo",
      iat: Math.floor(now / 1_000) - 10,
      nbf: Math.floor(now / 1_000) - 10,
      exp: Math.floor(now / 1_000) + 290,
      roles: ["dpo"],
    };
    // With the provider's own key: each is refused for what is wrong with it, not for being unknown.
    const [key] = keptIdentity(data)?.keys ?? [];
    const privateKey = createPrivateKey({ key: key ?? {}, format: "jwk" });
    const ours = { kid: String(key?.kid), alg: "RS256", privateKey, publicKey: createPublicKey(privateKey) };
    expect((await withHeader(`Bearer ${await signed(ours, says)}`)).status).toBe(200);
    const sendable = (await forgedHeaders(ours, { now, says })).filter(
      ([, authorization]) => authorization.length < 9_000 && /^\S[\x20-\x7e]*\S$/.test(authorization),
    );
    expect(sendable.length).toBeGreaterThan(80);
    for (const [what, authorization] of sendable) {
      const answer = await withHeader(authorization);
      expect([what, answer.status]).toEqual([what, 401]);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="intag"/);
    }
  });

  it("works no more once the person's rights have been called in, and nor does their session", async () => {
    const visitor = aVisitor();
    const person = "local.manager.sthlm-sdn-bromma";
    await signedIn(visitor, house, person);
    const token = await tokenFor({ role: "manager", unit: "sthlm-sdn-bromma" });
    expect([(await withHeader(`Bearer ${token}`)).status, (await visitor.go(`${house.url}${account}`)).status]).toEqual(
      [200, 200],
    );
    expect((await revoke(person)).status).toBe(200);
    expect([(await withHeader(`Bearer ${token}`)).status, (await visitor.go(`${house.url}${account}`)).status]).toEqual(
      [401, 303],
    );
    expect((await withHeader(`Bearer ${await tokenFor({ role: "dpo" })}`)).status).toBe(200);
  });

  it("is called in for a person that is named, or not at all", async () => {
    expect((await revoke("")).status).toBe(400);
    expect((await revoke(1)).status).toBe(400);
  });
});

describe("While the provider is silent", () => {
  it("staff wait, citizens do not notice, and nobody gets in", async () => {
    const silent = await aHouse();
    try {
      await silent.identity?.stop();
      const start = await fetch(`${silent.url}/personal/logga-in`, { redirect: "manual" });
      expect([start.status, start.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await start.text()).toContain("Inloggningen svarar inte just nu");

      const visitor = aVisitor();
      const headers = { authorization: `Bearer ${await tokenFor({ role: "dpo" })}` };
      const answer = await visitor.go(`${silent.url}${account}`, { headers });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        503,
        "application/problem+json; charset=utf-8",
      ]);

      const sent = await post(silent, "requests", aRequest(), "while-the-provider-is-silent");
      expect(sent.status).toBe(201);
      expect((await fetch(`${silent.url}/`)).status).toBe(200);

      await silent.identity?.start();
      expect((await signedIn(visitor, silent, coordinator)).status).toBe(303);
      expect((await visitor.go(`${silent.url}${account}`)).status).toBe(200);
      // What it said holds for five minutes; then those who are signed in wait as well.
      await silent.identity?.stop();
      await unusedForAWhile(silent, 4);
      expect((await visitor.go(`${silent.url}${account}`)).status).toBe(200);
      await unusedForAWhile(silent, 5);
      expect((await visitor.go(`${silent.url}${account}`)).status).toBe(503);
    } finally {
      await silent.close();
    }
  });
});

describe("A role that the city has taken away", () => {
  it("stops working on the pages within five minutes, and one that it has given begins to", async () => {
    const person = "local.coordinator.sthlm-sdn-skarholmen";
    const visitor = aVisitor();
    await signedIn(visitor, house, person);
    house.identity?.giveRoles(person, ["manager"]);
    await unusedForAWhile(house, 5);
    const page = await visitor.go(`${house.url}${account}`);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("Chef");
    expect(text).not.toContain("Samordnare");
    house.identity?.giveRoles(person, []);
    await unusedForAWhile(house, 5);
    const answers = [await visitor.go(`${house.url}${account}`), await visitor.go(`${house.url}${account}`)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await signedIn(visitor, house, person)).status).toBe(403);
  });
});

describe("What is kept and said of those who sign in", () => {
  it("is no secret that opens anything, and no name in any log", async () => {
    const visitor = aVisitor();
    await signedIn(visitor, house, coordinator);
    const secret = visitor.jarOf(house.url).get("__Host-intag-staff") ?? "";
    const said = JSON.stringify(house.logs);
    for (const word of [secret, "Exempelsson", coordinator, "sthlm-sdn-farsta"]) expect(said).not.toContain(word);
    expect(house.functionErrors).toEqual([]);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});

describe("Signing in, working and signing out", () => {
  it("uses every permission that its two roles have, and asks for no other", async () => {
    const visitor = aVisitor();
    await signedIn(visitor, house, coordinator);
    await unusedForAWhile(house);
    expect((await visitor.go(`${house.url}${account}`)).status).toBe(200);
    await visitor.go(`${house.url}/personal/logga-ut`, { method: "POST", headers: { origin: house.url } });

    const template = JSON.parse(readFileSync(join(inject("assembly"), "Intag.template.json"), "utf8"));
    const given = permissionTable(template).flatMap(({ role, actions, on }) =>
      actions.flatMap((action) => on.map((what) => `${role} ${action} ${what}`)),
    );
    const used = house.calls.flatMap(({ role, uses }) =>
      uses.map(
        ({ action, resource }) => `${role} ${action} ${resource.replace(/^.*(?:table\/|:secret:)(\w+).*$/, "$1")}`,
      ),
    );
    const ours = (deeds: readonly string[]) =>
      [...new Set(deeds)].filter((deed) => /^(sign-in|authorizer) (?!logs:|kms:)/.test(deed)).toSorted();
    expect(ours(used)).toEqual(ours(given));
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
