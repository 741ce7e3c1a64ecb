import { stringify } from "csv-stringify/sync";
import type { YearFigures } from "../domain/yearly/year-figures.ts";
import { rowsOf } from "./figure-rows.ts";
import { onOneLine } from "./writable.ts";

/** A figure that says something else than it did. */
interface ChangedFigure {
  readonly figure: string;
  readonly locked: number | string | null;
  readonly now: number | string | null;
}

/**
 * What a unit's figures say today otherwise than when the year was locked, by their paths.
 *
 * @param then the figures it was locked with; undefined for a unit that had nothing to show then
 */
export function changedFigures(now: YearFigures, then: YearFigures | undefined): readonly ChangedFigure[] {
  const before = new Map((then === undefined ? [] : rowsOf(then)).map(({ figure, value }) => [figure, value]));
  const after = new Map(rowsOf(now).map(({ figure, value }) => [figure, value]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .map((figure) => ({ figure, locked: before.get(figure) ?? null, now: after.get(figure) ?? null }))
    .filter((each) => each.locked !== each.now);
}

/** The same as open data; undefined when nothing has changed. */
export function correctionsCsv(now: YearFigures, then: YearFigures | undefined): Uint8Array | undefined {
  const changed = changedFigures(now, then);
  if (changed.length === 0) return undefined;
  const rows = changed.map((each) =>
    [now.unit ?? "", now.year, each.figure, each.locked, each.now].map((cell) =>
      typeof cell === "string" ? onOneLine(cell) : cell,
    ),
  );
  const columns = ["unit", "year", "figure", "locked", "now"];
  return Buffer.from(stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: "\r\n" }));
}
