import { describe, expect, test } from "vitest";
import { assessBreach } from "../../shared/domain/breach-assessment.ts";
import { explainAssessment } from "../../shared/domain/breach-explanation.ts";
import type { BreachFacts } from "../../shared/domain/breach-facts.ts";
import { codes, handedBack, reasons } from "./a-breach.ts";

describe("a disclosure to somebody known is no risk", () => {
  const contained = (parts: object) => [
    { code: "contained", recipient: "known", returned: true, persons: 99, ...parts },
  ];

  test.each<[string, BreachFacts, object]>([
    ["of fewer than a hundred, when it was given back", {}, {}],
    [
      "of fewer than a thousand, when it was somebody bound by secrecy",
      { recipient: "trusted", personsAbout: 999 },
      { recipient: "trusted", persons: 999 },
    ],
    [
      "of what harms once known, or of children, when whoever is bound by secrecy gave it back",
      { recipient: "trusted", dataKinds: ["crime"], personGroups: ["children"] },
      { recipient: "trusted" },
    ],
    [
      "of names alone, though they were not given back",
      { dataKinds: ["name-contact", "other"], returnedOrDeleted: false },
      { returned: false },
    ],
    [
      "of children's names alone, since they say little",
      { dataKinds: ["name-contact"], personGroups: ["children"], returnedOrDeleted: null },
      { returned: false },
    ],
  ])("%s", (_, changes, parts) => {
    expect(reasons(changes)).toEqual(contained(parts));
    expect(assessBreach({ ...handedBack, ...changes }).risk).toBe("unlikely-risk");
  });

  test.each<[string, BreachFacts]>([
    ["of a hundred", { personsAbout: 100 }],
    ["of nobody knows how many", { personsAbout: null }],
    ["of a thousand, also to somebody bound by secrecy", { recipient: "trusted", personsAbout: 1000 }],
    ["of what was not given back by somebody bound by secrecy", { recipient: "trusted", returnedOrDeleted: false }],
    ["of what harms once known", { dataKinds: ["crime"] }],
    ["of children", { personGroups: ["children"] }],
    [
      "of protected identity, also to somebody bound by secrecy",
      { recipient: "trusted", dataKinds: ["protected-identity"] },
    ],
    ["that goes on", { stopped: "no" }],
    ["of nobody knows what", { dataKinds: ["name-contact", "unknown"] }],
  ])("but a risk %s", (_, changes) => {
    const { recipient } = { ...handedBack, ...changes };
    expect(reasons(changes)).toEqual([{ code: "exposed", recipient }]);
    expect(assessBreach({ ...handedBack, ...changes }).risk).toBe("risk");
  });
});

describe("a disclosure is no risk when there is nothing to know", () => {
  test.each<[string, BreachFacts, string]>([
    ["because nobody got it", { recipient: "none" }, "nobody-got-it"],
    ["because nobody can read it", { recipient: "public", encrypted: true, keySafe: true }, "not-readable"],
    ["because nobody can be told from it", { recipient: "public", identifiability: "negligible" }, "not-identifiable"],
  ])("%s", (_, changes, code) => {
    expect(reasons(changes)).toEqual([{ code }]);
  });
});

