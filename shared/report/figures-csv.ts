import { stringify } from "csv-stringify/sync";
import type { YearReport } from "../domain/yearly/year-figures.ts";
import { figureRows } from "./figure-rows.ts";
import { onOneLine } from "./writable.ts";

/** An apostrophe stands before what a spreadsheet would take for a formula. Lines end as RFC 4180 says. */
const common = { header: true, escape_formulas: true, record_delimiter: "\r\n" } as const;

/** For open data: comma, no byte order mark, names of columns in English as the figures'. */
export const figuresCsv = (report: YearReport): Uint8Array =>
  Buffer.from(
    stringify(
      figureRows(report).map(({ unit, year, figure, value }) => [
        onOneLine(unit),
        year,
        onOneLine(figure),
        typeof value === "string" ? onOneLine(value) : value,
        value === null ? "uppgift saknas" : "",
      ]),
      { ...common, columns: ["unit", "year", "figure", "value", "note"] },
    ),
  );

/** For Excel in Swedish: semicolon, a byte order mark so that å, ä and ö are read right. */
export const figuresExcelCsv = (report: YearReport): Uint8Array =>
  Buffer.from(
    stringify(
      figureRows(report).map(({ unit, year, figure, value }) => [
        onOneLine(unit === "" ? report.cityName : unit),
        year,
        onOneLine(figure),
        typeof value === "string" ? onOneLine(value) : value,
        value === null ? "Uppgift saknas" : "",
      ]),
      {
        ...common,
        columns: ["Nämnd", "År", "Uppgift", "Värde", "Anmärkning"],
        delimiter: ";",
        bom: true,
      },
    ),
  );
