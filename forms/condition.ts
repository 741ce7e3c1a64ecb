/** When something is asked or needed, as data, so that pages, checks and documentation cannot disagree. */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | boolean)[] }
  | { readonly field: string; readonly answered: boolean };

/** What stands at a JSON pointer of a body of any shape; undefined where there is nothing. */
export function valueAt(body: unknown, pointer: string): unknown {
  let value = body;
  for (const name of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    // The check above makes any name readable; what is read stays unknown.
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** Whether anything was answered: blank text and null are nothing. */
export const isAnswered = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== "string" || value.trim() !== "");

/** Whether the condition holds for the answers, which may be of any shape. */
export function holds(condition: Condition, body: unknown): boolean {
  const value = valueAt(body, condition.field);
  if ("answered" in condition) return isAnswered(value) === condition.answered;
  if ("is" in condition) return condition.is.some((expected) => expected === value);
  return !condition.isNot.some((refused) => refused === value);
}
