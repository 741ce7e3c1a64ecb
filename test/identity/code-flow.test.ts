import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askedOfCitizen } from "../../shared/identity/citizen.ts";
import {
  type Attempt,
  moreOf,
  newAttempt,
  signInAddress,
  vouchedAgain,
  vouchedForCode,
} from "../../shared/identity/code-flow.ts";
import { ProviderOutOfReach } from "../../shared/identity/provider.ts";
import { aProvider, clientId, issuer, monday, rsa, type Signing, sayings, signed } from "./a-provider.ts";

const ours: Signing = { ...rsa(), kid: "key-1", alg: "RS256" };
const attempt: Attempt = { state: "s-1", nonce: "n-1", verifier: "v-1" };
// Both hold what HTTP Basic could not tell apart from its own colon.
const client = {
  id: `${clientId}:a`,
  secret: "hemligt:å b",
  redirectUri: "https://intag.stad.example/personal/inloggad",
};
const userinfo = `${issuer}/userinfo`;

/** A provider with a desk before it, and everything that is asked of it. */
function aDesk(answers: Readonly<Record<string, () => Response | Promise<Response>>> = {}) {
  const { provider, world, fetched } = aProvider([ours]);
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const watched = (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    const answer = answers[url];
    return answer === undefined ? fetched(url, init) : Promise.resolve(answer());
  };
  return { provider, world, asked, desk: { provider, client, fetched: watched, now: monday } };
}

const idToken = (parts = {}) =>
  signed(ours, sayings({ aud: client.id, nonce: attempt.nonce, ...parts }), { typ: "JWT" });
const tokensOf = (parts: object) => ({ [`${issuer}/token`]: () => Response.json(parts) });
const refusal = (status: number, body: string) => ({ [`${issuer}/token`]: () => new Response(body, { status }) });

describe("Signing in begins", () => {
  it("with a state, a nonce and a verifier of 256 random bits each, never the same twice", () => {
    const made = [newAttempt(), newAttempt()].flatMap(({ state, nonce, verifier }) => [state, nonce, verifier]);
    expect(new Set(made).size).toBe(6);
    for (const text of made) expect(text).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("at the provider's own page, which is told no secret", async () => {
    const address = new URL(await signInAddress(aDesk().provider, client, attempt));
    expect(address.origin + address.pathname).toBe(`${issuer}/auth`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      response_type: "code",
      client_id: client.id,
      redirect_uri: client.redirectUri,
      scope: "openid profile offline_access",
      state: "s-1",
      nonce: "n-1",
      code_challenge: createHash("sha256").update("v-1").digest("base64url"),
      code_challenge_method: "S256",
    });
    expect(address.href).not.toMatch(/v-1|hemligt/);
  });

  it("for a citizen with number, name, a sufficient level, and showing anew who they are", async () => {
    const address = new URL(await signInAddress(aDesk().provider, client, attempt, askedOfCitizen));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      scope: "openid https://id.oidc.se/scope/naturalPersonNumber https://id.oidc.se/scope/naturalPersonInfo",
      acr_values: "http://id.elegnamnden.se/loa/1.0/loa3 http://id.elegnamnden.se/loa/1.0/loa4",
      prompt: "login",
    });
  });
});

describe("A code that somebody came back with", () => {
  it("is exchanged for what the provider vouches for, by us and with what only we know", async () => {
    const { desk, asked } = aDesk(tokensOf({ id_token: await idToken(), access_token: "a-t", refresh_token: "r-t" }));
    const vouched = await vouchedForCode("c-1", attempt, desk);
    expect(vouched).toMatchObject({
      ok: true,
      value: { claims: { sub: "a-1" }, refreshToken: "r-t", accessToken: "a-t" },
    });
    const exchange = asked.find(({ url }) => url === `${issuer}/token`)?.init;
    expect(exchange).toMatchObject({ method: "POST", redirect: "manual" });
    const headers = new Headers(exchange?.headers);
    expect(headers.get("accept")).toBe("application/json");
    const basic = Buffer.from(headers.get("authorization")?.replace(/^Basic /, "") ?? "", "base64").toString();
    expect(basic).toBe("intag%3Aa:hemligt%3A%C3%A5+b");
    expect(Object.fromEntries(new URLSearchParams(String(exchange?.body)))).toEqual({
      grant_type: "authorization_code",
      code: "c-1",
      redirect_uri: client.redirectUri,
      code_verifier: "v-1",
    });
  });

  it("is refused where the provider refuses it, or answers with no tokens", async () => {
    const spent = aDesk(refusal(400, JSON.stringify({ error: "invalid_grant" })));
    expect(await vouchedForCode("c-1", attempt, spent.desk)).toEqual({ ok: false, error: "code-refused" });
    const empty = aDesk(tokensOf({ access_token: "a-t" }));
    expect(await vouchedForCode("c-1", attempt, empty.desk)).toEqual({ ok: false, error: "code-refused" });
    const long = aDesk(tokensOf({ id_token: await idToken(), refresh_token: "r".repeat(8_193) }));
    expect(await vouchedForCode("c-1", attempt, long.desk)).toEqual({ ok: false, error: "code-refused" });
  });

  it("vouches for nobody by an ID token of another sign-in", async () => {
    const { desk } = aDesk(tokensOf({ id_token: await idToken({ nonce: "n-2" }) }));
    expect(await vouchedForCode("c-1", attempt, desk)).toEqual({ ok: false, error: "id-token-refused" });
  });

  it.each([
    ["does not know us", refusal(401, JSON.stringify({ error: "invalid_client" }))],
    ["is ill", refusal(503, "<html>")],
    ["does not answer", { [`${issuer}/token`]: () => Promise.reject(new TypeError("fetch failed")) }],
  ])("is nobody's fault when the provider %s", async (_, answers) => {
    const failed = await vouchedForCode("c-1", attempt, aDesk(answers).desk).catch((failure: unknown) => failure);
    expect(failed).toBeInstanceOf(ProviderOutOfReach);
    expect(failed).toMatchObject({ name: "ProviderOutOfReach" });
  });
});

