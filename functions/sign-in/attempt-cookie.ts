import * as z from "zod";
import type { Attempt } from "../../shared/identity/code-flow.ts";
import type { Keyring } from "../../shared/identity/keyring.ts";
import { returnPath } from "../../shared/lambda/return-path.ts";

/** What the person's browser keeps while they sign in at the provider: sealed, and good for ten minutes. */
export interface KeptAttempt extends Attempt {
  readonly returnTo: string;
}

export const attemptCookieName = "__Host-intag-sign-in";
const lifeS = 600;
const purpose = "sign-in";

const sealedAttempt = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  until: z.number(),
});

/** The `Set-Cookie` value. `now` in epoch milliseconds. */
export const attemptCookie = (attempt: KeptAttempt, keys: Pick<Keyring, "seal">, now: number): string => {
  const sealed = keys.seal(purpose, JSON.stringify({ ...attempt, until: now + lifeS * 1_000 }));
  // Lax: the person comes back by a link from the provider, and the cookie must come along.
  return `${attemptCookieName}=${sealed}; Path=/; Max-Age=${lifeS}; Secure; HttpOnly; SameSite=Lax`;
};

/** The attempt in a cookie, or undefined when it is not ours, has been changed or is older than ten minutes. */
export function attemptOf(
  cookie: string | undefined,
  keys: Pick<Keyring, "open">,
  now: number,
): KeptAttempt | undefined {
  const text = cookie === undefined ? undefined : keys.open(purpose, cookie);
  if (text === undefined) return undefined;
  const { data } = sealedAttempt.safeParse(JSON.parse(text));
  if (data === undefined || data.until < now) return undefined;
  const { state, nonce, verifier, returnTo } = data;
  return { state, nonce, verifier, returnTo: returnPath(returnTo) };
}
