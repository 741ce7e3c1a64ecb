import * as z from "zod";
import { requestStatuses, timelineEvents } from "../domain/case.ts";
import { breachStatuses } from "../domain/casework/breach-case.ts";
import type { CaseFile } from "../domain/casework/case-file.ts";
import { consultationKinds, consultationStatuses } from "../domain/casework/consultation-case.ts";
import { stillOwed } from "../domain/casework/owed-cases.ts";
import { queuesOf, urgencyOf } from "../domain/casework/queue.ts";
import { nextReminderAt } from "../domain/casework/reminders.ts";
import type { EvidenceEvent } from "../domain/casework/representation.ts";
import { channels, deliveries, requestCase, requestOutcomes } from "../domain/casework/request-case.ts";
import type { Owed } from "../domain/casework/what-is-owed.ts";
import { riskCodes } from "../domain/incident-codes.ts";
import { languages } from "../domain/language.ts";
import { nextLetterAt } from "../domain/letter.ts";
import { rights } from "../domain/submission.ts";
import { yearShardOf } from "../domain/yearly/tally.ts";
import { tallyOfCase, yearOfTally } from "../domain/yearly/tally-of-case.ts";
import { writeTally } from "../domain/yearly/tally-text.ts";
import * as part from "./case-parts.ts";
import { at, json, on, orNull, wordOf, yesNo } from "./case-parts.ts";
import type { CaseSeenFromOutside, Sibling } from "./cases.ts";
import { attributesOf, itemOf, type StoredItem } from "./stored-item.ts";

/** Raised by one whenever what is written changes shape; older shapes stay readable. */
const schemaVersion = 2;

/** Cases that owe a letter, or will owe a reminder, spread over their sparse indexes. */
export const caseShards = ["0", "1", "2", "3"] as const;
const shardOf = (submission: string): string => caseShards[submission.charCodeAt(1) % caseShards.length] ?? "0";

/** Attributes with plain values; null is what an item leaves out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** Cases that owe a further case: so few at once that they share one place in their sparse index. */
export const owing = "further-case";

const textOf = (nested: unknown): string | null => (nested === null ? null : JSON.stringify(nested));

/** What a case owes, and the attributes by which the sparse indexes find a case that owes something or soon will. */
export function owedAttributes(file: CaseFile, owed: Owed): Attributes {
  const { submission } = file;
  const nextAttemptAt = nextLetterAt(owed.letters);
  const remindAt = nextReminderAt({ ...file, letters: owed.letters });
  return {
    letters: JSON.stringify(owed.letters),
    lettersDue: nextAttemptAt === null ? null : shardOf(submission),
    nextAttemptAt,
    owedCases: JSON.stringify(owed.owedCases),
    owes: stillOwed(owed).length === 0 ? null : owing,
    watched: remindAt === null ? null : shardOf(submission),
    remindAt,
  };
}

/** Where lists find the case. */
function queueAttributes(file: CaseFile): Attributes {
  const { unit, city, reporter } = queuesOf(file);
  return { unitQueue: unit, cityQueue: city, reporterQueue: reporter, urgency: urgencyOf(file) };
}

/** Where the year finds the case, and all that it counts of it. */
function yearAttributes(file: CaseFile): Attributes {
  const tally = tallyOfCase(file);
  return { yearShard: yearShardOf(yearOfTally(tally), file.reference), tally: writeTally(tally) };
}

