import type { BreachCase } from "../../domain/casework/breach-case.ts";
import { doNotInformGrounds } from "../../domain/casework/breach-case.ts";
import { riskCodes } from "../../domain/incident-codes.ts";
import { type Instant, stockholmDateTime } from "../../domain/instant.ts";
import type { PageAnswers } from "../page-answers.ts";
import { groundWords, riskWords } from "./code-words.ts";
import {
  type CommandField,
  choices,
  commonForms,
  day,
  type FormsOf,
  longText,
  moment,
  reason,
  text,
} from "./command-form.ts";
import { incidentChoices, incidentLabel } from "./incident-words.ts";

/** The controller decides through its delegate, the DPO advises: both are asked for wherever something is decided. */
const deciding: readonly CommandField[] = [
  text("decidedBy", "Vem har beslutat?", { hint: "Namn och uppdrag enligt delegationsordningen." }),
  { kind: "text", name: "dpoAdvice", label: "Dataskyddsombudets råd", lines: 3, maxLength: longText },
];

const timeInputs = (name: string, at: Instant | null): PageAnswers => {
  if (at === null) return {};
  const { date, time } = stockholmDateTime(at);
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  return {
    [`${name}.year`]: [year],
    [`${name}.month`]: [month],
    [`${name}.day`]: [dayOfMonth],
    [`${name}.clock`]: [time.replace(":", ".")],
  };
};

const filled = (name: string, value: string | number | null): PageAnswers =>
  value === null || value === "" ? {} : { [name]: [String(value)] };

/** The report as it is known now, to be put right. */
const startOfAmend = ({ facts, times }: BreachCase): PageAnswers => ({
  ...filled("whatHappened", facts.whatHappened),
  ...filled("description", facts.description),
  ...filled("discoveredBy", facts.discoveredBy),
  ...filled("cause", facts.cause),
  ...filled("personsAbout", facts.personsAbout),
  ...filled("measuresTaken", facts.measuresTaken),
  ...filled("stopped", facts.stopped),
  ...(facts.effect.length === 0 ? {} : { effect: facts.effect }),
  ...(facts.personGroups.length === 0 ? {} : { personGroups: facts.personGroups }),
  ...(facts.dataKinds.length === 0 ? {} : { dataKinds: facts.dataKinds }),
  ...timeInputs("occurredAt", times.occurredAt),
  ...timeInputs("detectedAt", times.detectedAt),
  ...timeInputs("awareAt", times.awareAt),
});

const listed = (name: string, empty?: string): CommandField => ({
  kind: "list",
  name,
  label: incidentLabel(name),
  options: incidentChoices(name),
  ...(empty === undefined ? {} : { empty }),
});
const several = (name: string): CommandField => ({
  kind: "several",
  name,
  label: incidentLabel(name),
  options: incidentChoices(name),
});

const late = text("lateReason", "Varför kom anmälan efter 72 timmar?", {
  lines: 3,
  maxLength: longText,
  hint: "Behövs bara om den gjorde det.",
  refusals: ["late-reason-required"],
});

