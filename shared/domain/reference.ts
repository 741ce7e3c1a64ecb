/**
 * References people read out on the telephone: Crockford's base 32, which has no I, L, O or U. Twelve characters carry
 * 60 bits and the thirteenth checks them. Stored in upper case without hyphens.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const dataLength = 12;
const statusCodeLength = 26;

/** A submission's reference, or one of its cases (`number` from 1), as a person wrote it. */
export type CaseReference = { readonly submission: string; readonly number: number | null };

/** 60 bits as a reference. `bytes`: at least 8, of which the first 60 bits count. */
export const encodeReference = (bytes: Uint8Array): string => {
  const data = crockford(bytes, dataLength);
  return data + alphabet[timesTwo(remainder(data))];
};

/** The reference a person typed, in its stored form; undefined when it is malformed or its check character is wrong. */
export const parseReference = (text: string): string | undefined => {
  const canonical = canonicalOf(text);
  return canonical.length === dataLength + 1 && isCrockford(canonical) && remainder(canonical) === 0
    ? canonical
    : undefined;
};

/** In groups for reading: `7K3M-9Q2X-4TBHP`. A case's number is kept at the end. */
export const formatReference = (reference: string): string =>
  `${reference.slice(0, 4)}-${reference.slice(4, 8)}-${reference.slice(8)}`;

/** `<submission>-<number>`, numbers from 1. */
export const caseReference = (submission: string, number: number): string => `${submission}-${number}`;

/** A case's or a submission's reference, in any way a person types it; undefined when it is neither. */
export const parseCaseReference = (text: string): CaseReference | undefined => {
  const whole = parseReference(text);
  if (whole !== undefined) return { submission: whole, number: null };
  const match = /^(.+)[-\u2010-\u2013 ]([1-9]\d{0,3})$/.exec(text.trim());
  const submission = match?.[1] === undefined ? undefined : parseReference(match[1]);
  return submission === undefined ? undefined : { submission, number: Number(match?.[2]) };
};

/** 130 bits as the 26 characters that open the status page. `bytes`: at least 17. */
export const encodeStatusCode = (bytes: Uint8Array): string => crockford(bytes, statusCodeLength);

/** The status code a person typed, in its stored form; undefined when malformed. */
export const parseStatusCode = (text: string): string | undefined => {
  const canonical = canonicalOf(text);
  return canonical.length === statusCodeLength && isCrockford(canonical) ? canonical : undefined;
};

/** In groups for reading: six of four and one of two. */
export const formatStatusCode = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? "";

const canonicalOf = (text: string): string =>
  // Longer than anyone types; keeps a hostile text from costing anything.
  text.length > 80
    ? ""
    : text
        .replace(/[-\u2010-\u2013 \u00a0]/g, "")
        .replace(/[a-z]/g, (letter) => letter.toUpperCase())
        .replace(/O/g, "0")
        .replace(/[IL]/g, "1");

const isCrockford = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]+$/.test(text);

/** The first `length` × 5 bits, most significant first. */
const crockford = (bytes: Uint8Array, length: number): string => {
  if (bytes.length * 8 < length * 5)
    throw new RangeError(`${length} characters need ${Math.ceil((length * 5) / 8)} bytes`);
  let text = "";
  for (let index = 0; index < length; index++) {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += alphabet[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
};

/**
 * Each character is an element of the field GF(32) and stands at its own power of 2, and a good reference sums to zero.
 * Since no power of 2 below the 31st repeats, every single wrong character and every swap of two, adjacent or not, shows.
 */
const remainder = (text: string): number => {
  let sum = 0;
  for (const character of text) sum = timesTwo(sum) ^ alphabet.indexOf(character);
  return sum;
};

/** Multiplication by 2 in GF(32), modulo x⁵ + x² + 1. */
const timesTwo = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);
