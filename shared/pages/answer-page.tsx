import type { Language, Text } from "../domain/language.ts";
import { formatReference } from "../domain/reference.ts";
import { addresses, afterIdentifying, identifyAddress } from "./addresses.ts";
import { fileInWords } from "./file-words.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { Reach } from "./reach.tsx";

const words = {
  heading: { sv: "Ditt svar", en: "Your answer" },
  identify: { sv: "Legitimera dig för att hämta svaret", en: "Identify yourself to fetch the answer" },
  identifyText: {
    sv: "Svaret innehåller dina personuppgifter. Vi lämnar det bara till dig, så du behöver legitimera dig med e-legitimation.",
    en: "The answer contains your personal data. We only hand it to you, so you need to identify yourself with an eID.",
  },
  go: { sv: "Fortsätt till e-legitimation", en: "Continue to eID" },
  files: {
    sv: "Här är de filer som svaret består av. Länkarna fungerar en kort stund. Spara filerna där ingen annan kommer åt dem.",
    en: "These are the files of the answer. The links work for a short while. Save the files where nobody else can reach them.",
  },
  none: {
    sv: "Det finns inga filer att hämta. Svaret kan ha skickats på ett annat sätt.",
    en: "There are no files to fetch. The answer may have been sent in another way.",
  },
  file: { sv: "Hämta fil", en: "Download file" },
  shared: {
    sv: "Delar du dator med andra? Stäng webbläsaren när du är klar.",
    en: "Do you share the computer with others? Close the browser when you are done.",
  },
  status: { sv: "Se hur långt vi har kommit", en: "Track your request" },
} satisfies Record<string, Text>;

const other = { sv: "en", en: "sv" } as const;
const alternate = (language: Language): string => afterIdentifying("answer", other[language]);

/** Before the answer is shown: it is handed to the person alone. */
export const identifyForAnswerPage = (frame: Frame): string => {
  const { language, city } = frame;
  return htmlPage({
    ...frame,
    title: words.identify[language],
    alternate: alternate(language),
    children: (
      <>
        <h1 class="govuk-heading-l">{words.identify[language]}</h1>
        <p class="govuk-body">{words.identifyText[language]}</p>
        <a class="govuk-button" href={identifyAddress("answer", language)} draggable={false}>
          {words.go[language]}
        </a>
        <p class="govuk-body">
          <Reach contact={city.contact} language={language} />
        </p>
      </>
    ),
  });
};

export interface AnswerView {
  readonly reference: string;
  readonly files: readonly { readonly id: string; readonly kind: string; readonly size: number }[];
}

/** The files of an answer, each to be fetched. */
export const answerPage = (frame: Frame, { reference, files }: AnswerView): string => {
  const { language, city } = frame;
  return htmlPage({
    ...frame,
    title: words.heading[language],
    alternate: alternate(language),
    children: (
      <>
        <span class="govuk-caption-l intag-nowrap">{formatReference(reference)}</span>
        <h1 class="govuk-heading-l">{words.heading[language]}</h1>
        <p class="govuk-body">{files.length === 0 ? words.none[language] : words.files[language]}</p>
        {files.length > 0 && (
          <ul class="govuk-list govuk-list--spaced">
            {files.map(({ id, kind, size }, index) => (
              <li key={id}>
                <a class="govuk-link" href={`${afterIdentifying("answer", language)}/${id}.${kind}`}>
                  {words.file[language]} {index + 1} ({fileInWords(kind, size, language)})
                </a>
              </li>
            ))}
          </ul>
        )}
        <p class="govuk-body">{words.shared[language]}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={addresses.status[language]}>
            {words.status[language]}
          </a>
        </p>
        <p class="govuk-body">
          <Reach contact={city.contact} language={language} />
        </p>
      </>
    ),
  });
};
