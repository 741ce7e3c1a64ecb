import * as z from "zod";
import { disposalInWords } from "../../shared/domain/disposal/disposal-in-words.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { admitted } from "./entrance.ts";
import type { StaffDeps } from "./live.ts";
import { cursorOf, placeOf } from "./paging.ts";
import { staffShapes } from "./shapes.ts";

const faults = {
  limit: { sv: "Ange limit som ett heltal från 1 till 100.", en: "Give limit as a whole number from 1 to 100." },
  cursor: { sv: "Ange cursor som du fick den i förra svaret.", en: "Give cursor as you got it in the last answer." },
} as const;

const place = z.string().regex(/^\d{4}-\d\d-\d\dT[0-9:]+Z#/);

/** `GET /api/v1/disposals`: what has been disposed of, when and by which rule and decision, latest first. */
export async function getDisposals(request: Request, deps: StaffDeps): Promise<Answer> {
  const { query, language } = request;
  const limit = query.get("limit") ?? "20";
  const cursor = query.get("cursor");
  const after = cursor === null ? undefined : placeOf(cursor, place);
  const fault = (name: keyof typeof faults) =>
    problem(request, "input-refused", {
      errors: [{ pointer: `/${name}`, code: "format", message: faults[name][language] }],
    });
  if (!/^([1-9]\d?|100)$/.test(limit)) return fault("limit");
  if (cursor !== null && after === undefined) return fault("cursor");

  const who = admitted(request, "GET /api/v1/disposals");
  if (!who.ok) return who.error;
  const { items, next } = await deps.ledger.entries({
    limit: Number(limit),
    ...(after === undefined ? {} : { after }),
  });
  return json(
    200,
    staffShapes.Disposals.parse({
      rules: disposalInWords(deps.disposalRules, deps.clock()).map((sentence) => sentence[language]),
      items: items.map((entry) => ({ ...entry, reference: formatReference(entry.reference) })),
      next: next === null ? null : cursorOf(next),
    }),
    { "content-language": language },
  );
}
