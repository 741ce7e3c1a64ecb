import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { parse } from "csv-parse/sync";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReportForm } from "../../shared/domain/city.ts";
import type { YearReport } from "../../shared/domain/yearly/year-figures.ts";
import { areas, extents, marks, type YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import { correctionsCsv } from "../../shared/report/corrections.ts";
import { figuresCsv, figuresExcelCsv } from "../../shared/report/figures-csv.ts";
import { filesOf } from "../../shared/report/files.ts";
import { hostileTexts, opened, readText, runsIn, timesIn } from "./opened.ts";
import { cityReport, seedReport } from "./seed-report.ts";

/** Every part of it there: a field that is added to the review, and may be left out, is missed here by the compiler. */
type Whole<Of> = Of extends readonly (infer One)[]
  ? readonly Whole<One>[]
  : Of extends object
    ? { readonly [Key in keyof Of]-?: Whole<NonNullable<Of[Key]>> }
    : Of;

const review: Whole<YearlyReview> = {
  records: { count: 5, updated: "yes", complete: "no", routines: "mostly", riskCount: 2 },
  policies: { inPlace: "yes", quality: "yes", support: "no", upToDate: "partly", owners: "no" },
  measures: { classified: 9, current: "partly" },
  dpias: { identified: "yes", highRiskDone: "no", current: "yes" },
  marks: { records: ["red"], policies: [], measures: [], dpias: [], rights: ["green"], breaches: ["yellow"] },
  comments: { records: "a", policies: "b", measures: "c", dpias: "d", rights: "e", breaches: "f" },
  recommendations: areas.map((area) => ({ id: area, area, text: "t", statedByUnit: "s", judgedByDpo: "j" })),
};

/** What is no text of anybody's: the codes of closed lists, and when the year was locked. */
const closed = new Set<string>([...areas, ...extents, ...marks, seedReport.lockedAt ?? ""]);

/** Texts that begin in every way that there is, so many that a file of each can be written. */
const beginnings = hostileTexts.filter((_, at) => at % 18 === 1);

/**
 * The same report with bad faith in every text of it, whatever it is called, and in every code that is counted. The six
 * comments hold all of them between them, every other text one.
 *
 * @param nth which of the beginnings the first name has
 * @returns the report, and for each text its path and the words by which it is known again
 */
function inBadFaith(report: YearReport, nth: number): { report: YearReport; known: ReadonlyMap<string, string> } {
  const known = new Map<string, string>();
  let names = nth;
  const rewritten = (value: unknown, path: string): unknown => {
    if (typeof value === "string") {
      if (closed.has(value) && !/\.(comments|text|statedByUnit|judgedByDpo)/.test(path)) return value;
      const word = `fält${known.size}slut`;
      known.set(path, word);
      const area = areas.findIndex((one) => path === `.figures.review.comments.${one}`);
      if (area >= 0) return [...hostileTexts.filter((_, at) => at % areas.length === area), word].join("\n");
      names += 1;
      return `${beginnings[names % beginnings.length]} ${word}`;
    }
    if (Array.isArray(value)) return value.map((one, at) => rewritten(one, `${path}.${at}`));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        /^by[A-Z]/.test(key)
          ? [key, Object.fromEntries(beginnings.map((code, at) => [code, at + 1]))]
          : [key, rewritten(inner, `${path}.${key}`)],
      ),
    );
  };
  // The walk keeps every key and every kind of value, so what comes out is a report again.
  return { report: rewritten(report, "") as YearReport, known };
}

/** A unit's year with a review that is whole, this year and the year before. */
const withReview = (report: YearReport): YearReport => {
  const previous = report.figures.previous;
  return {
    ...report,
    figures: { ...report.figures, review, previous: previous === null ? null : { ...previous, review } },
  };
};
const ofUnit = withReview(seedReport);
const ofCity: YearReport = {
  ...cityReport,
  units: cityReport.units.map((unit) => ({ ...unit, figures: { ...unit.figures, review } })),
};

