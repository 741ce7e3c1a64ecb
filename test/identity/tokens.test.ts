import { afterEach, describe, expect, it, vi } from "vitest";
import { ProviderOutOfReach } from "../../shared/identity/provider.ts";
import { bearerOf, checkedIdToken, checkedToken } from "../../shared/identity/tokens.ts";
import {
  aProvider,
  audience,
  clientId,
  ec,
  issuer,
  monday,
  rsa,
  type Signing,
  sayings,
  seconds,
  signed,
} from "./a-provider.ts";
import { forgedHeaders } from "./forged.ts";

const ours: Signing = { ...rsa(), kid: "key-1", alg: "RS256" };
const curve: Signing = { ...ec(), kid: "key-2", alg: "ES256" };
const newest: Signing = { ...rsa(), kid: "key-3", alg: "RS256" };
const forged = await forgedHeaders(ours);

const check = (provider: ReturnType<typeof aProvider>["provider"], token: string, now = monday) =>
  checkedToken(token, { provider, audience, oldestS: 3_600, now });

describe("A token of the city's own", () => {
  it.each([["RS256", ours] as const, ["ES256", curve] as const])("signed with %s is taken", async (_, key) => {
    const { provider } = aProvider([ours, curve]);
    const checked = await check(provider, await signed(key));
    expect(checked).toMatchObject({ ok: true, value: { issuedAt: "2026-03-02T07:59:50Z" } });
  });

  it("is taken for several audiences, when one of them is ours", async () => {
    const { provider } = aProvider([ours]);
    expect(await check(provider, await signed(ours, sayings({ aud: ["other", audience] })))).toMatchObject({
      ok: true,
    });
  });

  it("has run out when its end has passed, but for the five seconds that clocks may differ", async () => {
    const { provider } = aProvider([ours]);
    const token = await signed(ours);
    expect(await check(provider, token, monday + 294_000)).toMatchObject({ ok: true });
    expect(await check(provider, token, monday + 296_000)).toEqual({ ok: false, error: "expired" });
  });

  it.each(["jku", "jwk", "x5u", "x5c", "b64", "zip", "enc", "cty"])(
    "that says %s of itself is not looked at",
    async (name) => {
      const { provider, world } = aProvider([ours]);
      expect(await check(provider, await signed(ours, sayings(), { [name]: "https://thief.example" }))).toEqual({
        ok: false,
        error: "invalid",
      });
      expect(world.asked).toEqual([]);
    },
  );

  it("names its key, by a name of at most 200 letters", async () => {
    const named = async (kid: string | undefined) => {
      const key = { ...ours, kid: kid ?? "" };
      return (await check(aProvider([key]).provider, await signed(key, sayings(), { kid }))).ok;
    };
    expect(await named("k".repeat(200))).toBe(true);
    expect(await named("k".repeat(201))).toBe(false);
    expect(await named(undefined)).toBe(false);
  });

  it("is read out of its header in one way only", () => {
    const longest = `a.b.${"c".repeat(8_192 - 4)}`;
    expect(bearerOf(`Bearer ${longest}`)).toBe(longest);
    expect(bearerOf(`Bearer ${longest}c`)).toBeUndefined();
    expect(bearerOf("Bearer a.b.c")).toBe("a.b.c");
    expect(bearerOf("bearer a.b.c")).toBe("a.b.c");
  });
});

describe("A forged token", () => {
  it("comes in more than sixty forms", () => {
    expect(new Set(forged.map(([what]) => what)).size).toBe(forged.length);
    expect(forged.length).toBeGreaterThan(90);
  });

  it.each(forged)("with %s is refused", async (_, authorization) => {
    const { provider, world } = aProvider([ours]);
    const token = bearerOf(authorization);
    const checked = token === undefined ? undefined : await check(provider, token);
    expect(checked?.ok ?? false).toBe(false);
    if (checked?.ok === false) expect(["invalid", "expired"]).toContain(checked.error);
    for (const url of world.asked) expect(new URL(url).origin).toBe(issuer);
  });
});

