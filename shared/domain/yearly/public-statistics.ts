import type { UnitId } from "../city.ts";
import type { CaseFigures, Counts, Known } from "./figures.ts";
import { type Cell, isSmall, leftOut, mayShowPart } from "./suppression.ts";

/**
 * One number that everybody may read. `figure` is its place in the figures (`requests.byRight`), `code` the stored code in
 * a grouping, `unit` a unit's id or null for the whole city. A number that is left out says so, and never how large it is.
 */
export interface PublicRow {
  readonly figure: string;
  readonly code: string | null;
  readonly unit: UnitId | null;
  readonly value: number | null;
  readonly status: "shown" | "left-out" | "not-known";
}

export interface PublicStatistics {
  readonly year: number;
  readonly rows: readonly PublicRow[];
}

const row = (figure: string, value: Known, isShown: boolean, more: Partial<PublicRow> = {}): PublicRow => ({
  figure,
  code: null,
  unit: null,
  value: isShown ? value : null,
  status: value === null ? "not-known" : isShown ? "shown" : "left-out",
  ...more,
});

/** The parts of a total; when the total is left out, or all parts must be, not even their names are shown. */
const parts = (
  figure: string,
  total: Known,
  cells: readonly Cell[],
  rowOf: (cell: Cell, isShown: boolean) => PublicRow | undefined,
): readonly PublicRow[] => {
  if (total === null || isSmall(total)) return [];
  const hidden = leftOut(cells);
  if (hidden === null) return [row(figure, 0, false)];
  return cells.flatMap((cell) => rowOf(cell, !hidden.has(cell.name)) ?? []);
};

const cellsOf = (counts: Counts): readonly Cell[] => Object.entries(counts).map(([name, count]) => ({ name, count }));

const grouping = (figure: string, total: Known, counts: Counts): readonly PublicRow[] =>
  parts(figure, total, cellsOf(counts), ({ name, count }, isShown) => row(figure, count, isShown, { code: name }));

/** A part of a total by itself. Where the total is left out, nothing is said of the part. */
const part = (figure: string, total: PublicRow, count: Known): readonly PublicRow[] => {
  if (total.value === null) return [];
  return [row(figure, count, count !== null && mayShowPart(count, total.value))];
};

/** Open and ended requests make up all that were received: they are left out together. */
const requestEnds = ({ received, open, byOutcome }: CaseFigures["requests"]): readonly PublicRow[] => {
  const figure = "requests.byOutcome";
  const cells = [{ name: "requests.open", count: open ?? 0 }, ...cellsOf(byOutcome)];
  return parts(figure, received, cells, ({ name, count }, isShown) =>
    name === "requests.open" ? row(name, open, isShown) : row(figure, count, isShown, { code: name }),
  );
};

/** To the authority, neither, and what is neither of the two, which is not shown but could be counted back. */
const breachEnds = ({ documented, notifiedToAuthority, neither }: CaseFigures["breaches"]): readonly PublicRow[] => {
  if (documented === null || notifiedToAuthority === null || neither === null) return [];
  const cells = [
    { name: "breaches.notifiedToAuthority", count: notifiedToAuthority },
    { name: "breaches.neither", count: neither },
    { name: "", count: documented - notifiedToAuthority - neither },
  ];
  return parts("breaches.notifiedToAuthority", documented, cells, ({ name, count }, isShown) =>
    name === "" ? undefined : row(name, count, isShown),
  );
};

interface UnitTotals {
  readonly id: UnitId;
  readonly figures: CaseFigures;
}

/** A total of each unit. What no unit has yet makes up the rest of the city's, and could be counted back. */
const unitTotals = (
  figure: string,
  city: CaseFigures,
  units: readonly UnitTotals[],
  of: (figures: CaseFigures) => Known,
): readonly PublicRow[] => {
  const total = of(city);
  const known = units.flatMap(({ id, figures }) => {
    const count = of(figures);
    return count === null ? [] : [{ name: id, count }];
  });
  const rest = (total ?? 0) - known.reduce((sum, { count }) => sum + count, 0);
  return parts(figure, total, [...known, { name: "", count: rest }], ({ name, count }, isShown) =>
    name === "" ? undefined : row(figure, count, isShown, { unit: name }),
  );
};

/**
 * A year's figures for everybody: the city's numbers and groupings, and of each unit how many of each kind of case. Small
 * counts are left out with as much beside them that they cannot be counted back. What happened is shown by category only:
 * kinds and categories beside each other would give each other away.
 */
export function publicStatistics(year: number, city: CaseFigures, units: readonly UnitTotals[]): PublicStatistics {
  const { requests, breaches, consultations } = city;
  const total = (figure: string, count: Known): PublicRow => row(figure, count, count !== null && !isSmall(count));
  const received = total("requests.received", requests.received);
  const documented = total("breaches.documented", breaches.documented);
  const asked = total("consultations.total", consultations.total);
  const ends = breachEnds(breaches);
  const notified = ends.find(({ figure }) => figure === "breaches.notifiedToAuthority");
  return {
    year,
    rows: [
      received,
      ...requestEnds(requests),
      ...part("requests.answeredInTime", received, requests.answeredInTime),
      ...part("requests.answeredWithin30Days", received, requests.answeredWithin30Days),
      ...part("requests.extended", received, requests.extended),
      ...grouping("requests.byRight", requests.received, requests.byRight),
      ...grouping("requests.byChannel", requests.received, requests.byChannel),
      documented,
      ...ends,
      ...(notified === undefined ? [] : part("breaches.notifiedInTime", notified, breaches.notifiedInTime)),
      ...part("breaches.subjectsInformed", documented, breaches.subjectsInformed),
      ...grouping("breaches.byCategory", breaches.documented, breaches.byCategory),
      ...grouping("breaches.byCause", breaches.documented, breaches.byCause),
      ...grouping("breaches.byDiscovery", breaches.documented, breaches.byDiscovery),
      asked,
      ...part("consultations.beforeStart", asked, consultations.beforeStart),
      ...grouping("consultations.byKind", consultations.total, consultations.byKind),
      ...unitTotals("requests.received", city, units, (figures) => figures.requests.received),
      ...unitTotals("breaches.documented", city, units, (figures) => figures.breaches.documented),
      ...unitTotals("consultations.total", city, units, (figures) => figures.consultations.total),
    ],
  };
}

const columns = ["year", "figure", "code", "unit", "value", "status"] as const;

/** The same as open data: comma, no BOM, CRLF (RFC 4180). Every cell is a number or a code of ours, so none needs quoting. */
export const publicCsv = ({ year, rows }: PublicStatistics): string =>
  [columns, ...rows.map(({ figure, code, unit, value, status }) => [year, figure, code, unit, value, status])]
    .map((cells) => `${cells.map((cell) => cell ?? "").join(",")}\r\n`)
    .join("");
