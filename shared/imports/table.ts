import { parse } from "csv-parse/sync";
import { ok, type Result, refused } from "../domain/result.ts";
import { type ImportProblem, ofFile } from "./problem.ts";

/** A file as rows and columns. Headings are spelled by {@link spelling}; an empty cell is "". */
export interface Table {
  readonly headings: ReadonlyMap<string, number>;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A file is read whole, so it is bounded: more is several files. */
export const mostRows = 5_000;
const mostColumns = 200;
const longestCell = 32_767;

/** One spelling of what people write in many: small letters, single spaces, no mark around. */
export const spelling = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0_]+/g, " ")
    .replace(/^[\s"'*:.]+|[\s"'*:.]+$/g, "");

/** Which of the three marks stands between the headings. */
const delimiterOf = (text: string): string => {
  const [first = ""] = text.replace(/^\ufeff/, "").split(/\r?\n/, 1);
  const count = (mark: string) => first.split(mark).length;
  return [";", "\t", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

/** The table of cells that were read from a file of any kind; row 1 holds the headings. */
export function tableOf(cells: readonly (readonly string[])[]): Result<Table, readonly ImportProblem[]> {
  const [first = [], ...rest] = cells;
  const headings = new Map<string, number>();
  const problems: ImportProblem[] = [];
  for (const [at, written] of first.entries()) {
    const heading = spelling(written);
    if (heading === "") continue;
    if (headings.has(heading))
      problems.push({
        row: 1,
        column: written.trim(),
        code: "heading-twice",
        text: { sv: "Rubriken finns två gånger.", en: "The heading is there twice." },
      });
    else headings.set(heading, at);
  }
  const rows = rest
    .map((row, at) => ({ row: at + 2, cells: row.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ""));
  if (headings.size === 0)
    problems.push(ofFile("no-headings", "Filen har inga rubriker på första raden.", "The first row has no headings."));
  else if (rows.length === 0)
    problems.push(ofFile("no-rows", "Filen har inga rader under rubrikerna.", "There are no rows under the headings."));
  if (rows.length > mostRows)
    problems.push(
      ofFile(
        "too-many-rows",
        `Filen har fler än ${mostRows} rader. Dela upp den i flera filer.`,
        `The file has more than ${mostRows} rows. Divide it into several files.`,
      ),
    );
  if (first.length > mostColumns || rows.some(({ cells: row }) => row.length > mostColumns))
    problems.push(
      ofFile(
        "too-many-columns",
        `Filen har fler än ${mostColumns} kolumner. Ta bort dem som inte behövs.`,
        `The file has more than ${mostColumns} columns. Take away those that are not needed.`,
      ),
    );
  return problems.length > 0 ? refused(problems) : ok({ headings, rows });
}

/** A table from the text of a CSV file with semicolons, commas or tabs. */
export function tableFromCsv(text: string): Result<Table, readonly ImportProblem[]> {
  try {
    const cells: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestCell * 2,
      to: mostRows + 2,
    });
    return tableOf(cells);
  } catch {
    return refused([
      ofFile(
        "unreadable",
        "Filen går inte att läsa som CSV. Spara den på nytt som ”CSV (semikolonavgränsad)” och försök igen.",
        "The file cannot be read as CSV. Save it again as CSV and try once more.",
      ),
    ]);
  }
}
