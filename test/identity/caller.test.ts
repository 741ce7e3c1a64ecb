import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { callerOf } from "../../functions/authorizer/caller.ts";
import { type Instant, instantFromEpoch } from "../../shared/domain/instant.ts";
import { plainMapping } from "../../shared/domain/who.ts";
import { newSessionSecret, sealedRenewal, sessionKeyOf } from "../../shared/identity/sessions.ts";
import { sessionCookieName } from "../../shared/lambda/session-cookie.ts";
import {
  aProvider,
  audience,
  clientId,
  issuer,
  monday,
  rsa,
  type Signing,
  sayings,
  seconds,
  signed,
} from "./a-provider.ts";
import { memorySessions } from "./memory-sessions.ts";

const ours: Signing = { ...rsa(), kid: "key-1", alg: "RS256" };
const minute = 60_000;
const at = (ms: number): Instant => instantFromEpoch(ms);
const who = {
  sub: "a-1",
  name: "Exempel",
  roles: ["coordinator"] as const,
  units: ["sthlm-sdn-farsta"],
  mayProtected: false,
};

/** An authorizer on that Monday at nine; its clock can be turned. */
function anAuthorizer() {
  const time = { now: monday };
  const { provider, fetched, world } = aProvider([ours], () => time.now);
  const { sessions, world: store } = memorySessions();
  const logged: unknown[] = [];
  const deps = {
    provider,
    audience,
    oldestTokenS: 300,
    client: async () => ({ id: clientId, secret: "client-secret" }),
    fetched,
    pause: () => setTimeout(5),
    mapping: plainMapping,
    sessions,
    clock: () => at(time.now),
    log: (event: string, fields: object) => void logged.push({ event, ...fields }),
  };
  const begin = async (startedAt = monday) => {
    const secret = newSessionSecret();
    const began = { startedAt: at(startedAt), seenAt: at(startedAt), checkedAt: at(startedAt) };
    await sessions.begin({
      key: sessionKeyOf(secret) ?? "",
      who,
      ...began,
      renewal: sealedRenewal(secret, "refresh-0"),
    });
    return secret;
  };
  /** What the provider says from now on of whoever it is asked about again. */
  const says = (parts: Readonly<Record<string, unknown>>) => {
    world.tokens = async (asked) => {
      const now = { iat: seconds(time.now), exp: seconds(time.now) + 300 };
      const claims = { iss: issuer, aud: clientId, ...who, ...now, ...parts };
      const id_token = await signed(ours, claims, { typ: "JWT" });
      return Response.json({ id_token, refresh_token: `${asked.get("refresh_token")}+` });
    };
  };
  says({});
  const bySession = (secret: string) => callerOf({ headers: {}, cookies: [`${sessionCookieName}=${secret}`] }, deps);
  const byToken = (token: string) => callerOf({ headers: { authorization: `Bearer ${token}` } }, deps);
  return { time, world, store, deps, logged, begin, says, bySession, byToken };
}
const nobody = { who: "" };

describe("A session", () => {
  it("tells who it is, and its own key, but never the secret", async () => {
    const { begin, bySession } = anAuthorizer();
    const secret = await begin();
    const told = await bySession(secret);
    expect(told).toEqual({ who: JSON.stringify(who), via: "session", session: sessionKeyOf(secret), problem: "" });
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  it("ends when it has not been used for half an hour", async () => {
    const { time, begin, bySession } = anAuthorizer();
    const secret = await begin();
    time.now = monday + 30 * minute - 1_000;
    expect(await bySession(secret)).toMatchObject({ problem: "" });
    time.now += 30 * minute;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "expired" });
  });

  it("ends eight hours after it began, however much it is used", async () => {
    const { time, begin, bySession } = anAuthorizer();
    const secret = await begin();
    for (let used = 1; used < 32; used += 1) {
      time.now = monday + used * 15 * minute;
      expect(await bySession(secret)).toMatchObject({ problem: "" });
    }
    time.now = monday + 32 * 15 * minute;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "expired" });
  });

  it("that is signed out of while it is being used is nobody's", async () => {
    const { time, store, deps, begin, bySession } = anAuthorizer();
    const secret = await begin();
    time.now = monday + 5 * minute;
    const { sessions } = deps;
    const goneMeanwhile = { ...sessions, seen: async () => false };
    const told = await callerOf(
      { headers: {}, cookies: [`${sessionCookieName}=${secret}`] },
      { ...deps, sessions: goneMeanwhile },
    );
    expect(told).toMatchObject({ ...nobody, problem: "invalid" });
    store.kept.clear();
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "invalid" });
  });

  it.each([
    ["made up by somebody", newSessionSecret()],
    ["the key instead of the secret", "a".repeat(64)],
    ["empty", ""],
    ["the key of a revocation", "revoked#a-1"],
    ["far too long", "x".repeat(5_000)],
    ["two at once", `${newSessionSecret()}; ${newSessionSecret()}`],
  ])("that is %s is nobody's", async (_, secret) => {
    const { begin, bySession } = anAuthorizer();
    await begin();
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "invalid" });
  });

  it("is nobody's when the store does not answer", async () => {
    const { store, begin, bySession, logged } = anAuthorizer();
    const secret = await begin();
    store.isDown = true;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "unavailable" });
    expect(JSON.stringify(logged)).not.toContain(secret);
  });
});

