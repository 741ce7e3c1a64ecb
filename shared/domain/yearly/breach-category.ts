import type { WhatHappened } from "../incident-codes.ts";
import { type Unknown, unknown } from "./tally.ts";

/**
 * The categories that the authority (IMY) groups its yearly figures by, in its words: felskick, annat obehörigt röjande,
 * obehörig åtkomst, förlust, tekniskt fel. `other` is what none of them fits, or what is not yet known.
 */
export const breachCategories = [
  "sent-wrong",
  "other-disclosure",
  "unauthorised-access",
  "loss",
  "technical",
  "other",
] as const;
export type BreachCategory = (typeof breachCategories)[number];

/** Which category each kind of incident belongs to; our own reading, since the authority has published no mapping. */
const categories = {
  "post-lost-or-misdelivered": "sent-wrong",
  "sent-by-mistake": "sent-wrong",
  "recipients-visible": "sent-wrong",
  "wrong-person-shown": "other-disclosure",
  "paper-disposal": "other-disclosure",
  "shown-to-wrong-recipient": "other-disclosure",
  "published-by-mistake": "other-disclosure",
  "oral-disclosure": "other-disclosure",
  "misuse-of-access": "unauthorised-access",
  "malware-or-hacking": "unauthorised-access",
  phishing: "unauthorised-access",
  "exploited-vulnerability": "unauthorised-access",
  "unauthorised-access": "unauthorised-access",
  exfiltration: "unauthorised-access",
  "wrong-access-rights": "unauthorised-access",
  "device-lost-or-stolen": "loss",
  "paper-lost-or-stolen": "loss",
  "deleted-or-destroyed": "loss",
  misconfiguration: "technical",
  "technical-fault": "technical",
  "power-failure": "technical",
  ransomware: "technical",
  "unauthorised-change": "other",
  "to-be-determined": "other",
  other: "other",
} as const satisfies Readonly<Record<WhatHappened, BreachCategory>>;

/** The category an incident is counted in. */
export const categoryOf = (whatHappened: WhatHappened | Unknown): BreachCategory =>
  whatHappened === unknown ? "other" : categories[whatHappened];
