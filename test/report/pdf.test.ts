import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pdfReport } from "../../shared/report/pdf-report.ts";
import { documentOf } from "../../shared/report/report-model.ts";
import { cityReport, seedReport, unknownYear } from "./seed-report.ts";

const pdf = Buffer.from(pdfReport(documentOf(seedReport, "six-areas")));
/** Byte by byte, so that what is not compressed can be searched. */
const raw = pdf.toString("latin1");

/** Everything in the file, its compressed streams unpacked. */
const unpacked = (file: string): string =>
  file.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, stream: string) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      return whole;
    }
  });
const inside = unpacked(raw);

describe("the PDF", () => {
  it("says that it is PDF/UA-1, in metadata that anybody can read without unpacking", () => {
    const xmp = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(raw)?.[0] ?? "";
    expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(Buffer.from(xmp, "latin1").toString("utf8")).toContain(
      "Årsrapport för dataskyddsarbetet 2022, Socialnämnden",
    );
    expect(xmp).toMatch(/<dc:language>[\s\S]*sv/);
  });

  it("is tagged, in Swedish, and shows its title", () => {
    expect(inside).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(inside).toMatch(/\/Lang \(sv/);
    expect(inside).toMatch(/\/DisplayDocTitle true/);
    for (const tag of ["H1", "H2", "H3", "P", "Table", "TH", "TD", "Figure", "TOC", "L"])
      expect({ tag, found: new RegExp(`/S /${tag}\\b`).test(inside) }).toEqual({ tag, found: true });
  });

  it("describes each chart in words", () => {
    const charts = inside.match(/\/S \/Figure/g) ?? [];
    expect(charts.length).toBeGreaterThan(1);
    expect((inside.match(/\/Alt /g) ?? []).length).toBeGreaterThanOrEqual(charts.length);
  });

  it("embeds its fonts and holds no time, no script and no link out", () => {
    expect(inside).toContain("/FontFile");
    expect(inside).not.toMatch(/\/CreationDate|\/ModDate|xmp:CreateDate|\/JavaScript|\/URI/);
  });

  it("can be made of the city's year, of the other form, and of a year that nobody knows", () => {
    for (const document of [
      documentOf(cityReport, "six-areas"),
      documentOf(seedReport, "observations"),
      documentOf(unknownYear(), "six-areas"),
    ])
      expect(Buffer.from(pdfReport(document)).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
