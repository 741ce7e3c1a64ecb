import * as z from "zod";
import type { Identified } from "../domain/identified.ts";
import { parseIdentityNumber } from "../domain/identity-number.ts";
import { type Instant, stockholmDate } from "../domain/instant.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import type { Claims } from "../domain/who.ts";
import type { AskedOfProvider } from "./code-flow.ts";

/** Names of the Swedish profile of OpenID Connect (OIDC Sweden, attributes and claims 1.0). */
const claim = (name: string) => `https://id.oidc.se/claim/${name}`;
const scope = (name: string) => `https://id.oidc.se/scope/${name}`;

/** Tillitsnivå 3 and above: the lowest that personal data may be handed out on. */
export const sufficientLevels = ["http://id.elegnamnden.se/loa/1.0/loa3", "http://id.elegnamnden.se/loa/1.0/loa4"];

/** What a broker of e-legitimation is asked for: number and name, freshly shown. */
export const askedOfCitizen: AskedOfProvider = {
  scope: `openid ${scope("naturalPersonNumber")} ${scope("naturalPersonInfo")}`,
  acr_values: sufficientLevels.join(" "),
  // Whoever used the screen before must not be taken for whoever uses it now.
  prompt: "login",
};

const name = z.string().trim().max(100).catch("");
const number = z.string().optional().catch(undefined);

/**
 * Who the broker says it is, from verified claims. A samordningsnummer counts only when its holder has proved who they are
 * (lag 2022:1697, 2 kap.: the level `confirmed`).
 */
export function citizenOf(claims: Claims, at: Instant): Result<Identified, "level" | "no-number" | "number-level"> {
  const told = (what: string) => number.parse(claims[claim(what)]);
  if (typeof claims.acr !== "string" || !sufficientLevels.includes(claims.acr)) return refused("level");
  const written = told("personalIdentityNumber") ?? told("coordinationNumber") ?? "";
  const read = parseIdentityNumber(written, stockholmDate(at));
  if (!read.ok || !/^\d{12}$/.test(written)) return refused("no-number");
  if (read.value.kind === "samordningsnummer" && told("coordinationNumberLevel") !== "confirmed")
    return refused("number-level");
  return ok({
    number: read.value.number,
    givenName: name.parse(claims.given_name),
    familyName: name.parse(claims.family_name),
    at,
  });
}
