import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import { parseCaseReference } from "../../shared/domain/reference.ts";
import type { RequestSubmission, Submission } from "../../shared/domain/submission.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Which of a request's concerns a case is about, by position; a case opened by another's handling is about the same. */
function concernsOf({ number, openedFrom }: CaseFile, { routing }: RequestSubmission): readonly number[] {
  const opened = openedFrom === null ? null : parseCaseReference(openedFrom.reference);
  const position = (opened?.number ?? number) - 1;
  const part = position === routing.recipients.length ? routing.triage : routing.recipients[position];
  return part?.concerns ?? [];
}

/**
 * What was sent, as somebody working one of its cases sees it. Secrecy holds between the committees of one city too
 * (offentlighets- och sekretesslagen 8 kap. 2 §), so a unit sees which of its own services a request is about and not
 * what the person has had to do with others. The DPO sees it whole.
 */
export function answersSeen(file: CaseFile, submission: Submission, role: Role): Readonly<Record<string, unknown>> {
  const { answers } = submission;
  if (!isRecord(answers)) return {};
  if (submission.form !== "data-subject-request" || role === "dpo") return { ...answers };
  const { concerns } = answers;
  const own = concernsOf(file, submission);
  // A complaint is about no concern in particular, and is then shown as it is.
  if (!Array.isArray(concerns) || own.length === 0) return answers;
  return { ...answers, concerns: concerns.filter((_, index) => own.includes(index)) };
}
