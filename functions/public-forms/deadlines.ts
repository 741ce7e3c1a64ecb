import { breachDeadline, breachDeadlineSteps } from "../../shared/domain/breach-deadline.ts";
import { civilDate } from "../../shared/domain/civil-date.ts";
import { instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Text } from "../../shared/domain/language.ts";
import { requestDeadline, requestDeadlineSteps } from "../../shared/domain/request-deadline.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";

const faults = {
  kind: {
    sv: "Ange kind=request för en begäran eller kind=breach för en incident.",
    en: "Give kind=request for a request or kind=breach for a breach.",
  },
  receivedAt: {
    sv: "Ange receivedAt som en dag (2026-11-24) eller en tidpunkt med tidszon (2026-11-24T10:00:00Z).",
    en: "Give receivedAt as a day (2026-11-24) or an instant with its zone (2026-11-24T10:00:00Z).",
  },
  awareAt: {
    sv: "Ange awareAt som en tidpunkt med tidszon, till exempel 2026-11-24T10:00:00+01:00.",
    en: "Give awareAt as an instant with its zone, for example 2026-11-24T10:00:00+01:00.",
  },
} as const satisfies Record<string, Text>;

const missing = (request: Request, parameter: keyof typeof faults): Answer =>
  problem(request, "input-refused", {
    errors: [
      {
        pointer: `/${parameter}`,
        code: request.query.has(parameter) ? "format" : "empty",
        message: faults[parameter][request.language],
      },
    ],
  });

/** Art. 12(3) and 33(1): the last day or instant, with the steps that lead to it. For any time, past or future. */
export function deadlines(request: Request): Answer {
  const { query, language } = request;
  switch (query.get("kind")) {
    case "request": {
      const given = query.get("receivedAt") ?? "";
      const at = instant(given);
      const receivedOn = civilDate(given) ?? (at === undefined ? undefined : stockholmDate(at));
      if (receivedOn === undefined) return missing(request, "receivedAt");
      const deadline = requestDeadline(receivedOn);
      const { dueOn, thirtyDaysOn, extendedDueOn } = deadline;
      return json(200, { dueOn, thirtyDaysOn, extendedDueOn, steps: requestDeadlineSteps(deadline, language) });
    }
    case "breach": {
      const awareAt = instant(query.get("awareAt") ?? "");
      if (awareAt === undefined) return missing(request, "awareAt");
      const deadline = breachDeadline(awareAt);
      return json(200, { dueAt: deadline.dueAt, steps: breachDeadlineSteps(deadline, language) });
    }
    default:
      return missing(request, "kind");
  }
}
