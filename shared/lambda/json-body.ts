import { type Result, refused } from "../domain/result.ts";
import type { Answer } from "./answer.ts";
import { parseJson } from "./json-text.ts";
import { problem } from "./problems.ts";
import type { Request } from "./request.ts";

/** The body as JSON, or the answer that says why it could not be read. */
export function jsonBody(request: Request): Result<unknown, Answer> {
  const text = request.text("application/json");
  if (!text.ok) return refused(problem(request, text.error === "not-utf-8" ? "not-json" : text.error));
  const value = parseJson(text.value);
  return value.ok ? value : refused(problem(request, value.error));
}
