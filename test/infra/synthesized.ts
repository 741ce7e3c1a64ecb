import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { addIntag, openApp } from "../../infra/assembly.ts";
import { at, isJson, listed } from "../../infra/template-json.ts";

/** The stack as it would be deployed, with empty code in place of the functions' bundles. */
export function synthesized(context: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "intag-stack-"));
  const code = join(folder, "code");
  mkdirSync(code);
  writeFileSync(join(code, "index.mjs"), "export const handler = () => {};\n");
  const { app, settings } = openApp({ context, outdir: join(folder, "cdk.out") });
  const stack = addIntag(app, settings, () => code);
  const template: Readonly<Record<string, unknown>> = Template.fromStack(stack).toJSON();
  const resources = Object.entries(at(template, "Resources") ?? {});
  /** Name in the template and properties, for every resource of a type. */
  const all = (type: string): readonly Resource[] =>
    resources.flatMap(([id, resource]) =>
      at(resource, "Type") === type ? [{ id, resource, of: (...path) => at(resource, "Properties", ...path) }] : [],
    );
  return { app, settings, stack, template, all };
}

export interface Resource {
  readonly id: string;
  readonly resource: unknown;
  /** A property by its path. */
  readonly of: (...path: readonly string[]) => unknown;
}

/** The names a resource, or any part of one, refers to or waits for. */
export function needs(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(needs);
  if (!isJson(part)) return [];
  return Object.entries(part).flatMap(([key, inner]) => {
    if (key === "Ref" || key === "DependsOn") return listed(inner).map(String);
    return key === "Fn::GetAtt" ? listed(inner).slice(0, 1).map(String) : needs(inner);
  });
}
