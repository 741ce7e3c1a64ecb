import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type FileChild,
  HeadingLevel,
  HeightRule,
  type IBorderOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { ChartRun } from "docx/charts";
import type { Mark } from "../domain/yearly/yearly-review.ts";
import { unknownAnswer } from "./answer-words.ts";
import { markNames } from "./area-texts.ts";
import { columnShares } from "./column-shares.ts";
import { chartInWords } from "./measures.ts";
import type { Block, Chart } from "./report-document.ts";
import { writable } from "./writable.ts";

/** Where the sources are gathered while the text is written: each becomes a comment in the margin. */
export interface Comments {
  readonly add: (source: string) => number;
}

/** The width of the text on the page, in twentieths of a point: A4 within its margins. */
const textWidth = 9070;
const accent = "1F4E79";

/** The colours of the scale, light enough for black text. */
const markColours: Readonly<Record<Mark, string>> = {
  red: "F4B6B6",
  orange: "F8CFA0",
  yellow: "FFF0A8",
  green: "C9E7C9",
};

/** The blocks of a chapter as Word has them. */
export const wordBlocks = (blocks: readonly Block[], comments: Comments): readonly FileChild[] =>
  blocks.flatMap((block) => wordBlock(block, comments));

const wordBlock = (block: Block, comments: Comments): readonly FileChild[] => {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: [new TextRun(block.text)],
        }),
      ];
    case "paragraph":
      return [new Paragraph({ children: sourced(block.text, block.source ?? null, comments) })];
    case "bullets":
      return block.items.map(
        (item) => new Paragraph({ style: "ListParagraph", bullet: { level: 0 }, children: runs(item) }),
      );
    case "answers":
      return [
        table(
          [5300, 3770],
          ["Fråga/kontroll", "Svar"],
          block.rows.map(({ question, answer, source }) => [runs(question), sourced(answer, source, comments)]),
        ),
        after(),
      ];
    case "table":
      return [
        new Paragraph({ style: "Caption", keepNext: true, children: sourced(block.caption, block.source, comments) }),
        table(
          columnWidths(block.columns, block.rows),
          block.columns,
          block.rows.map((row) => row.map(runs)),
          block.columns.map((_, at) => at > 0 && holdsNumbers(block.rows.map((row) => row[at] ?? ""))),
        ),
        after(),
      ];
    case "chart":
      return [
        new Paragraph({ style: "Caption", keepNext: true, children: runs(block.chart.title) }),
        new Paragraph({ children: [chart(block.chart)] }),
      ];
    case "scale":
      return [
        scale(block),
        ...(block.comment === null
          ? [after()]
          : [new Paragraph({ spacing: { before: 160 }, children: runs(block.comment) })]),
      ];
    case "to-write":
      return [
        new Paragraph({
          style: "ToWrite",
          children: [new TextRun({ text: "[Skriv här]", bold: true }), new TextRun({ text: ` ${block.about}` })],
        }),
      ];
  }
};

const after = (): Paragraph => new Paragraph({ style: "AfterTable", children: [] });

/** The text in one run, lines of it parted by breaks. */
export const runs = (text: string): ParagraphChild[] => {
  const lines = writable(text).split(/\r\n|\r|\n/);
  return lines.map((line, at) => new TextRun({ text: line.replaceAll("\t", " "), ...(at === 0 ? {} : { break: 1 }) }));
};

/** The text with a comment that says where it comes from. */
const sourced = (text: string, source: string | null, comments: Comments): ParagraphChild[] => {
  if (source === null) return runs(text);
  const id = comments.add(source);
  return [
    new CommentRangeStart(id),
    ...runs(text),
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ];
};

/** A column of numbers stands to the right, where they can be compared. */
const holdsNumbers = (cells: readonly string[]): boolean =>
  cells.some((text) => /^\d/.test(text)) && cells.every((text) => text === unknownAnswer || /^(\d|–$)/.test(text));

/** The first column wide for the names and the others alike; of many, each by what stands in it. */
const columnWidths = (columns: readonly string[], rows: readonly (readonly string[])[]): readonly number[] => {
  const others = columns.length - 1;
  if (columns[0] === "Rekommendation") return [3470, 2800, 2800];
  if (others > 4) return columnShares(columns, rows).map((share) => Math.floor(textWidth * share));
  const first = others > 1 ? 3670 : 5670;
  return columns.map((_, at) => (at === 0 ? first : Math.floor((textWidth - first) / others)));
};

const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: "A6B4C2" };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const padding = { top: 50, bottom: 50, left: 90, right: 90 };

const table = (
  widths: readonly number[],
  columns: readonly string[],
  rows: readonly (readonly ParagraphChild[][])[],
  numbers: readonly boolean[] = [],
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((name, at) =>
          cell(widths[at], [new TextRun({ text: name, bold: true })], {
            fill: "DCE6F1",
            right: numbers[at] ?? false,
          }),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((content, at) => cell(widths[at], content, { right: numbers[at] ?? false })),
          }),
      ),
    ],
  });

const cell = (
  width: number | undefined,
  children: readonly ParagraphChild[],
  look: { readonly fill?: string; readonly right?: boolean; readonly middle?: boolean; readonly keepNext?: boolean },
): TableCell =>
  new TableCell({
    width: { size: width ?? 0, type: WidthType.DXA },
    margins: padding,
    ...(look.middle ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(look.fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill: look.fill } }),
    children: [
      new Paragraph({
        style: "TableText",
        keepNext: look.keepNext ?? false,
        alignment: look.right ? AlignmentType.RIGHT : look.middle ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [...children],
      }),
    ],
  });

/** Four steps with a box to tick at each; more than one may be ticked. */
const scale = ({ steps }: Extract<Block, { readonly kind: "scale" }>): Table => {
  const widths = [900, 1200, 6970];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: steps.map(
      ({ mark, text, chosen }, at) =>
        new TableRow({
          cantSplit: true,
          height: { value: 560, rule: HeightRule.ATLEAST },
          children: [
            cell(widths[0], [new CheckBox({ alias: markNames[mark], checked: chosen })], {
              fill: markColours[mark],
              middle: true,
              keepNext: at < steps.length - 1,
            }),
            cell(widths[1], [new TextRun(markNames[mark])], { fill: markColours[mark], middle: true }),
            cell(widths[2], [new TextRun(text)], {}),
          ],
        }),
    ),
  });
};

/** A chart of Word's own, with its data inside, so that it can be changed. */
const chart = ({ title, categories, series }: Chart): ChartRun =>
  new ChartRun({
    type: "bar",
    categories,
    series: series.map(({ name, values }, at) => ({
      name,
      values,
      color: at === series.length - 1 ? accent : "9DB4CC",
    })),
    categoryAxis: { reverseOrder: true, font: { size: 10 } },
    valueAxis: { visible: false, gridlines: false, minimum: 0, numberFormat: "#,##0" },
    dataLabels: { value: true, position: "outsideEnd", numberFormat: "#,##0", font: { size: 10 } },
    legend: series.length > 1 ? { position: "bottom" } : false,
    gapWidth: 60,
    chartArea: { border: "none" },
    transformation: { width: 600, height: 60 + categories.length * (30 + 22 * series.length) },
    altText: { name: title, title, description: chartInWords({ title, categories, series }) },
  });
