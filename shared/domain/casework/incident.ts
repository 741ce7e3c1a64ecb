import type { UnitId } from "../city.ts";
import { compareInstants, type Instant } from "../instant.ts";
import type { Language } from "../language.ts";
import { ok, type Result, refused } from "../result.ts";
import { awarenessRefusal } from "./amend.ts";
import { type BreachCase, dueAtFrom, type IncidentFacts } from "./breach-case.ts";
import { newlyOpened } from "./case-file.ts";
import { caseLetter } from "./case-letter.ts";
import type { Refusal } from "./refusal.ts";

/** What an employee reports. The manager's name and address stay in the submission. */
export interface IncidentReport {
  readonly reference: string;
  readonly reportedBy: string;
  readonly language: Language;
  readonly unit: UnitId;
  /** The unit as it was on the local day of `awareAt`. */
  readonly countedUnit: UnitId;
  readonly drill: boolean;
  readonly hasManager: boolean;
  readonly facts: IncidentFacts;
  readonly occurredAt: Instant | null;
  readonly ongoing: boolean;
  readonly detectedAt: Instant;
  /** Left out when it was the same as `detectedAt`. */
  readonly awareAt?: Instant;
  readonly awareDelayReason?: string;
}

/**
 * The case of a reported incident. Its 72 hours run from `awareAt` (art. 33.1), and it owes a letter at once to the manager,
 * the DPO and the security coordinator: reference and last instant, nothing of what happened.
 *
 * @param now when the report was received
 * @param units those that exist today
 */
export function incidentOf(
  report: IncidentReport,
  now: Instant,
  units: { has(unit: UnitId): boolean },
): Result<BreachCase, Refusal> {
  const { reference, occurredAt, ongoing, detectedAt, awareAt = detectedAt, ...reported } = report;
  const times = [occurredAt, detectedAt, awareAt].filter((time) => time !== null);
  if (times.some((time) => compareInstants(time, now) > 0)) return refused({ code: "not-in-the-future" });
  if (!units.has(report.unit)) return refused({ code: "unknown-unit" });
  const awareDelayReason = report.awareDelayReason ?? null;
  const refusal = awarenessRefusal(detectedAt, awareAt, awareDelayReason);
  if (refusal !== undefined) return refused(refusal);
  const told = report.hasManager ? (["manager", "dpo", "security"] as const) : (["unit", "dpo", "security"] as const);
  return ok({
    ...newlyOpened,
    ...reported,
    submission: reference,
    number: 1,
    reference,
    kind: "breach",
    status: "reported",
    receivedAt: now,
    timeline: [{ at: now, event: "received" }],
    letters: told.map((to) => caseLetter("incident-reported", to, now)),
    times: {
      occurredAt,
      ongoing,
      detectedAt,
      awareAt,
      dpoInvolvedAt: null,
      assessedAt: null,
      notifiedAt: null,
      subjectsInformedAt: null,
    },
    awareDelayReason,
    dueAt: dueAtFrom(awareAt),
    risk: null,
    assessment: null,
    authority: null,
    subjects: null,
    supplementDueOn: null,
    supplementedAt: [],
    measures: [],
    dismissal: null,
  });
}
