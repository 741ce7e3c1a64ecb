import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openApp } from "../../infra/assembly.ts";
import { SettingsRefused, settingsFrom } from "../../infra/settings.ts";
import { at } from "../../infra/template-json.ts";
import { plainMapping } from "../../shared/domain/who.ts";
import { synthesized } from "./synthesized.ts";

describe("Settings", () => {
  it("are complete without any being given", () => {
    expect(settingsFrom({})).toEqual({
      stage: "dev",
      city: "stockholm",
      siteUrl: undefined,
      mailFrom: "no-reply@intag.example",
      mailDpo: undefined,
      mailSecurity: undefined,
      mailUnits: undefined,
      alarmEmail: undefined,
      domain: undefined,
      oidcIssuer: "https://id.intag.example",
      oidcClientId: "intag",
      oidcAudience: "https://intag.example/api",
      citizenOidcIssuer: "https://eid.intag.example",
      citizenOidcClientId: "intag",
      claimMapping: JSON.stringify(plainMapping),
    });
  });

  it("send staff's letters to nobody that the city has not named, except on a developer's machine", () => {
    const { mailDpo, mailSecurity, mailUnits } = settingsFrom({ stage: "local" });
    expect([mailDpo, mailSecurity, mailUnits]).toEqual([
      "dpo@intag.example",
      "security@intag.example",
      "{unit}@intag.example",
    ]);
    expect(settingsFrom({ mailUnits: "dataskydd.{unit}@stad.example" }).mailUnits).toBe(
      "dataskydd.{unit}@stad.example",
    );
    expect(() => settingsFrom({ mailUnits: "dataskydd@stad.example" })).toThrow(SettingsRefused);
  });

  it("leave the CDK's own switches alone", () => {
    expect(
      settingsFrom({ "aws:cdk:enable-path-metadata": true, "@aws-cdk/core:flag": [1], "cli-telemetry": false }),
    ).toEqual(settingsFrom({}));
  });

  it.each([
    ["an unknown name", { sitUrl: "https://dataskydd.example" }, /There is no setting "sitUrl"/],
    ["something other than text", { stage: 1 }, /"stage" must be text/],
    ["a stage that cannot be part of a name", { stage: "Prod!" }, /"stage" must be/],
    ["a city whose data is not here", { city: "atlantis" }, /"city" must be one of stockholm/],
    ["an address in plain http", { siteUrl: "http://dataskydd.example" }, /"siteUrl" must be an https origin/],
    ["an address with a path", { siteUrl: "https://dataskydd.example/sv" }, /"siteUrl" must be/],
    [
      "a sender that is no address",
      { mailFrom: "Staden <no-reply@stad.example>" },
      /"mailFrom" must be an e-mail address/,
    ],
    ["a sign-in in plain http", { oidcIssuer: "http://id.stad.example" }, /"oidcIssuer" must be the provider's https/],
    ["a client of two lines", { oidcClientId: "in\ntag" }, /"oidcClientId" must be 1–200 visible/],
    ["claims that mean no role", { claimMapping: '{"roles":{}}' }, /"claimMapping" must be JSON that maps/],
    ["claims that are no JSON", { claimMapping: "roles" }, /"claimMapping" must be JSON that maps/],
    ["a domain without certificates", { domainName: "dataskydd.example" }, /needs domainName, certificateArn and/],
    [
      "a certificate where CloudFront does not look",
      { certificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/a" },
      /"certificateArn" must be a certificate's ARN in us-east-1/,
    ],
  ])("with %s are refused in one sentence", (_, context, sentence) => {
    expect(() => settingsFrom(context)).toThrow(SettingsRefused);
    expect(() => settingsFrom(context)).toThrow(sentence);
    expect(() => settingsFrom(context)).toThrow(/^[^\n]*\.$/);
  });

  it.each([
    [
      "an unknown name",
      JSON.stringify({ sitUrl: "https://dataskydd.example" }),
      /^There is no setting "sitUrl"[^\n]*\.\n$/,
    ],
    ["no JSON at all", "stage=dev", /^The context in CDK_CONTEXT_JSON must be a JSON object\.\n$/],
  ])("with %s stop the synthesis with that sentence alone, and nothing built", (_, context, sentence) => {
    const outdir = mkdtempSync(join(tmpdir(), "intag-refused-"));
    const app = fileURLToPath(new URL("../../infra/app.ts", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [app], {
      encoding: "utf8",
      env: { ...process.env, CDK_CONTEXT_JSON: context, CDK_OUTDIR: outdir },
    });
    expect([status, stdout, readdirSync(outdir)]).toEqual([1, "", []]);
    expect(stderr).toMatch(sentence);
  });

  it("reach the app as context", () => {
    expect(openApp({ context: { siteUrl: "http://127.0.0.1:3000" } }).settings.siteUrl).toBe("http://127.0.0.1:3000");
  });

  it.each([
    ["the address given", { siteUrl: "https://dataskydd.example" }, "https://dataskydd.example"],
    [
      "else the distribution's",
      {},
      { "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["EdgeDistribution", "DomainName"] }]] },
    ],
  ])("make links in mail lead to %s", (_, context, address) => {
    const outbox = synthesized(context)
      .all("AWS::Lambda::Function")
      .find(({ of }) => of("Environment", "Variables", "INTAG_ROLE") === "outbox");
    expect(at(outbox?.of("Environment", "Variables"), "SITE_URL")).toEqual(address);
  });
});
