import type { AnswerCode } from "../../../forms/form.ts";
import { readInstant, typedDate } from "../../../forms/time-format.ts";
import { refusalText } from "../../domain/casework/refusal.ts";
import type { Instant } from "../../domain/instant.ts";
import type { InputError } from "../fields.tsx";
import { type PageAnswers, typed } from "../page-answers.ts";
import type { CommandField, CommandForm } from "./command-form.ts";

// Beyond any form here; keeps what is shown again small.
const keptLength = 10_000;
const keptValues = 100;

/** The id of a command's input in the page. */
export const inputId = (command: string, name: string): string => `${command}-${name}`.replaceAll(".", "-");

/** What was typed into a command's form, to be read and, where it is refused, shown again. */
export const typedOf = (form: CommandForm, fields: ReadonlyMap<string, readonly string[]>): PageAnswers =>
  Object.fromEntries(
    form.fields.flatMap(inputsOf).flatMap((name): [string, readonly string[]][] => {
      const values = (fields.get(name) ?? [])
        .slice(0, keptValues)
        .map((value) => value.slice(0, keptLength).replace(/\r\n?/g, "\n"))
        .filter((value) => value !== "");
      return values.length === 0 ? [] : [[name, values]];
    }),
  );

const dayInputs = (name: string): readonly string[] => [`${name}.year`, `${name}.month`, `${name}.day`];

const inputsOf = ({ kind, name }: CommandField): readonly string[] => {
  if (kind === "day") return dayInputs(name);
  return kind === "moment" ? [...dayInputs(name), `${name}.clock`] : [name];
};

type Read = { readonly value: unknown } | { readonly error: string; readonly at: string } | "left-out";

/** What a day or a moment lacks, in words that also hold where two of them stand in one form. */
const timeErrors: Readonly<Partial<Record<AnswerCode, { readonly part: string; readonly message: string }>>> = {
  "no-year": { part: "year", message: "Skriv året" },
  "no-month": { part: "month", message: "Skriv månaden med siffror" },
  "no-day": { part: "day", message: "Skriv dagen med siffror" },
  "not-a-date": { part: "day", message: "Dagen finns inte. Kontrollera år, månad och dag" },
  "no-time": { part: "clock", message: "Skriv klockslaget, till exempel 14.30" },
  "not-a-time": { part: "clock", message: "Skriv klockslaget som 14.30" },
  "time-skipped": { part: "clock", message: "Klockslaget finns inte den dagen, eftersom klockan ställs fram" },
  "time-twice": {
    part: "clock",
    message: "Klockan visar den tiden två gånger den dagen. Skriv sommartid eller normaltid efter klockslaget",
  },
  future: { part: "clock", message: refusalText("not-in-the-future", "sv") },
};

const timeError = (code: AnswerCode, name: string): Read => {
  const { part, message } = timeErrors[code] ?? {
    part: "year",
    message: "Skriv dagen som år, månad och dag med siffror",
  };
  return { error: message, at: `${name}.${part}` };
};

function readTime(field: CommandField, answers: PageAnswers, now: Instant): Read {
  const { name } = field;
  const parts = dayInputs(name).map((part) => typed(answers, part).trim());
  const clock = field.kind === "moment" ? typed(answers, `${name}.clock`).trim() : "";
  if (clock === "" && parts.every((part) => part === "")) return missing(field, `${name}.year`);
  const date = parts.join("-");
  const read = field.kind === "moment" ? readInstant(`${date} ${clock}`, { now }, false) : typedDate(date);
  return read.ok ? { value: read.value } : timeError(read.error, name);
}

function readField(field: CommandField, answers: PageAnswers, now: Instant): Read {
  const { name } = field;
  switch (field.kind) {
    case "draft":
      return "left-out";
    case "tick":
      return typed(answers, name) === "" ? "left-out" : { value: true };
    case "units": {
      const units = answers[name] ?? [];
      return units.length === 0 ? missing(field) : { value: units };
    }
    case "measure":
      return typed(answers, name) === "" ? missing(field) : { value: typed(answers, name) };
    case "several": {
      const known = (answers[name] ?? []).filter((value) => field.options.some((option) => option.value === value));
      return known.length === 0 ? missing(field) : { value: known };
    }
    case "yes-no":
    case "choice":
    case "list": {
      const value = typed(answers, name);
      if (!field.options.some((option) => option.value === value)) return missing(field);
      return { value: field.kind === "yes-no" ? value === "yes" : value };
    }
    case "day":
    case "moment":
      return readTime(field, answers, now);
    case "text": {
      const value = typed(answers, name).trim();
      if (value === "") return missing(field);
      const over = [...value].length - field.maxLength;
      if (over > 0) return { error: `Texten är ${over} tecken för lång. Korta den.`, at: name };
      if (field.number !== true) return { value };
      return /^\d{1,9}$/.test(value.replace(/\s/g, ""))
        ? { value: Number(value.replace(/\s/g, "")) }
        : { error: "Skriv antalet med siffror, till exempel 12", at: name };
    }
  }
}

const missing = (field: { readonly empty?: string; readonly name?: string }, at = field.name ?? ""): Read =>
  field.empty === undefined ? "left-out" : { error: field.empty, at };

/** A command's body as the API has it, without `command` and `version`. */
export type CommandBody = Readonly<Record<string, unknown>>;

/**
 * Reads a command's form. What a rule of the case asks for may be missing: it is the rule that refuses, with its own words.
 * With `within`, the fields that start with a value are sent only where they were changed.
 */
export function readCommand(
  command: string,
  form: CommandForm,
  answers: PageAnswers,
  now: Instant,
  start: PageAnswers = {},
): { readonly ok: true; readonly value: CommandBody } | { readonly ok: false; readonly error: readonly InputError[] } {
  const errors: InputError[] = [];
  const body: Record<string, unknown> = {};
  const changed: Record<string, unknown> = {};
  for (const field of form.fields) {
    const isWithin = form.within !== undefined && field.outside !== true;
    if (isWithin && isSame(field, answers, start)) continue;
    const read = readField(field, answers, now);
    if (read === "left-out") {
      // Emptied: what was known is not any more. Lists are emptied, everything else is null.
      if (isWithin) changed[field.name] = field.kind === "several" ? [] : null;
    } else if ("error" in read) errors.push({ input: inputId(command, read.at), message: read.error });
    else if (isWithin) changed[field.name] = read.value;
    else body[field.name] = read.value;
  }
  if (errors.length > 0) return { ok: false, error: errors };
  return { ok: true, value: form.within === undefined ? body : { ...body, [form.within]: changed } };
}

const isSame = (field: CommandField, answers: PageAnswers, start: PageAnswers): boolean =>
  inputsOf(field).every((name) => {
    const [one, other] = [answers[name] ?? [], start[name] ?? []];
    return one.length === other.length && one.every((value) => other.includes(value));
  });

/** The inputs that errors of a command's body belong to; one about a field the form does not ask for stands at its button. */
export const commandErrors = (
  command: string,
  form: CommandForm,
  errors: readonly { readonly pointer: string; readonly message: string }[],
): readonly InputError[] => {
  const placed = errors.map(({ pointer, message }) => {
    const names = pointer.split("/").slice(1);
    const name = (names[0] === form.within ? names[1] : names[0]) ?? "";
    const field = form.fields.find((each) => each.name === name);
    const first = field === undefined ? undefined : inputsOf(field)[0];
    return { input: first === undefined ? `${command}-send` : inputId(command, first), message };
  });
  return placed.filter(({ input }, index) => placed.findIndex((other) => other.input === input) === index);
};