/** What is each kind's own. */
function ownAttributes(file: CaseFile): Attributes {
  switch (file.kind) {
    case "request": {
      const { right, channel, delivery, dueOn, originalDueOn } = file;
      return {
        ...{ right, channel, delivery, dueOn, originalDueOn },
        noticeByMail: wordOf(file.noticeByMail),
        noticeBySms: wordOf(file.noticeBySms),
        ownNumber: wordOf(file.ownNumber),
        protectedIdentity: wordOf(file.protectedIdentity),
        triage: textOf(file.triage),
        extension: textOf(file.extension),
        identity: JSON.stringify(file.identity),
        representation: textOf(file.representation),
        searches: JSON.stringify(file.searches),
        forwarded: JSON.stringify(file.forwarded),
        closing: textOf(file.closing),
        outcome: file.closing?.outcome ?? null,
        extendedFor: file.extension?.reason ?? null,
      };
    }
    case "breach": {
      const { reportedBy, awareDelayReason, dueAt, risk, supplementDueOn } = file;
      return {
        ...{ reportedBy, awareDelayReason, dueAt, risk, supplementDueOn },
        drill: wordOf(file.drill),
        hasManager: wordOf(file.hasManager),
        facts: JSON.stringify(file.facts),
        ...file.times,
        ongoing: wordOf(file.times.ongoing),
        assessment: textOf(file.assessment),
        authority: textOf(file.authority),
        subjects: textOf(file.subjects),
        supplementedAt: JSON.stringify(file.supplementedAt),
        measures: JSON.stringify(file.measures),
        dismissal: textOf(file.dismissal),
      };
    }
    case "consultation": {
      const { reportedBy, about, subject, description, processingStartsOn, answeredOn, answer } = file;
      return { reportedBy, about, subject, description, processingStartsOn, answeredOn, answer };
    }
  }
}

/** Everything that is written of a case besides its key. */
export function attributesOfCase(file: CaseFile): Attributes {
  const { reference, kind, status, unit, countedUnit, receivedAt, language, assignee, diaryNumber, version } = file;
  const { closedAt, closedRecordedAt } = file;
  return {
    ...{ reference, kind, status, unit, countedUnit, receivedAt, language, assignee, diaryNumber, version },
    ...{ closedAt, closedRecordedAt },
    // Closed cases stand in a list of their kind until they are disposed of.
    disposable: closedRecordedAt === null ? null : kind,
    timeline: JSON.stringify(file.timeline),
    history: JSON.stringify(file.history),
    openedFrom: textOf(file.openedFrom),
    ...ownAttributes(file),
    ...owedAttributes(file, file),
    ...queueAttributes(file),
    ...yearAttributes(file),
    schemaVersion,
  };
}

/** What the person has sent is written by itself, and not with a command that began from an older reading of the case. */
export const evidenceAttribute = (evidence: readonly EvidenceEvent[]): Attributes => ({
  evidence: evidence.length === 0 ? null : JSON.stringify(evidence),
});

/** The item of a newly opened case. */
export const itemOfCase = (file: CaseFile, person?: string): StoredItem =>
  itemOf({
    submission: file.submission,
    number: file.number,
    ...attributesOfCase(file),
    ...evidenceAttribute(file.kind === "request" ? file.evidence : []),
    person,
    owedVersion: 1,
  });

const common = {
  submission: z.string(),
  number: z.number(),
  reference: z.string(),
  unit: orNull(z.string()),
  countedUnit: orNull(z.string()),
  receivedAt: at,
  language: z.enum(languages),
  assignee: orNull(z.string()),
  diaryNumber: orNull(z.string()),
  closedAt: orNull(at),
  closedRecordedAt: orNull(at),
  timeline: json(part.timeline),
  history: json(part.history),
  letters: json(part.letters),
  owedCases: json(part.owedCases),
  openedFrom: orNull(json(part.openedFrom)),
  version: z.number(),
};

const request = z.object({
  ...common,
  kind: z.literal("request"),
  status: z.enum(requestStatuses),
  right: z.enum(rights),
  channel: z.enum(channels),
  delivery: orNull(z.enum(deliveries)),
  noticeByMail: yesNo.default(false),
  noticeBySms: yesNo.default(false),
  ownNumber: yesNo.default(false),
  protectedIdentity: yesNo,
  triage: orNull(json(part.triage)),
  dueOn: on,
  originalDueOn: on,
  extension: orNull(json(part.extension)),
  identity: json(part.identity),
  representation: orNull(json(part.representation)),
  evidence: json(part.evidence).default([]),
  searches: json(part.searches),
  forwarded: json(part.forwarded),
  closing: orNull(json(part.closing)),
});

