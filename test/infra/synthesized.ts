import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { addIntag, openApp } from "../../infra/assembly.ts";
import { resourcesIn } from "./template.ts";

/** The stack as it would be deployed with these settings, with empty code in place of the functions' bundles. */
export function synthesized(context: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "intag-stack-"));
  const code = join(folder, "code");
  mkdirSync(code);
  writeFileSync(join(code, "index.mjs"), "export const handler = () => {};\n");
  const { app, settings } = openApp({ context, outdir: join(folder, "cdk.out") });
  const stack = addIntag(app, settings, () => code);
  const template: Readonly<Record<string, unknown>> = Template.fromStack(stack).toJSON();
  return { app, settings, stack, template, all: resourcesIn(template) };
}
