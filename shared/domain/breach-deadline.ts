import { addDays, type CivilDate } from "./civil-date.ts";
import { clockName, timeInWords } from "./date-in-words.ts";
import { type Dated, inForceOn } from "./dated-rule.ts";
import { isWorkingDay } from "./holidays.ts";
import {
  addMilliseconds,
  compareInstants,
  epochOf,
  type Instant,
  instantFromEpoch,
  stockholmDate,
  stockholmOffset,
} from "./instant.ts";
import type { Language } from "./language.ts";

const msPerHour = 3_600_000;
const supplementDays = 28;

/** Art. 33.1 GDPR: hours from the moment the controller became aware. */
const rules: readonly [Dated<{ readonly hours: number }>] = [{ validFrom: "2018-05-25", validTo: null, hours: 72 }];

/** One step of the count, as data; `explainBreachStep` words it. */
export type BreachStep =
  | { readonly code: "aware"; readonly at: Instant; readonly namesClock: boolean }
  /** The clocks go forward or back within the time: the wall clock then shows another hour, the time is as long. */
  | { readonly code: "clock-changes"; readonly at: Instant; readonly hours: number; readonly to: "summer" | "standard" }
  | { readonly code: "never-moved"; readonly at: Instant; readonly hours: number }
  | { readonly code: "due"; readonly at: Instant; readonly hours: number; readonly namesClock: boolean };

export type BreachDeadline = {
  readonly awareAt: Instant;
  /** The last instant at which a notification to the authority is in time. */
  readonly dueAt: Instant;
  readonly steps: readonly BreachStep[];
};

/** Art. 33.1 GDPR: exactly 72 × 3600 seconds after `awareAt`, moved by neither holidays nor changes of the clock. */
export const breachDeadline = (awareAt: Instant): BreachDeadline => {
  const { hours } = inForceOn(rules, stockholmDate(awareAt));
  const dueAt = addMilliseconds(awareAt, hours * msPerHour);
  const steps: BreachStep[] = [{ code: "aware", at: awareAt, namesClock: isShownTwice(awareAt) }];
  if (stockholmOffset(awareAt) !== stockholmOffset(dueAt)) {
    const to = stockholmOffset(dueAt) > stockholmOffset(awareAt) ? "summer" : "standard";
    steps.push({ code: "clock-changes", at: clockChange(awareAt, dueAt), hours, to });
  }
  if (!isWorkingDay(stockholmDate(dueAt))) steps.push({ code: "never-moved", at: dueAt, hours });
  steps.push({ code: "due", at: dueAt, hours, namesClock: isShownTwice(dueAt) });
  return { awareAt, dueAt, steps };
};

/** At the very instant is in time; anything later is late, and art. 33.1 then asks for the reason. */
export const notifiedInTime = (awareAt: Instant, notifiedAt: Instant): boolean =>
  compareInstants(notifiedAt, breachDeadline(awareAt).dueAt) <= 0;

/** The last day to supplement a notification: IMY decides on what it has four weeks after it. */
export const supplementDueOn = (notifiedAt: Instant): CivilDate => addDays(stockholmDate(notifiedAt), supplementDays);

/** One step as a sentence. */
export const explainBreachStep = (step: BreachStep, language: Language): string => {
  const sv = language === "sv";
  const clock = "namesClock" in step && step.namesClock ? ` (${clockName(step.at, language)})` : "";
  const at = timeInWords(step.at, language) + clock;
  switch (step.code) {
    case "aware":
      return sv ? `Ni fick kännedom ${at}` : `You became aware on ${at}`;
    case "clock-changes":
      if (step.to === "summer") {
        return sv
          ? `Klockan ställs om till sommartid under tiden. Det blir ändå ${step.hours} timmar, så klockslaget blir en timme senare`
          : `The clocks go forward in between. It is still ${step.hours} hours, so the time on the clock is one hour later`;
      }
      return sv
        ? `Klockan ställs om till normaltid under tiden. Det blir ändå ${step.hours} timmar, så klockslaget blir en timme tidigare`
        : `The clocks go back in between. It is still ${step.hours} hours, so the time on the clock is one hour earlier`;
    case "never-moved":
      return sv ? "Helger och helgdagar flyttar inte tiden" : "Weekends and public holidays do not move the time";
    case "due":
      return sv
        ? `${step.hours} timmar senare: anmäl till IMY senast ${at}`
        : `${step.hours} hours later: notify the authority (IMY) by ${at}`;
  }
};

/** The count as sentences with their instants; the last one is `dueAt`. */
export const breachDeadlineSteps = (
  deadline: BreachDeadline,
  language: Language,
): readonly { readonly text: string; readonly at: Instant }[] =>
  deadline.steps.map((step) => ({ text: explainBreachStep(step, language), at: step.at }));

/** Whether the wall clock shows this time twice, an hour apart: in the night the clocks go back. */
const isShownTwice = (at: Instant): boolean =>
  stockholmOffset(at) > stockholmOffset(addMilliseconds(at, msPerHour)) ||
  stockholmOffset(addMilliseconds(at, -msPerHour)) > stockholmOffset(at);

/** The first full hour after `from` at which the offset is that of `to`. Sweden changes its clocks on the hour. */
const clockChange = (from: Instant, to: Instant): Instant => {
  let at = instantFromEpoch(Math.ceil(epochOf(from) / msPerHour) * msPerHour);
  while (stockholmOffset(at) !== stockholmOffset(to)) at = addMilliseconds(at, msPerHour);
  return at;
};
