import type { Request } from "./request.ts";

/**
 * Whether the browser says that a request was made from one of our own pages. `Sec-Fetch-Site` says it best; without it,
 * `Origin` must be ours. A foreign `Origin` is refused whatever else is said. A page that sends no referrer has the
 * origin `null`, so that alone says nothing either way. Said by neither is not said.
 *
 * @param site the site's own origin, such as `https://dataskydd.example`
 */
export function isFromOwnPage(request: Pick<Request, "header">, site: string): boolean {
  const origin = request.header("origin");
  const from = request.header("sec-fetch-site");
  if (origin !== undefined && origin !== "null" && origin !== site) return false;
  return from === undefined ? origin === site : from === "same-origin" || from === "none";
}
