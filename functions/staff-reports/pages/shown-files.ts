import type { UnitId } from "../../../shared/domain/city.ts";
import { yearAddresses } from "../../../shared/pages/staff/year-addresses.ts";
import type { ShownFile } from "../../../shared/pages/staff/year-view.ts";
import { numberInFigures } from "../../../shared/report/answer-words.ts";
import type { Edition } from "../../../shared/store/editions.ts";

/** The files in the order they are wanted, by the last part of their names. */
const labels = {
  "arsrapport-utkast.docx": "Utkast (Word)",
  "arsrapport.pdf": "Årsrapport (pdf)",
  "figures.xlsx": "Tabeller (Excel)",
  "figures.csv": "Rådata utan personuppgifter (csv)",
  "figures.json": "Rådata utan personuppgifter (JSON)",
  "figures-excel.csv": "Rådata för Excel (csv)",
  "arsrapport.html": "Årsrapport (webbsida)",
  "statistics.csv": "Öppen statistik, små tal utelämnade (csv)",
  "statistics.json": "Öppen statistik, små tal utelämnade (JSON)",
  "rattelser.csv": "Rättelser efter låsningen (csv)",
  "manifest.json": "Kontrollsummor för filerna (JSON)",
} as const satisfies Readonly<Record<string, string>>;

const sizeInWords = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} byte`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${numberInFigures(Math.round(bytes / 100_000) / 10)} MB`;
};

/** The files of a unit, or of the city, in an edition. */
export const filesShown = ({ year, files }: Edition, unit: UnitId | null): readonly ShownFile[] =>
  Object.entries(labels).flatMap(([last, label]) => {
    const file = files.find(({ name }) => name === `${unit ?? "city"}_${last}`);
    return file === undefined
      ? []
      : [{ label, size: sizeInWords(file.size), href: yearAddresses.file(year, file.name) }];
  });
