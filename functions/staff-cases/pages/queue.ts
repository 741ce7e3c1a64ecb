import { caseKinds, rolesBySight, sight } from "../../../shared/domain/sight/sight.ts";
import type { Who } from "../../../shared/domain/who.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { queueFilterOf, typedReference } from "../../../shared/pages/staff/queue-filter.ts";
import { queuePage } from "../../../shared/pages/staff/queue-page.tsx";
import { staffAddresses } from "../../../shared/pages/staff/staff-addresses.ts";
import { listCases } from "../case-list.ts";
import { placeInList } from "../cases.ts";
import type { StaffDeps } from "../live.ts";
import { cursorOf, placeOf } from "../paging.ts";
import { lookAtList } from "../seen-case.ts";
import { unitName, unitsToday, type Visit } from "./visit.ts";

const pageSize = 20;

/** The mark in the address after a command that ended somebody's sight of a case. */
export const movedAway = "flyttat";

/** Whether somebody sees cases of every unit, and so has units to choose among. */
const seesTheCity = ({ roles }: Who): boolean =>
  rolesBySight.some((role) => roles.includes(role) && caseKinds.some((kind) => sight[role][kind] === "city"));

/** `GET /personal/arenden`: the cases somebody sees that are not ended, most urgent first; a number typed leads to its case. */
export async function getQueue(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const { request, who, frame } = visit;
  const all = unitsToday(visit, deps);
  const units = seesTheCity(who) ? all : all.filter(({ id }) => who.units.includes(id));
  const filter = queueFilterOf((name) => request.query.get(name) ?? undefined, new Set(units.map(({ id }) => id)));
  const view = {
    filter,
    units,
    unitName: unitName(deps),
    names: new Map<string, string>(),
    isMovedAway: request.query.has(movedAway),
  };
  if (filter.reference !== "") {
    const reference = typedReference(filter);
    if (reference !== undefined) return seeOther(staffAddresses.case(reference));
    return page(400, queuePage(frame, { ...view, items: [], next: null }));
  }
  const { kind, unit, status, assignee, cursor } = filter;
  const from = cursor === null ? undefined : placeOf(cursor, placeInList);
  await lookAtList(who, deps);
  const list = await listCases(
    who,
    {
      ...(kind === null ? {} : { kind }),
      ...(unit === null ? {} : { unit }),
      // Without a choice the list holds what is left to do.
      ...(status === null ? { state: "open" } : { status }),
      ...(assignee === "all" ? {} : { assignee: assignee === "mine" ? who.sub : null }),
    },
    pageSize,
    from,
    deps.cases,
  );
  const next = list.next === null ? null : cursorOf(list.next);
  // A place that is none of ours begins the list anew.
  const shown = from === undefined ? { ...filter, cursor: null } : filter;
  return page(200, queuePage(frame, { ...view, filter: shown, items: list.items, next }));
}
