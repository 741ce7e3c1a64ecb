import type { UnitId } from "../city.ts";
import type { Instant } from "../instant.ts";
import { caseReference } from "../reference.ts";
import { type BreachCase, dueAtFrom } from "./breach-case.ts";
import { newlyOpened, type OwedCase } from "./case-file.ts";
import { caseLetter } from "./case-letter.ts";
import type { RequestCase } from "./request-case.ts";

/** The cases a decision owes to further units, one for each that is not owed one already. */
export const owedTo = (
  kase: Pick<RequestCase | BreachCase, "owedCases" | "version">,
  units: readonly UnitId[],
  at: Instant,
  countsIn: (unit: UnitId) => UnitId,
): readonly OwedCase[] =>
  [...new Set(units)]
    .filter((unit) => kase.owedCases.every((owed) => owed.unit !== unit))
    .map((unit) => ({
      id: `${kase.version + 1}/${unit}`,
      unit,
      countedUnit: countsIn(unit),
      owedAt: at,
      opened: null,
    }));

/** The owed cases that nobody has opened yet. */
export const stillOwed = ({ owedCases }: { readonly owedCases: readonly OwedCase[] }): readonly OwedCase[] =>
  owedCases.filter(({ opened }) => opened === null);

/** The case after one that it owed was opened with `number`. Twice makes no difference. */
export const markOpened = <Kase extends Pick<RequestCase | BreachCase, "owedCases">>(
  kase: Kase,
  id: string,
  number: number,
): Kase => ({
  ...kase,
  owedCases: kase.owedCases.map((owed) =>
    owed.id === id && owed.opened === null ? { ...owed, opened: number } : owed,
  ),
});

const child = (kase: RequestCase | BreachCase, owed: OwedCase, number: number) => ({
  ...newlyOpened,
  number,
  reference: caseReference(kase.submission, number),
  unit: owed.unit,
  countedUnit: owed.countedUnit,
  openedFrom: { reference: kase.reference, owed: owed.id },
});

/**
 * The case of a further unit that a request concerns: its own work and answer, the day the person was promised, and what is
 * known of who the person is. A sibling with the same `openedFrom` means that it has been opened already.
 *
 * @param number the submission's next free one
 */
export const owedRequest = (kase: RequestCase, owed: OwedCase, number: number): RequestCase => ({
  ...kase,
  ...child(kase, owed, number),
  status: "received",
  dueOn: kase.originalDueOn,
  timeline: [
    { at: kase.receivedAt, event: "received" },
    { at: owed.owedAt, event: "opened" },
  ],
  extension: null,
  searches: [],
  forwarded: [],
  closing: null,
});

/** The same incident at another unit, whose 72 hours run from when that unit was told (art. 33.1: each controller's own). */
export const owedBreach = (kase: BreachCase, owed: OwedCase, number: number): BreachCase => ({
  ...kase,
  ...child(kase, owed, number),
  status: "reported",
  receivedAt: owed.owedAt,
  timeline: [{ at: owed.owedAt, event: "received" }],
  letters: (["unit", "dpo", "security"] as const).map((to) => caseLetter("incident-reported", to, owed.owedAt)),
  hasManager: false,
  times: {
    ...kase.times,
    awareAt: owed.owedAt,
    dpoInvolvedAt: owed.owedAt,
    assessedAt: null,
    notifiedAt: null,
    subjectsInformedAt: null,
  },
  awareDelayReason: null,
  dueAt: dueAtFrom(owed.owedAt),
  risk: null,
  assessment: null,
  authority: null,
  subjects: null,
  supplementDueOn: null,
  supplementedAt: [],
  measures: [],
  dismissal: null,
});
