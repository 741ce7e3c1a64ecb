import { publicCsv, publicStatistics } from "../../shared/domain/yearly/public-statistics.ts";
import type { YearReport } from "../../shared/domain/yearly/year-figures.ts";
import { canonicalJson } from "../../shared/report/figures-json.ts";
import type { ReportFile } from "../../shared/report/files.ts";

/** The city's figures for everybody, with small counts left out; they are shown when the year is locked. */
export function publicFiles({ year, figures, units }: YearReport): readonly ReportFile[] {
  const statistics = publicStatistics(year, figures, units);
  return [
    { name: "statistics.json", contentType: "application/json", bytes: Buffer.from(canonicalJson(statistics)) },
    { name: "statistics.csv", contentType: "text/csv; charset=utf-8", bytes: Buffer.from(publicCsv(statistics)) },
  ];
}
