import type { Fields } from "../form.ts";
import { commandForm, commonForms, neededDay, neededText, why } from "./command-form.ts";

const sentOn = neededDay(
  { sv: "När skickades svaret?", en: "When was the answer sent?" },
  { sv: "Dagen då svaret skickades", en: "The day the answer was sent" },
  { sv: "Skriv dagen då svaret skickades", en: "Enter the day the answer was sent" },
);
const unit = {
  kind: "text",
  maxLength: 100,
  label: { sv: "Enhet", en: "Unit" },
  subject: { sv: "Enheten", en: "The unit" },
} as const;

const forwardFields = {
  toUnit: {
    ...unit,
    required: { field: "/toUnits", answered: false },
    label: { sv: "Vilken nämnd ska ha ärendet?", en: "Which committee is to have the case?" },
    hint: { sv: "Svarstiden ändras inte.", en: "The time to answer does not change." },
    messages: {
      empty: { sv: "Välj vilken nämnd som ska ha ärendet", en: "Select the committee that is to have the case" },
    },
  },
  toUnits: {
    kind: "list",
    required: false,
    maxItems: 20,
    label: { sv: "Vilken nämnd ska ha ärendet?", en: "Which committee is to have the case?" },
    subject: { sv: "Listan över enheter", en: "The list of units" },
    messages: {
      empty: { sv: "Välj vilken nämnd som ska ha ärendet", en: "Select the committee that is to have the case" },
      format: { sv: "Enheterna ska vara en lista", en: "The units must be a list" },
      "too-many": { sv: "Välj högst 20 enheter", en: "Select at most 20 units" },
    },
    of: { ...unit, messages: { empty: { sv: "Skriv enhetens id", en: "Give the id of the unit" } } },
  },
  reason: why({ sv: "Varför hör ärendet dit?", en: "Why does the case belong there?" }),
} as const satisfies Fields;

