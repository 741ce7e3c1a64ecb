import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { figuresCsv, figuresExcelCsv } from "../../shared/report/figures-csv.ts";
import { figuresJson } from "../../shared/report/figures-json.ts";
import { figuresWorkbook } from "../../shared/report/figures-workbook.ts";
import { documentOf } from "../../shared/report/report-model.ts";
import { opened, part, readText, timesIn } from "./opened.ts";
import { cityReport, seedReport, unknownYear } from "./seed-report.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("figures.json", () => {
  it("is the year's figures and nothing else, its keys in order", () => {
    const json = text(figuresJson(seedReport));
    expect(JSON.parse(json)).toEqual(seedReport.figures);
    expect(Object.keys(JSON.parse(json))).toEqual(Object.keys(JSON.parse(json)).toSorted());
    expect(json).not.toMatch(/\s\n|: /);
  });
});

describe("figures.csv", () => {
  const rows = parse(text(figuresCsv(seedReport)), { columns: true }) as Record<string, string>[];
  const row = (figure: string, year: number) =>
    rows.find((each) => each.figure === figure && each.year === String(year));

  it("is open data: commas, no byte order mark, a figure on each row", () => {
    expect(text(figuresCsv(seedReport))).toMatch(/^unit,year,figure,value,note\r\n/);
    expect(row("review.records.count", 2022)).toMatchObject({ unit: "sthlm-socialnamnden", value: "292", note: "" });
    expect(row("review.records.count", 2021)?.value).toBe("288");
    expect(row("requests.byRight.access", 2022)?.value).toBe("9");
    expect(row("review.marks.breaches", 2022)?.value).toBe("yellow green");
  });

  it("leaves a number that is not known empty and says so: it is never a zero", () => {
    expect(row("breaches.subjectsInformed", 2022)).toMatchObject({ value: "", note: "uppgift saknas" });
    expect(row("requests.open", 2022)).toMatchObject({ value: "0", note: "" });
    const unknown = parse(text(figuresCsv(unknownYear())), { columns: true }) as Record<string, string>[];
    expect(unknown.filter(({ value }) => value !== "")).toEqual([]);
  });

  it("has no text that people wrote", () => {
    const city = text(figuresCsv(cityReport));
    for (const { text: words, statedByUnit } of seedReport.figures.review?.recommendations ?? []) {
      expect(city).not.toContain(words);
      if (statedByUnit !== null) expect(city).not.toContain(statedByUnit);
    }
  });

  it("has the city first, then each unit", () => {
    const city = parse(text(figuresCsv(cityReport)), { columns: true }) as Record<string, string>[];
    expect([...new Set(city.map(({ unit }) => unit))]).toEqual(["", "sthlm-socialnamnden", "exempelnamnden"]);
  });

  it("opens right in Excel in Swedish: semicolons and a byte order mark", () => {
    const excel = text(figuresExcelCsv(seedReport));
    expect(excel.startsWith("\ufeffNämnd;År;Uppgift;Värde;Anmärkning\r\n")).toBe(true);
    expect(excel).toContain(";breaches.subjectsInformed;;Uppgift saknas\r\n");
  });
});

describe("figures.xlsx", async () => {
  const workbook = await figuresWorkbook(seedReport, documentOf(seedReport, "six-areas"));
  const strings = [...part(workbook, "xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, found = ""]) =>
    readText(found),
  );
  const last = part(workbook, "xl/worksheets/sheet4.xml");
  /** A row's cells: a number as a number, a text as a text. */
  const rows = [...last.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, cells = ""]) =>
    [...cells.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/g)].map(([, attributes = "", value]) =>
      value === undefined ? null : attributes.includes('t="s"') ? strings[Number(value)] : Number(value),
    ),
  );

  it("has its sheets by name, each with a heading row that stays", () => {
    const book = part(workbook, "xl/workbook.xml");
    for (const name of ["Frågor och svar", "Tabeller", "Rekommendationer", "Alla uppgifter"])
      expect(book).toContain(`name="${name}"`);
    expect(last).toContain("<pane ");
  });

  it("stores numbers as numbers", () => {
    expect(rows.find((row) => row[2] === "review.records.count" && row[1] === 2022)?.[3]).toBe(292);
    expect(rows.find((row) => row[2] === "breaches.documented" && row[1] === 2022)?.[3]).toBe(10);
  });

  it("leaves what is not known empty, with the words beside it", () => {
    const unknown = rows.find((row) => row[2] === "breaches.subjectsInformed" && row[1] === 2022);
    expect(unknown?.filter((cell) => cell !== null)).toEqual([
      "sthlm-socialnamnden",
      2022,
      "breaches.subjectsInformed",
      "Uppgift saknas",
    ]);
  });

  it("has no formula, no macro and no link to other books", () => {
    const parts = opened(workbook);
    for (const [path, xml] of Object.entries(parts)) {
      expect({ path, formulas: timesIn(xml, /<f[ >]/g) }).toEqual({ path, formulas: 0 });
      expect(path).not.toMatch(/vba|externalLink/i);
    }
  });
});
