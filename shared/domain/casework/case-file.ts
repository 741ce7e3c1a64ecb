import type { UnitId } from "../city.ts";
import type { Instant } from "../instant.ts";
import type { Language, Text } from "../language.ts";
import type { BreachCase } from "./breach-case.ts";
import type { HistoryEntry } from "./case-history.ts";
import type { CaseLetter } from "./case-letter.ts";
import type { ConsultationCase } from "./consultation-case.ts";
import type { RequestCase } from "./request-case.ts";

/** What the person concerned may read, one fixed sentence each: never a word that staff wrote. */
export const caseEvents = {
  received: { sv: "Vi tog emot ärendet.", en: "We received the case." },
  opened: { sv: "Ärendet kom till den som ska svara.", en: "The case reached those who will answer." },
  triage: {
    sv: "Dataskyddsombudet tar reda på vem som ska svara.",
    en: "The data protection officer finds out who is to answer.",
  },
  "identity-asked": { sv: "Vi behöver kontrollera vem du är.", en: "We need to check who you are." },
  "identity-confirmed": { sv: "Vi har kontrollerat vem du är.", en: "We have checked who you are." },
  "representation-confirmed": {
    sv: "Vi har kontrollerat att du får göra begäran för den andra.",
    en: "We have checked that you may make the request for the other person.",
  },
  searching: { sv: "Vi söker i våra register.", en: "We are searching our records." },
  reviewing: { sv: "Vi granskar svaret.", en: "We are reviewing the answer." },
  forwarded: {
    sv: "Vi skickade ärendet vidare inom staden. Svarstiden ändras inte.",
    en: "We passed the case on within the city. The last day to answer does not change.",
  },
  extended: {
    sv: "Vi behöver mer tid. Du har fått besked om varför.",
    en: "We need more time. You have been told why.",
  },
  answered: { sv: "Vi har svarat.", en: "We have answered." },
  refused: { sv: "Vi har fattat beslut och skickat det.", en: "We have decided and sent the decision." },
  referred: { sv: "Vi hänvisade till den som kan svara.", en: "We referred to those who can answer." },
  withdrawn: { sv: "Begäran togs tillbaka.", en: "The request was withdrawn." },
  duplicate: { sv: "Begäran hanteras i ett annat ärende.", en: "The request is handled in another case." },
  reclassified: {
    sv: "Begäran hanteras enligt andra regler.",
    en: "The request is handled under other rules.",
  },
  unidentified: {
    sv: "Vi kunde inte kontrollera vem du är och avslutade ärendet.",
    en: "We could not check who you are and closed the case.",
  },
  closed: { sv: "Ärendet är avslutat.", en: "The case is closed." },
  reopened: { sv: "Vi öppnade ärendet igen.", en: "We reopened the case." },
} as const satisfies Record<string, Text>;
export type CaseEvent = keyof typeof caseEvents;

/**
 * A case that another unit is to have, written down with the decision that makes it and opened afterwards with the
 * submission's next number. `opened` is that number, null until then.
 */
export interface OwedCase {
  readonly id: string;
  readonly unit: UnitId;
  readonly countedUnit: UnitId;
  readonly owedAt: Instant;
  readonly opened: number | null;
}

/** What every case has, whatever it is about. */
export interface CaseCommon<Status extends string> {
  readonly submission: string;
  readonly number: number;
  readonly reference: string;
  readonly status: Status;
  /** The unit that holds the case now; null while the DPO decides where it belongs. */
  readonly unit: UnitId | null;
  /** The unit as it was on the day of receipt, by which the year is counted. */
  readonly countedUnit: UnitId | null;
  readonly receivedAt: Instant;
  readonly language: Language;
  /** The `sub` of who works the case. */
  readonly assignee: string | null;
  readonly diaryNumber: string | null;
  /** When it ended, and when that was recorded: the retention period runs from the latter. */
  readonly closedAt: Instant | null;
  readonly closedRecordedAt: Instant | null;
  readonly timeline: readonly { readonly at: Instant; readonly event: CaseEvent }[];
  readonly history: readonly HistoryEntry[];
  readonly letters: readonly CaseLetter[];
  readonly owedCases: readonly OwedCase[];
  /** The owed case that this one is, for a case opened by a decision on another. */
  readonly openedFrom: { readonly reference: string; readonly owed: string } | null;
  /** 1 when opened; one more for every command. */
  readonly version: number;
}

export type CaseFile = RequestCase | BreachCase | ConsultationCase;
export type CaseKind = CaseFile["kind"];

const ended: readonly string[] = ["closed", "dismissed"];

/** Whether a case of any kind has come to its end (which a reopening undoes). */
export const isEnded = ({ status }: { readonly status: string }): boolean => ended.includes(status);

/** What a newly opened case has in common with every other. */
export const newlyOpened = {
  assignee: null,
  diaryNumber: null,
  closedAt: null,
  closedRecordedAt: null,
  history: [],
  letters: [],
  owedCases: [],
  openedFrom: null,
  version: 1,
} as const satisfies Partial<CaseCommon<string>>;
