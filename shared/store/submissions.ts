import type { Submission } from "../domain/submission.ts";

/**
 * What is sent was sent before, and has been disposed of since. It cannot be answered as it was then, and must not become
 * a new submission.
 */
export class SubmissionDisposed extends Error {
  override readonly name = "SubmissionDisposed";
}

/** All that those who receive can do: put one submission, once. */
export interface SubmissionInbox {
  /**
   * Writes the submission unless its reference is taken; then answers with what is there. One call either way. A reference
   * follows from the route, so what is there is of the same form.
   *
   * @throws SubmissionDisposed when what is there has been disposed of
   */
  readonly add: <Sent extends Submission>(submission: Sent) => Promise<{ readonly existing: Sent | null }>;
}

export interface SubmissionArchive {
  readonly get: (reference: string) => Promise<Submission | undefined>;
}

export interface IntakeQueue extends SubmissionArchive {
  /** References of submissions whose cases are not known to be open, oldest first within a shard. */
  readonly pendingIntake: () => AsyncIterable<string>;
  /** Marks that every case of the submission is open. Doing it twice is doing it once. */
  readonly intakeFinished: (reference: string) => Promise<void>;
}

export type AllSubmissions = SubmissionInbox & IntakeQueue;
