import type { BreachCommand } from "../shared/domain/casework/breach-commands.ts";
import type { ConsultationCommand } from "../shared/domain/casework/consultation-case.ts";
import type { RequestCommand } from "../shared/domain/casework/request-commands.ts";
import type { Instant } from "../shared/domain/instant.ts";
import type { Language } from "../shared/domain/language.ts";
import { ok, type Result, refused } from "../shared/domain/result.ts";
import { breachForms } from "./commands/breach-forms.ts";
import { consultationForms } from "./commands/consultation-forms.ts";
import { requestForms } from "./commands/request-forms.ts";
import { valueAt } from "./condition.ts";
import type { Form } from "./form.ts";
import { type FieldError, fieldError, parseAnswers } from "./parse-answers.ts";
import type { AnswerContext } from "./text-format.ts";

export interface CommandOf {
  readonly request: RequestCommand;
  readonly breach: BreachCommand;
  readonly consultation: ConsultationCommand;
}

/** Every command of each kind of case as a small form, by its name. */
export const commandForms = {
  request: requestForms,
  breach: breachForms,
  consultation: consultationForms,
} as const satisfies { readonly [Kind in keyof CommandOf]: Readonly<Record<CommandOf[Kind]["command"], Form>> };

/** A command as it was given: what to do, to which version of the case, and when it happened if not now. */
export interface GivenCommand<Kind extends keyof CommandOf> {
  readonly command: CommandOf[Kind];
  readonly version: number;
  readonly at?: Instant;
}

const unknownCommand = (kind: keyof CommandOf, isMissing: boolean, language: Language): FieldError => {
  const names = Object.keys(commandForms[kind]).join(", ");
  const message = isMissing
    ? {
        sv: `Skriv vilket kommando det är. Kommandona heter: ${names}.`,
        en: `Give the command. The commands are: ${names}.`,
      }
    : {
        sv: `Det finns inget sådant kommando. Kommandona heter: ${names}.`,
        en: `There is no such command. The commands are: ${names}.`,
      };
  return { pointer: "/command", code: isMissing ? "empty" : "format", message: message[language] };
};

/** Units as the rules have them: a list with each once. A single `toUnit` is a list of one. */
function unitsIn({ toUnit, toUnits, units }: Readonly<Record<string, unknown>>) {
  const given = [toUnit ?? [], toUnits ?? []].flat();
  return {
    ...(given.length === 0 ? {} : { toUnits: [...new Set(given)] }),
    ...(Array.isArray(units) ? { units: [...new Set<unknown>(units)] } : {}),
  };
}

/** For some commands the time they happened is their own question, and must be answered. */
const asksTime = (form: Form): boolean => form.fields.at !== undefined && form.fields.at.required === undefined;

/**
 * Reads a command `{command, version, at?, …}` for a case of one kind: strict, each error with its own sentence. Whether
 * the case and its rules allow it, and whether a reason must be written, is not asked here.
 */
export function parseCommand<Kind extends keyof CommandOf>(
  kind: Kind,
  body: unknown,
  language: Language,
  context: AnswerContext,
): Result<GivenCommand<Kind>, readonly FieldError[]> {
  const forms: Readonly<Record<string, Form>> = commandForms[kind];
  const name = valueAt(body, "/command");
  const form = typeof name === "string" && Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form === undefined) {
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return refused([
      isObject
        ? unknownCommand(kind, name === undefined || name === "", language)
        : fieldError(requestForms.take, "", "format", language),
    ]);
  }
  const parsed = parseAnswers(form, body, language, context);
  if (!parsed.ok) return parsed;
  const answers: Readonly<Record<string, unknown>> = parsed.value;
  const { version, at, toUnit: _, toUnits: __, ...data } = answers;
  const time = at === undefined ? {} : { at };
  return ok({
    command: { ...data, ...unitsIn(answers), ...(asksTime(form) ? time : {}) },
    version,
    ...time,
    // Read by the form of that name; that its answers are what the command needs is held by the compiler, in a test.
  } as GivenCommand<Kind>);
}
