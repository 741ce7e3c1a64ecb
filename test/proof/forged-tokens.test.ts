import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptIdentity } from "../../infra/local/identity/kept-identity.ts";
import { routes, tokenRoutes } from "../../shared/routes.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { signed } from "../identity/a-provider.ts";
import { forgedHeaders } from "../identity/forged.ts";
import { aColleague, type Colleague, formIn } from "../staff/colleague.ts";
import { aConsultation, anIncident, aRegistration, farsta, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { isFull } from "./seeded.ts";

const data = mkdtempSync(join(tmpdir(), "intag-forged-"));
let house: House;
let reference = "";
beforeAll(async () => {
  house = await aHouse({ data });
  const dpo = await tokenFor(house, "dpo");
  const told = await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: "2026-01-10T09:00:00Z" }));
  await house.idle();
  reference = `${told.body.reference}-1`;
});
afterAll(() => house.close());

/** What stands in a route's places, so that with a good token there would be something to see. */
const parts: Readonly<Record<string, () => string>> = {
  reference: () => reference,
  year: () => "2026",
  unit: () => kultur,
  name: () => "city_figures.json",
  id: () => "0".repeat(32),
  step: () => "vad",
  part: () => "styrdokument",
  file: () => "00000000-0000-4000-8000-000000000000.pdf",
};
const pathOf = (route: string): string =>
  route.replace(/^[A-Z]+ /, "").replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`nothing stands for {${name}} in ${route}`);
    return part();
  });
/** What a route must be asked for by. */
const queries: Readonly<Record<string, () => string>> = {
  "GET /api/v1/access-log": () => `?reference=${reference}`,
  "GET /api/v1/reports/{year}/references": () => "?path=requests.received",
};
/** What is sent where a body is read before anybody asks who it is from. */
const bodies: Readonly<Record<string, unknown>> = {
  "POST /api/v1/registrations": aRegistration({ receivedAt: "2026-01-10T09:00:00Z" }),
  "POST /api/v1/incidents": anIncident({ detectedAt: "2026-01-10T09:00:00Z", awareAt: "2026-01-10T09:00:00Z" }),
  "POST /api/v1/consultations": aConsultation(),
  "POST /api/v1/cases/{reference}/commands": { command: "note", version: 1, text: "Obehörig." },
  "PUT /api/v1/yearly-reviews/{year}/{unit}": { recommendations: [] },
};

