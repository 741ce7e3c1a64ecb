import { createHash, randomBytes } from "node:crypto";

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
