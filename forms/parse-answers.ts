import type * as z from "zod";
import type { Language } from "../shared/domain/language.ts";
import { ok, type Result, refused } from "../shared/domain/result.ts";
import { holds, isAnswered } from "./condition.ts";
import {
  type AnswerCode,
  type AnswersOf,
  type ChoicesField,
  type DateField,
  defaultOf,
  type Field,
  type Fields,
  type Form,
  fieldAt,
  type InstantField,
  type TextField,
  type TurnedAwayBy,
} from "./form.ts";
import { messageOf } from "./messages.ts";
import { answersSchema } from "./schema.ts";
import { type AnswerContext, isReversed, readText } from "./text-format.ts";
import { readDate, readInstant } from "./time-format.ts";

/** What is wrong with one answer: where (RFC 6901), a code for programs, and the field's own sentence for people. */
export interface FieldError {
  readonly pointer: string;
  readonly code: AnswerCode;
  readonly message: string;
}

interface Reading {
  readonly body: unknown;
  readonly language: Language;
  readonly context: AnswerContext;
  /** What the schema found, by pointer. */
  readonly found: ReadonlyMap<string, { readonly code: AnswerCode; readonly over: number }>;
  readonly errors: FieldError[];
}

function codeOf(issue: z.core.$ZodIssue): { readonly code: AnswerCode; readonly over: number } {
  if (issue.code === "custom") {
    const { code, over } = issue.params ?? {};
    // Only `schema.ts` makes custom issues, always with these two.
    return { code: code as AnswerCode, over: Number(over) };
  }
  if (issue.code === "unrecognized_keys") return { code: "unknown-field", over: 0 };
  if (issue.code === "too_big" && issue.origin === "array") return { code: "too-many", over: 0 };
  if (issue.code === "too_small" && issue.origin === "array") return { code: "empty", over: 0 };
  return { code: "format", over: 0 };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function refuse(reading: Reading, pointer: string, field: Field, code: AnswerCode, over = 1): undefined {
  reading.errors.push({ pointer, code, message: messageOf(field, code, reading.language, over) });
  return undefined;
}

const isRequired = (field: Field, body: unknown): boolean =>
  field.required === undefined ? true : field.required !== false && holds(field.required, body);

/** What stands for an answer that was left out, if it may be. */
function leftOut(field: Field, pointer: string, reading: Reading): unknown {
  const given = defaultOf(field);
  if (given !== undefined) return given;
  if (field.nullable === true && field.required === undefined) return null;
  if (isRequired(field, reading.body)) return refuse(reading, pointer, field, "empty");
  return field.kind === "list" ? [] : undefined;
}

function readChoices(field: ChoicesField, given: readonly unknown[], pointer: string, reading: Reading) {
  for (const index of given.keys()) {
    if (reading.found.has(`${pointer}/${index}`)) refuse(reading, `${pointer}/${index}`, field, "format");
  }
  const chosen = new Set(given);
  return field.options.map(({ value }) => value).filter((value) => chosen.has(value));
}

function readString(field: TextField, given: string, pointer: string, reading: Reading): unknown {
  const text = given.trim();
  if (text === "") return leftOut(field, pointer, reading);
  if (field.format === undefined) return text;
  const read = readText(field.format, text, field.endsPeriodFrom !== undefined, reading.context);
  return "text" in read ? read.text : refuse(reading, pointer, field, read.code);
}

/** The answer at a pointer in the one writing we keep; undefined when there is none. Errors come in the form's order. */
function read(field: Field, value: unknown, pointer: string, reading: Reading): unknown {
  if (field.notWhen !== undefined && holds(field.notWhen, reading.body)) {
    return isAnswered(value) ? refuse(reading, pointer, field, "not-wanted") : undefined;
  }
  if (value === undefined) return leftOut(field, pointer, reading);
  if (value === null && field.nullable === true) return null;
  const found = reading.found.get(pointer);
  if (found !== undefined) {
    // A page sends an empty text where nothing was chosen.
    const code = value === "" && field.kind !== "text" ? "empty" : found.code;
    refuse(reading, pointer, field, code, found.over);
  }
  if (field.kind === "group") return isRecord(value) ? readGroup(field.fields, value, pointer, reading) : undefined;
  if (field.kind === "list") {
    if (!Array.isArray(value) || found?.code === "too-many") return [];
    return value.map((item: unknown, index) => read(field.of, item, `${pointer}/${index}`, reading));
  }
  if (found !== undefined) return undefined;
  if (field.kind === "choices") return Array.isArray(value) ? readChoices(field, value, pointer, reading) : undefined;
  if (typeof value !== "string") return value;
  if (field.kind === "text") return readString(field, value, pointer, reading);
  return field.kind === "date" || field.kind === "instant" ? readTime(field, value, pointer, reading) : value;
}

function readTime(field: DateField | InstantField, given: string, pointer: string, reading: Reading): unknown {
  const text = given.trim();
  if (text === "") return leftOut(field, pointer, reading);
  const { page } = reading.context;
  const read = field.kind === "date" ? readDate(text, page) : readInstant(text, page, field.dayIsEnough === true);
  return read.ok ? read.value : refuse(reading, pointer, field, read.error);
}

function readGroup(fields: Fields, group: Readonly<Record<string, unknown>>, pointer: string, reading: Reading) {
  const answers: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(group, name) ? group[name] : undefined;
    const answer = read(field, value, `${pointer}/${name}`, reading);
    if (answer === undefined) continue;
    answers[name] = answer;
    const from =
      field.kind === "text" && field.endsPeriodFrom !== undefined ? answers[field.endsPeriodFrom] : undefined;
    if (typeof from === "string" && isReversed(from, String(answer))) {
      refuse(reading, `${pointer}/${name}`, field, "period-reversed");
    }
  }
  return answers;
}

