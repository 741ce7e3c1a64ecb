import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { LocalOptions } from "../../infra/local/up.ts";
import { aHouse, type House } from "../house.ts";

/** A decision of an invented committee. */
export const decision = "KS 2026/123";
const rules = JSON.stringify([{ kind: "request", keptYears: 2, decision }]);

/** The night so many years and days after this one. */
export const yearsOn = (years: number, days = 0): string =>
  `${new Date(Date.now() + (years * 365.25 + days) * 86_400_000).toISOString().slice(0, 11)}03:30:00Z`;

/** The whole system of a city that has decided on disposal: the template as it is when the settings give a decision. */
export async function aDecidedHouse(options: Partial<LocalOptions> = {}): Promise<House> {
  const assembly = inject("assembly");
  const folder = mkdtempSync(join(tmpdir(), "intag-decided-"));
  const template = JSON.parse(readFileSync(join(assembly, "Intag.template.json"), "utf8"));
  for (const resource of Object.values<{ Type: string; Properties: { Environment: { Variables: object } } }>(
    template.Resources,
  ))
    if (resource.Type === "AWS::Lambda::Function")
      Object.assign(resource.Properties.Environment.Variables, { DISPOSAL_RULES: rules });
  writeFileSync(join(folder, "Intag.template.json"), JSON.stringify(template));
  copyFileSync(join(assembly, "Intag.assets.json"), join(folder, "Intag.assets.json"));
  const house = await aHouse({ template: join(folder, "Intag.template.json"), ...options });
  return {
    ...house,
    close: async () => {
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
