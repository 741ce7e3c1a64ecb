import { CannotStart } from "./cannot-start.ts";
import { keptIdentity } from "./identity/kept-identity.ts";

export interface TokenWish {
  readonly role: string;
  readonly unit?: string | undefined;
  readonly mayProtected?: boolean;
}

/** A bearer token for an hour, from the provider that `npm start` has running on the folder. Throws CannotStart without one. */
export async function localToken(data: string, wish: TokenWish): Promise<string> {
  const kept = keptIdentity(data);
  const notRunning = new CannotStart(
    `The sign-in of this machine is not running on ${data}: start the service with "npm start" first, with the same INTAG_DATA.`,
  );
  if (kept === undefined) throw notRunning;
  const answer = await fetch(`http://127.0.0.1:${kept.port}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mayProtected: false, ...wish }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  if (answer === undefined) throw notRunning;
  const text = await answer.text();
  if (answer.status === 400) throw new CannotStart(text);
  if (answer.status !== 200) throw notRunning;
  return text;
}
