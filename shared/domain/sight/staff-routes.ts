import { type Role, roles } from "../casework/case-history.ts";

const seeing = ["employee", "manager", "coordinator", "dpo", "security"] as const;

/**
 * Which roles may use each staff route of the API at all. What they then find there is a question of sight: a case that is
 * not theirs is answered as one that does not exist. Everybody employed may report an incident, whatever else they do (art.
 * 33 waits for nobody); the central function reads figures and sees no case.
 */
// biome-ignore format: a table is read by its columns
export const staffRoutes = {
  "POST /api/v1/registrations":               ["coordinator", "dpo"],
  "POST /api/v1/incidents":                   roles,
  "POST /api/v1/consultations":               roles,
  "GET /api/v1/cases":                        seeing,
  "GET /api/v1/cases/{reference}":            seeing,
  "POST /api/v1/cases/{reference}/commands":  seeing,
  "GET /api/v1/cases/{reference}/history":    seeing,
  "GET /api/v1/access-log":                   ["dpo"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type StaffRoute = keyof typeof staffRoutes;

/** Whether any of the roles may use the route. */
export const mayUse = (route: StaffRoute, held: readonly Role[]): boolean => {
  const allowed: readonly Role[] = staffRoutes[route];
  return held.some((role) => allowed.includes(role));
};
