import {
  type BreachFacts,
  type FactName,
  groupsAreKnown,
  type ImpostorKind,
  impostorKindsIn,
  isHarmfulOnceKnown,
  isHostile,
  isSimple,
  isUnreadable,
  kindsAreKnown,
  type SensitiveKind,
  sensitiveIn,
  type VulnerableGroup,
  vulnerableIn,
} from "./breach-facts.ts";
import { type EnisaScore, enisaOf } from "./enisa.ts";
import type { Recipient, Risk, WhatHappened } from "./incident-codes.ts";

/** Why the assessment is what it is, as data; `explainAssessment` words it. */
export type AssessmentReason =
  | { readonly code: "nobody-got-it" | "not-readable" | "not-identifiable" }
  | {
      readonly code: "contained";
      readonly recipient: "trusted" | "known";
      readonly returned: boolean;
      readonly persons: number;
    }
  | { readonly code: "attacker-has-it" | "protected-identity" }
  | { readonly code: "sensitive-data"; readonly kinds: readonly SensitiveKind[] }
  | { readonly code: "impostor-data"; readonly kinds: readonly ImpostorKind[] }
  | { readonly code: "vulnerable-persons"; readonly groups: readonly VulnerableGroup[] }
  | { readonly code: "large-scale"; readonly persons: number }
  | { readonly code: "exposed"; readonly recipient: Recipient | null }
  | { readonly code: "back-in-time"; readonly days: number }
  | { readonly code: "copy-exists" | "needed-and-gone" | "gone-a-while" }
  | { readonly code: "missing"; readonly facts: readonly FactName[] }
  | { readonly code: "threshold"; readonly risk: Risk };

export type BreachAssessment = {
  readonly risk: Risk;
  /** Art. 33.1: unless a risk is unlikely. */
  readonly notifyAuthority: boolean;
  /** Art. 34.1: when the risk is high. Whether an exception in 34.3 applies is for a person to decide. */
  readonly informSubjects: boolean;
  readonly because: readonly AssessmentReason[];
  readonly enisa: EnisaScore;
};

// EDPB's cases (Guidelines 01/2021) give no numbers for "few" and "large"; these lie between theirs: 15 and two dozen
// against 1 200 and more.
const fewBelow = 100;
const largeFrom = 1000;

/**
 * Proposes an assessment by the logic of EDPB's Guidelines 01/2021; a person decides. Two thresholds, judged apart:
 * art. 33 asks whether a risk is unlikely, art. 34 whether it is high. A missing fact never makes a risk unlikely, and is
 * named; on its own it never makes one high either.
 */
export const assessBreach = (facts: BreachFacts): BreachAssessment => {
  const harms = [secrecyHarm(facts), lossHarm(facts)];
  const severity = Math.max(...harms.map((harm) => harm.severity));
  const risk: Risk = severity === high ? "high-risk" : severity === some ? "risk" : "unlikely-risk";
  const missing = severity === none ? [] : missingIn(facts);
  return {
    risk,
    notifyAuthority: severity >= some,
    informSubjects: severity === high,
    because: [
      ...harms.filter((harm) => harm.severity === severity).flatMap((harm) => harm.because),
      ...(missing.length > 0 ? [{ code: "missing", facts: missing } as const] : []),
      { code: "threshold", risk },
    ],
    enisa: enisaOf(facts),
  };
};

const none = 0;
const some = 1;
const high = 2;
type Harm = { readonly severity: 0 | 1 | 2; readonly because: readonly AssessmentReason[] };

/** What happened that is a disclosure by nature, whatever effect was ticked. */
const disclosures: readonly WhatHappened[] = [
  "exfiltration",
  "wrong-person-shown",
  "shown-to-wrong-recipient",
  "sent-by-mistake",
  "recipients-visible",
  "published-by-mistake",
  "oral-disclosure",
];
/** Other kinds in which nothing is lost unless that is said. */
const intrusions: readonly WhatHappened[] = [
  "misuse-of-access",
  "malware-or-hacking",
  "phishing",
  "exploited-vulnerability",
  "unauthorised-access",
  "post-lost-or-misdelivered",
  "wrong-access-rights",
  "paper-disposal",
];
/** What was lost is one copy on paper or in a device; nothing that was running stands still. */
const carriers: readonly WhatHappened[] = [
  "device-lost-or-stolen",
  "paper-lost-or-stolen",
  "post-lost-or-misdelivered",
  "paper-disposal",
];

