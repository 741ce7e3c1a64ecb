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

/** What somebody sent, whole and unchanged, with what was promised at once: who answers, and the last day. */
export interface Submission {
  readonly kind: "submission";
  readonly reference: string;
  readonly statusCodeHash: string;
  /** SHA-256 of the body's canonical JSON (RFC 8785), as hex. Decides whether a second post is a replay. */
  readonly contentHash: string;
  readonly form: "data-subject-request";
  readonly formVersion: number;
  readonly channel: "web";
  readonly receivedAt: Instant;
  readonly language: Language;
  readonly right: Right;
  readonly routing: Routing;
  /** Art. 12(3): the day the person was promised. It never moves when a case is forwarded. */
  readonly dueOn: CivilDate;
  /** The answers as the form read them, each in its one writing. */
  readonly answers: unknown;
}

export interface Received {
  readonly reference: string;
  readonly statusCodeHash: string;
  readonly contentHash: string;
  readonly formVersion: number;
  readonly receivedAt: Instant;
  readonly language: Language;
  readonly right: Right;
  readonly routing: Routing;
  readonly answers: unknown;
}

/** A submission as it is written down; the clock runs from the local day of receipt (art. 12(3)). */
export const submissionOf = (received: Received): Submission => ({
  kind: "submission",
  form: "data-subject-request",
  channel: "web",
  dueOn: requestDeadline(stockholmDate(received.receivedAt)).dueOn,
  ...received,
});

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
