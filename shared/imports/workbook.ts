import { strFromU8, unzipSync, zipSync } from "fflate";
import { type CellValue, readSheet } from "read-excel-file/universal";
import { type Result, refused } from "../domain/result.ts";
import { type ImportProblem, ofFile } from "./problem.ts";
import { mostRows, type Table, tableOf } from "./table.ts";

/** What a workbook may hold when it is unpacked, in bytes: a small file can be made that would fill any memory. */
const mostBytes = 20 * 1024 * 1024;
const mostParts = 200;
const mostColumns = 200;

/** The parts that a table is read from. Pictures, macros and what else a workbook may carry are never unpacked. */
const neededPart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[A-Za-z]+\.xml(?:\.rels)?|xl\/worksheets\/[A-Za-z0-9]+\.xml)$/;
const sheetPart = /^xl\/worksheets\//;
const cellPlace = /\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/g;

const tooLarge = ofFile(
  "too-large",
  "Arbetsboken är för stor när den packas upp. Ta bort det som inte behövs, eller spara bladet som CSV.",
  "The workbook is too large when unpacked. Take away what is not needed, or save the sheet as CSV.",
);
const unreadable = ofFile(
  "unreadable",
  "Filen går inte att läsa som en arbetsbok (.xlsx). Spara den på nytt, eller spara bladet som CSV.",
  "The file cannot be read as a workbook (.xlsx). Save it again, or save the sheet as CSV.",
);
const locked = ofFile(
  "locked-or-old",
  "Filen är skyddad med lösenord eller sparad i ett äldre format. Spara den som .xlsx utan lösenord.",
  "The file is protected by a password or saved in an older format. Save it as .xlsx without a password.",
);
const tooWide = ofFile(
  "too-many-rows",
  `Bladet har fler än ${mostRows} rader eller ${mostColumns} kolumner. Ta bort dem som inte behövs, också tomma.`,
  `The sheet has more than ${mostRows} rows or ${mostColumns} columns. Take away those not needed, also empty ones.`,
);

class Refused extends Error {
  readonly problem: ImportProblem;
  constructor(problem: ImportProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A sheet is read as a whole rectangle, so one cell far away would be as heavy as all between. */
const refuseFarCells = (sheet: Uint8Array): void => {
  const xml = strFromU8(sheet);
  if (/<!DOCTYPE|<!ENTITY/i.test(xml) || /<(?:\w+:)?(?:c|row)\s[^>]*&/.test(xml)) throw new Refused(unreadable);
  for (const [, letters = "", row = ""] of xml.matchAll(cellPlace))
    if (Number(row) > mostRows + 1 || columnNumber(letters) > mostColumns) throw new Refused(tooWide);
};

/** The parts that are needed, unpacked within bounds. What a part says of its own size is what it gets. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts = 0;
  let size = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts += 1;
      if (parts > mostParts) throw new Refused(tooLarge);
      if (!neededPart.test(name)) return false;
      size += originalSize;
      if (size > mostBytes) throw new Refused(tooLarge);
      return true;
    },
  });
}

const textOf = (value: CellValue | null | undefined): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "ja" : "nej";
  return String(value);
};

/** The first sheet of a workbook as a table. A formula is what it showed when the file was saved; nothing is calculated. */
export async function tableFromWorkbook(bytes: Uint8Array): Promise<Result<Table, readonly ImportProblem[]>> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused([locked]);
  try {
    const parts = unpacked(bytes);
    const sheets = Object.keys(parts).filter((name) => sheetPart.test(name));
    if (sheets.length === 0) return refused([unreadable]);
    for (const name of sheets) refuseFarCells(parts[name] ?? new Uint8Array());
    // Packed again without anything else, so that the reader meets only what has been looked at.
    const safe = zipSync(parts, { level: 0 });
    const rows = await readSheet(new Blob([safe]), 1, { trim: true });
    return tableOf(rows.map((row) => row.map(textOf)));
  } catch (failure) {
    return refused([failure instanceof Refused ? failure.problem : unreadable]);
  }
}
