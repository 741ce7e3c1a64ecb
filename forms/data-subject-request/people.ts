import type { Fields } from "../form.ts";

/** Who it is about, who sends it, and how the answer and messages reach them. */
export const peopleFields = {
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
          sv: "Till exempel Kivra eller Min myndighetspost. Har du ingen får du svaret på ett annat sätt.",
          en: "For example Kivra or Min myndighetspost. If you have none you get the answer in another way.",
        },
      },
      {
        value: "pick-up",
        label: { sv: "Hämta på ett medborgarkontor", en: "Collect at a citizens’ office" },
        hint: { sv: "Ta med legitimation.", en: "Bring proof of identity." },
      },
      {
        value: "download",
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
        hint: {
          sv: "Vi använder det om du inte har skrivit någon e-postadress.",
          en: "We use it if you have not given an email address.",
        },
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
        // Room for a month in letters: what is wrong with it is not its length.
        maxLength: 40,
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
} as const satisfies Fields;
