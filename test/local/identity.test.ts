import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { everybody, personFor, personOf } from "../../infra/local/identity/people.ts";
import { startIdentity } from "../../infra/local/identity.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import { roles } from "../../shared/domain/casework/case-history.ts";
import { identityProvider } from "../../shared/identity/provider.ts";
import { checkedToken } from "../../shared/identity/tokens.ts";
import { freshFolder } from "./fixture-stack.ts";

const city = cityOf("stockholm");
const audience = "https://intag.example/api";
const client = { id: "intag", secret: "s".repeat(64), redirectUri: "http://127.0.0.1:9/personal/inloggad" };
const program = fileURLToPath(new URL("../../infra/local/token.ts", import.meta.url));

const running: { stop(): Promise<void> }[] = [];
afterAll(async () => {
  for (const identity of running) await identity.stop();
});
const started = async (data: string) => {
  const identity = await startIdentity({ data, city, client, audience });
  running.push(identity);
  return identity;
};
/** `npm run --silent token -- …`, as a person at the keyboard runs it. */
const token = async (data: string, ...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [program, ...words], {
    env: { PATH: process.env.PATH, INTAG_DATA: data },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    (failure: { code: number; stderr: string; stdout: string }) => {
      expect(failure.stdout).toBe("");
      return { code: failure.code, said: failure.stderr.trim() };
    },
  );
const check = (issuer: string, bearer: string) =>
  checkedToken(bearer, {
    provider: identityProvider(issuer, fetch, Date.now),
    audience,
    oldestS: 3_600,
    now: Date.now(),
  });

describe("the people of this machine", () => {
  it("are one of each role, and those of every unit, each with a subject of their own", () => {
    const people = everybody(city);
    for (const role of roles) expect(people.some((person) => person.role === role)).toBe(true);
    expect(new Set(people.map(({ sub }) => sub)).size).toBe(people.length);
    for (const person of people) expect(personOf(city, person.sub)).toEqual(person);
  });

  it("are invented", () => {
    for (const { name } of everybody(city)) expect(name).toMatch(/^[A-Z][a-z]+ Exempelsson( i \S.*)?$/);
  });

  it("are nobody else", () => {
    for (const sub of [
      "",
      "dpo",
      "local",
      "local.boss",
      "local.dpo.nowhere",
      "local.manager",
      "local.dpo.protected.protected",
    ])
      expect(personOf(city, sub)).toBeUndefined();
    expect(personFor(city, { role: "coordinator", unit: "nowhere" })).toMatch(/^There is no unit "nowhere".*\.$/);
  });
});

describe("npm run token", () => {
  it("prints a bearer token that says the role and the unit, for an hour, and nothing else", async () => {
    const data = freshFolder();
    const { issuer } = await started(data);
    const { code, said } = await token(data, "coordinator", "sthlm-sdn-farsta");
    expect([code, said.split(".").length, /\s/.test(said)]).toEqual([0, 3, false]);
    const checked = await check(issuer, said);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        claims: {
          sub: "local.coordinator.sthlm-sdn-farsta",
          roles: ["coordinator"],
          units: ["sthlm-sdn-farsta"],
          protected: false,
        },
      },
    });
    const { exp = 0, iat = 0 } = JSON.parse(Buffer.from(said.split(".")[1] ?? "", "base64url").toString());
    expect(exp - iat).toBe(3_600);
    const cleared = await token(data, "coordinator", "sthlm-sdn-farsta", "--protected");
    expect(await check(issuer, cleared.said)).toMatchObject({ value: { claims: { protected: true } } });
    for (const role of roles) expect((await token(data, role)).code).toBe(0);
  });

  it.each([
    ["an unknown role", ["boss"], /^There is no role "boss": choose one of employee, manager, .*\.$/],
    ["an unknown unit", ["coordinator", "nowhere"], /^There is no unit "nowhere" in .*\.$/],
    ["no role", [], /^Ask like this: npm run --silent token/],
    ["too much", ["dpo", "sthlm-sdn-farsta", "now"], /^Ask like this: npm run --silent token/],
  ])("says in one sentence what is wrong with %s", async (_, words, sentence) => {
    const data = freshFolder();
    await started(data);
    const { code, said } = await token(data, ...words);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said.split("\n")).toHaveLength(1);
  });

  it("says that nothing runs on the folder, when nothing ever did or it has ended", async () => {
    const data = freshFolder();
    const notRunning = {
      code: 1,
      said: expect.stringMatching(/is not running on .* start the service with "npm start"/),
    };
    expect(await token(data, "dpo")).toEqual(notRunning);
    await (await started(data)).stop();
    expect(await token(data, "dpo")).toEqual(notRunning);
  });
});

describe("the provider of this machine", () => {
  it("is the same after a restart, so that tokens live on, and keeps its keys to its owner", async () => {
    const data = freshFolder();
    const first = await started(data);
    const { said } = await token(data, "dpo");
    await first.stop();
    const second = await started(data);
    expect(second.issuer).toBe(first.issuer);
    expect(await check(second.issuer, said)).toMatchObject({ ok: true });
    expect(statSync(join(data, "identity.json")).mode & 0o077).toBe(0);
  });

  it("signs with a new key when it is given one, while what the old one signed still counts", async () => {
    const data = freshFolder();
    const identity = await started(data);
    const old = await token(data, "dpo");
    await identity.stop();
    await identity.start({ newKey: true });
    const fresh = await token(data, "dpo");
    const keyOf = (bearer: string) => JSON.parse(Buffer.from(bearer.split(".")[0] ?? "", "base64url").toString()).kid;
    expect(keyOf(fresh.said)).not.toBe(keyOf(old.said));
    expect(await check(identity.issuer, fresh.said)).toMatchObject({ ok: true });
    expect(await check(identity.issuer, old.said)).toMatchObject({ ok: true });
  });

  it("finds another port when somebody has taken its own", async () => {
    const data = freshFolder();
    const first = await started(data);
    const second = await started(data);
    expect(second.issuer).not.toBe(first.issuer);
  });

  it("gives no token to a page elsewhere, whose browser cannot say that it sends JSON without asking", async () => {
    const { issuer } = await started(freshFolder());
    const asked = (init: RequestInit) =>
      fetch(`${issuer}/_local/token`, { method: "POST", body: '{"role":"dpo"}', ...init });
    expect((await asked({ headers: { "content-type": "text/plain" } })).status).toBe(404);
    expect((await asked({ headers: { "content-type": "application/json" } })).status).toBe(200);
    expect(
      (await fetch(`${issuer}/_local/token`, { method: "OPTIONS" })).headers.get("access-control-allow-origin"),
    ).toBeNull();
  });
});
