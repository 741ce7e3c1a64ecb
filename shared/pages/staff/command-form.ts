import type { BreachCommand } from "../../domain/casework/breach-commands.ts";
import type { CaseFile, CaseKind } from "../../domain/casework/case-file.ts";
import type { ConsultationCommand } from "../../domain/casework/consultation-case.ts";
import type { CommandsOf } from "../../domain/casework/permission.ts";
import type { RefusalCode } from "../../domain/casework/refusal.ts";
import type { Choice } from "../fields.tsx";
import type { PageAnswers } from "../page-answers.ts";

interface Asked {
  /** The field of the command, as the API names it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is said when it is missing; without it the field may be left out, or a rule of the case asks for it. */
  readonly empty?: string;
  /** The refusals that are about this field. */
  readonly refusals?: readonly RefusalCode[];
  /** Beside the object named by the form's `within`, not in it. */
  readonly outside?: true;
}

/** One thing an officer fills in to give a command. */
export type CommandField =
  | (Asked & { readonly kind: "text"; readonly lines?: number; readonly maxLength: number; readonly number?: true })
  | (Asked & { readonly kind: "choice" | "yes-no"; readonly options: readonly Choice[] })
  | (Asked & { readonly kind: "list"; readonly options: readonly Choice[] })
  | (Asked & { readonly kind: "several"; readonly options: readonly Choice[] })
  | (Asked & { readonly kind: "tick" })
  | (Asked & { readonly kind: "day" })
  | (Asked & { readonly kind: "moment" })
  /** One of the case's measures that are not done. */
  | (Asked & { readonly kind: "measure" })
  /** Units of the city, one or several. */
  | (Asked & { readonly kind: "units" })
  /** A text to take along from the page; it is no part of the command. */
  | (Asked & { readonly kind: "draft"; readonly lines: number; readonly maxLength: number });

/** The form of one command: a section of the case's page. */
export interface CommandForm {
  readonly title: string;
  readonly button: string;
  readonly intro?: string;
  readonly group: CommandGroup;
  readonly fields: readonly CommandField[];
  /** What the fields hold before anybody has typed. */
  readonly start?: (kase: CaseFile) => PageAnswers;
  /** Sent in this object of the body, changed fields only. */
  readonly within?: string;
}

export const commandGroups = ["work", "decide", "time", "move", "end", "keep"] as const;
export type CommandGroup = (typeof commandGroups)[number];

export const groupWords: Readonly<Record<CommandGroup, string>> = {
  work: "Handlägg",
  decide: "Bedöm och besluta",
  time: "Tiden",
  move: "Skicka vidare",
  end: "Avsluta",
  keep: "Anteckna",
};

export type CommandName = RequestCommandName | BreachCommandName | ConsultationCommandName;
export type RequestCommandName = CommandsOf["request"]["command"];
export type BreachCommandName = BreachCommand["command"];
export type ConsultationCommandName = ConsultationCommand["command"];

export type FormsOf<Kind extends CaseKind> = Readonly<Record<CommandsOf[Kind]["command"], CommandForm>>;

/** The longest text of a command, in characters. */
export const longText = 2_000;

export const text = (
  name: string,
  label: string,
  more: Partial<Omit<Extract<CommandField, { kind: "text" }>, "kind" | "name" | "label">> = {},
): CommandField => ({ kind: "text", name, label, maxLength: 200, ...more });

export const reason = (name: string, label: string, hint?: string): CommandField => ({
  kind: "text",
  name,
  label,
  lines: 4,
  maxLength: longText,
  refusals: ["explanation-required"],
  ...(hint === undefined ? {} : { hint }),
});

export const day = (name: string, label: string, hint?: string): CommandField => ({
  kind: "day",
  name,
  label,
  empty: `${label.replace(/\?$/, "")}: skriv dagen med år, månad och dag`,
  refusals: ["not-in-the-future", "before-receipt", "notice-too-late"],
  ...(hint === undefined ? {} : { hint }),
});

export const moment = (name: string, label: string, hint?: string): CommandField => ({
  kind: "moment",
  name,
  label,
  empty: `${label.replace(/\?$/, "")}: skriv dag och klockslag, till exempel 14.30`,
  refusals: ["not-in-the-future", "before-receipt"],
  ...(hint === undefined ? {} : { hint }),
});

export const choices = (words: Readonly<Record<string, string>>, among = Object.keys(words)): readonly Choice[] =>
  among.map((value) => ({ value, label: words[value] ?? value }));

/** The two commands that every case takes. */
export const commonForms = {
  note: {
    title: "Skriv en anteckning",
    button: "Spara anteckningen",
    group: "keep",
    fields: [
      {
        kind: "text",
        name: "text",
        label: "Anteckning",
        hint: "Skriv bara det som behövs. Anteckningen är en del av ärendet och tas inte bort.",
        lines: 4,
        maxLength: longText,
        empty: "Skriv anteckningen",
      },
    ],
  },
  "set-diary-number": {
    title: "Skriv in diarienumret",
    button: "Spara diarienumret",
    group: "keep",
    fields: [text("diaryNumber", "Diarienummer", { maxLength: 100, empty: "Skriv diarienumret" })],
  },
} as const satisfies Readonly<Record<string, CommandForm>>;
