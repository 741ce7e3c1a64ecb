import { describe, expect, test } from "vitest";
import { assessBreach } from "../../shared/domain/breach-assessment.ts";
import type { BreachFacts, FactName } from "../../shared/domain/breach-facts.ts";
import { codes, handedBack, reasons } from "./a-breach.ts";

describe("which harm is looked for", () => {
  const gone = {
    ...handedBack,
    recipient: "public",
    backup: true,
    restoredWithinDays: 0,
    effect: ["availability"],
  } as const satisfies BreachFacts;

  test.each([
    "exfiltration",
    "wrong-person-shown",
    "shown-to-wrong-recipient",
    "sent-by-mistake",
    "recipients-visible",
    "published-by-mistake",
    "oral-disclosure",
  ] as const)(
    "%s is a disclosure, whatever is ticked, and nothing is lost by it unless that is said",
    (whatHappened) => {
      expect(codes({ whatHappened }, gone)).toContain("sensitive-data");
      expect(codes({ whatHappened, effect: null, recipient: "none" }, gone)).toEqual(["nobody-got-it"]);
    },
  );

  test.each([
    "misuse-of-access",
    "malware-or-hacking",
    "phishing",
    "exploited-vulnerability",
    "unauthorised-access",
    "post-lost-or-misdelivered",
    "wrong-access-rights",
    "paper-disposal",
  ] as const)("by %s nothing is lost unless that is said", (whatHappened) => {
    expect(codes({ whatHappened, effect: [], recipient: "none" }, gone)).toEqual(["nobody-got-it"]);
    expect(codes({ whatHappened }, gone)).toEqual(["back-in-time"]);
  });

  test.each(["power-failure", "ransomware", "technical-fault", "deleted-or-destroyed", "other"] as const)(
    "by %s both may have happened until something is ticked",
    (whatHappened) => {
      expect(codes({ whatHappened, effect: null, recipient: "none" }, gone)).toEqual(["nobody-got-it", "back-in-time"]);
      expect(codes({ whatHappened }, gone)).toEqual(["back-in-time"]);
      expect(codes({ whatHappened, effect: ["integrity"] }, gone)).toEqual(["back-in-time"]);
    },
  );

  test("of two harms the greater decides, and it alone is named", () => {
    const both = { ...gone, effect: ["confidentiality", "integrity"], whatHappened: "technical-fault" } as const;
    expect(codes({ recipient: "none", restoredWithinDays: 5 }, both)).toEqual(["needed-and-gone"]);
    expect(codes({ recipient: "none", restoredWithinDays: 5, dataKinds: ["finance"] }, both)).toEqual(["gone-a-while"]);
    expect(codes({}, both)).toEqual(["sensitive-data"]);
  });
});

describe("data that were gone", () => {
  const gone = {
    effect: ["availability"],
    whatHappened: "technical-fault",
    cause: "technical-fault",
    personGroups: ["clients"],
    personsAbout: 5,
    dataKinds: ["finance"],
    backup: true,
    restoredWithinDays: 1,
    malicious: false,
  } as const satisfies BreachFacts;

  test.each<[string, BreachFacts, object]>([
    ["for a day are no risk", {}, { code: "back-in-time", days: 1 }],
    [
      "the same day are no risk, whoever they are about",
      { personGroups: ["patients"], restoredWithinDays: 0 },
      { code: "back-in-time", days: 0 },
    ],
    [
      "for a day, and of health but of no patients, are no risk",
      { dataKinds: ["health"] },
      { code: "back-in-time", days: 1 },
    ],
    [
      "for a day, of nobody knows whom, are no risk when it is known that no care hangs on them",
      { personGroups: ["unknown"] },
      { code: "back-in-time", days: 1 },
    ],
    ["for two days are a risk", { restoredWithinDays: 2 }, { code: "gone-a-while" }],
    ["for nobody knows how long are a risk", { restoredWithinDays: null }, { code: "gone-a-while" }],
    ["for good are a risk", { restoredWithinDays: null, backup: false }, { code: "gone-a-while" }],
    ["for a day are a risk for patients", { personGroups: ["patients"] }, { code: "gone-a-while" }],
    [
      "for a day are a risk when nobody knows whose health it is",
      { personGroups: null, dataKinds: ["health"] },
      { code: "gone-a-while" },
    ],
    [
      "for a day are a risk when nobody knows whose or which they are",
      { personGroups: [], dataKinds: null },
      { code: "gone-a-while" },
    ],
    [
      "for a day are a risk, of social services and of nobody knows whom",
      { personGroups: ["clients", "unknown"], dataKinds: ["social-services"] },
      { code: "gone-a-while" },
    ],
    [
      "for two days are a high risk for patients",
      { personGroups: ["patients"], restoredWithinDays: 2 },
      { code: "needed-and-gone" },
    ],
    [
      "for two days are a high risk, of health",
      { dataKinds: ["health"], restoredWithinDays: 2 },
      { code: "needed-and-gone" },
    ],
    [
      "for two days are a high risk, of social services",
      { dataKinds: ["social-services"], restoredWithinDays: 2 },
      { code: "needed-and-gone" },
    ],
    [
      "for good are a high risk, of health",
      { dataKinds: ["health"], restoredWithinDays: null, backup: false },
      { code: "needed-and-gone" },
    ],
    [
      "for a day are no high risk for patients, though there is no copy",
      { personGroups: ["patients"], backup: false },
      { code: "gone-a-while" },
    ],
    [
      "for nobody knows how long are no high risk while there may be a copy",
      { personGroups: ["patients"], restoredWithinDays: null, backup: null },
      { code: "gone-a-while" },
    ],
  ])("%s", (_, changes, because) => {
    expect(reasons(changes, gone)).toEqual([because]);
  });

  test.each(["device-lost-or-stolen", "paper-lost-or-stolen", "post-lost-or-misdelivered", "paper-disposal"] as const)(
    "with %s are no risk where there is a copy",
    (whatHappened) => {
      const lost = { whatHappened, restoredWithinDays: null } as const;
      expect(codes(lost, gone)).toEqual(["copy-exists"]);
      for (const backup of [false, null]) expect(codes({ ...lost, backup }, gone)).toEqual(["gone-a-while"]);
    },
  );
});

