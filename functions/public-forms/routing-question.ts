import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import type { Form } from "../../forms/form.ts";

const { required: _, ...concerns } = dataSubjectRequest.fields.concerns;

/** What the routing preview asks: the request form's own question, which here always needs an answer. */
export const routingQuestion = {
  id: "routing-question",
  version: 1,
  title: { sv: "Vem svarar?", en: "Who answers?" },
  fields: { concerns },
  pages: [],
} as const satisfies Form;
