import type { ShownFigure, ShownGroup } from "./year-view.ts";

/** A bar that stretches with the page while the text beside it does not. */
const Bar = ({ value, most, isNow }: { readonly value: number; readonly most: number; readonly isNow: boolean }) => (
  <svg class="intag-chart__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect
      class={isNow ? "intag-chart__now" : "intag-chart__before"}
      width={Math.round((value / most) * 10_000) / 100}
      height="10"
    />
  </svg>
);

const Line = ({
  year,
  value,
  words,
  most,
  isNow,
}: {
  readonly year: number;
  readonly value: number | null;
  readonly words: string;
  readonly most: number;
  readonly isNow: boolean;
}) => (
  <div class="intag-chart__line">
    <span class="intag-chart__year">{year}</span>
    {value === null ? (
      <span class="intag-chart__unknown">{words}</span>
    ) : (
      <Bar value={value} most={most} isNow={isNow} />
    )}
    {value !== null && <span class="intag-chart__value">{words}</span>}
  </div>
);

/**
 * Numbers as bars, one under the other, so that it is as readable on a phone as on a wide screen. To those who do not see it
 * it is one picture with all it says in words; the table is beside it.
 */
export const YearChart = ({
  group,
  year,
  beforeYear,
}: {
  readonly group: ShownGroup;
  readonly year: number;
  readonly beforeYear: number | null;
}) => {
  const shown = group.figures.filter(({ path }) => group.inChart.has(path));
  const valuesOf = ({ now, before }: ShownFigure) => [now ?? 0, beforeYear === null ? 0 : (before ?? 0)];
  const most = Math.max(1, ...shown.flatMap(valuesOf));
  return (
    <div class="intag-chart" role="img" aria-label={group.inWords}>
      {shown.map(({ path, name, now, before, words }) => (
        <div class="intag-chart__category" key={path}>
          <div class="intag-chart__name">{name}</div>
          <Line year={year} value={now} words={words.now} most={most} isNow />
          {beforeYear !== null && (
            <Line year={beforeYear} value={before} words={words.before} most={most} isNow={false} />
          )}
        </div>
      ))}
    </div>
  );
};
