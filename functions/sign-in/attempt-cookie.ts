import * as z from "zod";
import type { Attempt } from "../../shared/identity/code-flow.ts";
import type { Keyring } from "../../shared/identity/keyring.ts";

/** What the person's browser keeps while they sign in at the provider: sealed, and good for ten minutes. */
export interface KeptAttempt extends Attempt {
  readonly returnTo: string;
}

const lifeS = 600;

const sealedAttempt = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  until: z.number(),
});

/**
 * The cookie of those who sign in somewhere.
 *
 * @param purpose what it is sealed for, so that one sign-in's is no other's
 * @param safe a page of ours to come back to, from what was kept
 */
export const attemptsIn = (name: string, purpose: string, safe: (returnTo: string) => string) => ({
  name,
  /** The `Set-Cookie` value. `now` in epoch milliseconds. */
  cookie: (attempt: KeptAttempt, keys: Pick<Keyring, "seal">, now: number): string => {
    const sealed = keys.seal(purpose, JSON.stringify({ ...attempt, until: now + lifeS * 1_000 }));
    // Lax: the person comes back by a link from the provider, and the cookie must come along.
    return `${name}=${sealed}; Path=/; Max-Age=${lifeS}; Secure; HttpOnly; SameSite=Lax`;
  },
  /** The attempt in a cookie, or undefined when it is not ours, has been changed or is older than ten minutes. */
  of: (cookie: string | undefined, keys: Pick<Keyring, "open">, now: number): KeptAttempt | undefined => {
    const text = cookie === undefined ? undefined : keys.open(purpose, cookie);
    if (text === undefined) return undefined;
    const { data } = sealedAttempt.safeParse(JSON.parse(text));
    if (data === undefined || data.until < now) return undefined;
    const { state, nonce, verifier, returnTo } = data;
    return { state, nonce, verifier, returnTo: safe(returnTo) };
  },
});
