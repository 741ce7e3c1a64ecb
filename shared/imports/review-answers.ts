import type { CivilDate } from "../domain/civil-date.ts";
import type { Language, Text } from "../domain/language.ts";
import type { YearlyReview } from "../domain/yearly/yearly-review.ts";
import { proposedAnswers, type RecordFindings } from "./record-of-processing.ts";

type Lack = "withoutPurpose" | "withoutContact" | "withoutSecurity" | "riskWithoutDpia";

/** What an entry may lack, in words. */
const lacks: Readonly<Record<Lack, Text>> = {
  withoutPurpose: { sv: "saknar ändamål", en: "have no purpose" },
  withoutContact: { sv: "saknar kontaktperson", en: "have no contact person" },
  withoutSecurity: { sv: "saknar säkerhetsåtgärder", en: "have no security measures" },
  riskWithoutDpia: {
    sv: "har hög risk men ingen klar konsekvensbedömning",
    en: "have a high risk and no finished impact assessment",
  },
};
const codes: Readonly<Record<Lack, string>> = {
  withoutPurpose: "purpose-missing",
  withoutContact: "contact-missing",
  withoutSecurity: "security-missing",
  riskWithoutDpia: "dpia-missing",
};
const every: readonly Lack[] = ["withoutPurpose", "withoutContact", "withoutSecurity", "riskWithoutDpia"];

/** What the record lacks: how many entries, in which rows of the file, and a sentence. */
export const findingsInWords = (found: RecordFindings, language: Language) =>
  every
    .filter((lack) => found[lack].length > 0)
    .map((lack) => ({
      code: codes[lack],
      rows: found[lack],
      message: `${found[lack].length} ${language === "sv" ? "av" : "of"} ${found.count} ${lacks[lack][language]}.`,
    }));

/** How the comment begins that the import writes; a later import puts its own in its place. */
const beginning = "Ur registerförteckningens export";
const longest = 4_000;

const withSource = (comment: string | undefined, sentence: string): string => {
  const others = (comment ?? "").split("\n").filter((line) => line !== "" && !line.startsWith(beginning));
  const kept = [...others, sentence].join("\n");
  // What a person has written is worth more than what can be imported again.
  return kept.length > longest ? (comment ?? "") : kept;
};

/** The review with the answers that the record gives, and in the comments of the two areas where they come from. */
export function filledFromRecord(review: YearlyReview, found: RecordFindings, readOn: CivilDate): YearlyReview {
  const { records, dpias } = proposedAnswers(found);
  const source = (lines: readonly string[]) => `${beginning} ${readOn}: ${lines.join(" ")}`;
  const said = (lack: Lack): readonly string[] =>
    found[lack].length === 0 ? [] : [`${found[lack].length} ${lacks[lack].sv}.`];
  const { comments } = review;
  return {
    ...review,
    records: { ...review.records, ...records },
    dpias: { ...review.dpias, highRiskDone: dpias.highRiskDone ?? review.dpias.highRiskDone },
    comments: {
      ...comments,
      records: withSource(
        comments.records,
        source([
          `${found.count} registrerade behandlingar, varav ${found.riskCount} med hög risk.`,
          ...said("withoutPurpose"),
          ...said("withoutContact"),
          ...said("withoutSecurity"),
        ]),
      ),
      ...(found.riskCount === 0
        ? {}
        : {
            dpias: withSource(
              comments.dpias,
              source([`${found.riskCount} behandlingar med hög risk.`, ...said("riskWithoutDpia")]),
            ),
          }),
    },
  };
}