describe("a disclosure is a high risk", () => {
  const kept = { ...handedBack, returnedOrDeleted: false } as const satisfies BreachFacts;
  const many = { code: "large-scale", persons: 1000 };
  const health = { code: "sensitive-data", kinds: ["health"] };

  test.each<[string, BreachFacts, readonly object[]]>([
    ["of sensitive data in anybody's hands", { recipient: "public" }, [health]],
    [
      "of sensitive data in unknown hands, though somebody says they gave them back",
      { recipient: "unknown", returnedOrDeleted: true },
      [health],
    ],
    ["of sensitive data of a hundred", { personsAbout: 100 }, [health]],
    ["of sensitive data of children", { personGroups: ["clients", "children"] }, [health]],
    [
      "of sensitive data taken on purpose by somebody known, though given back",
      { malicious: true, returnedOrDeleted: true },
      [health],
    ],
    [
      "of protected identity",
      { dataKinds: ["protected-identity"], recipient: "trusted" },
      [{ code: "protected-identity" }],
    ],
    [
      "of protected identity, though somebody known gave it back",
      { dataKinds: ["protected-identity"], returnedOrDeleted: true },
      [{ code: "protected-identity" }],
    ],
    [
      "of where children are, in unknown hands",
      { dataKinds: ["location"], personGroups: ["children"], recipient: "unknown" },
      [{ code: "vulnerable-persons", groups: ["children"] }],
    ],
    [
      "of what lets somebody act as the person",
      { dataKinds: ["finance", "login"], recipient: "unknown" },
      [{ code: "impostor-data", kinds: ["finance", "login"] }],
    ],
    [
      "of a thousand, in anybody's hands, whatever it says of them",
      { dataKinds: ["name-contact"], personsAbout: 1000, recipient: "public" },
      [many],
    ],
    ["of more than names of a thousand, to somebody known", { dataKinds: ["finance"], personsAbout: 1000 }, [many]],
    [
      "of more than names of a thousand, to nobody knows whom",
      { dataKinds: ["finance"], personsAbout: 1000, recipient: null },
      [many],
    ],
    [
      "taken on purpose by somebody unknown",
      { dataKinds: ["name-contact"], recipient: "unknown", malicious: true },
      [{ code: "attacker-has-it" }],
    ],
    [
      "of what was encrypted with a key that is not safe",
      { recipient: "unknown", encrypted: true, keySafe: false },
      [health],
    ],
  ])("%s", (_, changes, because) => {
    expect(reasons(changes, kept)).toEqual(because);
    expect(assessBreach({ ...kept, ...changes }).risk).toBe("high-risk");
  });

  test.each<[string, BreachFacts]>([
    ["of sensitive data of a few to somebody known who keeps them", {}],
    ["of sensitive data of many to somebody bound by secrecy", { recipient: "trusted", personsAbout: 100 }],
    ["of names of a hundred to somebody known", { dataKinds: ["name-contact"], personsAbout: 100 }],
    ["of a hundred, to somebody known who gave it back", { personsAbout: 100, returnedOrDeleted: true }],
    [
      "of children's names, in unknown hands",
      { dataKinds: ["name-contact"], personGroups: ["children"], recipient: "unknown" },
    ],
    [
      "of nobody knows what about children, in unknown hands",
      { dataKinds: ["unknown"], personGroups: ["children"], recipient: "unknown" },
    ],
    ["of where children are, to somebody known", { dataKinds: ["location"], personGroups: ["children"] }],
    ["of one thing an impostor needs", { dataKinds: ["finance"], recipient: "unknown" }],
    ["of all an impostor needs, to somebody known", { dataKinds: ["finance", "login"] }],
    [
      "of 999 persons' names, in unknown hands",
      { dataKinds: ["name-contact"], personsAbout: 999, recipient: "unknown" },
    ],
    ["of a thousand persons' names, to somebody known", { dataKinds: ["name-contact"], personsAbout: 1000 }],
    ["of nobody knows what of a thousand, to somebody known", { dataKinds: ["unknown"], personsAbout: 1000 }],
    [
      "of a thousand to somebody bound by secrecy",
      { dataKinds: ["finance"], personsAbout: 1000, recipient: "trusted" },
    ],
    ["on purpose, to somebody known", { dataKinds: ["name-contact"], malicious: true }],
    [
      "of what was encrypted, while nobody knows where the key is",
      { recipient: "unknown", encrypted: true, keySafe: null },
    ],
    [
      "of protected identity, when somebody bound by secrecy gave it back",
      { dataKinds: ["protected-identity"], recipient: "trusted", returnedOrDeleted: true },
    ],
  ])("but a risk %s", (_, changes) => {
    const { recipient } = { ...kept, ...changes };
    expect(reasons(changes, kept)).toEqual([{ code: "exposed", recipient }]);
  });
});

