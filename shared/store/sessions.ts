import type { Instant } from "../domain/instant.ts";
import type { StaffSession } from "../domain/staff-session.ts";

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
  /** When the person's rights were last called in. */
  readonly revokedAt: (sub: string) => Promise<Instant | undefined>;
}

export type AllSessions = SessionBook & SessionLookup;
