import { dataSubjectRequest } from "../../../forms/data-subject-request.ts";
import { incidentReport } from "../../../forms/incident-report.ts";
import { type SummaryRow, summaryOf } from "../../../forms/summary.ts";
import { assessBreach } from "../../../shared/domain/breach-assessment.ts";
import type { CaseFile } from "../../../shared/domain/casework/case-file.ts";
import type { Role } from "../../../shared/domain/casework/case-history.ts";
import { routingInWords } from "../../../shared/domain/routing/routing-in-words.ts";
import { followsOnly, rolesBySight, seenAs } from "../../../shared/domain/sight/sight.ts";
import type { Submission } from "../../../shared/domain/submission.ts";
import type { Who } from "../../../shared/domain/who.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import { casePage } from "../../../shared/pages/staff/case-page.tsx";
import type { CaseView } from "../../../shared/pages/staff/case-view.ts";
import { formOf } from "../../../shared/pages/staff/command-form.ts";
import { staffDisposedPage, staffNotFoundPage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { answersSeen } from "../answers-seen.ts";
import { duplicatesOf } from "../duplicates.ts";
import type { StaffDeps } from "../live.ts";
import { goneFor, type LookedFor, lookAt, type SeenCase, seenCase } from "../seen-case.ts";
import { unitName, unitsToday, type Visit } from "./visit.ts";

/** What is not there and what is not theirs: one and the same page. */
export const notThere = ({ frame }: Visit): Answer => page(404, staffNotFoundPage(frame));

/** The mark in the address after a command that was carried out. */
export const doneMark = "sparat";

/** Each role in which somebody sees a case, the one that sees most of it first. */
const rolesSeeing = (who: Who, file: CaseFile): readonly Role[] =>
  rolesBySight.filter((role) => who.roles.includes(role) && seenAs({ ...who, roles: [role] }, file) !== undefined);

/** What was sent in and does not stand elsewhere on the page: a request whole, of an incident the manager. */
function answersInWords(
  file: CaseFile,
  submission: Submission,
  role: Role,
  { city }: StaffDeps,
): readonly SummaryRow[] {
  // The form has read the answers before they were stored.
  const answers = answersSeen(file, submission, role) as Parameters<typeof summaryOf>[0];
  switch (submission.form) {
    case "data-subject-request":
      return summaryOf(answers, dataSubjectRequest, "sv", city);
    case "incident-report":
      return summaryOf(answers, incidentReport, "sv", city).filter((row) => row.page === "manager");
    case "consultation":
      return [];
  }
}

const namesIn = ({ history }: CaseFile): ReadonlyMap<string, string> =>
  new Map(history.flatMap(({ who: { sub, name } }) => (name === undefined ? [] : [[sub, name]])));

type Attempted = Pick<CaseView, "attempt" | "staleSince">;

/**
 * The page of a case that is somebody's to see, written down before anything of it is read on.
 *
 * @param attempted a command that was not carried out
 */
export async function caseShown(
  visit: Visit,
  { file, role }: SeenCase,
  why: LookedFor,
  deps: StaffDeps,
  attempted: Attempted = { attempt: null, staleSince: null },
): Promise<string> {
  const { frame, who, request } = visit;
  await lookAt(file, who, role, why, deps);
  const submission = await deps.submissions.get(file.submission);
  const done = request.query.get(doneMark) ?? "";
  const names = namesIn(file);
  const triage = file.kind === "request" ? file.triage : null;
  return casePage(frame, {
    ...attempted,
    file,
    roles: rolesSeeing(who, file),
    units: unitsToday(visit, deps),
    unitName: unitName(deps),
    personName: (sub) => names.get(sub),
    question: routingInWords({ recipients: [], outside: [], triage }, "sv").triage?.question ?? null,
    key: deps.newKey(),
    channels: deps.channels,
    answers: submission === undefined ? [] : answersInWords(file, submission, role, deps),
    duplicates: await duplicatesOf(file, who, deps.cases),
    proposal: file.kind === "breach" && !followsOnly(role) ? assessBreach(file.facts) : null,
    done: attempted.attempt === null && formOf(file.kind, done) !== undefined ? done : null,
  });
}

/** `GET /personal/arenden/{reference}`. */
export async function getCasePage(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const typed = visit.request.param("reference");
  const seen = await seenCase(typed, visit.who, deps.cases);
  if (seen !== undefined) return page(200, await caseShown(visit, seen, "case-read", deps));
  const gone = await goneFor(typed, visit.who, deps.cases);
  return gone === undefined ? notThere(visit) : page(410, staffDisposedPage(visit.frame, gone));
}
