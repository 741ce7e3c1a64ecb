import type { YearReport } from "../domain/yearly/year-figures.ts";
import { type Area, areas, marks } from "../domain/yearly/yearly-review.ts";
import { changeInWords, inLetters, numberInFigures } from "./answer-words.ts";
import { areaTexts, markNames, scaleTexts } from "./area-texts.ts";
import { asNowTable } from "./as-now-table.ts";
import { codeNames } from "./code-names.ts";
import {
  breachMeasures,
  consultationMeasures,
  countTable,
  type Measure,
  measureChart,
  measureTable,
  requestMeasures,
} from "./measures.ts";
import { answersOf } from "./questions.ts";
import { recommendationSource, recommendationTable } from "./recommendations.ts";
import type { Block, Chapter } from "./report-document.ts";
import { fromCases, fromReview } from "./sources.ts";
import { unitTable } from "./unit-table.ts";

const measuresNamed = (measures: readonly Measure[], figures: readonly string[]): readonly Measure[] =>
  measures.filter(({ figure }) => figures.includes(figure));

/** Stockholm's form: the six areas that are always reported, each with the same headings. */
export const sixAreas = (report: YearReport): readonly Chapter[] => [
  { heading: "1 Bakgrund", blocks: background(report) },
  { heading: "2 Sammanfattning och obligatoriska rapporteringsområden", blocks: summary(report) },
  ...areas.map((area) => areaChapter(report, area)),
  { heading: "9 Genomförda granskningar", blocks: reviewsDone(report) },
  { heading: "10 Sammanfattande rekommendationer", blocks: closing(report) },
];

const background = ({ cityName }: YearReport): readonly Block[] => [
  {
    kind: "paragraph",
    text: `Varje nämnd och bolagsstyrelse i ${cityName} har i enlighet med dataskyddsförordningen utnämnt ett Dataskyddsombud (”DSO”). Dataskyddsombudet har till uppgift att övervaka verksamhetens integritets- och dataskyddsregelefterlevnad samt att ge rekommendationer och rapportera direkt till högsta förvaltningsnivå.`,
  },
  {
    kind: "paragraph",
    text: "Dataskyddsförordningen bygger på grundläggande principer och en av dessa principer är ansvarsskyldigheten. Den innebär att nämnd eller bolagsstyrelse ska kunna visa att verksamheten efterlever dataskyddsförordningen. Årsrapporten är en mycket viktig del av denna dokumenteringsskyldighet. Årsrapporten är även ett medel för nämnds/bolagsstyrelsens uppföljning och styrning av verksamhetens systematiska integritets- och dataskyddsarbete.",
  },
];

const summary = (report: YearReport): readonly Block[] => {
  const review = report.figures.review;
  return [
    {
      kind: "paragraph",
      text: "Denna årsrapport spänner över sex obligatoriska rapporteringsområden som Personuppgiftsansvarig, i fortsättningen kallad PUA, som ett minimum ska informera sig om årligen för att kunna anses leda och styra dataskyddsarbetet så som dataskyddsförordningen avser.",
    },
    {
      kind: "paragraph",
      text: "De obligatoriska rapporteringsområdena är registerförteckning, styrdokument, tekniska och organisatoriska åtgärder för personuppgiftsbehandlingar, konsekvensbedömningar, individens rättigheter och personuppgiftsincidenter.",
    },
    {
      kind: "table",
      caption: `De sex områdena i korthet ${report.year}`,
      columns: ["Område", "Bedömning"],
      rows: areas.map((area) => {
        const given = marks.filter((mark) => review?.marks[area]?.includes(mark));
        return [
          `${areaTexts[area].number} ${areaTexts[area].heading}`,
          given.length === 0 ? "Inte bedömt" : given.map((mark) => markNames[mark]).join(" och "),
        ];
      }),
      source: review === null ? null : "Källa: dataskyddsombudets bedömning i årsuppföljningen. Figur: review.marks.",
    },
    { kind: "to-write", about: "Sammanfatta årets viktigaste slutsatser." },
  ];
};

const areaChapter = (report: YearReport, area: Area): Chapter => {
  const { number, heading, purpose, assessment } = areaTexts[area];
  const review = report.figures.review;
  return {
    heading: `${number} ${heading}`,
    blocks: [
      { kind: "heading", level: 2, text: `${number}.1 Sammanfattning` },
      { kind: "answers", rows: answersOf(report, area) },
      { kind: "heading", level: 2, text: `${number}.2 Syfte` },
      ...purpose.map((text): Block => ({ kind: "paragraph", text })),
      { kind: "heading", level: 2, text: `${number}.3 Resultat` },
      ...results[area](report),
      { kind: "to-write", about: "Beskriv resultatet: vad har hänt under året, och varför?" },
      { kind: "heading", level: 3, text: `${number}.3.1 ${assessment}` },
      {
        kind: "scale",
        steps: marks.map((mark) => ({
          mark,
          text: scaleTexts[mark],
          chosen: review?.marks[area]?.includes(mark) ?? false,
        })),
        comment: review?.comments[area] ?? null,
      },
      ...recommendationTable(report, [area]),
      { kind: "to-write", about: "Skriv bedömning och rekommendationer." },
    ],
  };
};

