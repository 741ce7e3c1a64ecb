import * as z from "zod";
import { channels } from "../domain/casework/request-case.ts";
import type { CivilDate } from "../domain/civil-date.ts";
import type { Instant } from "../domain/instant.ts";
import { languages } from "../domain/language.ts";
import type { Routing } from "../domain/routing/routing.ts";
import { type ConsultationAnswers, type IncidentAnswers, rights, type Submission } from "../domain/submission.ts";
import { attributesOf, itemOf, type StoredItem } from "./stored-item.ts";

/** Raised by one whenever what is written changes shape; older shapes stay readable. */
const schemaVersion = 1;

/** Submissions whose cases are not all open yet, spread so that no one index partition takes every write. */
export const intakeShards = ["0", "1", "2", "3"] as const;
const shardOf = (reference: string): string => intakeShards[reference.charCodeAt(0) % intakeShards.length] ?? "0";

const json = <T>(check: (value: unknown) => value is T) =>
  z.string().transform((text, context): T => {
    const value: unknown = JSON.parse(text);
    if (check(value)) return value;
    context.addIssue({ code: "custom", message: "stored JSON has another shape" });
    return z.NEVER;
  });

const isRouting = (value: unknown): value is Routing =>
  typeof value === "object" &&
  value !== null &&
  "recipients" in value &&
  Array.isArray(value.recipients) &&
  "outside" in value &&
  Array.isArray(value.outside) &&
  "triage" in value;

const at = z.custom<Instant>((value) => typeof value === "string");
const on = z.custom<CivilDate>((value) => typeof value === "string");

const common = {
  kind: z.literal("submission"),
  schemaVersion: z.literal(schemaVersion),
  reference: z.string(),
  contentHash: z.string(),
  formVersion: z.number(),
  receivedAt: at,
  language: z.enum(languages),
};

const request = z.object({
  ...common,
  form: z.literal("data-subject-request"),
  statusCodeHash: z.string(),
  channel: z.enum(channels),
  by: z.string().nullable().default(null),
  recordedAt: at.nullable().default(null),
  identifiedAt: at.nullable().default(null),
  right: z.enum(rights),
  dueOn: on,
  routing: json(isRouting),
  answers: json((value): value is unknown => value !== undefined),
});

const staff = { ...common, by: z.string(), unit: z.string(), countedUnit: z.string() };
const has = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === "object" && value !== null && names.every((name) => Object.hasOwn(value, name));

const incident = z.object({
  ...staff,
  form: z.literal("incident-report"),
  answers: json((value): value is IncidentAnswers =>
    has(value, "whatHappened", "description", "detectedAt", "effect", "personGroups", "dataKinds", "drill"),
  ),
});

const consultation = z.object({
  ...staff,
  form: z.literal("consultation"),
  answers: json((value): value is ConsultationAnswers => has(value, "kind", "subject", "description")),
});

const record = z.discriminatedUnion("form", [request, incident, consultation]);

/** The item that is written for a submission: one item, whole, marked as not yet taken in. */
export const itemOfSubmission = (submission: Submission): StoredItem =>
  itemOf({
    ...submission,
    routing: "routing" in submission ? JSON.stringify(submission.routing) : null,
    answers: JSON.stringify(submission.answers),
    schemaVersion,
    pendingIntake: shardOf(submission.reference),
  });

/** @throws when the item is not a submission of a shape this code knows */
export function submissionOfItem(item: Readonly<Record<string, unknown>>): Submission {
  const { schemaVersion: _, ...submission } = record.parse(attributesOf(item));
  return submission;
}
