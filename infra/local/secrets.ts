import { randomInt, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Found } from "./plan.ts";
import type { SecretShape } from "./shapes.ts";

const secretsFile = z.array(
  z.object({ name: z.string(), value: z.string(), version: z.string(), createdAt: z.number() }),
);
export type Secrets = z.infer<typeof secretsFile>;

const kinds = {
  lower: "abcdefghijklmnopqrstuvwxyz",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  digit: "0123456789",
  mark: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
};

const generate = (rule: NonNullable<SecretShape["GenerateSecretString"]>): string => {
  const allowed = [
    rule.ExcludeLowercase ? "" : kinds.lower,
    rule.ExcludeUppercase ? "" : kinds.upper,
    rule.ExcludeNumbers ? "" : kinds.digit,
    rule.ExcludePunctuation ? "" : kinds.mark,
    rule.IncludeSpace ? " " : "",
  ]
    .map((kind) => [...kind].filter((character) => !rule.ExcludeCharacters.includes(character)).join(""))
    .filter((kind) => kind !== "");
  const pick = (from: string) => from.charAt(randomInt(from.length));
  for (;;) {
    const password = Array.from({ length: rule.PasswordLength }, () => pick(allowed.join(""))).join("");
    const complete = allowed.every((kind) => [...password].some((character) => kind.includes(character)));
    if (!complete && rule.RequireEachIncludedType) continue;
    if (rule.GenerateStringKey === undefined) return password;
    return JSON.stringify({ ...JSON.parse(rule.SecretStringTemplate ?? "{}"), [rule.GenerateStringKey]: password });
  }
};

/** The template's secrets, made once and kept in the data folder for its owner's eyes only. */
export const openSecrets = (data: string, wanted: readonly Found<SecretShape>[]): Secrets => {
  const file = join(data, "secrets.json");
  const kept = existsSync(file) ? secretsFile.parse(JSON.parse(readFileSync(file, "utf8"))) : [];
  const secrets = wanted.map(({ name, properties }) => {
    const old = kept.find((secret) => secret.name === name);
    if (old) return old;
    const value = properties.SecretString ?? generate(properties.GenerateSecretString ?? defaults);
    return { name, value, version: randomUUID(), createdAt: Math.floor(Date.now() / 1000) };
  });
  const others = kept.filter((old) => !secrets.some(({ name }) => name === old.name));
  writeFileSync(`${file}.new`, JSON.stringify([...secrets, ...others]), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
};

const defaults: NonNullable<SecretShape["GenerateSecretString"]> = {
  ExcludeCharacters: "",
  ExcludeLowercase: false,
  ExcludeNumbers: false,
  ExcludePunctuation: false,
  ExcludeUppercase: false,
  IncludeSpace: false,
  PasswordLength: 32,
  RequireEachIncludedType: true,
};
