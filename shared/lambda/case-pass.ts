import * as z from "zod";
import type { Keyring } from "../identity/keyring.ts";

/**
 * That somebody has shown the number and the code of a case: sealed in the page they then saw, and in a cookie while they
 * fetch the answer. It opens nothing by itself; for that they must also be the person.
 */
const lifeS = 900;
const purpose = "case-pass";
const name = "__Host-intag-case";

const sealedPass = z.strictObject({ reference: z.string(), until: z.number() });

/** @param now epoch milliseconds */
export const casePass = (reference: string, keys: Pick<Keyring, "seal">, now: number): string =>
  keys.seal(purpose, JSON.stringify({ reference, until: now + lifeS * 1_000 }));

/** The reference in a pass, or undefined when it is not ours, has been changed or is older than a quarter of an hour. */
export function referenceInPass(
  pass: string | undefined,
  keys: Pick<Keyring, "open">,
  now: number,
): string | undefined {
  const text = pass === undefined ? undefined : keys.open(purpose, pass);
  if (text === undefined) return undefined;
  const { data } = sealedPass.safeParse(JSON.parse(text));
  return data === undefined || data.until < now ? undefined : data.reference;
}

export const casePassCookieName = name;
/** The `Set-Cookie` value. */
export const casePassCookie = (pass: string): string =>
  `${name}=${pass}; Path=/; Max-Age=${lifeS}; Secure; HttpOnly; SameSite=Lax`;
