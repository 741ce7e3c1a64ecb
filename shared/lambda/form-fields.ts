import { ok, type Result } from "../domain/result.ts";
import type { Request } from "./request.ts";

/** What a page sent: every field's values, in the order they came. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** The fields of a page's form. Browsers write line breaks as CR LF; one way of writing is kept. */
export function formFields(request: Request): Result<FormFields, "too-large" | "other-media-type" | "not-utf-8"> {
  const text = request.text("application/x-www-form-urlencoded");
  if (!text.ok) return text;
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text.value)) {
    const values = fields.get(name) ?? [];
    values.push(value.replaceAll("\r\n", "\n"));
    fields.set(name, values);
  }
  return ok(fields);
}
