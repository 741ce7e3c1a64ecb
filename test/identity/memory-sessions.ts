import { epochOf, type Instant } from "../../shared/domain/instant.ts";
import type { StaffSession } from "../../shared/domain/staff-session.ts";
import type { AllSessions } from "../../shared/store/sessions.ts";

/** Sessions as the store keeps them, without a store. `world` can be made to fail and to call rights in. */
export function memorySessions() {
  const world = {
    isDown: false,
    revoked: new Map<string, Instant>(),
    kept: new Map<string, StaffSession>(),
    claimed: new Map<string, Instant>(),
  };
  const up = () => {
    if (world.isDown) throw new Error("the store is out of reach");
  };
  const sessions: AllSessions = {
    begin: async (session) => {
      up();
      world.kept.set(session.key, session);
    },
    end: async (key) => {
      up();
      world.kept.delete(key);
    },
    get: async (key) => {
      up();
      return world.kept.get(key);
    },
    seen: async (key, seenAt) => {
      up();
      const session = world.kept.get(key);
      if (session !== undefined) world.kept.set(key, { ...session, seenAt });
      return session !== undefined;
    },
    claimCheck: async ({ key, checkedAt }, now) => {
      up();
      const session = world.kept.get(key);
      const claimedAt = world.claimed.get(key);
      if (session?.checkedAt !== checkedAt) return false;
      if (claimedAt !== undefined && epochOf(now) - epochOf(claimedAt) < 10_000) return false;
      world.claimed.set(key, now);
      return true;
    },
    giveBackCheck: async ({ key }, claimedAt) => {
      up();
      if (world.claimed.get(key) === claimedAt) world.claimed.delete(key);
    },
    checked: async (key, said) => {
      up();
      const session = world.kept.get(key);
      if (session !== undefined) world.kept.set(key, { ...session, ...said });
      return session !== undefined;
    },
    revokedAt: async (sub) => {
      up();
      return world.revoked.get(sub);
    },
  };
  return { world, sessions };
}
