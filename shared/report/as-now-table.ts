import type { YearReport } from "../domain/yearly/year-figures.ts";
import { known } from "./answer-words.ts";
import { breachMeasures, consultationMeasures, requestMeasures } from "./measures.ts";
import type { Block } from "./report-document.ts";
import { fromCases } from "./sources.ts";

/** A unit that others have become part of: its own figures, and those with theirs folded in; nothing for other units. */
export const asNowTable = (report: YearReport, heading: string): readonly Block[] => {
  const { asNow } = report.figures;
  if (asNow === null) return [];
  return [
    { kind: "heading", level: 2, text: heading },
    {
      kind: "table",
      caption: `Då och i dag, siffrorna för ${report.year}`,
      columns: ["Mått", "Då", "I dag"],
      rows: [...requestMeasures, ...breachMeasures, ...consultationMeasures].map(({ name, of }) => [
        name,
        known(of(report.figures)),
        known(of(asNow)),
      ]),
      source: fromCases(report, "asNow"),
    },
  ];
};
