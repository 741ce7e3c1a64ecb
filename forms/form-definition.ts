import type { Language } from "../shared/domain/language.ts";
import type { Condition } from "./condition.ts";
import { type AnswerCode, defaultOf, everyField, type Field, type Form, mayBeLeftOut } from "./form.ts";
import { codesOf, messageOf } from "./messages.ts";

export interface FieldDefinition {
  /** JSON pointer into the answers; `*` stands for any position in a list. */
  readonly pointer: string;
  readonly kind: Field["kind"];
  readonly format?: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean | Condition;
  /** Never answered when this holds. */
  readonly notWhen?: Condition;
  /** Null says that it is not known. */
  readonly nullable?: true;
  readonly default?: string | false | readonly [];
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint?: string;
    readonly group?: string;
  }[];
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  /** Every sentence that can be answered about this field, by code. */
  readonly messages: Readonly<Partial<Record<AnswerCode, string>>>;
}

export interface FormDefinition {
  readonly id: string;
  readonly version: number;
  readonly language: Language;
  readonly title: string;
  readonly pages: readonly {
    readonly id: string;
    readonly heading: string;
    readonly hint?: string;
    readonly when?: Condition;
    readonly asks: readonly { readonly field: string; readonly when?: Condition }[];
  }[];
  readonly fields: readonly FieldDefinition[];
}

const withDefault = (field: Field): Pick<FieldDefinition, "default"> => {
  const given = defaultOf(field);
  return given === undefined ? {} : { default: given };
};

const fieldDefinition = (pointer: string, field: Field, language: Language): FieldDefinition => ({
  pointer,
  kind: field.kind,
  label: field.label[language],
  ...(field.hint === undefined ? {} : { hint: field.hint[language] }),
  required: field.required ?? !mayBeLeftOut(field),
  ...(field.notWhen === undefined ? {} : { notWhen: field.notWhen }),
  ...(field.nullable === undefined ? {} : { nullable: field.nullable }),
  ...withDefault(field),
  ...(field.kind === "choice" || field.kind === "choices"
    ? {
        options: field.options.map(({ value, label, hint, group }) => ({
          value,
          label: label[language],
          ...(hint === undefined ? {} : { hint: hint[language] }),
          ...(group === undefined ? {} : { group: group[language] }),
        })),
      }
    : {}),
  ...(field.kind === "number" ? { min: field.min, max: field.max } : {}),
  ...(field.kind === "text" ? { maxLength: field.maxLength } : {}),
  ...(field.kind === "text" && field.format !== undefined ? { format: field.format } : {}),
  ...(field.kind === "list" ? { maxItems: field.maxItems } : {}),
  messages: Object.fromEntries(codesOf(field).map((code) => [code, messageOf(field, code, language)])),
});

/** The form as programs read it: every page, field, rule and sentence, in one language. */
export const formDefinition = (form: Form, language: Language): FormDefinition => ({
  id: form.id,
  version: form.version,
  language,
  title: form.title[language],
  pages: form.pages.map(({ id, heading, hint, when, asks }) => ({
    id,
    heading: heading[language],
    ...(hint === undefined ? {} : { hint: hint[language] }),
    ...(when === undefined ? {} : { when }),
    asks,
  })),
  fields: everyField(form.fields).map(({ pointer, field }) => fieldDefinition(pointer, field, language)),
});

/**
 * The answers that may be counted: a few codes each, nothing that tells who somebody is. What is not here can never
 * become a column of the statistics.
 */
export const countableColumns = (
  form: Form,
): readonly { readonly pointer: string; readonly values: readonly string[] | null }[] =>
  everyField(form.fields).flatMap(({ pointer, field }) =>
    field.counted === true
      ? [
          {
            pointer,
            values:
              field.kind === "choice" || field.kind === "choices" ? field.options.map((option) => option.value) : null,
          },
        ]
      : [],
  );
