import { dateInWords } from "../domain/date-in-words.ts";
import { reviewDueOn } from "../domain/yearly/review-due.ts";
import type { ReviewLetter, ReviewLetterKind } from "../domain/yearly/review-reminders.ts";
import type { LetterText } from "./letter-text.ts";

const subjects: Readonly<Record<ReviewLetterKind, (year: number) => string>> = {
  "review-due-14-days": (year) => `Högst 14 dagar kvar att svara på årsuppföljningen för ${year}`,
  "review-due-2-days": (year) => `Högst 2 dagar kvar att svara på årsuppföljningen för ${year}`,
  "review-overdue": (year) => `Årsuppföljningen för ${year} är försenad`,
};

/**
 * A letter to a unit's coordinators about its yearly review, in Swedish: which year, the last day, and where to answer.
 *
 * @param siteUrl the site's origin, without a trailing slash
 */
export function reviewLetterText({ year, kind }: Pick<ReviewLetter, "year" | "kind">, siteUrl: string): LetterText {
  const dueOn = dateInWords(reviewDueOn(year), "sv");
  const says =
    kind === "review-overdue"
      ? `Er nämnd eller ert bolag skulle ha svarat på årsuppföljningen för ${year} senast den ${dueOn}. Det går fortfarande att svara. Där ni inte svarar står det ”uppgift saknas” i årsrapporten.`
      : `Er nämnd eller ert bolag ska svara på årsuppföljningen för ${year} senast den ${dueOn}.`;
  return {
    subject: subjects[kind](year),
    text: `Hej!

${says}

Svara här: ${siteUrl}/personal/arsuppfoljning?year=${year}

När ni har svarat på något i vart och ett av de fyra områdena får ni inga fler påminnelser.

Det går inte att svara på det här mejlet.
`,
  };
}
