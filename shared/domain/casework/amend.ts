import { compareInstants, epochOf, type Instant } from "../instant.ts";
import { ok, type Result, refused } from "../result.ts";
import { type BreachCase, type BreachTimes, dueAtFrom, toldInTime } from "./breach-case.ts";
import type { Amendment, BreachCommand } from "./breach-commands.ts";
import type { Change } from "./carry-out.ts";
import type { Refusal } from "./refusal.ts";

const dayMs = 24 * 3_600_000;

/**
 * Whether detection and awareness fit together: awareness is not before detection, and where it came more than 24 hours
 * after it there is a reason. Undefined when they do.
 */
export const awarenessRefusal = (detectedAt: Instant, awareAt: Instant, reason: string | null): Refusal | undefined => {
  if (compareInstants(awareAt, detectedAt) < 0) return { code: "aware-before-detected" };
  return epochOf(awareAt) - epochOf(detectedAt) > dayMs && (reason ?? "").trim() === ""
    ? { code: "aware-delay-reason-required" }
    : undefined;
};

/** The values that an amendment replaces, for the history. */
const replaced = ({ facts, times }: BreachCase, changes: Amendment): Readonly<Record<string, unknown>> => {
  const known: Readonly<Record<string, unknown>> = { ...facts, ...times };
  return Object.fromEntries(Object.keys(changes).map((name) => [name, known[name]]));
};

/**
 * A report put right: old and new values are both kept, and a new `awareAt` moves the last instant to notify. A notification
 * that thereby becomes late needs its reason.
 */
export function amended(
  kase: BreachCase,
  command: Extract<BreachCommand, { readonly command: "amend" }>,
): Result<Change<BreachCase>, Refusal> {
  const { occurredAt, ongoing, detectedAt, awareAt, ...facts } = command.changes;
  const times: BreachTimes = {
    ...kase.times,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(ongoing === undefined ? {} : { ongoing }),
    ...(detectedAt === undefined ? {} : { detectedAt }),
    ...(awareAt === undefined ? {} : { awareAt }),
  };
  const awareDelayReason = command.awareDelayReason ?? kase.awareDelayReason;
  const refusal = awarenessRefusal(times.detectedAt, times.awareAt, awareDelayReason);
  if (refusal !== undefined) return refused(refusal);
  const authority =
    kase.authority?.decision === "notified" && command.lateReason !== undefined
      ? { ...kase.authority, lateReason: command.lateReason }
      : kase.authority;
  const isUnexplained = authority?.decision === "notified" && (authority.lateReason ?? "").trim() === "";
  if (isUnexplained && toldInTime({ times }) === false) return refused({ code: "late-reason-required" });
  return ok({
    kase: {
      ...kase,
      facts: { ...kase.facts, ...facts },
      times,
      awareDelayReason,
      authority,
      dueAt: dueAtFrom(times.awareAt),
    },
    was: replaced(kase, command.changes),
  });
}
