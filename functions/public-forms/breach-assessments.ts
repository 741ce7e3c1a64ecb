import { assessBreach } from "../../shared/domain/breach-assessment.ts";
import { explainAssessment } from "../../shared/domain/breach-explanation.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { jsonBody } from "../../shared/lambda/json-body.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { breachFacts, factErrors } from "./breach-facts.ts";

/** `POST /api/v1/breach-assessments`: art. 33(1), 34(1). Proposes and explains; stores nothing. */
export function postBreachAssessment(request: Request): Answer {
  const body = jsonBody(request);
  if (!body.ok) return body.error;
  const facts = breachFacts.safeParse(body.value);
  if (!facts.success)
    return problem(request, "input-refused", { errors: factErrors(facts.error.issues, request.language) });
  const assessment = assessBreach(facts.data);
  return json(200, { ...assessment, because: explainAssessment(assessment, request.language) });
}
