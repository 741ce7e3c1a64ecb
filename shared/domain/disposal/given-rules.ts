import { civilDate } from "../civil-date.ts";
import { caseKinds } from "../sight/sight.ts";
import type { DisposalRule } from "./disposal-rule.ts";

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const known = new Set(["kind", "unit", "keptYears", "decision", "validFrom", "validTo"]);
/** Shown to staff as it was given. */
const isDecision = (value: unknown): value is string =>
  typeof value === "string" && /^[\p{L}\p{N} .,:/()-]{1,100}$/u.test(value);
const isUnit = (value: unknown): value is string => typeof value === "string" && /^[a-z0-9-]{1,60}$/.test(value);
const isYears = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 100;

/** A day, null where none is given, undefined where it is no day. */
function dayOf(value: unknown) {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? civilDate(value) : undefined;
}

function ruleOf(value: unknown): DisposalRule | undefined {
  if (!isPart(value) || Object.keys(value).some((name) => !known.has(name))) return undefined;
  const { unit, keptYears, decision } = value;
  const kind = caseKinds.find((one) => one === value.kind);
  const [validFrom, validTo] = [dayOf(value.validFrom), dayOf(value.validTo)];
  if (kind === undefined || validFrom === undefined || validTo === undefined) return undefined;
  if (!isYears(keptYears) || !isDecision(decision) || (unit !== undefined && !isUnit(unit))) return undefined;
  const id = [kind, ...(unit === undefined ? [] : [unit]), ...(validFrom === null ? [] : [validFrom])].join("/");
  return { id, kind, ...(unit === undefined ? {} : { unit }), keptYears, decision, validFrom, validTo };
}

/**
 * Rules of disposal as an installation gives them in its settings: a list of `kind`, `keptYears` and `decision`, each with
 * `unit`, `validFrom` and `validTo` if need be. They stand in place of the city's own.
 *
 * @returns undefined when anything in it is not such a rule, or two rules are for the same
 */
export function givenRules(value: unknown): readonly DisposalRule[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rules = value.map(ruleOf).filter((rule) => rule !== undefined);
  const isEachItsOwn = new Set(rules.map(({ id }) => id)).size === rules.length;
  return rules.length === value.length && isEachItsOwn ? rules : undefined;
}
