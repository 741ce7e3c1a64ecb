import type { YearReport } from "../domain/yearly/year-figures.ts";
import { known, shareInWords } from "./answer-words.ts";
import type { Block } from "./report-document.ts";
import { fromCases } from "./sources.ts";

/** Each unit of the city on a row, so that differences between them are seen; nothing in a unit's own report. */
export const unitTable = (report: YearReport, heading: string): readonly Block[] => {
  if (report.unit !== null || report.units.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: heading },
    {
      kind: "table",
      caption: `Nämnder och bolag ${report.year}`,
      columns: ["Nämnd eller bolag", "Begäran", "Inom 30 dagar", "Incidenter", "Till IMY", "I tid till IMY", "Frågor"],
      rows: report.units.map(({ name, figures: { requests, breaches, consultations } }) => [
        name,
        known(requests.received),
        shareInWords(requests.answeredWithin30Days, requests.received),
        known(breaches.documented),
        known(breaches.notifiedToAuthority),
        shareInWords(breaches.notifiedInTime, breaches.notifiedToAuthority),
        known(consultations.total),
      ]),
      source: fromCases(
        report,
        "requests.received",
        "requests.answeredWithin30Days",
        "breaches.documented",
        "breaches.notifiedToAuthority",
        "breaches.notifiedInTime",
        "consultations.total",
      ),
    },
  ];
};
