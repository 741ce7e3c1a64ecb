import type { Language, Text } from "../domain/language.ts";

/** Why a file, or a row of it, cannot be read. The text never repeats what stood in the cell. */
export interface ImportProblem {
  /** As a spreadsheet numbers its rows: the headings are row 1. Null for the file as a whole. */
  readonly row: number | null;
  /** The heading of the column. */
  readonly column: string | null;
  readonly code: string;
  readonly text: Text;
}

export const ofFile = (code: string, sv: string, en: string): ImportProblem => ({
  row: null,
  column: null,
  code,
  text: { sv, en },
});

/** "Rad 7, kolumnen mottagen: …", in words for the person who has the file open. */
export const problemInWords = ({ row, column, text }: ImportProblem, language: Language): string => {
  const [rowWord, columnWord] = language === "sv" ? ["Rad", "kolumnen"] : ["Row", "column"];
  const where = [
    row === null ? [] : [`${rowWord} ${row}`],
    column === null ? [] : [`${columnWord} ”${column}”`],
  ].flat();
  return where.length === 0 ? text[language] : `${where.join(", ")}: ${text[language]}`;
};
