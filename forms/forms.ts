import { consultation } from "./consultation.ts";
import { dataSubjectRequest } from "./data-subject-request.ts";
import type { Form } from "./form.ts";
import { incidentReport } from "./incident-report.ts";
import { yearlyReview } from "./yearly-review.ts";

/** The forms that anybody may read before filling them in, by id. */
export const openForms: Readonly<Record<string, Form>> = {
  [dataSubjectRequest.id]: dataSubjectRequest,
  [incidentReport.id]: incidentReport,
  [consultation.id]: consultation,
  [yearlyReview.id]: yearlyReview,
};
