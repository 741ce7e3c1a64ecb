import * as z from "zod";
import { requestStatuses } from "../../shared/domain/case.ts";
import { breachStatuses } from "../../shared/domain/casework/breach-case.ts";
import { consultationStatuses } from "../../shared/domain/casework/consultation-case.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Text } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { caseKinds } from "../../shared/domain/sight/sight.ts";
import type { Who } from "../../shared/domain/who.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { type ListFilter, type ListPlace, listCases } from "./case-list.ts";
import { itemView } from "./case-view.ts";
import { admitted } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { cursorOf, placeOf } from "./paging.ts";
import { lookAtList } from "./seen-case.ts";
import { staffShapes } from "./shapes.ts";

const statuses: ReadonlySet<string> = new Set([...requestStatuses, ...breachStatuses, ...consultationStatuses]);

const faults = {
  kind: {
    sv: "Ange kind som request, breach eller consultation.",
    en: "Give kind as request, breach or consultation.",
  },
  unit: { sv: "Ange unit som en av stadens enheter.", en: "Give unit as one of the city’s units." },
  status: { sv: "Ange status som ett av ärendenas lägen.", en: "Give status as one of the statuses of cases." },
  assignee: {
    sv: "Ange assignee som me, none eller någons id.",
    en: "Give assignee as me, none or somebody’s id.",
  },
  limit: { sv: "Ange limit som ett heltal från 1 till 100.", en: "Give limit as a whole number from 1 to 100." },
  cursor: { sv: "Ange cursor som du fick den i förra svaret.", en: "Give cursor as you got it in the last answer." },
} as const satisfies Readonly<Record<string, Text>>;

/** Where a page of a list begins, as a cursor says it. */
export const placeInList = z.strictObject({
  state: z.enum(["open", "ended"]),
  after: z.string().min(1).exactOptional(),
});

interface Question {
  readonly filter: Omit<ListFilter, "assignee"> & { readonly assignee?: string };
  readonly limit: number;
  readonly from?: ListPlace;
}

function questionOf({ query }: Request, city: City): Result<Question, keyof typeof faults> {
  const kind = query.get("kind") ?? undefined;
  const unit = query.get("unit") ?? undefined;
  const status = query.get("status") ?? undefined;
  const assignee = query.get("assignee") ?? undefined;
  const limit = query.get("limit") ?? "20";
  const cursor = query.get("cursor");
  const knownKind = caseKinds.find((one) => one === kind);
  const from = cursor === null ? undefined : placeOf(cursor, placeInList);
  if (kind !== undefined && knownKind === undefined) return refused("kind");
  if (unit !== undefined && !city.units.some(({ id }) => id === unit)) return refused("unit");
  if (status !== undefined && !statuses.has(status)) return refused("status");
  if (assignee !== undefined && !/^[\x20-\x7e]{1,255}$/.test(assignee)) return refused("assignee");
  if (!/^([1-9]\d?|100)$/.test(limit)) return refused("limit");
  if (cursor !== null && from === undefined) return refused("cursor");
  return ok({
    filter: {
      ...(knownKind === undefined ? {} : { kind: knownKind }),
      ...(unit === undefined ? {} : { unit }),
      ...(status === undefined ? {} : { status }),
      ...(assignee === undefined ? {} : { assignee }),
    },
    limit: Number(limit),
    ...(from === undefined ? {} : { from }),
  });
}

const assigneeOf = (asked: string | undefined, { sub }: Who): Pick<ListFilter, "assignee"> =>
  asked === undefined ? {} : { assignee: asked === "none" ? null : asked === "me" ? sub : asked };

/** `GET /api/v1/cases`: the cases somebody sees, most urgent first, in pages; codes and dates, no content. */
export async function getCases(request: Request, deps: StaffDeps): Promise<Answer> {
  const asked = questionOf(request, deps.city);
  if (!asked.ok) {
    const message = faults[asked.error][request.language];
    return problem(request, "input-refused", { errors: [{ pointer: `/${asked.error}`, code: "format", message }] });
  }
  const who = admitted(request, "GET /api/v1/cases");
  if (!who.ok) return who.error;
  const { filter, limit, from } = asked.value;
  await lookAtList(who.value, deps);
  const list = await listCases(
    who.value,
    { ...filter, ...assigneeOf(filter.assignee, who.value) },
    limit,
    from,
    deps.cases,
  );
  const next = list.next === null ? null : cursorOf(list.next);
  return json(200, staffShapes.Cases.parse({ items: list.items.map(itemView), next }));
}
