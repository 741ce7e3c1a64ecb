import * as z from "zod";
import { requestStatuses } from "../../shared/domain/case.ts";
import { breachStatuses, doNotInformGrounds } from "../../shared/domain/casework/breach-case.ts";
import { roles } from "../../shared/domain/casework/case-history.ts";
import { consultationKinds, consultationStatuses } from "../../shared/domain/casework/consultation-case.ts";
import {
  evidenceKinds,
  evidenceRefusals,
  representationProofs,
  representedKinds,
} from "../../shared/domain/casework/representation.ts";
import { channels, deliveries, requestOutcomes } from "../../shared/domain/casework/request-case.ts";
import {
  causeCodes,
  dataKindCodes,
  discoveredByCodes,
  effectCodes,
  personGroupCodes,
  riskCodes,
  stoppedCodes,
  whatHappenedCodes,
} from "../../shared/domain/incident-codes.ts";
import { caseKinds } from "../../shared/domain/sight/sight.ts";
import { rights } from "../../shared/domain/submission.ts";

/**
 * What staff may be told, field by field. Every answer is read through its shape on the way out: what has no place here
 * (letters, keys, hashes) stays inside, whatever is added to a case later.
 */

const date = z.iso.date().meta({ description: "Civil date in Europe/Stockholm" });
const at = z.iso.datetime().meta({ description: "Instant, RFC 3339 in UTC" });
const sentence = z.string().meta({ description: "A sentence for people, in the language asked for" });
const said = z.record(z.string(), z.unknown());
const reference = z.string().meta({ description: "In groups, as people read it; a case's number at the end" });
const unit = z.string().nullable().meta({ description: "The unit that holds the case; null while the DPO decides" });

const standing = z.object({ status: z.string(), unit });

export const historyEntry = z.object({
  version: z.int().meta({ description: "The version of the case that the command made" }),
  at: at.meta({ description: "When it happened" }),
  recordedAt: at.meta({ description: "When it was written down" }),
  who: z.object({ sub: z.string(), role: z.enum(roles), name: z.string().optional() }),
  command: z.string(),
  what: said.meta({ description: "What the command said" }),
  was: said.optional().meta({ description: "What an amendment replaced" }),
  from: standing,
  to: standing,
});

const common = {
  reference,
  submission: z.string(),
  unit,
  receivedAt: at,
  assignee: z.string().nullable().meta({ description: "The `sub` of who works the case" }),
  version: z.int().meta({ description: "Give it back with a command" }),
};

const followed = {
  ...common,
  answers: said
    .nullable()
    .meta({ description: "What was sent, as the form read it; null when it has been disposed of" }),
  history: z.array(historyEntry),
  closedAt: at.nullable(),
  diaryNumber: z.string().nullable(),
};

const counted = {
  countedUnit: z.string().nullable().meta({ description: "The unit as it was on the day of receipt" }),
  openedFrom: z
    .object({ reference: z.string() })
    .nullable()
    .meta({ description: "The case whose handling opened this one" }),
};

const daySteps = z.array(z.object({ text: sentence, date }));
const instantSteps = z.array(z.object({ text: sentence, at }));

const requestCase = z.object({
  kind: z.literal("request"),
  status: z.enum(requestStatuses),
  ...followed,
  ...counted,
  right: z.enum(rights),
  channel: z.enum(channels),
  delivery: z.enum(deliveries).nullable(),
  protectedIdentity: z.boolean(),
  triage: z.object({ candidates: z.array(z.string()), question: sentence }).nullable(),
  duplicates: z
    .array(reference)
    .optional()
    .meta({ description: "Other requests of the same person for the same right within a year, of those one may see" }),
  dueOn: date,
  originalDueOn: date,
  clocks: z.object({ dueOn: date, originalDueOn: date, steps: daySteps }),
  extension: z.object({ reason: z.string(), explanation: z.string(), noticeSentOn: date }).nullable(),
  identity: z.object({ state: z.string(), at: at.nullable(), how: z.string().nullable() }),
  representation: z
    .object({
      of: z.enum(representedKinds),
      confirmed: z.object({ at, how: z.enum(representationProofs) }).nullable(),
    })
    .nullable()
    .meta({ description: "Null when whoever asks does so for themselves" }),
  evidence: z
    .array(
      z.discriminatedUnion("outcome", [
        z.object({ id: z.string(), at, outcome: z.literal("received"), kind: z.enum(evidenceKinds), size: z.int() }),
        z.object({ id: z.string(), at, outcome: z.literal("refused"), reason: z.enum(evidenceRefusals) }),
      ]),
    )
    .optional()
    .meta({ description: "What they have sent to show that they may ask for the other; told when a case is read" }),
  searches: z.array(z.object({ at, system: z.string(), found: z.boolean() })),
  forwarded: z.array(z.object({ at, from: z.string().nullable(), to: z.string() })),
  closing: z
    .object({
      outcome: z.enum(requestOutcomes),
      sentOn: date.nullable(),
      explanation: z.string().nullable(),
      remedies: z.array(sentence),
      answeredInTime: z.boolean().nullable(),
      answeredWithin30Days: z.boolean().nullable(),
      instead: z.string().nullable(),
    })
    .nullable(),
});

