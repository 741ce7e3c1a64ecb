/** The stored codes of an incident report. Labels for people belong to the form; these never change meaning. */

/** What happened: the 25 kinds of EDPB's common notification template. */
export const whatHappenedCodes = [
  "misuse-of-access",
  "ransomware",
  "malware-or-hacking",
  "phishing",
  "exploited-vulnerability",
  "unauthorised-access",
  "exfiltration",
  "wrong-person-shown",
  "device-lost-or-stolen",
  "power-failure",
  "paper-disposal",
  "post-lost-or-misdelivered",
  "misconfiguration",
  "wrong-access-rights",
  "paper-lost-or-stolen",
  "deleted-or-destroyed",
  "shown-to-wrong-recipient",
  "sent-by-mistake",
  "recipients-visible",
  "technical-fault",
  "unauthorised-change",
  "published-by-mistake",
  "oral-disclosure",
  "to-be-determined",
  "other",
] as const;
export type WhatHappened = (typeof whatHappenedCodes)[number];

/** Whose data it is. */
export const personGroupCodes = [
  "employees",
  "clients",
  "pupils",
  "children",
  "guardians",
  "patients",
  "residents",
  "other",
  "unknown",
] as const;
export type PersonGroup = (typeof personGroupCodes)[number];

/** Which kinds of data. */
export const dataKindCodes = [
  "name-contact",
  "personal-identity-number",
  "protected-identity",
  "health",
  "social-services",
  "finance",
  "crime",
  "login",
  "location",
  "image-sound",
  "ethnic-origin",
  "political-opinion",
  "religion-belief",
  "union-membership",
  "sex-life",
  "genetic-biometric",
  "other",
  "unknown",
] as const;
export type DataKind = (typeof dataKindCodes)[number];

/** What was lost: secrecy, correctness, access. Any of them. */
export const effectCodes = ["confidentiality", "integrity", "availability"] as const;
export type Effect = (typeof effectCodes)[number];

/** Who noticed. */
export const discoveredByCodes = ["employee", "data-subject", "processor", "control", "press", "other"] as const;
export type DiscoveredBy = (typeof discoveredByCodes)[number];

/** Why it happened. */
export const causeCodes = ["human-factor", "organisation", "technical-fault", "hostile-attack", "unknown"] as const;
export type Cause = (typeof causeCodes)[number];

/** Whether it has been stopped. */
export const stoppedCodes = ["yes", "no", "unknown"] as const;
export type Stopped = (typeof stoppedCodes)[number];

/** Who got at the data: nobody, somebody bound by secrecy, somebody known, somebody unknown, anybody. */
export const recipientCodes = ["none", "trusted", "known", "unknown", "public"] as const;
export type Recipient = (typeof recipientCodes)[number];

/** How easily the data point out a person (ENISA's ease of identification). */
export const identifiabilityCodes = ["negligible", "limited", "significant", "maximum"] as const;
export type Identifiability = (typeof identifiabilityCodes)[number];

/** The three outcomes of the assessment: register only; the authority; the authority and the persons. */
export const riskCodes = ["unlikely-risk", "risk", "high-risk"] as const;
export type Risk = (typeof riskCodes)[number];

/** ENISA's bands of severity. */
export const enisaBandCodes = ["low", "medium", "high", "very-high"] as const;
export type EnisaBand = (typeof enisaBandCodes)[number];
