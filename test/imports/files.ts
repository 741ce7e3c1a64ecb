import type { Result } from "../../shared/domain/result.ts";
import type { ImportProblem } from "../../shared/imports/problem.ts";
import { type Table, tableFromCsv } from "../../shared/imports/table.ts";

/** The table of a file that must be readable. */
export const table = (text: string): Table => {
  const read = tableFromCsv(text);
  if (!read.ok) throw new Error(`refused: ${read.error.map(({ code }) => code).join()}`);
  return read.value;
};

/** What was refused, as "row column code". */
export const wrong = (result: Result<unknown, readonly ImportProblem[]>): readonly string[] =>
  result.ok ? [] : result.error.map(({ row, column, code }) => [row ?? "file", column, code].filter(Boolean).join(" "));

export const must = <Value>(result: Result<Value, readonly ImportProblem[]>): Value => {
  if (!result.ok) throw new Error(`refused: ${wrong(result).join("; ")}`);
  return result.value;
};
