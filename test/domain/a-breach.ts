import { assessBreach } from "../../shared/domain/breach-assessment.ts";
import type { BreachFacts } from "../../shared/domain/breach-facts.ts";

/** Health data of 99 clients went to somebody known, who gave them back: everything is known, and nothing is grave. */
export const handedBack = {
  effect: ["confidentiality"],
  whatHappened: "sent-by-mistake",
  cause: "human-factor",
  stopped: "yes",
  personGroups: ["clients"],
  personsAbout: 99,
  dataKinds: ["health"],
  encrypted: false,
  recipient: "known",
  returnedOrDeleted: true,
  malicious: false,
} as const satisfies BreachFacts;

/** The reasons that decide: the risk with its articles, and what is not known, are tested apart. */
export const reasons = (changes: BreachFacts, facts: BreachFacts = handedBack) =>
  assessBreach({ ...facts, ...changes }).because.filter(({ code }) => code !== "missing" && code !== "threshold");
export const codes = (...of: Parameters<typeof reasons>) => reasons(...of).map(({ code }) => code);