describe("What the provider last said of somebody with a session", () => {
  const asked = (world: { readonly asked: readonly string[] }) => world.asked.filter((url) => url.endsWith("/token"));

  it("is asked for again after three minutes, with what it gave last", async () => {
    const { time, world, begin, says, bySession } = anAuthorizer();
    const secret = await begin();
    const said: string[] = [];
    const answer = world.tokens;
    world.tokens = (form) => {
      said.push(form.get("refresh_token") ?? "");
      return answer(form);
    };
    time.now = monday + 3 * minute - 1_000;
    await bySession(secret);
    expect(said).toEqual([]);
    time.now = monday + 3 * minute;
    expect(await bySession(secret)).toMatchObject({ problem: "" });
    await bySession(secret);
    time.now += 3 * minute;
    await bySession(secret);
    expect(said).toEqual(["refresh-0", "refresh-0+"]);
    says({ roles: ["dpo"], units: [] });
    time.now += 3 * minute;
    expect(JSON.parse((await bySession(secret)).who)).toMatchObject({ roles: ["dpo"], units: [] });
  });

  it.each([
    ["has lost every role", { roles: [] }],
    ["is not the one who signed in", { sub: "a-2" }],
    ["is vouched for to somebody else", { aud: "another-service" }],
  ])("lets nobody in when the person %s, within five minutes and for good", async (_, parts) => {
    const { time, begin, says, bySession } = anAuthorizer();
    const secret = await begin();
    says(parts);
    time.now = monday + 5 * minute;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "invalid" });
    says({});
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "invalid" });
  });

  it("lets nobody in when the person is gone", async () => {
    const { time, world, begin, bySession } = anAuthorizer();
    const secret = await begin();
    world.tokens = async () => Response.json({ error: "invalid_grant" }, { status: 400 });
    time.now = monday + 5 * minute;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "invalid" });
  });

  it.each([
    ["is silent", undefined],
    ["is broken", { status: 502 }],
    ["does not know us", { status: 401 }],
  ])("holds for five minutes while the provider %s, and then the person waits", async (_, init) => {
    const { time, world, begin, bySession } = anAuthorizer();
    const secret = await begin();
    if (init === undefined) world.isDown = true;
    else world.tokens = async () => Response.json({ error: "invalid_client" }, init);
    time.now = monday + 5 * minute - 1_000;
    expect(await bySession(secret)).toMatchObject({ problem: "" });
    time.now = monday + 5 * minute + 9_000;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "unavailable" });
  });

  it.each([
    ["five minutes after it was asked", 5 * minute],
    ["just before", 5 * minute - 4_000],
  ])("is asked for again as soon as the provider is back, also when it failed %s", async (_, after) => {
    const { time, world, begin, says, bySession } = anAuthorizer();
    const secret = await begin();
    world.isDown = true;
    time.now = monday + after;
    await bySession(secret);
    world.isDown = false;
    says({ roles: ["dpo"], units: [] });
    time.now = monday + 5 * minute;
    expect(JSON.parse((await bySession(secret)).who)).toMatchObject({ roles: ["dpo"], units: [] });
  });

  it("is asked for once in ten seconds while the provider is silent and what it said still holds", async () => {
    const { time, world, begin, bySession } = anAuthorizer();
    const secret = await begin();
    world.tokens = async () => new Response("", { status: 502 });
    for (time.now = monday + 4 * minute; time.now < monday + 4 * minute + 10_000; time.now += 1_000)
      expect(await bySession(secret)).toMatchObject({ problem: "" });
    expect(asked(world)).toHaveLength(1);
  });

  it("is asked for once, however many pages are opened at the same moment", async () => {
    const { time, world, begin, bySession } = anAuthorizer();
    const secret = await begin();
    time.now = monday + 6 * minute;
    const told = await Promise.all(Array.from({ length: 16 }, () => bySession(secret)));
    expect(new Set(told.map(({ problem }) => problem))).toEqual(new Set([""]));
    expect(asked(world)).toHaveLength(1);
  });

  it("cannot be asked for with what lies in the store alone", async () => {
    const { time, world, store, begin, bySession } = anAuthorizer();
    const secret = await begin();
    const [kept] = store.kept.values();
    expect(JSON.stringify(kept)).not.toContain("refresh-0");
    if (kept !== undefined) store.kept.set(kept.key, { ...kept, renewal: sealedRenewal(newSessionSecret(), "stolen") });
    time.now = monday + 6 * minute;
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "expired" });
    expect(asked(world)).toEqual([]);
  });
});

