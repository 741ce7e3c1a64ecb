import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.ts";
import { keptIdentity } from "./identity/kept-identity.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const usage = "npm run --silent token -- <role> [unit-id] [--protected]";

/** `npm run --silent token`: prints a bearer token for an hour, from the provider that `npm start` has running. */
const tokenOf = async (words: readonly string[]): Promise<string> => {
  const [role, unit, ...more] = words.filter((word) => word !== "--protected");
  if (role === undefined || more.length > 0 || role.startsWith("-")) throw new CannotStart(`Ask like this: ${usage}`);
  const data = resolve(process.env.INTAG_DATA ?? join(root, ".local"));
  const kept = keptIdentity(data);
  const notRunning = new CannotStart(
    `The sign-in of this machine is not running on ${data}: start the service with "npm start" first, with the same INTAG_DATA.`,
  );
  if (kept === undefined) throw notRunning;
  const answer = await fetch(`http://127.0.0.1:${kept.port}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role, unit, mayProtected: words.includes("--protected") }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  if (answer === undefined) throw notRunning;
  const text = await answer.text();
  if (answer.status === 400) throw new CannotStart(text);
  if (answer.status !== 200) throw notRunning;
  return text;
};

try {
  console.log(await tokenOf(process.argv.slice(2)));
} catch (failure) {
  console.error(failure instanceof CannotStart ? failure.message : failure);
  process.exitCode = 1;
}
