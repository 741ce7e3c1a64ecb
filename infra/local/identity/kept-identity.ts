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

/** Whose provider it is: the city's for its staff, or the broker of e-legitimation for citizens. */
export type Whose = "identity" | "citizen-identity";
const fileIn = (data: string, whose: Whose): string => join(data, `${whose}.json`);

export const newKey = (): JsonWebKey => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  use: "sig",
  alg: "RS256",
  kid: randomUUID(),
});

/** What the provider on this machine keeps between starts; undefined when it has never run on this folder. */
export const keptIdentity = (data: string, whose: Whose = "identity"): KeptIdentity | undefined => {
  const file = fileIn(data, whose);
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
};

export const freshIdentity = (): KeptIdentity => ({
  port: 0,
  keys: [{ ...newKey() }],
  cookieKey: randomBytes(32).toString("base64url"),
});

/** The signing keys lie here: for the folder's owner only. */
export const keepIdentity = (data: string, identity: KeptIdentity, whose: Whose = "identity"): void => {
  const file = fileIn(data, whose);
  writeFileSync(`${file}.new`, JSON.stringify(identity), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
