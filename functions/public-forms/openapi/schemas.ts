import * as z from "zod";
import { staffShapes } from "../../staff-cases/shapes.ts";
import { reportShapes } from "../../staff-reports/shapes.ts";

/** The shapes of what the API answers, for its documentation and for the tests that hold the answers to them. */

const date = z.iso.date().meta({ description: "Civil date in Europe/Stockholm" });
const at = z.iso.datetime().meta({ description: "Instant, RFC 3339 in UTC" });
const sentence = z.string().meta({ description: "A sentence for people, in the language asked for" });

const recipient = z.strictObject({
  unit: z.string(),
  name: z.string(),
  controller: z.string(),
  because: z.array(sentence),
});
const outsideBody = z.strictObject({ id: z.string(), name: z.string(), because: z.array(sentence) });
const triage = z.strictObject({ candidates: z.array(z.string()), question: sentence }).nullable();

export const schemas = {
  Health: z.strictObject({ status: z.literal("ok") }),
  ApiInfo: z.strictObject({
    apiName: z.string(),
    apiVersion: z.string(),
    apiReleased: date,
    apiDocumentation: z.string(),
    apiStatus: z.literal("active"),
  }),
  Units: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        controller: z.string(),
        validFrom: date.nullable(),
        validTo: date.nullable().meta({ description: "Last day in force" }),
        successors: z.array(z.string()),
      }),
    ),
    next: z.string().nullable().optional(),
  }),
  Services: z.strictObject({
    items: z.array(
      z.strictObject({ key: z.string(), label: z.string(), description: z.string(), asksPlace: z.boolean() }),
    ),
    next: z.string().nullable().optional(),
  }),
  Forms: z.strictObject({
    items: z.array(z.strictObject({ id: z.string(), version: z.int(), title: z.string() })),
    next: z.string().nullable().optional(),
  }),
  Form: z.looseObject({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    pages: z.array(z.looseObject({ id: z.string(), heading: z.string() })),
    fields: z.array(z.looseObject({ pointer: z.string(), kind: z.string() })),
    schema: z.looseObject({}).meta({ description: "JSON Schema of the answers" }),
  }),
  Deadline: z.union([
    z.strictObject({
      dueOn: date,
      thirtyDaysOn: date,
      extendedDueOn: date,
      steps: z.array(z.strictObject({ text: sentence, date })),
    }),
    z.strictObject({ dueAt: at, steps: z.array(z.strictObject({ text: sentence, at })) }),
  ]),
  RoutingPreview: z.strictObject({ recipients: z.array(recipient), outside: z.array(outsideBody), triage }),
  BreachAssessment: z.strictObject({
    risk: z.enum(["unlikely-risk", "risk", "high-risk"]),
    notifyAuthority: z.boolean(),
    informSubjects: z.boolean(),
    because: z.array(sentence),
    enisa: z.strictObject({
      dpc: z.number(),
      ei: z.number(),
      cb: z.number(),
      score: z.number(),
      band: z.string(),
    }),
  }),
  RequestReceived: z.strictObject({
    reference: z.string(),
    statusCode: z.string().meta({ description: "Only ever told here. Needed, with the reference, to see the status." }),
    receivedAt: at,
    dueOn: date,
    recipients: z.array(recipient),
    outside: z.array(outsideBody),
    triage,
    contentHash: z.string().meta({ description: "SHA-256 of the body's canonical JSON (RFC 8785)" }),
  }),
  RequestStatusQuestion: z.strictObject({ reference: z.string(), statusCode: z.string() }),
  RequestStatus: z.strictObject({
    receivedAt: at,
    dueOn: date,
    originalDueOn: date,
    cases: z.array(
      z.strictObject({
        unit: z.string().nullable(),
        name: z.string(),
        status: z.string(),
        dueOn: date,
        outcome: z.string().optional(),
        extendedFor: z.string().optional(),
        reopenedAt: at.optional(),
      }),
    ),
    timeline: z.array(z.strictObject({ at, text: sentence })),
  }),
  ...staffShapes,
  ...reportShapes,
  Problem: z.looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Each fault: where (RFC 6901), which, and in words. Never what was entered." }),
  }),
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof schemas;
