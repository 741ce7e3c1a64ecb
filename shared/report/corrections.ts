import { stringify } from "csv-stringify/sync";
import type { YearFigures } from "../domain/yearly/year-figures.ts";
import { rowsOf } from "./figure-rows.ts";

/**
 * What a unit's figures say today otherwise than when the year was locked, as open data; undefined when nothing does.
 *
 * @param then the figures it was locked with; undefined for a unit that had nothing to show then
 */
export function correctionsCsv(now: YearFigures, then: YearFigures | undefined): Uint8Array | undefined {
  const before = new Map((then === undefined ? [] : rowsOf(then)).map(({ figure, value }) => [figure, value]));
  const after = new Map(rowsOf(now).map(({ figure, value }) => [figure, value]));
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .filter((figure) => (before.get(figure) ?? null) !== (after.get(figure) ?? null));
  if (changed.length === 0) return undefined;
  const rows = changed.map((figure) => [
    now.unit ?? "",
    now.year,
    figure,
    before.get(figure) ?? null,
    after.get(figure) ?? null,
  ]);
  const columns = ["unit", "year", "figure", "locked", "now"];
  return Buffer.from(stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: "\r\n" }));
}
