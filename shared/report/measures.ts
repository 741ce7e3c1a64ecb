import type { CaseFigures, Counts, Known } from "../domain/yearly/figures.ts";
import type { YearFigures, YearReport } from "../domain/yearly/year-figures.ts";
import { changeInWords, known, unknownAnswer } from "./answer-words.ts";
import { nameIn } from "./code-names.ts";
import type { Block, Chart } from "./report-document.ts";
import { fromCases } from "./sources.ts";

/** A number of the year with its name and its path in the figures. */
export interface Measure {
  readonly name: string;
  readonly figure: string;
  readonly of: (figures: CaseFigures) => Known;
}

export const requestMeasures: readonly Measure[] = [
  {
    name: "Inkomna begäran",
    figure: "requests.received",
    of: ({ requests }) => requests.received,
  },
  {
    name: "Besvarade inom 30 dagar",
    figure: "requests.answeredWithin30Days",
    of: ({ requests }) => requests.answeredWithin30Days,
  },
  {
    name: "Besvarade inom lagens tid",
    figure: "requests.answeredInTime",
    of: ({ requests }) => requests.answeredInTime,
  },
  {
    name: "Förlängd svarstid",
    figure: "requests.extended",
    of: ({ requests }) => requests.extended,
  },
  {
    name: "Vidarebefordrade",
    figure: "requests.forwarded",
    of: ({ requests }) => requests.forwarded,
  },
  {
    name: "Öppna",
    figure: "requests.open",
    of: ({ requests }) => requests.open,
  },
  {
    name: "Dagar till svar (median)",
    figure: "requests.medianDays",
    of: ({ requests }) => requests.medianDays,
  },
];

export const breachMeasures: readonly Measure[] = [
  {
    name: "Dokumenterade incidenter",
    figure: "breaches.documented",
    of: ({ breaches }) => breaches.documented,
  },
  {
    name: "Anmälda till IMY",
    figure: "breaches.notifiedToAuthority",
    of: ({ breaches }) => breaches.notifiedToAuthority,
  },
  {
    name: "Anmälda inom 72 timmar",
    figure: "breaches.notifiedInTime",
    of: ({ breaches }) => breaches.notifiedInTime,
  },
  {
    name: "Berörda personer informerade",
    figure: "breaches.subjectsInformed",
    of: ({ breaches }) => breaches.subjectsInformed,
  },
  {
    name: "Varken eller",
    figure: "breaches.neither",
    of: ({ breaches }) => breaches.neither,
  },
  {
    name: "Med handlingsplan",
    figure: "breaches.withActionPlan",
    of: ({ breaches }) => breaches.withActionPlan,
  },
];

export const consultationMeasures: readonly Measure[] = [
  {
    name: "Frågor till dataskyddsombudet",
    figure: "consultations.total",
    of: ({ consultations }) => consultations.total,
  },
  {
    name: "Innan behandlingen startade",
    figure: "consultations.beforeStart",
    of: ({ consultations }) => consultations.beforeStart,
  },
  {
    name: "Efter att behandlingen startat",
    figure: "consultations.afterStart",
    of: ({ consultations }) => consultations.afterStart,
  },
];

/** The measures as a table; with the year before beside them where there is one. */
export const measureTable = (report: YearReport, caption: string, measures: readonly Measure[]): Block => {
  const { figures, year } = report;
  const previous = measures.some(({ of }) => figures.previous !== null && of(figures.previous) !== null)
    ? figures.previous
    : null;
  return {
    kind: "table",
    caption: `${caption} ${year}`,
    columns: ["Mått", String(year), ...(previous === null ? [] : [String(previous.year), "Förändring"])],
    rows: measures.map(({ name, of }) => [
      name,
      known(of(figures)),
      ...(previous === null ? [] : [known(of(previous)), changed(of(figures), of(previous), previous.year)]),
    ]),
    source: fromCases(report, ...measures.map(({ figure }) => figure)),
  };
};

/** "192 fler", "oförändrat"; the years stand in the headings. A dash where either year is unknown. */
const changed = (now: Known, before: Known, year: number): string =>
  changeInWords(now, before, year)
    ?.replace(/ än .*/, "")
    .replace(/^lika .*/, "oförändrat") ?? "–";

/** How many of each code, most first; nothing where nothing was counted. */
export const countTable = (
  report: YearReport,
  caption: string,
  names: Readonly<Record<string, string>>,
  figure: string,
  of: (figures: YearFigures) => Counts,
): readonly Block[] => {
  const { previous, year } = report.figures;
  const now = of(report.figures);
  const before = previous === null ? {} : of(previous);
  const codes = [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(
    (a, b) => (now[b] ?? 0) - (now[a] ?? 0) || (a < b ? -1 : 1),
  );
  if (Object.keys(now).length === 0) return [];
  // The counts of a year that has none at all are not known; in a year that has some, a code without one was not met.
  const yearBefore = previous !== null && Object.keys(before).length > 0 ? previous.year : null;
  return [
    {
      kind: "table",
      caption: `${caption} ${year}`,
      columns: ["", String(year), ...(yearBefore === null ? [] : [String(yearBefore)])].map((name, at) =>
        at === 0 ? "Slag" : name,
      ),
      rows: codes.map((code) => [
        nameIn(names, code),
        known(now[code] ?? 0),
        ...(yearBefore === null ? [] : [known(before[code] ?? 0)]),
      ]),
      source: fromCases(report, figure),
    },
  ];
};

/** The known measures as a chart, the year before beside where it is known; nothing where no value of the year is. */
export const measureChart = (
  { figures }: YearReport,
  title: string,
  measures: readonly Measure[],
): readonly Block[] => {
  const shown = measures.filter(({ of }) => of(figures) !== null);
  if (shown.length === 0) return [];
  const series = [...(figures.previous === null ? [] : [figures.previous]), figures]
    .map((each) => ({ name: String(each.year), values: shown.map(({ of }) => of(each)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  return [
    { kind: "chart", chart: { title: `${title} ${figures.year}`, categories: shown.map(({ name }) => name), series } },
  ];
};

/** What a chart shows in one sentence, for those who do not see it. */
export const chartInWords = ({ title, categories, series }: Chart): string =>
  `Stapeldiagram: ${title}. ${series
    .map(
      ({ name, values }) =>
        `${name}: ${categories
          .map((category, at) => `${category} ${known(values[at] ?? null).replace(unknownAnswer, "uppgift saknas")}`)
          .join(", ")}.`,
    )
    .join(" ")}`;
