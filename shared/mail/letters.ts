import type { Case } from "../domain/case.ts";
import { dateInWords } from "../domain/date-in-words.ts";
import type { Letter } from "../domain/letter.ts";
import { formatReference } from "../domain/reference.ts";

/** A mail ready to send. Its words come from here and from codes, dates and references alone. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
}

type About = Pick<Case, "submission" | "originalDueOn" | "language">;

/**
 * The words of a letter. It says the reference, the day and where to look: no name, no unit and nothing a person
 * wrote, since ordinary mail can be read by others on its way and the name of a committee may tell what it is about.
 *
 * @param siteUrl the site's origin, without a trailing slash
 */
export function letterText(kind: Letter["kind"], about: About, siteUrl: string): LetterText {
  return words[about.language][kind](
    formatReference(about.submission),
    dateInWords(about.originalDueOn, about.language),
    siteUrl,
  );
}

type Words = Readonly<Record<Letter["kind"], (reference: string, dueOn: string, siteUrl: string) => LetterText>>;

const words: Readonly<Record<About["language"], Words>> = {
  sv: {
    receipt: (reference, dueOn, siteUrl) => ({
      subject: `Vi har tagit emot din begäran ${reference}`,
      text: `Hej!

Vi har tagit emot din begäran. Ditt ärendenummer är ${reference}.

Du får svar senast den ${dueOn}. Behöver vi mer tid skriver vi det till dig före den dagen.

Se hur långt vi har kommit: ${siteUrl}/sv/arende
Du behöver ärendenumret och koden som du fick när du skickade din begäran.

Det går inte att svara på det här mejlet. Vi skickar aldrig personuppgifter med vanlig e-post.
`,
    }),
  },
  en: {
    receipt: (reference, dueOn, siteUrl) => ({
      subject: `We have received your request ${reference}`,
      text: `Hello,

We have received your request. Your case number is ${reference}.

You will get an answer by ${dueOn}. If we need more time we will write to you before that day.

See how far we have come: ${siteUrl}/en/case
You need the case number and the code you got when you sent your request.

This message cannot be replied to. We never send personal data by ordinary email.
`,
    }),
  },
};
