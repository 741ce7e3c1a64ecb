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
  /** Where the person comes back to. */
  readonly redirectUri: string;
}

/** The provider's own page, where the person signs in. @throws ProviderOutOfReach */
export async function signInAddress(provider: IdentityProvider, client: Client, attempt: Attempt): Promise<string> {
  const { authorization_endpoint } = await provider.description();
  const url = new URL(authorization_endpoint);
  const asked = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: client.redirectUri,
    scope: "openid profile",
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: createHash("sha256").update(attempt.verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

const waitMs = 5_000;
const tokens = z.object({ id_token: z.string() });
const formEncoded = (text: string) => new URLSearchParams([["", text]]).toString().slice(1);

/**
 * The verified claims of whoever signed in, for the code they came back with.
 * @throws ProviderOutOfReach when the provider does not answer
 */
export async function claimsForCode(
  code: string,
  attempt: Attempt,
  {
    provider,
    client,
    fetched,
    now,
  }: { readonly provider: IdentityProvider; readonly client: Client; readonly fetched: Fetch; readonly now: number },
): Promise<Result<Claims, "code-refused" | "id-token-refused">> {
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
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: client.redirectUri,
      code_verifier: attempt.verifier,
    }),
  }).catch((cause) => {
    throw new ProviderOutOfReach("the provider cannot be reached", { cause });
  });
  if (answer.status >= 500) throw new ProviderOutOfReach(`the provider answered ${answer.status}`);
  const given = tokens.safeParse(answer.status === 200 ? await answer.json().catch(() => undefined) : undefined);
  if (!given.success) return refused("code-refused");
  const expected = { provider, clientId: client.id, nonce: attempt.nonce, now };
  const claims = await checkedIdToken(given.data.id_token, expected);
  return claims === undefined ? refused("id-token-refused") : ok(claims);
}
