import { describe, expect, it } from "vitest";
import { type ClaimMapping, claimMapping, plainMapping, whoFrom } from "../../shared/domain/who.ts";

const mapping: ClaimMapping = {
  name: "displayName",
  roles: { claim: "groups", values: { "gdpr-samordnare": "coordinator", "gdpr-ombud": "dpo" } },
  units: { claim: "org", values: { "1001": "sthlm-sdn-farsta", "1002": "sthlm-sdn-bromma" } },
  protected: { claim: "clearance", values: ["sekretess"] },
};

describe("Who somebody is", () => {
  it("is what the mapping makes of the provider's claims", () => {
    const claims = {
      sub: "a-1",
      displayName: "Exempel Exempelsson",
      groups: ["gdpr-samordnare"],
      org: "1001",
      clearance: "sekretess",
    };
    expect(whoFrom(claims, mapping)).toEqual({
      sub: "a-1",
      name: "Exempel Exempelsson",
      roles: ["coordinator"],
      units: ["sthlm-sdn-farsta"],
      mayProtected: true,
    });
  });

  it("has no role by a value that nobody has given a meaning", () => {
    for (const groups of [
      "dpo",
      ["DPO"],
      ["gdpr-ombud "],
      "__proto__",
      ["constructor"],
      [{ role: "dpo" }],
      { dpo: true },
      1,
      null,
    ])
      expect(whoFrom({ sub: "a-1", groups }, mapping)?.roles).toEqual([]);
  });

  it("has no unit where none is said, or one that is unknown", () => {
    for (const org of [undefined, "", "1003", [], ["sthlm-sdn-farsta"], "toString"])
      expect(whoFrom({ sub: "a-1", groups: "gdpr-ombud", org }, mapping)?.units).toEqual([]);
  });

  it("is not cleared for protected identities by anything but the word for it", () => {
    for (const clearance of [undefined, false, true, "true", "SEKRETESS", ["annat"]])
      expect(whoFrom({ sub: "a-1", clearance }, mapping)?.mayProtected).toBe(false);
    expect(whoFrom({ sub: "a-1", protected: true }, plainMapping)?.mayProtected).toBe(true);
    expect(whoFrom({ sub: "a-1", protected: false }, plainMapping)?.mayProtected).toBe(false);
  });

  it("has a name of at most a hundred letters, or none, and at most two hundred units, each once", () => {
    expect(whoFrom({ sub: "s".repeat(255), displayName: "Å".repeat(150) }, mapping)).toMatchObject({
      sub: "s".repeat(255),
      name: "Å".repeat(100),
    });
    const { name: _, ...nameless } = mapping;
    const plain = whoFrom({ sub: "a-1", displayName: "A", org: ["1001", "1001", "1002"] }, nameless);
    expect(Object.keys(plain ?? {})).not.toContain("name");
    expect(plain?.units).toEqual(["sthlm-sdn-farsta", "sthlm-sdn-bromma"]);
    const units = Array.from({ length: 250 }, (_each, at) => `unit-${at}`);
    expect(whoFrom({ sub: "a-1", units: [...units, ...units] }, plainMapping)?.units).toEqual(units.slice(0, 200));
    expect(whoFrom({ sub: "a-1", units: ["a", 7, { b: 1 }, null, "c"] }, plainMapping)?.units).toEqual(["a", "c"]);
  });

  it("has the roles of our own words where the provider uses them", () => {
    const all = ["employee", "manager", "coordinator", "dpo", "security", "central"];
    expect(whoFrom({ sub: "a-1", roles: all }, plainMapping)?.roles).toEqual(all);
  });

  it("is told by the subject alone: an address or a name is nobody", () => {
    for (const sub of [undefined, "", 1, ["a-1"], null, "s".repeat(256)])
      expect(
        whoFrom({ sub, email: "a@stad.example", displayName: "A", groups: "gdpr-ombud" }, mapping),
      ).toBeUndefined();
    const one = whoFrom({ sub: "a-1", email: "a@stad.example" }, mapping);
    const other = whoFrom({ sub: "a-2", email: "a@stad.example" }, mapping);
    expect(one?.sub).not.toBe(other?.sub);
  });

  it("takes nothing from what claims inherit", () => {
    const claims: Record<string, unknown> = Object.create({ groups: "gdpr-ombud", org: "1001" });
    claims.sub = "a-1";
    expect(whoFrom(claims, mapping)).toMatchObject({ roles: [], units: [] });
  });
});

describe("A mapping of claims", () => {
  it("is read whole", () => {
    expect(claimMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    expect(claimMapping(JSON.parse(JSON.stringify(plainMapping)))).toEqual(plainMapping);
    const { name: _, ...nameless } = plainMapping;
    expect(Object.keys(claimMapping(nameless) ?? {})).not.toContain("name");
    expect(Object.keys(claimMapping(plainMapping)?.units ?? {})).toEqual(["claim"]);
  });

  it.each([
    ["nothing", null],
    ["a list", []],
    ["no roles", { ...mapping, roles: undefined }],
    ["a name that is no text", { ...mapping, name: 7 }],
    ["roles by no claim", { ...mapping, roles: { values: {} } }],
    [
      "one role that there is and one that there is not",
      { ...mapping, roles: { claim: "g", values: { x: "dpo", y: "admin" } } },
    ],
    ["no units", { ...mapping, units: undefined }],
    ["units by no claim", { ...mapping, units: { values: {} } }],
    ["one unit that is a text and one that is not", { ...mapping, units: { claim: "org", values: { x: "a", y: 1 } } }],
    ["no clearance", { ...mapping, protected: undefined }],
    ["a clearance by no claim", { ...mapping, protected: { values: ["x"] } }],
    ["a clearance with a word too many", { ...mapping, protected: { claim: "c", values: ["x"], more: 1 } }],
    ["a clearance of which one is no text", { ...mapping, protected: { claim: "c", values: ["x", 1] } }],
    ["a clearance of which none is a text", { ...mapping, protected: { claim: "c", values: [1] } }],
    ["a clearance by one text", { ...mapping, protected: { claim: "c", values: "x" } }],
    ["a role that there is not", { ...mapping, roles: { claim: "groups", values: { x: "admin" } } }],
    ["a unit that is no text", { ...mapping, units: { claim: "org", values: { x: 1 } } }],
    ["a clearance by nothing", { ...mapping, protected: { claim: "clearance" } }],
    ["a word too many", { ...mapping, admins: ["a-1"] }],
    ["a misspelt word", { ...mapping, units: { claim: "org", value: {} } }],
  ])("with %s is refused", (_, value) => {
    expect(claimMapping(value)).toBeUndefined();
  });
});
