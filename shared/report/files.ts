import { createHash } from "node:crypto";
import type { ReportForm } from "../domain/city.ts";
import type { YearReport } from "../domain/yearly/year-figures.ts";
import { figuresCsv, figuresExcelCsv } from "./figures-csv.ts";
import { canonicalJson, figuresJson } from "./figures-json.ts";
import { figuresWorkbook } from "./figures-workbook.ts";
import { htmlReport } from "./html-report.tsx";
import { pdfReport } from "./pdf-report.ts";
import { documentOf } from "./report-model.ts";
import { wordDraft } from "./word-draft.ts";
import { fillTemplate } from "./word-template.ts";

/** A file of the year, whole. `name` is without the unit. */
export interface ReportFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export const manifestName = "manifest.json";

/**
 * The year's files, one at a time so that only one is in memory. The same report gives the same bytes.
 *
 * @param template the city's own Word document, to be filled in instead of the form's draft
 */
export async function* filesOf(
  report: YearReport,
  form: ReportForm,
  template?: Uint8Array,
): AsyncGenerator<ReportFile, void, void> {
  const document = documentOf(report, form);
  yield { name: "figures.json", contentType: "application/json", bytes: figuresJson(report) };
  yield { name: "figures.csv", contentType: "text/csv; charset=utf-8", bytes: figuresCsv(report) };
  yield { name: "figures-excel.csv", contentType: "text/csv; charset=utf-8", bytes: figuresExcelCsv(report) };
  yield {
    name: "figures.xlsx",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: await figuresWorkbook(report, document),
  };
  yield {
    name: "arsrapport-utkast.docx",
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    bytes: template === undefined ? await wordDraft(document) : await fillTemplate(template, report),
  };
  yield { name: "arsrapport.pdf", contentType: "application/pdf", bytes: pdfReport(document) };
  yield { name: "arsrapport.html", contentType: "text/html; charset=utf-8", bytes: htmlReport(document) };
}

/** What the manifest says of a file: enough to tell whether it is whole. `sha256` in hexadecimal. */
export interface ManifestEntry {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Taken of each file as it is written, so that its bytes need not be kept. */
export const manifestEntry = ({ name, bytes }: Pick<ReportFile, "name" | "bytes">): ManifestEntry => ({
  name,
  size: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

/** The list that is written last: a year whose manifest is there has all its files. Canonical JSON, in the order of the names. */
export const manifestOf = (entries: readonly ManifestEntry[]): ReportFile => ({
  name: manifestName,
  contentType: "application/json",
  bytes: Buffer.from(
    canonicalJson({
      items: [...entries]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    }),
  ),
});
