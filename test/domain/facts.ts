import { readFileSync } from "node:fs";
import { type CivilDate, civilDate } from "../../shared/domain/civil-date.ts";
import { type Instant, instant } from "../../shared/domain/instant.ts";

/** The rows of a file in test/facts by column name: commas, double quotes around a cell that holds one. */
export const factsIn = (file: string): Readonly<Record<string, string>>[] => {
  const lines = readFileSync(new URL(`../facts/${file}`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const [header = [], ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map((cell) => cell[1] ?? cell[2] ?? ""),
  );
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
};

/** A date the test itself writes; a slip in it fails the test. */
export const on = (text: string): CivilDate => {
  const date = civilDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
};

/** An instant the test itself writes. */
export const at = (text: string): Instant => {
  const moment = instant(text);
  if (moment === undefined) throw new Error(`not an instant: ${text}`);
  return moment;
};
