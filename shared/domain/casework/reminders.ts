import { addDays, type CivilDate } from "../civil-date.ts";
import { addMilliseconds, compareInstants, type Instant, stockholmDate } from "../instant.ts";
import { type BreachCase, isAuthorityDecided } from "./breach-case.ts";
import { type CaseFile, isEnded } from "./case-file.ts";
import { type Addressee, type CaseLetter, type CaseLetterKind, caseLetter } from "./case-letter.ts";
import { isHumaneHour } from "./humane-hours.ts";
import type { RequestCase } from "./request-case.ts";

const hour = 3_600_000;

type Reminder = { readonly kind: CaseLetterKind; readonly to: readonly Addressee[]; readonly cause: string };

/** 24 and 6 hours before the last instant to notify IMY, and when it has passed. Only the last stage reached is said. */
const breachClock = (breach: BreachCase, now: Instant): readonly Reminder[] => {
  if (isAuthorityDecided(breach)) return [];
  const { dueAt } = breach;
  const isFrom = (from: Instant): boolean => compareInstants(now, from) >= 0;
  const to: readonly Addressee[] = ["dpo", breach.hasManager ? "manager" : "unit"];
  if (compareInstants(now, dueAt) > 0) return [{ kind: "breach-overdue", to, cause: dueAt }];
  if (isFrom(addMilliseconds(dueAt, -6 * hour))) return [{ kind: "breach-due-6-hours", to, cause: dueAt }];
  if (isFrom(addMilliseconds(dueAt, -24 * hour))) return [{ kind: "breach-due-24-hours", to, cause: dueAt }];
  return [];
};

const supplement = ({ supplementDueOn, supplementedAt }: BreachCase, today: CivilDate): readonly Reminder[] => {
  if (supplementDueOn === null || supplementedAt.length > 0) return [];
  const to = ["dpo"] as const;
  if (today > supplementDueOn) return [{ kind: "supplement-overdue", to, cause: supplementDueOn }];
  return today >= addDays(supplementDueOn, -7) ? [{ kind: "supplement-due-7-days", to, cause: supplementDueOn }] : [];
};

const plan = ({ measures, hasManager }: BreachCase, today: CivilDate): readonly Reminder[] =>
  measures
    .filter(({ completedOn, dueOn }) => completedOn === null && dueOn < today)
    .map(({ id, dueOn }) => ({
      kind: "measure-overdue",
      to: [hasManager ? "manager" : "unit"],
      cause: `${id}/${dueOn}`,
    }));

/** 7 and 2 days before the last day to answer, as it is now, and when it has passed: days against days, no hours. */
const requestClock = ({ dueOn, unit }: RequestCase, today: CivilDate): readonly Reminder[] => {
  const holder: Addressee = unit === null ? "dpo" : "unit";
  if (today > dueOn) return [{ kind: "request-overdue", to: [...new Set<Addressee>([holder, "dpo"])], cause: dueOn }];
  if (today >= addDays(dueOn, -2)) return [{ kind: "request-due-2-days", to: [holder], cause: dueOn }];
  if (today >= addDays(dueOn, -7)) return [{ kind: "request-due-7-days", to: [holder], cause: dueOn }];
  return [];
};

const remindersOf = (kase: CaseFile, now: Instant): readonly Reminder[] => {
  const today = stockholmDate(now);
  const isOpen = !isEnded(kase);
  switch (kase.kind) {
    case "request":
      return isOpen && isHumaneHour(now) ? requestClock(kase, today) : [];
    case "breach":
      return [
        ...(isOpen ? breachClock(kase, now) : []),
        // A closed breach still owes IMY its supplement, and the city its measures.
        ...(isHumaneHour(now) ? [...supplement(kase, today), ...plan(kase, today)] : []),
      ];
    case "consultation":
      return [];
  }
};

/**
 * The reminders that a case owes now and has not owed before. Asked again it answers the same, and nothing once they are
 * among the case's letters. A moved last day (extended, amended) gives new ones.
 */
export const remindersDue = (kase: CaseFile, now: Instant): readonly CaseLetter[] =>
  remindersOf(kase, now)
    .flatMap(({ kind, to, cause }) => to.map((one) => caseLetter(kind, one, now, cause)))
    .filter(({ id }) => kase.letters.every((known) => known.id !== id));