describe("what happened says who has the data, where nobody has told", () => {
  const untold = { ...handedBack, recipient: null, returnedOrDeleted: null, malicious: null, personsAbout: 1 } as const;

  test("anybody, of what was published", () => {
    expect(codes({ whatHappened: "published-by-mistake" }, untold)).toEqual(["sensitive-data"]);
  });

  test.each(["device-lost-or-stolen", "paper-lost-or-stolen", "paper-disposal"] as const)(
    "somebody unknown, of %s",
    (whatHappened) => {
      expect(codes({ whatHappened }, untold)).toEqual(["sensitive-data"]);
    },
  );

  test.each(["malware-or-hacking", "phishing", "exploited-vulnerability", "exfiltration"] as const)(
    "an attacker, of %s, until the attack is said to be none",
    (whatHappened) => {
      expect(codes({ whatHappened }, untold)).toEqual(["attacker-has-it", "sensitive-data"]);
      expect(codes({ whatHappened, malicious: false }, untold)).toEqual(["sensitive-data"]);
      expect(codes({ whatHappened, malicious: false, cause: "hostile-attack" }, untold)).toEqual([
        "attacker-has-it",
        "sensitive-data",
      ]);
    },
  );

  test("somebody known, of an access that was misused: grave only on purpose, or when many or weak are concerned", () => {
    const misused = { whatHappened: "misuse-of-access" } as const;
    expect(reasons(misused, untold)).toEqual([{ code: "exposed", recipient: null }]);
    expect(codes({ ...misused, malicious: true }, untold)).toEqual(["sensitive-data"]);
    expect(codes({ ...misused, personsAbout: 100 }, untold)).toEqual(["sensitive-data"]);
  });

  test("whoever broke secrecy on purpose, of anything else", () => {
    const broken = { whatHappened: "unauthorised-access", malicious: true } as const;
    expect(codes(broken, untold)).toEqual(["attacker-has-it", "sensitive-data"]);
    expect(codes({ ...broken, malicious: false }, untold)).toEqual(["exposed"]);
    expect(codes({ ...broken, effect: [] }, untold)).toEqual(["exposed"]);
    expect(codes({ whatHappened: "sent-by-mistake" }, untold)).toEqual(["exposed"]);
  });

  test("and ransomware is an attack, though nothing says that anybody took the data", () => {
    const locked = {
      whatHappened: "ransomware",
      effect: ["availability"],
      backup: true,
      restoredWithinDays: 0,
    } as const;
    expect(reasons(locked, untold)).toEqual([{ code: "back-in-time", days: 0 }]);
    expect(codes({ ...locked, effect: ["confidentiality"] }, untold)).toEqual(["attacker-has-it", "sensitive-data"]);
  });
});

test("the sentences say who got the data, what became of them, and how long they were gone", () => {
  const first = (changes: BreachFacts, facts: BreachFacts = handedBack) =>
    explainAssessment(assessBreach({ ...facts, ...changes }), "sv")[0];
  expect(first({})).toBe(
    "Uppgifterna gäller få personer (omkring 99), de har kommit till någon vi vet vem det är, och de är återlämnade eller raderade.",
  );
  expect(first({ recipient: "trusted", dataKinds: ["other"], returnedOrDeleted: false })).toBe(
    "Uppgifterna gäller få personer (omkring 99), de har kommit till någon som har tystnadsplikt, och de säger lite om personerna.",
  );
  expect(first({ personsAbout: null })).toBe("Uppgifterna har kommit till någon som inte skulle ha dem.");
  expect(first({ personsAbout: null, dataKinds: ["other"], recipient: null })).toBe(
    "Obehöriga kan ha fått uppgifterna.",
  );
  expect(first({ recipient: "public", dataKinds: ["crime", "health"] })).toBe(
    "Obehöriga kan ha fått känsliga eller särskilt skyddsvärda uppgifter: hälsa, brott.",
  );
  expect(first({ recipient: "none" })).toBe("Ingen obehörig har fått uppgifterna.");
  expect(first({ recipient: "public", encrypted: true, keySafe: true })).toContain("krypterade och nyckeln är säker");
  expect(first({ recipient: "unknown", malicious: true })).toContain("med avsikt");
  expect(first({ recipient: "unknown", dataKinds: ["login", "finance"] })).toBe(
    "Uppgifterna räcker för att utge sig för någon annan: ekonomi, inloggning.",
  );
  expect(first({ recipient: "public", dataKinds: ["other"], personsAbout: 1000 })).toBe(
    "Många personer berörs: omkring 1000.",
  );
  const gone = { effect: ["availability"], dataKinds: ["other"], personGroups: ["clients"] } as const;
  expect(first({ whatHappened: "paper-lost-or-stolen", backup: true }, gone)).toContain("Det finns en kopia");
  expect(first({ restoredWithinDays: 0 }, gone)).toBe("Allt fungerade igen samma dag.");
  expect(first({ restoredWithinDays: 1 }, gone)).toBe("Allt fungerade igen inom en dag.");
});
