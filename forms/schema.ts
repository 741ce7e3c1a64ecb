import * as z from "zod";
import type { Language } from "../shared/domain/language.ts";
import {
  type AnswerCode,
  defaultOf,
  type Field,
  type Fields,
  type Form,
  mayBeLeftOut,
  type TextField,
} from "./form.ts";

/** Control characters and unpaired surrogates: never typed on purpose, and able to break what reads the text later. */
const unwelcome = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
const unwelcomeInLines = /[[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]--[\t\n\r]]/v;

const lengthOf = (text: string, max: number): number => (text.length > max ? [...text].length : text.length);

const textSchema = (field: TextField): z.ZodType =>
  z.string().check((context) => {
    const text = context.value.trim();
    const over = lengthOf(text, field.maxLength) - field.maxLength;
    const refuse = (code: AnswerCode) =>
      context.issues.push({ code: "custom", input: undefined, params: { code, over } });
    if (over > 0) refuse("too-long");
    else if ((field.lines === undefined ? unwelcome : unwelcomeInLines).test(text)) refuse("characters");
  });

/** What the interface for programs says of a field: its label, in English, and its limits. */
const described = (field: Field, language: Language, schema: z.ZodType): z.ZodType => {
  const hint = field.hint === undefined ? "" : ` ${field.hint[language]}`;
  const limits = field.kind === "text" ? { maxLength: field.maxLength } : {};
  const given = defaultOf(field);
  const fallback = given === undefined ? {} : { default: given };
  return schema.meta({ description: `${field.label[language]}${hint}`, ...limits, ...fallback });
};

function bareSchema(field: Field, language: Language): z.ZodType {
  switch (field.kind) {
    case "choice":
      return z.enum(field.options.map((option) => option.value));
    case "choices": {
      const codes = z.array(z.enum(field.options.map((option) => option.value)));
      return mayBeLeftOut(field) ? codes : codes.min(1);
    }
    case "yes-no":
      return z.boolean();
    case "number":
      return z.int().min(field.min).max(field.max);
    // Dates and times are read with the other texts; the format here is for the description alone.
    case "date":
      return z.string().meta({ format: "date" });
    case "instant":
      return field.dayIsEnough === true ? z.string() : z.string().meta({ format: "date-time" });
    case "text":
      return textSchema(field);
    case "group":
      return groupSchema(field.fields, language);
    case "list": {
      const items = z.array(schemaOf(field.of, language)).max(field.maxItems);
      return field.default === undefined ? items.min(1) : items;
    }
  }
}

const schemaOf = (field: Field, language: Language): z.ZodType => {
  const schema = bareSchema(field, language);
  return described(field, language, field.nullable === true ? schema.nullable() : schema);
};

const groupSchema = (fields: Fields, language: Language): z.ZodType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const schema = schemaOf(field, language);
        return [name, mayBeLeftOut(field) || field.notWhen !== undefined ? schema.optional() : schema];
      }),
    ),
  );

const built = new WeakMap<Form, z.ZodType>();

/** The schema of a form's answers, strict on every level; built once per form. Which answers call for others is not in it. */
export function answersSchema(form: Form): z.ZodType {
  let schema = built.get(form);
  if (schema === undefined) {
    schema = groupSchema(form.fields, "en");
    built.set(form, schema);
  }
  return schema;
}

/** The JSON Schema (draft 2020-12) of a form's answers, for programs. */
export const answersJsonSchema = (form: Form): Readonly<Record<string, unknown>> => ({
  $id: `urn:intag:form:${form.id}:${form.version}`,
  title: form.title.en,
  ...z.toJSONSchema(answersSchema(form), { target: "draft-2020-12", io: "input" }),
});
