import type { Text } from "../domain/language.ts";
import { addresses, type IdentifyPurpose, identifyAddress, isForAnswer } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { CarryOn } from "./message-pages.tsx";
import { Reach } from "./reach.tsx";

/** Why an e-legitimation has not told who somebody is. */
export type NotIdentified = "unavailable" | "abandoned" | "level" | "no-number" | "number-level";

const words = {
  go: { sv: "Fortsätt till e-legitimation", en: "Continue to eID" },
  again: { sv: "Försök igen", en: "Try again" },
  without: { sv: "Fortsätt utan e-legitimation", en: "Continue without eID" },
  back: { sv: "Tillbaka till formuläret", en: "Back to the form" },
  identify: { sv: "Legitimera dig", en: "Identify yourself" },
  identifyText: {
    sv: "Du lämnar den här sidan en stund och legitimerar dig. Sedan kommer du tillbaka hit, och dina svar är kvar. Du har tio minuter på dig.",
    en: "You leave this page for a while and identify yourself. Then you come back here, and your answers are still there. You have ten minutes.",
  },
  why: {
    sv: "Vi får veta ditt namn och ditt personnummer. Då behöver vi inte kontrollera vem du är senare.",
    en: "We get to know your name and your personal identity number. Then we need not check who you are later.",
  },
  tooLong: { sv: "Dina svar är för långa för att följa med", en: "Your answers are too long to come with you" },
  tooLongText: {
    sv: "När du legitimerar dig lämnar du sidan en stund, och så långa svar kan vi inte hålla kvar åt dig. Fortsätt utan e-legitimation, eller gå tillbaka och skriv kortare i beskrivningen.",
    en: "When you identify yourself you leave the page for a while, and we cannot hold such long answers for you. Continue without eID, or go back and shorten the description.",
  },
  otherwise: { sv: "Du kan också nå oss så här:", en: "You can also reach us like this:" },
} satisfies Record<string, Text>;

const reasons: Readonly<Record<NotIdentified, { readonly heading: Text; readonly text: Text }>> = {
  unavailable: {
    heading: { sv: "E-legitimationen svarar inte just nu", en: "The eID service does not answer right now" },
    text: {
      sv: "Vänta en stund och försök igen. Du behöver inte e-legitimation för att skicka en begäran.",
      en: "Wait a while and try again. You do not need an eID to send a request.",
    },
  },
  abandoned: {
    heading: { sv: "Legitimeringen blev inte klar", en: "The identification was not completed" },
    text: {
      sv: "Den avbröts, eller tog för lång tid. Du kan försöka igen.",
      en: "It was cancelled, or took too long. You can try again.",
    },
  },
  level: {
    heading: { sv: "E-legitimationen räcker inte här", en: "This eID is not enough here" },
    text: {
      sv: "Vi lämnar bara ut personuppgifter till den som legitimerar sig på tillitsnivå 3. Använd en annan e-legitimation, eller fortsätt utan.",
      en: "We only hand out personal data to those who identify themselves at assurance level 3. Use another eID, or continue without.",
    },
  },
  "no-number": {
    heading: { sv: "E-legitimationen har inget svenskt nummer", en: "This eID has no Swedish number" },
    text: {
      sv: "Vi behöver ett personnummer eller samordningsnummer för att veta vem du är. Fortsätt utan e-legitimation, så kontrollerar vi det på ett annat sätt.",
      en: "We need a personal identity number or coordination number to know who you are. Continue without eID, and we will check it in another way.",
    },
  },
  "number-level": {
    heading: { sv: "Samordningsnumret är inte styrkt", en: "The coordination number is not confirmed" },
    text: {
      sv: "Numret finns, men det är inte styrkt att det är ditt. Fortsätt utan e-legitimation, så kontrollerar vi vem du är på ett annat sätt.",
      en: "The number exists, but it is not confirmed to be yours. Continue without eID, and we will check who you are in another way.",
    },
  },
};

const other = { sv: "en", en: "sv" } as const;

/** The e-legitimation has not told who it is: why, and the ways on. `returnTo` is where the person came from. */
export const notIdentifiedPage = (frame: Frame, why: NotIdentified, returnTo: string): string => {
  const { language, city } = frame;
  const { heading, text } = reasons[why];
  const forAnswer = isForAnswer(returnTo);
  return htmlPage({
    ...frame,
    title: heading[language],
    alternate: addresses.start[other[language]],
    children: (
      <>
        <h1 class="govuk-heading-l">{heading[language]}</h1>
        <p class="govuk-body">{text[language]}</p>
        <a class="govuk-button" href={identifyAddress(forAnswer ? "answer" : "request", language)} draggable={false}>
          {words.again[language]}
        </a>
        {!forAnswer && (
          <p class="govuk-body">
            <a class="govuk-link" href={returnTo}>
              {words.without[language]}
            </a>
          </p>
        )}
        <p class="govuk-body">
          {words.otherwise[language]} <Reach contact={city.contact} language={language} />
        </p>
      </>
    ),
  });
};

/** Before leaving for the e-legitimation: what happens, and what the city gets to know. */
export const identifyPage = (frame: Frame, purpose: IdentifyPurpose, back: string): string => {
  const { language } = frame;
  return htmlPage({
    ...frame,
    title: words.identify[language],
    alternate: addresses.start[other[language]],
    children: (
      <>
        <h1 class="govuk-heading-l">{words.identify[language]}</h1>
        <p class="govuk-body">{words.identifyText[language]}</p>
        <p class="govuk-body">{words.why[language]}</p>
        <a class="govuk-button" href={identifyAddress(purpose, language)} draggable={false}>
          {words.go[language]}
        </a>
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            {words.back[language]}
          </a>
        </p>
      </>
    ),
  });
};

const person: Text = { sv: "om-dig", en: "about-you" };

/** The answers do not fit in what a browser carries to the e-legitimation and back. They are still in this page. */
export const tooLongToCarryPage = (frame: Frame, sealed: string): string =>
  htmlPage({
    ...frame,
    title: words.tooLong[frame.language],
    alternate: addresses.start[other[frame.language]],
    children: (
      <>
        <h1 class="govuk-heading-l">{words.tooLong[frame.language]}</h1>
        <p class="govuk-body">{words.tooLongText[frame.language]}</p>
        <CarryOn slug={person} sealed={sealed} action="stay" label={words.back} frame={frame} />
      </>
    ),
  });
