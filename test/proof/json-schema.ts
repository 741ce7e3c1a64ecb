import * as z from "zod";

/** The part of JSON Schema that the API's own description uses. */
export interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: unknown;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly maxLength?: number | undefined;
  readonly maxItems?: number | undefined;
}

export const schemaShape: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), schemaShape).optional(),
    items: schemaShape.optional(),
    anyOf: z.array(schemaShape).optional(),
    enum: z.array(z.unknown()).optional(),
    maxLength: z.number().optional(),
    maxItems: z.number().optional(),
  }),
);

export type Step = string | number;
export interface Place {
  readonly path: readonly Step[];
  readonly schema: Schema;
}

/** Every place that the schema names, outermost first; the first item stands for all of a list. */
export function placesIn(schema: Schema, path: readonly Step[] = []): readonly Place[] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => placesIn(part, [...path, name]));
  const items = schema.items === undefined ? [] : placesIn(schema.items, [...path, 0]);
  const either = (schema.anyOf ?? []).flatMap((part) => placesIn(part, path).slice(1));
  return [{ path, schema }, ...inside, ...items, ...either];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value with what is at the path put there, and what leads to it where it is missing. */
export function withAt(value: unknown, [step, ...rest]: readonly Step[], put: unknown): unknown {
  if (step === undefined) return put;
  if (typeof step === "number") {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[step] = withAt(list[step], rest, put);
    return list;
  }
  const record = isRecord(value) ? value : {};
  return { ...record, [step]: withAt(record[step], rest, put) };
}

const controls = /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
const controlsInLines = /[\p{Surrogate}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u;

/** Why the value is not one the schema takes: told by place. Of texts also what no schema says: no character unreadable. */
export function faultsIn(value: unknown, schema: Schema, at = ""): readonly string[] {
  if (schema.enum !== undefined) return schema.enum.includes(value) ? [] : [`${at} is not among its codes`];
  if (schema.type === "object" || schema.properties !== undefined) {
    if (!isRecord(value)) return [`${at} is no object`];
    return Object.entries(value).flatMap(([name, part]) => {
      const known = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
      return known === undefined ? [`${at}/${name} is unknown`] : faultsIn(part, known, `${at}/${name}`);
    });
  }
  if (schema.type === "array") {
    const { items = {}, maxItems = Number.POSITIVE_INFINITY } = schema;
    if (!Array.isArray(value)) return [`${at} is no list`];
    if (value.length > maxItems) return [`${at} is too long`];
    return value.flatMap((item: unknown, index) => faultsIn(item, items, `${at}/${index}`));
  }
  if (schema.type === "boolean") return typeof value === "boolean" ? [] : [`${at} is no yes or no`];
  if (typeof value !== "string") return [`${at} is no text`];
  const { maxLength = 0 } = schema;
  return [
    ...([...value].length > maxLength ? [`${at} is longer than ${maxLength}`] : []),
    ...((maxLength >= 2_000 ? controlsInLines : controls).test(value) ? [`${at} holds unreadable characters`] : []),
    ...(value.trim() === value && value !== "" ? [] : [`${at} is blank or has blanks around it`]),
  ];
}