/** What is filled in for each command on a breach. */
export const breachForms: FormsOf<"breach"> = {
  "involve-dpo": {
    title: "Dataskyddsombudet är kontaktat",
    button: "Spara",
    group: "work",
    fields: [moment("at", "När kontaktades ombudet?")],
  },
  amend: {
    title: "Rätta eller fyll på anmälan",
    button: "Spara ändringarna",
    intro: "Det gamla sparas vid sidan av det nya. Ändrar du tiden för kännedom flyttas de 72 timmarna.",
    group: "work",
    within: "changes",
    start: (kase) => (kase.kind === "breach" ? startOfAmend(kase) : {}),
    fields: [
      listed("whatHappened", "Välj vad som har hänt"),
      {
        kind: "text",
        name: "description",
        label: incidentLabel("description"),
        hint: "Skriv inte namn eller personnummer.",
        lines: 5,
        maxLength: longText,
        empty: "Beskriv kort vad som har hänt",
      },
      { kind: "moment", name: "occurredAt", label: "När hände det?", refusals: ["not-in-the-future"] },
      moment("detectedAt", "När upptäcktes det?"),
      {
        ...moment("awareAt", "När fick ni kännedom?", "Härifrån räknas 72 timmar."),
        refusals: ["not-in-the-future", "aware-before-detected"],
      },
      listed("discoveredBy"),
      listed("cause"),
      several("effect"),
      several("personGroups"),
      text("personsAbout", incidentLabel("personsAbout"), { number: true }),
      several("dataKinds"),
      { kind: "text", name: "measuresTaken", label: incidentLabel("measuresTaken"), lines: 4, maxLength: longText },
      listed("stopped"),
      { ...reason("reason", "Varför ändrar du?"), outside: true },
      {
        ...text("awareDelayReason", "Varför dröjde det från upptäckt till kännedom?", {
          lines: 3,
          maxLength: longText,
          hint: "Behövs bara om det tog mer än 24 timmar.",
          refusals: ["aware-delay-reason-required"],
        }),
        outside: true,
      },
      { ...late, outside: true },
    ],
  },
  "open-for": {
    title: "Samma incident hos andra nämnder",
    button: "Öppna ärenden hos dem",
    intro: "Varje nämnd får ett eget ärende. Deras 72 timmar räknas från när de fick veta.",
    group: "move",
    fields: [
      {
        kind: "units",
        name: "units",
        label: "Vilka nämnder gäller det också?",
        empty: "Välj minst en nämnd",
        refusals: ["unknown-unit"],
      },
    ],
  },
  assess: {
    title: "Bedöm risken",
    button: "Spara bedömningen",
    group: "decide",
    fields: [
      {
        kind: "choice",
        name: "risk",
        label: "Risk för de berörda",
        options: [
          { value: riskCodes[0], label: riskWords["unlikely-risk"], hint: "Dokumenteras. Behöver inte anmälas." },
          { value: riskCodes[1], label: riskWords.risk, hint: "Ska anmälas till IMY." },
          {
            value: riskCodes[2],
            label: riskWords["high-risk"],
            hint: "Ska anmälas till IMY, och de berörda ska informeras.",
          },
        ],
        empty: "Välj hur stor risken är",
      },
      reason("explanation", "Motivera bedömningen"),
      ...deciding,
    ],
  },
  "notify-authority": {
    title: "Anmäld till IMY",
    button: "Spara anmälan till IMY",
    group: "decide",
    fields: [
      moment("notifiedAt", "När skickades anmälan?"),
      text("authorityReference", "IMY:s diarienummer"),
      late,
      {
        kind: "tick",
        name: "complete",
        label: "Anmälan är fullständig",
        hint: "Annars ska den kompletteras inom fyra veckor.",
      },
      ...deciding,
    ],
  },
  "do-not-notify": {
    title: "Anmäl inte till IMY",
    button: "Spara beslutet",
    intro: "Går bara när det är osannolikt att incidenten är en risk för de berörda (artikel 33.1).",
    group: "decide",
    fields: [reason("explanation", "Motivera beslutet"), ...deciding],
  },
  supplement: {
    title: "Kompletterad hos IMY",
    button: "Spara kompletteringen",
    group: "decide",
    fields: [moment("at", "När skickades kompletteringen?")],
  },
  "inform-subjects": {
    title: "De berörda är informerade",
    button: "Spara",
    group: "decide",
    fields: [
      moment("informedAt", "När informerades de?"),
      text("how", "Hur?", { hint: "Till exempel brev eller telefon.", empty: "Skriv hur de informerades" }),
      ...deciding,
    ],
  },
  "do-not-inform": {
    title: "Informera inte de berörda",
    button: "Spara beslutet",
    group: "decide",
    fields: [
      {
        kind: "choice",
        name: "ground",
        label: "Varför behöver de inte informeras?",
        options: choices(groundWords, [...doNotInformGrounds]),
        empty: "Välj varför de inte behöver informeras",
        refusals: ["ground-does-not-fit"],
      },
      reason("explanation", "Motivera beslutet"),
      ...deciding,
    ],
  },
  "add-measure": {
    title: "Lägg till en åtgärd",
    button: "Lägg till åtgärden",
    group: "work",
    fields: [
      text("what", "Vad ska göras?", { maxLength: 500, empty: "Skriv vad som ska göras" }),
      text("owner", "Vem ansvarar?", { empty: "Skriv vem som ansvarar" }),
      day("dueOn", "Klart senast"),
    ],
  },
  "complete-measure": {
    title: "En åtgärd är klar",
    button: "Spara att åtgärden är klar",
    group: "work",
    fields: [
      {
        kind: "measure",
        name: "id",
        label: "Vilken åtgärd?",
        empty: "Välj vilken åtgärd som är klar",
        refusals: ["unknown-measure"],
      },
      day("completedOn", "När blev den klar?"),
    ],
  },
  dismiss: {
    title: "Det var ingen incident",
    button: "Avskriv anmälan",
    group: "end",
    fields: [reason("explanation", "Varför är det ingen personuppgiftsincident?")],
  },
  close: {
    title: "Avsluta ärendet",
    button: "Avsluta",
    intro: "Går när risken är bedömd, båda besluten är fattade och handlingsplanen har minst en åtgärd.",
    group: "end",
    fields: [],
  },
  reopen: {
    title: "Öppna ärendet igen",
    button: "Öppna igen",
    group: "work",
    fields: [reason("reason", "Varför öppnas ärendet igen?")],
  },
  ...commonForms,
};
