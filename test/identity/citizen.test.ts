import { describe, expect, it } from "vitest";
import { isOwnRequest, stillIdentified } from "../../shared/domain/identified.ts";
import { instantFromEpoch } from "../../shared/domain/instant.ts";
import { citizenOf } from "../../shared/identity/citizen.ts";
import { clientSecretFor } from "../../shared/identity/vault.ts";

const at = instantFromEpoch(Date.parse("2026-11-22T12:00:00Z"));
const minutesLater = (minutes: number) => instantFromEpoch(Date.parse(at) + minutes * 60_000);
const loa3 = "http://id.elegnamnden.se/loa/1.0/loa3";
const pin = "https://id.oidc.se/claim/personalIdentityNumber";
const coordination = "https://id.oidc.se/claim/coordinationNumber";
const level = "https://id.oidc.se/claim/coordinationNumberLevel";
const said = { acr: loa3, [pin]: "199001012385", given_name: "Exempel", family_name: "Exempelsson" };
const who = { number: "199001012385", givenName: "Exempel", familyName: "Exempelsson", at };

describe("What an e-legitimation says", () => {
  it("is a number and a name", () => {
    expect(citizenOf(said, at)).toEqual({ ok: true, value: who });
  });

  it.each([
    ["a level too low", { ...said, acr: "http://id.elegnamnden.se/loa/1.0/loa2" }, "level"],
    ["no level", { ...said, acr: undefined }, "level"],
    ["a level of another kind", { ...said, acr: [loa3] }, "level"],
    ["no number", { ...said, [pin]: undefined }, "no-number"],
    ["a number that does not hold", { ...said, [pin]: "199001012386" }, "no-number"],
    ["a number in another writing", { ...said, [pin]: "19900101-2385" }, "no-number"],
    ["a number with more before it", { ...said, [pin]: "x199001012385" }, "no-number"],
    ["a number with blanks around it", { ...said, [pin]: " 199001012385 " }, "no-number"],
    ["a number with more after it", { ...said, [pin]: "1990010123850" }, "no-number"],
    ["a number that is no text", { ...said, [pin]: 199001012385 }, "no-number"],
    ["a samordningsnummer of no level", { ...said, [pin]: undefined, [coordination]: "191500722390" }, "number-level"],
    [
      "a samordningsnummer that is probable",
      { ...said, [pin]: undefined, [coordination]: "191500722390", [level]: "probable" },
      "number-level",
    ],
    ["a samordningsnummer said to be a personnummer", { ...said, [pin]: "191500722390" }, "number-level"],
  ])("is not enough with %s", (_, claims, code) => {
    expect(citizenOf(claims, at)).toEqual({ ok: false, error: code });
  });

  it("is enough at the level above as well", () => {
    expect(citizenOf({ ...said, acr: "http://id.elegnamnden.se/loa/1.0/loa4" }, at)).toEqual({ ok: true, value: who });
  });

  it("has a name without blanks around it, or none where it is no name", () => {
    const named = (given_name: unknown) => citizenOf({ ...said, given_name }, at);
    expect(named(" Exempel ")).toEqual({ ok: true, value: who });
    for (const odd of [undefined, 7, "x".repeat(101)])
      expect(named(odd)).toEqual({ ok: true, value: { ...who, givenName: "" } });
  });

  it("is enough with a samordningsnummer whose holder has proved who they are", () => {
    const claims = { ...said, [pin]: undefined, [coordination]: "191500722390", [level]: "confirmed" };
    expect(citizenOf(claims, at)).toMatchObject({ ok: true, value: { number: "191500722390" } });
  });

  it("holds for an hour, and not before it was said", () => {
    expect(stillIdentified(who, minutesLater(60))).toEqual(who);
    expect(stillIdentified(who, minutesLater(61))).toBeUndefined();
    expect(stillIdentified(who, minutesLater(-1))).toBeUndefined();
  });

  it.each([
    [{ onBehalfOf: "self", person: { personalIdentityNumber: "199001012385" } }, true],
    [{ onBehalfOf: "self", person: { personalIdentityNumber: "202002292387" } }, false],
    [{ onBehalfOf: "self", person: { birthDate: "1990-01-01" } }, false],
    [{ onBehalfOf: "child", person: { personalIdentityNumber: "199001012385" } }, false],
    [{ onBehalfOf: "represented", person: { personalIdentityNumber: "199001012385" } }, false],
    [null, false],
  ])("makes %j one's own request: %s", (answers, own) => {
    expect(isOwnRequest(answers, who)).toBe(own);
  });
});

describe("The client secrets", () => {
  it("lie together, or are one", () => {
    const both = JSON.stringify({ staff: "one", citizens: "other" });
    expect([clientSecretFor("staff", both), clientSecretFor("citizens", both)]).toEqual(["one", "other"]);
    expect([clientSecretFor("staff", "same"), clientSecretFor("citizens", "same")]).toEqual(["same", "same"]);
    for (const wrong of [
      { staff: "one" },
      { staff: "", citizens: "other" },
      { staff: "one", citizens: "other", more: "x" },
    ])
      expect(() => clientSecretFor("staff", JSON.stringify(wrong))).toThrow();
  });
});
