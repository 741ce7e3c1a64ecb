import { notifiedInTime, supplementDueOn } from "../breach-deadline.ts";
import type { Instant } from "../instant.ts";
import { ok, type Result, refused } from "../result.ts";
import { amended } from "./amend.ts";
import {
  type BreachCase,
  type BreachTimes,
  type Decided,
  isAuthorityDecided,
  isSubjectsDecided,
  progressOf,
} from "./breach-case.ts";
import type { BreachCommand } from "./breach-commands.ts";
import { breachCell } from "./breach-life.ts";
import { type Change, type Circumstances, carryOut, type Decision, type Step } from "./carry-out.ts";
import { owedTo } from "./owed-cases.ts";
import type { Refusal } from "./refusal.ts";

type Changed = Result<Change<BreachCase>, Refusal>;
type Of<Name extends BreachCommand["command"]> = Extract<BreachCommand, { readonly command: Name }>;

const notNow = refused({ code: "not-now" } as const);
const timed = ({ times }: BreachCase, more: Partial<BreachTimes>): BreachTimes => ({ ...times, ...more });
const deciders = (command: { readonly decidedBy?: string; readonly dpoAdvice?: string }): Decided => ({
  decidedBy: command.decidedBy ?? null,
  dpoAdvice: command.dpoAdvice ?? null,
});

/** Art. 33.1: after 72 hours the notification must say why. */
const notified = (kase: BreachCase, command: Of<"notify-authority">): Changed => {
  const { notifiedAt, complete = false } = command;
  const lateReason = command.lateReason?.trim() ?? "";
  if (kase.authority?.decision === "notified") return notNow;
  if (!notifiedInTime(kase.times.awareAt, notifiedAt) && lateReason === "")
    return refused({ code: "late-reason-required" });
  return ok({
    kase: {
      ...kase,
      times: timed(kase, { notifiedAt }),
      authority: {
        decision: "notified",
        authorityReference: command.authorityReference ?? null,
        lateReason: lateReason === "" ? null : lateReason,
        complete,
        ...deciders(command),
      },
      supplementDueOn: complete ? null : supplementDueOn(notifiedAt),
    },
  });
};

/** Art. 33.1: only where a risk to the persons is unlikely. */
const notNotified = (kase: BreachCase, command: Of<"do-not-notify">, explanation: string): Changed => {
  if (kase.authority?.decision === "notified") return notNow;
  if (kase.risk !== "unlikely-risk") return refused({ code: "risk-must-be-notified" });
  return ok({ kase: { ...kase, authority: { decision: "not-notified", explanation, ...deciders(command) } } });
};

/** Art. 34.1, 34.3: where the risk is high, one of the three exceptions. */
const notInformed = (kase: BreachCase, command: Of<"do-not-inform">, explanation: string): Changed => {
  const { ground } = command;
  if (kase.subjects?.decision === "informed") return notNow;
  if (ground === "not-high-risk" && kase.risk === "high-risk") return refused({ code: "ground-does-not-fit" });
  return ok({ kase: { ...kase, subjects: { decision: "not-informed", ground, explanation, ...deciders(command) } } });
};

const completed = (kase: BreachCase, { id, completedOn }: Of<"complete-measure">): Changed => {
  const measure = kase.measures.find((known) => known.id === id);
  if (measure === undefined) return refused({ code: "unknown-measure" });
  if (measure.completedOn !== null) return notNow;
  const measures = kase.measures.map((known) => (known === measure ? { ...measure, completedOn } : known));
  return ok({ kase: { ...kase, measures } });
};

/** In the order of the contract: assessed, decided, planned. The decisions must still fit the risk as it is assessed now. */
const closed = (kase: BreachCase): Changed => {
  if (kase.risk === null) return refused({ code: "assessment-required" });
  if (!isAuthorityDecided(kase) || !isSubjectsDecided(kase)) return refused({ code: "decision-required" });
  if (kase.measures.length === 0) return refused({ code: "action-plan-required" });
  return ok({ kase, event: "closed" });
};

