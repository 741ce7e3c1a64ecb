import type { Result } from "../domain/result.ts";
import { decodeText } from "./decode-text.ts";
import type { ImportProblem } from "./problem.ts";
import { type Table, tableFromCsv } from "./table.ts";
import { tableFromWorkbook } from "./workbook.ts";

/** A workbook is a zip, or of a kind that is refused by name; everything else is text. */
const isWorkbook = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

/** The table in a file, whether it is a workbook or CSV. */
export const tableFromFile = async (bytes: Uint8Array): Promise<Result<Table, readonly ImportProblem[]>> =>
  isWorkbook(bytes) ? tableFromWorkbook(bytes) : tableFromCsv(decodeText(bytes));