const isKind = (facts: BreachFacts, kinds: readonly WhatHappened[]): boolean =>
  kinds.some((kind) => kind === facts.whatHappened);

const effectIsKnown = (facts: BreachFacts): boolean => (facts.effect ?? []).length > 0;

/** Whether somebody may have seen the data: told, not told otherwise, or so by the nature of what happened. */
const secrecyIsTouched = (facts: BreachFacts): boolean =>
  !effectIsKnown(facts) || facts.effect?.includes("confidentiality") === true || isKind(facts, disclosures);

/** Whether the data may have been gone or wrong: told, or not told otherwise of what does not only disclose. */
const lossIsTouched = (facts: BreachFacts): boolean =>
  effectIsKnown(facts)
    ? facts.effect?.includes("availability") === true || facts.effect?.includes("integrity") === true
    : !isKind(facts, [...disclosures, ...intrusions]);

/** Who has the data: as told, else by the nature of what happened; null when neither says. */
const holderIn = (facts: BreachFacts): Recipient | null => {
  if (facts.recipient != null) return facts.recipient;
  switch (facts.whatHappened) {
    case "published-by-mistake":
      return "public";
    case "misuse-of-access":
      return "known";
    case "malware-or-hacking":
    case "phishing":
    case "exploited-vulnerability":
    case "exfiltration":
    case "device-lost-or-stolen":
    case "paper-lost-or-stolen":
    case "paper-disposal":
      return "unknown";
    default:
      // Whoever broke secrecy on purpose has the data.
      return isHostile(facts) && facts.effect?.includes("confidentiality") ? "unknown" : null;
  }
};

/** The harm of others knowing: EDPB's cases 4–18. */
const secrecyHarm = (facts: BreachFacts): Harm => {
  if (!secrecyIsTouched(facts)) return { severity: none, because: [] };
  if (facts.recipient === "none") return { severity: none, because: [{ code: "nobody-got-it" }] };
  if (isUnreadable(facts)) return { severity: none, because: [{ code: "not-readable" }] };
  if (facts.identifiability === "negligible") return { severity: none, because: [{ code: "not-identifiable" }] };
  const contained = containment(facts);
  if (contained !== undefined) return { severity: none, because: [contained] };
  // Whether the key is safe decides here; not knowing it makes a risk, not a high one.
  const grave = facts.encrypted === true && facts.keySafe == null ? [] : graveReasons(facts);
  if (grave.length > 0) return { severity: high, because: grave };
  return { severity: some, because: [{ code: "exposed", recipient: facts.recipient ?? null }] };
};

/** EDPB's cases 9, 13 and 15: few persons, somebody known has it, and either it says little or it has been given back. */
const containment = (facts: BreachFacts): AssessmentReason | undefined => {
  const { recipient, personsAbout: persons } = facts;
  const returned = facts.returnedOrDeleted === true;
  if (recipient !== "trusted" && recipient !== "known") return undefined;
  if (isHostile(facts) || facts.stopped === "no" || !kindsAreKnown(facts)) return undefined;
  if (persons == null || persons >= (recipient === "trusted" ? largeFrom : fewBelow)) return undefined;
  if (!isSimple(facts)) {
    if (!returned || facts.dataKinds?.includes("protected-identity")) return undefined;
    if (recipient === "known" && (isHarmfulOnceKnown(facts) || vulnerableIn(facts).length > 0)) return undefined;
  }
  return { code: "contained", recipient, returned, persons };
};

