import { epochOf, type Instant, instantFromEpoch } from "./instant.ts";
import type { Who } from "./who.ts";

/** A person signed in on the pages. `key` is the hash of the secret that their browser holds; the secret is never kept. */
export interface StaffSession {
  readonly key: string;
  readonly who: Who;
  readonly startedAt: Instant;
  /** The last time it was used, to the minute. */
  readonly seenAt: Instant;
  /** When the provider last said who the person is and what they may. */
  readonly checkedAt: Instant;
  /** What it is asked again with, sealed; null when it gave nothing to ask with. */
  readonly renewal: string | null;
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

/** Whether the provider should be asked again who the person is: early enough to be answered before it must be. */
export const isDueForCheck = ({ checkedAt }: StaffSession, now: Instant): boolean =>
  epochOf(now) - epochOf(checkedAt) >= 3 * minuteMs;

/** Whether what the provider said is too old to go by: a role taken away stops working within five minutes. */
export const isUnchecked = ({ checkedAt }: StaffSession, now: Instant): boolean =>
  epochOf(now) - epochOf(checkedAt) >= 5 * minuteMs;

/** Whoever took upon themselves to ask the provider and neither finished nor gave up is overtaken after this. */
export const checkLeaseMs = 10_000;

/**
 * Whether a lease taken now would outlast what the provider last said: whoever then asked in vain gives it back, so that the
 * next can ask at once. Until then the lease keeps a silent provider from being asked by every request.
 */
export const wouldWaitForLease = (session: StaffSession, now: Instant): boolean =>
  isUnchecked(session, instantFromEpoch(epochOf(now) + checkLeaseMs));

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
