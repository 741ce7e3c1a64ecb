import { type RefusalCode, refusals, refusalText } from "../../shared/domain/casework/refusal.ts";
import type { Text } from "../../shared/domain/language.ts";
import type { Answer } from "../../shared/lambda/answer.ts";
import type { Request } from "../../shared/lambda/request.ts";

const titles = {
  403: { sv: "Du får inte göra det här", en: "You may not do this" },
  409: { sv: "Ärendet har ändrats", en: "The case has changed" },
  422: { sv: "Det går inte att göra", en: "That cannot be done" },
} as const satisfies Readonly<Record<403 | 409 | 422, Text>>;

/** A rule's refusal as RFC 9457 says it: the rule's own code and sentence, the same as on the page, and never what was entered. */
export function ruleRefusal(
  request: Request,
  code: RefusalCode,
  members: Readonly<Record<string, unknown>> = {},
): Answer {
  const { language, routeKey } = request;
  const { status } = refusals[code];
  return {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "content-language": language },
    body: JSON.stringify({
      type: `urn:intag:problem:${code}`,
      title: titles[status][language],
      status,
      detail: refusalText(code, language),
      // The route's own template, so that nothing from the address line comes back.
      instance: routeKey.replace(/^[A-Z]+ /, ""),
      code,
      ...members,
    }),
  };
}
