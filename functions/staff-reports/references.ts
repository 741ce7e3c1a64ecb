import type { UnitId } from "../../shared/domain/city.ts";
import type { Text } from "../../shared/domain/language.ts";
import { formatReference, parseCaseReference } from "../../shared/domain/reference.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Who } from "../../shared/domain/who.ts";
import { type Behind, behind } from "../../shared/domain/yearly/behind.ts";
import { definitionOf } from "../../shared/domain/yearly/definitions.ts";
import type { Violation } from "../../shared/domain/yearly/invariants.ts";
import type { Tally } from "../../shared/domain/yearly/tally.ts";
import { readTally } from "../../shared/domain/yearly/tally-text.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { admitted } from "../staff-cases/entrance.ts";
import { cursorOf, placeOf } from "../staff-cases/paging.ts";
import { lookAtList } from "../staff-cases/seen-case.ts";
import { doesNotAddUp } from "./figures.ts";
import type { ReportDeps } from "./live.ts";
import { cursorPlace, reportShapes } from "./shapes.ts";
import { maySeeFigures, yearIn } from "./whose-year.ts";

const faults = {
  path: {
    sv: "Ange path som en av siffrorna, till exempel requests.received eller breaches.byKind.phishing.",
    en: "Give path as one of the figures, such as requests.received or breaches.byKind.phishing.",
  },
  limit: { sv: "Ange limit som ett heltal från 1 till 100.", en: "Give limit as a whole number from 1 to 100." },
  cursor: { sv: "Ange cursor som du fick den i förra svaret.", en: "Give cursor as you got it in the last answer." },
} as const satisfies Readonly<Record<string, Text>>;

/** The DPO sees every case; a coordinator those that lie with their own units, protected ones only when cleared. */
const sees = ({ roles, units, mayProtected }: Who, tally: Tally): boolean => {
  if (roles.includes("dpo")) return true;
  if (tally.holder === null || !units.includes(tally.holder)) return false;
  return tally.kind !== "request" || !tally.protectedIdentity || mayProtected;
};

/** What came from before the service has a name of its own and no groups. */
export const inGroups = (reference: string): string =>
  parseCaseReference(reference) === undefined ? reference : formatReference(reference);

export interface FoundCase {
  readonly reference: string;
  readonly kind: Tally["kind"];
}

/** The cases behind a number that somebody may see, by their references; or the one that cannot be read. */
export async function casesBehind(
  { year, unit, isBehind }: { readonly year: number; readonly unit: UnitId | null; readonly isBehind: Behind },
  who: Who,
  deps: Pick<ReportDeps, "pages" | "city">,
): Promise<Result<readonly FoundCase[], Violation>> {
  const found: FoundCase[] = [];
  for await (const page of deps.pages(year))
    for (const { reference, tally: text } of page) {
      const tally = readTally(text);
      if (tally === undefined) return refused({ code: "unreadable", reference });
      if (isBehind(tally, unit, deps.city) && sees(who, tally)) found.push({ reference, kind: tally.kind });
    }
  return ok(found.sort((one, other) => (one.reference < other.reference ? -1 : 1)));
}

/**
 * `GET /api/v1/reports/{year}/references?path=&unit=`: the cases behind a number, for those who may see them. A list, so it
 * shows no content and is written in the log of looks once.
 */
export async function getReferences(request: Request, deps: ReportDeps): Promise<Answer> {
  const { query, language } = request;
  const path = query.get("path") ?? "";
  const isBehind = behind(path);
  const limit = query.get("limit") ?? "20";
  const cursor = query.get("cursor");
  const after = cursor === null ? "" : placeOf(cursor, cursorPlace);
  const fault = (name: keyof typeof faults) =>
    problem(request, "input-refused", {
      errors: [{ pointer: `/${name}`, code: "format", message: faults[name][language] }],
    });
  if (isBehind === undefined) return fault("path");
  if (!/^([1-9]\d?|100)$/.test(limit)) return fault("limit");
  if (after === undefined) return fault("cursor");
  const who = admitted(request, "GET /api/v1/reports/{year}/references");
  if (!who.ok) return who.error;
  const year = yearIn(request);
  const unit: UnitId | null = query.get("unit");
  if (year === undefined || !maySeeFigures(who.value, unit, deps.city)) return problem(request, "not-there");

  await lookAtList(who.value, deps);
  const all = await casesBehind({ year, unit, isBehind }, who.value, deps);
  if (!all.ok) return doesNotAddUp(request, all.error, who.value);
  const found = all.value.filter(({ reference }) => reference > after);
  const items = found.slice(0, Number(limit));
  const last = items.at(-1);
  return json(
    200,
    reportShapes.References.parse({
      definition: definitionOf(path)?.[language] ?? null,
      items: items.map(({ reference, kind }) => ({ reference: inGroups(reference), kind })),
      next: last !== undefined && found.length > items.length ? cursorOf(last.reference) : null,
    }),
  );
}
