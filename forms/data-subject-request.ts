import { matterFields } from "./data-subject-request/matter.ts";
import { requestPages } from "./data-subject-request/pages.ts";
import { peopleFields } from "./data-subject-request/people.ts";
import type { AnswersOf, Form, TurnedAwayBy } from "./form.ts";

/**
 * A person's request about their own data (GDPR art. 12, 15–18, 20–22, 7(3), 77). It asks for no reason, no signature
 * and no copy of an identity document, and a personal identity number is never the only way.
 */
export const dataSubjectRequest = {
  id: "data-subject-request",
  version: 1,
  title: { sv: "Begär ut eller ändra dina personuppgifter", en: "Ask for or change your personal data" },
  fields: { ...matterFields, ...peopleFields },
  pages: requestPages,
} as const satisfies Form;

/** A request as it was understood: complete, in one writing, nothing unknown in it. */
export type DataSubjectRequest = AnswersOf<typeof dataSubjectRequest>;
/** Somebody with protected identity: nothing else may be read, and nothing stored. */
export type TurnedAway = TurnedAwayBy<typeof dataSubjectRequest>;