/** What can be said of each area from the figures alone. */
const results: Readonly<Record<Area, (report: YearReport) => readonly Block[]>> = {
  records: (report) => {
    const { review, previous } = report.figures;
    if (review === null || review.records.count === null) return [];
    const { count, riskCount } = review.records;
    const of = riskCount === null ? "" : `, ${inLetters(riskCount)} av dem är riskregistreringar`;
    const before = previous?.review?.records;
    return [
      said(
        report,
        `Det finns ${numberInFigures(count)} personuppgiftsbehandlingar registrerade${of}.`,
        "review.records.count, review.records.riskCount",
      ),
      ...moved(
        report,
        "Antalet registreringar",
        changeInWords(count, before?.count, report.year - 1),
        "change.review.records.count",
      ),
      ...moved(
        report,
        "Antalet riskregistreringar",
        changeInWords(riskCount, before?.riskCount, report.year - 1),
        "change.review.records.riskCount",
      ),
    ];
  },
  policies: () => [],
  measures: (report) => {
    const { review, previous } = report.figures;
    const now = review?.measures.classified ?? null;
    if (now === null) return [];
    return [
      said(
        report,
        `${numberInFigures(now)} informationsklassningar har genomförts under ${report.year}.`,
        "review.measures.classified",
      ),
      ...moved(
        report,
        "Antalet",
        changeInWords(now, previous?.review?.measures.classified, report.year - 1),
        "change.review.measures.classified",
      ),
    ];
  },
  dpias: () => [],
  rights: (report) => [
    ...sumOf(report),
    measureTable(report, "Begäran från registrerade", requestMeasures),
    ...measureChart(
      report,
      "Begäran från registrerade",
      measuresNamed(requestMeasures, ["requests.received", "requests.answeredWithin30Days", "requests.answeredInTime"]),
    ),
    ...countTable(
      report,
      "Begäran per rättighet",
      codeNames.rights,
      "requests.byRight",
      ({ requests }) => requests.byRight,
    ),
    ...countTable(
      report,
      "Begäran per utfall",
      codeNames.outcomes,
      "requests.byOutcome",
      ({ requests }) => requests.byOutcome,
    ),
    ...countTable(
      report,
      "Begäran per väg in",
      codeNames.channels,
      "requests.byChannel",
      ({ requests }) => requests.byChannel,
    ),
  ],
  breaches: (report) => [
    measureTable(report, "Personuppgiftsincidenter", breachMeasures),
    ...measureChart(
      report,
      "Personuppgiftsincidenter",
      measuresNamed(breachMeasures, [
        "breaches.documented",
        "breaches.notifiedToAuthority",
        "breaches.subjectsInformed",
        "breaches.neither",
      ]),
    ),
    ...countTable(
      report,
      "Incidenter per kategori",
      codeNames.categories,
      "breaches.byCategory",
      ({ breaches }) => breaches.byCategory,
    ),
    ...countTable(
      report,
      "Incidenter per orsak",
      codeNames.causes,
      "breaches.byCause",
      ({ breaches }) => breaches.byCause,
    ),
    ...countTable(report, "Vad som hände", codeNames.kinds, "breaches.byKind", ({ breaches }) => breaches.byKind),
  ],
};

const said = (report: YearReport, text: string, figure: string): Block => ({
  kind: "paragraph",
  text,
  source: fromReview(report, figure),
});

const moved = (report: YearReport, what: string, change: string | null, figure: string): readonly Block[] =>
  change === null ? [] : [said(report, `${what}: ${change}.`, figure)];

/** Received = open + each outcome, printed so that anybody can check it. */
const sumOf = (report: YearReport): readonly Block[] => {
  const { received, open, byOutcome } = report.figures.requests;
  if (received === null || open === null) return [];
  const closed = Object.values(byOutcome).reduce((sum, count) => sum + count, 0);
  if (received !== open + closed) return [];
  return [
    {
      kind: "paragraph",
      text: `Inkomna ${numberInFigures(received)} = öppna ${numberInFigures(open)} + avslutade ${numberInFigures(closed)}.`,
      source: fromCases(report, "requests.received", "requests.open", "requests.byOutcome"),
    },
  ];
};

const reviewsDone = (report: YearReport): readonly Block[] => [
  { kind: "heading", level: 2, text: "9.1 Granskningar under året" },
  { kind: "to-write", about: "Beskriv de granskningar som har genomförts." },
  { kind: "heading", level: 2, text: "9.2 Frågor där dataskyddsombudet har involverats" },
  measureTable(report, "Frågor till dataskyddsombudet", consultationMeasures),
  ...countTable(
    report,
    "Vad frågorna gällde",
    codeNames.consultations,
    "consultations.byKind",
    ({ consultations }) => consultations.byKind,
  ),
  ...unitTable(report, "9.3 Nämnder och bolag"),
  ...asNowTable(report, "9.3 Verksamheten som den är i dag"),
];

const closing = (report: YearReport): readonly Block[] => {
  const given = report.figures.review?.recommendations ?? [];
  return [
    {
      kind: "paragraph",
      text: "Sammanfattningsvis bör nämnden och förvaltningsledningen säkerställa att",
      ...(given.length === 0 ? {} : { source: recommendationSource }),
    },
    ...(given.length === 0 ? [] : [{ kind: "bullets", items: given.map(({ text }) => text) } as const]),
    { kind: "to-write", about: "Lägg till eller ändra rekommendationer." },
  ];
};
