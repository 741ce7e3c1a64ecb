import type { AnswersOf, Form, TurnedAwayBy } from "./form.ts";

/**
 * A person's request about their own data (GDPR art. 12, 15–18, 20–22, 7(3), 77). It asks for no reason, no signature
 * and no copy of an identity document, and a personal identity number is never the only way.
 */
export const dataSubjectRequest = {
  id: "data-subject-request",
  version: 1,
  title: { sv: "Begär ut eller ändra dina personuppgifter", en: "Ask for or change your personal data" },
  fields: {
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
            maxLength: 10,
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
            maxLength: 10,
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
    delivery: {
      kind: "choice",
      counted: true,
      label: { sv: "Hur vill du ha svaret?", en: "How do you want the answer?" },
      short: { sv: "Så får du svaret", en: "How you get the answer" },
      hint: {
        sv: "Vi skickar aldrig svaret med vanlig e-post.",
        en: "We never send the answer by ordinary email.",
      },
      subject: { sv: "Hur du vill ha svaret", en: "How you want the answer" },
      messages: {
        empty: { sv: "Välj hur du vill ha svaret", en: "Select how you want the answer" },
        format: {
          sv: "Välj ett av alternativen för hur du vill ha svaret",
          en: "Select one of the options for how you want the answer",
        },
      },
      options: [
        {
          value: "registered-address",
          label: { sv: "Brev till folkbokföringsadressen", en: "Letter to the registered address" },
        },
        {
          value: "digital-mailbox",
          label: { sv: "Digital brevlåda", en: "Digital mailbox" },
          hint: {
            sv: "Till exempel Kivra eller Min myndighetspost.",
            en: "For example Kivra or Min myndighetspost.",
          },
        },
        {
          value: "pick-up",
          label: { sv: "Hämta på ett medborgarkontor", en: "Collect at a citizens’ office" },
          hint: { sv: "Ta med legitimation.", en: "Bring proof of identity." },
        },
        {
          value: "download",
          offPage: true,
          label: { sv: "Ladda ner med e-legitimation", en: "Download with eID" },
        },
      ],
    },
    contact: {
      kind: "group",
      required: false,
      label: {
        sv: "Ska vi meddela dig när något händer? (frivilligt)",
        en: "Should we tell you when something happens? (optional)",
      },
      hint: {
        sv: "I meddelandet står bara ärendenumret.",
        en: "The message contains only the case number.",
      },
      subject: { sv: "Kontaktuppgifterna", en: "The contact details" },
      messages: {
        format: { sv: "Kontaktuppgifterna ska vara ett objekt", en: "The contact details must be an object" },
      },
      fields: {
        email: {
          kind: "text",
          format: "email",
          maxLength: 254,
          required: false,
          personal: true,
          autocomplete: "email",
          label: { sv: "E-postadress", en: "Email address" },
          subject: { sv: "E-postadressen", en: "The email address" },
          messages: {
            format: {
              sv: "Skriv e-postadressen på formen namn@exempel.se",
              en: "Enter the email address in the form name@example.com",
            },
          },
        },
        phone: {
          kind: "text",
          format: "phone",
          maxLength: 30,
          required: false,
          personal: true,
          autocomplete: "tel",
          label: { sv: "Mobilnummer", en: "Mobile number" },
          subject: { sv: "Mobilnumret", en: "The mobile number" },
          messages: {
            format: {
              sv: "Skriv ett mobilnummer, till exempel 070-174 06 05",
              en: "Enter a mobile number, for example 070-174 06 05",
            },
          },
        },
      },
    },
    person: {
      kind: "group",
      label: { sv: "Den det gäller", en: "The person it is about" },
      subject: { sv: "Uppgifterna om den det gäller", en: "The details of the person it is about" },
      messages: {
        empty: {
          sv: "Skriv vem begäran gäller: namn och personnummer eller födelsedatum",
          en: "Enter who the request is about: name and personal identity number or date of birth",
        },
        format: {
          sv: "Uppgifterna om den det gäller ska vara ett objekt",
          en: "The details of the person must be an object",
        },
      },
      fields: {
        givenName: {
          kind: "text",
          maxLength: 100,
          personal: true,
          autocomplete: "given-name",
          label: { sv: "Förnamn", en: "First name" },
          subject: { sv: "Förnamnet", en: "The first name" },
          messages: { empty: { sv: "Skriv förnamn", en: "Enter the first name" } },
        },
        familyName: {
          kind: "text",
          maxLength: 100,
          personal: true,
          autocomplete: "family-name",
          label: { sv: "Efternamn", en: "Last name" },
          subject: { sv: "Efternamnet", en: "The last name" },
          messages: { empty: { sv: "Skriv efternamn", en: "Enter the last name" } },
        },
        personalIdentityNumber: {
          kind: "text",
          format: "identity-number",
          maxLength: 30,
          required: { field: "/person/birthDate", answered: false },
          personal: true,
          label: {
            sv: "Personnummer eller samordningsnummer",
            en: "Personal identity number or coordination number",
          },
          hint: {
            sv: "12 siffror, till exempel 19900101-2385. Bindestreck och mellanslag går bra.",
            en: "12 digits, for example 19900101-2385. Hyphens and spaces are fine.",
          },
          short: { sv: "Personnummer", en: "Personal identity number" },
          subject: { sv: "Personnumret", en: "The personal identity number" },
          messages: {
            empty: {
              sv: "Skriv personnummer eller samordningsnummer. Finns inget nummer, skriv födelsedatum i stället.",
              en: "Enter a personal identity number or coordination number. If there is none, enter a date of birth instead.",
            },
            format: {
              sv: "Personnumret ska ha 12 siffror, till exempel 19900101-2385",
              en: "The personal identity number must have 12 digits, for example 19900101-2385",
            },
            "check-digits": {
              sv: "Personnumret stämmer inte. Kontrollera siffrorna.",
              en: "The personal identity number is not correct. Check the digits.",
            },
          },
        },
        birthDate: {
          kind: "text",
          format: "birth-date",
          maxLength: 10,
          required: false,
          personal: true,
          autocomplete: "bday",
          label: { sv: "Födelsedatum", en: "Date of birth" },
          hint: { sv: "Till exempel 1990 1 31", en: "For example 1990 1 31" },
          subject: { sv: "Födelsedatumet", en: "The date of birth" },
          messages: {
            format: {
              sv: "Skriv födelsedatumet med år, månad och dag i siffror, till exempel 1990 1 31",
              en: "Enter the date of birth as year, month and day in figures, for example 1990 1 31",
            },
            "no-year": { sv: "Födelsedatumet måste ha ett år", en: "The date of birth must include a year" },
            "no-month": { sv: "Födelsedatumet måste ha en månad", en: "The date of birth must include a month" },
            "no-day": { sv: "Födelsedatumet måste ha en dag", en: "The date of birth must include a day" },
            "not-a-date": { sv: "Födelsedatumet finns inte i kalendern", en: "The date of birth must be a real date" },
            future: { sv: "Födelsedatumet måste ha varit", en: "The date of birth must be in the past" },
          },
        },
        address: {
          kind: "group",
          required: { field: "/delivery", is: ["registered-address"] },
          label: { sv: "Folkbokföringsadress", en: "Registered address" },
          short: { sv: "Folkbokförings\u00adadress", en: "Registered address" },
          hint: { sv: "Dit skickar vi svaret som brev.", en: "This is where we send the answer by post." },
          subject: { sv: "Adressen", en: "The address" },
          messages: {
            empty: {
              sv: "Skriv folkbokföringsadressen, så att vi kan skicka svaret som brev",
              en: "Enter the registered address, so that we can send the answer by post",
            },
            format: { sv: "Adressen ska vara ett objekt", en: "The address must be an object" },
          },
          fields: {
            street: {
              kind: "text",
              maxLength: 200,
              personal: true,
              autocomplete: "address-line1",
              label: { sv: "Gatuadress", en: "Street address" },
              subject: { sv: "Gatuadressen", en: "The street address" },
              messages: { empty: { sv: "Skriv gatuadress", en: "Enter the street address" } },
            },
            postalCode: {
              kind: "text",
              format: "postal-code",
              maxLength: 10,
              personal: true,
              autocomplete: "postal-code",
              label: { sv: "Postnummer", en: "Postcode" },
              subject: { sv: "Postnumret", en: "The postcode" },
              messages: {
                empty: { sv: "Skriv postnummer", en: "Enter the postcode" },
                format: {
                  sv: "Skriv postnumret med 5 siffror, till exempel 123 45",
                  en: "Enter the postcode with 5 digits, for example 123 45",
                },
              },
            },
            city: {
              kind: "text",
              maxLength: 100,
              personal: true,
              autocomplete: "address-level2",
              label: { sv: "Postort", en: "Town" },
              subject: { sv: "Postorten", en: "The town" },
              messages: { empty: { sv: "Skriv postort", en: "Enter the town" } },
            },
          },
        },
      },
    },
    representative: {
      kind: "group",
      required: { field: "/onBehalfOf", is: ["represented"] },
      label: { sv: "Du som skickar begäran", en: "You who send the request" },
      subject: { sv: "Uppgifterna om dig som skickar begäran", en: "The details about you who send the request" },
      messages: {
        empty: {
          sv: "Skriv vem du är som skickar begäran åt någon annan",
          en: "Enter who you are who send the request for someone else",
        },
        format: {
          sv: "Uppgifterna om den som skickar begäran ska vara ett objekt",
          en: "The details about the sender must be an object",
        },
      },
      fields: {
        givenName: {
          kind: "text",
          maxLength: 100,
          personal: true,
          autocomplete: "given-name",
          label: { sv: "Ditt förnamn", en: "Your first name" },
          subject: { sv: "Ditt förnamn", en: "Your first name" },
          messages: { empty: { sv: "Skriv ditt förnamn", en: "Enter your first name" } },
        },
        familyName: {
          kind: "text",
          maxLength: 100,
          personal: true,
          autocomplete: "family-name",
          label: { sv: "Ditt efternamn", en: "Your last name" },
          subject: { sv: "Ditt efternamn", en: "Your last name" },
          messages: { empty: { sv: "Skriv ditt efternamn", en: "Enter your last name" } },
        },
        email: {
          kind: "text",
          format: "email",
          maxLength: 254,
          required: { field: "/representative/phone", answered: false },
          personal: true,
          autocomplete: "email",
          label: { sv: "Din e-postadress", en: "Your email address" },
          subject: { sv: "Din e-postadress", en: "Your email address" },
          messages: {
            empty: {
              sv: "Skriv din e-postadress eller ditt telefonnummer, så att vi kan nå dig",
              en: "Enter your email address or your phone number, so that we can reach you",
            },
            format: {
              sv: "Skriv din e-postadress på formen namn@exempel.se",
              en: "Enter your email address in the form name@example.com",
            },
          },
        },
        phone: {
          kind: "text",
          format: "phone",
          maxLength: 30,
          required: false,
          personal: true,
          autocomplete: "tel",
          label: { sv: "Ditt telefonnummer", en: "Your phone number" },
          subject: { sv: "Ditt telefonnummer", en: "Your phone number" },
          messages: {
            format: {
              sv: "Skriv ditt telefonnummer, till exempel 070-174 06 05",
              en: "Enter your phone number, for example 070-174 06 05",
            },
          },
        },
      },
    },
    language: {
      kind: "choice",
      default: "sv",
      counted: true,
      label: { sv: "Språk", en: "Language" },
      subject: { sv: "Språket", en: "The language" },
      messages: {
        empty: { sv: "Välj svenska eller engelska", en: "Select Swedish or English" },
        format: { sv: "Språket ska vara sv eller en", en: "The language must be sv or en" },
      },
      options: [
        { value: "sv", label: { sv: "Svenska", en: "Swedish" } },
        { value: "en", label: { sv: "Engelska", en: "English" } },
      ],
    },
  },
  pages: [
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
        sv: "Vi hör av oss till dig om vi behöver se en fullmakt eller ett beslut.",
        en: "We will contact you if we need to see a power of attorney or a decision.",
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
  ],
} as const satisfies Form;

/** A request as it was understood: complete, in one writing, nothing unknown in it. */
export type DataSubjectRequest = AnswersOf<typeof dataSubjectRequest>;
/** Somebody with protected identity: nothing else may be read, and nothing stored. */
export type TurnedAway = TurnedAwayBy<typeof dataSubjectRequest>;
