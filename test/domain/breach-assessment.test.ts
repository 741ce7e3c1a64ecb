import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessBreach } from "../../shared/domain/breach-assessment.ts";
import { explainAssessment } from "../../shared/domain/breach-explanation.ts";
import type { BreachFacts, FactName } from "../../shared/domain/breach-facts.ts";
import {
  causeCodes,
  dataKindCodes,
  effectCodes,
  identifiabilityCodes,
  personGroupCodes,
  recipientCodes,
  stoppedCodes,
  whatHappenedCodes,
} from "../../shared/domain/incident-codes.ts";
import { isMutating } from "../proof/seeded.ts";
import { factsIn } from "./facts.ts";

const secrecy = { effect: ["confidentiality"] } as const satisfies BreachFacts;
const access = { effect: ["availability"] } as const satisfies BreachFacts;

/** The facts of EDPB's Guidelines 01/2021, case by case, in the fields of an incident. */
const cases: Record<string, BreachFacts> = {
  "01": {
    ...access,
    whatHappened: "ransomware",
    cause: "hostile-attack",
    malicious: true,
    personGroups: ["employees", "clients"],
    personsAbout: 40,
    dataKinds: ["name-contact", "finance"],
    encrypted: true,
    keySafe: true,
    backup: true,
    restoredWithinDays: 0,
    recipient: "none",
  },
  "03": {
    ...access,
    whatHappened: "ransomware",
    malicious: true,
    personGroups: ["patients", "employees"],
    personsAbout: 5000,
    dataKinds: ["name-contact", "health"],
    backup: true,
    restoredWithinDays: 2,
    recipient: "none",
  },
  "06": {
    ...secrecy,
    whatHappened: "exploited-vulnerability",
    malicious: true,
    personGroups: ["other"],
    personsAbout: 1200,
    dataKinds: ["login"],
    identifiability: "negligible",
    recipient: "unknown",
  },
  "08": {
    ...secrecy,
    whatHappened: "exfiltration",
    malicious: true,
    personGroups: ["clients"],
    dataKinds: ["name-contact"],
    recipient: "known",
  },
  "10": {
    effect: ["confidentiality", "availability"],
    whatHappened: "device-lost-or-stolen",
    malicious: true,
    personGroups: ["children"],
    personsAbout: 60,
    dataKinds: ["name-contact", "image-sound"],
    encrypted: true,
    keySafe: true,
    backup: true,
    recipient: "unknown",
  },
  "11": {
    ...secrecy,
    whatHappened: "device-lost-or-stolen",
    personGroups: ["other"],
    personsAbout: 100_000,
    dataKinds: ["name-contact"],
    encrypted: false,
    recipient: "unknown",
  },
  "12": {
    effect: ["confidentiality", "availability"],
    whatHappened: "paper-lost-or-stolen",
    personGroups: ["patients"],
    dataKinds: ["name-contact", "health"],
    encrypted: false,
    backup: false,
    recipient: "unknown",
  },
  "13": {
    ...secrecy,
    whatHappened: "post-lost-or-misdelivered",
    cause: "human-factor",
    personGroups: ["clients"],
    personsAbout: 2,
    dataKinds: ["name-contact", "other"],
    recipient: "known",
  },
  "15": {
    ...secrecy,
    whatHappened: "sent-by-mistake",
    cause: "human-factor",
    personGroups: ["other"],
    personsAbout: 15,
    dataKinds: ["name-contact", "health"],
    recipient: "known",
    returnedOrDeleted: true,
  },
  "16": {
    ...secrecy,
    whatHappened: "post-lost-or-misdelivered",
    cause: "technical-fault",
    personGroups: ["clients"],
    personsAbout: 2,
    dataKinds: ["name-contact", "finance"],
    recipient: "known",
  },
  "17": {
    effect: ["confidentiality", "integrity"],
    whatHappened: "phishing",
    malicious: true,
    personGroups: ["clients"],
    personsAbout: 1,
    dataKinds: ["name-contact", "finance", "location"],
    recipient: "unknown",
  },
  "18": {
    ...secrecy,
    whatHappened: "malware-or-hacking",
    malicious: true,
    personGroups: ["employees"],
    personsAbout: 99,
    dataKinds: ["name-contact", "finance"],
    recipient: "unknown",
  },
};

