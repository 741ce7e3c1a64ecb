import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CannotDeploy, contextOf } from "./deploy/settings-file.ts";
import { SettingsRefused } from "./settings.ts";

/**
 * `npm run deploy -- <settings file>`: creates or changes the service in the AWS account and region of your credentials, with
 * the settings in the file. `--dry-run` builds and checks everything and touches no account. Ends as the CDK ends.
 */
const root = fileURLToPath(new URL("..", import.meta.url));

function wishes(): { readonly file: string; readonly isDry: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { "dry-run": { type: "boolean" } } });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) return { file, isDry: values["dry-run"] ?? false };
  } catch {
    // Said below, in a sentence.
  }
  throw new CannotDeploy("Write it like this: npm run deploy -- prod.json [--dry-run]");
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new CannotDeploy(`The file ${file} cannot be read.`);
  }
}

try {
  const { file, isDry } = wishes();
  const context = Object.entries(contextOf(textOf(file))).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  // What widens who may do what is shown, and asked about, before anything is changed.
  const command = isDry ? ["synth", "--quiet"] : ["deploy", "--require-approval", "broadening"];
  const { status } = spawnSync(process.execPath, [`${root}node_modules/aws-cdk/bin/cdk`, ...command, ...context], {
    cwd: root,
    stdio: "inherit",
  });
  if (isDry && status === 0) console.log("Everything is built and every rule holds. Nothing was deployed.");
  process.exitCode = status ?? 1;
} catch (failure) {
  if (!(failure instanceof CannotDeploy || failure instanceof SettingsRefused)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
