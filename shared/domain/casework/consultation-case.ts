import type { CivilDate } from "../civil-date.ts";
import { type Instant, stockholmDate } from "../instant.ts";
import type { Language } from "../language.ts";
import { type CaseCommon, newlyOpened } from "./case-file.ts";
import type { Life } from "./life.ts";
import type { CommonCommand } from "./request-commands.ts";

export const consultationStatuses = ["received", "answered", "closed"] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];

export const consultationKinds = [
  "question",
  "threshold-analysis",
  "dpia",
  "agreement",
  "new-system",
  "other",
] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

/** A question to the DPO (art. 38.1, 39.1). */
export interface ConsultationCase extends CaseCommon<ConsultationStatus> {
  readonly kind: "consultation";
  readonly reportedBy: string;
  readonly about: ConsultationKind;
  readonly subject: string;
  readonly description: string;
  readonly processingStartsOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
  readonly answer: string | null;
}

export type ConsultationCommand =
  | CommonCommand
  | { readonly command: "answer"; readonly answeredOn: CivilDate; readonly explanation?: string }
  | { readonly command: "close" };

const keep = "keep";
const end = "already-closed";

/** The life of a consultation. One that has been answered can be answered again, until it is closed. */
// biome-ignore format: a table is read by its columns
export const consultationLife = {
  // from:               received     answered   closed
  answer:               ["answered",  keep,      end],
  close:                ["closed",    "closed",  end],
  note:                 [keep,        keep,      keep],
  "set-diary-number":   [keep,        keep,      keep],
} as const satisfies Life<ConsultationCommand["command"], typeof consultationStatuses>;

/** What the table says of a command in a status. */
export const consultationCell = (command: ConsultationCommand["command"], status: ConsultationStatus) =>
  consultationLife[command][consultationStatuses.indexOf(status)];

/** Whether the DPO was asked before the processing started; null when nobody said when it starts. */
export const askedBeforeStart = ({
  processingStartsOn,
  receivedAt,
}: Pick<ConsultationCase, "processingStartsOn" | "receivedAt">): boolean | null =>
  processingStartsOn === null ? null : stockholmDate(receivedAt) < processingStartsOn;

/** What an employee asked, as it was sent. */
export interface Consultation {
  readonly reference: string;
  readonly unit: string;
  readonly countedUnit: string;
  readonly reportedBy: string;
  readonly language: Language;
  readonly about: ConsultationKind;
  readonly subject: string;
  readonly description: string;
  readonly processingStartsOn: CivilDate | null;
}

/** The one case of a consultation; its reference is the submission's own. */
export const consultationCase = ({ reference, ...asked }: Consultation, receivedAt: Instant): ConsultationCase => ({
  ...newlyOpened,
  ...asked,
  submission: reference,
  number: 1,
  reference,
  kind: "consultation",
  status: "received",
  receivedAt,
  timeline: [{ at: receivedAt, event: "received" }],
  answeredOn: null,
  answer: null,
});
