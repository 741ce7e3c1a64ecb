import { type CivilDate, civilDate, civilDateOf } from "../domain/civil-date.ts";
import type { Text } from "../domain/language.ts";
import type { ImportProblem } from "./problem.ts";
import { spelling, type Table } from "./table.ts";

/** A column as the file may name it: the first spelling is the one that messages use. */
export type Column = readonly [string, ...string[]];

/** What a cell says when nobody knows. It is never read as a 0 or as a no. */
const unknownWords = new Set(["", "-", "?", "uppgift saknas", "saknas", "vet inte", "okänt", "unknown"]);
export const isUnknown = (cell: string): boolean => unknownWords.has(spelling(cell));

const yesWords = new Set(["ja", "j", "yes", "y", "x", "sant", "true", "1"]);
const noWords = new Set(["nej", "n", "no", "falskt", "false", "0"]);

const problems = {
  missing: {
    sv: "Cellen är tom. Den behövs för att räkna raden.",
    en: "The cell is empty. It is needed to count the row.",
  },
  day: {
    sv: "Det är inget datum. Skriv som 2022-03-14.",
    en: "It is not a date. Write it as 2022-03-14.",
  },
  yesNo: { sv: "Skriv ja eller nej, eller lämna tomt om du inte vet.", en: "Write yes or no, or leave it empty." },
} as const satisfies Record<string, Text>;

/** Day, month and year as Excel saves them in Sweden, or as Excel numbers days: 2022-03-14, 20220314, 14/3/2022, 14.3.2022, 44634. */
export const dayOf = (text: string): CivilDate | undefined => {
  const plain = text.trim().replace(/[T ]\d\d[:.]\d\d.*$/, "");
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(plain);
  if (iso !== null) return civilDate(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const spoken = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(plain);
  return spoken === null ? undefined : civilDateOf(Number(spoken[3]), Number(spoken[2]), Number(spoken[1]));
};

/** Reads the cells of one row, and gathers what is wrong with it. */
export class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly #table: Table;
  readonly #cells: readonly string[];
  readonly #row: number;

  constructor(table: Table, { row, cells }: Table["rows"][number]) {
    this.#table = table;
    this.#cells = cells;
    this.#row = row;
  }

  /** The cell's text; "" where the row or the file has none. */
  text(column: Column): string {
    for (const name of column) {
      const at = this.#table.headings.get(spelling(name));
      if (at !== undefined) return this.#cells[at] ?? "";
    }
    return "";
  }

  wrong([column]: Column, code: string, text: Text): void {
    this.problems.push({ row: this.#row, column, code, text });
  }

  needed(column: Column): string {
    const cell = this.text(column);
    if (isUnknown(cell)) this.wrong(column, "cell-missing", problems.missing);
    return cell;
  }

  /** Null where the cell says that nobody knows. */
  day(column: Column): CivilDate | null {
    const cell = this.text(column);
    if (isUnknown(cell)) return null;
    const day = dayOf(cell);
    if (day === undefined) this.wrong(column, "not-a-date", problems.day);
    return day ?? null;
  }

  yesNo(column: Column): boolean | null {
    const cell = spelling(this.text(column));
    if (isUnknown(cell)) return null;
    if (yesWords.has(cell)) return true;
    if (!noWords.has(cell)) this.wrong(column, "not-yes-or-no", problems.yesNo);
    return false;
  }

  /** The code that the word stands for; null where the cell says that nobody knows. */
  code<Code extends string>(column: Column, words: ReadonlyMap<string, Code>): Code | null {
    const cell = this.text(column);
    if (isUnknown(cell)) return null;
    const code = words.get(spelling(cell));
    if (code === undefined) {
      const some = [...words.keys()].slice(0, 4).join(", ");
      this.wrong(column, "unknown-word", {
        sv: `Ordet är inte känt. Skriv till exempel ${some}, eller lämna tomt om du inte vet.`,
        en: `The word is not known. Write for example ${some}, or leave it empty.`,
      });
    }
    return code ?? null;
  }
}

/** What is missing of the columns that a file must have. */
export const missingColumns = (table: Table, columns: readonly Column[]): readonly ImportProblem[] =>
  columns
    .filter((column) => !column.some((name) => table.headings.has(spelling(name))))
    .map(([column]) => ({
      row: 1,
      column,
      code: "column-missing",
      text: {
        sv: "Kolumnen saknas. Lägg till den och fyll i den.",
        en: "The column is missing. Add it and fill it in.",
      },
    }));
