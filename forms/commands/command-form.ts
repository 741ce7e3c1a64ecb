import type { CaseKind } from "../../shared/domain/casework/case-file.ts";
import type { Text } from "../../shared/domain/language.ts";
import type { Fields } from "../form.ts";

const hinted = (hint: Text | undefined): { readonly hint?: Text } => (hint === undefined ? {} : { hint });

/** A text that a rule may ask for: whether it must be there is the rule's to say. */
export const reasonText = (label: Text, subject: Text, hint?: Text) =>
  ({
    kind: "text",
    maxLength: 2000,
    lines: 4,
    required: false,
    personal: true,
    label,
    subject,
    ...hinted(hint),
  }) as const;

/** Why something is done, asked in the command's own words. */
export const why = (label: Text, hint?: Text) => reasonText(label, { sv: "Skälet", en: "The reason" }, hint);

/** A text that must be there. */
export const neededText = (
  label: Text,
  subject: Text,
  empty: Text,
  { maxLength = 200, hint }: { readonly maxLength?: number; readonly hint?: Text } = {},
) => ({ kind: "text", maxLength, personal: true, label, subject, messages: { empty }, ...hinted(hint) }) as const;

/** A day that must be there. */
export const neededDay = (label: Text, subject: Text, empty: Text, hint?: Text) =>
  ({ kind: "date", label, subject, messages: { empty }, ...hinted(hint) }) as const;

/** A time that must be there. */
export const neededTime = (label: Text, subject: Text, empty: Text) =>
  ({ kind: "instant", label, subject, messages: { empty } }) as const;

/** What every command has: its name, the version of the case it was given against, and when it happened if not now. */
const always = {
  version: {
    kind: "number",
    min: 1,
    max: 1_000_000_000,
    label: { sv: "Ärendets version", en: "The version of the case" },
    subject: { sv: "Versionen", en: "The version" },
    messages: {
      empty: {
        sv: "Skriv vilken version av ärendet du har läst",
        en: "Give the version of the case that you have read",
      },
      format: { sv: "Versionen ska vara ett heltal från 1", en: "The version must be a whole number from 1" },
    },
  },
  at: {
    kind: "instant",
    required: false,
    label: { sv: "När det hände, om inte nu", en: "When it happened, if not now" },
    subject: { sv: "Tiden då det hände", en: "The time it happened" },
    messages: {
      format: {
        sv: "Skriv när det hände med datum, klockslag och tidszon, till exempel 2026-11-22T14:30:00+01:00",
        en: "Give when it happened with date, time and zone, for example 2026-11-22T14:30:00+01:00",
      },
    },
  },
} as const satisfies Fields;

const named = <const Name extends string>(name: Name, label: Text) =>
  ({
    kind: "choice",
    options: [{ value: name, label }],
    label: { sv: "Kommando", en: "Command" },
    subject: { sv: "Kommandot", en: "The command" },
    messages: { empty: { sv: "Skriv vilket kommando det är", en: "Give the command" } },
  }) as const;

type Always<Name extends string> = { readonly command: ReturnType<typeof named<Name>> } & typeof always;

export interface CommandForm<Name extends string, Own extends Fields> {
  readonly id: string;
  readonly version: 1;
  readonly title: Text;
  readonly fields: Omit<Always<Name>, keyof Own> & Own;
  readonly pages: readonly [];
}

/** One command as a small form without pages. What it asks by the same name as every command does, it asks its own way. */
export const commandForm = <const Name extends string, const Own extends Fields>(
  kind: CaseKind,
  name: Name,
  title: Text,
  own: Own,
): CommandForm<Name, Own> => ({
  id: `${kind}-commands/${name}`,
  version: 1,
  title,
  fields: { command: named(name, title), ...always, ...own },
  pages: [],
});

/** The commands that a case of any kind takes. */
export const commonForms = (kind: CaseKind) => ({
  note: commandForm(
    kind,
    "note",
    { sv: "Skriv en anteckning", en: "Write a note" },
    {
      text: {
        kind: "text",
        maxLength: 2000,
        lines: 4,
        personal: true,
        label: { sv: "Anteckning", en: "Note" },
        hint: {
          sv: "Skriv bara det som behövs. Anteckningen är en del av ärendet och tas inte bort.",
          en: "Write only what is needed. The note is part of the case and is not taken away.",
        },
        subject: { sv: "Anteckningen", en: "The note" },
        messages: { empty: { sv: "Skriv anteckningen", en: "Write the note" } },
      },
    },
  ),
  "set-diary-number": commandForm(
    kind,
    "set-diary-number",
    { sv: "Skriv in diarienumret", en: "Set the diary number" },
    {
      diaryNumber: neededText(
        { sv: "Diarienummer", en: "Diary number" },
        { sv: "Diarienumret", en: "The diary number" },
        { sv: "Skriv diarienumret", en: "Enter the diary number" },
        { maxLength: 100 },
      ),
    },
  ),
});
