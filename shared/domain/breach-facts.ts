import type {
  Cause,
  DataKind,
  Effect,
  Identifiability,
  PersonGroup,
  Recipient,
  Stopped,
  WhatHappened,
} from "./incident-codes.ts";

/** Not answered, or answered "vet inte". */
type Known<T> = T | null | undefined;

/** What is known of an incident when it is assessed: every fact may be missing. */
export type BreachFacts = {
  readonly whatHappened?: Known<WhatHappened>;
  readonly cause?: Known<Cause>;
  readonly effect?: Known<readonly Effect[]>;
  readonly stopped?: Known<Stopped>;
  readonly personGroups?: Known<readonly PersonGroup[]>;
  readonly personsAbout?: Known<number>;
  readonly dataKinds?: Known<readonly DataKind[]>;
  /** The data could not be read without a key … */
  readonly encrypted?: Known<boolean>;
  /** … and whoever has the data does not have the key. */
  readonly keySafe?: Known<boolean>;
  /** A whole copy was left. */
  readonly backup?: Known<boolean>;
  /** Days until everything worked again; 0 for the same day. */
  readonly restoredWithinDays?: Known<number>;
  readonly recipient?: Known<Recipient>;
  /** Whoever got the data has returned or deleted them. */
  readonly returnedOrDeleted?: Known<boolean>;
  readonly malicious?: Known<boolean>;
  readonly identifiability?: Known<Identifiability>;
};

/** Facts whose absence is named in an assessment. */
export type FactName = Exclude<keyof BreachFacts, "cause" | "stopped" | "identifiability">;

const attacks: readonly WhatHappened[] = [
  "ransomware",
  "malware-or-hacking",
  "phishing",
  "exploited-vulnerability",
  "exfiltration",
];

/** Art. 9 and 10 GDPR, and what Swedish secrecy law guards as strictly. */
const sensitiveKinds = [
  "protected-identity",
  "health",
  "social-services",
  "crime",
  "ethnic-origin",
  "political-opinion",
  "religion-belief",
  "union-membership",
  "sex-life",
  "genetic-biometric",
] as const satisfies readonly DataKind[];
export type SensitiveKind = (typeof sensitiveKinds)[number];
/** Sensitive data that harm by being known at all, so that handing them back does not undo it. */
const harmfulOnceKnown = [
  "protected-identity",
  "social-services",
  "crime",
  "sex-life",
  "genetic-biometric",
] as const satisfies readonly DataKind[];
/** What an impostor needs: two of them together let somebody act as the person. */
const impostorKinds = ["personal-identity-number", "finance", "login"] as const satisfies readonly DataKind[];
export type ImpostorKind = (typeof impostorKinds)[number];
const simpleKinds: readonly DataKind[] = ["name-contact", "other"];
const vulnerableGroups = ["children", "pupils", "patients"] as const satisfies readonly PersonGroup[];
export type VulnerableGroup = (typeof vulnerableGroups)[number];

const kindsIn = <Kind extends DataKind>({ dataKinds }: BreachFacts, wanted: readonly Kind[]): readonly Kind[] =>
  wanted.filter((kind) => dataKinds?.includes(kind));

export const sensitiveIn = (facts: BreachFacts): readonly SensitiveKind[] => kindsIn(facts, sensitiveKinds);
export const isHarmfulOnceKnown = (facts: BreachFacts): boolean => kindsIn(facts, harmfulOnceKnown).length > 0;
export const impostorKindsIn = (facts: BreachFacts): readonly ImpostorKind[] => kindsIn(facts, impostorKinds);
export const vulnerableIn = ({ personGroups }: BreachFacts): readonly VulnerableGroup[] =>
  vulnerableGroups.filter((group) => personGroups?.includes(group));

/** Whether the kinds of data are known, all of them. */
export const kindsAreKnown = (facts: BreachFacts): boolean =>
  (facts.dataKinds ?? []).length > 0 && !facts.dataKinds?.includes("unknown");

/** Whether it is known whose data they are, all of them. */
export const groupsAreKnown = (facts: BreachFacts): boolean =>
  (facts.personGroups ?? []).length > 0 && !facts.personGroups?.includes("unknown");

/** Nothing but names, contact details and the like. */
export const isSimple = (facts: BreachFacts): boolean =>
  kindsAreKnown(facts) && (facts.dataKinds ?? []).every((kind) => simpleKinds.includes(kind));

/** Whether somebody did it to do harm or for gain; told, or by the nature of what happened. */
export const isHostile = (facts: BreachFacts): boolean =>
  facts.malicious === true ||
  facts.cause === "hostile-attack" ||
  (facts.malicious == null && attacks.some((attack) => attack === facts.whatHappened));

/** Encrypted with a key that is safe: whoever has the data has nothing (art. 34.3 a). */
export const isUnreadable = (facts: BreachFacts): boolean => facts.encrypted === true && facts.keySafe === true;
