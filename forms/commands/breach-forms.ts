import type { Fields } from "../form.ts";
import { amendForm, lateReason } from "./amend-form.ts";
import { commandForm, commonForms, neededDay, neededText, neededTime, reasonText } from "./command-form.ts";

const reason = reasonText({ sv: "Skäl", en: "Reason" }, { sv: "Skälet", en: "The reason" });
const explanation = reasonText(
  { sv: "Motivera beslutet", en: "Explain the decision" },
  { sv: "Motiveringen", en: "The explanation" },
);

/** The controller decides through its delegate; the data protection officer advises. */
const deciding = {
  decidedBy: {
    kind: "text",
    required: false,
    maxLength: 200,
    personal: true,
    label: { sv: "Vem har beslutat? (frivilligt)", en: "Who decided? (optional)" },
    subject: { sv: "Den som har beslutat", en: "Who decided" },
  },
  dpoAdvice: reasonText(
    { sv: "Dataskyddsombudets råd (frivilligt)", en: "The data protection officer’s advice (optional)" },
    { sv: "Dataskyddsombudets råd", en: "The data protection officer’s advice" },
  ),
} as const satisfies Fields;

/** What can be done with a breach, one form per command. */
export const breachForms = {
  ...commonForms("breach"),
  "involve-dpo": commandForm(
    "breach",
    "involve-dpo",
    { sv: "Dataskyddsombudet är kontaktat", en: "The data protection officer has been told" },
    {
      at: neededTime(
        { sv: "När kontaktades ombudet?", en: "When was the officer told?" },
        { sv: "Tiden då ombudet kontaktades", en: "The time the officer was told" },
        { sv: "Skriv när dataskyddsombudet kontaktades", en: "Enter when the data protection officer was told" },
      ),
    },
  ),
  assess: commandForm(
    "breach",
    "assess",
    { sv: "Bedöm risken", en: "Assess the risk" },
    {
      risk: {
        kind: "choice",
        options: [
          {
            value: "unlikely-risk",
            label: { sv: "Osannolikt att det innebär en risk", en: "A risk is unlikely" },
            hint: { sv: "Anmäls inte till IMY.", en: "Not notified to the authority (IMY)." },
          },
          {
            value: "risk",
            label: { sv: "Risk för de berörda", en: "A risk to the persons" },
            hint: { sv: "Anmäls till IMY inom 72 timmar.", en: "Notified to the authority (IMY) within 72 hours." },
          },
          {
            value: "high-risk",
            label: { sv: "Hög risk för de berörda", en: "A high risk to the persons" },
            hint: {
              sv: "Anmäls till IMY, och de berörda informeras.",
              en: "Notified to the authority (IMY), and the persons are informed.",
            },
          },
        ],
        label: { sv: "Vilken risk är det för de berörda?", en: "What is the risk to the persons?" },
        subject: { sv: "Risken", en: "The risk" },
        messages: {
          empty: { sv: "Välj vilken risk det är för de berörda", en: "Select the risk to the persons" },
          format: { sv: "Välj ett av alternativen för risken", en: "Select one of the options for the risk" },
        },
      },
      explanation,
      ...deciding,
    },
  ),
  "notify-authority": commandForm(
    "breach",
    "notify-authority",
    { sv: "Anmäld till IMY", en: "Notified to the authority (IMY)" },
    {
      notifiedAt: neededTime(
        { sv: "När anmäldes det till IMY?", en: "When was the authority (IMY) notified?" },
        { sv: "Tiden för anmälan till IMY", en: "The time of the notification" },
        { sv: "Skriv när incidenten anmäldes till IMY", en: "Enter when the authority (IMY) was notified" },
      ),
      authorityReference: {
        kind: "text",
        required: false,
        maxLength: 100,
        label: { sv: "IMY:s ärendenummer (frivilligt)", en: "The authority’s case number (optional)" },
        subject: { sv: "IMY:s ärendenummer", en: "The authority’s case number" },
      },
      lateReason,
      complete: {
        kind: "yes-no",
        required: false,
        label: { sv: "Anmälan är fullständig", en: "The notification is complete" },
        subject: { sv: "Svaret om anmälan är fullständig", en: "The answer about whether it is complete" },
        messages: {
          format: {
            sv: "Svara ja eller nej på om anmälan är fullständig",
            en: "Answer yes or no to whether the notification is complete",
          },
        },
      },
      ...deciding,
    },
  ),
  "do-not-notify": commandForm(
    "breach",
    "do-not-notify",
    { sv: "Anmäl inte till IMY", en: "Do not notify the authority (IMY)" },
    { explanation, ...deciding },
  ),
  supplement: commandForm(
    "breach",
    "supplement",
    { sv: "Anmälan är kompletterad", en: "The notification has been supplemented" },
    {
      at: neededTime(
        { sv: "När kompletterades anmälan?", en: "When was it supplemented?" },
        { sv: "Tiden för kompletteringen", en: "The time of the supplement" },
        { sv: "Skriv när anmälan kompletterades", en: "Enter when the notification was supplemented" },
      ),
    },
  ),
  "inform-subjects": commandForm(
    "breach",
    "inform-subjects",
    { sv: "De berörda är informerade", en: "The persons have been informed" },
    {
      informedAt: neededTime(
        { sv: "När informerades de?", en: "When were they informed?" },
        { sv: "Tiden då de berörda informerades", en: "The time the persons were informed" },
        { sv: "Skriv när de berörda informerades", en: "Enter when the persons were informed" },
      ),
      how: neededText(
        { sv: "Hur informerades de?", en: "How were they informed?" },
        { sv: "Hur de berörda informerades", en: "How the persons were informed" },
        { sv: "Skriv hur de berörda informerades", en: "Write how the persons were informed" },
        2000,
      ),
      ...deciding,
    },
  ),
  "do-not-inform": commandForm(
    "breach",
    "do-not-inform",
    { sv: "Informera inte de berörda", en: "Do not inform the persons" },
    {
      ground: {
        kind: "choice",
        options: [
          {
            value: "not-high-risk",
            label: { sv: "Risken är inte hög (art. 34.1)", en: "The risk is not high (art. 34.1)" },
          },
          {
            value: "encrypted",
            label: { sv: "Uppgifterna går inte att läsa (art. 34.3 a)", en: "The data cannot be read (art. 34.3 a)" },
          },
          {
            value: "mitigated",
            label: { sv: "Den höga risken är undanröjd (art. 34.3 b)", en: "The high risk is gone (art. 34.3 b)" },
          },
          {
            value: "disproportionate",
            label: {
              sv: "Det kräver orimligt mycket arbete; de informeras på annat sätt (art. 34.3 c)",
              en: "It takes disproportionate effort; they are informed another way (art. 34.3 c)",
            },
          },
        ],
        label: { sv: "Varför informeras de inte?", en: "Why are they not informed?" },
        subject: { sv: "Grunden för att inte informera", en: "The ground for not informing" },
        messages: {
          empty: { sv: "Välj varför de berörda inte informeras", en: "Select why the persons are not informed" },
          format: {
            sv: "Välj ett av alternativen för varför de berörda inte informeras",
            en: "Select one of the options for why the persons are not informed",
          },
        },
      },
      explanation,
      ...deciding,
    },
  ),
  "add-measure": commandForm(
    "breach",
    "add-measure",
    { sv: "Lägg till en åtgärd", en: "Add a measure" },
    {
      what: neededText(
        { sv: "Åtgärd", en: "Measure" },
        { sv: "Åtgärden", en: "The measure" },
        { sv: "Skriv vad som ska göras", en: "Write what is to be done" },
        2000,
      ),
      owner: neededText(
        { sv: "Ansvarig", en: "Owner" },
        { sv: "Den ansvarige", en: "The owner" },
        { sv: "Skriv vem som ansvarar för åtgärden", en: "Enter who is to do it" },
      ),
      dueOn: neededDay(
        { sv: "Klart senast", en: "To be done by" },
        { sv: "Dagen då det ska vara klart", en: "The day it is to be done by" },
        { sv: "Skriv när åtgärden ska vara klar", en: "Enter when it is to be done" },
      ),
    },
  ),
  "complete-measure": commandForm(
    "breach",
    "complete-measure",
    { sv: "Åtgärden är klar", en: "The measure is done" },
    {
      id: neededText(
        { sv: "Åtgärdens id", en: "The id of the measure" },
        { sv: "Åtgärdens id", en: "The id of the measure" },
        { sv: "Välj vilken åtgärd som är klar", en: "Select the measure that is done" },
        40,
      ),
      completedOn: neededDay(
        { sv: "Dagen då den blev klar", en: "The day it was done" },
        { sv: "Dagen då åtgärden blev klar", en: "The day the measure was done" },
        { sv: "Skriv dagen då åtgärden blev klar", en: "Enter the day the measure was done" },
      ),
    },
  ),
  dismiss: commandForm(
    "breach",
    "dismiss",
    { sv: "Det var ingen personuppgiftsincident", en: "It was not a personal data breach" },
    { explanation },
  ),
  close: commandForm("breach", "close", { sv: "Avsluta", en: "Close" }, {}),
  reopen: commandForm("breach", "reopen", { sv: "Öppna ärendet igen", en: "Reopen the case" }, { reason }),
  amend: amendForm,
  "open-for": commandForm(
    "breach",
    "open-for",
    { sv: "Öppna ärenden för fler enheter", en: "Open cases for more units" },
    {
      units: {
        kind: "list",
        maxItems: 100,
        label: { sv: "Vilka enheter gäller det också?", en: "Which units are also concerned?" },
        subject: { sv: "Listan över enheter", en: "The list of units" },
        messages: {
          empty: { sv: "Välj minst en enhet", en: "Select at least one unit" },
          format: { sv: "Enheterna ska vara en lista", en: "The units must be a list" },
          "too-many": { sv: "Välj högst 100 enheter", en: "Select at most 100 units" },
        },
        of: {
          kind: "text",
          maxLength: 100,
          label: { sv: "Enhet", en: "Unit" },
          subject: { sv: "Enheten", en: "The unit" },
          messages: { empty: { sv: "Skriv enhetens id", en: "Give the id of the unit" } },
        },
      },
    },
  ),
};
