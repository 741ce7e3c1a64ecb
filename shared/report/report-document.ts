import type { Mark } from "../domain/yearly/yearly-review.ts";

/** A question of the report with its answer; `source` says where the answer comes from, null when there is none. */
export interface AnswerRow {
  readonly question: string;
  readonly answer: string;
  readonly source: string | null;
}

/** A step of the scale, most serious first. More than one may be chosen. */
export interface ScaleStep {
  readonly mark: Mark;
  readonly text: string;
  readonly chosen: boolean;
}

/** Values of each series, one for each category; null: uppgift saknas. */
export interface Chart {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** What a chapter is made of, in reading order. Every writer shows every kind, so that all files say the same. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly source?: string }
  | { readonly kind: "bullets"; readonly items: readonly string[] }
  | { readonly kind: "answers"; readonly rows: readonly AnswerRow[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly source: string | null;
    }
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "scale"; readonly steps: readonly ScaleStep[]; readonly comment: string | null }
  /** Where the data protection officer writes. */
  | { readonly kind: "to-write"; readonly about: string };

/** A chapter. The headings carry their numbers: "3 Registerförteckning", "3.1 Sammanfattning". */
export interface Chapter {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The report before it has become a file: plain text and numbers, nothing of any format. */
export interface ReportDocument {
  readonly title: string;
  readonly cityName: string;
  /** Whose report, as the cover says it. */
  readonly about: string;
  readonly year: number;
  /** The lines of the cover: what, and its value. */
  readonly cover: readonly (readonly [string, string])[];
  readonly chapters: readonly Chapter[];
}
