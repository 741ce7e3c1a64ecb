import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";

const most = 100;

const cursorOf = (start: number): string => Buffer.from(String(start)).toString("base64url");
/** Where the cursor's page begins; not a number unless it is one that we made. */
const beginningOf = (cursor: string): number => {
  const start = Number(Buffer.from(cursor, "base64url").toString());
  return cursorOf(start) === cursor ? start : Number.NaN;
};

/**
 * A list that is short and rarely changes: whole when nothing is asked for, in pages when `limit` is (1–100). The
 * cursor is opaque to the caller; here it is where the next page begins.
 */
export function wholeOrPage(
  request: Request,
  items: readonly unknown[],
  headers: Readonly<Record<string, string>>,
): Answer {
  const limit = request.query.get("limit");
  const cursor = request.query.get("cursor");
  if (limit === null && cursor === null) return json(200, { items }, headers);
  const size = Number(limit ?? 20);
  const start = cursor === null ? 0 : beginningOf(cursor);
  const fault = (pointer: string, sv: string, en: string) =>
    problem(request, "input-refused", {
      errors: [{ pointer, code: "format", message: request.language === "sv" ? sv : en }],
    });
  if (!Number.isInteger(size) || size < 1 || size > most)
    return fault("/limit", "Ange limit som ett heltal från 1 till 100.", "Give limit as a whole number from 1 to 100.");
  if (!Number.isInteger(start) || start < 0)
    return fault(
      "/cursor",
      "Ange cursor som du fick den i förra svaret.",
      "Give cursor as you got it in the last answer.",
    );
  const end = start + size;
  const next = end < items.length ? cursorOf(end) : null;
  return json(200, { items: items.slice(start, end), next }, headers);
}
