import type { UploadForm } from "../aws/presigned-post.ts";
import type { Result } from "../domain/result.ts";
import type { CaseKey } from "./cases.ts";
import type { FileKind, FileRefusal } from "./file-kind.ts";

/** A file of an answer, as it is kept: under a name of ours, whatever it was called. */
export interface AnswerFile {
  readonly number: number;
  /** The upload it came by. */
  readonly id: string;
  readonly kind: FileKind;
  readonly size: number;
}

/** The files of a submission's answers, oldest first. */
export interface AnswerReader {
  readonly of: (submission: string) => Promise<readonly AnswerFile[]>;
  /** A link that opens one file without signing in, for so many seconds. */
  readonly linkTo: (submission: string, file: AnswerFile, fileName: string, seconds: number) => Promise<string>;
}

/** What is sent to somebody with the answer: what is in the files. */
export interface AnswerContents {
  readonly of: AnswerReader["of"];
  /** Undefined where it is gone. */
  readonly contentOf: (submission: string, file: AnswerFile) => Promise<Buffer | undefined>;
}

/** What the officer does with them. */
export interface AnswerFiles extends AnswerReader {
  /** A form for one file, of any kind; what it turns out to be is looked at when it is there. */
  readonly uploadForm: (key: CaseKey, id: string, doneAt: string) => UploadForm;
  /**
   * Looks at what was uploaded and keeps it if it is what an answer may be. Done again, it is done once: `undefined` when
   * nothing waits under that id. What waits stays until it is removed, so that whoever takes it in can do all of it again.
   */
  readonly takeIn: (key: CaseKey, id: string) => Promise<Result<AnswerFile, FileRefusal> | undefined>;
  readonly removeWaiting: (key: CaseKey, id: string) => Promise<void>;
  readonly remove: (key: CaseKey, file: Pick<AnswerFile, "id" | "kind">) => Promise<void>;
}

/** What becomes of them when their case is disposed of. */
export interface FileDisposal {
  /** No file of the case is left, nor any that waits. Done again, it is done once. */
  readonly removeOf: (key: CaseKey) => Promise<void>;
  /** No file that came with the submission is left, looked at or not: what somebody sent to show that they may ask for another. */
  readonly removeEvidenceOf: (submission: string) => Promise<void>;
}

/** The largest file of an answer, in bytes. */
export const largestAnswer = 20 * 1024 * 1024;
export const answerKinds = ["pdf", "docx", "xlsx", "zip"] as const satisfies readonly FileKind[];
