import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { browserPlace } from "./browser/browser-place.ts";
import { keepTemplate, unusedPermissions } from "./uses.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that the stack was synthesized into, with the functions' code, once for the whole run. */
    readonly assembly: string;
    /** A folder that is removed when the whole run has ended. */
    readonly scratch: string;
    /** Where each house notes the calls that its functions made. */
    readonly uses: string;
  }
}

/** Builds and synthesizes what would be deployed, once, for every test that runs it. */
export function setup(project: TestProject): () => Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "intag-tests-"));
  project.provide("scratch", scratch);
  const assembly = join(scratch, "assembly");
  execFileSync(process.execPath, [fileURLToPath(new URL("../infra/app.ts", import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: assembly,
      CDK_CONTEXT_JSON: JSON.stringify({ stage: "local", city: "stockholm", siteUrl: "http://127.0.0.1:0" }),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  project.provide("assembly", assembly);
  process.env[browserPlace] = join(scratch, "browser");
  const given = process.env.INTAG_USES;
  const uses = given ?? mkdtempSync(join(tmpdir(), "intag-uses-"));
  keepTemplate(uses, join(assembly, "Intag.template.json"));
  project.provide("uses", uses);
  return async () => {
    // Only the whole of the tests uses the whole of what the roles may do.
    const ran = project.vitest.state.getFiles();
    const isWhole = ran.length === (await project.vitest.globTestSpecifications()).length && ran.every(isPassed);
    const unused = isWhole ? unusedPermissions(uses) : [];
    if (unused.length > 0) console.error(`Permissions that no test uses:\n${unused.join("\n")}`);
    rmSync(scratch, { recursive: true, force: true });
    if (given === undefined) rmSync(uses, { recursive: true, force: true });
  };
}

const isPassed = ({ result }: { readonly result?: { readonly state: string } }): boolean => result?.state === "pass";
