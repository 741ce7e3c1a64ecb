import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that the stack was synthesized into, with the functions' code, once for the whole run. */
    readonly assembly: string;
  }
}

/** Builds and synthesizes what would be deployed, once, for every test that runs it. */
export function setup(project: TestProject): () => void {
  const assembly = mkdtempSync(join(tmpdir(), "intag-assembly-"));
  execFileSync(process.execPath, [fileURLToPath(new URL("../infra/app.ts", import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: assembly,
      CDK_CONTEXT_JSON: JSON.stringify({ stage: "local", city: "stockholm", siteUrl: "http://127.0.0.1:0" }),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  project.provide("assembly", assembly);
  return () => rmSync(assembly, { recursive: true, force: true });
}
