import type { Language, Text } from "../domain/language.ts";
import { addresses, slugs, stepAddress } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { OtherStartPages } from "./plain-start-pages.tsx";
import { Reach } from "./reach.tsx";

const words = {
  heading: { sv: "Begär ut eller ändra dina personuppgifter", en: "Ask for or change your personal data" },
  right: {
    sv: "Du har rätt att få veta vilka uppgifter staden har om dig. Du kan också be oss rätta eller ta bort uppgifter. Det är gratis.",
    en: "You have the right to know what data the city holds about you. You can also ask us to correct or delete data. It is free.",
  },
  answer: {
    sv: "Du får svar inom en månad. Behöver vi mer tid säger vi till innan dess, och förklarar varför.",
    en: "You will get an answer within one month. If we need more time we will tell you before then, and explain why.",
  },
  needs: { sv: "Det här behöver du", en: "What you need" },
  time: { sv: "Det tar ungefär 5 minuter. Du behöver veta:", en: "It takes about 5 minutes. You need to know:" },
  needNumber: {
    sv: "ditt personnummer eller samordningsnummer, eller ditt födelsedatum om du inte har något nummer",
    en: "your personal identity number or coordination number, or your date of birth if you have no number",
  },
  needServices: {
    sv: "ungefär vilka verksamheter du har haft kontakt med – du behöver inte veta vilken nämnd",
    en: "roughly which services you have been in contact with – you do not need to know which committee",
  },
  start: { sv: "Börja nu", en: "Start now" },
  questions: { sv: "Se alla frågor först", en: "See all the questions first" },
  saved: { sv: "Fortsätt på en begäran du har sparat", en: "Continue a saved request" },
  status: { sv: "Se hur långt vi har kommit med din begäran", en: "Track a request you have sent" },
  protected: { sv: "Har du skyddade personuppgifter?", en: "Do you have a protected identity?" },
  protectedText: { sv: "Använd inte e-tjänsten.", en: "Do not use the online service." },
  paper: { sv: "Skriv ut en blankett", en: "Print a paper form" },
  other: { sv: "Andra sätt", en: "Other ways" },
  otherText: {
    sv: "Du måste inte använda e-tjänsten. Du kan också skriva ett brev. En begäran gäller lika mycket hur du än lämnar den.",
    en: "You do not have to use the online service. You can also write a letter. A request counts just as much whichever way you make it.",
  },
} satisfies Record<string, Text>;

/** Where it begins: what one may ask for, what is needed, and the other ways. */
export const startPage = (frame: Frame): string => {
  const { language, city } = frame;
  const say = (text: Text) => text[language];
  const other: Language = language === "sv" ? "en" : "sv";
  return htmlPage({
    ...frame,
    title: say(words.heading),
    alternate: addresses.start[other],
    children: (
      <>
        <h1 class="govuk-heading-xl">{say(words.heading)}</h1>
        <p class="govuk-body-l">{say(words.right)}</p>
        <p class="govuk-body">{say(words.answer)}</p>
        <OtherStartPages />
        <h2 class="govuk-heading-m">{say(words.needs)}</h2>
        <p class="govuk-body">{say(words.time)}</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>{say(words.needNumber)}</li>
          <li>{say(words.needServices)}</li>
        </ul>
        <h2 class="govuk-heading-m">{say(words.protected)}</h2>
        <p class="govuk-body">
          {say(words.protectedText)} <Reach contact={city.contact} language={language} />
        </p>
        <a class="govuk-button govuk-button--start" href={addresses.request[language]} draggable={false}>
          {say(words.start)}
          <svg
            class="govuk-button__start-icon"
            xmlns="http://www.w3.org/2000/svg"
            width="17.5"
            height="19"
            viewBox="0 0 33 40"
            aria-hidden="true"
            focusable="false"
          >
            <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
          </svg>
        </a>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={stepAddress(slugs.questions, language)}>
              {say(words.questions)}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={addresses.saved[language]}>
              {say(words.saved)}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={addresses.status[language]}>
              {say(words.status)}
            </a>
          </li>
        </ul>
        <h2 class="govuk-heading-m">{say(words.other)}</h2>
        <p class="govuk-body">
          {say(words.otherText)} <Reach contact={city.contact} language={language} />
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={stepAddress(slugs.paper, language)}>
            {say(words.paper)}
          </a>
        </p>
      </>
    ),
  });
};
