import { mayEverGive } from "../../shared/domain/sight/sight.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { absence } from "./absence.ts";
import { bodyHashOf } from "./body-hash.ts";
import { caseView, outOfSight } from "./case-view.ts";
import { commandName } from "./command-body.ts";
import { admitted, keyOf } from "./entrance.ts";
import { giveCommand } from "./give-command.ts";
import type { StaffDeps } from "./live.ts";
import { ruleRefusal } from "./rule-refusal.ts";

/** `POST /api/v1/cases/{reference}/commands`: one step in the handling of a case, once per person and Idempotency-Key. */
export async function postCommand(request: Request, deps: StaffDeps): Promise<Answer> {
  const { language } = request;
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const name = commandName(body.value, { language, city: deps.city, now: deps.clock() });
  if (!name.ok) return problem(request, "input-refused", { errors: name.error });
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const admission = admitted(request, "POST /api/v1/cases/{reference}/commands");
  if (!admission.ok) return admission.error;
  const who = admission.value;
  if (!mayEverGive(who, name.value)) return ruleRefusal(request, "role-may-not");

  const given = await giveCommand(
    {
      who,
      reference: request.param("reference"),
      body: body.value,
      key: key.value,
      bodyHash: bodyHashOf(body.value),
      language,
    },
    deps,
  );
  if (given.ok) {
    const { file, entry, role, submission, isReplay } = given.value;
    const answer =
      role === undefined ? outOfSight(file, entry.to) : caseView(file, submission, { sub: who.sub, role, language });
    return json(200, answer, {
      "content-language": language,
      ...(isReplay ? { "idempotent-replay": "true" } : {}),
    });
  }
  const refusal = given.error;
  switch (refusal.code) {
    case "not-there":
      return absence(request, who, deps.cases);
    case "key-reused":
      return problem(request, refusal.code);
    case "input-refused":
      return problem(request, refusal.code, { errors: refusal.errors });
    case "stale-version":
      return ruleRefusal(request, refusal.code, { changed: refusal.changed });
    default:
      return ruleRefusal(request, refusal.code);
  }
}
