import { commandForms } from "../../../forms/commands.ts";
import { type Field, type Form, mayBeLeftOut } from "../../../forms/form.ts";
import type { CaseKind } from "../../domain/casework/case-file.ts";
import type { RefusalCode } from "../../domain/casework/refusal.ts";
import type { Choice } from "../fields.tsx";
import { type CommandGroup, type CommandPage, commandPages } from "./command-pages.ts";

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
  | (Asked & { readonly kind: "choice" | "yes-no" | "list" | "several"; readonly options: readonly Choice[] })
  /** A box to tick; a day; a day and a clock time; one of the case's measures that are not done; units of the city. */
  | (Asked & { readonly kind: "tick" | "day" | "moment" | "measure" | "units" })
  /** A text to take along from the page; it is no part of the command. */
  | (Asked & { readonly kind: "draft"; readonly lines: number; readonly maxLength: number });

/** The form of one command: a section of the case's page. */
export interface CommandForm {
  readonly title: string;
  readonly button: string;
  readonly intro?: string;
  readonly group: CommandGroup;
  readonly fields: readonly CommandField[];
  /** Sent in this object of the body, changed fields only. */
  readonly within?: string;
}

/** Beside which field a refusal is said: the first of these that the form asks. */
const refusalsAbout: Readonly<Record<string, readonly RefusalCode[]>> = {
  awareAt: ["aware-before-detected"],
  awareDelayReason: ["aware-delay-reason-required"],
  explanation: ["explanation-required"],
  ground: ["ground-does-not-fit"],
  id: ["unknown-measure"],
  lateReason: ["late-reason-required"],
  noticeSentOn: ["notice-too-late"],
  of: ["duplicate-of-itself"],
  outcome: ["identity-required"],
  reason: ["explanation-required", "extension-too-late", "already-extended"],
  toUnits: ["unknown-unit"],
  units: ["unknown-unit"],
};

const refusalsOf = (name: string, kind: Field["kind"]): readonly RefusalCode[] => [
  ...(kind === "date" || kind === "instant" ? (["not-in-the-future", "before-receipt"] as const) : []),
  // A reason that is chosen is never missing.
  ...(refusalsAbout[name] ?? []).filter((code) => code !== "explanation-required" || kind === "text"),
];

const choicesOf = (field: Field): readonly Choice[] =>
  field.kind === "choice" || field.kind === "choices"
    ? field.options.map(({ value, label, hint }) => ({
        value,
        label: label.sv,
        ...(hint === undefined ? {} : { hint: hint.sv }),
      }))
    : [];

const yesOrNo: readonly Choice[] = [
  { value: "yes", label: "Ja" },
  { value: "no", label: "Nej" },
];

/** How a field of a command is asked on the page. */
function askedAs(name: string, field: Exclude<Field, { readonly kind: "group" }>, isChange: boolean): CommandField {
  const maybe = mayBeLeftOut(field);
  // To put a report right: what a report must have can be changed, but not emptied.
  // Units can be named in two ways by a program, and in one here.
  const empty = !maybe || isChange || field.kind === "list" ? field.messages?.empty?.sv : undefined;
  const refusals = refusalsOf(name, field.kind);
  const asked: Asked = {
    name,
    label: (isChange ? (field.short ?? field.label) : field.label).sv,
    ...(field.hint === undefined ? {} : { hint: field.hint.sv }),
    ...(empty === undefined ? {} : { empty }),
    ...(refusals.length === 0 ? {} : { refusals }),
  };
  switch (field.kind) {
    case "text":
      if (name === "id") return { ...asked, kind: "measure" };
      return {
        ...asked,
        kind: "text",
        maxLength: field.maxLength,
        ...(field.lines === undefined ? {} : { lines: field.lines }),
      };
    case "number":
      return { ...asked, kind: "text", maxLength: 20, number: true };
    case "date":
      return { ...asked, kind: "day" };
    case "instant":
      return { ...asked, kind: "moment" };
    case "choice":
      // Radio buttons cannot be unchosen.
      return { ...asked, kind: maybe ? "list" : "choice", options: choicesOf(field) };
    case "choices":
      return { ...asked, kind: "several", options: choicesOf(field) };
    case "yes-no":
      return maybe ? { ...asked, kind: "tick" } : { ...asked, kind: "yes-no", options: yesOrNo };
    case "list":
      return { ...asked, kind: "units" };
  }
}

/** Said by the page itself, not asked: which command, to which version; when it happened, where that is not the question. */
const isAsked = ([name, field]: readonly [string, Field]): boolean =>
  name !== "command" && name !== "version" && name !== "toUnit" && (name !== "at" || field.required === undefined);

function fieldsOf(form: Form): readonly CommandField[] {
  const asked = Object.entries(form.fields).filter(isAsked);
  const isWithin = asked.some(([, { kind }]) => kind === "group");
  return asked.flatMap(([name, field]): readonly CommandField[] =>
    field.kind === "group"
      ? Object.entries(field.fields).flatMap(([inner, leaf]) =>
          leaf.kind === "group" ? [] : [askedAs(inner, leaf, true)],
        )
      : [{ ...askedAs(name, field, false), ...(isWithin ? { outside: true } : {}) }],
  );
}

function shown(form: Form, { draft, ...page }: CommandPage): CommandForm {
  const fields = fieldsOf(form);
  const within = Object.entries(form.fields).find(([, { kind }]) => kind === "group")?.[0];
  return {
    ...page,
    title: form.title.sv,
    fields: draft === undefined ? fields : [...fields, { kind: "draft", ...draft }],
    ...(within === undefined ? {} : { within }),
  };
}

function formsOf(kind: CaseKind): Readonly<Record<string, CommandForm>> {
  const known: Readonly<Record<string, Form>> = commandForms[kind];
  return Object.fromEntries(
    Object.entries(commandPages[kind]).flatMap(([name, page]) => {
      const form = known[name];
      return form === undefined ? [] : [[name, shown(form, page)]];
    }),
  );
}

const forms = { request: formsOf("request"), breach: formsOf("breach"), consultation: formsOf("consultation") };

/** Every command's form on the page of a kind of case, in the order in which they are offered. */
export const formsFor = (kind: CaseKind): Readonly<Record<string, CommandForm>> => forms[kind];

/** The form of a command on a kind of case; undefined where there is no such command. */
export const formOf = (kind: CaseKind, command: string): CommandForm | undefined =>
  Object.hasOwn(forms[kind], command) ? forms[kind][command] : undefined;
