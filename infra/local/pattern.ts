import { CannotStart } from "./cannot-start.ts";

/** Whether an event fits a pattern. */
export type Pattern = (event: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A test of one field; `undefined` is a field that is not there. */
type FieldTest = (value: unknown) => boolean;

const numeric = (rule: unknown): FieldTest => {
  const parts = Array.isArray(rule) ? rule : [];
  const compare: Record<string, (value: number, limit: number) => boolean> = {
    "<": (value, limit) => value < limit,
    "<=": (value, limit) => value <= limit,
    "=": (value, limit) => value === limit,
    ">=": (value, limit) => value >= limit,
    ">": (value, limit) => value > limit,
  };
  const tests = parts.flatMap((operator, at) => {
    const test = at % 2 === 0 ? compare[String(operator)] : undefined;
    return test ? [(value: number) => test(value, Number(parts[at + 1]))] : [];
  });
  // Stream records carry numbers as text.
  return (value) =>
    (typeof value === "number" || typeof value === "string") && tests.every((test) => test(Number(value)));
};

const startsWith =
  (rule: unknown): FieldTest =>
  (value) =>
    typeof value === "string" && value.startsWith(String(rule));
const endsWith =
  (rule: unknown): FieldTest =>
  (value) =>
    typeof value === "string" && value.endsWith(String(rule));

const tests: Readonly<Record<string, (rule: unknown) => FieldTest>> = {
  "anything-but": (rule) => {
    const refused = isRecord(rule)
      ? fieldTest(rule)
      : (value: unknown) => (Array.isArray(rule) ? rule : [rule]).includes(value);
    return (value) => value !== undefined && !refused(value);
  },
  "equals-ignore-case": (rule) => (value) =>
    typeof value === "string" && value.toLowerCase() === String(rule).toLowerCase(),
  exists: (rule) => (value) => (value !== undefined) === rule,
  numeric,
  prefix: startsWith,
  suffix: endsWith,
};

const fieldTest = (rule: unknown): FieldTest => {
  if (!isRecord(rule)) return (value) => value === rule;
  const [name = "", ...more] = Object.keys(rule);
  const test = tests[name];
  if (!test || more.length > 0)
    throw new CannotStart(
      `A filter in the template says ${JSON.stringify(rule)}, which the local runner does not know.`,
    );
  return test(rule[name]);
};

/**
 * Reads an event pattern, as rules and stream filters have it: fields in one object must all fit, one of the values in a
 * list must. Throws CannotStart for an operator the runner does not know.
 */
export const readPattern = (pattern: unknown): Pattern => {
  if (!isRecord(pattern))
    throw new CannotStart("A filter in the template is not an object, which the local runner does not know.");
  const fields = Object.entries(pattern).map(([name, rule]): Pattern => {
    if (name === "$or" && Array.isArray(rule)) {
      const ways = rule.map(readPattern);
      return (event) => ways.some((way) => way(event));
    }
    if (!Array.isArray(rule)) {
      const inner = readPattern(rule);
      return (event) => inner(isRecord(event) ? event[name] : undefined);
    }
    const wanted = rule.map(fieldTest);
    return (event) => {
      const value = isRecord(event) ? event[name] : undefined;
      // A list in the event fits when one of its values does.
      const values = Array.isArray(value) ? value : [value];
      return wanted.some((test) => values.some(test));
    };
  });
  return (event) => fields.every((field) => field(event));
};
