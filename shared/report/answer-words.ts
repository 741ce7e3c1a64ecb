import type { Known } from "../domain/yearly/figures.ts";
import type { Extent } from "../domain/yearly/yearly-review.ts";

/** What stands where nothing is known. Never a 0. */
export const unknownAnswer = "Uppgift saknas";

const extentWords: Readonly<Record<Extent, string>> = {
  yes: "Ja",
  mostly: "Till stor del",
  partly: "Delvis",
  no: "Nej",
};
export const extentInWords = (extent: Extent | null): string => (extent === null ? unknownAnswer : extentWords[extent]);

/** "292 registreringar", "1 incident", "0", "Uppgift saknas". */
export const countInWords = (count: Known, one: string, several: string): string => {
  if (count === null) return unknownAnswer;
  if (count === 0) return "0";
  return `${numberInFigures(count)} ${count === 1 ? one : several}`;
};

/** "Samtliga" when all are, "7 av 9" when some are, "0" when there are none to speak of. */
export const shareInWords = (part: Known, whole: Known): string => {
  if (whole === 0) return "0";
  if (part === null) return unknownAnswer;
  if (whole === null) return numberInFigures(part);
  return part === whole ? "Samtliga" : `${numberInFigures(part)} av ${numberInFigures(whole)}`;
};

/** Thousands parted by a space that does not break: "1 250". */
export const numberInFigures = (count: number): string => {
  const [whole = "", rest] = String(count).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return rest === undefined ? grouped : `${grouped},${rest}`;
};

export const known = (count: Known): string => (count === null ? unknownAnswer : numberInFigures(count));

const small = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
/** "fyra", as words up to twelve are written; then figures. */
export const inLetters = (count: number): string => small[count] ?? numberInFigures(count);

/**
 * How a number has moved since the year before: "fyra fler än 2021 (288 → 292)". Null when either year is unknown, since
 * then there is nothing to compare.
 */
export const changeInWords = (now: Known, before: Known | undefined, beforeYear: number): string | null => {
  if (now === null || before === null || before === undefined) return null;
  if (now === before) return `lika många som ${beforeYear}`;
  const difference = now - before;
  const words = `${inLetters(Math.abs(difference))} ${difference > 0 ? "fler" : "färre"} än ${beforeYear}`;
  return `${words} (${numberInFigures(before)} → ${numberInFigures(now)})`;
};

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