/** A city's own template that asks for everything that a person may have written or named. */
const places = ["{{nämnd}}", "{{stad}}", "{{år}}", "{{svar.breaches.1}}", "{{figur.review.records.updated}}"];
const ownTemplate = () =>
  Packer.toBuffer(
    new Document({ sections: [{ children: places.map((text) => new Paragraph({ children: [new TextRun(text)] })) }] }),
  );

const filesIn = async (report: YearReport, form: ReportForm, template?: Uint8Array) => {
  const files = new Map<string, Uint8Array>();
  for await (const { name, bytes } of filesOf(report, form, template)) files.set(name, bytes);
  return files;
};

/** What a spreadsheet may take for the beginning of a formula, in either width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

const cellsOf = (bytes: Uint8Array, delimiter: string): readonly string[] =>
  (parse(Buffer.from(bytes).toString("utf8"), { delimiter, bom: true }) as readonly string[][]).flat();

/** Whether a strict reader takes it for XML: the compiler of the PDF has one. */
const isXml = (text: string): boolean => {
  const compiler = NodeCompiler.create({});
  const { result } = compiler.compile({
    mainFileContent: "#let _ = xml(bytes(sys.inputs.part))",
    inputs: { part: text },
  });
  compiler.evictCache(0);
  return result !== null;
};

/** The parts of an Office file that are not well formed. */
const malformed = (archive: Uint8Array): readonly string[] =>
  Object.entries(opened(archive))
    .filter(([path, xml]) => /\.(xml|rels)$/.test(path) && !isXml(xml))
    .map(([path]) => path);

/** The fields of a Word file that are not its contents or page numbers. */
const fieldsIn = (archive: Uint8Array): readonly string[] =>
  Object.values(opened(archive)).flatMap((xml) => [
    ...[...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)]
      .map(([, code = ""]) => readText(code).trim())
      .filter((code) => !/^(TOC|PAGEREF _Toc|PAGE\b|NUMPAGES\b)/.test(code)),
    ...(xml.match(/<w:fldSimple|<w:altChunk|<w:object\b/g) ?? []),
  ]);

/** What could fetch or calculate something: a way out of the file, a cell that is calculated, data from another program. */
const waysOut = (archive: Uint8Array): readonly string[] =>
  Object.entries(opened(archive))
    .filter(
      ([path, xml]) =>
        /externalLink|vbaProject|activeX|oleObject/i.test(path) || /TargetMode="External"|<ddeLink|<f[ >/]/.test(xml),
    )
    .map(([path]) => path);

