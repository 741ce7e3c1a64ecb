import type { Fields } from "../form.ts";
import { commandForm, commonForms, neededDay, neededText, reasonText } from "./command-form.ts";

const reason = reasonText({ sv: "Skäl", en: "Reason" }, { sv: "Skälet", en: "The reason" });
const explanation = reasonText({ sv: "Motivering", en: "Explanation" }, { sv: "Motiveringen", en: "The explanation" });
const sentOn = neededDay(
  { sv: "Dagen då svaret skickades", en: "The day the answer was sent" },
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
    label: { sv: "Vilken enhet ska ha ärendet?", en: "Which unit is to have the case?" },
    hint: { sv: "Svarstiden ändras inte.", en: "The time to answer does not change." },
    messages: { empty: { sv: "Välj vilken enhet som ska ha ärendet", en: "Select the unit that is to have the case" } },
  },
  toUnits: {
    kind: "list",
    required: false,
    maxItems: 20,
    label: { sv: "Vilka enheter ska ha ärendet?", en: "Which units are to have the case?" },
    subject: { sv: "Listan över enheter", en: "The list of units" },
    messages: {
      empty: { sv: "Välj minst en enhet", en: "Select at least one unit" },
      format: { sv: "Enheterna ska vara en lista", en: "The units must be a list" },
      "too-many": { sv: "Välj högst 20 enheter", en: "Select at most 20 units" },
    },
    of: { ...unit, messages: { empty: { sv: "Skriv enhetens id", en: "Give the id of the unit" } } },
  },
  reason,
} as const satisfies Fields;

