import type { ReportForm } from "../domain/city.ts";
import { dateInWords } from "../domain/date-in-words.ts";
import { instant, stockholmDate } from "../domain/instant.ts";
import type { YearReport } from "../domain/yearly/year-figures.ts";
import { observations } from "./observations.ts";
import type { ReportDocument } from "./report-document.ts";
import { sixAreas } from "./six-areas.ts";

const bodies: Readonly<Record<ReportForm, typeof sixAreas>> = { "six-areas": sixAreas, observations };

/** The year as a document in a city's form, from which every file of the report is written. */
export const documentOf = (report: YearReport, form: ReportForm): ReportDocument => {
  const { year, cityName, unit } = report;
  const lockedAt = report.lockedAt === null ? undefined : instant(report.lockedAt);
  return {
    title: `Årsrapport för dataskyddsarbetet ${year}`,
    cityName,
    about: unit?.name ?? cityName,
    year,
    cover: [
      ["Avser", unit?.name ?? `Hela ${cityName}`],
      ...(unit === null ? [] : [["Personuppgiftsansvarig", unit.controller] as const]),
      ["År", String(year)],
      [
        "Siffrorna",
        lockedAt === undefined
          ? "Inte låsta. De kan ännu ändras."
          : `Låsta ${dateInWords(stockholmDate(lockedAt), "sv")}. Senare ändringar syns som rättelser.`,
      ],
    ],
    chapters: bodies[form](report),
  };
};
