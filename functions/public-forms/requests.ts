import { parseAnswers } from "../../forms/parse-answers.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { route } from "../../shared/domain/routing/routing.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { PublicDeps } from "./live.ts";
import { faultsInWords, receive } from "./receive.ts";
import { requestAnswer } from "./request-answer.ts";
import { routingQuestion } from "./routing-question.ts";

const visible = /^[\x21-\x7e]{16,128}$/;

/** `POST /api/v1/requests`: art. 12(2), a request by the API, once per Idempotency-Key. */
export async function postRequest(request: Request, deps: PublicDeps): Promise<Answer> {
  const { language } = request;
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const key = request.header("idempotency-key") ?? "";
  if (!visible.test(key)) return problem(request, "idempotency-key-required");

  const sent = { body: body.value, language, key, route: request.routeKey, at: deps.clock() };
  const received = await receive(sent, deps);
  if (received.ok) {
    const replay = received.value.isReplay ? { "idempotent-replay": "true" } : {};
    return json(201, requestAnswer(received.value), {
      "content-language": received.value.submission.language,
      ...replay,
    });
  }
  const refusal = received.error;
  switch (refusal.code) {
    case "input-refused":
      return problem(request, refusal.code, { errors: refusal.errors });
    case "outside-the-city":
      return problem(request, refusal.code, {
        outside: routingInWords({ recipients: [], outside: refusal.outside, triage: null }, language).outside,
      });
    case "protected-identity":
    case "key-reused":
      return problem(request, refusal.code);
  }
}

/** `POST /api/v1/routing-previews`: who would answer, and why. Stores nothing. */
export function postRoutingPreview(request: Request, { city, clock }: PublicDeps): Answer {
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const today = stockholmDate(clock());
  const asked = parseAnswers(routingQuestion, body.value, request.language, { today, city });
  if (!asked.ok) return problem(request, "input-refused", { errors: asked.error });
  const routing = route(asked.value.concerns, city, today);
  return routing.ok
    ? json(200, routingInWords(routing.value, request.language))
    : problem(request, "input-refused", { errors: faultsInWords(routing.error, request.language) });
}
