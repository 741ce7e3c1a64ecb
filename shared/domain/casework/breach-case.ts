import { breachDeadline, notifiedInTime } from "../breach-deadline.ts";
import type { CivilDate } from "../civil-date.ts";
import type {
  Cause,
  DataKind,
  DiscoveredBy,
  Effect,
  PersonGroup,
  Risk,
  Stopped,
  WhatHappened,
} from "../incident-codes.ts";
import type { Instant } from "../instant.ts";
import type { CaseCommon } from "./case-file.ts";

/** Where a breach stands, from first to last; `dismissed` is the end of what was no breach. */
export const breachStatuses = ["reported", "assessed", "decided", "closed", "dismissed"] as const;
export type BreachStatus = (typeof breachStatuses)[number];

/** What an employee reported, without the times and the manager's name and address. Null is "vet inte". */
export interface IncidentFacts {
  readonly whatHappened: WhatHappened;
  readonly description: string;
  readonly discoveredBy: DiscoveredBy | null;
  readonly cause: Cause | null;
  readonly effect: readonly Effect[];
  readonly personGroups: readonly PersonGroup[];
  readonly personsAbout: number | null;
  readonly dataKinds: readonly DataKind[];
  readonly measuresTaken: string | null;
  readonly stopped: Stopped | null;
}

/** Each time by itself, null while it is not known or has not been. The end is `closedAt`, as for every case. */
export interface BreachTimes {
  readonly occurredAt: Instant | null;
  readonly ongoing: boolean;
  readonly detectedAt: Instant;
  /** Kännedom: where the 72 hours begin (art. 33.1). */
  readonly awareAt: Instant;
  readonly dpoInvolvedAt: Instant | null;
  readonly assessedAt: Instant | null;
  readonly notifiedAt: Instant | null;
  readonly subjectsInformedAt: Instant | null;
}

/** The controller decides through its delegate; the DPO advises (art. 39.1). Both are shown. */
export interface Decided {
  readonly decidedBy: string | null;
  readonly dpoAdvice: string | null;
}

/** Why the persons are not informed: the risk is not high (34.1), or one of art. 34.3 a, b, c. */
export const doNotInformGrounds = ["not-high-risk", "encrypted", "mitigated", "disproportionate"] as const;
export type DoNotInformGround = (typeof doNotInformGrounds)[number];

export type AuthorityDecision =
  | {
      readonly decision: "notified";
      readonly authorityReference: string | null;
      readonly lateReason: string | null;
      /** Nothing is left to supplement. */
      readonly complete: boolean;
    }
  | { readonly decision: "not-notified"; readonly explanation: string };

export type SubjectsDecision =
  | { readonly decision: "informed"; readonly how: string }
  | { readonly decision: "not-informed"; readonly ground: DoNotInformGround; readonly explanation: string };

export interface Measure {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: CivilDate;
  readonly completedOn: CivilDate | null;
}

/** A reported incident: a breach once assessed, or dismissed as none (art. 33, 34). */
export interface BreachCase extends CaseCommon<BreachStatus> {
  readonly kind: "breach";
  /** The `sub` of the employee who reported it and may follow it. */
  readonly reportedBy: string;
  /** Practice: same clock and mails, visibly marked, never counted. */
  readonly drill: boolean;
  /** Whether the report named a manager, whose address is in the submission. */
  readonly hasManager: boolean;
  readonly facts: IncidentFacts;
  readonly times: BreachTimes;
  /** Why awareness came more than 24 hours after detection. */
  readonly awareDelayReason: string | null;
  /** 72 hours after `awareAt`. */
  readonly dueAt: Instant;
  readonly risk: Risk | null;
  readonly assessment: ({ readonly explanation: string } & Decided) | null;
  readonly authority: (AuthorityDecision & Decided) | null;
  readonly subjects: (SubjectsDecision & Decided) | null;
  /** The last day to supplement the notification; null while not notified, or when it was complete. */
  readonly supplementDueOn: CivilDate | null;
  readonly supplementedAt: readonly Instant[];
  readonly measures: readonly Measure[];
  readonly dismissal: { readonly explanation: string } | null;
}

/** Art. 33.1: not notifying stands only while a risk is unlikely. A later assessment can undo it. */
export const isAuthorityDecided = ({ authority, risk }: Pick<BreachCase, "authority" | "risk">): boolean =>
  authority?.decision === "notified" || (authority !== null && risk === "unlikely-risk");

/** Art. 34: an unlikely risk needs no decision on the persons, and "not high" does not stand when it is. */
export const isSubjectsDecided = ({ subjects, risk }: Pick<BreachCase, "subjects" | "risk">): boolean => {
  if (subjects === null) return risk === "unlikely-risk";
  return subjects.decision === "informed" || subjects.ground !== "not-high-risk" || risk !== "high-risk";
};

/** How far the facts have brought an open breach. */
export const progressOf = (
  breach: Pick<BreachCase, "authority" | "subjects" | "risk">,
): "reported" | "assessed" | "decided" => {
  if (breach.risk === null) return "reported";
  return isAuthorityDecided(breach) && isSubjectsDecided(breach) ? "decided" : "assessed";
};

/** Whether IMY was told within the time; null when it was not told. */
export const toldInTime = ({ times }: Pick<BreachCase, "times">): boolean | null =>
  times.notifiedAt === null ? null : notifiedInTime(times.awareAt, times.notifiedAt);

/** The last instant to notify, for a breach that one became aware of then. */
export const dueAtFrom = (awareAt: Instant): Instant => breachDeadline(awareAt).dueAt;
