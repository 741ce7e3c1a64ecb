import { commandForms, type GivenCommand, parseCommand } from "../../forms/commands.ts";
import type { FieldError } from "../../forms/parse-answers.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { Asked } from "../../shared/domain/casework/decide.ts";
import type { City } from "../../shared/domain/city.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { caseKinds } from "../../shared/domain/sight/sight.ts";

interface Reading {
  readonly language: Language;
  readonly city: City;
  readonly now: Instant;
}

export interface ReadCommand {
  readonly asked: Asked;
  readonly version: number;
  readonly at?: Instant;
}

/** Reads a command against the case it was given to: each kind of case has commands of its own. */
export function readCommand(
  file: CaseFile,
  body: unknown,
  { language, city, now }: Reading,
): Result<ReadCommand, readonly FieldError[]> {
  const context = { today: stockholmDate(now), city };
  const withTime = ({ version, at }: Pick<GivenCommand<"request">, "version" | "at">, asked: Asked) =>
    ok({ asked, version, ...(at === undefined ? {} : { at }) });
  switch (file.kind) {
    case "request": {
      const read = parseCommand(file.kind, body, language, context);
      return read.ok ? withTime(read.value, { kind: file.kind, kase: file, command: read.value.command }) : read;
    }
    case "breach": {
      const read = parseCommand(file.kind, body, language, context);
      return read.ok ? withTime(read.value, { kind: file.kind, kase: file, command: read.value.command }) : read;
    }
    case "consultation": {
      const read = parseCommand(file.kind, body, language, context);
      return read.ok ? withTime(read.value, { kind: file.kind, kase: file, command: read.value.command }) : read;
    }
  }
}

const names = [...new Set(caseKinds.flatMap((kind) => Object.keys(commandForms[kind])))].join(", ");

/**
 * The name of the command, if the body is one for a case of any kind: asked before it is known what kind of case it is for,
 * and whether there is one.
 */
export function commandName(body: unknown, { language, city, now }: Reading): Result<string, readonly FieldError[]> {
  const context = { today: stockholmDate(now), city };
  const said = typeof body === "object" && body !== null && "command" in body ? body.command : undefined;
  const kinds = caseKinds.filter((kind) => typeof said === "string" && Object.hasOwn(commandForms[kind], said));
  const readings = kinds.map((kind) => parseCommand(kind, body, language, context));
  if (readings.some(({ ok: isUnderstood }) => isUnderstood)) return ok(String(said));
  const first = readings.find((reading) => !reading.ok);
  if (first !== undefined && !first.ok) return first;
  const message = {
    sv: `Skriv vilket kommando det är. Kommandona heter: ${names}.`,
    en: `Give the command. The commands are: ${names}.`,
  };
  return refused([{ pointer: "/command", code: said === undefined ? "empty" : "format", message: message[language] }]);
}