const yesOrNo = (answer: boolean) => (answer ? "yes" : "no");
const judged = (facts: BreachFacts) => {
  const { notifyAuthority, informSubjects } = assessBreach(facts);
  return { notify_authority: yesOrNo(notifyAuthority), inform_subjects: yesOrNo(informSubjects) };
};

describe("EDPB's cases are judged as EDPB does", () => {
  test.each(factsIn("edpb-cases.csv").map((row) => [row.case ?? "", row.title, row] as const))(
    "case %s: %s",
    (number, _, row) => {
      expect(cases[number], "the case has been put into fields").toBeDefined();
      expect(judged(cases[number] ?? {})).toEqual({
        notify_authority: row.notify_authority,
        inform_subjects: row.inform_subjects,
      });
    },
  );
});

describe("situations near EDPB's, and what tips them", () => {
  const risk = (facts: BreachFacts) => assessBreach(facts).risk;

  test.each<[string, BreachFacts, string]>([
    [
      "a small firm's ransomware without a backup, five days to restore",
      { ...cases["01"], encrypted: false, keySafe: false, backup: false, restoredWithinDays: 5 },
      "risk",
    ],
    [
      "ransomware that also took identity numbers and card data",
      {
        whatHappened: "ransomware",
        effect: ["confidentiality", "availability"],
        malicious: true,
        personsAbout: 4000,
        dataKinds: ["personal-identity-number", "finance"],
        backup: false,
        recipient: "unknown",
      },
      "high-risk",
    ],
    [
      "job applications taken from a website by an attacker",
      {
        ...secrecy,
        whatHappened: "malware-or-hacking",
        malicious: true,
        personsAbout: 213,
        dataKinds: ["name-contact", "other"],
        recipient: "unknown",
      },
      "high-risk",
    ],
    [
      "a list of customers sent to an adviser bound by secrecy, who deleted it",
      {
        ...secrecy,
        whatHappened: "sent-by-mistake",
        personsAbout: 24,
        dataKinds: ["name-contact", "finance"],
        recipient: "trusted",
        returnedOrDeleted: true,
      },
      "unlikely-risk",
    ],
    [
      "the same list, not deleted",
      {
        ...secrecy,
        whatHappened: "sent-by-mistake",
        personsAbout: 24,
        dataKinds: ["name-contact", "finance"],
        recipient: "trusted",
        returnedOrDeleted: false,
      },
      "risk",
    ],
    [
      "60 000 job seekers' identity numbers sent to known recipients",
      {
        ...secrecy,
        whatHappened: "sent-by-mistake",
        personsAbout: 60_000,
        dataKinds: ["name-contact", "personal-identity-number"],
        recipient: "known",
      },
      "high-risk",
    ],
    [
      "a power failure of some minutes",
      { ...access, whatHappened: "power-failure", restoredWithinDays: 0 },
      "unlikely-risk",
    ],
    [
      "patients' records out of reach for 30 hours",
      {
        ...access,
        whatHappened: "technical-fault",
        personGroups: ["patients"],
        dataKinds: ["health"],
        backup: true,
        restoredWithinDays: 2,
      },
      "high-risk",
    ],
    [
      "one bank statement to the wrong customer",
      { ...secrecy, whatHappened: "sent-by-mistake", personsAbout: 1, dataKinds: ["finance"], recipient: "known" },
      "risk",
    ],
    [
      "a newsletter with a few dozen addresses visible",
      {
        ...secrecy,
        whatHappened: "recipients-visible",
        personsAbout: 40,
        dataKinds: ["name-contact"],
        recipient: "known",
      },
      "unlikely-risk",
    ],
    [
      "the same with 3 000 addresses",
      {
        ...secrecy,
        whatHappened: "recipients-visible",
        personsAbout: 3000,
        dataKinds: ["name-contact"],
        recipient: "known",
      },
      "risk",
    ],
    [
      "an address of somebody with protected identity shown to a known person",
      {
        ...secrecy,
        whatHappened: "wrong-person-shown",
        personsAbout: 1,
        dataKinds: ["protected-identity"],
        recipient: "known",
        returnedOrDeleted: true,
      },
      "high-risk",
    ],
    [
      "a social file sent to a neighbour, handed back",
      {
        ...secrecy,
        whatHappened: "post-lost-or-misdelivered",
        personsAbout: 1,
        dataKinds: ["social-services"],
        recipient: "known",
        returnedOrDeleted: true,
      },
      "risk",
    ],
    ["encrypted tablets of which the key is lost too", { ...cases["10"], keySafe: false }, "high-risk"],
    ["a device that nobody opened", { ...cases["11"], recipient: "none" }, "unlikely-risk"],
  ])("%s", (_, facts, expected) => {
    expect(risk(facts)).toBe(expected);
  });
});

