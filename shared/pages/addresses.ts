import type { Language, Text } from "../domain/language.ts";

/** Where the pages are. The flow's own steps take their last part from the form. */
export const addresses = {
  start: { sv: "/", en: "/en" },
  request: { sv: "/sv/begaran", en: "/en/request" },
  saved: { sv: "/sv/fortsatt", en: "/en/continue" },
  status: { sv: "/sv/arende", en: "/en/case" },
  evidence: { sv: "/sv/arende/underlag", en: "/en/case/evidence" },
  accessibility: { sv: "/sv/tillganglighet", en: "/en/accessibility" },
  personalData: { sv: "/sv/personuppgifter", en: "/en/personal-data" },
} as const satisfies Record<string, Text>;

/** The start page for those who read Finnish, or Swedish that is easy to read. */
export const startAddresses = { finnish: "/fi", easy: "/lattlast" } as const;

/** What somebody shows who they are for: to send a request that is known to be theirs, or to fetch an answer. */
export const identifyPurposes = ["request", "answer"] as const;
export type IdentifyPurpose = (typeof identifyPurposes)[number];

const identify: Text = { sv: "/sv/legitimera", en: "/en/identify" };
const afterwards = {
  request: { sv: "/sv/begaran/om-dig", en: "/en/request/about-you" },
  answer: { sv: "/sv/arende/svar", en: "/en/case/answer" },
} as const satisfies Record<IdentifyPurpose, Text>;

/** The way to the e-legitimation. */
export const identifyAddress = (purpose: IdentifyPurpose, language: Language): string =>
  `${identify[language]}?till=${purpose}`;

/** Where somebody comes back to. */
export const afterIdentifying = (purpose: IdentifyPurpose, language: Language): string => afterwards[purpose][language];
export const isForAnswer = (path: string): boolean => Object.values(afterwards.answer).some((known) => known === path);
export const isAfterIdentifying = (path: string): boolean =>
  isForAnswer(path) || Object.values(afterwards.request).some((known) => known === path);

/** Last parts of the flow's pages that ask nothing. The receipt is answered by another role. */
export const slugs = {
  check: { sv: "kontrollera", en: "check" },
  questions: { sv: "fragor", en: "questions" },
  paper: { sv: "blankett", en: "paper-form" },
  receipt: { sv: "kvitto", en: "receipt" },
} as const satisfies Record<string, Text>;

export const stepAddress = (slug: Text, language: Language): string =>
  `${addresses.request[language]}/${slug[language]}`;

/** The receipt's address: it needs nothing in it, since what it shows comes from the reader's own sealed cookie. */
export const receiptAddress = (language: Language): string => stepAddress(slugs.receipt, language);

/**
 * An address that is safe to put in a link: a path on this site, or https, mailto or tel. Anything else, `javascript:`
 * among it, becomes the start page. Preact lets any address through.
 */
export const safeHref = (href: string): string =>
  /^\/(?![/\\])/.test(href) || /^#[\w-]+$/.test(href) || /^(?:https:\/\/|mailto:|tel:)/i.test(href) ? href : "/";
