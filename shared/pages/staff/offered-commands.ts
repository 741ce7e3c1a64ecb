import { requestStatuses } from "../../domain/case.ts";
import type { BreachCase } from "../../domain/casework/breach-case.ts";
import { breachStatuses } from "../../domain/casework/breach-case.ts";
import { breachLife } from "../../domain/casework/breach-life.ts";
import type { CaseFile, CaseKind } from "../../domain/casework/case-file.ts";
import type { Role } from "../../domain/casework/case-history.ts";
import { consultationLife, consultationStatuses } from "../../domain/casework/consultation-case.ts";
import { type Cell, isLifeRefusal } from "../../domain/casework/life.ts";
import { isPartEnded, mayGive } from "../../domain/casework/permission.ts";
import { requestLife } from "../../domain/casework/request-life.ts";
import { type CommandForm, formsFor } from "./command-form.ts";

const lives: Readonly<
  Record<
    CaseKind,
    { readonly rows: Readonly<Record<string, readonly Cell<string>[]>>; readonly statuses: readonly string[] }
  >
> = {
  request: { rows: requestLife, statuses: requestStatuses },
  breach: { rows: breachLife, statuses: breachStatuses },
  consultation: { rows: consultationLife, statuses: consultationStatuses },
};

/** What the facts of a case have already answered, so that asking again could only be refused. */
const isSpent = (file: CaseFile, command: string): boolean => {
  if (file.kind === "request")
    return (
      (command === "extend" && file.extension !== null) ||
      (command === "confirm-representation" && file.representation === null)
    );
  if (file.kind === "breach") return isSpentOnBreach(file, command);
  return false;
};

const isSpentOnBreach = (file: BreachCase, command: string): boolean => {
  switch (command) {
    case "notify-authority":
    case "do-not-notify":
      return file.authority?.decision === "notified";
    case "supplement":
      return file.times.notifiedAt === null;
    case "do-not-inform":
      return file.subjects?.decision === "informed";
    case "complete-measure":
      return file.measures.every(({ completedOn }) => completedOn !== null);
    case "dismiss":
      return file.times.notifiedAt !== null || file.times.subjectsInformedAt !== null;
    default:
      return false;
  }
};

/** A command that somebody may give to a case as it stands, with its form. */
export interface Offered {
  readonly command: string;
  readonly form: CommandForm;
}

/**
 * The commands that somebody in these roles may give to this case now: what the permissions allow, what the life's table
 * does not refuse in the case's status, and what its facts have not already settled.
 */
export function offeredCommands(file: CaseFile, roles: readonly Role[]): readonly Offered[] {
  const { rows, statuses } = lives[file.kind];
  const position = statuses.indexOf(file.status);
  const acting = roles.filter((role) => !isPartEnded(role, file));
  return Object.entries(formsFor(file.kind)).flatMap(([command, form]) => {
    const cell = rows[command]?.[position];
    const isOpen = cell !== undefined && !isLifeRefusal(cell);
    const isAllowed = acting.some((role) => mayGive(role, file.kind, command));
    return isOpen && isAllowed && !isSpent(file, command) ? [{ command, form }] : [];
  });
}
