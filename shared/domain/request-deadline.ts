import { addDays, addMonths, type CivilDate, weekday } from "./civil-date.ts";
import { dateInWords } from "./date-in-words.ts";
import { type Dated, inForceOn } from "./dated-rule.ts";
import { eveNames, eveOn, type Holiday, holidayNames, holidayOn, isWorkingDay } from "./holidays.ts";
import type { Language, Text } from "./language.ts";

/** Art. 12.3 GDPR: one month, and with an extension two further, which is three from receipt. */
const rules: readonly [Dated<Months>] = [{ validFrom: "2018-05-25", validTo: null, months: 1, extendedMonths: 3 }];
type Months = { readonly months: 1; readonly extendedMonths: 3 };

/** One step of the count, as data; `explainStep` words it. */
export type DeadlineStep =
  | { readonly code: "received"; readonly on: CivilDate }
  /** `shortMonth`: the month has no such day, so its last day is taken. */
  | { readonly code: "months-later"; readonly on: CivilDate; readonly months: 1 | 3; readonly shortMonth: boolean }
  | { readonly code: "not-a-working-day"; readonly on: CivilDate; readonly because: "saturday" | "sunday" | Holiday }
  | { readonly code: "last-day"; readonly on: CivilDate; readonly moved: boolean };

export type RequestDeadline = {
  readonly receivedOn: CivilDate;
  /** The last day to answer. Also the last day to refuse, or to send notice of an extension. */
  readonly dueOn: CivilDate;
  /** Day 30 after receipt: not the law, but what the yearly report counts. */
  readonly thirtyDaysOn: CivilDate;
  /** The last day to answer when the time has been extended. */
  readonly extendedDueOn: CivilDate;
  /** The later day, had midsommarafton, julafton and nyårsafton counted as holidays; null when it is the same. */
  readonly laterIfEvesCounted: CivilDate | null;
  readonly steps: readonly DeadlineStep[];
  readonly extendedSteps: readonly DeadlineStep[];
};

/**
 * Art. 12.3 GDPR: the same day number one month after the local date of receipt, or the last day of a month that has no
 * such day, moved to the next working day (Reg. 1182/71 art. 3.2 c and 3.4). An extension counts from receipt, never
 * from a day already moved.
 */
export const requestDeadline = (receivedOn: CivilDate): RequestDeadline => {
  const { months, extendedMonths } = inForceOn(rules, receivedOn);
  const once = count(receivedOn, months);
  const extended = count(receivedOn, extendedMonths);
  return {
    receivedOn,
    dueOn: once.dueOn,
    thirtyDaysOn: addDays(receivedOn, 30),
    extendedDueOn: extended.dueOn,
    laterIfEvesCounted: eveOn(once.dueOn) === undefined ? null : workingDayWithEves(once.dueOn),
    steps: once.steps,
    extendedSteps: extended.steps,
  };
};

/** Answered on the last day or before; the extended one when the time was lawfully extended. */
export const answeredInTime = (deadline: RequestDeadline, answeredOn: CivilDate, extended = false): boolean =>
  answeredOn <= (extended ? deadline.extendedDueOn : deadline.dueOn);

/** Answered at latest on day 30 after receipt: the yearly report's measure, which an extension does not move. */
export const answeredWithin30Days = (deadline: RequestDeadline, answeredOn: CivilDate): boolean =>
  answeredOn <= deadline.thirtyDaysOn;

/** One step as a sentence for the citizen. */
export const explainStep = (step: DeadlineStep, language: Language): string => {
  const on = dateInWords(step.on, language);
  const sv = language === "sv";
  switch (step.code) {
    case "received":
      return sv ? `Mottagen ${on}` : `Received ${on}`;
    case "months-later": {
      const later = `${monthsLater[step.months][language]}: ${on}`;
      if (!step.shortMonth) return later;
      return sv ? `${later}, som är månadens sista dag` : `${later}, which is the last day of that month`;
    }
    case "not-a-working-day":
      if (step.because === "saturday") return sv ? `${on} är en lördag` : `${on} is a Saturday`;
      if (step.because === "sunday") return sv ? `${on} är en söndag` : `${on} is a Sunday`;
      return sv
        ? `${on} är ${holidayNames[step.because].sv}, som är helgdag`
        : `${on} is ${holidayNames[step.because].en}, a public holiday`;
    case "last-day":
      if (step.moved) {
        return sv
          ? `Nästa vardag är ${on}, så det är sista dagen`
          : `The next working day is ${on}, so that is the last day`;
      }
      return sv ? `Det är en vardag, så sista dagen är ${on}` : `That is a working day, so the last day is ${on}`;
  }
};

/** The count to `dueOn` as sentences with their dates; the last one is the last day. */
export const requestDeadlineSteps = (
  deadline: RequestDeadline,
  language: Language,
): readonly { readonly text: string; readonly date: CivilDate }[] =>
  deadline.steps.map((step) => ({ text: explainStep(step, language), date: step.on }));

/** The count to `extendedDueOn` as sentences with their dates. */
export const extendedDeadlineSteps = (
  deadline: RequestDeadline,
  language: Language,
): readonly { readonly text: string; readonly date: CivilDate }[] =>
  deadline.extendedSteps.map((step) => ({ text: explainStep(step, language), date: step.on }));

/** A note when one of the three eves would have given a later day by lag (1930:173); null otherwise. */
export const eveNote = (deadline: RequestDeadline, language: Language): string | null => {
  if (deadline.laterIfEvesCounted === null) return null;
  const eve = eveOn(deadline.dueOn);
  if (eve === undefined) throw new Error("Only an eve makes the later day differ");
  const later = dateInWords(deadline.laterIfEvesCounted, language);
  return language === "sv"
    ? `Vi räknar ${eveNames[eve].sv} som en vardag. Hade den räknats som helgdag hade sista dagen varit ${later}.`
    : `We count ${eveNames[eve].en} as a working day. Had it counted as a holiday, the last day would have been ${later}.`;
};

const monthsLater: Readonly<Record<1 | 3, Text>> = {
  1: { sv: "En månad senare", en: "One month later" },
  3: { sv: "Tre månader senare", en: "Three months later" },
};

const count = (
  receivedOn: CivilDate,
  months: 1 | 3,
): { readonly dueOn: CivilDate; readonly steps: readonly DeadlineStep[] } => {
  const nominal = addMonths(receivedOn, months);
  const steps: DeadlineStep[] = [
    { code: "received", on: receivedOn },
    { code: "months-later", on: nominal, months, shortMonth: nominal.slice(8) !== receivedOn.slice(8) },
  ];
  let on = nominal;
  for (; !isWorkingDay(on); on = addDays(on, 1)) {
    steps.push({
      code: "not-a-working-day",
      on,
      because: holidayOn(on) ?? (weekday(on) === 6 ? "saturday" : "sunday"),
    });
  }
  steps.push({ code: "last-day", on, moved: on !== nominal });
  return { dueOn: on, steps };
};

const workingDayWithEves = (date: CivilDate): CivilDate => {
  let candidate = date;
  while (!isWorkingDay(candidate) || eveOn(candidate) !== undefined) candidate = addDays(candidate, 1);
  return candidate;
};
