import type { IncidentFacts } from "./casework/breach-case.ts";
import type { ConsultationKind } from "./casework/consultation-case.ts";
import type { IncidentReport } from "./casework/incident.ts";
import type { Channel } from "./casework/request-case.ts";
import type { UnitId } from "./city.ts";
import type { CivilDate } from "./civil-date.ts";
import { type Instant, stockholmDate } from "./instant.ts";
import type { Language } from "./language.ts";
import { requestDeadline } from "./request-deadline.ts";
import type { Routing } from "./routing/routing.ts";

/** The rights a person can use, by article of the GDPR: 15, 16, 17, 18, 20, 21, 22, 7(3), 77; `other` when none was named. */
export const rights = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "automated-decision",
  "withdraw-consent",
  "complaint",
  "other",
] as const;
export type Right = (typeof rights)[number];

/** What every submission has, whatever form it was: what somebody sent, whole and unchanged. */
interface SubmissionCommon {
  readonly kind: "submission";
  readonly reference: string;
  /** SHA-256 of the body's canonical JSON (RFC 8785), as hex. Decides whether a second post is a replay. */
  readonly contentHash: string;
  readonly formVersion: number;
  readonly receivedAt: Instant;
  readonly language: Language;
}

/** A request about somebody's own data, with what was promised at once: who answers, and the last day. */
export interface RequestSubmission extends SubmissionCommon {
  readonly form: "data-subject-request";
  readonly statusCodeHash: string;
  readonly channel: Channel;
  /** The `sub` of the officer who registered what came another way than the web, and when; null for the web. */
  readonly by: string | null;
  readonly recordedAt: Instant | null;
  /** When whoever sent it about themselves showed who they are with an e-legitimation; null when nobody did. */
  readonly identifiedAt: Instant | null;
  readonly right: Right;
  readonly routing: Routing;
  /** Art. 12(3): the day the person was promised. It never moves when a case is forwarded. */
  readonly dueOn: CivilDate;
  /** The answers as the form read them, each in its one writing. */
  readonly answers: unknown;
}

/** What an employee answers about an incident. Null is "vet inte". */
export interface IncidentAnswers
  extends IncidentFacts,
    Pick<IncidentReport, "occurredAt" | "ongoing" | "detectedAt" | "awareAt" | "awareDelayReason" | "drill"> {
  readonly manager?: { readonly name: string; readonly email: string };
}

/** What an employee asks the data protection officer. */
export interface ConsultationAnswers {
  readonly kind: ConsultationKind;
  readonly subject: string;
  readonly description: string;
  readonly processingStartsOn: CivilDate | null;
}

interface StaffSubmission extends SubmissionCommon {
  /** The `sub` of who sent it. */
  readonly by: string;
  readonly unit: UnitId;
  /** The unit as it was on the day it counts from. */
  readonly countedUnit: UnitId;
}

export interface IncidentSubmission extends StaffSubmission {
  readonly form: "incident-report";
  readonly answers: IncidentAnswers;
}

export interface ConsultationSubmission extends StaffSubmission {
  readonly form: "consultation";
  readonly answers: ConsultationAnswers;
}

export type Submission = RequestSubmission | IncidentSubmission | ConsultationSubmission;

export type Received = Omit<
  RequestSubmission,
  "kind" | "form" | "channel" | "by" | "recordedAt" | "dueOn" | "identifiedAt"
> &
  Partial<Pick<RequestSubmission, "identifiedAt">>;

/**
 * A request as it is written down; the clock runs from the local day of receipt (art. 12(3)).
 *
 * @param registered how it came, and who wrote it down when, for what did not come by the web
 */
export const submissionOf = (
  received: Received,
  registered: { readonly channel: Channel; readonly by: string | null; readonly recordedAt: Instant | null } = {
    channel: "web",
    by: null,
    recordedAt: null,
  },
): RequestSubmission => ({
  kind: "submission",
  form: "data-subject-request",
  identifiedAt: null,
  ...registered,
  dueOn: requestDeadline(stockholmDate(received.receivedAt)).dueOn,
  ...received,
});

/** An incident report as it is written down. */
export const incidentSubmission = (sent: Omit<IncidentSubmission, "kind" | "form">): IncidentSubmission => ({
  kind: "submission",
  form: "incident-report",
  ...sent,
});

/** A question to the data protection officer as it is written down. */
export const consultationSubmission = (
  sent: Omit<ConsultationSubmission, "kind" | "form">,
): ConsultationSubmission => ({ kind: "submission", form: "consultation", ...sent });

/**
 * A complaint about how the city handles personal data goes to the DPO, whatever it is about (art. 38(4)).
 *
 * @param about the units that the complaint may concern, for the DPO to know
 */
export const complaintRouting = (about: readonly UnitId[]): Routing => ({
  recipients: [],
  outside: [],
  triage: {
    candidates: about,
    question: {
      code: "ask",
      params: {
        question: {
          sv: "Vilken verksamhet gäller klagomålet? Dataskyddsombudet tar emot det och hör av sig till dig.",
          en: "Which service is the complaint about? The data protection officer receives it and will contact you.",
        },
      },
    },
    concerns: [],
  },
});

/** Whether the only bodies concerned are outside the city, so that there is nobody here to answer. */
export const isOutsideTheCity = (routing: Routing): boolean =>
  routing.recipients.length === 0 && routing.triage === null && routing.outside.length > 0;