describe("what is not known is named", () => {
  const missing = (facts: BreachFacts) =>
    assessBreach(facts).because.flatMap((reason) => (reason.code === "missing" ? reason.facts : []));
  /** A risk of which everything is known: names of a hundred, to somebody known who keeps them, and gone for two days. */
  const told: BreachFacts = {
    ...handedBack,
    effect: ["confidentiality", "availability"],
    personsAbout: 100,
    backup: true,
    restoredWithinDays: 2,
  };

  test("where it could change the assessment, and nothing is where everything is known or there is no risk", () => {
    expect(missing(told)).toEqual([]);
    expect(assessBreach(told).because.map(({ code }) => code)).not.toContain("missing");
    expect(missing({ ...handedBack, personsAbout: 1, cause: null, malicious: null })).toEqual([]);
  });

  test.each<[string, BreachFacts, readonly FactName[]]>([
    ["what happened", { whatHappened: null }, ["whatHappened"]],
    ["what happened, to be determined", { whatHappened: "to-be-determined" }, ["whatHappened"]],
    ["what became of the data", { effect: [] }, ["effect"]],
    ["which data", { dataKinds: ["unknown"] }, ["dataKinds"]],
    ["whose data", { personGroups: [] }, ["personGroups"]],
    ["how many", { personsAbout: null }, ["personsAbout"]],
    [
      "who has them, and then whether they were encrypted",
      { recipient: null, encrypted: null },
      ["recipient", "encrypted"],
    ],
    ["whether somebody known gave them back", { returnedOrDeleted: null }, ["returnedOrDeleted"]],
    [
      "whether somebody bound by secrecy gave them back",
      { recipient: "trusted", returnedOrDeleted: null },
      ["returnedOrDeleted"],
    ],
    ["not whether somebody unknown gave them back", { recipient: "unknown", returnedOrDeleted: null }, []],
    ["whether they were encrypted, of somebody unknown", { recipient: "unknown", encrypted: null }, ["encrypted"]],
    ["not whether they were encrypted, of somebody known", { encrypted: null }, []],
    ["where the key is, of what was encrypted", { encrypted: true, keySafe: null }, ["keySafe"]],
    ["whether there is a copy", { backup: null }, ["backup"]],
    ["when it worked again", { restoredWithinDays: null }, ["restoredWithinDays"]],
    [
      "not a copy or when it worked again, where nothing was gone",
      { effect: ["confidentiality"], backup: null, restoredWithinDays: null },
      [],
    ],
    ["a copy, of what may be wrong", { effect: ["integrity"], backup: null, restoredWithinDays: 2 }, ["backup"]],
    [
      "nothing of who has them, where nobody may have seen them",
      {
        effect: ["availability"],
        whatHappened: "power-failure",
        recipient: null,
        returnedOrDeleted: null,
        encrypted: null,
      },
      [],
    ],
    ["who has them, where what happened is a disclosure", { effect: ["availability"], recipient: null }, ["recipient"]],
    ["whether it was on purpose", { malicious: null, cause: "unknown" }, ["malicious"]],
    ["whether it was on purpose, of no cause", { malicious: null, cause: null }, ["malicious"]],
    ["not whether it was on purpose, where the cause is known", { malicious: null }, []],
    ["not whether an attack was on purpose", { malicious: null, cause: "unknown", whatHappened: "phishing" }, []],
  ])("%s", (_, changes, facts) => {
    expect(missing({ ...told, ...changes })).toEqual(facts);
  });
});
