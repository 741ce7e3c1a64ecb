import type { Language } from "../domain/language.ts";

const figures = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 }).format(value);

/** A file's kind and size, as a person reads it before fetching it: "pdf, 1,2 MB". */
export const fileInWords = (kind: string, size: number, language: Language): string =>
  size < 100_000
    ? `${kind}, ${figures(Math.max(1, Math.round(size / 1_000)), language)} kB`
    : `${kind}, ${figures(size / 1_000_000, language)} MB`;
