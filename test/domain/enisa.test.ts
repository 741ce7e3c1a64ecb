import { describe, expect, test } from "vitest";
import type { BreachFacts } from "../../shared/domain/breach-facts.ts";
import { enisaOf, enisaScore } from "../../shared/domain/enisa.ts";
import { factsIn } from "./facts.ts";

const vectors = factsIn("enisa.csv").filter((row) => row.part === "test");

test("the facts hold six worked scores", () => {
  expect(vectors).toHaveLength(6);
});

describe("ENISA's score is context × ease of identification + circumstances", () => {
  test.each(vectors.map((row) => [row.value ?? "", row.meaning ?? ""] as const))("%s gives %s", (value, meaning) => {
    const [dpc = 0, ei = 0, cb = 0] = value.split(",").map(Number);
    const { score, band } = enisaScore({ dpc, ei, cb });
    expect(score).toBe(Number(meaning.split(" ")[0]));
    expect(band.replace("-", " ")).toBe(meaning.split(" ").slice(1).join(" "));
  });

  test.each<[string, BreachFacts]>([
    [
      "1,1,0.25",
      { effect: ["confidentiality"], dataKinds: ["name-contact"], identifiability: "maximum", recipient: "known" },
    ],
    ["2,1,0", { effect: ["confidentiality"], dataKinds: ["location"], identifiability: "maximum", recipient: "none" }],
    ["3,1,0", { effect: ["confidentiality"], dataKinds: ["name-contact", "finance"], recipient: "none" }],
    [
      "4,0.25,0.5",
      { effect: ["confidentiality"], dataKinds: ["health"], identifiability: "negligible", recipient: "public" },
    ],
    [
      "3,0.75,0.5",
      { effect: ["confidentiality"], dataKinds: ["finance"], identifiability: "significant", recipient: "unknown" },
    ],
    [
      "4,1,2",
      {
        effect: ["confidentiality", "integrity", "availability"],
        dataKinds: ["health"],
        recipient: "public",
        backup: false,
        malicious: true,
      },
    ],
    [
      "2,1,0.25",
      {
        effect: ["availability"],
        dataKinds: ["name-contact"],
        personGroups: ["children"],
        backup: true,
        restoredWithinDays: 3,
      },
    ],
    ["4,1,0.5", {}],
    ["4,1,0.5", { effect: [] }],
    ["4,1,0.5", { effect: ["confidentiality"], dataKinds: ["name-contact", "unknown"], recipient: "public" }],
    ["1,1,0.25", { effect: ["confidentiality"], dataKinds: ["name-contact"], recipient: "trusted" }],
    [
      "2,0.5,0",
      {
        effect: ["confidentiality"],
        dataKinds: ["image-sound"],
        identifiability: "limited",
        recipient: "public",
        encrypted: true,
        keySafe: true,
      },
    ],
    ["4,1,0.5", { effect: ["integrity"], dataKinds: ["login"], personGroups: ["clients", "pupils"], backup: false }],
    ["1,1,0", { effect: ["integrity", "availability"], dataKinds: ["other"], restoredWithinDays: 0 }],
    ["1,1,0.25", { effect: ["availability"], dataKinds: ["other"], restoredWithinDays: 5 }],
    ["1,1,0.25", { effect: ["integrity"], dataKinds: ["other"], backup: true }],
    ["1,1,1", { effect: ["integrity", "availability"], dataKinds: ["other"], recipient: "public" }],
  ])("%s from the facts of an incident", (parts, facts) => {
    const { dpc, ei, cb } = enisaOf(facts);
    expect([dpc, ei, cb].join(",")).toBe(parts);
  });
});