/** What makes the risk of others knowing high. */
const graveReasons = (facts: BreachFacts): readonly AssessmentReason[] => {
  const holder = holderIn(facts);
  const anybody = holder === "unknown" || holder === "public";
  const givenBack = facts.returnedOrDeleted === true && holder !== null && !anybody;
  const hostile = isHostile(facts);
  const sensitive = sensitiveIn(facts);
  const vulnerable = vulnerableIn(facts);
  const impostor = impostorKindsIn(facts);
  const persons = facts.personsAbout ?? 0;
  const known = kindsAreKnown(facts);
  const reasons: AssessmentReason[] = [];

  if (hostile && anybody) reasons.push({ code: "attacker-has-it" });
  if (facts.dataKinds?.includes("protected-identity") && !(holder === "trusted" && givenBack)) {
    reasons.push({ code: "protected-identity" });
  }
  const manyOrWeak = hostile || vulnerable.length > 0 || persons >= fewBelow;
  if (sensitive.length > 0 && (anybody || (holder === "known" && (hostile || (!givenBack && manyOrWeak))))) {
    reasons.push({ code: "sensitive-data", kinds: sensitive });
  }
  if (vulnerable.length > 0 && known && !isSimple(facts) && anybody) {
    reasons.push({ code: "vulnerable-persons", groups: vulnerable });
  }
  if (impostor.length > 1 && anybody) reasons.push({ code: "impostor-data", kinds: impostor });
  if (persons >= largeFrom && (anybody || (known && !isSimple(facts) && holder !== "trusted"))) {
    reasons.push({ code: "large-scale", persons });
  }
  return reasons;
};

/** The harm of data being gone or wrong when they are needed: EDPB's cases 1–4. */
const lossHarm = (facts: BreachFacts): Harm => {
  if (!lossIsTouched(facts)) return { severity: none, because: [] };
  const days = facts.restoredWithinDays;
  const dependent =
    facts.personGroups?.includes("patients") ||
    facts.dataKinds?.includes("health") ||
    facts.dataKinds?.includes("social-services");
  // A day without data somebody's care hangs on is too long, and so it is while nobody knows whose or which they are.
  const careMayHang = groupsAreKnown(facts)
    ? facts.personGroups?.includes("patients")
    : dependent || !kindsAreKnown(facts);
  const harmlessDays = careMayHang ? 0 : 1;
  if (days != null && days <= harmlessDays) return { severity: none, because: [{ code: "back-in-time", days }] };
  if (facts.backup === true && isKind(facts, carriers)) return { severity: none, because: [{ code: "copy-exists" }] };
  const isGone = (days != null && days > 1) || (days == null && facts.backup === false);
  return dependent && isGone
    ? { severity: high, because: [{ code: "needed-and-gone" }] }
    : { severity: some, because: [{ code: "gone-a-while" }] };
};

/** The facts nobody has told, of those that could change the assessment. */
const missingIn = (facts: BreachFacts): readonly FactName[] => {
  const somebodyKnown = facts.recipient === "trusted" || facts.recipient === "known";
  const secrecy = secrecyIsTouched(facts);
  const loss = lossIsTouched(facts);
  const unless = (known: boolean, relevant = true): boolean => relevant && !known;
  const isMissing: Record<FactName, boolean> = {
    whatHappened: unless(facts.whatHappened != null && facts.whatHappened !== "to-be-determined"),
    effect: unless(effectIsKnown(facts)),
    dataKinds: unless(kindsAreKnown(facts)),
    personGroups: unless(groupsAreKnown(facts)),
    personsAbout: unless(facts.personsAbout != null),
    recipient: unless(facts.recipient != null, secrecy),
    returnedOrDeleted: unless(facts.returnedOrDeleted != null, secrecy && somebodyKnown),
    encrypted: unless(facts.encrypted != null, secrecy && !somebodyKnown),
    keySafe: unless(facts.keySafe != null, secrecy && facts.encrypted === true),
    backup: unless(facts.backup != null, loss),
    restoredWithinDays: unless(facts.restoredWithinDays != null, loss),
    malicious: unless(
      facts.malicious != null || (facts.cause != null && facts.cause !== "unknown") || isHostile(facts),
    ),
  };
  // Object.keys forgets that the keys are the record's own.
  return (Object.keys(isMissing) as FactName[]).filter((name) => isMissing[name]);
};
