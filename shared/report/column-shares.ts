/** Room for a cell's edges, in letters. */
const edges = 5;

const longestWord = (texts: readonly string[]): number =>
  Math.max(...texts.flatMap((text) => text.split(/[\s-]/)).map(({ length }) => length), 1);

/**
 * How a table of many columns divides the page: each column by its longest word, so that no word is broken. Parts of 1.
 */
export function columnShares(columns: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const wide = columns.map((name, at) => longestWord([name, ...rows.map((row) => row[at] ?? "")]) + edges);
  const all = wide.reduce((sum, each) => sum + each, 0);
  return wide.map((each) => each / all);
}
