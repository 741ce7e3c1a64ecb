import { addDays, type CivilDate } from "../civil-date.ts";
import { addMilliseconds, compareInstants, type Instant } from "../instant.ts";
import { type BreachCase, isAuthorityDecided } from "./breach-case.ts";
import { type CaseFile, isEnded } from "./case-file.ts";
import { type Addressee, type CaseLetter, type CaseLetterKind, caseLetter } from "./case-letter.ts";
import { firstHumaneHour, isHumaneHour } from "./humane-hours.ts";
import type { RequestCase } from "./request-case.ts";

const hour = 3_600_000;

/** What is said from a moment on, until the next stage of the same clock begins. */
interface Stage {
  readonly from: Instant;
  readonly kind: CaseLetterKind;
  readonly to: readonly Addressee[];
  readonly cause: string;
}

/** One clock of a case: its stages in order. Only the last stage reached is said. */
interface Clock {
  readonly stages: readonly Stage[];
  /** The 72 hours of a breach are said at any hour; the rest waits for humane ones. */
  readonly atAnyHour: boolean;
}

/** 24 and 6 hours before the last instant to notify IMY, and when it has passed. */
const breachClock = ({ dueAt, hasManager }: BreachCase): Clock => {
  const said = { to: ["dpo", hasManager ? "manager" : "unit"], cause: dueAt } as const;
  return {
    stages: [
      { from: addMilliseconds(dueAt, -24 * hour), kind: "breach-due-24-hours", ...said },
      { from: addMilliseconds(dueAt, -6 * hour), kind: "breach-due-6-hours", ...said },
      { from: addMilliseconds(dueAt, 1_000), kind: "breach-overdue", ...said },
    ],
    atAnyHour: true,
  };
};

/** Days against days: said from the first humane hour of the day on. */
const stage = (day: CivilDate, kind: CaseLetterKind, to: readonly Addressee[], cause: string): Stage => ({
  from: firstHumaneHour(day),
  kind,
  to,
  cause,
});
const byDay = (...stages: readonly Stage[]): Clock => ({ stages, atAnyHour: false });

const supplement = ({ supplementDueOn, supplementedAt }: BreachCase): readonly Clock[] => {
  if (supplementDueOn === null || supplementedAt.length > 0) return [];
  return [
    byDay(
      stage(addDays(supplementDueOn, -7), "supplement-due-7-days", ["dpo"], supplementDueOn),
      stage(addDays(supplementDueOn, 1), "supplement-overdue", ["dpo"], supplementDueOn),
    ),
  ];
};

const plan = ({ measures, hasManager }: BreachCase): readonly Clock[] =>
  measures
    .filter(({ completedOn }) => completedOn === null)
    .map(({ id, dueOn }) =>
      byDay(stage(addDays(dueOn, 1), "measure-overdue", [hasManager ? "manager" : "unit"], `${id}/${dueOn}`)),
    );

/**
 * 7 and 2 days before the last day to answer, as it is now, and when it has passed. A unit's address reaches officers who
 * may not know of a person with protected identity, so there the DPO is told alone.
 */
const requestClock = ({ dueOn, unit, protectedIdentity }: RequestCase): Clock => {
  const holder: Addressee = unit === null || protectedIdentity ? "dpo" : "unit";
  return byDay(
    stage(addDays(dueOn, -7), "request-due-7-days", [holder], dueOn),
    stage(addDays(dueOn, -2), "request-due-2-days", [holder], dueOn),
    stage(addDays(dueOn, 1), "request-overdue", [...new Set<Addressee>([holder, "dpo"])], dueOn),
  );
};

function clocksOf(kase: CaseFile): readonly Clock[] {
  switch (kase.kind) {
    case "request":
      return isEnded(kase) ? [] : [requestClock(kase)];
    case "breach":
      return [
        ...(isEnded(kase) || isAuthorityDecided(kase) ? [] : [breachClock(kase)]),
        // A closed breach still owes IMY its supplement, and the city its measures.
        ...supplement(kase),
        ...plan(kase),
      ];
    case "consultation":
      return [];
  }
}

/** The letters of a stage that the case has not owed before. */
const unsaid = ({ kind, to, cause }: Stage, { letters }: Pick<CaseFile, "letters">, now: Instant) =>
  to.map((one) => caseLetter(kind, one, now, cause)).filter(({ id }) => letters.every((known) => known.id !== id));

/**
 * The reminders that a case owes now and has not owed before. Asked again it answers the same, and nothing once they are
 * among the case's letters. A moved last day (extended, amended) gives new ones.
 */
export const remindersDue = (kase: CaseFile, now: Instant): readonly CaseLetter[] =>
  clocksOf(kase)
    .filter(({ atAnyHour }) => atAnyHour || isHumaneHour(now))
    .flatMap(({ stages }) => stages.findLast(({ from }) => compareInstants(now, from) >= 0) ?? [])
    .flatMap((reached) => unsaid(reached, kase, now));

/**
 * From when a case will owe its next reminder if nothing happens to it; null when it will owe none. What the watch finds
 * cases by: it reads a case from then on, and never before.
 */
export function nextReminderAt(kase: CaseFile): Instant | null {
  const next = clocksOf(kase).flatMap(({ stages }) => {
    const said = stages.findLastIndex((one) => unsaid(one, kase, one.from).length === 0);
    return stages[said + 1]?.from ?? [];
  });
  return next.toSorted(compareInstants)[0] ?? null;
}
