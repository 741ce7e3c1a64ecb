import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { sections, withSections } from "../infra/readme/sections.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");

it("The README's generated parts are what the code says today (npm run readme)", () => {
  const template = JSON.parse(readFileSync(join(inject("assembly"), "Intag.template.json"), "utf8"));
  const proof = JSON.parse(readFileSync(join(root, "infra/trust/proof.json"), "utf8"));
  expect(withSections(readme, sections(template, proof))).toBe(readme);
});

it("The README says why each package that is deployed is there", () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) expect(readme).toContain(`\`${name}\``);
});
