import type { CaseFile } from "../domain/casework/case-file.ts";
import type { CaseLetter } from "../domain/casework/case-letter.ts";
import type { RequestCase } from "../domain/casework/request-case.ts";
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
  if (kind === "answer-in-mailbox") throw new Error("an answer is no mail");
  if (kind !== "receipt" && kind !== "answer-ready") return staffLetterText({ id, kind }, about, siteUrl);
  if (about.kind !== "request") throw new Error(`a ${about.kind} owes no ${kind}`);
  const { submission, originalDueOn, language, delivery } = about;
  if (kind === "answer-ready")
    return words[language].answerReady(formatReference(submission), siteUrl, delivery === "pick-up");
  return words[language].receipt(formatReference(submission), dateInWords(originalDueOn, language), siteUrl);
}

/**
 * The words of a text message that says that an answer is ready.
 *
 * @param siteUrl the site's origin, without a trailing slash
 */
export const textMessage = (
  { submission, language, delivery }: Pick<RequestCase, "submission" | "language" | "delivery">,
  siteUrl: string,
): string => words[language].answerReadyShort(formatReference(submission), siteUrl, delivery === "pick-up");

/** How an answer's files come with a message to a digital mailbox, which holds only so much. */
export const filesInMailbox = (
  files: "none" | "attached" | "too-large",
  language: Language,
  siteUrl: string,
): readonly string[] => (files === "none" ? [] : [words[language].files[files](siteUrl)]);

type Words = {
  readonly receipt: (reference: string, dueOn: string, siteUrl: string) => LetterText;
  readonly answerReady: (reference: string, siteUrl: string, isPickedUp: boolean) => LetterText;
  readonly files: Readonly<Record<"attached" | "too-large", (siteUrl: string) => string>>;
  /** The same in the few words that a text message holds. */
  readonly answerReadyShort: (reference: string, siteUrl: string, isPickedUp: boolean) => string;
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
    files: {
      attached: () => "Svarets filer ligger i det här meddelandet.",
      "too-large": (siteUrl) =>
        `Svarets filer är för stora för en digital brevlåda. Hämta dem här: ${siteUrl}/sv/arende. Du behöver ärendenumret, koden som du fick när du skickade din begäran, och e-legitimation.`,
    },
    answerReadyShort: (reference, siteUrl, isPickedUp) =>
      isPickedUp
        ? `Din begäran ${reference} är besvarad. Hämta svaret på medborgarkontoret. Ta med legitimation.`
        : `Din begäran ${reference} är besvarad. Hämta svaret med e-legitimation: ${siteUrl}/sv/arende`,
    answerReady: (reference, siteUrl, isPickedUp) => ({
      subject: `Din begäran ${reference} är besvarad`,
      text: `Hej!

Din begäran med ärendenummer ${reference} är besvarad.

${
  isPickedUp
    ? "Hämta svaret på medborgarkontoret. Ta med legitimation och ärendenumret."
    : `Hämta svaret här: ${siteUrl}/sv/arende
Du behöver ärendenumret, koden som du fick när du skickade din begäran, och e-legitimation.`
}

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
    files: {
      attached: () => "The files of the answer are in this message.",
      "too-large": (siteUrl) =>
        `The files of the answer are too large for a digital mailbox. Fetch them here: ${siteUrl}/en/case. You need the case number, the code you got when you sent your request, and an eID.`,
    },
    answerReadyShort: (reference, siteUrl, isPickedUp) =>
      isPickedUp
        ? `Your request ${reference} has been answered. Collect the answer at the citizens’ office. Bring proof of identity.`
        : `Your request ${reference} has been answered. Fetch the answer with an eID: ${siteUrl}/en/case`,
    answerReady: (reference, siteUrl, isPickedUp) => ({
      subject: `Your request ${reference} has been answered`,
      text: `Hello,

Your request with case number ${reference} has been answered.

${
  isPickedUp
    ? "Collect the answer at the citizens’ office. Bring proof of identity and the case number."
    : `Fetch the answer here: ${siteUrl}/en/case
You need the case number, the code you got when you sent your request, and an eID.`
}

This message cannot be replied to. We never send personal data by ordinary email.
`,
    }),
  },
};
