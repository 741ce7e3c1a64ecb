import type { Instant } from "../domain/instant.ts";

/** One look at a case: who, in what role, when and why. */
export interface Look {
  readonly reference: string;
  readonly sub: string;
  readonly role: string;
  readonly at: Instant;
  /** A code: `case-read`, `history-read`, `command`, `list`, `answer-downloaded` … */
  readonly why: string;
}

/** A look as it was written: numbered, and bound to the one before it by hash. */
export interface LoggedLook extends Look {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** Append-only, one chain per case. */
export interface AccessLog {
  /** Resolves when the look is written. Whoever shows content waits for it: no entry, no content. */
  readonly append: (look: Look) => Promise<void>;
  readonly of: (
    reference: string,
    page: { readonly limit: number; readonly after?: number },
  ) => Promise<readonly LoggedLook[]>;
}
