/** One bar, the figure reached, and whether it holds. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly bar: string;
  readonly figure: string;
  readonly holds: boolean;
}

export const atMost = (id: string, what: string, value: number, bar: number, unit = "", digits = 2): Figure => ({
  id,
  what,
  bar: `≤ ${bar}${unit}`,
  figure: `${value.toFixed(digits)}${unit}`,
  holds: value <= bar,
});

/** A figure that no bar is set for. */
export const told = (id: string, what: string, value: number, digits = 2): Figure => ({
  id,
  what,
  bar: "",
  figure: value.toFixed(digits),
  holds: true,
});

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ["", "what", "bar", "figure", ""],
    ...figures.map(({ id, what, bar, figure, holds }) => [
      id,
      what,
      bar,
      figure,
      bar === "" ? "told" : holds ? "holds" : "MISSED",
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
