import type { CivilDate } from "./civil-date.ts";

/** A parameter of the law with the days it holds; `validTo` is the last day, null while it is in force. */
export type Dated<T> = T & { readonly validFrom: string; readonly validTo: string | null };

/**
 * The parameters in force on a day, out of a list in order of time. A day before the first is judged by the first, so
 * that any date can be calculated. Both ends are civil dates, which compare as strings.
 */
export const inForceOn = <T>(rules: readonly [Dated<T>, ...Dated<T>[]], date: CivilDate): T =>
  rules.findLast((rule) => rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo)) ?? rules[0];
