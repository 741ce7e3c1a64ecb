import type { CivilDate } from "../shared/domain/civil-date.ts";
import type { Instant } from "../shared/domain/instant.ts";
import type { Text } from "../shared/domain/language.ts";
import type { Condition } from "./condition.ts";

/**
 * A form is data. From one definition follow the pages, the checks with their sentences, the summary, the receipt, the
 * JSON Schema of the API and the countable columns. A new form is one file.
 */
export interface Form {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly fields: Fields;
  readonly pages: readonly FormPage[];
}

export type Fields = Readonly<Record<string, Field>>;
export type Field =
  | ChoiceField
  | ChoicesField
  | YesNoField
  | NumberField
  | DateField
  | InstantField
  | TextField
  | GroupField
  | ListField;

/** What can be wrong with an answer. Stored and sent as it stands; the sentence a person reads is the field's own. */
export const answerCodes = [
  "empty",
  "format",
  "too-long",
  "too-many",
  "characters",
  "check-digits",
  "no-year",
  "no-month",
  "no-day",
  "not-a-date",
  "no-time",
  "not-a-time",
  "time-skipped",
  "time-twice",
  "future",
  "period-reversed",
  "unknown-service",
  "unknown-place",
  "unknown-field",
  "not-wanted",
] as const;
export type AnswerCode = (typeof answerCodes)[number];

interface Asked {
  /** What stands beside the field. */
  readonly label: Text;
  readonly hint?: Text;
  /** What stands in the summary, where the label is too long for it. */
  readonly short?: Text;
  /** How a sentence about the answer begins: "Förnamnet …". */
  readonly subject: Text;
  /** The field's own sentences. Those that need only the subject and a number are made in `messages.ts`. */
  readonly messages?: Readonly<Partial<Record<AnswerCode, Text>>>;
  /** Required unless it says otherwise: never, or only under a condition. */
  readonly required?: false | Condition;
  /** "I do not know" is an answer: null. It also stands for what was left out, unless `required` says something else. */
  readonly nullable?: true;
  /** Must not be answered when this holds. */
  readonly notWhen?: Condition;
  /** Tells who somebody is or how they live: a page that shows the answer must not be kept by any cache. */
  readonly personal?: true;
  /** One of a few codes without meaning for a single person: may become a column of the statistics. */
  readonly counted?: true;
}

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
  /** The heading it stands under, shared with its neighbours. */
  readonly group?: Text;
}

export interface ChoiceField extends Asked {
  readonly kind: "choice";
  readonly options: readonly Option[];
  /** Stands for an answer that a program left out. A person is always asked. */
  readonly default?: string;
}

/** Any number of a few codes; read as each code once, in the order of the options. */
export interface ChoicesField extends Asked {
  readonly kind: "choices";
  readonly options: readonly Option[];
  /** Present where none at all is an answer: it stands for what was left out. */
  readonly default?: readonly [];
}

export interface YesNoField extends Asked {
  readonly kind: "yes-no";
  /** Stands for an answer that was left out: on a page, a box that is not ticked. */
  readonly default?: false;
  /** "Yes" ends the form: nothing else is asked, missing or kept. */
  readonly turnsAway?: true;
}

/** A whole number. */
export interface NumberField extends Asked {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
}

/** A civil date: `YYYY-MM-DD`; on a page year, month and day. */
export interface DateField extends Asked {
  readonly kind: "date";
}

/** A point in time: RFC 3339 with an offset, read as UTC; on a page a day and a time in Stockholm. */
export interface InstantField extends Asked {
  readonly kind: "instant";
  /** A day alone will do, and is read as its first moment in Stockholm. */
  readonly dayIsEnough?: true;
}

export type TextFormat =
  | "email"
  | "phone"
  | "postal-code"
  | "identity-number"
  | "birth-date"
  | "year-or-date"
  | "service"
  | "place";

export interface TextField extends Asked {
  readonly kind: "text";
  /** In characters as people count them (code points). */
  readonly maxLength: number;
  readonly format?: TextFormat;
  /** More than one line; the only texts where line breaks and tabs are welcome. */
  readonly lines?: number;
  /** The name beside this one that a period begins with; this one ends it. */
  readonly endsPeriodFrom?: string;
  /** The HTML autocomplete token (WCAG 1.3.5), used only where the answer is about the person who fills in the form. */
  readonly autocomplete?: string;
}

export interface GroupField extends Asked {
  readonly kind: "group";
  readonly fields: Fields;
}

export interface ListField extends Asked {
  readonly kind: "list";
  readonly of: GroupField | TextField;
  readonly maxItems: number;
  /** Present where none at all is an answer: it stands for what was left out. */
  readonly default?: readonly [];
}

