import canonicalize from "canonicalize";
import type { YearReport } from "../domain/yearly/year-figures.ts";

/** The year's figures as the API answers them, in canonical JSON (RFC 8785): the same figures are the same bytes. */
export const figuresJson = ({ figures }: YearReport): Uint8Array => Buffer.from(canonicalJson(figures));

/** The same with U+FFFD for every half of a surrogate pair: one such text must not stop the whole city's year. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
};

/** @throws when the value cannot be JSON, such as a number that is not finite */
export const canonicalJson = (value: object): string => {
  const json = canonicalize(wellFormed(value));
  if (json === undefined) throw new Error("There is nothing to write as JSON.");
  return json;
};
