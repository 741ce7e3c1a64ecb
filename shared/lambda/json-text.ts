import { ok, type Result, refused } from "../domain/result.ts";

export type JsonRefusal = "not-json" | "duplicate-key" | "too-deep";

const deepest = 8;
const stringToken = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

/** How many members the text writes. In valid JSON a string followed by a colon is always a member's name. */
function membersWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(stringToken)) if (colon !== undefined) count += 1;
  return count;
}

/** How many members the value holds, or undefined when it is nested deeper than anything this API takes. */
function membersHeld(value: unknown, depth = 1): number | undefined {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > deepest) return undefined;
  const children = Array.isArray(value) ? value : Object.values(value);
  let count = Array.isArray(value) ? 0 : children.length;
  for (const child of children) {
    const held = membersHeld(child, depth + 1);
    if (held === undefined) return undefined;
    count += held;
  }
  return count;
}

/**
 * Reads JSON and refuses what two readers could understand differently: an object that names a member twice
 * (RFC 8259, 4) loses one of them when it is parsed, so that fewer are held than were written.
 */
export function parseJson(text: string): Result<unknown, JsonRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("not-json");
  }
  const held = membersHeld(value);
  if (held === undefined) return refused("too-deep");
  return held === membersWritten(text) ? ok(value) : refused("duplicate-key");
}
