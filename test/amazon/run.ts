import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run test:amazon`: what the store must do, held against Amazon's own DynamoDB Local as well, so that no quirk of the
 * usual engine hides. It needs Java and the program, which Amazon lets whoever has an AWS account use for their own work;
 * it is fetched when asked for and is no part of this package.
 *
 * The program listens on every address of the machine, so it runs in a network of its own where there is nothing but
 * loopback; where that is not allowed, it does not run.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".local", "amazon");
const jar = join(folder, "node_modules/amplify-dynamodb-simulator/emulator/DynamoDBLocal.jar");
const fetched = {
  private: true,
  dependencies: { "amplify-dynamodb-simulator": "2.9.30" },
  // Only the program is wanted, and nothing of what starts it elsewhere.
  overrides: { "amplify-dynamodb-simulator": { "@aws-amplify/amplify-cli-core": "npm:empty-npm-package@1.0.0" } },
};
/** What is held against both engines. */
const tests = ["test/store", "test/api/requests.test.ts", "test/staff/house.test.ts"];

/** Says why there is nothing to run with; that is no failure of what would have been tested. */
const without = (why: string): never => {
  console.log(`Amazon's engine was not run: ${why}`);
  process.exit(0);
};

const works = (program: string, ...words: readonly string[]): boolean =>
  spawnSync(program, words, { stdio: "ignore" }).status === 0;

if (!works("java", "-version")) without("there is no Java on this machine.");
if (!works("unshare", "-n", "true")) without("this machine lets nobody make a network of their own (unshare -n).");
if (!existsSync(jar)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(fetched));
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: folder, stdio: "ignore" });
  } catch {
    without("the package that holds it could not be fetched.");
  }
}
const { status } = spawnSync(
  "unshare",
  ["-n", "sh", "-c", 'ip link set lo up && exec "$0" "$@"', "npx", "vitest", "run", ...tests],
  { cwd: root, stdio: "inherit", env: { ...process.env, INTAG_DYNAMODB_JAR: jar } },
);
process.exit(status ?? 1);
