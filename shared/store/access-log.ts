import type { LoggedLook, Look } from "../domain/casework/access-chain.ts";

export type { LoggedLook, Look } from "../domain/casework/access-chain.ts";

/** Append-only, one chain per case. */
export interface AccessLog {
  /** Resolves when the look is written. Whoever shows content waits for it: no entry, no content. */
  readonly append: (look: Look) => Promise<void>;
  /** The looks at a case, in the order they were written, from after the number given. */
  readonly of: (
    reference: string,
    page: { readonly limit: number; readonly after?: number },
  ) => Promise<readonly LoggedLook[]>;
}
