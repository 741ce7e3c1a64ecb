import * as z from "zod";
import type { Identified } from "../domain/identified.ts";
import { epochOf, type Instant } from "../domain/instant.ts";
import type { Keyring } from "../identity/keyring.ts";
import { noCookie } from "./session-cookie.ts";

/** Who somebody has shown that they are, sealed in their own browser. There is no other memory of it. */
const name = "__Host-intag-identified";
const lifeS = 600;
const purpose = "identified";

const sealedPerson = z.strictObject({
  number: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  at: z.custom<Instant>((value) => typeof value === "string"),
});

/** The `Set-Cookie` value. */
export const identifiedCookie = (who: Identified, keys: Pick<Keyring, "seal">): string =>
  `${name}=${keys.seal(purpose, JSON.stringify(who))}; Path=/; Max-Age=${lifeS}; Secure; HttpOnly; SameSite=Lax`;

export const noIdentifiedCookie = noCookie(name);

/** Who showed who they are in this browser within ten minutes. `now` in epoch milliseconds. */
export function identifiedIn(
  request: { readonly cookie: (name: string) => string | undefined },
  keys: Pick<Keyring, "open">,
  now: number,
): Identified | undefined {
  const cookie = request.cookie(name);
  const text = cookie === undefined ? undefined : keys.open(purpose, cookie);
  if (text === undefined) return undefined;
  const who: Identified | undefined = sealedPerson.safeParse(JSON.parse(text)).data;
  const age = who === undefined ? Number.POSITIVE_INFINITY : now - epochOf(who.at);
  return age >= 0 && age <= lifeS * 1_000 ? who : undefined;
}
