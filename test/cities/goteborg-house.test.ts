import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { anIncident } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

const assembly = mkdtempSync(join(tmpdir(), "intag-goteborg-"));
let house: House;

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../infra/app.ts", import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: assembly,
      CDK_CONTEXT_JSON: JSON.stringify({ stage: "local", city: "goteborg", siteUrl: "http://127.0.0.1:0" }),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  house = await aHouse({ template: join(assembly, "Intag.template.json"), assembly });
});
afterAll(async () => {
  await house.close();
  rmSync(assembly, { recursive: true, force: true });
});

describe("the service for Göteborg", () => {
  it("speaks in the city's name and colours, and knows nothing of another city", async () => {
    for (const path of ["/", "/sv/personuppgifter", "/sv/tillganglighet"]) {
      const page = await (await fetch(`${house.url}${path}`)).text();
      expect(page).toContain("Göteborgs Stad");
      expect(page).toContain('data-city="goteborg"');
      expect(page).not.toMatch(/Stockholm/);
    }
    const units = await (await fetch(`${house.url}/api/v1/units?limit=100`)).text();
    expect(units).toContain("gbg-soc-hisingen");
    expect(units).not.toContain("sthlm-");
  });

  it("gives one request to each committee that has a part of what the district committee had", async () => {
    const sent = await post(
      house,
      "requests",
      aRequest({
        concerns: [
          { service: "soc-ekonomiskt-bistand", place: "Hammarkullen", from: "2018", to: "2019" },
          { service: "aldre-hemtjanst", place: "Hammarkullen", from: "2018", to: "2019" },
          { service: "forskola-kommunal", place: "Hammarkullen", from: "2022", to: "2023" },
        ],
      }),
      "a-request-in-goteborg",
    );
    expect(sent.status).toBe(201);
    const { recipients, triage } = await sent.json();
    expect(recipients.map(({ unit }: { unit: string }) => unit)).toEqual([
      "gbg-soc-nordost",
      "gbg-avo",
      "gbg-forskolenamnden",
    ]);
    expect(triage).toBeNull();
    await house.idle();
    const coordinator = await tokenFor(house, "coordinator", "gbg-avo");
    const { body } = await ask(house, coordinator, "GET cases");
    expect(body.items.map(({ unit }: { unit: string }) => unit)).toEqual(["gbg-avo"]);
  });

  it("takes a breach in a unit of the city", async () => {
    const employee = await tokenFor(house, "employee", "gbg-intraservice");
    const times = { detectedAt: "2022-06-07T08:00:00Z", awareAt: "2022-06-07T09:00:00Z" };
    const told = await ask(house, employee, "POST incidents", anIncident(times));
    expect([told.status, told.body.unit]).toEqual([201, "gbg-intraservice"]);
  });
});
