import type { Fields } from "../form.ts";

/** What the request is about: which right, for whom, which services and where, and in the person's own words. */
export const matterFields = {
  right: {
    kind: "choice",
    default: "other",
    counted: true,
    label: { sv: "Vad vill du göra?", en: "What do you want to do?" },
    short: { sv: "Du vill", en: "You want to" },
    subject: { sv: "Vad du vill göra", en: "What you want to do" },
    messages: {
      empty: { sv: "Välj vad du vill göra", en: "Select what you want to do" },
      format: {
        sv: "Välj ett av alternativen för vad du vill göra",
        en: "Select one of the options for what you want to do",
      },
    },
    options: [
      {
        value: "access",
        label: {
          sv: "Få veta vilka uppgifter ni har om mig (registerutdrag)",
          en: "Find out what data you hold about me",
        },
      },
      { value: "rectification", label: { sv: "Rätta en uppgift som är fel", en: "Correct something that is wrong" } },
      {
        value: "erasure",
        label: { sv: "Ta bort uppgifter", en: "Delete data" },
        hint: {
          sv: "Staden måste ofta spara uppgifter enligt lag. Vi prövar din begäran och förklarar svaret.",
          en: "The city must often keep data by law. We will consider your request and explain the answer.",
        },
      },
      {
        value: "restriction",
        label: { sv: "Stoppa en viss användning tills vidare", en: "Pause a certain use of my data" },
      },
      {
        value: "objection",
        label: { sv: "Invända mot hur ni använder mina uppgifter", en: "Object to how you use my data" },
      },
      {
        value: "portability",
        label: { sv: "Flytta mina uppgifter till någon annan", en: "Move my data to someone else" },
      },
      {
        value: "withdraw-consent",
        label: { sv: "Ta tillbaka ett samtycke", en: "Withdraw a consent" },
      },
      {
        value: "automated-decision",
        label: {
          sv: "Låta en människa pröva ett beslut som en dator har fattat",
          en: "Have a person look at a decision made by a computer",
        },
      },
      {
        value: "complaint",
        label: { sv: "Klaga på hur ni hanterar mina uppgifter", en: "Complain about how you handle my data" },
        hint: {
          sv: "Klagomålet går till stadens dataskyddsombud.",
          en: "The complaint goes to the city’s data protection officer.",
        },
      },
      {
        value: "other",
        label: { sv: "Något annat, eller vet inte", en: "Something else, or I do not know" },
        hint: {
          sv: "Du kan beskriva det med egna ord längre fram.",
          en: "You can describe it in your own words later.",
        },
      },
    ],
  },
  onBehalfOf: {
    kind: "choice",
    counted: true,
    label: { sv: "Vem gäller det?", en: "Who is it about?" },
    short: { sv: "Det gäller", en: "It is about" },
    subject: { sv: "Vem det gäller", en: "Who it is about" },
    messages: {
      empty: { sv: "Välj vem begäran gäller", en: "Select who the request is about" },
      format: {
        sv: "Välj ett av alternativen för vem begäran gäller",
        en: "Select one of the options for who the request is about",
      },
    },
    options: [
      { value: "self", label: { sv: "Mig själv", en: "Me" } },
      { value: "child", label: { sv: "Mitt barn", en: "My child" } },
      {
        value: "represented",
        label: {
          sv: "Någon jag är god man, förvaltare eller ombud för",
          en: "Someone I represent, for example as a guardian or with a power of attorney",
        },
      },
    ],
  },
  protectedIdentity: {
    kind: "yes-no",
    turnsAway: true,
    label: {
      sv: "Har du eller den det gäller skyddade personuppgifter?",
      en: "Do you or the person it is about have a protected identity?",
    },
    short: { sv: "Skyddade personuppgifter", en: "Protected identity" },
    subject: { sv: "Svaret om skyddade personuppgifter", en: "The answer about protected identity" },
    messages: {
      empty: {
        sv: "Välj ja eller nej, så att vi inte röjer en skyddad adress",
        en: "Select yes or no, so that we do not reveal a protected address",
      },
      format: {
        sv: "Svara ja eller nej på om någon har skyddade personuppgifter",
        en: "Answer yes or no to whether anyone has a protected identity",
      },
    },
  },
  concerns: {
    kind: "list",
    maxItems: 20,
    required: { field: "/right", isNot: ["complaint"] },
    label: { sv: "Verksamheter", en: "Services" },
    subject: { sv: "Listan över verksamheter", en: "The list of services" },
    messages: {
      empty: {
        sv: "Välj minst en verksamhet, eller ”Jag vet inte”",
        en: "Select at least one service, or “I do not know”",
      },
      "too-many": {
        sv: "Det blir fler än 20 verksamheter och platser tillsammans. Ta bort några, och skriv resten i textrutan på nästa sida.",
        en: "That makes more than 20 services and places together. Remove some, and write the rest in the text box on the next page.",
      },
      format: { sv: "Verksamheterna ska vara en lista", en: "The services must be a list" },
    },
    of: {
      kind: "group",
      label: { sv: "Verksamhet", en: "Service" },
      subject: { sv: "Verksamheten", en: "The service" },
      messages: { format: { sv: "Varje verksamhet ska vara ett objekt", en: "Each service must be an object" } },
      fields: {
        service: {
          kind: "text",
          format: "service",
          maxLength: 100,
          counted: true,
          personal: true,
          label: { sv: "Vilka verksamheter gäller det?", en: "Which services is it about?" },
          short: { sv: "Verksamheter", en: "Services" },
          subject: { sv: "Verksamhetens kod", en: "The code of the service" },
          messages: {
            empty: { sv: "Välj en verksamhet", en: "Select a service" },
            "unknown-service": {
              sv: "Vi känner inte igen verksamheten. Välj en i listan, eller ”Jag vet inte”.",
              en: "We do not recognise the service. Select one from the list, or “I do not know”.",
            },
          },
        },
        place: {
          kind: "text",
          format: "place",
          maxLength: 100,
          required: false,
          personal: true,
          label: { sv: "Stadsdel eller område", en: "District or area" },
          short: { sv: "Plats", en: "Place" },
          subject: { sv: "Stadsdelen", en: "The district" },
          messages: {
            empty: {
              sv: "Skriv minst en stadsdel, eller kryssa i ”Jag vet inte”",
              en: "Enter at least one district, or tick “I do not know”",
            },
            "unknown-place": {
              sv: "Vi känner inte igen platsen. Kontrollera stavningen, skriv en större stadsdel eller kryssa i ”Jag vet inte”.",
              en: "We do not recognise the place. Check the spelling, enter a larger district or tick “I do not know”.",
            },
          },
        },
        postalCode: {
          kind: "text",
          format: "postal-code",
          maxLength: 10,
          required: false,
          personal: true,
          label: { sv: "Postnummer", en: "Postcode" },
          subject: { sv: "Postnumret", en: "The postcode" },
          messages: {
            format: {
              sv: "Skriv platsens postnummer med 5 siffror, till exempel 123 45",
              en: "Enter the place’s postcode with 5 digits, for example 123 45",
            },
          },
        },
        from: {
          kind: "text",
          format: "year-or-date",
          maxLength: 40,
          required: false,
          personal: true,
          label: { sv: "Från år", en: "From year" },
          subject: { sv: "Från-året", en: "The start year" },
          messages: {
            format: {
              sv: "Skriv från-året med fyra siffror, tidigast 1900, till exempel 2015",
              en: "Enter the start year with four digits, 1900 or later, for example 2015",
            },
            "not-a-date": {
              sv: "Från-datumet finns inte i kalendern",
              en: "The start date must be a real date",
            },
            future: { sv: "Från-året måste ha varit", en: "The start year must be in the past" },
          },
        },
        to: {
          kind: "text",
          format: "year-or-date",
          maxLength: 40,
          required: false,
          personal: true,
          endsPeriodFrom: "from",
          label: { sv: "Till år", en: "To year" },
          subject: { sv: "Till-året", en: "The end year" },
          messages: {
            format: {
              sv: "Skriv till-året med fyra siffror, tidigast 1900, till exempel 2019",
              en: "Enter the end year with four digits, 1900 or later, for example 2019",
            },
            "not-a-date": { sv: "Till-datumet finns inte i kalendern", en: "The end date must be a real date" },
            "period-reversed": {
              sv: "Till-året är tidigare än från-året. Kontrollera båda.",
              en: "The end year is before the start year. Check both.",
            },
          },
        },
      },
    },
  },
  details: {
    kind: "text",
    maxLength: 2000,
    lines: 8,
    required: false,
    personal: true,
    label: { sv: "Beskriv med egna ord", en: "Describe it in your own words" },
    short: { sv: "Din beskrivning", en: "Your description" },
    subject: { sv: "Texten", en: "The text" },
  },
} as const satisfies Fields;
