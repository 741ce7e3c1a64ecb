import writeWorkbook, { type CellObject, type Sheet } from "write-excel-file/node";
import type { YearReport } from "../domain/yearly/year-figures.ts";
import { areas } from "../domain/yearly/yearly-review.ts";
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

/** A number as a number where the text is one; otherwise the text. */
const cell = (text: string): CellObject => {
  const digits = text.replaceAll("\u00a0", "");
  return /^\d+$/.test(digits) ? count(Number(digits)) : words(text);
};

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
    ...rows.map((row) => [...row]),
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
        cell(answer),
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
      ["Värde", 24],
    ],
    found.flatMap((block) =>
      block.kind !== "table"
        ? []
        : block.rows.flatMap(([row = "", ...values]) =>
            values.map((value, at) => [
              words(block.caption),
              words(row),
              words(block.columns[at + 1] ?? ""),
              cell(value),
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
      ["Värde", 14],
      ["Anmärkning", 20],
    ],
    figureRows(report).map(({ unit, year, figure, value }) => [
      words(unit === "" ? report.cityName : unit),
      plainNumber(year),
      words(figure),
      value === null ? null : typeof value === "number" ? count(value) : words(value),
      value === null ? words("Uppgift saknas") : null,
    ]),
  );
