import type { Case } from "../../shared/domain/case.ts";
import { nextLetterAt } from "../../shared/domain/letter.ts";
import type { Submission } from "../../shared/domain/submission.ts";
import type { AllCases } from "../../shared/store/cases.ts";
import type { AllSubmissions } from "../../shared/store/submissions.ts";

/** The store in memory: a twin for tests of the flows, held to the same contract as the real one. */
export function memoryStore(): { readonly submissions: AllSubmissions; readonly cases: AllCases } {
  const submissions = new Map<string, Submission>();
  const pending = new Set<string>();
  const cases = new Map<string, Case>();
  const keyOf = ({ submission, number }: Pick<Case, "submission" | "number">) => `${submission}#${number}`;

  return {
    submissions: {
      add: async (submission) => {
        const existing = submissions.get(submission.reference) ?? null;
        if (existing === null) {
          submissions.set(submission.reference, submission);
          pending.add(submission.reference);
        }
        return { existing };
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
      open: async (kase) => {
        if (cases.has(keyOf(kase))) return "already-open";
        cases.set(keyOf(kase), kase);
        return "opened";
      },
      ofSubmission: async (submission) =>
        [...cases.values()]
          .filter((kase) => kase.submission === submission)
          .toSorted((one, other) => one.number - other.number)
          .map(({ number, unit, status, receivedAt, dueOn, originalDueOn, timeline }) => ({
            number,
            unit,
            status,
            receivedAt,
            dueOn,
            originalDueOn,
            timeline,
          })),
      get: async (key) => cases.get(keyOf(key)),
      withLetterDue: async function* (now) {
        for (const kase of [...cases.values()]) {
          const next = nextLetterAt(kase.letters);
          if (next !== null && next <= now) yield { submission: kase.submission, number: kase.number };
        }
      },
      saveLetters: async (read, letters) => {
        const stored = cases.get(keyOf(read));
        if (stored?.version !== read.version) return false;
        cases.set(keyOf(read), { ...stored, letters, version: stored.version + 1 });
        return true;
      },
    },
  };
}
