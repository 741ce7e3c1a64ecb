import type { ComponentChildren } from "preact";
import type { Language, Text } from "../domain/language.ts";
import { addresses } from "./addresses.ts";
import { type Frame, htmlPage } from "./layout.tsx";
import { Reach } from "./reach.tsx";

type Section = {
  readonly heading: Text;
  readonly paragraphs: readonly Text[];
  readonly link?: { readonly href: string; readonly text: Text };
};

const accessibility = {
  heading: { sv: "Tillgänglighet", en: "Accessibility" },
  intro: {
    sv: "Alla ska kunna använda den här e-tjänsten. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vad som brister och hur du säger till.",
    en: "Everyone should be able to use this service. This page says how it meets the Swedish act on accessibility of digital public services, what is lacking and how to tell us.",
  },
  sections: [
    {
      heading: { sv: "Hur tillgänglig är e-tjänsten?", en: "How accessible is the service?" },
      paragraphs: [
        {
          sv: "E-tjänsten är delvis förenlig med lagkraven. Den är byggd för att följa WCAG 2.2 på nivå AA, och för att gå att använda med bara tangentbord, med skärmläsare, med stor text, i mobil och utan JavaScript.",
          en: "The service partly complies with the act. It is built to follow WCAG 2.2 at level AA, and to work with a keyboard only, with a screen reader, with large text, on a mobile and without JavaScript.",
        },
        {
          sv: "Bedömningen är vår egen, med automatiska tester av varje sida. Ingen oberoende har granskat e-tjänsten än.",
          en: "The assessment is our own, with automatic tests of every page. Nobody independent has reviewed the service yet.",
        },
      ],
    },
    {
      heading: { sv: "Vad fungerar sämre?", en: "What works less well?" },
      paragraphs: [
        {
          sv: "Förslagen på stadsdelar när du skriver läses upp olika bra i olika webbläsare. Du kan alltid skriva stadsdelen själv.",
          en: "The suggestions of districts while you type are read out differently by different browsers. You can always type the district yourself.",
        },
        {
          sv: "Namn på verksamheter och nämnder kan stå på svenska även på de engelska sidorna.",
          en: "Names of services and committees may be in Swedish on the English pages too.",
        },
      ],
    },
  ],
  tell: { sv: "Säg till om något inte fungerar", en: "Tell us if something does not work" },
  tellText: {
    sv: "Behöver du hjälp, eller hittar du något som brister?",
    en: "Do you need help, or have you found something that is lacking?",
  },
  email: { sv: "Du kan också skriva till", en: "You can also write to" },
  supervision: { sv: "Tillsyn", en: "Supervision" },
  supervisionText: {
    sv: "Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Tycker du att vi inte rättar det du påpekar kan du anmäla det till Digg.",
    en: "The Agency for Digital Government, Digg, supervises the act. If you think that we do not deal with what you point out, you can report it to Digg.",
  },
  report: { sv: "Anmäl till Digg", en: "Report to Digg" },
} as const;

