import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import { type Instant, instantFromEpoch } from "../domain/instant.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import { type Claims, isSubject } from "../domain/who.ts";
import { type IdentityProvider, ProviderOutOfReach, signatureAlgorithms } from "./provider.ts";

/** Why a token lets nobody in: it has run out, it is not one of ours, or it could not be checked just now. */
export type TokenRefusal = "expired" | "invalid" | "unavailable";

export interface CheckedToken {
  readonly claims: Claims;
  readonly issuedAt: Instant;
}

/** Clocks of two machines differ by this much at most. */
export const clockToleranceS = 5;
const longestToken = 8_192;
/** Headers by which a token brings or points at its own key, or asks to be read in another way. */
const telling = ["jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc", "cty"];

/** The one token of an `Authorization` header, or undefined when it is anything else than exactly one. */
export function bearerOf(authorization: string): string | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  return token !== undefined && token.length <= longestToken ? token : undefined;
}

/** Whether the header asks for nothing but our own keys, before anything else in the token is looked at. */
function isPlain(token: string): boolean {
  try {
    const header = decodeProtectedHeader(token);
    return (
      typeof header.kid === "string" &&
      header.kid.length <= 200 &&
      signatureAlgorithms.includes(header.alg ?? "") &&
      telling.every((name) => !(name in header))
    );
  } catch {
    return false;
  }
}

/**
 * Checks an access token (RFC 9068): signed by the provider's own key with RS256 or ES256, of type `at+jwt`, for this
 * audience, in force now, and with a subject. Never throws: what cannot be checked is refused.
 *
 * @param now epoch milliseconds
 * @param oldestS seconds since it was issued; whatever an older one says of itself, it is too old
 */
export async function checkedToken(
  token: string,
  {
    provider,
    audience,
    oldestS,
    now,
  }: {
    readonly provider: IdentityProvider;
    readonly audience: string;
    readonly oldestS: number;
    readonly now: number;
  },
): Promise<Result<CheckedToken, TokenRefusal>> {
  if (!isPlain(token)) return refused("invalid");
  try {
    const { payload } = await jwtVerify(token, provider.keys, {
      algorithms: signatureAlgorithms,
      issuer: provider.issuer,
      audience,
      typ: "at+jwt",
      requiredClaims: ["sub", "exp", "iat", "nbf"],
      maxTokenAge: oldestS,
      clockTolerance: clockToleranceS,
      currentDate: new Date(now),
    });
    if (!isSubject(payload.sub)) return refused("invalid");
    return ok({ claims: payload, issuedAt: instantFromEpoch((payload.iat ?? 0) * 1_000) });
  } catch (failure) {
    if (failure instanceof errors.JWTExpired) return refused("expired");
    return refused(failure instanceof errors.JOSEError ? "invalid" : "unavailable");
  }
}

/**
 * Checks an ID token (OpenID Connect Core 3.1.3.7, 12.2): the provider's own, for this client, and no access token in its
 * place. One that a code was exchanged for must be of this very sign-in, which its nonce tells; a renewed one has none.
 *
 * @throws ProviderOutOfReach when the provider's keys cannot be had
 */
export async function checkedIdToken(
  token: string,
  expected: {
    readonly provider: IdentityProvider;
    readonly clientId: string;
    readonly nonce: string | null;
    readonly now: number;
  },
): Promise<Claims | undefined> {
  if (token.length > 2 * longestToken || !isPlain(token)) return undefined;
  try {
    const { payload, protectedHeader } = await jwtVerify(token, expected.provider.keys, {
      algorithms: signatureAlgorithms,
      issuer: expected.provider.issuer,
      audience: expected.clientId,
      requiredClaims: ["sub", "exp", "iat"],
      maxTokenAge: 600,
      clockTolerance: clockToleranceS,
      currentDate: new Date(expected.now),
    });
    const isIdToken = protectedHeader.typ === undefined || protectedHeader.typ.toUpperCase() === "JWT";
    const isForUs = payload.azp === undefined ? !isSeveral(payload.aud) : payload.azp === expected.clientId;
    const isOfThisSignIn = expected.nonce === null || payload.nonce === expected.nonce;
    return isIdToken && isForUs && isOfThisSignIn ? payload : undefined;
  } catch (failure) {
    if (failure instanceof ProviderOutOfReach) throw failure;
    return undefined;
  }
}

const isSeveral = (audience: unknown): boolean => Array.isArray(audience) && audience.length > 1;
