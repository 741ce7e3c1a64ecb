import * as z from "zod";
import { areas, extents, marks } from "../../shared/domain/yearly/yearly-review.ts";
import { historyKinds } from "../../shared/imports/history-kinds.ts";

/** What the year's calls answer, field by field: the API's description is made of these, and every answer is read through them. */

const known = z.number().nullable().meta({ description: "Null: not known / uppgift saknas" });
const counts = z.record(z.string(), z.int()).meta({ description: "By stored code, those that were counted" });
const extent = z.enum(extents).nullable();

const cases = {
  requests: z.object({
    received: known,
    open: known,
    byOutcome: counts,
    byRight: counts,
    byChannel: counts,
    answeredInTime: known,
    answeredWithin30Days: known,
    extended: known,
    forwarded: known,
    medianDays: known,
  }),
  breaches: z.object({
    documented: known,
    notifiedToAuthority: known,
    notifiedInTime: known,
    subjectsInformed: known,
    neither: known,
    byKind: counts,
    byCategory: counts,
    byCause: counts,
    byDiscovery: counts,
    withActionPlan: known,
    dismissed: known,
  }),
  consultations: z.object({ total: known, beforeStart: known, afterStart: known, byKind: counts }),
};

const eachArea = <Schema extends z.ZodType>(schema: Schema) => z.partialRecord(z.enum(areas), schema);

const review = {
  records: z.object({ count: known, updated: extent, complete: extent, routines: extent, riskCount: known }),
  policies: z.object({ inPlace: extent, quality: extent, support: extent, upToDate: extent, owners: extent }),
  measures: z.object({ classified: known, current: extent }),
  dpias: z.object({ identified: extent, highRiskDone: extent, current: extent }),
  marks: eachArea(z.array(z.enum(marks))),
  comments: eachArea(z.string()),
  recommendations: z.array(
    z.object({
      id: z.string(),
      area: z.enum(areas),
      text: z.string(),
      statedByUnit: z.string().nullable(),
      judgedByDpo: z.string().nullable(),
    }),
  ),
};
const version = z.int().meta({ description: "Give it back with the next write; 0 when nobody has begun" });

const oneYear = {
  year: z.int(),
  unit: z.string().nullable().meta({ description: "Null: the whole city" }),
  ...cases,
  review: z.object(review).nullable(),
};

/** What every import takes. */
const sentFile = {
  file: z.base64().min(4).meta({ description: "The file's bytes in base64: CSV, or a workbook (.xlsx)" }),
  dryRun: z.boolean().optional().meta({ description: "True: tell what would be read, and keep nothing" }),
};
const fileProblems = {
  problems: z.array(
    z.object({ row: z.int().nullable(), column: z.string().nullable(), code: z.string(), message: z.string() }),
  ),
  problemCount: z.int(),
};

const reportFile = z.object({
  name: z.string(),
  size: z.int().meta({ description: "Bytes / byte" }),
  sha256: z.string().meta({ description: "Of the content, in hexadecimal / Av innehållet, hexadecimalt" }),
});

export const reportShapes = {
  Figures: z.object({
    ...oneYear,
    previous: z.object({ ...oneYear, previous: z.null(), change: z.null(), asNow: z.null() }).nullable(),
    change: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "The differences, key by key as in `previous`; null where one of the years is not known" }),
    asNow: z.object(cases).nullable().meta({ description: "With the units that it came after" }),
  }),
  Statistics: z.object({
    year: z.int(),
    rows: z.array(
      z.object({
        figure: z.string().meta({ description: "Its place in the figures, such as `requests.byRight`" }),
        code: z.string().nullable(),
        unit: z.string().nullable().meta({ description: "Null: the whole city" }),
        value: z.number().nullable(),
        status: z.enum(["shown", "left-out", "not-known"]),
      }),
    ),
  }),
  YearlyReviewRead: z.object({ ...review, version, previous: z.object(review).nullable() }),
  YearlyReviewKept: z.object({ ...review, version }),
  HistoryImportFile: z.strictObject({
    kind: z.enum(historyKinds),
    unit: z.string().regex(/^[a-z0-9-]{1,100}$/),
    ...sentFile,
  }),
  RecordImportFile: z.strictObject({ ...sentFile, version: version.min(0).optional() }),
  HistoryImport: z.object({
    kind: z.enum(historyKinds),
    unit: z.string(),
    dryRun: z.boolean(),
    rows: z.int().meta({ description: "How many cases the file holds; 0 when something in it is wrong" }),
    byYear: z.record(z.string(), z.int()),
    handledHere: z.record(z.string(), z.int()).optional().meta({
      description:
        "Told by a trial: how many cases of the same kind and unit the service itself has of those years. The same case read in from a file would count twice.",
    }),
    written: z.int().meta({ description: "New cases, and those that were there with other content" }),
    unchanged: z.int(),
    ...fileProblems,
  }),
  RecordImport: z.object({
    dryRun: z.boolean(),
    version: z.int().nullable().meta({ description: "Of the review that was filled in; null when nothing was" }),
    count: known,
    riskCount: known,
    proposed: z
      .object({
        records: z.object({ count: z.int(), riskCount: z.int() }),
        dpias: z.object({ highRiskDone: extent }),
      })
      .nullable(),
    findings: z.array(z.object({ code: z.string(), rows: z.array(z.int()), message: z.string() })),
    ...fileProblems,
  }),
  References: z.object({
    definition: z.string().nullable().meta({ description: "What the number means, in the language asked for" }),
    items: z.array(z.object({ reference: z.string(), kind: z.enum(["request", "breach", "consultation"]) })),
    next: z.string().nullable(),
  }),
  Compilation: z.object({ year: z.int(), files: z.array(reportFile) }),
  CompilationProgress: z.object({ state: z.enum(["asked", "running", "done"]), done: z.int(), of: z.int() }),
  ReportFiles: z.object({ items: z.array(reportFile) }),
  YearLock: z.object({ year: z.int(), lockedAt: z.string() }),
} as const satisfies Record<string, z.ZodType>;

/** The reference after which the next page begins. */
export const cursorPlace = z.string().min(1);
