import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sections, withSections } from "./sections.ts";

/** `npm run readme`: writes the generated parts of the README anew, from the stack as it is synthesized now. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const assembly = mkdtempSync(join(tmpdir(), "intag-readme-"));
try {
  execFileSync(process.execPath, [join(root, "infra/app.ts")], {
    // With every way to people that a city may have, as on a developer's machine.
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: JSON.stringify({ stage: "local" }) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const template = JSON.parse(readFileSync(join(assembly, "Intag.template.json"), "utf8"));
  const proof = JSON.parse(readFileSync(join(root, "infra/trust/proof.json"), "utf8"));
  const readme = join(root, "README.md");
  writeFileSync(readme, withSections(readFileSync(readme, "utf8"), sections(template, proof)));
} finally {
  rmSync(assembly, { recursive: true, force: true });
}