describe("Rights that have been called in", () => {
  it("are gone at the next request, by token and by session, and what is given afterwards counts", async () => {
    const { time, store, begin, bySession, byToken } = anAuthorizer();
    const [secret, token] = [await begin(), await signed(ours)];
    expect([await bySession(secret), await byToken(token)]).toMatchObject([{ problem: "" }, { problem: "" }]);
    time.now = monday + 10_000;
    store.revoked.set("a-1", at(time.now));
    expect(await bySession(secret)).toMatchObject({ ...nobody, problem: "invalid" });
    expect(await byToken(token)).toMatchObject({ ...nobody, problem: "invalid" });
    time.now += 1_000;
    const later = seconds(time.now);
    expect(await bySession(await begin(time.now))).toMatchObject({ problem: "" });
    expect(await byToken(await signed(ours, sayings({ iat: later, nbf: later })))).toMatchObject({ problem: "" });
  });

  it("were called in for what was given in the same second", async () => {
    const { time, store, byToken } = anAuthorizer();
    store.revoked.set("a-1", at(time.now));
    const same = seconds(time.now);
    expect(await byToken(await signed(ours, sayings({ iat: same, nbf: same })))).toMatchObject({ problem: "invalid" });
  });

  it("are one person's alone", async () => {
    const { store, byToken } = anAuthorizer();
    store.revoked.set("a-2", at(monday));
    expect(await byToken(await signed(ours))).toMatchObject({ problem: "" });
  });
});

describe("Somebody who asks", () => {
  it("with nothing to show is nobody, without a problem", async () => {
    const { deps, logged } = anAuthorizer();
    expect(await callerOf({ headers: {}, cookies: ["other=1"] }, deps)).toEqual({
      who: "",
      via: "",
      session: "",
      problem: "",
    });
    expect(logged).toEqual([]);
  });

  it("with a bad token is not helped by a good session", async () => {
    const { deps, begin } = anAuthorizer();
    const cookies = [`${sessionCookieName}=${await begin()}`];
    for (const authorization of ["", "Bearer x", "Basic YTpi"])
      expect(await callerOf({ headers: { authorization }, cookies }, deps)).toMatchObject({
        ...nobody,
        via: "bearer",
        problem: "invalid",
      });
  });

  it("waits while the provider is silent, whatever the token", async () => {
    const { world, byToken } = anAuthorizer();
    world.isDown = true;
    expect(await byToken(await signed(ours))).toMatchObject({ ...nobody, problem: "unavailable" });
  });

  it("leaves no word of themselves in the log", async () => {
    const { logged, byToken, time } = anAuthorizer();
    await byToken(await signed(ours));
    time.now += 3_600_000;
    await byToken(await signed(ours));
    expect(logged).toEqual([{ event: "caller-refused", reason: "bearer-expired" }]);
  });
});
