import { createHash, randomBytes } from "node:crypto";
import { derivedKey, opened, sealed } from "./seal.ts";

/** A fresh session's secret: 256 random bits, for the person's own browser only. */
export const newSessionSecret = (): string => randomBytes(32).toString("base64url");

/**
 * The key that a secret's session is kept under: its SHA-256, so that whoever reads the store can sign in as nobody.
 * Undefined for what cannot be a secret of ours.
 */
export const sessionKeyOf = (secret: string | undefined): string | undefined =>
  secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret)
    ? createHash("sha256").update(secret).digest("hex")
    : undefined;

const renewal = "renewal";

/**
 * What the provider is asked again with, sealed with the session's own secret: whoever reads the store cannot ask in
 * anybody's name, since the secret is only in their browser.
 */
export const sealedRenewal = (secret: string, refreshToken: string): string =>
  sealed(derivedKey(secret, renewal), renewal, refreshToken);

/** The refresh token, or undefined when it was sealed with another secret. */
export const openedRenewal = (secret: string, text: string): string | undefined =>
  opened(derivedKey(secret, renewal), renewal, text);