describe("missing facts lean to notifying", () => {
  test("a stolen device that was encrypted is a risk, not a high one, until it is known where the key is", () => {
    const stolen: BreachFacts = { ...cases["11"], encrypted: true };
    expect(assessBreach({ ...stolen, keySafe: null }).risk).toBe("risk");
    expect(assessBreach({ ...stolen, keySafe: false }).risk).toBe("high-risk");
    expect(assessBreach({ ...stolen, keySafe: true }).risk).toBe("unlikely-risk");
  });

  test("nothing known at all is a risk, and what is missing is named", () => {
    const assessment = assessBreach({});
    expect(assessment).toMatchObject({ risk: "risk", notifyAuthority: true, informSubjects: false });
    const named = assessment.because.flatMap((reason) => (reason.code === "missing" ? reason.facts : []));
    expect(named).toEqual(
      expect.arrayContaining([
        "whatHappened",
        "effect",
        "dataKinds",
        "personsAbout",
        "recipient",
        "encrypted",
        "backup",
      ]),
    );
  });

  test.each<[FactName]>([["keySafe"], ["encrypted"], ["dataKinds"]])(
    "encrypted tablets without %s are notified",
    (fact) => {
      const assessment = assessBreach({ ...cases["10"], [fact]: undefined });
      if (fact === "dataKinds")
        expect(assessment.risk).toBe("unlikely-risk"); // unreadable, whatever they are
      else {
        expect(assessment.notifyAuthority).toBe(true);
        expect(assessment.because).toContainEqual({ code: "missing", facts: expect.arrayContaining([fact]) });
      }
    },
  );

  test.each<[FactName]>([["recipient"], ["dataKinds"], ["personsAbout"]])(
    "a letter swapped, %s unknown, is notified",
    (fact) => {
      const assessment = assessBreach({ ...cases["13"], [fact]: null });
      expect(assessment.risk).toBe("risk");
      expect(assessment.because).toContainEqual({ code: "missing", facts: expect.arrayContaining([fact]) });
    },
  );

  test("a restored system without the time it took is notified", () => {
    const assessment = assessBreach({ ...cases["01"], restoredWithinDays: null });
    expect(assessment.risk).toBe("risk");
    expect(assessment.because).toContainEqual({ code: "missing", facts: ["restoredWithinDays"] });
  });
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyFacts: fc.Arbitrary<BreachFacts> = fc.record({
  whatHappened: maybe(fc.constantFrom(...whatHappenedCodes)),
  cause: maybe(fc.constantFrom(...causeCodes)),
  effect: maybe(fc.uniqueArray(fc.constantFrom(...effectCodes))),
  stopped: maybe(fc.constantFrom(...stoppedCodes)),
  personGroups: maybe(fc.uniqueArray(fc.constantFrom(...personGroupCodes), { maxLength: 3 })),
  personsAbout: maybe(fc.constantFrom(0, 1, 15, 99, 100, 999, 1000, 60_000)),
  dataKinds: maybe(fc.uniqueArray(fc.constantFrom(...dataKindCodes), { maxLength: 3 })),
  encrypted: maybe(fc.boolean()),
  keySafe: maybe(fc.boolean()),
  backup: maybe(fc.boolean()),
  restoredWithinDays: maybe(fc.integer({ min: 0, max: 5 })),
  recipient: maybe(fc.constantFrom(...recipientCodes)),
  returnedOrDeleted: maybe(fc.boolean()),
  malicious: maybe(fc.boolean()),
  identifiability: maybe(fc.constantFrom(...identifiabilityCodes)),
});

describe("whatever the facts", () => {
  const runs = { numRuns: isMutating ? 500 : 20_000 };

  test("the persons are never informed of a breach the authority is not told of", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { risk, notifyAuthority, informSubjects } = assessBreach(facts);
        expect(notifyAuthority).toBe(risk !== "unlikely-risk");
        expect(informSubjects).toBe(risk === "high-risk");
      }),
      runs,
    );
  });

  test("forgetting a fact that mitigates never turns a notification into none", () => {
    const mitigating: readonly (keyof BreachFacts)[] = [
      "encrypted",
      "keySafe",
      "backup",
      "restoredWithinDays",
      "recipient",
      "returnedOrDeleted",
      "identifiability",
      "dataKinds",
      "personsAbout",
    ];
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...mitigating), (facts, fact) => {
        if (assessBreach(facts).notifyAuthority) {
          expect(assessBreach({ ...facts, [fact]: undefined }).notifyAuthority).toBe(true);
        }
      }),
      runs,
    );
  });

  test("more persons, an attack or data in anybody's hands never lower the risk", () => {
    const rank = (facts: BreachFacts) => ["unlikely-risk", "risk", "high-risk"].indexOf(assessBreach(facts).risk);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const worse: BreachFacts[] = [
          { ...facts, personsAbout: 1_000_000 },
          { ...facts, malicious: true },
          ...(facts.recipient == null ? [] : [{ ...facts, recipient: "public" } as const]),
        ];
        for (const more of worse) expect(rank(more)).toBeGreaterThanOrEqual(rank(facts));
      }),
      runs,
    );
  });

  test("the assessment explains itself in both languages, and the last sentence names only thresholds that apply", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const assessment = assessBreach(facts);
        const swedish = explainAssessment(assessment, "sv");
        expect(swedish.length).toBeGreaterThan(1);
        expect(explainAssessment(assessment, "en")).toHaveLength(swedish.length);
        for (const text of [...swedish, ...explainAssessment(assessment, "en")])
          expect(text).not.toMatch(/undefined|null|NaN/);
        expect(swedish.at(-1)).toContain("artikel 33.1");
        expect(swedish.at(-1)?.includes("artikel 34.1")).toBe(assessment.informSubjects);
      }),
      { numRuns: isMutating ? 300 : 3000 },
    );
  });
});

test("the reasons read as a person would say them", () => {
  expect(
    explainAssessment(assessBreach({ ...cases["12"], stopped: "yes", personsAbout: 20, malicious: false }), "sv"),
  ).toEqual([
    "Obehöriga kan ha fått känsliga eller särskilt skyddsvärda uppgifter: hälsa.",
    "Uppgifterna gäller personer som behöver särskilt skydd: patienter.",
    "Uppgifter som behövs för vård eller omsorg saknades så länge att någon kan ha tagit skada.",
    "Det här vet vi inte, och då räknar vi med risk: när allt fungerade igen.",
    "Risken är sannolikt hög. Då ska incidenten anmälas till IMY inom 72 timmar (artikel 33.1), och personerna ska informeras utan onödigt dröjsmål (artikel 34.1) om inget undantag i artikel 34.3 gäller.",
  ]);
});
