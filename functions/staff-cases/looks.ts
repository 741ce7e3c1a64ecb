import * as z from "zod";
import type { CivilDate } from "../../shared/domain/civil-date.ts";
import { caseReference, formatReference, parseCaseReference } from "../../shared/domain/reference.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { dayOf } from "../../shared/store/access-log-table.ts";
import type { CaseKey } from "../../shared/store/cases.ts";
import { type ChainCheck, checkChain, longAgo } from "./chain-check.ts";
import { admitted } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { cursorOf, placeOf } from "./paging.ts";
import { staffShapes } from "./shapes.ts";

const faults = {
  reference: {
    sv: "Ange reference: ärendets nummer.",
    en: "Give reference: the number of the case.",
  },
  limit: { sv: "Ange limit som ett heltal från 1 till 100.", en: "Give limit as a whole number from 1 to 100." },
  cursor: { sv: "Ange cursor som du fick den i förra svaret.", en: "Give cursor as you got it in the last answer." },
} as const;

const place = z.int().min(1);

/** The day from which a case can have been looked at; long ago where nothing is left that says. */
async function beganOn(key: CaseKey, { cases, clock }: StaffDeps): Promise<CivilDate> {
  const file = await cases.get(key);
  if (file !== undefined) return dayOf(file.receivedAt);
  const gone = await cases.disposed(key);
  return gone === undefined ? longAgo(clock()) : longAgo(gone.closedRecordedAt);
}

const chainOf = async (
  { submission, number }: { readonly submission: string; readonly number: number | null },
  reference: string,
  deps: StaffDeps,
): Promise<ChainCheck> =>
  checkChain(reference, await beganOn({ submission, number: number ?? 1 }, deps), deps.clock(), deps);

/**
 * `GET /api/v1/access-log?reference=`: who has looked at a case, in what role, when and why, oldest first. Each look
 * carries its number and hash, so that the chain can be counted over again; the first page says whether it holds, also
 * against what has been noted of it under lock.
 */
export async function getAccessLog(request: Request, deps: StaffDeps): Promise<Answer> {
  const { query, language } = request;
  const asked = query.get("reference") ?? "";
  const limit = query.get("limit") ?? "20";
  const cursor = query.get("cursor");
  const after = cursor === null ? undefined : placeOf(cursor, place);
  const fault = (name: keyof typeof faults, code = "format") =>
    problem(request, "input-refused", { errors: [{ pointer: `/${name}`, code, message: faults[name][language] }] });
  if (asked === "") return fault("reference", "empty");
  if (!/^([1-9]\d?|100)$/.test(limit)) return fault("limit");
  if (cursor !== null && after === undefined) return fault("cursor");

  const who = admitted(request, "GET /api/v1/access-log");
  if (!who.ok) return who.error;
  const parsed = parseCaseReference(asked);
  if (parsed === undefined) return problem(request, "not-there");
  const reference = parsed.number === null ? parsed.submission : caseReference(parsed.submission, parsed.number);
  const looks = await deps.looks.of(reference, { limit: Number(limit), ...(after === undefined ? {} : { after }) });
  const last = looks.at(-1);
  const chain = cursor === null ? await chainOf(parsed, reference, deps) : null;
  return json(
    200,
    staffShapes.AccessLog.parse({
      items: looks.map(({ sub, ...look }) => ({ ...look, reference: formatReference(look.reference), who: sub })),
      chain,
      next: last !== undefined && looks.length === Number(limit) ? cursorOf(last.seq) : null,
    }),
  );
}
