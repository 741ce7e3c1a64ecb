import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { YearReport } from "../../shared/domain/yearly/year-figures.ts";
import { figuresCsv, figuresExcelCsv } from "../../shared/report/figures-csv.ts";
import { figuresWorkbook } from "../../shared/report/figures-workbook.ts";
import { htmlReport } from "../../shared/report/html-report.tsx";
import { pdfReport } from "../../shared/report/pdf-report.ts";
import { documentOf } from "../../shared/report/report-model.ts";
import { wordDraft } from "../../shared/report/word-draft.ts";
import { hostileTexts, opened, part, readText, runsIn, timesIn } from "./opened.ts";
import { seedReport } from "./seed-report.ts";

/** The seed's year, with every hostile text in every place that people write in, and as codes nobody has heard of. */
const hostile: YearReport = {
  ...seedReport,
  cityName: hostileTexts[0] ?? "",
  unit: { id: hostileTexts[1] ?? "", name: hostileTexts[2] ?? "", controller: hostileTexts[3] ?? "" },
  figures: {
    ...seedReport.figures,
    unit: hostileTexts[4] ?? "",
    requests: {
      ...seedReport.figures.requests,
      byRight: Object.fromEntries(hostileTexts.map((text, at) => [text, at + 1])),
    },
    review: {
      ...(seedReport.figures.review ?? expect.fail("The seed has a review.")),
      comments: { rights: hostileTexts.join("\n") },
      recommendations: hostileTexts.map((text, at) => ({
        id: `rek-${at}`,
        area: "rights",
        text,
        statedByUnit: text,
        judgedByDpo: text,
      })),
    },
  },
};
const document = documentOf(hostile, "six-areas");

/** What a spreadsheet may take for the beginning of a formula, in either width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

describe("text that somebody wrote in bad faith", () => {
  it("is more than 500 texts", () => {
    expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(500);
  });

  it.each([
    ["figures.csv", ",", figuresCsv(hostile)],
    ["figures-excel.csv", ";", figuresExcelCsv(hostile)],
  ])("never begins a formula in %s", (_, delimiter, bytes) => {
    const rows: string[][] = parse(Buffer.from(bytes).toString("utf8"), { delimiter, bom: true });
    expect(rows.length).toBeGreaterThan(hostileTexts.length / 2);
    for (const cell of rows.flat()) expect(cell).not.toMatch(formula);
    for (const row of rows) expect(row).toHaveLength(5);
  });

  it("is text in the workbook, and no cell is calculated", async () => {
    const workbook = await figuresWorkbook(hostile, document);
    const strings = [...part(workbook, "xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = ""]) =>
      readText(text),
    );
    expect(strings.filter((text) => formula.test(text)).length).toBeGreaterThan(100);
    for (const [path, xml] of Object.entries(opened(workbook)))
      expect({ path, formulas: timesIn(xml, /<f[ >/]/g) }).toEqual({ path, formulas: 0 });
  });

  it("is text in the Word draft: no field but the contents and the page numbers", async () => {
    const draft = await wordDraft(document);
    for (const path of ["word/document.xml", "word/comments.xml", "word/header1.xml", "word/footer1.xml"]) {
      const xml = part(draft, path);
      const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code = ""]) => readText(code).trim());
      expect(fields.filter((code) => !/^(TOC|PAGEREF _Toc|PAGE\b|NUMPAGES\b)/.test(code))).toEqual([]);
      expect(xml).not.toMatch(/<w:fldSimple/);
    }
    expect(runsIn(part(draft, "word/document.xml")).join("\n")).toContain("cmd|' /C calc'!A0");
  });

  it("is text in the PDF, and does not stop it from being made", () => {
    const pdf = Buffer.from(pdfReport(document)).toString("latin1");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf).not.toMatch(/\/URI \(|\/Launch|\/JavaScript/);
  });

  it("is text in the page", () => {
    const html = Buffer.from(htmlReport(document)).toString("utf8");
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain("&lt;script>alert(1)");
  });
});
