import type { House } from "../house.ts";
import { ask, type Heard } from "../staff/signed-in.ts";

let keys = 0;

/** Sends again with the same key until it is answered, as a client does that does not give up. */
export async function askUntilAnswered(
  house: Pick<House, "url">,
  token: string,
  call: `${"GET" | "POST" | "PUT"} ${string}`,
  body?: unknown,
): Promise<Heard> {
  keys += 1;
  const key = `asked-until-answered-${String(keys).padStart(6, "0")}`;
  for (let tries = 0; tries < 8; tries += 1) {
    const told = await ask(house, token, call, body, key).catch(() => undefined);
    if (told !== undefined && told.status < 500) return told;
  }
  throw new Error(`${call} was never answered`);
}
