import type { UnitId } from "../../../shared/domain/city.ts";
import { behind } from "../../../shared/domain/yearly/behind.ts";
import { definitionOf } from "../../../shared/domain/yearly/definitions.ts";
import type { Counts, Known } from "../../../shared/domain/yearly/figures.ts";
import type { YearFigures } from "../../../shared/domain/yearly/year-figures.ts";
import { yearAddresses } from "../../../shared/pages/staff/year-addresses.ts";
import type { ShownFigure, ShownGroup, ShownTile, StatisticsView } from "../../../shared/pages/staff/year-view.ts";
import { known, numberInFigures, unknownAnswer } from "../../../shared/report/answer-words.ts";
import { codeNames, nameIn } from "../../../shared/report/code-names.ts";
import {
  breachMeasures,
  consultationMeasures,
  type Measure,
  requestMeasures,
} from "../../../shared/report/measures.ts";

type Names = Readonly<Record<string, string>>;

interface Grouping {
  readonly path: string;
  readonly heading: string;
  readonly names: Names;
  readonly of: (figures: YearFigures) => Counts;
}

const groupings = {
  requests: [
    {
      path: "requests.byRight",
      heading: "Vad begärandena gällde",
      names: codeNames.rights,
      of: ({ requests }) => requests.byRight,
    },
    {
      path: "requests.byOutcome",
      heading: "Hur begärandena slutade",
      names: codeNames.outcomes,
      of: ({ requests }) => requests.byOutcome,
    },
    {
      path: "requests.byChannel",
      heading: "Hur begärandena kom in",
      names: codeNames.channels,
      of: ({ requests }) => requests.byChannel,
    },
  ],
  breaches: [
    {
      path: "breaches.byCategory",
      heading: "Slag av incident",
      names: codeNames.categories,
      of: ({ breaches }) => breaches.byCategory,
    },
    {
      path: "breaches.byKind",
      heading: "Vad som hände",
      names: codeNames.kinds,
      of: ({ breaches }) => breaches.byKind,
    },
    {
      path: "breaches.byCause",
      heading: "Varför det hände",
      names: codeNames.causes,
      of: ({ breaches }) => breaches.byCause,
    },
    {
      path: "breaches.byDiscovery",
      heading: "Vem som upptäckte det",
      names: codeNames.discovery,
      of: ({ breaches }) => breaches.byDiscovery,
    },
  ],
  consultations: [
    {
      path: "consultations.byKind",
      heading: "Vad frågorna gällde",
      names: codeNames.consultations,
      of: ({ consultations }) => consultations.byKind,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Grouping[]>>;

const sections = [
  { id: "requests", heading: "Begäranden", first: "Begäranden i siffror", measures: requestMeasures },
  { id: "breaches", heading: "Personuppgiftsincidenter", first: "Incidenter i siffror", measures: breachMeasures },
  {
    id: "consultations",
    heading: "Frågor till dataskyddsombudet",
    first: "Frågor i siffror",
    measures: consultationMeasures,
  },
] as const;

/** What does not stand in a chart of numbers of cases: it is counted in days. */
const inDays = "requests.medianDays";

/** A code that says that nobody knows is said as everywhere else. */
const nameOfCode = (names: Names, code: string): string => (code === "unknown" ? unknownAnswer : nameIn(names, code));

const changeOf = (now: Known, before: Known): string => {
  if (now === null || before === null) return unknownAnswer;
  const difference = now - before;
  if (difference === 0) return "0";
  return difference > 0 ? `+${numberInFigures(difference)}` : `−${numberInFigures(-difference)}`;
};

/** Whose year is shown, and to whom. */
export interface Showing {
  readonly figures: YearFigures;
  readonly unit: UnitId | null;
  /** Whether they see cases at all: the central function reads numbers. */
  readonly seesCases: boolean;
}

const casesAt = ({ figures, unit, seesCases }: Showing, path: string, now: Known): string | null =>
  seesCases && now !== null && now > 0 && behind(path) !== undefined
    ? yearAddresses.cases(figures.year, unit, path)
    : null;

const figureOf = (showing: Showing, path: string, name: string, now: Known, before: Known): ShownFigure => ({
  path,
  name,
  definition: definitionOf(path)?.sv ?? "",
  now,
  before,
  words: { now: known(now), before: known(before), change: changeOf(now, before) },
  cases: casesAt(showing, path, now),
});

const sentence = (heading: string, { figures }: Showing, shown: readonly ShownFigure[]): string =>
  [
    `Stapeldiagram: ${heading}.`,
    `${figures.year}: ${shown.map(({ name, words }) => `${name} ${words.now.toLowerCase()}`).join(", ")}.`,
    ...(figures.previous === null
      ? []
      : [
          `${figures.previous.year}: ${shown.map(({ name, words }) => `${name} ${words.before.toLowerCase()}`).join(", ")}.`,
        ]),
  ].join(" ");

const idOf = (path: string): string => path.replaceAll(".", "-").toLowerCase();

function measureGroup(showing: Showing, id: string, heading: string, measures: readonly Measure[]): ShownGroup {
  const { figures } = showing;
  const shown = measures.map(({ name, figure, of }) =>
    figureOf(showing, figure, name, of(figures), figures.previous === null ? null : of(figures.previous)),
  );
  const charted = shown.filter(({ path }) => path !== inDays);
  // Nothing is known: a chart of nothing says nothing that the table does not.
  const inChart = charted.every(({ now }) => now === null) ? [] : charted;
  return {
    id: `${id}-matt`,
    heading,
    figures: shown,
    inChart: new Set(inChart.map(({ path }) => path)),
    inWords: sentence(heading, showing, inChart),
    definition: null,
  };
}

/** How many of each code, most first. Nothing where neither year counted any. */
function codeGroup(showing: Showing, { path, heading, names, of }: Grouping, isKnown: boolean): readonly ShownGroup[] {
  const { figures } = showing;
  const now = of(figures);
  const before = figures.previous === null ? {} : of(figures.previous);
  const codes = [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(
    (a, b) => (now[b] ?? 0) - (now[a] ?? 0) || (a < b ? -1 : 1),
  );
  if (codes.length === 0) return [];
  // A year that counted no code at all did not know them; in a year that counted some, a code without a number was not met.
  const inYear = (counts: Counts, code: string, isYearKnown: boolean): Known =>
    isYearKnown || Object.keys(counts).length > 0 ? (counts[code] ?? 0) : null;
  const shown = codes.map((code) =>
    figureOf(
      showing,
      `${path}.${code}`,
      nameOfCode(names, code),
      inYear(now, code, isKnown),
      inYear(before, code, false),
    ),
  );
  return [
    {
      id: idOf(path),
      heading,
      figures: shown,
      inChart: new Set(shown.map((figure) => figure.path)),
      inWords: sentence(heading, showing, shown),
      definition: definitionOf(path)?.sv ?? null,
    },
  ];
}

/** The year's sections: each number with the year before, its definition and its chart. */
export const sectionsOf = (showing: Showing): StatisticsView["sections"] =>
  sections.map(({ id, heading, first, measures }) => ({
    id,
    heading,
    groups: [
      measureGroup(showing, id, first, measures),
      ...groupings[id].flatMap((grouping) =>
        codeGroup(showing, grouping, measures[0] !== undefined && measures[0].of(showing.figures) !== null),
      ),
    ],
  }));

/** "7 av 9"; a part that is not known is not one of anything. */
const shareOf = (part: Known, whole: Known): string =>
  part === null || whole === null ? unknownAnswer : `${numberInFigures(part)} av ${numberInFigures(whole)}`;

const definitionsOf = (...paths: readonly string[]): string =>
  paths
    .map((path) => definitionOf(path)?.sv)
    .filter((each) => each !== undefined)
    .join(" ");

/** The four numbers that are seen first. */
export function tilesOf(showing: Showing): readonly ShownTile[] {
  const { figures } = showing;
  const { previous } = figures;
  const tile = (
    label: string,
    path: string,
    value: (of: YearFigures) => Known,
    words: (of: YearFigures) => string,
    ...alsoDefined: readonly string[]
  ): ShownTile => ({
    id: idOf(path),
    label,
    words: words(figures),
    before: previous === null ? null : `${previous.year}: ${words(previous)}`,
    definition: definitionsOf(path, ...alsoDefined),
    cases: casesAt(showing, path, value(figures)),
  });
  const received = ({ requests }: YearFigures) => requests.received;
  const inTime = ({ requests }: YearFigures) => requests.answeredInTime;
  const documented = ({ breaches }: YearFigures) => breaches.documented;
  const notified = ({ breaches }: YearFigures) => breaches.notifiedInTime;
  return [
    tile("Begäranden", "requests.received", received, (of) => known(received(of))),
    tile(
      "Besvarade inom en månad, eller förlängd tid",
      "requests.answeredInTime",
      inTime,
      (of) => shareOf(inTime(of), received(of)),
      "requests.received",
    ),
    tile("Incidenter", "breaches.documented", documented, (of) => known(documented(of))),
    tile(
      "Anmälda till IMY i tid",
      "breaches.notifiedInTime",
      notified,
      (of) => shareOf(notified(of), of.breaches.notifiedToAuthority),
      "breaches.notifiedToAuthority",
    ),
  ];
}

/** A unit that others have become part of: its numbers as they were, and with theirs. */
export const asNowOf = (figures: YearFigures): StatisticsView["asNow"] => {
  const { asNow } = figures;
  if (asNow === null) return [];
  return [...requestMeasures, ...breachMeasures, ...consultationMeasures].map(({ name, of }) => ({
    name,
    was: known(of(figures)),
    now: known(of(asNow)),
  }));
};

const reviewNames: Names = {
  "review.records.count": "Årsuppföljningen: antal behandlingar",
  "review.records.riskCount": "Årsuppföljningen: riskregistreringar",
  "review.measures.classified": "Årsuppföljningen: informationsklassade",
};

/** What a figure is called, by its path; a path that has no name of its own is named as it is. */
export function nameOfFigure(path: string): string {
  const measure = sections.flatMap(({ measures }) => measures).find(({ figure }) => figure === path);
  if (measure !== undefined) return measure.name;
  const all: readonly Grouping[] = Object.values(groupings).flat();
  const grouping = all.find((each) => path.startsWith(`${each.path}.`));
  if (grouping !== undefined)
    return `${grouping.heading}: ${nameOfCode(grouping.names, path.slice(grouping.path.length + 1)).toLowerCase()}`;
  if (path === "breaches.dismissed") return "Avskrivna rapporter";
  return reviewNames[path] ?? (path.startsWith("review.") ? `Årsuppföljningen: ${path.slice(7)}` : path);
}
