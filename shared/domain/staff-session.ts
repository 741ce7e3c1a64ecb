import { epochOf, type Instant } from "./instant.ts";
import type { Who } from "./who.ts";

/** A person signed in on the pages. `key` is the hash of the secret that their browser holds; the secret is never kept. */
export interface StaffSession {
  readonly key: string;
  readonly who: Who;
  readonly startedAt: Instant;
  /** The last time it was used, to the minute. */
  readonly seenAt: Instant;
}

const minuteMs = 60_000;
const idleMs = 30 * minuteMs;
/** A working day: whoever comes back the next signs in again. */
export const longestSessionMs = 8 * 60 * minuteMs;

/** Unused for half an hour, or begun eight hours ago. Asked at every use, whatever the store has cleared away. */
export const isSessionOver = ({ startedAt, seenAt }: StaffSession, now: Instant): boolean =>
  epochOf(now) - epochOf(seenAt) >= idleMs || epochOf(now) - epochOf(startedAt) >= longestSessionMs;

/** Whether its last use should be written down again: once a minute is enough to know that it is in use. */
export const isSessionUnseen = ({ seenAt }: StaffSession, now: Instant): boolean =>
  epochOf(now) - epochOf(seenAt) >= minuteMs;

/**
 * Whether rights given at an instant have been called in since. What was given in the same second counts as given before:
 * tokens tell the second only.
 */
export const isRevoked = (givenAt: Instant, revokedAt: Instant | undefined): boolean =>
  revokedAt !== undefined && Math.floor(epochOf(givenAt) / 1_000) <= Math.floor(epochOf(revokedAt) / 1_000);

/** The key, among those of sessions, under which a person's rights are called in. */
export const revocationKey = (sub: string): string => `revoked#${sub}`;
/** How long a revocation is kept: longer than anything given before it can live. */
export const revocationKeptMs = 3 * longestSessionMs;
