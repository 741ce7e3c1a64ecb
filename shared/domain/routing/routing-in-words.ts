import type { Language } from "../language.ts";
import { explain } from "./reason.ts";
import type { Routing } from "./routing.ts";

/** A routing as the API shows it: who answers, who else does, what must be asked, each with its reasons in words. */
export const routingInWords = ({ recipients, outside, triage }: Routing, language: Language) => ({
  recipients: recipients.map(({ unit, name, controller, because }) => ({
    unit,
    name,
    controller,
    because: because.map((reason) => explain(reason, language)),
  })),
  outside: outside.map(({ id, name, because }) => ({
    id,
    name,
    because: because.map((reason) => explain(reason, language)),
  })),
  triage: triage === null ? null : { candidates: triage.candidates, question: explain(triage.question, language) },
});
