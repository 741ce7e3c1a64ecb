import { type CaseKind, isEnded } from "../casework/case-file.ts";
import type { Role } from "../casework/case-history.ts";
import { mayGive } from "../casework/permission.ts";
import {
  cityQueue,
  type Queue,
  type QueueGuard,
  type QueueState,
  reporterQueue,
  unitQueue,
} from "../casework/queue.ts";
import type { UnitId } from "../city.ts";

/** Somebody signed in, as far as it decides what they see. */
export interface Viewer {
  readonly sub: string;
  readonly roles: readonly Role[];
  readonly units: readonly UnitId[];
  /** Cleared to see cases of persons with protected identity. */
  readonly mayProtected: boolean;
}

/** A case as far as it decides who sees it: whole, or what is left of it. */
export interface Visible {
  readonly kind: CaseKind;
  readonly unit: UnitId | null;
  readonly protectedIdentity?: boolean;
  readonly reportedBy?: string;
}

/** How far a role sees among the cases of a kind. */
export type Reach = "city" | "own-units" | "own-reports" | "none";

/**
 * Who sees what, whole. Lists are asked for by it and single cases are held to it; there is no other rule of sight, but
 * for persons with protected identity (`clearance`).
 */
// biome-ignore format: a table is read by its columns
export const sight = {
  //             request              breach                  consultation
  dpo:         { request: "city",      breach: "city",        consultation: "city" },
  coordinator: { request: "own-units", breach: "own-units",   consultation: "own-units" },
  manager:     { request: "none",      breach: "own-units",   consultation: "none" },
  security:    { request: "none",      breach: "city",        consultation: "none" },
  employee:    { request: "none",      breach: "own-reports", consultation: "own-reports" },
  central:     { request: "none",      breach: "none",        consultation: "none" },
} as const satisfies Readonly<Record<Role, Readonly<Record<CaseKind, Reach>>>>;

/** Cases of persons with protected identity: whoever has one of these roles sees them, or may when cleared for it. */
const clearance: Readonly<Partial<Record<Role, "always" | "when-cleared">>> = {
  dpo: "always",
  coordinator: "when-cleared",
};

/** Roles from the one that sees most to the one that sees least: the first that fits is the one a person acts in. */
// The table's keys are the roles.
export const rolesBySight = Object.keys(sight) as readonly Role[];

export const caseKinds = ["request", "breach", "consultation"] as const satisfies readonly CaseKind[];

const seesGuarded = (role: Role, { mayProtected }: Viewer): boolean =>
  clearance[role] === "always" || (clearance[role] === "when-cleared" && mayProtected);

const rolesOf = (viewer: Viewer): readonly Role[] => rolesBySight.filter((role) => viewer.roles.includes(role));

/** Whether the case lies within one role's sight. */
const reaches = (role: Role, viewer: Viewer, file: Visible): boolean => {
  if (file.protectedIdentity === true && !seesGuarded(role, viewer)) return false;
  const reach: Reach = sight[role][file.kind];
  switch (reach) {
    case "city":
      return true;
    case "own-units":
      return file.unit !== null && viewer.units.includes(file.unit);
    case "own-reports":
      return file.reportedBy === viewer.sub;
    case "none":
      return false;
  }
};

/** The role in which somebody sees a case, the one that sees most of it; undefined when the case is not theirs to see. */
export const seenAs = (viewer: Viewer, file: Visible): Role | undefined =>
  rolesOf(viewer).find((role) => reaches(role, viewer, file));

/** Whether somebody may see a case. If not, it is to them as if it were not there. */
export const maySee = (viewer: Viewer, file: Visible): boolean => seenAs(viewer, file) !== undefined;

/** The role that carries a command of somebody's on a case: one that sees the case and may give the command to its kind. */
export const actingRole = (viewer: Viewer, command: string, file: Visible): Role | undefined =>
  rolesOf(viewer).find((role) => reaches(role, viewer, file) && mayGive(role, file.kind, command));

/** Whether any of somebody's roles may give the command to any kind of case it sees: asked before any case is looked for. */
export const mayEverGive = (viewer: Viewer, command: string): boolean =>
  rolesOf(viewer).some((role) =>
    caseKinds.some((kind) => sight[role][kind] !== "none" && mayGive(role, kind, command)),
  );

export interface ListAsked {
  readonly kind?: CaseKind;
  readonly unit?: UnitId;
  readonly state: QueueState;
}

const queuesOfRole = (role: Role, viewer: Viewer, kind: CaseKind, { unit, state }: ListAsked): readonly Queue[] => {
  const guards: readonly QueueGuard[] =
    kind === "request" && seesGuarded(role, viewer) ? ["plain", "protected"] : ["plain"];
  const reach: Reach = sight[role][kind];
  switch (reach) {
    case "city":
      return guards.map((guard) =>
        unit === undefined ? cityQueue(kind, state, guard) : unitQueue(kind, unit, state, guard),
      );
    case "own-units":
      return viewer.units
        .filter((own) => unit === undefined || own === unit)
        .flatMap((own) => guards.map((guard) => unitQueue(kind, own, state, guard)));
    case "own-reports":
      return [reporterQueue(viewer.sub, kind)];
    case "none":
      return [];
  }
};

/**
 * The lists that together hold what somebody may see, of a kind and a unit if they ask for one. A role that sees the whole
 * city has what every other role has; a reporter's own list holds cases of any unit, open and ended.
 */
export const queuesFor = (viewer: Viewer, asked: ListAsked): readonly Queue[] => {
  const kinds = asked.kind === undefined ? caseKinds : [asked.kind];
  return kinds.flatMap((kind) => {
    const whole = rolesOf(viewer).find((role) => sight[role][kind] === "city");
    const from = whole === undefined ? rolesOf(viewer) : [whole];
    return [...new Set(from.flatMap((role) => queuesOfRole(role, viewer, kind, asked)))];
  });
};

/** What a role in which somebody only follows what they reported may not see of it, and what it may. */
export const followsOnly = (role: Role): boolean => role === "employee";

/** Which of the states a status belongs to. */
export const stateOf = (status: string): QueueState => (isEnded({ status }) ? "ended" : "open");
