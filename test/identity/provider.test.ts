import { describe, expect, it } from "vitest";
import { identityProvider, ProviderOutOfReach } from "../../shared/identity/provider.ts";
import { aProvider, issuer, monday, rsa, type Signing } from "./a-provider.ts";

const ours: Signing = { ...rsa(), kid: "key-1", alg: "RS256" };
const safe = {
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
};

describe("What a provider says of itself", () => {
  it.each(["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"])(
    "is not believed when its %s is where anybody on the wire can change it",
    async (name) => {
      const { provider, world } = aProvider([ours]);
      world.description = { issuer, [name]: "http://id.stad.example/x" };
      await expect(provider.description()).rejects.toThrow(ProviderOutOfReach);
    },
  );

  it("may lead to other machines, when the way there is safe", async () => {
    const { provider, world } = aProvider([ours]);
    world.description = { issuer, jwks_uri: "https://keys.example/jwks", userinfo_endpoint: "https://who.example/me" };
    expect(await provider.description()).toMatchObject({ jwks_uri: "https://keys.example/jwks" });
  });

  it("may be of a machine without encryption, such as one's own, and then of that one alone", async () => {
    const own = "http://127.0.0.1:4000";
    const said = { issuer: own, authorization_endpoint: `${own}/auth`, token_endpoint: `${own}/token` };
    const told = async (jwks_uri: string) =>
      identityProvider(
        own,
        async () => Response.json({ ...said, jwks_uri }),
        () => monday,
      ).description();
    expect(await told(`${own}/jwks`)).toMatchObject({ issuer: own });
    await expect(told("http://127.0.0.1:4001/jwks")).rejects.toThrow(ProviderOutOfReach);
  });

  it("is asked for at the address that follows from its name, with one slash, and leads nowhere else", async () => {
    for (const name of [issuer, `${issuer}/`]) {
      const asked: unknown[] = [];
      const provider = identityProvider(
        name,
        async (url, { redirect }) => {
          asked.push([url, redirect]);
          return Response.json({ issuer: name, ...safe });
        },
        () => monday,
      );
      await provider.description();
      expect(asked).toEqual([[`${issuer}/.well-known/openid-configuration`, "manual"]]);
    }
  });

  it("is asked for again after ten minutes, and not before", async () => {
    let now = monday;
    const { provider, world } = aProvider([ours], () => now);
    for (const [after, times] of [
      [0, 1],
      [599_999, 1],
      [600_000, 2],
      [600_001, 2],
    ] as const) {
      now = monday + after;
      await provider.description();
      expect({ after, asked: world.asked.length }).toEqual({ after, asked: times });
    }
  });

  it("counts only when it answers 200 with what a provider must say", async () => {
    const answers: readonly [number, string][] = [
      [500, JSON.stringify({ issuer, ...safe })],
      [302, JSON.stringify({ issuer, ...safe })],
      [200, "<html>"],
      [200, JSON.stringify({ issuer })],
      [200, JSON.stringify({ issuer, ...safe, token_endpoint: "no address" })],
    ];
    for (const [status, body] of answers) {
      const provider = identityProvider(
        issuer,
        async () => new Response(body, { status }),
        () => monday,
      );
      const failed = await provider.description().catch((failure: unknown) => failure);
      expect(failed).toBeInstanceOf(ProviderOutOfReach);
      expect(failed).toMatchObject({ name: "ProviderOutOfReach" });
    }
  });
});

describe("A key that the provider does not have", () => {
  it("is the token's fault, and keys that cannot be had are not", async () => {
    const { provider, fetched } = aProvider([ours]);
    const header = { alg: "RS256", kid: "key-9" };
    const token = { payload: "", signature: "" };
    await expect(provider.keys(header, token)).rejects.not.toThrow(ProviderOutOfReach);
    const away = identityProvider(
      issuer,
      async (url, init) => (url.endsWith("/jwks") ? new Response("", { status: 500 }) : fetched(url, init)),
      () => monday,
    );
    await expect(away.keys(header, token)).rejects.toThrow(ProviderOutOfReach);
  });
});
