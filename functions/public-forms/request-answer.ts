import type { Language } from "../../shared/domain/language.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { explain, type Routing } from "../../shared/domain/routing/routing.ts";
import type { Received } from "./receive.ts";

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

/** The first answer to a submission. It follows from what was stored, so a replay gets the same one. */
export const requestAnswer = ({ submission, statusCode }: Received) => ({
  reference: formatReference(submission.reference),
  statusCode,
  receivedAt: submission.receivedAt,
  dueOn: submission.dueOn,
  ...routingInWords(submission.routing, submission.language),
  contentHash: submission.contentHash,
});
