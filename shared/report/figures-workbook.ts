import writeWorkbook, { type CellObject, type Sheet } from "write-excel-file/node";
import type { YearReport } from "../domain/yearly/year-figures.ts";
import { areas } from "../domain/yearly/yearly-review.ts";
import { unknownAnswer } from "./answer-words.ts";
import { areaTexts } from "./area-texts.ts";
import { figureRows } from "./figure-rows.ts";
import { answersOf } from "./questions.ts";
import type { ReportDocument } from "./report-document.ts";
import { stableZip } from "./stable-zip.ts";
import { writable } from "./writable.ts";

type Cell = CellObject | null;
type Width = number;

/**
 * The year as a workbook: the report's answers, its tables and every figure, each on a sheet. Numbers are numbers, and
 * text is stored as text, which no spreadsheet calculates whatever it begins with.
 */
export async function figuresWorkbook(report: YearReport, document: ReportDocument): Promise<Uint8Array> {
  const sheets = [answers(report), tables(document), recommendations(report), everyFigure(report)];
  const workbook = await writeWorkbook(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
  return stableZip(workbook);
}

const words = (text: string): CellObject => ({ value: writable(text), type: String, wrap: true, alignVertical: "top" });
const count = (value: number): CellObject => ({ value, type: Number, format: "#,##0", alignVertical: "top" });
const plainNumber = (value: number): CellObject => ({ value, type: Number, format: "0", alignVertical: "top" });

/** What a table says, in two columns of one kind each: the number where it is one, otherwise the words. */
const numberOrWords = (text: string): readonly [Cell, Cell] => {
  const digits = text.replaceAll("\u00a0", "");
  return /^\d+$/.test(digits) ? [count(Number(digits)), null] : [null, words(text)];
};

/** High enough for the longest text of a row, since not every program fits the rows to what is in them. */
const heightOf = (row: readonly Cell[], columns: readonly (readonly [string, Width])[]): number =>
  15 *
  Math.max(
    ...row.map((cell, at) =>
      cell === null ? 1 : Math.ceil((String(cell.value).length * 1.1) / (columns[at]?.[1] ?? 10)),
    ),
  );

const sheet = (
  name: string,
  columns: readonly (readonly [string, Width])[],
  rows: readonly (readonly Cell[])[],
): Sheet<Buffer> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map(([, width]) => ({ width })),
  data: [
    columns.map(([title]) => ({
      value: title,
      type: String,
      fontWeight: "bold",
      backgroundColor: "#e8eef4",
      wrap: true,
    })),
    ...rows.map((row) => {
      const height = heightOf(row, columns);
      return row.map((cell) => (cell === null ? null : { ...cell, height }));
    }),
  ],
});

const answers = (report: YearReport): Sheet<Buffer> =>
  sheet(
    "Frågor och svar",
    [
      ["Område", 30],
      ["Fråga/kontroll", 60],
      ["Svar", 30],
      ["Källa", 80],
    ],
    areas.flatMap((area) =>
      answersOf(report, area).map(({ question, answer, source }) => [
        words(areaTexts[area].heading),
        words(question),
        words(answer),
        source === null ? null : words(source),
      ]),
    ),
  );

const tables = (document: ReportDocument): Sheet<Buffer> => {
  const found = document.chapters
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "table" && /\d{4}$/.test(block.caption));
  return sheet(
    "Tabeller",
    [
      ["Tabell", 40],
      ["Rad", 36],
      ["Kolumn", 24],
      ["Antal", 12],
      ["Ord", 24],
    ],
    found.flatMap((block) =>
      block.kind !== "table"
        ? []
        : block.rows.flatMap(([row = "", ...values]) =>
            values.map((value, at) => [
              words(block.caption),
              words(row),
              words(block.columns[at + 1] ?? ""),
              ...numberOrWords(value),
            ]),
          ),
    ),
  );
};

const recommendations = (report: YearReport): Sheet<Buffer> =>
  sheet(
    "Rekommendationer",
    [
      ["Id", 24],
      ["Område", 30],
      ["Rekommendation", 60],
      ["Uppgett av verksamheten", 50],
      ["Bedömt av dataskyddsombudet", 50],
    ],
    (report.figures.review?.recommendations ?? []).map(({ id, area, text, statedByUnit, judgedByDpo }) => [
      words(id),
      words(areaTexts[area].heading),
      words(text),
      statedByUnit === null ? null : words(statedByUnit),
      judgedByDpo === null ? null : words(judgedByDpo),
    ]),
  );

const everyFigure = (report: YearReport): Sheet<Buffer> =>
  sheet(
    "Alla uppgifter",
    [
      ["Nämnd", 30],
      ["År", 8],
      ["Uppgift", 44],
      ["Antal", 12],
      ["Ord", 20],
    ],
    figureRows(report).map(({ unit, year, figure, value }) => [
      words(unit === "" ? report.cityName : unit),
      plainNumber(year),
      words(figure),
      typeof value === "number" ? count(value) : null,
      typeof value === "number" ? null : words(value ?? unknownAnswer),
    ]),
  );
