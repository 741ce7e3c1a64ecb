import type { Fields } from "../form.ts";
import { amendForm, lateReason } from "./amend-form.ts";
import { commandForm, commonForms, neededDay, neededText, neededTime, reasonText, why } from "./command-form.ts";

const explanation = why({ sv: "Motivera beslutet", en: "Explain the decision" });

/** The controller decides through its delegate; the data protection officer advises. */
const deciding = {
  decidedBy: {
    kind: "text",
    required: false,
    maxLength: 200,
    personal: true,
    label: { sv: "Vem har beslutat?", en: "Who decided?" },
    hint: {
      sv: "Namn och uppdrag enligt delegationsordningen.",
      en: "Name and office, as the order of delegation has it.",
    },
    subject: { sv: "Den som har beslutat", en: "Who decided" },
  },
  dpoAdvice: reasonText(
    { sv: "Dataskyddsombudets råd", en: "The data protection officer’s advice" },
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
            label: { sv: "Osannolikt att det är en risk", en: "A risk is unlikely" },
            hint: {
              sv: "Dokumenteras. Behöver inte anmälas.",
              en: "Documented. Need not be notified.",
            },
          },
          {
            value: "risk",
            label: { sv: "Risk", en: "A risk" },
            hint: { sv: "Ska anmälas till IMY.", en: "Must be notified to the authority (IMY)." },
          },
          {
            value: "high-risk",
            label: { sv: "Hög risk", en: "A high risk" },
            hint: {
              sv: "Ska anmälas till IMY, och de berörda ska informeras.",
              en: "Must be notified to the authority (IMY), and the persons must be informed.",
            },
          },
        ],
        label: { sv: "Risk för de berörda", en: "Risk to the persons" },
        subject: { sv: "Risken", en: "The risk" },
        messages: {
          empty: { sv: "Välj hur stor risken är", en: "Select how high the risk is" },
          format: { sv: "Välj ett av alternativen för risken", en: "Select one of the options for the risk" },
        },
      },
      explanation: why({ sv: "Motivera bedömningen", en: "Explain the assessment" }),
      ...deciding,
    },
  ),
  "notify-authority": commandForm(
    "breach",
    "notify-authority",
    { sv: "Anmäld till IMY", en: "Notified to the authority (IMY)" },
    {
      notifiedAt: neededTime(
        { sv: "När skickades anmälan?", en: "When was the notification sent?" },
        { sv: "Tiden för anmälan till IMY", en: "The time of the notification" },
        { sv: "Skriv när incidenten anmäldes till IMY", en: "Enter when the authority (IMY) was notified" },
      ),
      authorityReference: {
        kind: "text",
        required: false,
        maxLength: 100,
        label: { sv: "IMY:s diarienummer", en: "The authority’s case number" },
        subject: { sv: "IMY:s diarienummer", en: "The authority’s case number" },
      },
      lateReason,
      complete: {
        kind: "yes-no",
        required: false,
        label: { sv: "Anmälan är fullständig", en: "The notification is complete" },
        hint: {
          sv: "Annars ska den kompletteras inom fyra veckor.",
          en: "Otherwise it is to be supplemented within four weeks.",
        },
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
    { sv: "Kompletterad hos IMY", en: "Supplemented" },
    {
      at: neededTime(
        { sv: "När skickades kompletteringen?", en: "When was the supplement sent?" },
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
        { sv: "Hur?", en: "How?" },
        { sv: "Hur de berörda informerades", en: "How the persons were informed" },
        { sv: "Skriv hur de informerades", en: "Write how they were informed" },
        {
          maxLength: 2000,
          hint: { sv: "Till exempel brev eller telefon.", en: "For example by letter or telephone." },
        },
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
            label: { sv: "Risken är inte hög (artikel 34.1)", en: "The risk is not high (Article 34.1)" },
          },
          {
            value: "encrypted",
            label: {
              sv: "Uppgifterna går inte att läsa för den som fick dem (artikel 34.3 a)",
              en: "Whoever got the data cannot read it (Article 34.3 a)",
            },
          },
          {
            value: "mitigated",
            label: {
              sv: "Åtgärder har gjort att den höga risken inte längre finns (artikel 34.3 b)",
              en: "Measures have made the high risk go away (Article 34.3 b)",
            },
          },
          {
            value: "disproportionate",
            label: {
              sv: "Det kräver orimligt arbete, vi informerar allmänheten i stället (artikel 34.3 c)",
              en: "It takes disproportionate effort, we inform the public instead (Article 34.3 c)",
            },
          },
        ],
        label: { sv: "Varför behöver de inte informeras?", en: "Why need they not be informed?" },
        subject: { sv: "Grunden för att inte informera", en: "The ground for not informing" },
        messages: {
          empty: { sv: "Välj varför de inte behöver informeras", en: "Select why they need not be informed" },
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
        { sv: "Vad ska göras?", en: "What is to be done?" },
        { sv: "Åtgärden", en: "The measure" },
        { sv: "Skriv vad som ska göras", en: "Write what is to be done" },
        { maxLength: 2000 },
      ),
      owner: neededText(
        { sv: "Vem ansvarar?", en: "Who is responsible?" },
        { sv: "Den ansvarige", en: "The owner" },
        { sv: "Skriv vem som ansvarar", en: "Enter who is responsible" },
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
    { sv: "En åtgärd är klar", en: "A measure is done" },
    {
      id: neededText(
        { sv: "Vilken åtgärd?", en: "Which measure?" },
        { sv: "Åtgärdens id", en: "The id of the measure" },
        { sv: "Välj vilken åtgärd som är klar", en: "Select the measure that is done" },
        { maxLength: 40 },
      ),
      completedOn: neededDay(
        { sv: "När blev den klar?", en: "When was it done?" },
        { sv: "Dagen då åtgärden blev klar", en: "The day the measure was done" },
        { sv: "Skriv dagen då åtgärden blev klar", en: "Enter the day the measure was done" },
      ),
    },
  ),
  dismiss: commandForm(
    "breach",
    "dismiss",
    { sv: "Det var ingen incident", en: "It was not a breach" },
    {
      explanation: why({
        sv: "Varför är det ingen personuppgiftsincident?",
        en: "Why is it not a personal data breach?",
      }),
    },
  ),
  close: commandForm("breach", "close", { sv: "Avsluta ärendet", en: "Close the case" }, {}),
  reopen: commandForm(
    "breach",
    "reopen",
    { sv: "Öppna ärendet igen", en: "Reopen the case" },
    { reason: why({ sv: "Varför öppnas ärendet igen?", en: "Why is the case reopened?" }) },
  ),
  amend: amendForm,
  "open-for": commandForm(
    "breach",
    "open-for",
    { sv: "Samma incident hos andra nämnder", en: "The same breach at other committees" },
    {
      units: {
        kind: "list",
        maxItems: 100,
        label: { sv: "Vilka nämnder gäller det också?", en: "Which committees are also concerned?" },
        subject: { sv: "Listan över enheter", en: "The list of units" },
        messages: {
          empty: { sv: "Välj minst en nämnd", en: "Select at least one committee" },
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