const facts = z.object({
  whatHappened: z.enum(whatHappenedCodes),
  description: z.string(),
  discoveredBy: z.enum(discoveredByCodes).nullable(),
  cause: z.enum(causeCodes).nullable(),
  effect: z.array(z.enum(effectCodes)),
  personGroups: z.array(z.enum(personGroupCodes)),
  personsAbout: z.int().nullable(),
  dataKinds: z.array(z.enum(dataKindCodes)),
  measuresTaken: z.string().nullable(),
  stopped: z.enum(stoppedCodes).nullable(),
});

const reportedClocks = {
  occurredAt: at.nullable(),
  ongoing: z.boolean(),
  detectedAt: at,
  awareAt: at,
  dueAt: at,
  steps: instantSteps,
};

const reported = {
  kind: z.literal("breach"),
  status: z.enum(breachStatuses),
  ...followed,
  drill: z.boolean(),
  facts,
  awareDelayReason: z.string().nullable(),
  dueAt: at,
};

/** An incident to the employee who reported it: what they wrote, where it stands and its clock, not the assessment. */
const reportedIncident = z.object({ ...reported, clocks: z.object(reportedClocks) });

const deciders = { decidedBy: z.string().nullable(), dpoAdvice: z.string().nullable() };

const breachCase = z.object({
  ...reported,
  ...counted,
  reportedBy: z.string(),
  clocks: z.object({
    ...reportedClocks,
    dpoInvolvedAt: at.nullable(),
    assessedAt: at.nullable(),
    notifiedAt: at.nullable(),
    subjectsInformedAt: at.nullable(),
    supplementDueOn: date.nullable(),
  }),
  risk: z.enum(riskCodes).nullable(),
  assessment: z.object({ explanation: z.string(), ...deciders }).nullable(),
  authority: z
    .discriminatedUnion("decision", [
      z.object({
        decision: z.literal("notified"),
        authorityReference: z.string().nullable(),
        lateReason: z.string().nullable(),
        complete: z.boolean(),
        ...deciders,
      }),
      z.object({ decision: z.literal("not-notified"), explanation: z.string(), ...deciders }),
    ])
    .nullable(),
  subjects: z
    .discriminatedUnion("decision", [
      z.object({ decision: z.literal("informed"), how: z.string(), ...deciders }),
      z.object({
        decision: z.literal("not-informed"),
        ground: z.enum(doNotInformGrounds),
        explanation: z.string(),
        ...deciders,
      }),
    ])
    .nullable(),
  supplementedAt: z.array(at),
  measures: z.array(
    z.object({ id: z.string(), what: z.string(), owner: z.string(), dueOn: date, completedOn: date.nullable() }),
  ),
  dismissal: z.object({ explanation: z.string() }).nullable(),
});

const consultationCase = z.object({
  kind: z.literal("consultation"),
  status: z.enum(consultationStatuses),
  ...followed,
  ...counted,
  reportedBy: z.string(),
  about: z.enum(consultationKinds),
  subject: z.string(),
  description: z.string(),
  processingStartsOn: date.nullable(),
  beforeStart: z.boolean().nullable().meta({ description: "Whether the DPO was asked before the processing started" }),
  answeredOn: date.nullable(),
  answer: z.string().nullable(),
});

/** A command's answer to somebody whose sight of the case it ended. */
const outOfSight = z.object({ reference, status: z.string(), unit });

export const staffShapes = {
  RequestCase: requestCase,
  BreachCase: breachCase,
  ReportedIncident: reportedIncident,
  ConsultationCase: consultationCase,
  Case: z.union([requestCase, breachCase, reportedIncident, consultationCase]),
  CaseAfterCommand: z.union([requestCase, breachCase, reportedIncident, consultationCase, outOfSight]),
  OutOfSight: outOfSight,
  Cases: z.object({
    items: z.array(
      z.object({
        ...common,
        kind: z.enum(caseKinds),
        status: z.string(),
        dueOn: date.optional().meta({ description: "A request's last day" }),
        dueAt: at.optional().meta({ description: "A breach's last instant" }),
        drill: z.literal(true).optional(),
      }),
    ),
    next: z.string().nullable(),
  }),
  CaseHistory: z.object({ items: z.array(historyEntry), next: z.null() }),
  Disposals: z.object({
    rules: z.array(sentence),
    items: z.array(
      z.object({
        reference,
        kind: z.enum(caseKinds),
        unit,
        closedRecordedAt: at.meta({ description: "When the closing was recorded, from which the years are counted" }),
        disposedAt: at,
        rule: z.string(),
        decision: z.string().meta({ description: "The reference of the decision on disposal" }),
      }),
    ),
    next: z.string().nullable(),
  }),
  AccessLog: z.object({
    items: z.array(
      z.object({
        reference,
        who: z.string().meta({ description: "The `sub` of who looked" }),
        role: z.string(),
        at,
        why: z.string(),
        seq: z.int(),
        previous: z.string(),
        hash: z.string().meta({ description: "Binds the look to the one before it" }),
      }),
    ),
    chain: z
      .object({
        brokenAt: z.int().nullable().meta({
          description: "The first look that is not as it was written, or is missing; null when the chain holds",
        }),
        anchoredThrough: date
          .nullable()
          .meta({ description: "The last day whose ends of chains are noted under lock" }),
      })
      .nullable()
      .meta({ description: "With the first page; null with the others" }),
    next: z.string().nullable(),
  }),
  IncidentReceived: z.object({ reference, unit: z.string(), dueAt: at }),
  ConsultationReceived: z.object({ reference, unit: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type StaffShape = keyof typeof staffShapes;
