import * as z from "zod";
import { placeBases, reportForms, serviceGroups } from "../../shared/domain/city.ts";

const date = z.iso.date();
const text = z.strictObject({ sv: z.string().trim().min(2), en: z.string().trim().min(2) });
const unitId = z.string().regex(/^[a-z]+-[a-z0-9-]+$/);
const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("district"), also: z.array(unitId).min(1).optional() }),
  z.strictObject({ kind: z.literal("units"), units: z.array(unitId).min(1) }),
  z.strictObject({ kind: z.literal("last-district"), otherwise: unitId, years: z.int().positive(), question: text }),
  z.strictObject({ kind: z.literal("workplace"), byPlace: z.boolean(), question: text }),
  z.strictObject({
    kind: z.literal("ask"),
    units: z.array(unitId),
    district: z.literal(true).optional(),
    question: text,
  }),
  z.strictObject({ kind: z.literal("outside"), bodies: z.array(z.string().startsWith("ext-")).min(1) }),
  z.strictObject({ kind: z.literal("health-care") }),
  z.strictObject({ kind: z.literal("municipality") }),
]);
const filled = z.string().trim().min(1);
const contact = filled.nullable();

/** A city's data as the code reads it. What TypeScript cannot see is looked at here: empty texts, malformed days and codes. */
const shape = z.object({
  id: z.string().regex(/^[a-z]+$/),
  name: text,
  municipality: z.string().regex(/^\d{4}$/),
  units: z
    .array(
      z.strictObject({
        id: unitId,
        name: filled,
        area: filled.optional(),
        kind: z.enum(["stadsdelsnamnd", "facknamnd", "bolag", "stiftelse", "historic", "extern"]),
        administration: filled,
        controller: filled,
        validFrom: date.nullable(),
        validTo: date.nullable(),
        successors: z.array(unitId),
        predecessors: z.array(unitId),
      }),
    )
    .min(1),
  services: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z-]+$/),
        label: text,
        description: text,
        group: z.enum(serviceGroups),
        forCitizens: z.boolean(),
        asksPlace: z.boolean(),
        place: z.enum(placeBases).nullable(),
        rule,
        formerly: z.strictObject({ until: date, rule }).optional(),
        oldRecords: z.strictObject({ before: date, archive: unitId }).optional(),
        keptYears: z.int().positive().optional(),
        elsewhere: z.enum(["theirs", "ask", "ours"]),
        notes: z.array(text).optional(),
      }),
    )
    .min(1),
  districts: z.array(
    z.strictObject({
      eras: z
        .array(z.strictObject({ from: date, units: z.array(unitId).min(1), unsure: z.literal(true).optional() }))
        .min(1),
      official: z.array(filled),
      parts: z.array(filled).optional(),
    }),
  ),
  aliases: z.record(filled, z.array(filled).min(1)),
  postalTowns: z.record(z.string().regex(/^[1-9]\d\d$/), filled),
  placeNotes: z.record(filled, text),
  placeNames: z.array(filled),
  country: z.strictObject({
    municipalities: z.record(z.string().regex(/^\d{4}$/), z.strictObject({ name: filled, label: filled })),
    regions: z.record(z.string().regex(/^\d{2}$/), z.strictObject({ id: z.string().startsWith("ext-"), name: filled })),
    outsideBodies: z.record(z.string().startsWith("ext-"), text),
  }),
  reportForm: z.enum(reportForms),
  recordColumns: z
    .strictObject({ name: filled, purpose: filled, contact: filled, security: filled, risk: filled, dpia: filled })
    .optional(),
  contact: z.strictObject({ phone: contact, email: contact, visit: contact, post: contact, website: contact }),
});

const what: Readonly<Record<string, string>> = {
  invalid_type: "is missing or is something else than it should be",
  too_small: "is empty",
  invalid_format: "is not written as it should be",
  invalid_value: "is not one of the words that are known",
  unrecognized_keys: "has something that is not known",
  invalid_union: "is of no kind that is known",
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined),
    value,
  );

/** "the service soc-okand" rather than "services.3": whatever on the way there has an id or a key gives it its name. */
const whereIn = (city: unknown, path: readonly PropertyKey[]): string => {
  for (const [kind, name] of [
    ["units", "id"],
    ["services", "key"],
  ] as const) {
    const named = at(city, [...path.slice(0, 2), name]);
    if (path[0] === kind && path.length > 2 && typeof named === "string")
      return `${path.slice(2).map(String).join(".")} of the ${kind === "units" ? "unit" : "service"} ${named}`;
  }
  return path.map(String).join(".");
};

/** Sentences about what is missing or malformed in the data's shape; none when the code can read it. */
export function faultsInShape(city: unknown): readonly string[] {
  const read = shape.safeParse(city);
  if (read.success) return [];
  return read.error.issues.map(({ code, path }) => `${whereIn(city, path)} ${what[code] ?? "is not as it should be"}.`);
}
