import type { UnitId } from "../city.ts";
import type { Instant } from "../instant.ts";

/** What somebody is to the city when they act. `central` reads figures only. */
export const roles = ["employee", "manager", "coordinator", "dpo", "security", "central"] as const;
export type Role = (typeof roles)[number];

/** Who gave a command: the identity provider's stable `sub`, the role they acted in, and the name colleagues know. */
export interface Who {
  readonly sub: string;
  readonly role: Role;
  readonly name?: string;
}

/** Where a case stood. */
export interface Standing {
  readonly status: string;
  readonly unit: UnitId | null;
}

/** One command, as it was carried out. Never changed or removed while the case exists. */
export interface HistoryEntry {
  /** The version of the case that the command made: 2 for the first. */
  readonly version: number;
  /** When it happened, and when it was written down. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly who: Who;
  readonly command: string;
  /** What the command said. */
  readonly what: Readonly<Record<string, unknown>>;
  /** What an amendment replaced. */
  readonly was?: Readonly<Record<string, unknown>>;
  readonly from: Standing;
  readonly to: Standing;
  /** The `Idempotency-Key` and the hash of the body: the same again gets the same answer. */
  readonly key: string;
  readonly bodyHash: string;
}

export type Replay =
  | { readonly kind: "none" }
  | { readonly kind: "key-reused" }
  | { readonly kind: "replay"; readonly entry: HistoryEntry };

/**
 * Whether this person has given this very command before. Asked before version and sight, so that a repeated command
 * that moved the case out of sight still gets its answer. Keys are each person's own.
 */
export const replayOf = (
  { history }: { readonly history: readonly HistoryEntry[] },
  key: string,
  bodyHash: string,
  sub: string,
): Replay => {
  const entry = history.find((known) => known.key === key && known.who.sub === sub);
  if (entry === undefined) return { kind: "none" };
  return entry.bodyHash === bodyHash ? { kind: "replay", entry } : { kind: "key-reused" };
};
