import * as z from "zod";
import type { Case } from "../domain/case.ts";
import { requestStatuses, timelineEvents } from "../domain/case.ts";
import type { CivilDate } from "../domain/civil-date.ts";
import type { Instant } from "../domain/instant.ts";
import { languages } from "../domain/language.ts";
import { attemptOutcomes, letterStates, nextLetterAt } from "../domain/letter.ts";
import { rights } from "../domain/submission.ts";
import type { CaseSeenFromOutside } from "./cases.ts";
import { attributesOf, itemOf, type StoredItem } from "./stored-item.ts";

const schemaVersion = 1;

/** Cases that owe a letter, in one sparse index; the number of letters owed at once is small. */
export const lettersDueShards = ["0", "1", "2", "3"] as const;
const shardOf = (submission: string): string =>
  lettersDueShards[submission.charCodeAt(1) % lettersDueShards.length] ?? "0";

const at = z.custom<Instant>((value) => typeof value === "string");
const on = z.custom<CivilDate>((value) => typeof value === "string");

const letter = z.object({
  id: z.string(),
  kind: z.literal("receipt"),
  state: z.enum(letterStates),
  attempts: z.array(z.object({ number: z.number(), at, outcome: z.enum(attemptOutcomes) })),
  nextAttemptAt: at.nullable(),
});

const triage = z.custom<NonNullable<Case["triage"]>>(
  (value) => typeof value === "object" && value !== null && "candidates" in value && "question" in value,
);

const parsed = <Output>(schema: z.ZodType<Output>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

const record = z.object({
  submission: z.string(),
  number: z.number(),
  reference: z.string(),
  kind: z.literal("request"),
  schemaVersion: z.literal(schemaVersion),
  unit: z
    .string()
    .default("")
    .transform((unit) => (unit === "" ? null : unit)),
  countedUnit: z
    .string()
    .default("")
    .transform((unit) => (unit === "" ? null : unit)),
  right: z.enum(rights),
  channel: z.literal("web"),
  status: z.enum(requestStatuses),
  receivedAt: at,
  dueOn: on,
  originalDueOn: on,
  language: z.enum(languages),
  triage: parsed(triage).optional(),
  timeline: parsed(z.array(z.object({ at, event: z.enum(timelineEvents) }))),
  letters: parsed(z.array(letter)),
  version: z.number(),
});

/** The attributes by which the sparse index finds a case that owes a letter; none when it owes none. */
export const letterAttributes = (kase: Pick<Case, "submission" | "letters">) => {
  const nextAttemptAt = nextLetterAt(kase.letters);
  return {
    letters: JSON.stringify(kase.letters),
    lettersDue: nextAttemptAt === null ? null : shardOf(kase.submission),
    nextAttemptAt,
  };
};

export const itemOfCase = (kase: Case): StoredItem =>
  itemOf({
    ...kase,
    triage: kase.triage === null ? null : JSON.stringify(kase.triage),
    timeline: JSON.stringify(kase.timeline),
    ...letterAttributes(kase),
    schemaVersion,
  });

/** @throws when the item is not a case of a shape this code knows */
export function caseOfItem(item: Readonly<Record<string, unknown>>): Case {
  const { schemaVersion: _, triage: stored, ...kase } = record.parse(attributesOf(item));
  return { ...kase, triage: stored ?? null };
}

/** The attributes the person's own status page may read: codes and dates, no text that anybody wrote. */
export const seenFromOutside = [
  "number",
  "unit",
  "status",
  "receivedAt",
  "dueOn",
  "originalDueOn",
  "timeline",
] as const;

const outsideRecord = record.pick({
  number: true,
  unit: true,
  status: true,
  receivedAt: true,
  dueOn: true,
  originalDueOn: true,
  timeline: true,
});

/** @throws when the item is not part of a case of a shape this code knows */
export const caseSeenFromOutside = (item: Readonly<Record<string, unknown>>): CaseSeenFromOutside =>
  outsideRecord.parse(attributesOf(item));
