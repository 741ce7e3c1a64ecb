import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** A key of 256 bits that is made from a secret for one use. */
export const derivedKey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `intag ${use}`, 32));

/** Encrypts and authenticates a text for one purpose (AES-256-GCM), in letters that are safe anywhere. */
export function sealed(key: Buffer, purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** The text that was sealed with this key for this purpose, or undefined if it was not or has been changed. */
export function opened(key: Buffer, purpose: string, text: string): string | undefined {
  const hidden = Buffer.from(text, "base64url");
  // One seal has one spelling: reading base64 is lenient, and would take others for the same.
  if (hidden.length < 28 || hidden.toString("base64url") !== text) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, hidden.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(hidden.subarray(-16));
    return Buffer.concat([decipher.update(hidden.subarray(12, -16)), decipher.final()]).toString("utf8");
  } catch {
    // A changed seal, or one made for another purpose: to the caller it is simply not there.
    return undefined;
  }
}