const personalData = {
  heading: { sv: "Så hanterar vi personuppgifter", en: "How we handle personal data" },
  sections: [
    {
      heading: { sv: "Vem är ansvarig?", en: "Who is responsible?" },
      paragraphs: [
        {
          sv: "Varje nämnd eller bolag som får din begäran är personuppgiftsansvarig för sin del. På kvittot står vilka det är.",
          en: "Each committee or company that receives your request is the controller for its part. The receipt says which they are.",
        },
      ],
    },
    {
      heading: { sv: "Vilka uppgifter, och varför?", en: "Which data, and why?" },
      paragraphs: [
        {
          sv: "Vi använder det du skriver för att pröva din begäran och svara dig. Vi är skyldiga att göra det enligt dataskyddsförordningen (artikel 12 och 15–22), så vi behöver inget samtycke.",
          en: "We use what you write to consider your request and answer you. The General Data Protection Regulation (articles 12 and 15–22) obliges us to do so, so we need no consent.",
        },
        {
          sv: "Ingenting sparas hos oss förrän du trycker på ”Skicka begäran” eller ”Spara och fortsätt senare”. Fram till dess finns svaren bara i sidan du har framför dig. Vi använder ingen spårning.",
          en: "Nothing is kept by us until you press “Send request” or “Save and continue later”. Until then your answers are only in the page in front of you. We use no tracking.",
        },
        {
          sv: "Svar som du sparar utan att skicka kan bara läsas med koden som du får då. Vi har den inte. Efter 14 dagar tar vi bort svaren.",
          en: "Answers that you save without sending can only be read with the code that you then get. We do not have it. After 14 days we delete the answers.",
        },
        {
          sv: "När du har skickat sparar vi en nödvändig kaka i tio minuter, så att kvittot kan visas. Den innehåller inget som andra kan läsa.",
          en: "When you have sent it we keep one necessary cookie for ten minutes, so that the receipt can be shown. It holds nothing that others can read.",
        },
      ],
    },
    {
      heading: { sv: "Vem ser dem?", en: "Who sees them?" },
      paragraphs: [
        {
          sv: "Handläggare hos den som ska svara, och stadens dataskyddsombud. Varje gång någon öppnar ditt ärende antecknas vem och när.",
          en: "Officers at the body that will answer, and the city’s data protection officer. Each time someone opens your case, who and when is noted.",
        },
        {
          sv: "En begäran är en allmän handling. Om någon vill läsa den prövar vi först om uppgifterna skyddas av sekretess.",
          en: "A request is an official document. If someone asks to read it we first consider whether the data is protected by secrecy.",
        },
      ],
    },
    {
      heading: { sv: "Hur länge sparas de?", en: "How long are they kept?" },
      paragraphs: [
        {
          sv: "Så länge stadens gallringsbeslut säger. Finns inget beslut tar vi inte bort något. Siffror utan personuppgifter blir kvar i statistiken.",
          en: "For as long as the city’s disposal decision says. Without a decision we do not remove anything. Figures without personal data stay in the statistics.",
        },
      ],
    },
    {
      heading: { sv: "Dina rättigheter", en: "Your rights" },
      paragraphs: [
        {
          sv: "Du kan begära att få se, rätta eller ta bort uppgifterna i din begäran på samma sätt som andra uppgifter. Är du missnöjd kan du klaga hos Integritetsskyddsmyndigheten, IMY.",
          en: "You can ask to see, correct or delete the data in your request like any other data. If you are not satisfied you can complain to the Swedish Authority for Privacy Protection, IMY.",
        },
      ],
      link: { href: "https://www.imy.se/", text: { sv: "Till IMY", en: "To IMY" } },
    },
  ],
  contact: { sv: "Kontakt", en: "Contact" },
  officer: { sv: "Be att få tala med dataskyddsombudet.", en: "Ask to speak to the data protection officer." },
} as const;

const Sections = ({ sections, language }: { readonly sections: readonly Section[]; readonly language: Language }) => (
  <>
    {sections.map(({ heading, paragraphs, link }) => (
      <section key={heading.sv}>
        <h2 class="govuk-heading-m">{heading[language]}</h2>
        {paragraphs.map((paragraph) => (
          <p class="govuk-body" key={paragraph.sv}>
            {paragraph[language]}
          </p>
        ))}
        {link !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link" href={link.href}>
              {link.text[language]}
            </a>
          </p>
        )}
      </section>
    ))}
  </>
);

const page = (frame: Frame, heading: Text, alternate: Text, children: ComponentChildren): string =>
  htmlPage({
    ...frame,
    title: heading[frame.language],
    alternate: alternate[frame.language === "sv" ? "en" : "sv"],
    children: (
      <>
        <h1 class="govuk-heading-l">{heading[frame.language]}</h1>
        {children}
      </>
    ),
  });

/** Tillgänglighetsredogörelse: lag (2018:1937) om tillgänglighet till digital offentlig service. */
export const accessibilityPage = (frame: Frame): string => {
  const { language, city } = frame;
  const text = accessibility;
  return page(
    frame,
    text.heading,
    addresses.accessibility,
    <>
      <p class="govuk-body-l">{text.intro[language]}</p>
      <Sections sections={text.sections} language={language} />
      <h2 class="govuk-heading-m">{text.tell[language]}</h2>
      <p class="govuk-body">
        {text.tellText[language]} <Reach contact={city.contact} language={language} />
        {city.contact.email !== null && (
          <>
            {" "}
            {text.email[language]}{" "}
            <a class="govuk-link" href={`mailto:${city.contact.email}`}>
              {city.contact.email}
            </a>
            .
          </>
        )}
      </p>
      <h2 class="govuk-heading-m">{text.supervision[language]}</h2>
      <p class="govuk-body">{text.supervisionText[language]}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="https://www.digg.se/tdosanmalan">
          {text.report[language]}
        </a>
      </p>
    </>,
  );
};

/** What a person must be told when their data is collected (art. 13). */
export const personalDataPage = (frame: Frame): string => {
  const { language, city } = frame;
  return page(
    frame,
    personalData.heading,
    addresses.personalData,
    <>
      <Sections sections={personalData.sections} language={language} />
      <h2 class="govuk-heading-m">{personalData.contact[language]}</h2>
      <p class="govuk-body">
        <Reach contact={city.contact} language={language} /> {personalData.officer[language]}
      </p>
    </>,
  );
};