const tagsOf = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/<([a-z!/][^\s>]*)/gi)].map(([, tag = ""]) => tag.toLowerCase()));
const attributesOf = (html: string): ReadonlySet<string> =>
  new Set(
    [...html.matchAll(/<[a-z][^\s>]*((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].flatMap(([, inside = ""]) =>
      [...inside.matchAll(/([^\s=]+)(?:="[^"]*")?/g)].map(([, name = ""]) => name.toLowerCase()),
    ),
  );

it("the texts in bad faith are more than 500, and begin in every way", () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(500);
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"])
    expect({ start, some: beginnings.some((text) => text.startsWith(start)) }).toEqual({ start, some: true });
});

it("the reader of XML tells what is well formed from what is not", () => {
  expect(isXml("<a><b>å</b></a>")).toBe(true);
  for (const broken of ["<a><b></a>", "<a>\u0001</a>", "<a>&nothing;</a>", "<a", "<a b=c/>"])
    expect({ broken, isXml: isXml(broken) }).toEqual({ broken, isXml: false });
});

describe.each([
  ["a unit's report in Stockholm's form", ofUnit, "six-areas", false],
  ["a unit's report in Göteborg's form", ofUnit, "observations", false],
  ["the city's report", ofCity, "six-areas", false],
  ["a report in the city's own template", ofUnit, "six-areas", true],
] as const)("text in bad faith in every field of %s", (_, honest, form, isOwn) => {
  const { report: hostile, known } = inBadFaith(honest, 0);
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    files = await filesIn(hostile, form, isOwn ? await ownTemplate() : undefined);
  });
  const file = (name: string): Uint8Array => files.get(name) ?? expect.fail(`There is no ${name}.`);

  it("stands in the files as it was written: no field is forgotten", () => {
    const draft = runsIn(opened(file("arsrapport-utkast.docx"))["word/document.xml"] ?? "").join("\n");
    const book = readText(opened(file("figures.xlsx"))["xl/sharedStrings.xml"] ?? "");
    const page = Buffer.from(file("arsrapport.html")).toString("utf8");
    const everywhere = `${draft}\n${book}\n${page}`;
    const unseen = [...known].filter(([, word]) => !everywhere.includes(word)).map(([path]) => path);
    // Göteborg's form has neither marks nor comments; last year's review and the units' own are told in their reports.
    const elsewhere =
      form === "observations" ? /\.previous\.|\.comments\.|\.id$|\.unit$/ : /\.previous\.|^\.units\.|\.id$|\.unit$/;
    expect(unseen.filter((path) => !elsewhere.test(path))).toEqual([]);
    expect(known.size).toBeGreaterThan(20);
    if (!isOwn) expect(draft).toContain("cmd|' /C calc'!A0");
  });

  it.each([
    ["figures.csv", ","],
    ["figures-excel.csv", ";"],
  ])("begins no formula in %s", (name, delimiter) => {
    const cells = cellsOf(file(name), delimiter);
    expect(cells.length).toBeGreaterThan(beginnings.length);
    expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
  });

  it.each(["figures.xlsx", "arsrapport-utkast.docx"])(
    "is text in %s: whole XML, nothing calculated, no way out",
    (name) => {
      expect(malformed(file(name))).toEqual([]);
      expect(waysOut(file(name))).toEqual([]);
      expect(fieldsIn(file(name))).toEqual([]);
    },
  );

  it("is text in the PDF, which is made all the same", () => {
    const pdf = Buffer.from(file("arsrapport.pdf")).toString("latin1");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf).not.toMatch(/\/URI \(|\/Launch|\/JavaScript/);
  });

  it("is text in the page: no element and no attribute that a page without it lacks", async () => {
    const html = Buffer.from(file("arsrapport.html")).toString("utf8");
    const plain = Buffer.from((await filesIn(honest, form)).get("arsrapport.html") ?? []).toString("utf8");
    // Lines of a text are parted by breaks.
    expect([...tagsOf(html).difference(tagsOf(`${plain}<br/>`))]).toEqual([]);
    expect([...attributesOf(html).difference(attributesOf(plain))]).toEqual([]);
    expect(timesIn(html, "<script")).toBe(0);
    expect([...attributesOf(html)].filter((name) => name.startsWith("on") || name === "src")).toEqual([]);
  });
});

it("whatever a name begins with, no cell of the tables or the corrections is a formula", () => {
  for (let nth = 0; nth < beginnings.length; nth += 1) {
    const { report } = inBadFaith(ofCity, nth);
    const begun = beginnings[nth] ?? "";
    const ofOne: YearReport = { ...report, cityName: begun, figures: { ...report.figures, unit: begun } };
    for (const [bytes, delimiter] of [
      [figuresCsv(ofOne), ","],
      [figuresExcelCsv(ofOne), ";"],
      [figuresExcelCsv({ ...ofOne, figures: { ...ofOne.figures, unit: null } }), ";"],
    ] as const)
      expect(cellsOf(bytes, delimiter).filter((cell) => formula.test(cell))).toEqual([]);
    const corrections = correctionsCsv({ ...report.figures, unit: begun }, seedReport.figures);
    expect(corrections).toBeDefined();
    expect(cellsOf(corrections ?? new Uint8Array(), ",").filter((cell) => formula.test(cell))).toEqual([]);
  }
});
