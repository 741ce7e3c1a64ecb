import { type IPatch, PatchType, patchDocument } from "docx";
import type { YearReport } from "../domain/yearly/year-figures.ts";
import { areas } from "../domain/yearly/yearly-review.ts";
import { unknownAnswer } from "./answer-words.ts";
import { figureRows } from "./figure-rows.ts";
import { answersOf } from "./questions.ts";
import { stableZip } from "./stable-zip.ts";
import { runs } from "./word-blocks.ts";

/**
 * A city's own Word document with the year filled in. Where it says `{{figur.requests.received}}` stands the number,
 * where `{{svar.rights.2}}` the answer to the area's second question, and `{{år}}`, `{{stad}}`, `{{nämnd}}` stand for
 * themselves. What is not known is "Uppgift saknas". Nothing else in the document is touched.
 *
 * @throws when the template is not a Word document
 */
export async function fillTemplate(template: Uint8Array, report: YearReport): Promise<Uint8Array> {
  const filled = await patchDocument({
    outputType: "uint8array",
    data: template,
    patches: Object.fromEntries([...fillings(report)].map(([name, text]) => [name, written(text)])),
    trimPlaceholders: true,
  });
  return stableZip(filled);
}

const written = (text: string): IPatch => ({ type: PatchType.PARAGRAPH, children: runs(text) });

const fillings = (report: YearReport): ReadonlyMap<string, string> => {
  const own = figureRows({ ...report, units: [] });
  const previous = report.figures.previous?.year;
  return new Map([
    ["år", String(report.year)],
    ["stad", report.cityName],
    ["nämnd", report.unit?.name ?? report.cityName],
    ...own.map(({ year, figure, value }): [string, string] => [
      `${year === previous ? "förra." : ""}figur.${figure}`,
      value === null ? unknownAnswer : String(value),
    ]),
    ...areas.flatMap((area) =>
      answersOf(report, area).map(({ answer }, at): [string, string] => [`svar.${area}.${at + 1}`, answer]),
    ),
  ]);
};
