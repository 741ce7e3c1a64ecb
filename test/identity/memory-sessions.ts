import type { Instant } from "../../shared/domain/instant.ts";
import type { StaffSession } from "../../shared/domain/staff-session.ts";
import type { AllSessions } from "../../shared/store/sessions.ts";

/** Sessions as the store keeps them, without a store. `world` can be made to fail and to call rights in. */
export function memorySessions() {
  const world = { isDown: false, revoked: new Map<string, Instant>(), kept: new Map<string, StaffSession>() };
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
    revokedAt: async (sub) => {
      up();
      return world.revoked.get(sub);
    },
  };
  return { world, sessions };
}