const stepOf = (kase: BreachCase, command: BreachCommand, { countsIn }: Circumstances): Step<BreachCase> => {
  switch (command.command) {
    case "note":
      return { carryOut: () => ok({ kase }) };
    case "set-diary-number":
      return { carryOut: () => ok({ kase: { ...kase, diaryNumber: command.diaryNumber } }) };
    case "involve-dpo":
      return {
        at: command.at,
        carryOut: (at) => ok({ kase: { ...kase, times: timed(kase, { dpoInvolvedAt: at }) } }),
      };
    case "assess":
      return {
        reason: { text: command.explanation },
        carryOut: (at, explanation) =>
          ok({
            kase: {
              ...kase,
              risk: command.risk,
              times: timed(kase, { assessedAt: at }),
              assessment: { explanation, ...deciders(command) },
            },
          }),
      };
    case "notify-authority":
      return { at: command.notifiedAt, carryOut: () => notified(kase, command) };
    case "do-not-notify":
      return {
        reason: { text: command.explanation },
        carryOut: (_, explanation) => notNotified(kase, command, explanation),
      };
    case "supplement":
      return {
        at: command.at,
        carryOut: (at) =>
          kase.times.notifiedAt === null
            ? notNow
            : ok({ kase: { ...kase, supplementedAt: [...kase.supplementedAt, at] } }),
      };
    case "inform-subjects":
      return { at: command.informedAt, carryOut: () => informed(kase, command) };
    case "do-not-inform":
      return {
        reason: { text: command.explanation },
        carryOut: (_, explanation) => notInformed(kase, command, explanation),
      };
    case "add-measure": {
      const { what, owner, dueOn } = command;
      const measure = { id: `m${kase.measures.length + 1}`, what, owner, dueOn, completedOn: null };
      return { carryOut: () => ok({ kase: { ...kase, measures: [...kase.measures, measure] } }) };
    }
    case "complete-measure":
      return { happened: [command.completedOn], carryOut: () => completed(kase, command) };
    case "dismiss":
      return {
        reason: { text: command.explanation },
        // What IMY or the persons were told of has been treated as a breach, and stays one in the figures.
        carryOut: (_, explanation) =>
          kase.times.notifiedAt !== null || kase.times.subjectsInformedAt !== null
            ? notNow
            : ok({ kase: { ...kase, dismissal: { explanation } }, event: "closed" }),
      };
    case "close":
      return { carryOut: () => closed(kase) };
    case "reopen":
      return {
        reason: { text: command.reason },
        carryOut: () => ok({ kase: { ...kase, dismissal: null }, event: "reopened" }),
      };
    case "amend":
      return {
        known: amendedTimes(command),
        reason: { text: command.reason },
        carryOut: () => amended(kase, command),
      };
    case "open-for":
      return {
        units: command.units,
        carryOut: (at) => {
          const others = command.units.filter((unit) => unit !== kase.unit);
          const owed = owedTo(kase, others, at, countsIn);
          return owed.length === 0 ? notNow : ok({ kase: { ...kase, owedCases: [...kase.owedCases, ...owed] } });
        },
      };
  }
};

/** A breach after a command, or the rule that refuses it. */
export const decideBreach = (
  kase: BreachCase,
  command: BreachCommand,
  circumstances: Circumstances,
): Result<Decision<BreachCase>, Refusal> =>
  carryOut(kase, command, circumstances, {
    step: stepOf(kase, command, circumstances),
    cell: breachCell(command.command, kase.status),
    began: kase.times.detectedAt,
    settle: progressOf,
  });

const informed = (kase: BreachCase, command: Of<"inform-subjects">): Changed =>
  ok({
    kase: {
      ...kase,
      // The first time is what counts as "without undue delay"; later ones are in the history.
      times: timed(kase, { subjectsInformedAt: kase.times.subjectsInformedAt ?? command.informedAt }),
      subjects: { decision: "informed", how: command.how, ...deciders(command) },
    },
  });

/** Times put right may lie before everything known so far, but not ahead. */
const amendedTimes = ({ changes }: Of<"amend">): readonly (Instant | null | undefined)[] => [
  changes.occurredAt,
  changes.detectedAt,
  changes.awareAt,
];