const asked = (route: string, authorization: string, n: number) => {
  const [method = "GET"] = route.split(" ");
  const body = bodies[route];
  return fetch(`${house.url}${pathOf(route)}${queries[route]?.() ?? ""}`, {
    method,
    redirect: "manual",
    headers: {
      authorization,
      ...(method === "GET"
        ? {}
        : { "content-type": "application/json", "idempotency-key": `forged-${n}`.padEnd(16, "x") }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
};

const inGroups = async <One>(all: readonly One[], size: number, work: (one: One, n: number) => Promise<void>) => {
  for (let at = 0; at < all.length; at += size)
    await Promise.all(all.slice(at, at + size).map((one, n) => work(one, at + n)));
};

describe("A forged token", () => {
  it("opens no route that asks for one, in whatever way it is forged", async () => {
    const now = Date.now();
    const s = Math.floor(now / 1_000);
    const says = {
      iss: house.identity?.issuer ?? "",
      aud: "https://intag.example/api",
      sub: "local.dpo",
      iat: s - 10,
      nbf: s - 10,
      exp: s + 290,
      roles: ["dpo"],
    };
    const [key] = keptIdentity(data)?.keys ?? [];
    const privateKey = createPrivateKey({ key: key ?? {}, format: "jwk" });
    const ours = { kid: String(key?.kid), alg: "RS256", privateKey, publicKey: createPublicKey(privateKey) };
    const forged = (await forgedHeaders(ours, { now, says })).filter(
      ([, authorization]) => authorization.length < 9_000 && /^\S[\x20-\x7e]*\S$/.test(authorization),
    );
    expect(forged.length).toBeGreaterThan(60);

    const before = await itemsOf(house, "Submissions");
    const good = `Bearer ${await signed(ours, says)}`;
    const reads = tokenRoutes.filter((route) => route.startsWith("GET "));
    // The table of routes is what the test is about: a good token gets past every one of them.
    for (const route of reads) expect([route, (await asked(route, good, 0)).status]).not.toEqual([route, 401]);
    // In the fast form each route meets every fourth way, and each way every fourth route.
    const tries = tokenRoutes.flatMap((route, row) =>
      forged
        .filter((_, column) => isFull || (row + column) % 4 === 0)
        .map(([what, authorization]) => ({ route, what, authorization })),
    );
    const opened: string[] = [];
    await inGroups(tries, 12, async ({ route, what, authorization }, n) => {
      const { status } = await asked(route, authorization, n);
      const isRefused = status === 401 || (status === 400 && !route.startsWith("GET ") && bodies[route] === undefined);
      if (!isRefused) opened.push(`${route}: ${what}: ${status}`);
    });
    expect(opened).toEqual([]);
    expect(tries.length).toBeGreaterThan((isFull ? 60 : 15) * tokenRoutes.length);
    expect(await itemsOf(house, "Submissions")).toHaveLength(before.length);
    console.log(
      `ways to forge ${forged.length}, routes ${tokenRoutes.length}, tries ${tries.length}, opened ${opened.length}`,
    );
  });
});

describe("Somebody whose rights have changed at the provider", () => {
  it("who has left the unit sees nothing of it by what they are given then", async () => {
    const cases = async (unit: string) => {
      const told = await ask(house, await tokenFor(house, "coordinator", unit), `GET cases/${reference}`);
      return told.status;
    };
    expect([await cases(kultur), await cases(farsta)]).toEqual([200, 404]);
  });
});

describe("A form on another site", () => {
  // Signing out asks for no proof: its own tests say from where it is done.
  const posts = Object.keys(routes).filter((route) => /^POST \/personal\/(?!logga-ut$)/.test(route));

  it("changes nothing, whatever it sends with whatever cookie the browser has", async () => {
    const colleague = await aColleague(house, "local.dpo");
    const other = await aColleague(house, "local.security");
    const proofOf = async ({ open }: Colleague): Promise<string> => {
      const { fields } = formIn((await open("/personal/incident")).html, (form) => form.includes('name="csrf"'));
      return new Map(fields).get("csrf") ?? "";
    };
    const [csrf, others] = [await proofOf(colleague), await proofOf(other)];
    expect([csrf.length > 40, others.length > 40, csrf === others]).toEqual([true, true, false]);
    const before = (await itemsOf(house, "Cases")).map(({ version }) => version?.N);
    const own = { origin: house.url, "sec-fetch-site": "same-origin" };
    const ways: readonly (readonly [string, Record<string, string>, string])[] = [
      ["from another site", { origin: "https://thief.example", "sec-fetch-site": "cross-site" }, csrf],
      ["from a page without an origin", { origin: "null" }, csrf],
      ["from nowhere", {}, csrf],
      [
        "from a neighbour",
        { origin: house.url.replace("127.0.0.1", "localhost"), "sec-fetch-site": "same-site" },
        csrf,
      ],
      ["with nothing to show for it", own, ""],
      ["with another's proof", own, others],
      ["with half a proof", own, csrf.slice(0, 20)],
    ];
    expect(posts.length).toBeGreaterThanOrEqual(4);
    for (const route of posts)
      for (const [way, headers, proof] of ways) {
        const answer = await colleague.visitor.go(`${house.url}${pathOf(route)}`, {
          method: "POST",
          headers,
          body: new URLSearchParams({
            csrf: proof,
            key: "k".repeat(20),
            version: "1",
            command: "note",
            text: "Falskt.",
          }),
        });
        expect([route, way, answer.status >= 400 && answer.status < 500]).toEqual([route, way, true]);
      }
    expect((await itemsOf(house, "Cases")).map(({ version }) => version?.N)).toEqual(before);
    console.log(`forms on other sites: ways ${ways.length}, routes ${posts.length}, changed 0`);
  });
});