/** What can be done with a request, one form per command. */
export const requestForms = {
  ...commonForms("request"),
  take: commandForm("request", "take", { sv: "Ta ärendet", en: "Take the case" }, {}),
  "ask-identity": commandForm(
    "request",
    "ask-identity",
    { sv: "Be om identitet", en: "Ask who the person is" },
    { reason: why({ sv: "Varför tvivlar vi?", en: "Why do we doubt it?" }) },
  ),
  "confirm-identity": commandForm(
    "request",
    "confirm-identity",
    { sv: "Bekräfta identitet", en: "Confirm who the person is" },
    {
      how: neededText(
        { sv: "Hur har du kontrollerat det?", en: "How have you checked it?" },
        { sv: "Hur det kontrollerades", en: "How it was checked" },
        { sv: "Skriv hur du har kontrollerat vem personen är", en: "Write how you have checked who the person is" },
        {
          hint: {
            sv: "Till exempel: visade legitimation på medborgarkontoret. Skriv inte av handlingen.",
            en: "For example: showed identification at the office. Do not copy the document.",
          },
        },
      ),
    },
  ),
  "confirm-representation": commandForm(
    "request",
    "confirm-representation",
    { sv: "Bekräfta rätten att företräda", en: "Confirm the right to represent" },
    {
      how: {
        kind: "choice",
        options: [
          { value: "evidence", label: { sv: "En fullmakt eller ett beslut", en: "A power of attorney or a decision" } },
          {
            value: "register-extract",
            label: {
              sv: "Registerutdrag för god man eller förvaltare",
              en: "Extract from the register of guardians and trustees",
            },
          },
          {
            value: "guardian-in-population-register",
            label: { sv: "Vårdnadshavare enligt folkbokföringen", en: "Guardian according to the population register" },
          },
          { value: "known-to-unit", label: { sv: "Enheten vet det redan", en: "The unit already knows" } },
        ],
        label: { sv: "Hur har du kontrollerat det?", en: "How have you checked it?" },
        subject: { sv: "Hur det kontrollerades", en: "How it was checked" },
        messages: {
          empty: { sv: "Välj hur du har kontrollerat det", en: "Select how you have checked it" },
          format: {
            sv: "Välj ett av alternativen för hur det kontrollerades",
            en: "Select one of the options for how it was checked",
          },
        },
      },
    },
  ),
  "record-search": commandForm(
    "request",
    "record-search",
    { sv: "Sök i ett register", en: "Record a search" },
    {
      system: neededText(
        { sv: "Vilket register eller system?", en: "Which register or system?" },
        { sv: "Registrets namn", en: "The name of the register" },
        { sv: "Skriv vilket register du har sökt i", en: "Enter the register you have searched" },
      ),
      found: {
        kind: "yes-no",
        label: { sv: "Fanns det uppgifter?", en: "Was anything found?" },
        subject: { sv: "Svaret om något hittades", en: "The answer about whether anything was found" },
        messages: {
          empty: { sv: "Välj om det fanns uppgifter", en: "Select whether anything was found" },
          format: {
            sv: "Svara ja eller nej på om något hittades",
            en: "Answer yes or no to whether anything was found",
          },
        },
      },
    },
  ),
  "start-review": commandForm("request", "start-review", { sv: "Börja granska", en: "Start the review" }, {}),
  forward: commandForm(
    "request",
    "forward",
    { sv: "Skicka till rätt nämnd", en: "Forward to the right committee" },
    forwardFields,
  ),
  refer: commandForm(
    "request",
    "refer",
    { sv: "Hänvisa till någon utanför staden", en: "Refer to somebody outside the city" },
    {
      to: neededText(
        { sv: "Vem kan svara?", en: "Who can answer?" },
        { sv: "Den som kan svara", en: "Who can answer" },
        { sv: "Skriv vem som kan svara", en: "Write who can answer" },
        { hint: { sv: "Till exempel Region Stockholm.", en: "For example the region." } },
      ),
      reason: why({ sv: "Varför är det inte staden?", en: "Why is it not the city?" }),
    },
  ),
  extend: commandForm(
    "request",
    "extend",
    { sv: "Förläng tiden", en: "Extend the time" },
    {
      reason: {
        kind: "choice",
        options: [
          { value: "complex", label: { sv: "Begäran är komplicerad", en: "The request is complex" } },
          {
            value: "many-requests",
            label: { sv: "Det är många begäranden", en: "There are many requests" },
          },
        ],
        label: { sv: "Varför behövs mer tid?", en: "Why is more time needed?" },
        subject: { sv: "Skälet till mer tid", en: "The reason for more time" },
        messages: {
          empty: { sv: "Välj varför det behövs mer tid", en: "Select why more time is needed" },
          format: {
            sv: "Välj ett av alternativen för varför det behövs mer tid",
            en: "Select one of the options for why more time is needed",
          },
        },
      },
      explanation: why(
        { sv: "Förklara varför", en: "Explain why" },
        {
          sv: "Skriv så att den som frågar förstår. Skälet sparas i ärendet.",
          en: "Write so that the person who asks understands. The reason is kept in the case.",
        },
      ),
      noticeSentOn: neededDay(
        { sv: "När skickades beskedet?", en: "When was the notice sent?" },
        { sv: "Dagen då beskedet skickades", en: "The day the notice was sent" },
        { sv: "Skriv dagen då beskedet om mer tid skickades", en: "Enter the day the notice of more time was sent" },
        {
          sv: "Beskedet måste skickas inom en månad från det att begäran kom in.",
          en: "The notice must be sent within one month of the request.",
        },
      ),
    },
  ),
  answer: commandForm(
    "request",
    "answer",
    { sv: "Svara", en: "Answer" },
    {
      outcome: {
        kind: "choice",
        options: [
          {
            value: "granted",
            label: {
              sv: "Bifall: personen har fått det den bad om",
              en: "Granted: the person has what was asked for",
            },
          },
          { value: "partly-granted", label: { sv: "Delvis bifall", en: "Partly granted" } },
          { value: "no-data", label: { sv: "Inga uppgifter finns", en: "There is no data" } },
        ],
        label: { sv: "Vad blev svaret?", en: "What was the answer?" },
        subject: { sv: "Svaret", en: "The answer" },
        messages: {
          empty: { sv: "Välj vad svaret blev", en: "Select what the answer was" },
          format: { sv: "Välj ett av alternativen för svaret", en: "Select one of the options for the answer" },
        },
      },
      sentOn,
      withheldForSecrecy: {
        kind: "yes-no",
        required: false,
        label: { sv: "Något är utelämnat på grund av sekretess", en: "Something was left out because of secrecy" },
        hint: {
          sv: "Då måste du skriva varför, och svaret ska säga hur man överklagar.",
          en: "Then you must write why, and the answer is to say how to appeal.",
        },
        subject: { sv: "Svaret om sekretess", en: "The answer about secrecy" },
        messages: {
          format: {
            sv: "Svara ja eller nej på om något är utelämnat",
            en: "Answer yes or no to whether something was left out",
          },
        },
      },
      explanation: why(
        { sv: "Varför lämnas inte allt ut?", en: "Why is not everything handed out?" },
        {
          sv: "Behövs när personen inte får allt den bad om.",
          en: "Needed when the person does not get all that was asked for.",
        },
      ),
    },
  ),
  refuse: commandForm(
    "request",
    "refuse",
    { sv: "Avslå helt", en: "Refuse altogether" },
    {
      outcome: {
        kind: "choice",
        options: [
          {
            value: "refused-unfounded",
            label: {
              sv: "Avslag: uppenbart ogrundad (artikel 12.5)",
              en: "Refused: manifestly unfounded (Article 12.5)",
            },
          },
          {
            value: "refused-excessive",
            label: {
              sv: "Avslag: orimlig eller upprepad (artikel 12.5)",
              en: "Refused: excessive or repeated (Article 12.5)",
            },
          },
          { value: "refused-by-law", label: { sv: "Avslag: lagen hindrar", en: "Refused: the law prevents it" } },
        ],
        label: { sv: "Varför avslår ni?", en: "Why do you refuse?" },
        subject: { sv: "Grunden för avslaget", en: "The ground for refusing" },
        messages: {
          empty: { sv: "Välj varför ni avslår", en: "Select why you refuse" },
          format: {
            sv: "Välj ett av alternativen för varför begäran avslås",
            en: "Select one of the options for why the request is refused",
          },
        },
      },
      explanation: why({ sv: "Motivera beslutet", en: "Explain the decision" }),
      sentOn: { ...sentOn, label: { sv: "När skickades beslutet?", en: "When was the decision sent?" } },
    },
  ),
  withdraw: commandForm("request", "withdraw", { sv: "Tillbakatagen", en: "Withdrawn" }, {}),
  "mark-duplicate": commandForm(
    "request",
    "mark-duplicate",
    { sv: "Dubblett", en: "Duplicate" },
    {
      of: neededText(
        { sv: "Det andra ärendets nummer", en: "The number of the other case" },
        { sv: "Ärendenumret", en: "The case number" },
        { sv: "Skriv numret på det andra ärendet", en: "Enter the number of the other case" },
        { maxLength: 40 },
      ),
    },
  ),
  reclassify: commandForm(
    "request",
    "reclassify",
    { sv: "Hanteras enligt andra regler", en: "Handled under other rules" },
    {
      as: neededText(
        { sv: "Vad är det i stället?", en: "What is it instead?" },
        { sv: "Vad det är i stället", en: "What it is instead" },
        { sv: "Skriv vad det är i stället", en: "Write what it is instead" },
        {
          hint: {
            sv: "Till exempel begäran om allmän handling.",
            en: "For example a request for a public record.",
          },
        },
      ),
      explanation: why({ sv: "Varför?", en: "Why?" }),
    },
  ),
  "close-unidentified": commandForm(
    "request",
    "close-unidentified",
    { sv: "Avsluta, vi vet inte vem personen är", en: "Close, we do not know who the person is" },
    {
      explanation: why({
        sv: "Vad har ni gjort för att ta reda på det?",
        en: "What have you done to find out?",
      }),
    },
  ),
  reopen: commandForm(
    "request",
    "reopen",
    { sv: "Öppna ärendet igen", en: "Reopen the case" },
    { reason: why({ sv: "Varför öppnas ärendet igen?", en: "Why is the case reopened?" }) },
  ),
};
