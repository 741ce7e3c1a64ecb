import type { Unit, UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import { compareInstants, type Instant, stockholmDate } from "../instant.ts";
import { ok, type Result, refused } from "../result.ts";
import { type CaseCommon, type CaseEvent, type CaseKind, isEnded } from "./case-file.ts";
import type { Who } from "./case-history.ts";
import { type Cell, isLifeRefusal, leadsFrom } from "./life.ts";
import { isPartEnded, mayGive } from "./permission.ts";
import type { Refusal } from "./refusal.ts";

/** What surrounds a command: who gives it, when, on which version, and what is true of the city today. */
export interface Circumstances {
  readonly now: Instant;
  /** When it happened, if not now. */
  readonly at?: Instant;
  readonly who: Who;
  /** The version of the case that the person saw. */
  readonly version: number;
  readonly key: string;
  readonly bodyHash: string;
  /** The units that exist today. */
  readonly units: ReadonlyMap<UnitId, Pick<Unit, "kind">>;
  /** The unit that a case counts in when `unit` holds it: as it was on the day of receipt. */
  readonly countsIn: (unit: UnitId) => UnitId;
  /** What the city reaches people by, beside mail; by nothing where it is left out. */
  readonly channels?: Channels;
}

/** Ways to people that a city may have and may lack. */
export interface Channels {
  readonly sms: boolean;
  readonly mailbox: boolean;
}

/** What to log: codes only. */
export interface CommandLine {
  readonly code: "case-command";
  readonly kind: CaseKind;
  readonly command: string;
  readonly from: string;
  readonly to: string;
}

/** What a carried-out command gives: the case after, to be written whole on the condition of the version before. */
export interface Decision<Kase> {
  readonly kase: Kase;
  readonly log: CommandLine;
}

/** What one command changes. */
export interface Change<Kase> {
  readonly kase: Kase;
  readonly event?: CaseEvent;
  readonly was?: Readonly<Record<string, unknown>>;
}

/** One command against one case: what is checked of every command, and what is its own. */
export interface Step<Kase> {
  /** When it happened, where the command says so itself. */
  readonly at?: Instant;
  /** Other times that the command says have been. */
  readonly happened?: readonly (Instant | CivilDate | null | undefined)[];
  /** Times that have been, and may lie before the case began. */
  readonly known?: readonly (Instant | null | undefined)[];
  readonly units?: readonly UnitId[];
  /** Present where a reason must be written; its text may be missing, and is then refused. */
  readonly reason?: { readonly text: string | undefined };
  readonly carryOut: (at: Instant, reason: string) => Result<Change<Kase>, Refusal>;
}

type Stored = CaseCommon<string> & { readonly kind: CaseKind };

const isDay = (time: Instant | CivilDate): time is CivilDate => time.length === 10;

const liesAhead = (time: Instant | CivilDate, now: Instant): boolean =>
  isDay(time) ? time > stockholmDate(now) : compareInstants(time, now) > 0;

const isBefore = (time: Instant | CivilDate, began: Instant): boolean =>
  isDay(time) ? time < stockholmDate(began) : compareInstants(time, began) < 0;

/**
 * Carries out one command, or says which rule refuses it. The rules that hold for all come first and in this order: role,
 * version, whether the case is closed, the future, units, reasons; then what the life's table says; then the command's own.
 *
 * @param cell what the life's table says of the command in the case's status
 * @param began before this nothing can have been done in the case
 * @param settle which of several statuses the facts have brought the case to
 */
export function carryOut<Kase extends Stored>(
  kase: Kase,
  command: { readonly command: string },
  circumstances: Circumstances,
  parts: {
    readonly step: Step<Kase>;
    readonly cell: Cell<string> | undefined;
    readonly began: Instant;
    readonly settle: (after: Kase) => string;
  },
): Result<Decision<Kase>, Refusal> {
  const { now, who, units } = circumstances;
  const { step, cell = "not-now", began, settle } = parts;
  const at = step.at ?? circumstances.at ?? now;
  const times = [at, circumstances.at, ...(step.happened ?? [])].filter((time) => time !== null && time !== undefined);
  const known = (step.known ?? []).filter((time) => time !== null && time !== undefined);
  const reason = step.reason?.text?.trim() ?? "";

  if (!mayGive(who.role, kase.kind, command.command)) return refused({ code: "role-may-not" });
  if (circumstances.version !== kase.version) return refused({ code: "stale-version" });
  if (cell === "already-closed" || isPartEnded(who.role, kase)) return refused({ code: "already-closed" });
  if ([...times, ...known].some((time) => liesAhead(time, now))) return refused({ code: "not-in-the-future" });
  if (step.units?.some((unit) => !units.has(unit))) return refused({ code: "unknown-unit" });
  if (step.reason !== undefined && reason === "") return refused({ code: "explanation-required" });
  if (isLifeRefusal(cell)) return refused({ code: cell });
  if (times.some((time) => isBefore(time, began))) return refused({ code: "before-receipt" });
  const change = step.carryOut(at, reason);
  if (!change.ok) return change;

  const { kase: after, event, was } = change.value;
  const open = leadsFrom(cell, kase.status);
  const [only, ...others] = open;
  const status = only !== undefined && others.length === 0 ? only : settle(after);
  if (!open.includes(status)) throw new Error(`${command.command} would lead from ${kase.status} to ${status}`);
  const { command: name, ...what } = command;
  const next = {
    ...after,
    status,
    version: kase.version + 1,
    closedAt: isEnded({ status }) ? (kase.closedAt ?? at) : null,
    closedRecordedAt: isEnded({ status }) ? (kase.closedRecordedAt ?? now) : null,
    timeline: event === undefined ? after.timeline : [...after.timeline, { at, event }],
    history: [
      ...kase.history,
      {
        version: kase.version + 1,
        at,
        recordedAt: now,
        who,
        command: name,
        what,
        ...(was === undefined ? {} : { was }),
        from: { status: kase.status, unit: kase.unit },
        to: { status, unit: after.unit },
        key: circumstances.key,
        bodyHash: circumstances.bodyHash,
      },
    ],
  };
  return ok({
    kase: next,
    log: { code: "case-command", kind: kase.kind, command: name, from: kase.status, to: status },
  });
}
