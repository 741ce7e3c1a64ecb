import type { Language } from "./language.ts";

const locales = { sv: "sv-SE", en: "en-GB" } as const satisfies Record<Language, string>;

/**
 * "1 500" · "1,500". The platform keeps the formatter for the next number. One of our own, made while a function starts,
 * would cost each cold start a millisecond, and most never write a number.
 */
export const numberInFigures = (value: number, language: Language): string => value.toLocaleString(locales[language]);
