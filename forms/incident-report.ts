import type { AnswersOf, Form } from "./form.ts";
import { factFields, tellingFields, timeFields } from "./incident-report/fields.ts";
import { incidentPages } from "./incident-report/pages.ts";

/**
 * An employee's report of a personal data incident (art. 33). Made to be sent at once: what is not known is left out and
 * added later. Names of those affected are never asked for.
 */
export const incidentReport = {
  id: "incident-report",
  version: 1,
  title: { sv: "Anmäl en personuppgiftsincident", en: "Report a personal data incident" },
  fields: { ...factFields, ...timeFields, ...tellingFields },
  pages: incidentPages,
} as const satisfies Form;

/** A report as it was understood; null is "I do not know". */
export type IncidentAnswers = AnswersOf<typeof incidentReport>;