export interface FormPage {
  readonly id: string;
  /** The last part of the page's address. */
  readonly slug: Text;
  readonly heading: Text;
  readonly hint?: Text;
  /** Another heading where an earlier answer calls for it; the first that holds. */
  readonly variants?: readonly { readonly when: Condition; readonly heading: Text; readonly hint?: Text }[];
  /** Asked only when this holds. */
  readonly when?: Condition;
  /** JSON pointers of what is asked, in order. A group stands for all its fields. */
  readonly asks: readonly { readonly field: string; readonly when?: Condition }[];
}

/** The answer a field gives once it has been read. */
export type AnswerOf<F> = KnownAnswerOf<F> | (F extends { readonly nullable: true } ? null : never);

type KnownAnswerOf<F> = F extends {
  readonly kind: "choice" | "choices";
  readonly options: readonly { readonly value: infer V }[];
}
  ? F extends { readonly kind: "choice" }
    ? V
    : readonly V[]
  : F extends { readonly kind: "yes-no"; readonly turnsAway: true }
    ? false
    : F extends { readonly kind: "yes-no" }
      ? boolean
      : F extends { readonly kind: "text" }
        ? string
        : F extends { readonly kind: "number" }
          ? number
          : F extends { readonly kind: "date" }
            ? CivilDate
            : F extends { readonly kind: "instant" }
              ? Instant
              : F extends { readonly kind: "list"; readonly of: infer G }
                ? readonly AnswerOf<G>[]
                : F extends { readonly kind: "group"; readonly fields: infer Fs }
                  ? AnswersIn<Fs>
                  : never;

// A list that was left out is empty, and a default stands in: both are always there to read.
type MayBeMissing<F> = F extends { readonly kind: "list" } | { readonly default: unknown }
  ? false
  : F extends { readonly required: false | Condition } | { readonly notWhen: Condition }
    ? true
    : false;
type AnswersIn<Fs> = {
  readonly [K in keyof Fs as MayBeMissing<Fs[K]> extends true ? never : K]: AnswerOf<Fs[K]>;
} & { readonly [K in keyof Fs as MayBeMissing<Fs[K]> extends true ? K : never]?: AnswerOf<Fs[K]> };

/** A form's answers, read and in one writing. */
export type AnswersOf<F extends Form> = AnswersIn<F["fields"]>;

/** All that is known of somebody the form turns away. */
export type TurnedAwayBy<F extends Form> =
  TurningAway<F> extends never ? never : { readonly [K in TurningAway<F>]: true };

type TurningAway<F extends Form> = {
  [K in keyof F["fields"]]: F["fields"][K] extends { readonly turnsAway: true } ? K : never;
}[keyof F["fields"]];

/** Whether the answer may be left out: it is not asked for, only sometimes, or something stands for it. */
export const mayBeLeftOut = (field: Field): boolean =>
  field.required !== undefined || field.nullable === true || defaultOf(field) !== undefined;

/** What stands for an answer that was left out, where the field says so. */
export const defaultOf = (field: Field): string | false | readonly [] | undefined =>
  field.kind === "choice" || field.kind === "choices" || field.kind === "yes-no" || field.kind === "list"
    ? field.default
    : undefined;

const fieldsIn = (field: Field): Fields =>
  field.kind === "group" ? field.fields : field.kind === "list" && field.of.kind === "group" ? field.of.fields : {};

/** The field at a JSON pointer (RFC 6901); positions in lists, and `*` for any of them, are passed over. */
export function fieldAt(form: Form, pointer: string): Field | undefined {
  let fields: Fields = form.fields;
  let found: Field | undefined;
  for (const name of pointer.split("/").slice(1)) {
    if ((found?.kind === "list" || found?.kind === "choices") && /^(?:\d+|\*)$/.test(name)) {
      if (found.kind === "list" && found.of.kind === "text") found = found.of;
      continue;
    }
    found = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (found === undefined) return undefined;
    fields = fieldsIn(found);
  }
  return found;
}

const everyItem = ({ of }: ListField, pointer: string): ReturnType<typeof everyField> =>
  of.kind === "group" ? everyField(of.fields, pointer) : [{ pointer, field: of }];

/** Every field with its pointer, groups before what is in them; `*` stands for any position in a list. */
export function everyField(fields: Fields, under = ""): readonly { readonly pointer: string; readonly field: Field }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const pointer = `${under}/${name}`;
    const inside =
      field.kind === "group"
        ? everyField(field.fields, pointer)
        : field.kind === "list"
          ? everyItem(field, `${pointer}/*`)
          : [];
    return [{ pointer, field }, ...inside];
  });
}