describe("The provider's keys", () => {
  afterEach(() => void vi.useRealTimers());
  const keysAsked = ({ asked }: { readonly asked: readonly string[] }) =>
    asked.filter((url) => url.endsWith("/jwks")).length;

  it("are fetched once, not for each token", async () => {
    const { provider, world } = aProvider([ours]);
    for (let turn = 0; turn < 5; turn += 1) await check(provider, await signed(ours));
    expect(world.asked).toHaveLength(2);
  });

  it("are asked for again when a token names a new one, at most every 30 seconds", async () => {
    vi.useFakeTimers({ now: monday, toFake: ["Date"] });
    const { provider, world } = aProvider([ours], Date.now);
    expect(await check(provider, await signed(ours))).toMatchObject({ ok: true });
    world.keys = [newest, ours];
    const token = await signed(newest);
    for (let turn = 0; turn < 20; turn += 1) expect(await check(provider, token)).toMatchObject({ ok: false });
    expect(keysAsked(world)).toBe(1);
    vi.setSystemTime(monday + 31_000);
    expect(await check(provider, token, monday + 31_000)).toMatchObject({ ok: true });
    expect(await check(provider, await signed(ours), monday + 31_000)).toMatchObject({ ok: true });
    expect(keysAsked(world)).toBe(2);
  });

  it("stop counting when the provider has withdrawn them, ten minutes later at the latest", async () => {
    vi.useFakeTimers({ now: monday, toFake: ["Date"] });
    const { provider, world } = aProvider([ours], Date.now);
    expect(await check(provider, await signed(ours))).toMatchObject({ ok: true });
    world.keys = [newest];
    const later = monday + 601_000;
    vi.setSystemTime(later);
    const says = sayings({ iat: seconds(later), nbf: seconds(later), exp: seconds(later) + 60 });
    expect(await check(provider, await signed(ours, says), later)).toEqual({ ok: false, error: "invalid" });
    expect(await check(provider, await signed(newest, says), later)).toMatchObject({ ok: true });
  });
});

describe("A provider that does not answer", () => {
  it("lets nobody in, and lets them in again when it answers", async () => {
    const { provider, world } = aProvider([ours]);
    world.isDown = true;
    expect(await check(provider, await signed(ours))).toEqual({ ok: false, error: "unavailable" });
    world.isDown = false;
    expect(await check(provider, await signed(ours))).toMatchObject({ ok: true });
  });

  it.each([
    ["speaks as another", { issuer: "https://thief.example" }],
    ["has its keys where anybody on the wire can change them", { jwks_uri: "http://id.stad.example/jwks" }],
    ["says nothing of its keys", { jwks_uri: undefined }],
  ])("or %s, is not believed", async (_, description) => {
    const { provider, world } = aProvider([ours]);
    world.description = { issuer, ...description };
    expect(await check(provider, await signed(ours))).toEqual({ ok: false, error: "unavailable" });
  });
});

describe("An ID token", () => {
  const nonce = "n-1";
  const says = (parts = {}) => sayings({ aud: clientId, nonce, ...parts });
  const checkId = async (token: string) =>
    checkedIdToken(token, { provider: aProvider([ours]).provider, clientId, nonce, now: monday });

  it("of this very sign-in tells who it is", async () => {
    expect(await checkId(await signed(ours, says(), { typ: "JWT" }))).toMatchObject({ sub: "a-1" });
  });

  it.each([
    ["another sign-in", says({ nonce: "n-2" }), {}],
    ["no sign-in", says({ nonce: undefined }), {}],
    ["another client", says({ aud: "other" }), {}],
    ["several clients without saying which", says({ aud: [clientId, "other"] }), {}],
    ["another party, though for us as well", says({ azp: "other" }), {}],
    ["another issuer", says({ iss: "https://thief.example" }), {}],
    ["yesterday", says({ iat: seconds(monday) - 86_400, exp: seconds(monday) - 86_000 }), {}],
    ["an hour ago with a long life", says({ iat: seconds(monday) - 3_600 }), {}],
    ["an API", says(), { typ: "at+jwt" }],
  ])("of %s tells nothing", async (_, payload, header) => {
    expect(await checkId(await signed(ours, payload, { typ: "JWT", ...header }))).toBeUndefined();
  });

  it("may leave out its type, and may be for us alone in a list or by name", async () => {
    for (const [payload, header] of [
      [says(), { typ: undefined }],
      [says({ aud: [clientId] }), { typ: "jwt" }],
      [says({ aud: [clientId, "other"], azp: clientId }), { typ: "JWT" }],
    ] as const)
      expect(await checkId(await signed(ours, payload, header))).toMatchObject({ sub: "a-1" });
  });

  it.each(["sub", "exp", "iat"])("without %s tells nothing", async (name) => {
    const { [name]: _, ...rest } = says();
    expect(await checkId(await signed(ours, rest, { typ: "JWT" }))).toBeUndefined();
  });

  it("that is longer than any, or asks to be read in another way, tells nothing", async () => {
    expect(await checkId(await signed(ours, says({ more: "x".repeat(14_000) }), { typ: "JWT" }))).toBeUndefined();
    expect(await checkId(await signed(ours, says({ more: "x".repeat(9_000) }), { typ: "JWT" }))).toBeDefined();
    expect(await checkId(await signed(ours, says(), { typ: "JWT", jku: "https://thief.example" }))).toBeUndefined();
    expect(await checkId("no token")).toBeUndefined();
  });

  it("cannot be checked while the provider is silent, which is not its fault", async () => {
    const { provider, world } = aProvider([ours]);
    world.isDown = true;
    const token = await signed(ours, says(), { typ: "JWT" });
    await expect(checkedIdToken(token, { provider, clientId, nonce, now: monday })).rejects.toThrow(ProviderOutOfReach);
  });

  it("signed by somebody else tells nothing", async () => {
    expect(await checkId(await signed({ ...newest, kid: ours.kid }, says(), { typ: "JWT" }))).toBeUndefined();
  });
});
