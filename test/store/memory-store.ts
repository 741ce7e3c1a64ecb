import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { stillOwed } from "../../shared/domain/casework/owed-cases.ts";
import { queuesOf, urgencyOf } from "../../shared/domain/casework/queue.ts";
import { nextReminderAt } from "../../shared/domain/casework/reminders.ts";
import { holds, owedTogether } from "../../shared/domain/casework/what-is-owed.ts";
import { nextLetterAt } from "../../shared/domain/letter.ts";
import type { Submission } from "../../shared/domain/submission.ts";
import type { CaseFiles, QueueItem } from "../../shared/store/case-files.ts";
import type { AllCases, CaseKey } from "../../shared/store/cases.ts";
import type { ReviewLetters, StoredReviewLetter } from "../../shared/store/review-letters.ts";
import type { AllSubmissions } from "../../shared/store/submissions.ts";

const keyOf = ({ submission, number }: CaseKey) => `${submission}#${number}`;

const itemOf = (file: CaseFile): QueueItem => {
  const { reference, submission, kind, unit, status, receivedAt, assignee, version } = file;
  const due = file.kind === "request" ? file.dueOn : file.kind === "breach" ? file.dueAt : null;
  const drill = file.kind === "breach" && file.drill;
  return { reference, submission, kind, unit, status, receivedAt, due, assignee, version, drill };
};

function caseFilesIn(cases: Map<string, CaseFile>, persons: ReadonlyMap<string, string>): CaseFiles {
  return {
    get: async (key) => cases.get(keyOf(key)),
    disposed: async () => undefined,
    samePerson: async (key) => {
      const person = persons.get(keyOf(key));
      return [...cases.values()].filter(
        (file) => person !== undefined && persons.get(keyOf(file)) === person && keyOf(file) !== keyOf(key),
      );
    },
    save: async (next) => {
      const stored = cases.get(keyOf(next));
      if (stored?.version !== next.version - 1) return stored !== undefined && holds(stored, next);
      cases.set(keyOf(next), { ...next, ...owedTogether(stored, next) });
      return true;
    },
    list: async ({ queues, limit, after = "", status, assignee }) => {
      const standing = [...cases.values()]
        .filter((file) => {
          const { unit, city, reporter } = queuesOf(file);
          return [unit, city, reporter].some((queue) => queue !== null && queues.includes(queue));
        })
        .filter((file) => urgencyOf(file) > after)
        .filter((file) => status === undefined || file.status === status)
        .filter((file) => assignee === undefined || file.assignee === assignee)
        .toSorted((one, other) => (urgencyOf(one) < urgencyOf(other) ? -1 : 1));
      const shown = standing.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(itemOf),
        next: standing.length > limit && last !== undefined ? urgencyOf(last) : null,
      };
    },
  };
}

const reviewLettersIn = (letters: Map<string, StoredReviewLetter>): ReviewLetters => ({
  ofYear: async (wanted) => [...letters.values()].filter(({ year }) => year === wanted),
  get: async ({ year, id }) => letters.get(`${year}/${id}`),
  keep: async (next) => {
    const key = `${next.year}/${next.id}`;
    if ((letters.get(key)?.version ?? 0) !== next.version - 1) return false;
    letters.set(key, next);
    return true;
  },
});

/** The store in memory: a twin for tests of the flows, held to the same contract as the real one. */
export function memoryStore(): {
  readonly submissions: AllSubmissions;
  readonly cases: AllCases;
  readonly files: CaseFiles;
  readonly reviewLetters: ReviewLetters;
} {
  const submissions = new Map<string, Submission>();
  const pending = new Set<string>();
  const cases = new Map<string, CaseFile>();
  /** Whom each case is about, where it carries a mark. */
  const persons = new Map<string, string>();
  const keys = (wanted: (file: CaseFile) => boolean): readonly CaseKey[] =>
    [...cases.values()].filter(wanted).map(({ submission, number }) => ({ submission, number }));
  const of = (submission: string): readonly CaseFile[] =>
    [...cases.values()]
      .filter((file) => file.submission === submission)
      .toSorted((one, other) => one.number - other.number);

  return {
    submissions: {
      add: async <Sent extends Submission>(submission: Sent) => {
        const there = submissions.get(submission.reference);
        if (there === undefined) {
          submissions.set(submission.reference, submission);
          pending.add(submission.reference);
          return { existing: null };
        }
        const isOfTheForm = (other: Submission): other is Sent => other.form === submission.form;
        if (!isOfTheForm(there)) throw new Error("a reference belongs to one form");
        return { existing: there };
      },
      get: async (reference) => submissions.get(reference),
      pendingIntake: async function* () {
        yield* [...pending];
      },
      intakeFinished: async (reference) => {
        if (!submissions.has(reference)) throw new Error("no such submission");
        pending.delete(reference);
      },
    },
    cases: {
      open: async (file, person) => {
        if (cases.has(keyOf(file))) return "already-open";
        if (person !== undefined) persons.set(keyOf(file), person);
        cases.set(keyOf(file), file);
        return "opened";
      },
      ofSubmission: async (submission) =>
        of(submission).flatMap((file) => {
          if (file.kind !== "request") return [];
          const { number, unit, status, receivedAt, dueOn, originalDueOn, closing, extension, timeline, evidence } =
            file;
          const ended = { outcome: closing?.outcome ?? null, extendedFor: extension?.reason ?? null };
          return [{ number, unit, status, receivedAt, dueOn, originalDueOn, ...ended, timeline, evidence }];
        }),
      get: async (key) => cases.get(keyOf(key)),
      changeOwed: async (key, change) => {
        const stored = cases.get(keyOf(key));
        const owed = stored === undefined ? undefined : change(stored);
        if (stored === undefined || owed === undefined) return undefined;
        const changed = { ...stored, letters: owed.letters, owedCases: owed.owedCases };
        cases.set(keyOf(key), changed);
        return changed;
      },
      withLetterDue: async function* (now) {
        yield* keys(({ letters }) => {
          const next = nextLetterAt(letters);
          return next !== null && next <= now;
        });
      },
      withReminderDue: async function* (now) {
        yield* keys((file) => {
          const next = nextReminderAt(file);
          return next !== null && next <= now;
        });
      },
      owingCases: async function* () {
        yield* keys((file) => stillOwed(file).length > 0);
      },
      siblings: async (submission) => of(submission).map(({ number, openedFrom }) => ({ number, openedFrom })),
    },
    files: caseFilesIn(cases, persons),
    reviewLetters: reviewLettersIn(new Map()),
  };
}
