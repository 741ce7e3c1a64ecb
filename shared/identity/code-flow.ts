import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { ok, type Result, refused } from "../domain/result.ts";
import type { Claims } from "../domain/who.ts";
import { type Fetch, type IdentityProvider, ProviderOutOfReach } from "./provider.ts";
import { checkedIdToken } from "./tokens.ts";

/** What a sign-in is recognised by when the person comes back. Sealed in their own browser meanwhile. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636): shown to the provider only together with the code. */
  readonly verifier: string;
}

const random = () => randomBytes(32).toString("base64url");
export const newAttempt = (): Attempt => ({ state: random(), nonce: random(), verifier: random() });

/** Us, as the provider knows us. */
export interface Client {
  readonly id: string;
  readonly secret: string;
}

/** Us, with where the person comes back to. */
export interface SignInClient extends Client {
  readonly redirectUri: string;
}

/** What of the person a provider is asked for, and how they are to show who they are. */
export interface AskedOfProvider {
  readonly scope: string;
  readonly acr_values?: string;
  readonly prompt?: "login";
}

const askedOfStaff: AskedOfProvider = {
  // The last is what lets us ask again who the person is, without troubling them.
  scope: "openid profile offline_access",
};

/** The provider's own page, where the person signs in. @throws ProviderOutOfReach */
export async function signInAddress(
  provider: IdentityProvider,
  client: SignInClient,
  attempt: Attempt,
  wanted: AskedOfProvider = askedOfStaff,
): Promise<string> {
  const { authorization_endpoint } = await provider.description();
  const url = new URL(authorization_endpoint);
  const asked = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: client.redirectUri,
    ...wanted,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: createHash("sha256").update(attempt.verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

const waitMs = 5_000;
const tokens = z.object({
  id_token: z.string(),
  access_token: z.string().max(8_192).optional(),
  refresh_token: z.string().max(8_192).optional(),
});
type Tokens = z.infer<typeof tokens>;
const tokenProblem = z.object({ error: z.string() });
const formEncoded = (text: string) => new URLSearchParams([["", text]]).toString().slice(1);

/** What both ways to the provider's tokens need. `now` is epoch milliseconds. */
export interface TokenDesk {
  readonly provider: IdentityProvider;
  readonly client: Client;
  readonly fetched: Fetch;
  readonly now: number;
}

/** What the provider vouches for: verified claims, and what it may be asked again with, if it gave anything. */
export interface Vouched<RefreshToken = string | undefined> {
  readonly claims: Claims;
  readonly refreshToken: RefreshToken;
  /** Opens what more the provider tells of the person, where it tells it apart from the ID token. */
  readonly accessToken?: string | undefined;
}

/** @throws ProviderOutOfReach when the provider does not answer, or does not know us */
async function tokensFor(
  grant: Readonly<Record<string, string>>,
  { provider, client, fetched }: TokenDesk,
): Promise<Tokens | undefined> {
  const { token_endpoint } = await provider.description();
  const answer = await fetched(token_endpoint, {
    method: "POST",
    redirect: "manual",
    signal: AbortSignal.timeout(waitMs),
    headers: {
      accept: "application/json",
      // RFC 6749, 2.3.1: both halves are form-encoded before they are joined.
      authorization: `Basic ${Buffer.from(`${formEncoded(client.id)}:${formEncoded(client.secret)}`).toString("base64")}`,
    },
    body: new URLSearchParams(grant),
  }).catch((cause) => {
    throw new ProviderOutOfReach("the provider cannot be reached", { cause });
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.status === 200) return tokens.safeParse(said).data;
  // RFC 6749, 5.2: only this speaks of the person; every other refusal is between the provider and us.
  if (tokenProblem.safeParse(said).data?.error === "invalid_grant") return undefined;
  throw new ProviderOutOfReach(`the provider answered ${answer.status}`);
}

/**
 * What the provider vouches for of whoever signed in, for the code they came back with.
 * @throws ProviderOutOfReach when the provider does not answer, or does not know us
 */
export async function vouchedForCode(
  code: string,
  attempt: Attempt,
  desk: TokenDesk & { readonly client: SignInClient },
): Promise<Result<Vouched, "code-refused" | "id-token-refused">> {
  const { provider, client, now } = desk;
  const given = await tokensFor(
    { grant_type: "authorization_code", code, redirect_uri: client.redirectUri, code_verifier: attempt.verifier },
    desk,
  );
  if (given === undefined) return refused("code-refused");
  const expected = { provider, clientId: client.id, nonce: attempt.nonce, now };
  const claims = await checkedIdToken(given.id_token, expected);
  if (claims === undefined) return refused("id-token-refused");
  return ok({ claims, refreshToken: given.refresh_token, accessToken: given.access_token });
}

/**
 * What the provider says today of somebody who signed in before (OpenID Connect Core 12). Undefined when it no longer
 * vouches for them.
 * @throws ProviderOutOfReach when the provider does not answer, or does not know us
 */
export async function vouchedAgain(refreshToken: string, desk: TokenDesk): Promise<Vouched<string> | undefined> {
  const { provider, client, now } = desk;
  const given = await tokensFor({ grant_type: "refresh_token", refresh_token: refreshToken }, desk);
  if (given === undefined) return undefined;
  const claims = await checkedIdToken(given.id_token, { provider, clientId: client.id, nonce: null, now });
  return claims === undefined ? undefined : { claims, refreshToken: given.refresh_token ?? refreshToken };
}

const saidOfPerson = z.looseObject({ sub: z.string() });

/**
 * What the provider tells of the person beside the ID token (OpenID Connect Core 5.3). Only what it says of the same
 * person counts; a provider that has nothing more to tell is asked nothing.
 * @throws ProviderOutOfReach when the provider does not answer
 */
export async function moreOf(
  { claims, accessToken }: Pick<Vouched, "claims" | "accessToken">,
  { provider, fetched }: Pick<TokenDesk, "provider" | "fetched">,
): Promise<Claims> {
  const { userinfo_endpoint } = await provider.description();
  if (userinfo_endpoint === undefined || accessToken === undefined) return claims;
  const answer = await fetched(userinfo_endpoint, {
    redirect: "manual",
    signal: AbortSignal.timeout(waitMs),
    headers: { accept: "application/json", authorization: `Bearer ${accessToken}` },
  }).catch((cause) => {
    throw new ProviderOutOfReach("the provider cannot be reached", { cause });
  });
  if (answer.status !== 200) throw new ProviderOutOfReach(`the provider answered ${answer.status}`);
  const said = saidOfPerson.safeParse(await answer.json().catch(() => undefined)).data;
  return said?.sub === claims.sub ? { ...said, ...claims } : claims;
}
