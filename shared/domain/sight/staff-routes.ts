import { type Role, roles } from "../casework/case-history.ts";

const seeing = ["employee", "manager", "coordinator", "dpo", "security"] as const;
const assessing = ["manager", "coordinator", "dpo", "security"] as const;
const registering = ["coordinator", "dpo"] as const;
const counting = ["coordinator", "dpo", "central"] as const;

/**
 * Which roles may use each staff route of the API at all. What they then find there is a question of sight: a case that is
 * not theirs is answered as one that does not exist. Everybody employed may report an incident, whatever else they do (art.
 * 33 waits for nobody); the central function reads figures and sees no case.
 */
// biome-ignore format: a table is read by its columns
export const staffRoutes = {
  "POST /api/v1/registrations":               registering,
  "POST /api/v1/incidents":                   roles,
  "POST /api/v1/consultations":               roles,
  "GET /api/v1/cases":                        seeing,
  "GET /api/v1/cases/{reference}":            seeing,
  "POST /api/v1/cases/{reference}/commands":  seeing,
  "GET /api/v1/cases/{reference}/history":    seeing,
  "GET /api/v1/access-log":                   ["dpo"],
  "GET /api/v1/yearly-reviews/{year}/{unit}": registering,
  "PUT /api/v1/yearly-reviews/{year}/{unit}": registering,
  "GET /api/v1/reports/{year}":               counting,
  "GET /api/v1/reports/{year}/references":    registering,
  "POST /api/v1/reports/{year}/compilations": ["dpo"],
  "GET /api/v1/reports/{year}/compilations/{id}": ["dpo"],
  "GET /api/v1/reports/{year}/files":         ["dpo"],
  "GET /api/v1/reports/{year}/files/{name}":  ["dpo"],
  "POST /api/v1/reports/{year}/locks":        ["dpo"],
  "POST /api/v1/history-imports":             ["dpo"],
  "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports": registering,
  "GET /api/v1/disposals":                    ["dpo"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** The same for the pages. */
// biome-ignore format: a table is read by its columns
export const staffPageRoutes = {
  "GET /personal":                                       roles,
  "GET /personal/arenden":                               seeing,
  "GET /personal/arenden/{reference}":                   seeing,
  "POST /personal/arenden/{reference}":                  seeing,
  "GET /personal/arenden/{reference}/svar-till-imy":     assessing,
  "GET /personal/arenden/{reference}/svar-till-imy.txt": assessing,
  "GET /personal/arenden/{reference}/svarsfiler":         registering,
  "POST /personal/arenden/{reference}/svarsfiler":        registering,
  "GET /personal/arenden/{reference}/svarsfiler/{file}":  registering,
  "GET /personal/arenden/{reference}/brev":              registering,
  "GET /personal/arenden/{reference}/underlag/{file}":    registering,
  "GET /personal/kvitto/{reference}":                    roles,
  "GET /personal/incident":                              roles,
  "GET /personal/incident/{step}":                       roles,
  "POST /personal/incident/{step}":                      roles,
  "GET /personal/fraga":                                 roles,
  "GET /personal/fraga/{step}":                          roles,
  "POST /personal/fraga/{step}":                         roles,
  "GET /personal/registrera":                            registering,
  "GET /personal/registrera/{step}":                     registering,
  "POST /personal/registrera/{step}":                    registering,
  "GET /personal/statistik":                             counting,
  "GET /personal/statistik/{year}":                      counting,
  "GET /personal/statistik/{year}/arenden":              registering,
  "GET /personal/statistik/{year}/filer/{name}":         ["dpo"],
  "POST /personal/statistik/{year}/sammanstallningar":   ["dpo"],
  "GET /personal/statistik/{year}/sammanstallningar/{id}": ["dpo"],
  "GET /personal/statistik/{year}/las":                  ["dpo"],
  "POST /personal/statistik/{year}/las":                 ["dpo"],
  "GET /personal/arsuppfoljning":                        registering,
  "GET /personal/arsuppfoljning/{year}/{unit}":          registering,
  "GET /personal/arsuppfoljning/{year}/{unit}/{part}":   registering,
  "POST /personal/arsuppfoljning/{year}/{unit}/{part}":  registering,
  "GET /personal/historik":                              ["dpo"],
  "POST /personal/historik":                             ["dpo"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type StaffRoute = keyof typeof staffRoutes;
export type StaffPageRoute = keyof typeof staffPageRoutes;

const allowed: ReadonlyMap<string, readonly Role[]> = new Map(
  Object.entries<readonly Role[]>({ ...staffRoutes, ...staffPageRoutes }),
);

/** Whether any of the roles may use the route; nobody may use one that is not in the tables. */
export const mayUse = (route: string, held: readonly Role[]): boolean =>
  held.some((role) => allowed.get(route)?.includes(role) === true);
