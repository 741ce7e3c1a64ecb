import { formatReference } from "../../shared/domain/reference.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import type { Received } from "./receive.ts";

/** The first answer to a submission. It follows from what was stored, so a replay gets the same one. */
export const requestAnswer = ({ submission, statusCode }: Received) => ({
  reference: formatReference(submission.reference),
  statusCode,
  receivedAt: submission.receivedAt,
  dueOn: submission.dueOn,
  ...routingInWords(submission.routing, submission.language),
  contentHash: submission.contentHash,
});
