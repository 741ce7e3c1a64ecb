import type { Role } from "../../../shared/domain/casework/case-history.ts";
import type { RequestCase } from "../../../shared/domain/casework/request-case.ts";
import { actingRole } from "../../../shared/domain/sight/sight.ts";
import type { StaffDeps } from "../live.ts";
import { seenCase } from "../seen-case.ts";
import type { Visit } from "./visit.ts";

/**
 * The request in the address, for those who may give it that command, with the role they would do it in. To everybody else
 * there is nothing. Whoever shows any of it writes the look down first.
 */
export async function requestFor(
  { request, who }: Visit,
  command: "answer" | "confirm-representation",
  { cases }: Pick<StaffDeps, "cases">,
): Promise<{ readonly file: RequestCase; readonly role: Role } | undefined> {
  const seen = await seenCase(request.param("reference"), who, cases);
  if (seen?.file.kind !== "request") return undefined;
  const role = actingRole(who, command, seen.file);
  return role === undefined ? undefined : { file: seen.file, role };
}
