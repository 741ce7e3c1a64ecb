import type * as z from "zod";
import { breachDeadline, breachDeadlineSteps } from "../../shared/domain/breach-deadline.ts";
import type { BreachCase } from "../../shared/domain/casework/breach-case.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { HistoryEntry, Role } from "../../shared/domain/casework/case-history.ts";
import { askedBeforeStart, type ConsultationCase } from "../../shared/domain/casework/consultation-case.ts";
import { remedies } from "../../shared/domain/casework/remedies.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { extendedDeadlineSteps, requestDeadline, requestDeadlineSteps } from "../../shared/domain/request-deadline.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import { followsOnly } from "../../shared/domain/sight/sight.ts";
import type { Submission } from "../../shared/domain/submission.ts";
import type { QueueItem } from "../../shared/store/case-files.ts";
import { answersSeen } from "./answers-seen.ts";
import { staffShapes } from "./shapes.ts";

/** Who looks, as far as it changes what they see of a case that is theirs to see. */
export interface Eye {
  readonly sub: string;
  readonly role: Role;
  readonly language: Language;
}

type Written = Readonly<Record<string, unknown>>;

/** Somebody who only follows what they reported sees their own part of the history: the rest tells of the assessment. */
export const historySeen = (
  { history }: CaseFile,
  { sub, role }: Pick<Eye, "sub" | "role">,
): readonly HistoryEntry[] => (followsOnly(role) ? history.filter(({ who }) => who.sub === sub) : history);

const requestView = (file: RequestCase, { language }: Eye): Written => {
  const deadline = requestDeadline(stockholmDate(file.receivedAt));
  const steps =
    file.extension === null ? requestDeadlineSteps(deadline, language) : extendedDeadlineSteps(deadline, language);
  const { triage } = routingInWords({ recipients: [], outside: [], triage: file.triage }, language);
  return {
    triage,
    clocks: { dueOn: file.dueOn, originalDueOn: file.originalDueOn, steps },
    closing:
      file.closing === null
        ? null
        : { ...file.closing, remedies: file.closing.remedies.map((remedy) => remedies[remedy][language]) },
  };
};

const breachView = (file: BreachCase, { language }: Eye): Written => ({
  clocks: {
    ...file.times,
    dueAt: file.dueAt,
    supplementDueOn: file.supplementDueOn,
    steps: breachDeadlineSteps(breachDeadline(file.times.awareAt), language),
  },
});

const consultationView = (file: ConsultationCase): Written => ({ beforeStart: askedBeforeStart(file) });

const ofItsKind = (file: CaseFile, eye: Eye): Written => {
  switch (file.kind) {
    case "request":
      return requestView(file, eye);
    case "breach":
      return breachView(file, eye);
    case "consultation":
      return consultationView(file);
  }
};

const shapeOf = ({ kind }: CaseFile, { role }: Eye): z.ZodType => {
  switch (kind) {
    case "request":
      return staffShapes.RequestCase;
    case "breach":
      return followsOnly(role) ? staffShapes.ReportedIncident : staffShapes.BreachCase;
    case "consultation":
      return staffShapes.ConsultationCase;
  }
};

/**
 * A case as the API shows it to somebody who sees it in a role.
 *
 * @param submission what was sent; undefined when it has been disposed of
 * @param beside what is told with a case that is read, and not with what a command has made of it
 * @throws when the case holds something its shape does not know: nothing leaves that was not foreseen
 */
export const caseView = (
  file: CaseFile,
  submission: Submission | undefined,
  eye: Eye,
  beside: { readonly duplicates?: readonly string[]; readonly evidence?: RequestCase["evidence"] } = {},
): unknown =>
  shapeOf(file, eye).parse({
    ...file,
    // It comes beside the commands: a command that is sent again gets the answer it got.
    evidence: undefined,
    ...beside,
    ...ofItsKind(file, eye),
    reference: formatReference(file.reference),
    submission: formatReference(file.submission),
    openedFrom: file.openedFrom === null ? null : { reference: formatReference(file.openedFrom.reference) },
    history: historySeen(file, eye),
    answers: submission === undefined ? null : answersSeen(file, submission, eye.role),
  });

/** A case as lists show it. */
export const itemView = ({ due, drill, ...item }: QueueItem): z.input<typeof staffShapes.Cases>["items"][number] => ({
  ...item,
  reference: formatReference(item.reference),
  submission: formatReference(item.submission),
  ...(due === null ? {} : item.kind === "breach" ? { dueAt: due } : { dueOn: due }),
  ...(drill ? { drill } : {}),
});

/** What is left to tell of a case that has gone out of somebody's sight. */
export const outOfSight = (
  { reference }: Pick<CaseFile, "reference">,
  { status, unit }: { readonly status: string; readonly unit: string | null },
): unknown => staffShapes.OutOfSight.parse({ reference: formatReference(reference), status, unit });

/** What has happened to a case since the version somebody saw, as far as they may know. */
export const changedSince = (
  file: CaseFile,
  version: number,
  { sub, role }: Pick<Eye, "sub" | "role">,
): readonly {
  readonly version: number;
  readonly at: Instant;
  readonly by?: string;
  readonly role?: Role;
  readonly command?: string;
}[] =>
  file.history
    .filter((entry) => entry.version > version)
    .map((entry) =>
      followsOnly(role) && entry.who.sub !== sub
        ? { version: entry.version, at: entry.recordedAt }
        : {
            version: entry.version,
            at: entry.recordedAt,
            by: entry.who.name ?? entry.who.sub,
            role: entry.who.role,
            command: entry.command,
          },
    );
