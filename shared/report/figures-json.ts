import canonicalize from "canonicalize";
import type { YearReport } from "../domain/yearly/year-figures.ts";

/** The year's figures as the API answers them, in canonical JSON (RFC 8785): the same figures are the same bytes. */
export const figuresJson = ({ figures }: YearReport): Uint8Array => Buffer.from(canonicalJson(figures));

/** @throws when the value cannot be JSON, such as a number that is not finite */
export const canonicalJson = (value: object): string => {
  const json = canonicalize(value);
  if (json === undefined) throw new Error("There is nothing to write as JSON.");
  return json;
};
