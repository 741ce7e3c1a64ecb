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
  });

  it.each([
    ["nothing", null],
    ["a list", []],
    ["no roles", { ...mapping, roles: undefined }],
    ["a role that there is not", { ...mapping, roles: { claim: "groups", values: { x: "admin" } } }],
    ["a unit that is no text", { ...mapping, units: { claim: "org", values: { x: 1 } } }],
    ["a clearance by nothing", { ...mapping, protected: { claim: "clearance" } }],
    ["a word too many", { ...mapping, admins: ["a-1"] }],
    ["a misspelt word", { ...mapping, units: { claim: "org", value: {} } }],
  ])("with %s is refused", (_, value) => {
    expect(claimMapping(value)).toBeUndefined();
  });
});
