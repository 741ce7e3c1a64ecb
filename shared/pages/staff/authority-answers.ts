import type { BreachCase } from "../../domain/casework/breach-case.ts";
import type { Instant } from "../../domain/instant.ts";
import { formatReference } from "../../domain/reference.ts";
import { groundWords, riskWords } from "./choice-words.ts";
import { incidentWord, incidentWords } from "./incident-words.ts";
import { dayInWords, instantInWords } from "./time-words.ts";

/** What of the controller and its officers the authority asks for; null where the city has not filled it in. */
export interface Answering {
  readonly controller: string;
  readonly organisationNumber: string | null;
  readonly postalAddress: string | null;
  readonly contact: string | null;
  readonly dpo: string | null;
}

/** One question of the authority's and our answer to it. */
export interface AuthorityAnswer {
  readonly id: string;
  /** The number in the authority's form, where it is known for certain. */
  readonly number: number | null;
  /** What it asks, in our own words. */
  readonly question: string;
  /** Empty where there is nothing to answer yet. */
  readonly answer: string;
}

interface Question {
  readonly id: string;
  readonly number: number | null;
  readonly question: string;
  readonly answer: (file: BreachCase, answering: Answering) => string | null;
}

const time = (at: Instant | null): string | null => (at === null ? null : instantInWords(at));
const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part): part is string => part !== null && part !== "").join("\n");

const planned = ({ measures }: BreachCase): string =>
  measures
    .map(({ what, owner, dueOn, completedOn }) =>
      completedOn === null
        ? `${what} (${owner}, senast ${dayInWords(dueOn)})`
        : `${what} (klart ${dayInWords(completedOn)})`,
    )
    .join("\n");

const informed = ({ subjects }: BreachCase): string =>
  subjects === null ? "Inte beslutat än" : subjects.decision === "informed" ? `Ja. ${subjects.how}` : "Nej";

/**
 * The questions of IMY's notification form in its order. Numbers stand only where the published form shows them; the other
 * questions follow art. 33.3 and stand where they must lie between those. The choice lists there are not published, so the
 * answers are texts. The version changes when a question is added, moved or worded anew.
 */
