import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CannotDeploy, contextOf } from "../../infra/deploy/settings-file.ts";
import { SettingsRefused, settingsFrom } from "../../infra/settings.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
/** The settings file that the README shows, with certificates as they look. */
const [, shown = ""] = /```json\n(\{\n {2}"stage"[\s\S]*?)```/.exec(readme) ?? [];
const example: Readonly<Record<string, string>> = JSON.parse(shown.replaceAll("…", "a"));

describe("A deployment", () => {
  it("takes the settings that the README shows, each of which exists", () => {
    expect(contextOf(JSON.stringify(example))).toEqual(example);
    expect(settingsFrom(example).domain?.name).toBe(example.domainName);
    console.log(`settings that a deployment is given ${Object.keys(example).length}`);
  });

  it.each(Object.keys(example).filter((key) => key !== "city"))(
    "without %s is refused in one sentence that says what it is",
    (key) => {
      const { [key]: _, ...rest } = example;
      const refusal = (() => {
        try {
          contextOf(JSON.stringify(rest));
        } catch (failure) {
          return failure;
        }
        return undefined;
      })();
      if (!(refusal instanceof CannotDeploy || refusal instanceof SettingsRefused))
        throw new Error(`${key} was not missed`);
      expect(refusal.message).toMatch(/^[A-Z][^\n]*\.$/);
      expect(refusal.message).toContain(key);
    },
  );

  it.each([
    ["is no JSON", "{", /must be JSON/],
    ["is a list", "[]", /must be a JSON object/],
    ["misspells a setting", JSON.stringify({ ...example, domainname: "x" }), /no setting "domainname"/],
    [
      "keeps an invented address",
      JSON.stringify({ ...example, mailFrom: "no-reply@intag.example" }),
      /"mailFrom" is still the invented/,
    ],
    ["calls it local", JSON.stringify({ ...example, stage: "local" }), /this machine/],
  ])("is refused when its file %s", (_, text, why) => {
    expect(() => contextOf(text)).toThrow(why);
  });

  it("lets rules and mappings stand in the file as what they are", () => {
    const disposalRules = [{ kind: "request", keptYears: 2, decision: "KS 2026/123" }];
    expect(contextOf(JSON.stringify({ ...example, disposalRules })).disposalRules).toBe(JSON.stringify(disposalRules));
  });

  it("says how to ask for it, and touches nothing, when it is not told with what", () => {
    const script = fileURLToPath(new URL("../../infra/deploy.ts", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    expect([status, stderr]).toEqual([1, "Write it like this: npm run deploy -- prod.json [--dry-run]\n"]);
  });
});