const isTurnedAway = (form: Form, body: Readonly<Record<string, unknown>>): string | undefined =>
  Object.entries(form.fields).find(
    ([name, field]) => field.kind === "yes-no" && field.turnsAway === true && body[name] === true,
  )?.[0];

/**
 * Reads what somebody sent as a form's answers: strict on every level, every error with the field's own sentence in the
 * language asked for, in the order of the form, never with a word of what was entered. Where the form turns somebody
 * away (protected identity) what is missing is no error and nothing they wrote is in the value.
 */
export function parseAnswers<F extends Form>(
  form: F,
  body: unknown,
  language: Language,
  context: AnswerContext,
): Result<AnswersOf<F> | TurnedAwayBy<F>, readonly FieldError[]> {
  if (!isRecord(body)) return refused([rootError("format", language, form)]);
  const checked = answersSchema(form).safeParse(body);
  const issues = checked.success ? [] : checked.error.issues;
  const found = new Map(issues.map((issue) => [issue.path.map((part) => `/${String(part)}`).join(""), codeOf(issue)]));
  const errors: FieldError[] = found.has("") ? [rootError("unknown-field", language, form)] : [];
  const answers = readGroup(form.fields, body, "", { body, language, context, found, errors });

  const ended = isTurnedAway(form, body);
  const counted = ended === undefined ? errors : errors.filter((error) => error.code !== "empty");
  if (counted.length > 0) return refused(counted);
  // Every field has been read by its own definition, from which this type is made.
  return ok((ended === undefined ? answers : { [ended]: true }) as AnswersOf<F> | TurnedAwayBy<F>);
}

const rootError = (code: "format" | "unknown-field", language: Language, form: Form): FieldError => {
  const root: Field = {
    kind: "group",
    label: form.title,
    subject: { sv: "Begäran", en: "The request" },
    messages: { format: { sv: "Begäran ska vara ett JSON-objekt", en: "The request must be a JSON object" } },
    fields: form.fields,
  };
  return { pointer: "", code, message: messageOf(root, code, language) };
};

/**
 * An error in the same shape for what only the routing can find: a place or service it does not know. A pointer that is
 * not in the form stands for the whole request.
 */
export function fieldError(form: Form, pointer: string, code: AnswerCode, language: Language): FieldError {
  const field = fieldAt(form, pointer);
  return field === undefined
    ? rootError("format", language, form)
    : { pointer, code, message: messageOf(field, code, language) };
}