/** What can be done with a request, one form per command. */
export const requestForms = {
  ...commonForms("request"),
  take: commandForm("request", "take", { sv: "Ta ärendet", en: "Take the case" }, {}),
  "ask-identity": commandForm(
    "request",
    "ask-identity",
    { sv: "Fråga vem personen är", en: "Ask who the person is" },
    { reason },
  ),
  "confirm-identity": commandForm(
    "request",
    "confirm-identity",
    { sv: "Bekräfta vem personen är", en: "Confirm who the person is" },
    {
      how: neededText(
        { sv: "Hur kontrollerades det?", en: "How was it checked?" },
        { sv: "Hur det kontrollerades", en: "How it was checked" },
        { sv: "Skriv hur du kontrollerade vem personen är", en: "Write how you checked who the person is" },
      ),
    },
  ),
  "confirm-representation": commandForm(
    "request",
    "confirm-representation",
    { sv: "Bekräfta att personen får företräda den andra", en: "Confirm that the person may represent the other" },
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
        label: { sv: "Hur kontrollerades det?", en: "How was it checked?" },
        subject: { sv: "Hur det kontrollerades", en: "How it was checked" },
        messages: {
          empty: {
            sv: "Välj hur du kontrollerade att personen får företräda den andra",
            en: "Select how you checked that the person may represent the other",
          },
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
    { sv: "Anteckna en sökning", en: "Record a search" },
    {
      system: neededText(
        { sv: "Register eller system", en: "Register or system" },
        { sv: "Registrets namn", en: "The name of the register" },
        { sv: "Skriv vilket register du har sökt i", en: "Enter the register you have searched" },
      ),
      found: {
        kind: "yes-no",
        label: { sv: "Fanns det uppgifter?", en: "Was anything found?" },
        subject: { sv: "Svaret om något hittades", en: "The answer about whether anything was found" },
        messages: {
          empty: { sv: "Välj om något hittades", en: "Select whether anything was found" },
          format: {
            sv: "Svara ja eller nej på om något hittades",
            en: "Answer yes or no to whether anything was found",
          },
        },
      },
    },
  ),
  "start-review": commandForm("request", "start-review", { sv: "Börja granska", en: "Start the review" }, {}),
  forward: commandForm("request", "forward", { sv: "Skicka vidare", en: "Forward" }, forwardFields),
  refer: commandForm(
    "request",
    "refer",
    { sv: "Hänvisa till någon utanför staden", en: "Refer to somebody outside the city" },
    {
      to: neededText(
        { sv: "Vart hänvisas personen?", en: "Where is the person referred?" },
        { sv: "Vart personen hänvisas", en: "Where the person is referred" },
        { sv: "Skriv vart du hänvisar personen", en: "Write where you refer the person" },
      ),
      reason,
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
            label: { sv: "Personen har gjort många begäran", en: "The person has made many requests" },
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
      explanation,
      noticeSentOn: neededDay(
        { sv: "Dagen då beskedet skickades", en: "The day the notice was sent" },
        { sv: "Dagen då beskedet skickades", en: "The day the notice was sent" },
        { sv: "Skriv dagen då beskedet om mer tid skickades", en: "Enter the day the notice of more time was sent" },
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
          { value: "granted", label: { sv: "Personen får allt", en: "Granted" } },
          { value: "partly-granted", label: { sv: "Personen får en del", en: "Partly granted" } },
          { value: "no-data", label: { sv: "Det finns inga uppgifter", en: "There is no data" } },
        ],
        label: { sv: "Vad blev svaret?", en: "What was the answer?" },
        subject: { sv: "Svaret", en: "The answer" },
        messages: {
          empty: { sv: "Välj vad svaret blev", en: "Select what the answer was" },
          format: { sv: "Välj ett av alternativen för svaret", en: "Select one of the options for the answer" },
        },
      },
      sentOn,
      explanation,
      withheldForSecrecy: {
        kind: "yes-no",
        required: false,
        label: { sv: "Något är utelämnat på grund av sekretess", en: "Something was left out because of secrecy" },
        subject: { sv: "Svaret om sekretess", en: "The answer about secrecy" },
        messages: {
          format: {
            sv: "Svara ja eller nej på om något är utelämnat",
            en: "Answer yes or no to whether something was left out",
          },
        },
      },
    },
  ),
  refuse: commandForm(
    "request",
    "refuse",
    { sv: "Avslå", en: "Refuse" },
    {
      outcome: {
        kind: "choice",
        options: [
          {
            value: "refused-unfounded",
            label: { sv: "Uppenbart ogrundad (art. 12.5)", en: "Manifestly unfounded (art. 12.5)" },
          },
          { value: "refused-excessive", label: { sv: "Orimlig (art. 12.5)", en: "Excessive (art. 12.5)" } },
          { value: "refused-by-law", label: { sv: "En lag hindrar det", en: "A law prevents it" } },
        ],
        label: { sv: "Varför avslås begäran?", en: "Why is the request refused?" },
        subject: { sv: "Grunden för avslaget", en: "The ground for refusing" },
        messages: {
          empty: { sv: "Välj varför begäran avslås", en: "Select why the request is refused" },
          format: {
            sv: "Välj ett av alternativen för varför begäran avslås",
            en: "Select one of the options for why the request is refused",
          },
        },
      },
      explanation,
      sentOn,
    },
  ),
  withdraw: commandForm(
    "request",
    "withdraw",
    { sv: "Personen har tagit tillbaka sin begäran", en: "The person has withdrawn the request" },
    {},
  ),
  "mark-duplicate": commandForm(
    "request",
    "mark-duplicate",
    { sv: "Samma begäran finns redan", en: "The same request is already here" },
    {
      of: neededText(
        { sv: "Ärendenumret som finns redan", en: "The number of the case that is already here" },
        { sv: "Ärendenumret", en: "The case number" },
        { sv: "Skriv numret på ärendet som finns redan", en: "Enter the number of the case that is already here" },
        40,
      ),
    },
  ),
  reclassify: commandForm(
    "request",
    "reclassify",
    { sv: "Det är något annat än en begäran enligt GDPR", en: "It is something other than a request under the GDPR" },
    {
      as: neededText(
        { sv: "Vad är det i stället?", en: "What is it instead?" },
        { sv: "Vad det är i stället", en: "What it is instead" },
        {
          sv: "Skriv vad det är i stället, till exempel allmän handling",
          en: "Write what it is instead, for example a public record",
        },
      ),
      explanation,
    },
  ),
  "close-unidentified": commandForm(
    "request",
    "close-unidentified",
    { sv: "Avsluta – vi vet inte vem personen är", en: "Close – we do not know who the person is" },
    { explanation },
  ),
  reopen: commandForm("request", "reopen", { sv: "Öppna ärendet igen", en: "Reopen the case" }, { reason }),
};
