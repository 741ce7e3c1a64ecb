import { type Case, requestsOf } from "../../shared/domain/case.ts";
import { type CaseEvent, caseEvents } from "../../shared/domain/casework/case-file.ts";
import { type Remedy, remediesFor } from "../../shared/domain/casework/remedies.ts";
import { evidenceInWords } from "../../shared/domain/casework/representation.ts";
import type { Extension, RequestOutcome } from "../../shared/domain/casework/request-case.ts";
import type { City } from "../../shared/domain/city.ts";
import type { CivilDate } from "../../shared/domain/civil-date.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import type { Language, Text } from "../../shared/domain/language.ts";
import { parseReference, parseStatusCode } from "../../shared/domain/reference.ts";
import type { RequestSubmission } from "../../shared/domain/submission.ts";
import { isStatusCode } from "../../shared/identity/keyring.ts";
import type { CaseSeenFromOutside, GoneCase } from "../../shared/store/cases.ts";
import type { SubmissionArchive } from "../../shared/store/submissions.ts";

/** The cases of a submission that have been opened, as they were read once for all that is shown of them. */
export type OpenedCases = readonly (CaseSeenFromOutside | GoneCase)[];

/** What the person may know of a submission: where each controller's work stands, and what has happened. */
export interface RequestStatusAnswer {
  readonly receivedAt: Instant;
  readonly dueOn: CivilDate;
  readonly originalDueOn: CivilDate;
  readonly cases: readonly {
    readonly unit: string | null;
    readonly name: string;
    readonly status: Case["status"];
    readonly dueOn: CivilDate;
    /** How it ended; not there while it is open. */
    readonly outcome?: RequestOutcome;
    /** Art. 12.3: why it takes longer; not there while the first day holds. */
    readonly extendedFor?: Extension["reason"];
    /** It had ended, and was opened again then; not there while it is closed. */
    readonly reopenedAt?: Instant;
  }[];
  readonly timeline: readonly { readonly at: Instant; readonly text: string }[];
}

const sentences: Readonly<Record<CaseEvent, Text>> = {
  ...caseEvents,
  received: { sv: "Vi tog emot din begäran.", en: "We received your request." },
  opened: { sv: "Begäran skickades till dem som ska svara.", en: "The request was passed to those who will answer." },
  triage: {
    sv: "Stadens dataskyddsombud avgör vem som ska svara på en del av begäran.",
    en: "The city’s data protection officer decides who will answer part of the request.",
  },
};

const undecided: Text = {
  sv: "Dataskyddsombudet avgör vem som svarar",
  en: "The data protection officer decides who answers",
};

/** Every entry once: what happens to several cases at the same moment is one thing to the person. */
const together = (cases: readonly CaseSeenFromOutside[]): readonly { readonly at: Instant; readonly text: Text }[] => {
  const entries = new Map(
    cases.flatMap(({ timeline, evidence }) => [
      ...timeline.map(({ at, event }) => [`${at} ${event}`, { at, text: sentences[event] }] as const),
      ...evidence.map((event) => [event.id, { at: event.at, text: evidenceInWords(event) }] as const),
    ]),
  );
  return [...entries.values()].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

/** When it was last opened again, if it was. */
function reopened(timeline: CaseSeenFromOutside["timeline"]): { readonly reopenedAt?: Instant } {
  const last = timeline.findLast(({ event }) => event === "reopened");
  return last === undefined ? {} : { reopenedAt: last.at };
}

/** The submission with that reference, if the code is the one its sender got. Anything wrong is the same nothing. */
export async function submissionFor(
  reference: string,
  statusCode: string,
  submissions: SubmissionArchive,
): Promise<RequestSubmission | undefined> {
  const key = parseReference(reference);
  const code = parseStatusCode(statusCode);
  if (key === undefined || code === undefined) return undefined;
  const submission = await submissions.get(key);
  // What staff send in has no code, and nothing here to see.
  if (submission?.form !== "data-subject-request") return undefined;
  return isStatusCode(code, submission.statusCodeHash) ? submission : undefined;
}

/**
 * Where a submission stands. Cases that the stream has not opened yet are shown as they will be opened, since they
 * follow from the submission.
 */
export function statusOf(
  submission: RequestSubmission,
  known: OpenedCases,
  language: Language,
  city: City,
): RequestStatusAnswer {
  const opened = new Map<number, CaseSeenFromOutside | GoneCase>(known.map((kase) => [kase.number, kase]));
  for (const kase of requestsOf(submission))
    if (!opened.has(kase.number)) opened.set(kase.number, { ...kase, outcome: null, extendedFor: null, evidence: [] });
  const cases = [...opened.values()]
    .flatMap((kase) => ("disposedAt" in kase ? [] : [kase]))
    .toSorted((one, other) => one.number - other.number);
  const open = cases.filter(({ status }) => status !== "closed");
  const days = (open.length === 0 ? cases : open).map(({ dueOn }) => dueOn).toSorted();
  const nameOf = (unit: string | null): string =>
    city.units.find(({ id }) => id === unit)?.controller ?? undecided[language];
  return {
    receivedAt: submission.receivedAt,
    dueOn: days.at(-1) ?? submission.dueOn,
    originalDueOn: submission.dueOn,
    cases: cases.map(({ unit, status, dueOn, outcome, extendedFor, timeline }) => ({
      unit,
      name: nameOf(unit),
      status,
      dueOn,
      ...(outcome === null ? {} : { outcome }),
      ...(extendedFor === null ? {} : { extendedFor }),
      ...(status === "closed" ? {} : reopened(timeline)),
    })),
    timeline: together(cases).map(({ at, text }) => ({ at, text: text[language] })),
  };
}

const refused: readonly RequestOutcome[] = [
  "partly-granted",
  "refused-unfounded",
  "refused-excessive",
  "refused-by-law",
];

/** Where somebody can turn with the answers there are so far: IMY always, and beyond it where something was refused. */
export function remediesOf(
  { right }: RequestSubmission,
  { cases }: RequestStatusAnswer,
  city: City,
): readonly Remedy[] {
  const open = cases.flatMap(({ unit, outcome }): readonly Remedy[] => {
    if (outcome === undefined || !refused.includes(outcome)) return [];
    const kind = city.units.find(({ id }) => id === unit)?.kind;
    return remediesFor(kind, right, outcome === "refused-unfounded" || outcome === "refused-excessive");
  });
  return [...new Set<Remedy>([...open, "imy"])];
}
