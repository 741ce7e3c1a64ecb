import { requestsOf, wantsReceipt } from "../case.ts";
import type { ConsultationSubmission, IncidentSubmission, RequestSubmission, Submission } from "../submission.ts";
import type { BreachCase } from "./breach-case.ts";
import type { CaseFile } from "./case-file.ts";
import { type ConsultationCase, consultationCase } from "./consultation-case.ts";
import { type IncidentReport, incidentOf } from "./incident.ts";
import { type RepresentedKind, representedKinds } from "./representation.ts";
import { type Asker, deliveries, requestCase } from "./request-case.ts";

const isOneOf = <Word extends string>(words: readonly Word[], word: unknown): word is Word =>
  words.some((known) => known === word);

/** For whom a request is made, when it is not for whoever sends it. Any other shape of answers says that it is. */
export const representedIn = (answers: unknown): RepresentedKind | null =>
  typeof answers === "object" &&
  answers !== null &&
  "onBehalfOf" in answers &&
  isOneOf(representedKinds, answers.onBehalfOf)
    ? answers.onBehalfOf
    : null;

const holdsText = (group: unknown, name: string): boolean =>
  typeof group === "object" &&
  group !== null &&
  typeof Object.entries(group).find(([key]) => key === name)?.[1] === "string";

/** Whether a request's answers say that somebody it is about has a protected identity. */
export const isProtectedIn = (answers: unknown): boolean =>
  typeof answers === "object" &&
  answers !== null &&
  "protectedIdentity" in answers &&
  answers.protectedIdentity === true;

/** What a request's answers say of the person. Any other shape of answers says nothing. */
function askerOf({ answers, identifiedAt }: Pick<RequestSubmission, "answers" | "identifiedAt">): Asker {
  const said = typeof answers === "object" && answers !== null ? answers : {};
  const delivery = "delivery" in said && isOneOf(deliveries, said.delivery) ? said.delivery : null;
  const { contact, onBehalfOf, person } = { contact: null, onBehalfOf: null, person: null, ...said };
  return {
    delivery,
    protectedIdentity: isProtectedIn(answers),
    identifiedAt,
    noticeByMail: wantsReceipt(answers),
    represents: representedIn(answers),
    noticeBySms: holdsText(contact, "phone"),
    ownNumber: onBehalfOf === "self" && holdsText(person, "personalIdentityNumber"),
  };
}

/** What a submitted incident report says, as `incidentOf` reads it. The manager's name and address are left behind. */
export function incidentReportOf({
  reference,
  by,
  language,
  unit,
  countedUnit,
  answers,
}: Pick<IncidentSubmission, "reference" | "by" | "language" | "unit" | "countedUnit" | "answers">): IncidentReport {
  const { manager, drill, occurredAt, ongoing, detectedAt, awareAt, awareDelayReason } = answers;
  const { whatHappened, description, discoveredBy, cause, effect, personGroups, personsAbout } = answers;
  const { dataKinds, measuresTaken, stopped } = answers;
  return {
    reference,
    reportedBy: by,
    language,
    unit,
    countedUnit,
    drill,
    hasManager: (manager ?? null) !== null,
    facts: {
      whatHappened,
      description,
      discoveredBy,
      cause,
      effect,
      personGroups,
      personsAbout,
      dataKinds,
      measuresTaken,
      stopped,
    },
    occurredAt,
    ongoing,
    detectedAt,
    ...(awareAt === undefined ? {} : { awareAt }),
    ...(awareDelayReason === undefined ? {} : { awareDelayReason }),
  };
}

function breachOf(submission: IncidentSubmission): BreachCase {
  // Which units there are was asked when the report was received; one that has ended since still has its case.
  const opened = incidentOf(incidentReportOf(submission), submission.receivedAt, { has: () => true });
  if (!opened.ok) throw new Error(`a stored incident report breaks the rule ${opened.error.code}`);
  return opened.value;
}

const consultationOf = ({ answers, by, receivedAt, ...sent }: ConsultationSubmission): ConsultationCase => {
  const { reference, unit, countedUnit, language } = sent;
  const { kind: about, subject, description, processingStartsOn } = answers;
  return consultationCase(
    { reference, unit, countedUnit, reportedBy: by, language, about, subject, description, processingStartsOn },
    receivedAt,
  );
};

/**
 * The cases a submission gives, ready to be worked. They follow from the submission alone, so opening them again opens the
 * same ones.
 *
 * @throws when a stored incident report breaks a rule that it was received by
 */
export function casesOf(submission: Submission): readonly CaseFile[] {
  switch (submission.form) {
    case "data-subject-request": {
      const asker = askerOf(submission);
      return requestsOf(submission).map((kase) => requestCase(kase, asker));
    }
    case "incident-report":
      return [breachOf(submission)];
    case "consultation":
      return [consultationOf(submission)];
  }
}
