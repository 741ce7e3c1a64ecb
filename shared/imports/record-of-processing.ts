import type { RecordColumns } from "../domain/city.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import type { Extent } from "../domain/yearly/yearly-review.ts";
import { type Column, isUnknown, missingColumns, RowReader } from "./cells.ts";
import type { ImportProblem } from "./problem.ts";
import { spelling, type Table } from "./table.ts";

/** The headings that are looked for where the city has not said what its own tool calls them. */
export const usualRecordColumns: RecordColumns = {
  name: "Behandling",
  purpose: "Ändamål",
  contact: "Kontaktperson",
  security: "Säkerhetsåtgärder",
  risk: "Hög risk",
  dpia: "Konsekvensbedömning",
};

/** What an export of the record of processing (art. 30) says for the yearly review. Rows are numbered as in the spreadsheet. */
export interface RecordFindings {
  readonly count: number;
  readonly riskCount: number;
  readonly withoutPurpose: readonly number[];
  readonly withoutContact: readonly number[];
  readonly withoutSecurity: readonly number[];
  /** Processing with a high risk, for which no impact assessment is noted (art. 35). */
  readonly riskWithoutDpia: readonly number[];
}

/** The answers of areas 3 and 6 that the record gives, as the review holds them. */
export interface ProposedAnswers {
  readonly records: { readonly count: number; readonly riskCount: number };
  /** Null where nothing in the record has a high risk: then there is nothing that it could say. */
  readonly dpias: { readonly highRiskDone: Extent | null };
}

const noWords = new Set(["nej", "no", "låg", "low", "ej", "inte", "ingen", "falskt", "false", "0"]);
const notDone = new Set([...noWords, "ej gjord", "inte gjord", "inte påbörjad", "ej påbörjad", "pågår", "påbörjad"]);

const filled = (cell: string): boolean => !isUnknown(cell);
const isRisk = (cell: string): boolean => filled(cell) && !noWords.has(spelling(cell));
const isDone = (cell: string): boolean => filled(cell) && !notDone.has(spelling(cell));

/**
 * Reads the export of a unit's record of processing. An entry that lacks something is a finding and is counted; a row that cannot be
 * told to be an entry is a problem, and then nothing is.
 */
export function recordFindings(
  table: Table,
  columns: RecordColumns = usualRecordColumns,
): Result<RecordFindings, readonly ImportProblem[]> {
  const column = (name: keyof RecordColumns): Column => [columns[name]];
  const missing = missingColumns(table, [
    column("name"),
    column("purpose"),
    column("contact"),
    column("security"),
    column("risk"),
    column("dpia"),
  ]);
  if (missing.length > 0) return refused(missing);

  const problems: ImportProblem[] = [];
  const withoutPurpose: number[] = [];
  const withoutContact: number[] = [];
  const withoutSecurity: number[] = [];
  const riskWithoutDpia: number[] = [];
  let riskCount = 0;
  const firstWith = new Map<string, number>();
  for (const line of table.rows) {
    const cells = new RowReader(table, line);
    const name = spelling(cells.needed(column("name")));
    const before = firstWith.get(name);
    if (before !== undefined && name !== "")
      cells.wrong(column("name"), "entry-twice", {
        sv: `Samma behandling finns redan på rad ${before}. Ta bort den ena, så att den inte räknas två gånger.`,
        en: `The same processing is already on row ${before}. Take one away, so that it is not counted twice.`,
      });
    else firstWith.set(name, line.row);
    problems.push(...cells.problems);
    if (!filled(cells.text(column("purpose")))) withoutPurpose.push(line.row);
    if (!filled(cells.text(column("contact")))) withoutContact.push(line.row);
    if (!filled(cells.text(column("security")))) withoutSecurity.push(line.row);
    if (!isRisk(cells.text(column("risk")))) continue;
    riskCount += 1;
    if (!isDone(cells.text(column("dpia")))) riskWithoutDpia.push(line.row);
  }
  if (problems.length > 0) return refused(problems);
  return ok({
    count: table.rows.length,
    riskCount,
    withoutPurpose,
    withoutContact,
    withoutSecurity,
    riskWithoutDpia,
  });
}

/** The review's answers as the record gives them. */
export const proposedAnswers = ({ count, riskCount, riskWithoutDpia }: RecordFindings): ProposedAnswers => ({
  records: { count, riskCount },
  dpias: {
    highRiskDone:
      riskCount === 0
        ? null
        : riskWithoutDpia.length === 0
          ? "yes"
          : riskWithoutDpia.length === riskCount
            ? "no"
            : "partly",
  },
});
