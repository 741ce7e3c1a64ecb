import type { YearReport } from "../domain/yearly/year-figures.ts";
import { areas } from "../domain/yearly/yearly-review.ts";
import { areaTexts } from "./area-texts.ts";
import { asNowTable } from "./as-now-table.ts";
import { codeNames } from "./code-names.ts";
import {
  breachMeasures,
  consultationMeasures,
  countTable,
  measureChart,
  measureTable,
  requestMeasures,
} from "./measures.ts";
import { answersOf } from "./questions.ts";
import { followedUp, followUpTable, recommendationSource } from "./recommendations.ts";
import type { Block, Chapter } from "./report-document.ts";
import { unitTable } from "./unit-table.ts";

/** Göteborg's form: observations, what was looked into, how recommendations were followed, and what comes next. */
export const observations = (report: YearReport): readonly Chapter[] => {
  const { cityName, year } = report;
  return [
    { heading: "1 Dataskydd i kommunal verksamhet", blocks: [background] },
    { heading: `2 ${ofCity(cityName)} dataskyddsombud`, blocks: officer(report) },
    {
      heading: `3 Dataskyddsombudets iakttagelser ${year}`,
      blocks: [
        { kind: "heading", level: 2, text: "3.1 Verksamhetens dataskyddsarbete" },
        { kind: "to-write", about: "Beskriv samarbetet och de frågor som ni har arbetat med under året." },
        { kind: "heading", level: 2, text: "3.2 Särskilda iakttagelser" },
        { kind: "to-write", about: "Beskriv årets särskilda iakttagelser, en rubrik för varje." },
        { kind: "heading", level: 3, text: "3.2.1 Dataskyddsombudets involvering" },
        measureTable(report, "Frågor till dataskyddsombudet", consultationMeasures),
        ...countTable(
          report,
          "Vad frågorna gällde",
          codeNames.consultations,
          "consultations.byKind",
          ({ consultations }) => consultations.byKind,
        ),
        { kind: "to-write", about: "Har ombudet involverats i tid? Ge exempel." },
        { kind: "heading", level: 3, text: "3.2.2 De registrerades rättigheter" },
        measureTable(report, "Begäran från registrerade", requestMeasures),
        ...measureChart(report, "Begäran från registrerade", requestMeasures.slice(0, 3)),
        { kind: "heading", level: 3, text: "3.2.3 Personuppgiftsincidenter" },
        measureTable(report, "Personuppgiftsincidenter", breachMeasures),
        ...measureChart(report, "Personuppgiftsincidenter", breachMeasures.slice(0, 2)),
        ...unitTable(report, "3.3 Nämnder och bolag"),
        ...asNowTable(report, "3.3 Verksamheten som den är i dag"),
      ],
    },
    { heading: `4 Granskning av dataskyddsarbetet ${year}`, blocks: examination(report) },
    { heading: `5 Rekommenderade fokusområden ${year + 1}`, blocks: focusAreas(report) },
    {
      heading: "6 Bilagor",
      blocks: [
        { kind: "heading", level: 2, text: `Bilaga 1: Kontrollplan för dataskyddsarbetet ${year}–${year + 1}` },
        { kind: "to-write", about: "Lägg in kontrollplanen." },
        { kind: "heading", level: 2, text: `Bilaga 2: Uppgifter ${year}, område för område` },
        ...areas.flatMap((area): readonly Block[] => [
          { kind: "heading", level: 3, text: areaTexts[area].heading },
          { kind: "answers", rows: answersOf(report, area) },
        ]),
      ],
    },
  ];
};

/** The city's name in the genitive, which in Swedish adds no s to one. */
const ofCity = (name: string): string => (/[sxz]$/i.test(name) ? name : `${name}s`);

const background: Block = {
  kind: "paragraph",
  text: "Att få ta del av och hantera andra människors personliga uppgifter på ett sådant sätt som kommunala förvaltningar och bolag gör innebär att förvalta ett stort förtroende. Dataskyddsförordningen (GDPR) har tillkommit för att särskilt värna om den enskildes rätt till integritet och kontroll över vad som sker med ens personuppgifter.",
};

const officer = ({ year }: YearReport): readonly Block[] => [
  {
    kind: "paragraph",
    text: "Det är varje nämnd och bolag som är ytterst ansvarig för att dess verksamhet följer dataskyddslagstiftningen. Dataskyddsombudets viktigaste uppgift är att övervaka att stadens förvaltningar och bolag följer dataskyddslagstiftningen (artikel 39 i GDPR). Ombudet rapporterar varje år till högsta förvaltningsnivå (artikel 38.3 i GDPR).",
  },
  { kind: "heading", level: 2, text: `2.1 Stadenövergripande iakttagelser ${year}` },
  { kind: "to-write", about: "Beskriv det som gäller hela staden." },
];

const examination = (report: YearReport): readonly Block[] => {
  const { year } = report;
  const given = followedUp(report);
  const byArea = areas
    .map((area) => ({ area, of: given.filter((each) => each.area === area) }))
    .filter(({ of }) => of.length > 0);
  return [
    { kind: "heading", level: 2, text: `4.1 Fördjupad kontroll ${year}` },
    { kind: "to-write", about: "Beskriv årets fördjupade kontroll och vad den visade." },
    { kind: "heading", level: 2, text: "4.2 Uppföljning av lämnade rekommendationer" },
    {
      kind: "heading",
      level: 3,
      text: `4.2.1 Uppföljning av verksamhetens arbete med rekommenderade fokusområden ${year}`,
    },
    ...(byArea.length === 0
      ? [{ kind: "paragraph", text: "Det finns inga tidigare rekommendationer att följa upp." } as const]
      : byArea.flatMap(({ area, of }, at): readonly Block[] => [
          { kind: "heading", level: 3, text: `Fokusområde ${at + 1}: ${areaTexts[area].heading}` },
          followUpTable("Verksamheten gavs följande rekommendationer", of),
          { kind: "to-write", about: "Kommentarer och rekommendationer." },
        ])),
  ];
};

const focusAreas = (report: YearReport): readonly Block[] => {
  const given = report.figures.review?.recommendations ?? [];
  const byArea = areas
    .map((area) => ({ area, of: given.filter((each) => each.area === area) }))
    .filter(({ of }) => of.length > 0);
  return [
    {
      kind: "paragraph",
      text: `Dataskyddsombudet rekommenderar, utifrån gjorda iakttagelser och resultaten av uppföljningen, verksamheten att under ${report.year + 1} prioritera kontrollpunkterna nedan. Detta är områden som dataskyddsombudet särskilt kommer att följa upp under året.`,
      ...(byArea.length === 0 ? {} : { source: recommendationSource }),
    },
    ...byArea.flatMap(({ area, of }, at): readonly Block[] => [
      { kind: "heading", level: 2, text: `Kontrollpunkt ${at + 1}: ${areaTexts[area].heading}` },
      { kind: "bullets", items: of.map(({ text }) => text) },
    ]),
    { kind: "to-write", about: "Lägg till eller ändra kontrollpunkter." },
  ];
};
