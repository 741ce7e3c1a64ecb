import type { CaseKind } from "../../shared/domain/casework/case-file.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import type { ClosedCase, Disposal } from "../../shared/store/disposal.ts";

/** Closed cases in memory, disposed of as the real store does it. */
export function memoryDisposal() {
  const cases = new Map<string, ClosedCase & { disposedAt: Instant | null; isSettled: boolean }>();
  const submissions = new Map<string, Instant | null>();
  const of = (submission: string) => [...cases.values()].filter((kase) => kase.submission === submission);
  const disposal: Disposal = {
    closed: async function* (kind, until) {
      yield* [...cases.values()].filter(
        (kase) => kase.disposedAt === null && kase.kind === kind && kase.closedRecordedAt <= until,
      );
    },
    disposeOf: async (kase, _rule, now) => {
      const stored = cases.get(kase.reference);
      if (stored === undefined || stored.disposedAt !== null) return false;
      cases.set(kase.reference, { ...stored, disposedAt: now });
      return true;
    },
    unsettled: async function* () {
      yield* [...cases.values()].filter((kase) => kase.disposedAt !== null && !kase.isSettled);
    },
    isWhollyDisposed: async (submission) => of(submission).every(({ disposedAt }) => disposedAt !== null),
    disposeOfSubmission: async (reference, now) => {
      submissions.set(reference, now);
      return true;
    },
    settled: async ({ submission, number }) => {
      const kase = of(submission).find((one) => one.number === number);
      if (kase !== undefined) cases.set(kase.reference, { ...kase, isSettled: true });
    },
  };
  const namesOf = (wanted: (submission: string) => boolean) => new Set([...submissions.keys()].filter(wanted));
  return {
    disposal,
    close: (kase: {
      submission: string;
      number: number;
      kind: CaseKind;
      unit: string | null;
      closedRecordedAt: Instant;
    }): ClosedCase => {
      const reference = `${kase.submission}-${kase.number}`;
      const closed = {
        ...{ ...kase, reference, version: 2, protectedIdentity: null },
        yearShard: `${kase.closedRecordedAt.slice(0, 4)}#0`,
        tally: JSON.stringify([kase.kind, kase.unit]),
      };
      cases.set(reference, { ...closed, disposedAt: null, isSettled: false });
      submissions.set(kase.submission, submissions.get(kase.submission) ?? null);
      return closed;
    },
    disposed: () => [...cases.values()].filter(({ disposedAt }) => disposedAt !== null).map((kase) => kase.reference),
    figures: () => [...cases.values()].map(({ yearShard, tally }) => [yearShard, tally]),
    submissionsDisposed: () => namesOf((name) => submissions.get(name) !== null),
    submissionsWithoutCases: () => namesOf((name) => of(name).every(({ disposedAt }) => disposedAt !== null)),
  };
}