describe("Somebody who signed in before", () => {
  it("is vouched for again without a nonce, by the newest token to ask with", async () => {
    const token = await idToken({ nonce: undefined });
    const turned = aDesk(tokensOf({ id_token: token, refresh_token: "r-2" }));
    expect(await vouchedAgain("r-1", turned.desk)).toMatchObject({ claims: { sub: "a-1" }, refreshToken: "r-2" });
    const exchange = turned.asked.find(({ url }) => url === `${issuer}/token`)?.init;
    expect(String(exchange?.body)).toBe("grant_type=refresh_token&refresh_token=r-1");
    const kept = aDesk(tokensOf({ id_token: token }));
    expect(await vouchedAgain("r-1", kept.desk)).toMatchObject({ refreshToken: "r-1" });
  });

  it("is vouched for no more when the provider takes it back, or speaks to another client", async () => {
    const gone = aDesk(refusal(400, JSON.stringify({ error: "invalid_grant" })));
    expect(await vouchedAgain("r-1", gone.desk)).toBeUndefined();
    const other = aDesk(tokensOf({ id_token: await idToken({ aud: "other" }) }));
    expect(await vouchedAgain("r-1", other.desk)).toBeUndefined();
  });
});

describe("What the provider tells beside the ID token", () => {
  const claims = { sub: "a-1", acr: "high" };
  const telling = (answer: () => Response | Promise<Response>) => {
    const made = aDesk({ [userinfo]: answer });
    made.world.description = { issuer, userinfo_endpoint: userinfo };
    return made;
  };

  it("is asked for with the person's own token, and adds to what was signed without changing it", async () => {
    const { desk, asked } = telling(() => Response.json({ sub: "a-1", given_name: "Exempel", acr: "low" }));
    expect(await moreOf({ claims, accessToken: "a-t" }, desk)).toEqual({
      sub: "a-1",
      acr: "high",
      given_name: "Exempel",
    });
    const init = asked.find(({ url }) => url === userinfo)?.init;
    expect(init).toMatchObject({ redirect: "manual" });
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
      accept: "application/json",
      authorization: "Bearer a-t",
    });
  });

  it("counts for nothing when it is of somebody else, of nobody, or no JSON", async () => {
    for (const body of [
      JSON.stringify({ sub: "b-2", given_name: "X" }),
      JSON.stringify({ given_name: "X" }),
      "<html>",
    ]) {
      const { desk } = telling(() => new Response(body));
      expect(await moreOf({ claims, accessToken: "a-t" }, desk)).toEqual(claims);
    }
  });

  it("is not asked for where there is nothing to ask, or nothing to ask with", async () => {
    const silent = aDesk();
    expect(await moreOf({ claims, accessToken: "a-t" }, silent.desk)).toEqual(claims);
    const closed = telling(() => expect.fail("asked without a token"));
    expect(await moreOf({ claims }, closed.desk)).toEqual(claims);
    expect([...silent.asked, ...closed.asked]).toEqual([]);
  });

  it("that cannot be had lets nobody on", async () => {
    const { desk } = telling(() => new Response("{}", { status: 500 }));
    await expect(moreOf({ claims, accessToken: "a-t" }, desk)).rejects.toThrow(ProviderOutOfReach);
    const gone = telling(() => Promise.reject(new TypeError("fetch failed")));
    await expect(moreOf({ claims, accessToken: "a-t" }, gone.desk)).rejects.toThrow(ProviderOutOfReach);
  });
});
