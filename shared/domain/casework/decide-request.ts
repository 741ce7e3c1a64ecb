import type { UnitId } from "../city.ts";
import { type Instant, stockholmDate } from "../instant.ts";
import { requestDeadline } from "../request-deadline.ts";
import { ok, type Result, refused } from "../result.ts";
import { type Change, type Circumstances, carryOut, type Decision, type Step } from "./carry-out.ts";
import { owedTo } from "./owed-cases.ts";
import type { Refusal } from "./refusal.ts";
import type { RequestCase } from "./request-case.ts";
import { closingStep } from "./request-closing.ts";
import type { RequestCommand } from "./request-commands.ts";
import { requestCell } from "./request-life.ts";

type Changed = Result<Change<RequestCase>, Refusal>;

/** One write moves the case to the first unit, with sight of it, and owes one to each of the others. */
const forwarded = (
  kase: RequestCase,
  [first, ...others]: readonly [UnitId, ...UnitId[]],
  at: Instant,
  { countsIn }: Circumstances,
): Changed => {
  const more = owedTo(
    kase,
    others.filter((unit) => unit !== first),
    at,
    countsIn,
  );
  const leaves = first !== kase.unit;
  if (!leaves && more.length === 0) return refused({ code: "not-now" });
  return ok({
    kase: {
      ...kase,
      unit: first,
      countedUnit: leaves ? countsIn(first) : kase.countedUnit,
      assignee: leaves ? null : kase.assignee,
      forwarded: leaves ? [...kase.forwarded, { at, from: kase.unit, to: first }] : kase.forwarded,
      owedCases: [...kase.owedCases, ...more],
    },
    event: kase.unit === null ? "opened" : "forwarded",
  });
};

/**
 * Art. 12.3: by a notice with reasons sent within the first month, once, to three months from receipt. `at` is when it was
 * decided.
 */
const extended = (
  kase: RequestCase,
  { reason, noticeSentOn }: Extract<RequestCommand, { readonly command: "extend" }>,
  explanation: string,
  at: Instant,
): Changed => {
  if (kase.extension !== null) return refused({ code: "already-extended" });
  if (stockholmDate(at) > kase.originalDueOn) return refused({ code: "extension-too-late" });
  if (noticeSentOn > kase.originalDueOn) return refused({ code: "notice-too-late" });
  return ok({
    kase: {
      ...kase,
      extension: { reason, explanation, noticeSentOn },
      dueOn: requestDeadline(stockholmDate(kase.receivedAt)).extendedDueOn,
    },
    event: "extended",
  });
};

const stepOf = (kase: RequestCase, command: RequestCommand, circumstances: Circumstances): Step<RequestCase> => {
  switch (command.command) {
    case "note":
      return { carryOut: () => ok({ kase }) };
    case "set-diary-number":
      return { carryOut: () => ok({ kase: { ...kase, diaryNumber: command.diaryNumber } }) };
    case "take":
      return { carryOut: () => ok({ kase: { ...kase, assignee: circumstances.who.sub } }) };
    case "ask-identity":
      return {
        reason: { text: command.reason },
        carryOut: (at) =>
          kase.identity.state === "confirmed"
            ? refused({ code: "not-now" })
            : ok({ kase: { ...kase, identity: { state: "asked", at, how: null } }, event: "identity-asked" }),
      };
    case "confirm-identity":
      return {
        carryOut: (at) =>
          ok({
            kase: { ...kase, identity: { state: "confirmed", at, how: command.how } },
            event: "identity-confirmed",
          }),
      };
    case "confirm-representation":
      return {
        carryOut: (at) =>
          kase.representation === null
            ? refused({ code: "not-now" })
            : ok({
                kase: { ...kase, representation: { ...kase.representation, confirmed: { at, how: command.how } } },
                event: "representation-confirmed",
              }),
      };
    case "record-search": {
      const { system, found } = command;
      return {
        carryOut: (at) =>
          ok({
            kase: { ...kase, searches: [...kase.searches, { at, system, found }] },
            ...(kase.status === "received" ? { event: "searching" as const } : {}),
          }),
      };
    }
    case "start-review":
      return { carryOut: () => ok({ kase, event: "reviewing" }) };
    case "forward":
      return {
        units: command.toUnits,
        reason: { text: command.reason },
        carryOut: (at) => forwarded(kase, command.toUnits, at, circumstances),
      };
    case "extend":
      return {
        happened: [command.noticeSentOn],
        reason: { text: command.explanation },
        carryOut: (at, explanation) => extended(kase, command, explanation, at),
      };
    case "reopen":
      return {
        reason: { text: command.reason },
        carryOut: () => ok({ kase: { ...kase, closing: null }, event: "reopened" }),
      };
    default: {
      const unit = kase.unit === null ? undefined : circumstances.units.get(kase.unit);
      return closingStep(kase, command, unit?.kind, circumstances.channels);
    }
  }
};

/** A request's case after a command, or the rule that refuses it. */
export const decideRequest = (
  kase: RequestCase,
  command: RequestCommand,
  circumstances: Circumstances,
): Result<Decision<RequestCase>, Refusal> =>
  carryOut(kase, command, circumstances, {
    step: stepOf(kase, command, circumstances),
    cell: requestCell(command.command, kase.status),
    began: kase.receivedAt,
    // Only reopening leaves a choice: a case that no unit ever had goes back to the DPO.
    settle: ({ unit }) => (unit === null ? "triage" : "received"),
  });