export const authorityQuestions = {
  version: 1,
  authority: "IMY",
  asOf: "2026-11",
  questions: [
    { id: "controller", number: null, question: "Personuppgiftsansvarig", answer: (_, { controller }) => controller },
    {
      id: "organisation-number",
      number: null,
      question: "Organisationsnummer",
      answer: (_, a) => a.organisationNumber,
    },
    { id: "postal-address", number: 3, question: "Organisationens postadress", answer: (_, a) => a.postalAddress },
    {
      id: "own-reference",
      number: null,
      question: "Ert eget referensnummer",
      answer: (file) =>
        lines(formatReference(file.reference), file.diaryNumber === null ? null : `Diarienummer ${file.diaryNumber}`),
    },
    { id: "dpo", number: null, question: "Dataskyddsombud", answer: (_, a) => a.dpo },
    { id: "contact", number: 9, question: "Adress som ni vill bli kontaktade på", answer: (_, a) => a.contact },
    { id: "description", number: null, question: "Vad har hänt?", answer: ({ facts }) => facts.description },
    { id: "started", number: null, question: "När började incidenten?", answer: ({ times }) => time(times.occurredAt) },
    {
      id: "ended",
      number: 13,
      question: "När upphörde incidenten?",
      answer: ({ times, facts }) =>
        times.ongoing ? "Incidenten pågår fortfarande." : facts.stopped === "yes" ? null : "Det vet vi inte än.",
    },
    {
      id: "detected",
      number: null,
      question: "När upptäcktes incidenten?",
      answer: ({ times }) => time(times.detectedAt),
    },
    { id: "aware", number: null, question: "När fick ni kännedom?", answer: ({ times }) => time(times.awareAt) },
    {
      id: "discovered-by",
      number: null,
      question: "Hur upptäcktes incidenten?",
      answer: ({ facts }) => incidentWord("discoveredBy", facts.discoveredBy),
    },
    {
      id: "kind",
      number: null,
      question: "Vad stämmer bäst med det som har inträffat?",
      answer: ({ facts }) => incidentWord("whatHappened", facts.whatHappened),
    },
    {
      id: "effect",
      number: null,
      question: "Vad har hänt med uppgifterna?",
      answer: ({ facts }) => incidentWords("effect", facts.effect),
    },
    {
      id: "cause",
      number: null,
      question: "Varför hände det?",
      answer: ({ facts }) => incidentWord("cause", facts.cause),
    },
    {
      id: "late",
      number: null,
      question: "Varför kommer anmälan efter 72 timmar?",
      answer: ({ authority }) => (authority?.decision === "notified" ? authority.lateReason : null),
    },
    {
      id: "persons",
      number: null,
      question: "Ungefär hur många personer berörs?",
      answer: ({ facts }) =>
        facts.personsAbout === null ? "Det vet vi inte än." : `Ungefär ${facts.personsAbout.toLocaleString("sv-SE")}`,
    },
    {
      id: "person-groups",
      number: 25,
      question: "Vilka grupper tillhör de som berörs?",
      answer: ({ facts }) => incidentWords("personGroups", facts.personGroups),
    },
    {
      id: "data-kinds",
      number: 26,
      question: "Vilken sorts uppgifter gäller det?",
      answer: ({ facts }) => incidentWords("dataKinds", facts.dataKinds),
    },
    {
      id: "consequences",
      number: 28,
      question: "Vad kan det leda till för de berörda?",
      answer: ({ assessment }) => assessment?.explanation ?? null,
    },
    {
      id: "severity",
      number: null,
      question: "Hur allvarlig är incidenten för de berörda?",
      answer: ({ risk }) => (risk === null ? null : riskWords[risk]),
    },
    {
      id: "measures",
      number: 30,
      question: "Vad har ni gjort, och vad ska ni göra?",
      answer: (file) => lines(file.facts.measuresTaken, planned(file)),
    },
    { id: "informed", number: null, question: "Har ni informerat de berörda?", answer: informed },
    {
      id: "informed-when",
      number: 32,
      question: "När informerade ni de berörda?",
      answer: ({ times }) => time(times.subjectsInformedAt),
    },
    {
      id: "informing-when",
      number: 34,
      question: "När kommer ni att informera de berörda?",
      answer: () => null,
    },
    {
      id: "not-informing",
      number: 35,
      question: "Varför informerar ni inte de berörda?",
      answer: ({ subjects }) =>
        subjects?.decision === "not-informed" ? lines(groundWords[subjects.ground], subjects.explanation) : null,
    },
    {
      id: "secrecy",
      number: null,
      question: "Är något i anmälan sekretessbelagt?",
      answer: () => null,
    },
  ],
} as const satisfies {
  readonly version: number;
  readonly authority: string;
  readonly asOf: string;
  readonly questions: readonly Question[];
};

/** Every question with what we can answer it with now, in the authority's order. */
export const authorityAnswers = (file: BreachCase, answering: Answering): readonly AuthorityAnswer[] =>
  authorityQuestions.questions.map(({ id, number, question, answer }) => ({
    id,
    number,
    question,
    answer: answer(file, answering) ?? "",
  }));

const heading = ({ number, question }: AuthorityAnswer): string =>
  number === null ? question : `${number}. ${question}`;

/** The answers as a plain text file: UTF-8, one question after another. */
export const authorityAnswersText = (file: BreachCase, answering: Answering): string =>
  `${[
    `Svar till IMY, ärende ${formatReference(file.reference)}`,
    `Frågorna enligt version ${authorityQuestions.version} (${authorityQuestions.asOf})`,
    ...authorityAnswers(file, answering).map((each) => `${heading(each)}\n${each.answer === "" ? "–" : each.answer}`),
  ].join("\n\n")}\n`;
