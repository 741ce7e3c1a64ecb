import type { Role } from "../../shared/domain/casework/case-history.ts";
import type { House } from "../house.ts";

/** A bearer token from the provider on this machine, for somebody with a role, as `npm run token` prints it. */
export async function tokenFor(
  house: Pick<House, "identity">,
  role: Role,
  unit?: string,
  mayProtected = false,
): Promise<string> {
  const answer = await fetch(`${house.identity?.issuer}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role, unit, mayProtected }),
  });
  if (answer.status !== 200) throw new Error(`No token for ${role}: ${await answer.text()}`);
  return answer.text();
}

export interface Heard {
  readonly status: number;
  readonly text: string;
  /** As it was read: tests look into answers of every shape and assert what they find. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Headers;
}

let keys = 0;

/** Asks the API of a whole house. A write has a key of its own unless one is given. */
export async function ask(
  house: Pick<House, "url">,
  token: string | null,
  call: `${"GET" | "POST" | "PUT"} ${string}`,
  body?: unknown,
  key?: string,
): Promise<Heard> {
  const [method = "GET", path = ""] = call.split(" ");
  keys += 1;
  const response = await fetch(`${house.url}/api/v1/${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(method === "GET"
        ? {}
        : {
            "content-type": "application/json",
            "idempotency-key": key ?? `a-house-key-${String(keys).padStart(8, "0")}`,
          }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text), headers: response.headers };
}
