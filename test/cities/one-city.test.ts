import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { roleCode } from "../../infra/bundle/role-code.ts";
import { cityIds } from "../../shared/cities/city-ids.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A unit that only this city has. */
const unitOf: Readonly<Record<string, string>> = {
  stockholm: "Äldrenämnden",
  goteborg: "Grundskoleförvaltningen",
};

describe.each(cityIds)("what is deployed for %s", (city) => {
  it("holds that city's data and no other's", async () => {
    const { code } = await roleCode(root, "sign-in", city);
    const text = new TextDecoder().decode(code);
    for (const [id, unit] of Object.entries(unitOf))
      expect([id, text.includes(`"${unit}"`)]).toEqual([id, id === city]);
  });
});
