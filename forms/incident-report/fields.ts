import type { Fields } from "../form.ts";
import {
  causeOptions,
  dataKindOptions,
  discoveredByOptions,
  effectOptions,
  personGroupOptions,
  stoppedOptions,
} from "./options.ts";
import { whatHappenedOptions } from "./what-happened.ts";

const noNames = { sv: "Skriv inte namn eller personnummer.", en: "Do not write names or personal identity numbers." };

/** What the employee knows of it. Only what happened and when it was noticed must be there; the rest may be unknown. */
export const factFields = {
  whatHappened: {
    kind: "choice",
    counted: true,
    options: whatHappenedOptions,
    label: { sv: "Vad har hänt?", en: "What has happened?" },
    subject: { sv: "Vad som har hänt", en: "What has happened" },
    messages: {
      empty: { sv: "Välj vad som har hänt", en: "Select what has happened" },
      format: {
        sv: "Välj ett av alternativen för vad som har hänt",
        en: "Select one of the options for what has happened",
      },
    },
  },
  description: {
    kind: "text",
    maxLength: 2000,
    lines: 5,
    personal: true,
    label: { sv: "Beskriv kort med egna ord", en: "Describe it briefly in your own words" },
    short: { sv: "Beskrivning", en: "Description" },
    hint: noNames,
    subject: { sv: "Beskrivningen", en: "The description" },
    messages: {
      empty: {
        sv: "Beskriv kort vad som har hänt. En mening räcker.",
        en: "Describe what has happened. A line will do.",
      },
    },
  },
  discoveredBy: {
    kind: "choice",
    nullable: true,
    counted: true,
    options: discoveredByOptions,
    label: { sv: "Hur upptäcktes det?", en: "How was it noticed?" },
    subject: { sv: "Hur det upptäcktes", en: "How it was noticed" },
    messages: {
      format: {
        sv: "Välj ett av alternativen för hur det upptäcktes",
        en: "Select one of the options for how it was noticed",
      },
    },
  },
  cause: {
    kind: "choice",
    nullable: true,
    counted: true,
    options: causeOptions,
    label: { sv: "Varför hände det?", en: "Why did it happen?" },
    subject: { sv: "Orsaken", en: "The cause" },
    messages: {
      format: {
        sv: "Välj ett av alternativen för varför det hände",
        en: "Select one of the options for why it happened",
      },
    },
  },
  effect: {
    kind: "choices",
    default: [],
    options: effectOptions,
    label: { sv: "Vad har hänt med uppgifterna?", en: "What has happened to the data?" },
    hint: {
      sv: "Välj allt som passar. Välj inget om du inte vet.",
      en: "Select all that apply, or none if you do not know.",
    },
    subject: { sv: "Vad som har hänt med uppgifterna", en: "What has happened to the data" },
    messages: {
      format: {
        sv: "Välj bland alternativen för vad som har hänt med uppgifterna",
        en: "Select among the options for what has happened to the data",
      },
    },
  },
  personGroups: {
    kind: "choices",
    default: [],
    options: personGroupOptions,
    label: { sv: "Vilka personer berörs?", en: "Who is affected?" },
    hint: { sv: "Välj alla som passar.", en: "Select all that apply." },
    subject: { sv: "Vilka som berörs", en: "Who is affected" },
    messages: {
      format: {
        sv: "Välj bland alternativen för vilka personer som berörs",
        en: "Select among the options for who is affected",
      },
    },
  },
  personsAbout: {
    kind: "number",
    nullable: true,
    min: 0,
    max: 100_000_000,
    label: { sv: "Ungefär hur många personer?", en: "About how many people?" },
    short: { sv: "Antal personer", en: "Number of people" },
    hint: {
      sv: "En gissning räcker. Lämna tomt om du inte vet.",
      en: "A guess will do. Leave empty if you do not know.",
    },
    subject: { sv: "Antalet personer", en: "The number of people" },
    messages: {
      format: {
        sv: "Skriv antalet personer med siffror, till exempel 12",
        en: "Enter the number of people in figures, for example 12",
      },
    },
  },
  dataKinds: {
    kind: "choices",
    default: [],
    options: dataKindOptions,
    label: { sv: "Vilka uppgifter gäller det?", en: "Which data is it about?" },
    hint: { sv: "Välj alla som passar.", en: "Select all that apply." },
    subject: { sv: "Vilka uppgifter det gäller", en: "Which data it is about" },
    messages: {
      format: {
        sv: "Välj bland alternativen för vilka uppgifter det gäller",
        en: "Select among the options for which data it is about",
      },
    },
  },
  measuresTaken: {
    kind: "text",
    nullable: true,
    maxLength: 2000,
    lines: 5,
    personal: true,
    label: { sv: "Vad har ni gjort hittills? (frivilligt)", en: "What have you done so far? (optional)" },
    short: { sv: "Gjort hittills", en: "Done so far" },
    hint: noNames,
    subject: { sv: "Vad ni har gjort", en: "What you have done" },
  },
  stopped: {
    kind: "choice",
    nullable: true,
    options: stoppedOptions,
    label: { sv: "Är läckan stoppad?", en: "Has it been stopped?" },
    subject: { sv: "Om läckan är stoppad", en: "Whether it has been stopped" },
    messages: {
      format: {
        sv: "Svara ja, nej eller vet inte på om läckan är stoppad",
        en: "Answer yes, no or unknown to whether it has been stopped",
      },
    },
  },
} as const satisfies Fields;

const wholeInstant = (what: { readonly sv: string; readonly en: string }) => ({
  format: {
    sv: `Skriv ${what.sv} med datum, klockslag och tidszon, till exempel 2026-11-22T14:30:00+01:00`,
    en: `Give ${what.en} with date, time and zone, for example 2026-11-22T14:30:00+01:00`,
  },
});

