import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ICommentOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { ReportDocument } from "./report-document.ts";
import { stableZip } from "./stable-zip.ts";
import { runs, wordBlocks } from "./word-blocks.ts";
import { writable } from "./writable.ts";

/**
 * The draft that the data protection officer goes on writing in: what is known is filled in, each answer with a comment
 * that says where it comes from, and `[Skriv här]` where the officer writes.
 */
export async function wordDraft(report: ReportDocument): Promise<Uint8Array> {
  const comments: ICommentOptions[] = [];
  const gathered = {
    add: (source: string): number => {
      const id = comments.length;
      comments.push({ id, author: "Intag", initials: "I", children: [new Paragraph({ children: runs(source) })] });
      return id;
    },
  };
  const chapters = report.chapters.flatMap(({ heading, blocks }, at) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: at > 0 && blocks.length > 4,
      children: [new TextRun(heading)],
    }),
    ...wordBlocks(blocks, gathered),
  ]);
  const document = new Document({
    title: writable(`${report.title}, ${report.about}`),
    creator: writable(report.cityName),
    lastModifiedBy: writable(report.cityName),
    styles,
    comments: { children: comments },
    // The widths of the boxes to tick are not in its tables, so it has to guess there.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: { titlePage: true, page: { margin: { top: 1500, bottom: 1300, left: 1418, right: 1418 } } },
        headers: { default: header(report), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(report), first: new Footer({ children: [new Paragraph({})] }) },
        children: [...cover(report), ...chapters],
      },
    ],
  });
  return stableZip(await Packer.toBuffer(document), withoutChance());
}

const cover = ({ title, cityName, cover: lines }: ReportDocument): readonly (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: "City", children: runs(cityName) }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
  new Paragraph({ style: "Subtitle", children: [new TextRun("Utkast till dataskyddsombudets årsrapport")] }),
  ...lines.map(
    ([name, value]) =>
      new Paragraph({ style: "CoverLine", children: [new TextRun({ text: `${name}: `, bold: true }), ...runs(value)] }),
  ),
  new Paragraph({
    style: "CoverNote",
    children: [
      new TextRun(
        "Svaren är ifyllda ur stadens ärenden och årsuppföljningen. Kommentaren vid varje svar visar var det kommer ifrån. Skriv där det står [Skriv här].",
      ),
    ],
  }),
  new Paragraph({ children: [new PageBreak()] }),
  new Paragraph({ style: "ContentsHeading", children: [new TextRun("Innehåll")] }),
  new TableOfContents("Innehåll", { hyperlink: true, headingStyleRange: "1-2" }),
  new Paragraph({ children: [new PageBreak()] }),
];

const header = ({ cityName, title }: ReportDocument): Header =>
  new Header({ children: [new Paragraph({ style: "Header", children: runs(`${cityName} · ${title} · Utkast`) })] });

const footer = ({ about }: ReportDocument): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        tabStops: [{ type: TabStopType.RIGHT, position: 9070 }],
        children: [
          ...runs(about),
          new TextRun({ children: ["\t", "Sida ", PageNumber.CURRENT, " av ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/**
 * What the library makes anew each time, put in order: the time of writing is left out, and what is named by chance or
 * by how many documents have been made before is numbered in the order it appears.
 */
const withoutChance = (): ((path: string, xml: string) => string) => {
  const names = new Map<string, string>();
  const numbered = (kind: string, name: string): string => {
    const given = names.get(`${kind} ${name}`) ?? String(names.size + 1);
    names.set(`${kind} ${name}`, given);
    return given;
  };
  return (_, xml) =>
    xml
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "")
      .replace(/(<w:comment [^>]*?) w:date="[^"]*"/g, "$1")
      .replace(/(?<="rId)[a-z0-9_-]{21}(?=")/g, (name) => `Made${numbered("part", name)}`)
      .replace(/(?<=(?:w:anchor="|w:name="|PAGEREF )_Toc)\d+\b/g, (name) => numbered("heading", name))
      .replace(/(?<=<w:bookmark(?:Start|End) (?:[^>]* )?w:id=")\d+/g, (name) => numbered("bookmark", name))
      .replace(/(?<=<wp:docPr (?:[^>]* )?id=")\d+/g, (name) => numbered("drawing", name));
};

const font = "Arial";
const accent = "1F4E79";
const heading = (size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: accent },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, language: { value: "sv-SE", eastAsia: "sv-SE", bidirectional: "sv-SE" } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font, size: 56, bold: true, color: accent }, paragraph: { spacing: { before: 0, after: 200 } } },
    heading1: heading(34, 360, 160),
    heading2: heading(26, 280, 100),
    heading3: heading(23, 220, 80),
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: "City",
      name: "City",
      basedOn: "Normal",
      run: { size: 28, color: "505A64" },
      paragraph: { spacing: { before: 2600, after: 200 } },
    },
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      run: { size: 28, color: "505A64" },
      paragraph: { spacing: { after: 700 } },
    },
    {
      id: "CoverLine",
      name: "Cover line",
      basedOn: "Normal",
      run: { size: 24 },
      paragraph: { spacing: { after: 80 } },
    },
    {
      id: "CoverNote",
      name: "Cover note",
      basedOn: "Normal",
      run: { color: "505A64" },
      paragraph: { spacing: { before: 700 } },
    },
    {
      id: "ContentsHeading",
      name: "Contents heading",
      basedOn: "Normal",
      run: { size: 34, bold: true, color: accent },
    },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
    {
      id: "TableText",
      name: "Table text",
      basedOn: "Normal",
      run: { size: 20 },
      paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "AfterTable",
      name: "After table",
      basedOn: "Normal",
      run: { size: 8 },
      paragraph: { spacing: { after: 0, line: 200, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "ToWrite",
      name: "To write",
      basedOn: "Normal",
      run: { color: "5A4A00" },
      paragraph: { spacing: { before: 160, after: 200 }, shading: { type: "clear", color: "auto", fill: "FFF6D6" } },
    },
    { id: "Header", name: "header", basedOn: "Normal", run: { size: 18, color: "505A64" } },
    {
      id: "Footer",
      name: "footer",
      basedOn: "Normal",
      run: { size: 18, color: "505A64" },
    },
  ],
};
