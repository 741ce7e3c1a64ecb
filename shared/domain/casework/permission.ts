import type { BreachCommand } from "./breach-commands.ts";
import { type CaseKind, isEnded } from "./case-file.ts";
import type { Role } from "./case-history.ts";
import type { ConsultationCommand } from "./consultation-case.ts";
import type { RequestCommand } from "./request-commands.ts";

/** The commands of each kind of case. */
export interface CommandsOf {
  readonly request: RequestCommand;
  readonly breach: BreachCommand;
  readonly consultation: ConsultationCommand;
}
type Permissions = {
  readonly [Kind in CaseKind]: { readonly [Name in CommandsOf[Kind]["command"]]: readonly Role[] };
};

const unitWork = ["dpo", "coordinator"] as const;
const dpo = ["dpo"] as const;
const plan = ["dpo", "coordinator", "manager"] as const;

/**
 * Which roles may give which command, on cases they may see: coordinators and managers their unit's, employees those they
 * reported, security every breach, the DPO all. The central function reads figures and gives no command.
 */
// biome-ignore format: a table is read by its columns
export const permissions = {
  request: {
    take: unitWork, "ask-identity": unitWork, "confirm-identity": unitWork,
    "confirm-representation": unitWork, "record-search": unitWork,
    "start-review": unitWork, forward: unitWork, refer: unitWork, extend: unitWork, answer: unitWork, refuse: unitWork,
    withdraw: unitWork, "mark-duplicate": unitWork, reclassify: unitWork, "close-unidentified": unitWork,
    reopen: unitWork, note: unitWork, "set-diary-number": unitWork,
  },
  breach: {
    "involve-dpo": dpo, assess: dpo, "notify-authority": dpo, "do-not-notify": dpo, supplement: dpo,
    "inform-subjects": dpo, "do-not-inform": dpo, dismiss: dpo, close: dpo, reopen: dpo, "open-for": dpo,
    "set-diary-number": dpo, "add-measure": plan, "complete-measure": plan,
    amend: ["dpo", "manager", "employee"],
    note: ["dpo", "coordinator", "manager", "security", "employee"],
  },
  consultation: {
    answer: unitWork, close: unitWork, note: unitWork, "set-diary-number": unitWork,
  },
} as const satisfies Permissions;

/** Roles whose part ends when the case does: they may give their commands while it is open. */
export const onlyWhileOpen: readonly Role[] = ["employee"];

/** Whether a role may give a command to a kind of case at all: asked before anybody looks for the case. */
export const mayGive = (role: Role, kind: CaseKind, command: string): boolean => {
  const rows: Readonly<Record<string, readonly Role[]>> = permissions[kind];
  return Object.hasOwn(rows, command) && (rows[command]?.includes(role) ?? false);
};

/** Whether the role's part in this case has ended with it. */
export const isPartEnded = (role: Role, kase: { readonly status: string }): boolean =>
  onlyWhileOpen.includes(role) && isEnded(kase);
