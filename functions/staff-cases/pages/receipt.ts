import { isProtectedIn } from "../../../shared/domain/casework/cases-of.ts";
import { parseReference } from "../../../shared/domain/reference.ts";
import { routingInWords } from "../../../shared/domain/routing/routing-in-words.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import {
  consultationReceiptPage,
  incidentReceiptPage,
  registrationReceiptPage,
} from "../../../shared/pages/staff/staff-receipt-pages.tsx";
import { dueAtOf } from "../incidents.ts";
import type { StaffDeps } from "../live.ts";
import { notThere } from "./case.ts";
import type { Visit } from "./visit.ts";

/** `GET /personal/kvitto/{reference}`: what somebody sent, to themselves alone: its number and what happens next. */
export async function getReceipt(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const { request, who, frame } = visit;
  const reference = parseReference(request.param("reference"));
  const submission = reference === undefined ? undefined : await deps.submissions.get(reference);
  if (submission === undefined || submission.by !== who.sub) return notThere(visit);
  switch (submission.form) {
    case "incident-report": {
      const { drill } = submission.answers;
      const view = { reference: submission.reference, dueAt: dueAtOf(submission), drill };
      return page(200, incidentReceiptPage(frame, view));
    }
    case "consultation":
      return page(200, consultationReceiptPage(frame, submission));
    case "data-subject-request": {
      const { recipients, triage } = routingInWords(submission.routing, "sv");
      const view = {
        reference: submission.reference,
        dueOn: submission.dueOn,
        recipients: recipients.map(({ name }) => name),
        isTriage: triage !== null,
        isProtected: isProtectedIn(submission.answers),
      };
      return page(200, registrationReceiptPage(frame, view));
    }
  }
}
