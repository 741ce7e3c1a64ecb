import * as z from "zod";
import type { CivilDate } from "../domain/civil-date.ts";
import type { Instant } from "../domain/instant.ts";
import { languages } from "../domain/language.ts";
import type { Routing } from "../domain/routing/routing.ts";
import { rights, type Submission } from "../domain/submission.ts";
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

const record = z.object({
  kind: z.literal("submission"),
  schemaVersion: z.literal(schemaVersion),
  reference: z.string(),
  statusCodeHash: z.string(),
  contentHash: z.string(),
  form: z.literal("data-subject-request"),
  formVersion: z.number(),
  channel: z.literal("web"),
  receivedAt: z.custom<Instant>((value) => typeof value === "string"),
  language: z.enum(languages),
  right: z.enum(rights),
  dueOn: z.custom<CivilDate>((value) => typeof value === "string"),
  routing: json(isRouting),
  answers: json((value): value is unknown => value !== undefined),
});

/** The item that is written for a submission: one item, whole, marked as not yet taken in. */
export const itemOfSubmission = (submission: Submission): StoredItem =>
  itemOf({
    ...submission,
    routing: JSON.stringify(submission.routing),
    answers: JSON.stringify(submission.answers),
    schemaVersion,
    pendingIntake: shardOf(submission.reference),
  });

/** @throws when the item is not a submission of a shape this code knows */
export function submissionOfItem(item: Readonly<Record<string, unknown>>): Submission {
  const { schemaVersion: _, ...submission } = record.parse(attributesOf(item));
  return submission;
}
