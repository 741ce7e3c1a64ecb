import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Keyring } from "../identity/keyring.ts";
import { noCookie } from "./session-cookie.ts";

/**
 * The answers of a form, carried in the person's own browser while they are away with their e-legitimation. They are
 * packed and sealed; a browser keeps 4,096 characters in a cookie, so they may take two.
 */
const names = ["__Host-intag-answers", "__Host-intag-answers-2"] as const;
const lifeS = 600;
const purpose = "carried-answers";
const perCookie = 3_400;

const rules = `Path=/; Max-Age=${lifeS}; Secure; HttpOnly; SameSite=Lax`;

/** The `Set-Cookie` values, or undefined when the answers are too long to be carried. `now` in epoch milliseconds. */
export function carriedAnswers(
  state: unknown,
  keys: Pick<Keyring, "seal">,
  now: number,
): readonly string[] | undefined {
  const text = JSON.stringify({ state, until: now + lifeS * 1_000 });
  const sealed = keys.seal(purpose, deflateRawSync(text).toString("base64url"));
  if (sealed.length > perCookie * names.length) return undefined;
  return names.map((name, index) => {
    const part = sealed.slice(index * perCookie, (index + 1) * perCookie);
    return part === "" ? noCookie(name) : `${name}=${part}; ${rules}`;
  });
}

export const noCarriedAnswers: readonly string[] = names.map(noCookie);

/** The answers that came back, or undefined when they are not ours, have been changed or are older than ten minutes. */
export function answersCarriedIn(
  request: { readonly cookie: (name: string) => string | undefined },
  keys: Pick<Keyring, "open">,
  now: number,
): unknown {
  const sealed = names.map((name) => request.cookie(name) ?? "").join("");
  const packed = sealed === "" ? undefined : keys.open(purpose, sealed);
  if (packed === undefined) return undefined;
  const { state, until }: { readonly state: unknown; readonly until: number } = JSON.parse(
    inflateRawSync(Buffer.from(packed, "base64url")).toString(),
  );
  return until < now ? undefined : state;
}
