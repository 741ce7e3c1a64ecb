import type { Case, RequestStatus } from "../case.ts";
import type { UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import type { Instant } from "../instant.ts";
import type { Triage } from "../routing/routing.ts";
import type { Right } from "../submission.ts";
import { type CaseCommon, newlyOpened } from "./case-file.ts";
import type { Remedy } from "./remedies.ts";
import type { EvidenceEvent, Representation, RepresentedKind } from "./representation.ts";

export const channels = ["web", "post", "email", "phone", "visit"] as const;
export type Channel = (typeof channels)[number];

export const deliveries = ["digital-mailbox", "download", "registered-address", "pick-up"] as const;
export type Delivery = (typeof deliveries)[number];

const answers = [
  "granted",
  "partly-granted",
  "no-data",
  "refused-unfounded",
  "refused-excessive",
  "refused-by-law",
] as const;
/** How a request can end. Exactly one of them on a closed case, none on an open one. */
export const requestOutcomes = [
  ...answers,
  "identity-not-confirmed",
  "referred",
  "withdrawn",
  "duplicate",
  "reclassified",
] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** The outcomes that are an answer to what was asked (art. 12.3 and 12.4); the others end a request without one. */
export const answeringOutcomes: readonly RequestOutcome[] = answers;

/** Whether we know who asks (art. 12.6). */
export interface Identity {
  readonly state: "not-checked" | "asked" | "confirmed";
  readonly at: Instant | null;
  /** `e-legitimation`, or how an officer did it. */
  readonly how: string | null;
}

/** Art. 12.3: two further months, by a notice with reasons within the first. */
export interface Extension {
  readonly reason: "complex" | "many-requests";
  readonly explanation: string;
  readonly noticeSentOn: CivilDate;
}

export interface Closing {
  readonly outcome: RequestOutcome;
  /** The day the answer was sent; null where nothing is answered (withdrawn, duplicate …). */
  readonly sentOn: CivilDate | null;
  readonly explanation: string | null;
  readonly remedies: readonly Remedy[];
  /** Art. 12.3, or for a refusal 12.4: within the month, extended or not. Null where nothing is answered. */
  readonly answeredInTime: boolean | null;
  /** The yearly report's measure, beside the law's. */
  readonly answeredWithin30Days: boolean | null;
  /** Whom it was referred to, the case it is a duplicate of, or what it was instead. */
  readonly instead: string | null;
}

/** A unit's part of a data-subject request (art. 15–22). */
export interface RequestCase extends CaseCommon<RequestStatus> {
  readonly kind: "request";
  readonly right: Right;
  readonly channel: Channel;
  readonly delivery: Delivery | null;
  /** Whether the person gave an address for messages. The address itself is not here. */
  readonly noticeByMail: boolean;
  /** Whether they gave a telephone number. */
  readonly noticeBySms: boolean;
  /** Whether the request is the person's own, by a number that their digital mailbox can be found by. */
  readonly ownNumber: boolean;
  /** Seen only by those cleared for it. */
  readonly protectedIdentity: boolean;
  readonly triage: Triage | null;
  readonly dueOn: CivilDate;
  /** What the person was first promised; stays when `dueOn` moves. */
  readonly originalDueOn: CivilDate;
  readonly extension: Extension | null;
  readonly identity: Identity;
  /** Null when whoever asks does so for themselves. */
  readonly representation: Representation | null;
  /** What the person has sent to show that they may ask for the other, oldest first; written down beside the commands. */
  readonly evidence: readonly EvidenceEvent[];
  readonly searches: readonly { readonly at: Instant; readonly system: string; readonly found: boolean }[];
  /** Each time the case left a unit; `from` is null when it left the DPO's triage. */
  readonly forwarded: readonly { readonly at: Instant; readonly from: UnitId | null; readonly to: UnitId }[];
  readonly closing: Closing | null;
}

/** Whether the answer can go to the person's digital mailbox, where the city has a way there. */
export const isReachedByMailbox = ({
  delivery,
  ownNumber,
  protectedIdentity,
}: Pick<RequestCase, "delivery" | "ownNumber" | "protectedIdentity">): boolean =>
  delivery === "digital-mailbox" && ownNumber && !protectedIdentity;

/** Whether the answer's files are fetched with e-legitimation; what is too large for a mailbox is. */
export const isFetched = ({ delivery }: { readonly delivery?: unknown }): boolean =>
  delivery === "download" || delivery === "digital-mailbox";

/** What the submission says about the person that decides how the case may be answered. */
export interface Asker {
  readonly delivery: Delivery | null;
  readonly protectedIdentity: boolean;
  /** When e-legitimation was used for the request, the moment it was; else null. */
  readonly identifiedAt: Instant | null;
  readonly noticeByMail?: boolean;
  /** For whom they ask, when it is not for themselves. */
  readonly represents?: RepresentedKind | null;
  readonly noticeBySms?: boolean;
  readonly ownNumber?: boolean;
}

/** A request's case as intake opens it, ready to be worked. */
export const requestCase = (opened: Case, asker: Asker): RequestCase => ({
  ...opened,
  ...newlyOpened,
  letters: opened.letters.map((letter) => ({ ...letter, to: "citizen" })),
  version: opened.version,
  delivery: asker.delivery,
  noticeByMail: asker.noticeByMail ?? false,
  noticeBySms: asker.noticeBySms ?? false,
  ownNumber: asker.ownNumber ?? false,
  protectedIdentity: asker.protectedIdentity,
  extension: null,
  identity:
    asker.identifiedAt === null
      ? { state: "not-checked", at: null, how: null }
      : { state: "confirmed", at: asker.identifiedAt, how: "e-legitimation" },
  representation: asker.represents ? { of: asker.represents, confirmed: null } : null,
  evidence: [],
  searches: [],
  forwarded: [],
  closing: null,
});
