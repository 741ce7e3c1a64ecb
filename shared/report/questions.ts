import type { YearReport } from "../domain/yearly/year-figures.ts";
import { type Area, type Extent, extents, type YearlyReview } from "../domain/yearly/yearly-review.ts";
import {
  capitalised,
  countInWords,
  extentInWords,
  known,
  numberInFigures,
  shareInWords,
  unknownAnswer,
} from "./answer-words.ts";
import { discoveryAnswers, nameIn } from "./code-names.ts";
import type { AnswerRow } from "./report-document.ts";
import { fromCases, fromReview } from "./sources.ts";

type Reply = (report: YearReport) => string;
interface Question {
  readonly question: string;
  readonly answer: Reply;
  readonly source: (report: YearReport) => string;
}

/** Answered in the yearly review with how far: the unit's own answer, or for the city how many units gave each. */
const extent = (question: string, figure: string, of: (review: YearlyReview) => Extent | null): Question => ({
  question,
  answer: ({ figures, units }) => {
    if (figures.review !== null) return extentInWords(of(figures.review));
    const answers = units.map((unit) => (unit.figures.review === null ? null : of(unit.figures.review)));
    if (answers.every((each) => each === null)) return unknownAnswer;
    return [...extents, null]
      .map((each) => ({ each, times: answers.filter((answer) => answer === each).length }))
      .filter(({ times }) => times > 0)
      .map(({ each, times }) => `${extentInWords(each)}: ${times}`)
      .join(". ");
  },
  source: (report) => fromReview(report, figure),
});

/** Answered in the yearly review with a number: the unit's own, or for the city the sum of those known. */
const amount = (
  question: string,
  figure: string,
  of: (review: YearlyReview) => number | null,
  words: (amount: number, year: number) => string,
): Question => ({
  question,
  answer: ({ figures, units, year }) => {
    if (figures.review !== null) {
      const own = of(figures.review);
      return own === null ? unknownAnswer : words(own, year);
    }
    const answers = units.flatMap((unit) => (unit.figures.review === null ? [] : [of(unit.figures.review)]));
    const given = answers.filter((each) => each !== null);
    if (given.length === 0) return unknownAnswer;
    return `${words(
      given.reduce((sum, each) => sum + each, 0),
      year,
    )}, enligt ${given.length} av ${units.length} nämnder`;
  },
  source: (report) => fromReview(report, figure),
});

const counted = (question: string, figures: readonly string[], answer: Reply): Question => ({
  question,
  answer,
  source: (report) => fromCases(report, ...figures),
});

