import type * as z from "zod";
import type { Language } from "../shared/domain/language.ts";
import { ok, type Result, refused } from "../shared/domain/result.ts";
import { holds } from "./condition.ts";
import {
  type AnswerCode,
  type AnswersOf,
  type Field,
  type Fields,
  type Form,
  fieldAt,
  type TextField,
  type TurnedAwayBy,
} from "./form.ts";
import { messageOf } from "./messages.ts";
import { answersSchema } from "./schema.ts";
import { type AnswerContext, isReversed, readText } from "./text-format.ts";

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
  if (issue.code === "too_big") return { code: "too-many", over: 0 };
  if (issue.code === "too_small") return { code: "empty", over: 0 };
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

function readString(field: TextField, given: string, pointer: string, reading: Reading): string | undefined {
  const text = given.trim();
  if (text === "") return isRequired(field, reading.body) ? refuse(reading, pointer, field, "empty") : undefined;
  if (field.format === undefined) return text;
  const read = readText(field.format, text, field.endsPeriodFrom !== undefined, reading.context);
  return "text" in read ? read.text : refuse(reading, pointer, field, read.code);
}

/** The answer at a pointer in the one writing we keep; undefined when there is none. Errors come in the form's order. */
function read(field: Field, value: unknown, pointer: string, reading: Reading): unknown {
  if (value === undefined) {
    if (field.kind === "choice" && field.default !== undefined) return field.default;
    if (isRequired(field, reading.body)) return refuse(reading, pointer, field, "empty");
    return field.kind === "list" ? [] : undefined;
  }
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
  return field.kind === "text" && typeof value === "string" ? readString(field, value, pointer, reading) : value;
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
