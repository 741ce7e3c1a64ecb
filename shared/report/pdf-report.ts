import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { known } from "./answer-words.ts";
import { markNames } from "./area-texts.ts";
import { columnShares } from "./column-shares.ts";
import { chartInWords } from "./measures.ts";
import { pdfMarkup } from "./pdf-markup.ts";
import type { Block, ReportDocument } from "./report-document.ts";

/**
 * The report as a tagged PDF (PDF/UA-1), with its language, its title and its headings as bookmarks.
 * @throws when the compiler refuses, which would mean that the page itself is wrong
 */
export function pdfReport(report: ReportDocument): Uint8Array {
  const compiler = NodeCompiler.create({});
  const data = JSON.stringify({
    ...report,
    chapters: report.chapters.map((chapter) => ({ ...chapter, blocks: chapter.blocks.map(withWords) })),
  });
  try {
    return compiler.pdf(
      { mainFileContent: pdfMarkup, inputs: { report: printable(data) } },
      { pdfStandard: PdfStandard.UA_1 },
    );
  } finally {
    // What it remembers is shared by all compilers and would grow with every report: it keeps that of the last two.
    compiler.evictCache(2);
  }
}

/** What the page does not know by itself: what a chart shows in words, how wide columns are, what a colour is called. */
const withWords = (block: Block) => {
  if (block.kind === "chart") {
    const series = block.chart.series.map((each) => ({ ...each, words: each.values.map(known) }));
    return { ...block, chart: { ...block.chart, series }, words: chartInWords(block.chart) };
  }
  if (block.kind === "table") return { ...block, shares: columnShares(block.columns, block.rows) };
  if (block.kind !== "scale") return block;
  return { ...block, steps: block.steps.map((step) => ({ ...step, name: markNames[step.mark] })) };
};

/**
 * The signs that the compiler's own font has, by range: Latin with what European languages add, Greek, Cyrillic, and the
 * punctuation and arrows of the report. PDF/UA refuses a sign without a picture, so others are shown as a square.
 */
const printableSigns =
  /[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u25a0\u25a1]/u;

/** JSON with every text in one writing (NFKC) and only signs that can be shown. */
const printable = (json: string): string =>
  JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === "string"
      ? [...value.normalize("NFKC").replace(/\r\n?|\t/g, "\n")]
          .map((sign) => (printableSigns.test(sign) ? sign : "□"))
          .join("")
      : value,
  );
