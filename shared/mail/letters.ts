import type { CaseFile } from "../domain/casework/case-file.ts";
import type { CaseLetter } from "../domain/casework/case-letter.ts";
import { dateInWords } from "../domain/date-in-words.ts";
import type { Language } from "../domain/language.ts";
import { formatReference } from "../domain/reference.ts";
import type { LetterText } from "./letter-text.ts";
import { staffLetterText } from "./staff-letters.ts";

/**
 * The words of a letter. It says the reference, the day and where to look: no name, no unit and nothing a person
 * wrote, since ordinary mail can be read by others on its way and the name of a committee may tell what it is about.
 *
 * @param siteUrl the site's origin, without a trailing slash
 * @throws when a case owes a letter that cases of its kind do not send
 */
export function letterText(
  { id, kind }: Pick<CaseLetter, "id" | "kind">,
  about: CaseFile,
  siteUrl: string,
): LetterText {
  if (kind !== "receipt" && kind !== "answer-ready") return staffLetterText({ id, kind }, about, siteUrl);
  if (about.kind !== "request") throw new Error(`a ${about.kind} owes no ${kind}`);
  const { submission, originalDueOn, language } = about;
  if (kind === "answer-ready") return words[language].answerReady(formatReference(submission), siteUrl);
  return words[language].receipt(formatReference(submission), dateInWords(originalDueOn, language), siteUrl);
}

type Words = {
  readonly receipt: (reference: string, dueOn: string, siteUrl: string) => LetterText;
  readonly answerReady: (reference: string, siteUrl: string) => LetterText;
};

const words: Readonly<Record<Language, Words>> = {
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
    answerReady: (reference, siteUrl) => ({
      subject: `Din begäran ${reference} är besvarad`,
      text: `Hej!

Din begäran med ärendenummer ${reference} är besvarad.

Hämta svaret här: ${siteUrl}/sv/arende
Du behöver ärendenumret, koden som du fick när du skickade din begäran, och e-legitimation.

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
    answerReady: (reference, siteUrl) => ({
      subject: `Your request ${reference} has been answered`,
      text: `Hello,

Your request with case number ${reference} has been answered.

Fetch the answer here: ${siteUrl}/en/case
You need the case number, the code you got when you sent your request, and an eID.

This message cannot be replied to. We never send personal data by ordinary email.
`,
    }),
  },
};
