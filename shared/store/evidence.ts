import type { UploadForm } from "../aws/presigned-post.ts";
import type { EvidenceEvent, EvidenceFile, EvidenceKind } from "../domain/casework/representation.ts";
import type { Instant } from "../domain/instant.ts";
import type { CaseKey } from "./cases.ts";

/** The largest file of evidence, in bytes. */
export const largestEvidence = 10 * 1024 * 1024;

/** What somebody has sent and nobody has looked at: no role that shows anything can read it. */
export interface WaitingFile {
  readonly submission: string;
  readonly id: string;
  readonly cameAt: Instant;
}

export interface EvidenceUploads {
  /** A form for one file, under a name of ours. */
  readonly uploadForm: (submission: string, id: string, doneAt: string) => UploadForm;
}

/** What the role that looks at files does with them. Each deed done again is done once. */
export interface EvidenceFiles {
  readonly waiting: () => AsyncIterable<WaitingFile>;
  readonly read: (file: WaitingFile) => Promise<Buffer | undefined>;
  readonly keep: (file: WaitingFile, kind: EvidenceKind, bytes: Buffer) => Promise<void>;
  /** Takes back what was kept, where no case is left that it belongs to. */
  readonly takeBack: (file: WaitingFile, kind: EvidenceKind) => Promise<void>;
  readonly removeWaiting: (file: WaitingFile) => Promise<void>;
}

export interface EvidenceLinks {
  /** A link that opens one file without signing in, for so many seconds. */
  readonly linkTo: (
    submission: string,
    file: Pick<EvidenceFile, "id" | "kind">,
    fileName: string,
    seconds: number,
  ) => Promise<string>;
}

/** What became of an event that a case was to have: it has it; there is no such case any more; it is to open others first. */
export type Noted = "noted" | "gone" | "owes-cases";

export interface EvidenceCases {
  /** The numbers of the cases that have been opened, disposed of or not. */
  readonly numbersOf: (submission: string) => Promise<readonly number[]>;
  /** Writes the event on the case, once for its id, beside the commands: no officer's command becomes stale by it. */
  readonly note: (key: CaseKey, event: EvidenceEvent) => Promise<Noted>;
}
