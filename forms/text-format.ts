import { type CivilDate, civilDate } from "../shared/domain/civil-date.ts";
import { parseIdentityNumber } from "../shared/domain/identity-number.ts";
import type { AnswerCode, TextFormat } from "./form.ts";
import { type TypedOnPage, typedDate } from "./time-format.ts";

/** What the checks need to know of the world: the local day, and which services there are to choose from. */
export interface AnswerContext {
  readonly today: CivilDate;
  readonly city: { readonly services: readonly { readonly key: string }[] };
  /** Present where the answers were typed on a page: then days and times are as people write them, in Stockholm. */
  readonly page?: TypedOnPage;
}

/** The text in the one writing we keep, or what is wrong with it. */
type Read = { readonly text: string } | { readonly code: AnswerCode };

// The pattern of HTML's own email field, with at least one dot in the domain. It leaves no room for spaces, line breaks
// or lists of addresses, so nothing can be added to a mail's headers.
const email =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
const phone = /^\+?[\d ()./\u2010-\u2013\u00a0-]+$/;
const postalCode = /^(?:SE?[- ]?)?([1-9]\d{2})[ \u00a0]?(\d{2})$/i;
const earliestYear = "1900";

function birthDate(text: string, today: CivilDate): Read {
  const date = typedDate(text);
  if (!date.ok) return { code: date.error };
  return date.value > today ? { code: "future" } : { text: date.value };
}

function yearOrDate(text: string, name: "from" | "to", today: CivilDate): Read {
  const isYear = /^\d{4}$/.test(text);
  if (!isYear && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { code: "format" };
  if (text < earliestYear) return { code: "format" };
  if (!isYear && civilDate(text) === undefined) return { code: "not-a-date" };
  // A period may be open towards the future; it cannot begin there.
  return name === "from" && text > today.slice(0, text.length) ? { code: "future" } : { text };
}

function identityNumber(text: string, today: CivilDate): Read {
  const parsed = parseIdentityNumber(text, today);
  if (parsed.ok) return { text: parsed.value.number };
  return { code: parsed.error === "format" ? "format" : "check-digits" };
}

const keysOf = new WeakMap<object, ReadonlySet<string>>();
function isService(key: string, { services }: AnswerContext["city"]): boolean {
  let keys = keysOf.get(services);
  if (keys === undefined) {
    keys = new Set(["vet-inte", ...services.map((service) => service.key)]);
    keysOf.set(services, keys);
  }
  return keys.has(key);
}

/** Reads a trimmed, non-empty text by its format. `endsPeriod` tells a period's end from its beginning. */
export function readText(format: TextFormat, text: string, endsPeriod: boolean, context: AnswerContext): Read {
  switch (format) {
    case "email":
      return email.test(text) ? { text } : { code: "format" };
    case "phone": {
      const digits = text.replace(/\D/g, "").length;
      return phone.test(text) && digits >= 7 && digits <= 15 ? { text } : { code: "format" };
    }
    case "postal-code": {
      const parts = postalCode.exec(text);
      return parts === null ? { code: "format" } : { text: `${parts[1]}${parts[2]}` };
    }
    case "identity-number":
      return identityNumber(text, context.today);
    case "birth-date":
      return birthDate(text, context.today);
    case "year-or-date":
      return yearOrDate(text, endsPeriod ? "to" : "from", context.today);
    case "service":
      return isService(text, context.city) ? { text } : { code: "unknown-service" };
    case "place":
      // Whether there is such a place, and when, is for the routing to say.
      return { text };
  }
}

/** Whether a period ends before it begins. A bare year stands for its first day at the start and its last at the end. */
export const isReversed = (from: string, to: string): boolean =>
  from.slice(0, to.length) > to || (to.length > from.length && from > to.slice(0, from.length));
