import * as z from "zod";
import { caseReference, formatReference, parseCaseReference } from "../../shared/domain/reference.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
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

/**
 * `GET /api/v1/access-log?reference=`: who has looked at a case, in what role, when and why, oldest first. Each look
 * carries its number and hash, so that the chain can be counted over again.
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
  return json(
    200,
    staffShapes.AccessLog.parse({
      items: looks.map(({ sub, ...look }) => ({ ...look, reference: formatReference(look.reference), who: sub })),
      next: last !== undefined && looks.length === Number(limit) ? cursorOf(last.seq) : null,
    }),
  );
}