const breach = z
  .object({
    ...common,
    kind: z.literal("breach"),
    status: z.enum(breachStatuses),
    reportedBy: z.string(),
    drill: yesNo,
    hasManager: yesNo,
    facts: json(part.facts),
    occurredAt: orNull(at),
    ongoing: yesNo,
    detectedAt: at,
    awareAt: at,
    dpoInvolvedAt: orNull(at),
    assessedAt: orNull(at),
    notifiedAt: orNull(at),
    subjectsInformedAt: orNull(at),
    awareDelayReason: orNull(z.string()),
    dueAt: at,
    risk: orNull(z.enum(riskCodes)),
    assessment: orNull(json(part.assessment)),
    authority: orNull(json(part.authority)),
    subjects: orNull(json(part.subjects)),
    supplementDueOn: orNull(on),
    supplementedAt: json(z.array(at)),
    measures: json(part.measures),
    dismissal: orNull(json(part.dismissal)),
  })
  .transform(
    ({
      occurredAt,
      ongoing,
      detectedAt,
      awareAt,
      dpoInvolvedAt,
      assessedAt,
      notifiedAt,
      subjectsInformedAt,
      ...rest
    }) => ({
      ...rest,
      times: {
        occurredAt,
        ongoing,
        detectedAt,
        awareAt,
        dpoInvolvedAt,
        assessedAt,
        notifiedAt,
        subjectsInformedAt,
      },
    }),
  );

const consultation = z.object({
  ...common,
  kind: z.literal("consultation"),
  status: z.enum(consultationStatuses),
  reportedBy: z.string(),
  about: z.enum(consultationKinds),
  subject: z.string(),
  description: z.string(),
  processingStartsOn: orNull(on),
  answeredOn: orNull(on),
  answer: orNull(z.string()),
});

/** Cases as they were first written: requests from the web that nobody had worked on. */
const first = z
  .object({
    ...common,
    kind: z.literal("request"),
    status: z.enum(requestStatuses),
    right: z.enum(rights),
    channel: z.literal("web"),
    timeline: json(z.array(z.object({ at, event: z.enum(timelineEvents) }))),
    triage: orNull(json(part.triage)),
    dueOn: on,
    originalDueOn: on,
  })
  .omit({ history: true, owedCases: true, openedFrom: true, assignee: true, diaryNumber: true })
  .omit({ closedAt: true, closedRecordedAt: true })
  .transform((kase) =>
    requestCase(
      { ...kase, letters: kase.letters.map((letter) => ({ ...letter, kind: "receipt" })) },
      { delivery: null, protectedIdentity: false, identifiedAt: null },
    ),
  );

const shapes = z.object({ schemaVersion: z.number(), kind: z.enum(["request", "breach", "consultation"]) });

export interface StoredCase {
  readonly file: CaseFile;
  /** Counts what was done about what the case owes, beside the commands; undefined before that was counted. */
  readonly owedVersion: number | undefined;
}

/** @throws when the item is not a case of a shape this code knows */
export function storedCaseOf(item: Readonly<Record<string, unknown>>): StoredCase {
  const attributes = attributesOf(item);
  const shape = shapes.parse(attributes);
  const owedVersion = z.number().optional().parse(attributes.owedVersion);
  if (shape.schemaVersion === 1) return { file: first.parse(attributes), owedVersion };
  z.literal(schemaVersion).parse(shape.schemaVersion);
  return { file: { request, breach, consultation }[shape.kind].parse(attributes), owedVersion };
}

/** The attributes the person's own status page may read: codes and dates, no text that anybody wrote. */
export const seenFromOutside = [
  "number",
  "unit",
  "status",
  "receivedAt",
  "dueOn",
  "originalDueOn",
  "outcome",
  "extendedFor",
  "timeline",
  "evidence",
] as const;

const outsideRecord = request
  .pick({
    number: true,
    unit: true,
    status: true,
    receivedAt: true,
    dueOn: true,
    originalDueOn: true,
    timeline: true,
    evidence: true,
  })
  .extend({ outcome: orNull(z.enum(requestOutcomes)), extendedFor: orNull(part.extension.shape.reason) });

/** @throws when the item is not part of a case of a shape this code knows */
export const caseSeenFromOutside = (item: Readonly<Record<string, unknown>>): CaseSeenFromOutside =>
  outsideRecord.parse(attributesOf(item));

const sibling = z.object({ number: z.number(), openedFrom: orNull(json(part.openedFrom)) });

/** @throws when the item is not part of a case of a shape this code knows */
export const siblingOf = (item: Readonly<Record<string, unknown>>): Sibling => sibling.parse(attributesOf(item));
