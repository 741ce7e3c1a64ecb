import * as z from "zod";
import type { Language } from "../shared/domain/language.ts";
import type { AnswerCode, Field, Fields, Form, TextField } from "./form.ts";

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
  const fallback = field.kind === "choice" && field.default !== undefined ? { default: field.default } : {};
  return schema.meta({ description: `${field.label[language]}${hint}`, ...limits, ...fallback });
};

const mayBeLeftOut = (field: Field): boolean =>
  field.required !== undefined || (field.kind === "choice" && field.default !== undefined);

function schemaOf(field: Field, language: Language): z.ZodType {
  switch (field.kind) {
    case "choice":
      return described(field, language, z.enum(field.options.map((option) => option.value)));
    case "yes-no":
      return described(field, language, z.boolean());
    case "text":
      return described(field, language, textSchema(field));
    case "group":
      return described(field, language, groupSchema(field.fields, language));
    case "list":
      return described(field, language, z.array(schemaOf(field.of, language)).min(1).max(field.maxItems));
  }
}

const groupSchema = (fields: Fields, language: Language): z.ZodType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const schema = schemaOf(field, language);
        return [name, mayBeLeftOut(field) ? schema.optional() : schema];
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
