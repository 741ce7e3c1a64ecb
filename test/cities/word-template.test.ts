import { Document, Packer, Paragraph, TextRun } from "docx";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { templateFaults } from "../../infra/check-city/template-faults.ts";
import { figureRows } from "../../shared/report/figure-rows.ts";
import { seedReport } from "../report/seed-report.ts";

/** A document whose paragraphs are cut into runs as Word cuts them: anywhere. */
const written = async (...texts: readonly string[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: texts.map(
            (text) => new Paragraph({ children: (text.match(/.{1,5}/gs) ?? []).map((part) => new TextRun(part)) }),
          ),
        },
      ],
    }),
  );

describe("a city's own Word template, when it is checked", () => {
  it("may name every figure of the year, the answers, and whose report it is", async () => {
    const figures = figureRows({ ...seedReport, units: [] }).map(({ figure }) => figure);
    expect(figures.length).toBeGreaterThan(40);
    const places = figures
      .filter((figure) => !figure.startsWith("review.marks"))
      .map((figure) => `{{figur.${figure}}}`);
    expect(templateFaults(await written("{{år}} {{stad}} {{ nämnd }} {{svar.rights.2}}", ...places))).toEqual([]);
  });

  it("is told of each place that nothing fills, once", async () => {
    expect(
      templateFaults(await written("{{figur.requests.recieved}} {{år}} {{figur.requests.recieved}} {{svar.rights.0}}")),
    ).toEqual([
      "The template arsrapport.docx has the place {{figur.requests.recieved}}, which nothing fills.",
      "The template arsrapport.docx has the place {{svar.rights.0}}, which nothing fills.",
    ]);
  });

  it("is refused when it is no Word document, has nothing to fill, or carries a program", async () => {
    const none = ["The template arsrapport.docx is not a Word document: save it from Word as .docx."];
    expect(templateFaults(Buffer.from("%PDF-1.7"))).toEqual(none);
    expect(templateFaults(zipSync({ "xl/workbook.xml": Buffer.from("<x/>") }))).toEqual(none);
    expect(templateFaults(await written("Årsrapport"))).toEqual([
      "The template arsrapport.docx has no place to fill, such as {{figur.requests.received}}.",
    ]);
    const xml = Buffer.from("<w:p><w:t>{{år}}</w:t></w:p>");
    expect(templateFaults(zipSync({ "word/document.xml": xml, "word/vbaProject.bin": xml }))).toEqual([
      "The template arsrapport.docx carries macros: save it without them.",
    ]);
  });
});
