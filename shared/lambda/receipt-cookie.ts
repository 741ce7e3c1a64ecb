import * as z from "zod";
import type { Keyring } from "../identity/keyring.ts";

/** What the receipt page needs to know, sealed in the reader's own browser for ten minutes after sending. */
export interface ReceiptPass {
  readonly reference: string;
  readonly statusCode: string;
}

export const receiptCookieName = "__Host-intag-receipt";
const lifeS = 600;
const purpose = "receipt";

const sealedPass = z.strictObject({ reference: z.string(), statusCode: z.string(), until: z.number() });

/** The `Set-Cookie` value. `now` in epoch milliseconds. */
export const receiptCookie = (pass: ReceiptPass, keys: Pick<Keyring, "seal">, now: number): string => {
  const sealed = keys.seal(purpose, JSON.stringify({ ...pass, until: now + lifeS * 1_000 }));
  return `${receiptCookieName}=${sealed}; Path=/; Max-Age=${lifeS}; Secure; HttpOnly; SameSite=Lax`;
};

/** The pass in a cookie, or undefined when it is not ours, has been changed or is older than ten minutes. */
export function receiptPassOf(
  cookie: string | undefined,
  keys: Pick<Keyring, "open">,
  now: number,
): ReceiptPass | undefined {
  const text = cookie === undefined ? undefined : keys.open(purpose, cookie);
  if (text === undefined) return undefined;
  const { data } = sealedPass.safeParse(JSON.parse(text));
  return data === undefined || data.until < now
    ? undefined
    : { reference: data.reference, statusCode: data.statusCode };
}
