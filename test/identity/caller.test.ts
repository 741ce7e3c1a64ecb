import { describe, expect, it } from "vitest";
import { callerOf } from "../../functions/authorizer/caller.ts";
import { type Instant, instantFromEpoch } from "../../shared/domain/instant.ts";
import { plainMapping } from "../../shared/domain/who.ts";
import { newSessionSecret, sessionKeyOf } from "../../shared/identity/sessions.ts";
import { sessionCookieName } from "../../shared/lambda/session-cookie.ts";
import { aProvider, audience, monday, rsa, type Signing, sayings, seconds, signed } from "./a-provider.ts";
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
  const { provider, world } = aProvider([ours]);
  const { sessions, world: store } = memorySessions();
  const logged: unknown[] = [];
  const deps = {
    provider,
    audience,
    mapping: plainMapping,
    sessions,
    clock: () => at(time.now),
    log: (event: string, fields: object) => void logged.push({ event, ...fields }),
  };
  const begin = async (startedAt = monday) => {
    const secret = newSessionSecret();
    await sessions.begin({ key: sessionKeyOf(secret) ?? "", who, startedAt: at(startedAt), seenAt: at(startedAt) });
    return secret;
  };
  const bySession = (secret: string) => callerOf({ headers: {}, cookies: [`${sessionCookieName}=${secret}`] }, deps);
  const byToken = (token: string) => callerOf({ headers: { authorization: `Bearer ${token}` } }, deps);
  return { time, world, store, deps, logged, begin, bySession, byToken };
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
