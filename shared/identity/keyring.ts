import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { encodeReference, encodeStatusCode } from "../domain/reference.ts";
import { derivedKey, opened, sealed } from "./seal.ts";
import { unquotedJson } from "./unquoted-json.ts";

/**
 * The secret as it lies in the vault. `secret` makes references and codes and never changes, since one submission key
 * must give one reference for ever. Sealing keys may be turned: the newest seals, all of them open.
 */
const vaultContent = z.strictObject({
  version: z.literal("1"),
  secret: z.string().min(32),
  sealing: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9]{1,8}$/), secret: z.string().min(32) }))
    .min(1)
    .max(2)
    .optional(),
});

export interface Keyring {
  /** The reference that belongs to one submission key on one route, the same for ever. */
  readonly referenceFor: (route: string, key: string) => string;
  /** The code (at least 128 bits) that only the person who sent the submission gets. */
  readonly statusCodeFor: (route: string, key: string) => string;
  /**
   * What marks a person's cases as the same person's: made from their number, which cannot be told from it. Only to be
   * compared with another mark.
   */
  readonly personMark: (number: string) => string;
  /** Encrypts and authenticates a text for one purpose (AES-256-GCM); safe in a page or a cookie. */
  readonly seal: (purpose: string, text: string) => string;
  /** The text that was sealed for this purpose, or undefined if it was not sealed here or has been changed. */
  readonly open: (purpose: string, sealed: string) => string | undefined;
}

/**
 * @param vaulted the secret's text as the vault hands it out
 * @throws when the vault's text has another shape than this code knows: nothing may be served then
 */
export function keyring(vaulted: string): Keyring {
  const { secret, sealing } = vaultContent.parse(unquotedJson(vaulted));
  const referenceKey = derivedKey(secret, "reference");
  const personKey = derivedKey(secret, "person");
  const statusCodeKey = derivedKey(secret, "status-code");
  const sealingKeys = (sealing ?? [{ id: "k1", secret }]).map((key) => ({
    id: key.id,
    key: derivedKey(key.secret, "sealing"),
  }));
  const newest = sealingKeys[0];
  if (newest === undefined) throw new Error("the vault holds no sealing key");
  const mac = (key: Buffer, route: string, submissionKey: string) =>
    createHmac("sha256", key).update(`${route}\n${submissionKey}`).digest();

  return {
    referenceFor: (route, key) => encodeReference(mac(referenceKey, route, key)),
    statusCodeFor: (route, key) => encodeStatusCode(mac(statusCodeKey, route, key)),
    personMark: (number) => createHmac("sha256", personKey).update(number).digest("base64url").slice(0, 27),
    seal: (purpose, text) => `${newest.id}.${sealed(newest.key, purpose, text)}`,
    open: (purpose, text) => {
      const [id, hidden, ...more] = text.split(".");
      const key = sealingKeys.find((candidate) => candidate.id === id)?.key;
      return key === undefined || hidden === undefined || more.length > 0 ? undefined : opened(key, purpose, hidden);
    },
  };
}

const digest = (statusCode: string) => createHash("sha256").update(statusCode).digest();

/** What is stored of a status code: its SHA-256, as hex. The code itself is never kept. */
export const statusCodeHash = (statusCode: string): string => digest(statusCode).toString("hex");

/** Whether the code is the one whose hash was stored, in time that does not depend on how much of it is right. */
export const isStatusCode = (statusCode: string, storedHash: string): boolean => {
  const stored = Buffer.from(storedHash, "hex");
  const given = digest(statusCode);
  return stored.length === given.length && timingSafeEqual(given, stored);
};