/** S1's own questions, in its order and words. */
const questions: Readonly<Record<Area, readonly Question[]>> = {
  records: [
    amount(
      "Antal behandlingar som är registrerade?",
      "review.records.count",
      ({ records }) => records.count,
      (count) => countInWords(count, "registrering", "registreringar"),
    ),
    extent("Har nödvändiga uppdateringar gjorts?", "review.records.updated", ({ records }) => records.updated),
    extent(
      "Bedöms registerförteckningen vara fullständig?",
      "review.records.complete",
      ({ records }) => records.complete,
    ),
    extent(
      "Har verksamheten lämpliga rutiner för registerföring?",
      "review.records.routines",
      ({ records }) => records.routines,
    ),
  ],
  policies: [
    extent(
      "Finns lämplig styrande dokumentation på plats?",
      "review.policies.inPlace",
      ({ policies }) => policies.inPlace,
    ),
    extent(
      "Håller innehållet i de existerande dokumenten lämplig kvalitet?",
      "review.policies.quality",
      ({ policies }) => policies.quality,
    ),
    extent(
      "Är dokumenten pedagogiska och ger de ett tillräckligt stöd?",
      "review.policies.support",
      ({ policies }) => policies.support,
    ),
    extent("Är dokumenten uppdaterade?", "review.policies.upToDate", ({ policies }) => policies.upToDate),
    extent(
      "Finns ägare till dokumenten utpekade, så att uppdateringar kan bli gjorda vid behov?",
      "review.policies.owners",
      ({ policies }) => policies.owners,
    ),
  ],
  measures: [
    amount(
      "Hur många av personuppgiftsbehandlingarna vilka finns i verksamheten har informationsklassats?",
      "review.measures.classified",
      ({ measures }) => measures.classified,
      (count, year) => (count === 0 ? "0" : `${numberInFigures(count)} under år ${year}`),
    ),
    extent(
      "Är klassade personuppgiftsbehandlingar aktuella?",
      "review.measures.current",
      ({ measures }) => measures.current,
    ),
  ],
  dpias: [
    extent(
      "Har man identifierat alla behandlingar som det borde göras konsekvensbedömningar av?",
      "review.dpias.identified",
      ({ dpias }) => dpias.identified,
    ),
    extent(
      "Har alla potentiella högriskbehandlingar konsekvensbedömts?",
      "review.dpias.highRiskDone",
      ({ dpias }) => dpias.highRiskDone,
    ),
    extent("Är de genomförda bedömningarna aktuella?", "review.dpias.current", ({ dpias }) => dpias.current),
  ],
  rights: [
    counted(
      "Hur många begäran (om registerutdrag, begränsning, radering etc.) har inkommit från registrerade personer?",
      ["requests.received"],
      ({ figures }) => known(figures.requests.received),
    ),
    counted(
      "Hur många av dessa begäran har hanterats av verksamheten inom 30 dagar?",
      ["requests.answeredWithin30Days", "requests.received"],
      ({ figures: { requests } }) => shareInWords(requests.answeredWithin30Days, requests.received),
    ),
  ],
  breaches: [
    counted("Hur upptäcks personuppgiftsincidenter?", ["breaches.byDiscovery"], ({ figures: { breaches } }) => {
      const found = Object.entries(breaches.byDiscovery)
        .filter(([, count]) => count > 0)
        .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
        .map(([code, count]) => `${nameIn(discoveryAnswers, code)} (${numberInFigures(count)})`);
      if (found.length > 0) return capitalised(`${found.join(", ")}.`);
      return breaches.documented === 0 ? "0" : unknownAnswer;
    }),
    counted("Hur många personuppgiftsincidenter har dokumenterats?", ["breaches.documented"], ({ figures }) =>
      countInWords(figures.breaches.documented, "incident", "incidenter"),
    ),
    counted(
      "Hur många av dessa har ansetts behöva rapporteras (till IMY resp. till berörda personer) och inte?",
      ["breaches.notifiedToAuthority", "breaches.subjectsInformed", "breaches.neither"],
      ({ figures: { breaches } }) => {
        const { notifiedToAuthority, subjectsInformed, neither } = breaches;
        if (notifiedToAuthority === null && subjectsInformed === null && neither === null) return unknownAnswer;
        return [
          notifiedToAuthority === null
            ? `Till IMY: ${unknownAnswer}.`
            : `${numberInFigures(notifiedToAuthority)} har rapporterats till IMY.`,
          `Till berörda personer: ${known(subjectsInformed)}.`,
          `Varken eller: ${known(neither)}.`,
        ].join(" ");
      },
    ),
    counted(
      "Hur många av incidenterna har rapporterats i tid till tillsynsmyndigheten?",
      ["breaches.notifiedInTime", "breaches.notifiedToAuthority"],
      ({ figures: { breaches } }) => shareInWords(breaches.notifiedInTime, breaches.notifiedToAuthority),
    ),
  ],
};

/** The area's Fråga/kontroll–Svar. An answer that is not known has no source. */
export const answersOf = (report: YearReport, area: Area): readonly AnswerRow[] =>
  questions[area].map(({ question, answer, source }) => {
    const reply = answer(report);
    return { question, answer: reply, source: reply === unknownAnswer ? null : source(report) };
  });
