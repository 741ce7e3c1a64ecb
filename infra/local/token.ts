import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.ts";
import { localToken } from "./local-token.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const usage = "npm run --silent token -- <role> [unit-id] [--protected]";

/** `npm run --silent token`: prints a bearer token for an hour, from the provider that `npm start` has running. */
const tokenOf = async (words: readonly string[]): Promise<string> => {
  const [role, unit, ...more] = words.filter((word) => word !== "--protected");
  if (role === undefined || more.length > 0 || role.startsWith("-")) throw new CannotStart(`Ask like this: ${usage}`);
  const data = resolve(process.env.INTAG_DATA ?? join(root, ".local"));
  return localToken(data, { role, unit, mayProtected: words.includes("--protected") });
};

try {
  console.log(await tokenOf(process.argv.slice(2)));
} catch (failure) {
  console.error(failure instanceof CannotStart ? failure.message : failure);
  process.exitCode = 1;
}
