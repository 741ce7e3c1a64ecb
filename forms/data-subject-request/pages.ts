import type { FormPage } from "../form.ts";

/** The pages in their order. How the answer is to come stands before who it is about: only a letter needs an address. */
export const requestPages = [
  {
    id: "right",
    slug: { sv: "vad", en: "what" },
    heading: { sv: "Vad vill du göra?", en: "What do you want to do?" },
    asks: [{ field: "/right" }],
  },
  {
    id: "who",
    slug: { sv: "vem", en: "who" },
    heading: { sv: "Vem gäller det?", en: "Who is it about?" },
    asks: [{ field: "/onBehalfOf" }],
  },
  {
    id: "protected",
    slug: { sv: "skyddade-uppgifter", en: "protected-identity" },
    heading: {
      sv: "Har du eller den det gäller skyddade personuppgifter?",
      en: "Do you or the person it is about have a protected identity?",
    },
    hint: {
      sv: "Med skyddade personuppgifter menar vi sekretessmarkering, skyddad folkbokföring eller fingerade personuppgifter.",
      en: "That is a confidentiality marking, protected registration or a fictitious identity.",
    },
    asks: [{ field: "/protectedIdentity" }],
  },
  {
    id: "services",
    slug: { sv: "verksamheter", en: "services" },
    heading: { sv: "Vilka verksamheter gäller det?", en: "Which services is it about?" },
    hint: {
      sv: "Öppna en rubrik och välj allt som passar. Du behöver inte veta vilken nämnd det är. Vi skickar din begäran rätt.",
      en: "Open a heading and select all that apply. You do not need to know which committee it is. We send your request to the right place.",
    },
    when: { field: "/right", isNot: ["complaint"] },
    asks: [{ field: "/concerns/*/service" }],
  },
  {
    id: "places",
    slug: { sv: "var", en: "where" },
    heading: { sv: "Var bodde du då?", en: "Where did you live then?" },
    hint: {
      sv: "Skriv stadsdelen där du bodde när du hade kontakt med verksamheten. För förskola, park eller fritidsgård: skriv stadsdelen där den ligger.",
      en: "Enter the district where you lived when you were in contact with the service. For a preschool, park or youth centre: enter the district where it is.",
    },
    variants: [
      {
        when: { field: "/onBehalfOf", isNot: ["self"] },
        heading: { sv: "Var bodde personen då?", en: "Where did the person live then?" },
        hint: {
          sv: "Skriv stadsdelen där personen bodde vid kontakten med verksamheten. För förskola, park eller fritidsgård: skriv stadsdelen där den ligger.",
          en: "Enter the district where the person lived when in contact with the service. For a preschool, park or youth centre: enter the district where it is.",
        },
      },
    ],
    when: { field: "/right", isNot: ["complaint"] },
    asks: [{ field: "/concerns/*/place" }, { field: "/concerns/*/from" }, { field: "/concerns/*/to" }],
  },
  {
    id: "details",
    slug: { sv: "beskriv", en: "describe" },
    heading: {
      sv: "Finns det något särskilt du vill ha? (frivilligt)",
      en: "Is there anything specific you want? (optional)",
    },
    hint: {
      sv: "Till exempel ett ärendenummer, en skola eller en tidsperiod. Skriv inte om hälsa eller annat känsligt.",
      en: "For example a case number, a school or a period. Do not write about health or other sensitive things.",
    },
    variants: [
      {
        when: { field: "/right", is: ["rectification"] },
        heading: {
          sv: "Vilken uppgift är fel, och vad ska det stå i stället? (frivilligt)",
          en: "Which information is wrong, and what should it say? (optional)",
        },
        hint: {
          sv: "Skriv gärna var du har sett uppgiften. Skriv inte om hälsa eller annat känsligt om det inte behövs.",
          en: "It helps if you say where you saw it. Do not write about health or other sensitive things unless you need to.",
        },
      },
      {
        when: { field: "/right", is: ["complaint"] },
        heading: { sv: "Vad vill du klaga på? (frivilligt)", en: "What do you want to complain about? (optional)" },
        hint: {
          sv: "Skriv vad som har hänt, när, och vilken verksamhet det gäller. Skriv inte om hälsa eller annat känsligt om det inte behövs.",
          en: "Say what happened, when, and which service it is about. Do not write about health or other sensitive things unless you need to.",
        },
      },
      {
        when: { field: "/right", isNot: ["access"] },
        heading: { sv: "Beskriv vad du vill (frivilligt)", en: "Describe what you want (optional)" },
        hint: {
          sv: "Till exempel vilka uppgifter det gäller, eller ett ärendenummer. Du behöver inte skriva varför. Skriv inte om hälsa eller annat känsligt om det inte behövs.",
          en: "For example which data it is about, or a case number. You do not have to say why. Do not write about health or other sensitive things unless you need to.",
        },
      },
    ],
    asks: [{ field: "/details" }],
  },
  {
    id: "answer",
    slug: { sv: "svar", en: "answer" },
    heading: { sv: "Hur vill du ha svaret?", en: "How do you want the answer?" },
    asks: [{ field: "/delivery" }, { field: "/contact" }],
  },
  {
    id: "person",
    slug: { sv: "om-dig", en: "about-you" },
    heading: { sv: "Om dig", en: "About you" },
    hint: {
      sv: "Vi behöver veta vem du är, så att ingen annan får dina uppgifter.",
      en: "We need to know who you are, so that no one else gets your data.",
    },
    variants: [
      {
        when: { field: "/onBehalfOf", is: ["child"] },
        heading: { sv: "Om barnet", en: "About the child" },
        hint: { sv: "Skriv barnets uppgifter här.", en: "Enter the child’s details here." },
      },
      {
        when: { field: "/onBehalfOf", is: ["represented"] },
        heading: { sv: "Om den det gäller", en: "About the person" },
        hint: {
          sv: "Skriv uppgifter om den du är god man, förvaltare eller ombud för.",
          en: "Enter the details of the person you represent.",
        },
      },
    ],
    asks: [
      { field: "/person/givenName" },
      { field: "/person/familyName" },
      { field: "/person/personalIdentityNumber" },
      { field: "/person/birthDate" },
      { field: "/person/address", when: { field: "/delivery", is: ["registered-address"] } },
    ],
  },
  {
    id: "representative",
    slug: { sv: "du-som-skickar", en: "you-who-send" },
    heading: { sv: "Om dig som skickar begäran", en: "About you who send the request" },
    hint: {
      sv: "När du har skickat begäran kan du ladda upp en fullmakt eller ett beslut.",
      en: "When you have sent the request you can upload a power of attorney or a decision.",
    },
    variants: [
      {
        when: { field: "/onBehalfOf", is: ["child"] },
        heading: { sv: "Om dig som är vårdnadshavare", en: "About you, the child’s guardian" },
        hint: {
          sv: "Vi kontrollerar att du är vårdnadshavare innan vi svarar.",
          en: "We check that you are the child’s guardian before we answer.",
        },
      },
    ],
    when: { field: "/onBehalfOf", is: ["child", "represented"] },
    asks: [{ field: "/representative" }],
  },
] as const satisfies readonly FormPage[];
