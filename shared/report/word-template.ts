import { type IPatch, PatchType, patchDetector, patchDocument } from "docx";
import type { YearFigures, YearReport } from "../domain/yearly/year-figures.ts";
import { areas } from "../domain/yearly/yearly-review.ts";
import { unknownAnswer } from "./answer-words.ts";
import { codeNames } from "./code-names.ts";
import { rowsOf } from "./figure-rows.ts";
import { answersOf } from "./questions.ts";
import { stableZip } from "./stable-zip.ts";
import { runs } from "./word-blocks.ts";

/**
 * A city's own Word document with the year filled in. Where it says `{{figur.requests.received}}` stands the number,
 * where `{{svar.rights.2}}` the answer to the area's second question, and `{{år}}`, `{{stad}}`, `{{nämnd}}` stand for
 * themselves. What is not known, and what the year has no such figure of, is "Uppgift saknas". Nothing else in the
 * document is touched.
 *
 * @throws when the template is not a Word document
 */
export async function fillTemplate(template: Uint8Array, report: YearReport): Promise<Uint8Array> {
  const known = fillings(report);
  const places = (await patchDetector({ data: template, trimPlaceholders: true })).filter(
    (name) => known.has(name) || /^((förra\.)?figur|svar)\./.test(name),
  );
  const filled = await patchDocument({
    outputType: "uint8array",
    data: template,
    patches: Object.fromEntries(places.map((name) => [name, written(known.get(name) ?? unknownAnswer)])),
    trimPlaceholders: true,
  });
  return stableZip(filled);
}

const written = (text: string): IPatch => ({ type: PatchType.PARAGRAPH, children: runs(text) });

/** What is counted by code: a code that was not counted is a 0 where anything was, and unknown where nothing was. */
const groupings = [
  ["requests.received", "requests.byRight", codeNames.rights],
  ["requests.received", "requests.byOutcome", codeNames.outcomes],
  ["requests.received", "requests.byChannel", codeNames.channels],
  ["breaches.documented", "breaches.byKind", codeNames.kinds],
  ["breaches.documented", "breaches.byCategory", codeNames.categories],
  ["breaches.documented", "breaches.byCause", codeNames.causes],
  ["breaches.documented", "breaches.byDiscovery", codeNames.discovery],
  ["consultations.total", "consultations.byKind", codeNames.consultations],
] as const;

/** A year's figures by their paths, as they are written. */
function figuresIn(figures: YearFigures): ReadonlyMap<string, string> {
  const counted = new Map(rowsOf(figures).map(({ figure, value }) => [figure, value]));
  const none = groupings
    .filter(([whole]) => typeof counted.get(whole) === "number")
    .flatMap(([, grouping, names]) => Object.keys(names).map((code): [string, string] => [`${grouping}.${code}`, "0"]));
  return new Map([
    ...none,
    ...counted
      .entries()
      .map(([figure, value]): [string, string] => [figure, value === null ? unknownAnswer : String(value)]),
  ]);
}

const fillings = (report: YearReport): ReadonlyMap<string, string> => {
  const { figures } = report;
  const named = (prefix: string, texts: ReadonlyMap<string, string>) =>
    [...texts].map(([figure, text]): [string, string] => [`${prefix}.${figure}`, text]);
  return new Map([
    ["år", String(report.year)],
    ["stad", report.cityName],
    ["nämnd", report.unit?.name ?? report.cityName],
    ...named("figur", figuresIn(figures)),
    ...(figures.previous === null ? [] : named("förra.figur", figuresIn(figures.previous))),
    ...areas.flatMap((area) =>
      answersOf(report, area).map(({ answer }, at): [string, string] => [`svar.${area}.${at + 1}`, answer]),
    ),
  ]);
};