/** Each time by itself: when it happened, when it was noticed, and when the city became aware (art. 33.1). */
export const timeFields = {
  detectedAt: {
    kind: "instant",
    label: { sv: "När upptäcktes incidenten?", en: "When was it noticed?" },
    short: { sv: "Upptäcktes", en: "Noticed" },
    hint: { sv: "Till exempel 14.30. Ungefär räcker.", en: "For example 14:30. Roughly is enough." },
    subject: { sv: "Tiden då incidenten upptäcktes", en: "The time it was noticed" },
    messages: {
      empty: {
        sv: "Skriv dagen och klockslaget när incidenten upptäcktes, till exempel 14.30",
        en: "Enter the day and the time it was noticed, for example 14:30",
      },
      ...wholeInstant({ sv: "när incidenten upptäcktes", en: "when it was noticed" }),
    },
  },
  awareAt: {
    kind: "instant",
    required: false,
    label: { sv: "När fick staden kännedom? (frivilligt)", en: "When did the city become aware? (optional)" },
    short: { sv: "Staden fick kännedom", en: "The city became aware" },
    hint: {
      sv: "Bara om det var senare än upptäckten, till exempel när en leverantör hörde av sig. De 72 timmarna räknas härifrån.",
      en: "Only if it was later than it was noticed, for example when a supplier told us. The 72 hours run from here.",
    },
    subject: { sv: "Tiden då staden fick kännedom", en: "The time the city became aware" },
    messages: wholeInstant({ sv: "när staden fick kännedom", en: "when the city became aware" }),
  },
  awareDelayReason: {
    kind: "text",
    required: false,
    maxLength: 2000,
    lines: 3,
    personal: true,
    label: { sv: "Varför dröjde kännedomen? (frivilligt)", en: "Why did awareness take time? (optional)" },
    short: { sv: "Varför det dröjde", en: "Why it took time" },
    hint: {
      sv: "Behövs om det gick mer än ett dygn från upptäckten.",
      en: "Needed if it took more than 24 hours from when it was noticed.",
    },
    subject: { sv: "Skälet till dröjsmålet", en: "The reason for the delay" },
  },
  occurredAt: {
    kind: "instant",
    nullable: true,
    label: { sv: "När hände det?", en: "When did it happen?" },
    short: { sv: "Hände", en: "Happened" },
    hint: {
      sv: "Ungefär räcker. Lämna tomt om du inte vet.",
      en: "Roughly is enough. Leave empty if you do not know.",
    },
    subject: { sv: "Tiden då det hände", en: "The time it happened" },
    messages: wholeInstant({ sv: "när det hände", en: "when it happened" }),
  },
  ongoing: {
    kind: "yes-no",
    default: false,
    label: { sv: "Det pågår fortfarande", en: "It is still going on" },
    subject: { sv: "Svaret om det pågår", en: "The answer about whether it is going on" },
    messages: {
      format: { sv: "Svara ja eller nej på om det pågår", en: "Answer yes or no to whether it is going on" },
    },
  },
} as const satisfies Fields;

/** Who is told, where it belongs, and whether it is practice. */
export const tellingFields = {
  manager: {
    kind: "group",
    required: false,
    label: { sv: "Ansvarig chef", en: "Responsible manager" },
    hint: {
      sv: "Din chef och dataskyddsombudet får anmälan samtidigt. Lämna tomt om du inte vet vem det är.",
      en: "Your manager and the data protection officer are told at the same time. Leave empty if you do not know who it is.",
    },
    subject: { sv: "Uppgifterna om chefen", en: "The details of the manager" },
    messages: {
      format: { sv: "Uppgifterna om chefen ska vara ett objekt", en: "The details of the manager must be an object" },
    },
    fields: {
      name: {
        kind: "text",
        maxLength: 100,
        personal: true,
        label: { sv: "Chefens namn", en: "The manager’s name" },
        subject: { sv: "Chefens namn", en: "The manager’s name" },
        messages: { empty: { sv: "Skriv chefens namn", en: "Enter the manager’s name" } },
      },
      email: {
        kind: "text",
        format: "email",
        maxLength: 254,
        personal: true,
        label: { sv: "Chefens e-postadress", en: "The manager’s email address" },
        subject: { sv: "Chefens e-postadress", en: "The manager’s email address" },
        messages: {
          empty: {
            sv: "Skriv chefens e-postadress, så att chefen får anmälan direkt",
            en: "Enter the manager’s email address, so that the manager is told at once",
          },
          format: {
            sv: "Skriv chefens e-postadress på formen namn@exempel.se",
            en: "Enter the manager’s email address in the form name@example.com",
          },
        },
      },
    },
  },
  unit: {
    kind: "text",
    required: false,
    maxLength: 100,
    label: { sv: "Enhet (frivilligt)", en: "Unit (optional)" },
    hint: { sv: "Lämna tomt om det gäller din egen enhet.", en: "Leave empty if it is about your own unit." },
    subject: { sv: "Enheten", en: "The unit" },
  },
  drill: {
    kind: "yes-no",
    default: false,
    label: { sv: "Det här är en övning", en: "This is a drill" },
    hint: { sv: "En övning räknas inte i statistiken.", en: "A drill is not counted in the statistics." },
    subject: { sv: "Svaret om övning", en: "The answer about a drill" },
    messages: {
      format: { sv: "Svara ja eller nej på om det är en övning", en: "Answer yes or no to whether it is a drill" },
    },
  },
} as const satisfies Fields;
