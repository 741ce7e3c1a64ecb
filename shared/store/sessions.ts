import type { Instant } from "../domain/instant.ts";
import type { StaffSession } from "../domain/staff-session.ts";

/** What the provider says of somebody, and what it is asked again with. */
export type Checked = Pick<StaffSession, "who" | "checkedAt" | "renewal">;

/** What begins and ends sessions. */
export interface SessionBook {
  readonly begin: (session: StaffSession) => Promise<void>;
  /** Nothing happens when there is none. */
  readonly end: (key: string) => Promise<void>;
}

/** What looks a session up at every use. */
export interface SessionLookup {
  /** The session as last written, over or not. */
  readonly get: (key: string) => Promise<StaffSession | undefined>;
  /** Writes down that it was used; false when it has been ended meanwhile. */
  readonly seen: (key: string, at: Instant) => Promise<boolean>;
  /**
   * Takes upon itself to ask the provider again; false while somebody else has, for ten seconds, or when it has been asked
   * since. One refresh token is then never used twice at once.
   */
  readonly claimCheck: (session: Pick<StaffSession, "key" | "checkedAt">, now: Instant) => Promise<boolean>;
  /** Lets somebody else ask at once, since the asking that was taken on at this instant was in vain. */
  readonly giveBackCheck: (session: Pick<StaffSession, "key" | "checkedAt">, claimedAt: Instant) => Promise<void>;
  /** Writes down what the provider said; false when the session has been ended meanwhile. */
  readonly checked: (key: string, checked: Checked) => Promise<boolean>;
  /** When the person's rights were last called in. */
  readonly revokedAt: (sub: string) => Promise<Instant | undefined>;
}

export type AllSessions = SessionBook & SessionLookup;
