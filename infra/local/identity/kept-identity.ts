import { generateKeyPairSync, type JsonWebKey, randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const shape = z.object({
  /** The port of last time: the issuer's address is part of every token. */
  port: z.number(),
  keys: z.array(z.record(z.string(), z.unknown())).min(1),
  cookieKey: z.string(),
});
export type KeptIdentity = z.infer<typeof shape>;

const fileIn = (data: string): string => join(data, "identity.json");

export const newKey = (): JsonWebKey => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  use: "sig",
  alg: "RS256",
  kid: randomUUID(),
});

/** What the provider on this machine keeps between starts; undefined when it has never run on this folder. */
export const keptIdentity = (data: string): KeptIdentity | undefined =>
  existsSync(fileIn(data)) ? shape.parse(JSON.parse(readFileSync(fileIn(data), "utf8"))) : undefined;

export const freshIdentity = (): KeptIdentity => ({
  port: 0,
  keys: [{ ...newKey() }],
  cookieKey: randomBytes(32).toString("base64url"),
});

/** The signing keys lie here: for the folder's owner only. */
export const keepIdentity = (data: string, identity: KeptIdentity): void => {
  const file = fileIn(data);
  writeFileSync(`${file}.new`, JSON.stringify(identity), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
