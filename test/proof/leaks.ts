import { createHash } from "node:crypto";

/** A text that stands in one field of one invented person and nowhere else. */
export interface Token {
  readonly field: string;
  readonly text: string;
}

/** One text that somebody other than the person could come to see. */
export interface Surface {
  readonly where: string;
  readonly text: string;
}

const hashes = ["md5", "sha1", "sha256", "sha512"] as const;

/** The part of a text's base64 that stays the same wherever in a longer text it stands. */
const base64At = (text: string, offset: number): string => {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const whole = bytes.toString("base64");
  const first = Math.ceil((offset * 4) / 3);
  return whole.slice(first, whole.length - (bytes.length % 3 === 0 ? 0 : 4));
};

/** The ways in which a text is written when it is passed on: as it is, for addresses, in base64, hidden behind a hash. */
function spellings(text: string): readonly string[] {
  const digits = text.replaceAll(/\D/g, "");
  const isNumber = digits.length >= 10 && /^[\d+ -]+$/.test(text);
  const plain = isNumber
    ? [
        text,
        digits,
        digits.slice(2),
        `${digits.slice(0, -4)}-${digits.slice(-4)}`,
        `${digits.slice(2, -4)}-${digits.slice(-4)}`,
      ]
    : [text];
  const written = plain.flatMap((each) => [
    each,
    encodeURIComponent(each),
    new URLSearchParams([["", each]]).toString().slice(1),
    JSON.stringify(each).slice(1, -1),
    each.normalize("NFD"),
    ...[each, each.toLowerCase(), each.toUpperCase()].flatMap((form) =>
      hashes.flatMap((hash) => {
        const digest = createHash(hash).update(form);
        return [digest.copy().digest("hex"), digest.digest("base64").replace(/=+$/, "")];
      }),
    ),
  ]);
  const inBase64 = plain.flatMap((each) => [0, 1, 2].map((offset) => base64At(each, offset)));
  const forAddresses = inBase64.map((each) => each.replaceAll("+", "-").replaceAll("/", "_"));
  const inHex = plain.map((each) => Buffer.from(each).toString("hex"));
  return [...new Set([...written, ...inBase64, ...forAddresses, ...inHex].map((each) => each.toLowerCase()))].filter(
    ({ length }) => length >= shortest,
  );
}

const shortest = 6;

/** Every token that can be read, or looked up, on a surface: `field in where`, never the text itself. */
export function leaksOf(tokens: readonly Token[], surfaces: readonly Surface[]): readonly string[] {
  const byBeginning = Map.groupBy(
    tokens.flatMap(({ field, text }) => spellings(text).map((spelled) => ({ field, spelled }))),
    ({ spelled }) => spelled.slice(0, shortest),
  );
  const found = new Set<string>();
  for (const { where, text } of surfaces) {
    const read = text.toLowerCase();
    for (let at = 0; at <= read.length - shortest; at += 1)
      for (const { field, spelled } of byBeginning.get(read.slice(at, at + shortest)) ?? [])
        if (read.startsWith(spelled, at)) found.add(`${field} in ${where}`);
  }
  return [...found];
}
