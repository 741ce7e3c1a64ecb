import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { type AnswerCode, everyField, type Field, type FormPage, fieldAt, type TextField } from "../../forms/form.ts";
import { codesOf } from "../../forms/messages.ts";
import type { Typed } from "./citizen.ts";

/** One wrong answer: what is typed, and what the page then has to say about which field. */
export interface Mistake {
  readonly pointer: string;
  readonly field: Field;
  readonly code: AnswerCode;
  /** How many characters there are too many. */
  readonly over: number;
  readonly typed: Typed;
  /** The input that the message belongs to. */
  readonly input: string;
}

const over = 37;
const bell = "\u0007";

/** Something that the format has against it, for each way to be wrong. */
const wrongTexts: Readonly<Record<NonNullable<TextField["format"]>, Readonly<Partial<Record<AnswerCode, string>>>>> = {
  email: { format: "prov.exempelsson" },
  phone: { format: "fråga mig" },
  "postal-code": { format: "1234" },
  "identity-number": { format: "1990", "check-digits": "19900101-2386" },
  "birth-date": {
    format: "nitt-1-31",
    "no-year": "-1-31",
    "no-month": "1990--31",
    "no-day": "1990-1-",
    "not-a-date": "1990-2-30",
    future: "2990-1-31",
  },
  "year-or-date": { format: "15", "not-a-date": "2015-02-30", future: "2990", "period-reversed": "1998" },
  place: { "unknown-place": "Ingenstans" },
  service: {},
};

const tooLong = ({ format, maxLength }: TextField): string =>
  format === "birth-date" ? `1990-1-${"1".repeat(maxLength + over - 7)}` : "1".repeat(maxLength + over);

/** What somebody can type to make that mistake; undefined when no page lets them. */
function textFor(field: TextField, code: AnswerCode): string | undefined {
  // A period may go on into the future.
  if (field.format === "service" || (code === "future" && field.endsPeriodFrom !== undefined)) return undefined;
  if (code === "empty") return "";
  if (code === "too-long") return tooLong(field);
  if (code === "characters") return field.format === "birth-date" ? `1990${bell}-1-31` : `12${bell}34`;
  return field.format === undefined ? undefined : wrongTexts[field.format][code];
}

const parts = ["year", "month", "day"] as const;
const partAtFault: Readonly<Partial<Record<AnswerCode, (typeof parts)[number]>>> = {
  "no-month": "month",
  "no-day": "day",
};

function mistakeOf(pointer: string, field: Field, code: AnswerCode): Mistake | undefined {
  const name = pointer.slice(1).replaceAll("/", ".");
  const made = { pointer, field, code, over };
  if (field.kind === "choice" || field.kind === "yes-no") {
    return code === "empty" ? { ...made, typed: {}, input: name } : undefined;
  }
  if (field.kind === "list") return code === "empty" ? { ...made, typed: {}, input: "service" } : undefined;
  if (field.kind !== "text") return undefined;
  const text = textFor(field, code);
  if (text === undefined) return undefined;
  const concern = /^\/concerns\/\*\/(place|from|to)$/.exec(pointer)?.[1];
  if (concern !== undefined) {
    const input = `${concern}.1`;
    // A year alone, or one that ends before it begins, needs the rest of its row to be right.
    return { ...made, typed: { "place.1": "Husby", "from.1": "1999", "to.1": "", [input]: text }, input };
  }
  if (field.format !== "birth-date") return { ...made, typed: { [name]: text }, input: name };
  const typed = Object.fromEntries(parts.map((part, index) => [`${name}.${part}`, text.split("-")[index] ?? ""]));
  return { ...made, typed, input: `${name}.${partAtFault[code] ?? "year"}` };
}

const leavesOf = (page: FormPage): readonly { readonly pointer: string; readonly field: Field }[] =>
  page.asks.flatMap(({ field: pointer }) => {
    const field =
      pointer === "/concerns/*/service"
        ? fieldAt(dataSubjectRequest, "/concerns")
        : fieldAt(dataSubjectRequest, pointer);
    if (field === undefined) throw new Error(`${page.id} asks for ${pointer}, which is not in the form`);
    if (field.kind === "list") return [{ pointer: "/concerns", field }];
    return field.kind === "group" ? everyField(field.fields, pointer) : [{ pointer, field }];
  });

/** Every mistake that somebody can make on a page, from the form's own definition. */
export const mistakesOn = (page: FormPage): readonly Mistake[] =>
  leavesOf(page).flatMap(({ pointer, field }) => {
    // A page may ask for what programs may leave out: then the form has a sentence for it all the same.
    const own = field.messages?.empty === undefined ? [] : (["empty"] as const);
    return [...new Set<AnswerCode>([...own, ...codesOf(field)])].flatMap(
      (code) => mistakeOf(pointer, field, code) ?? [],
    );
  });

/** What of it only a program can do: a page offers no way to it. */
export const onlyPrograms = ({ pointer, code }: { readonly pointer: string; readonly code: AnswerCode }): boolean => {
  const field = fieldAt(dataSubjectRequest, pointer.replaceAll("/*", "/0"));
  if (code === "unknown-field" || code === "unknown-service") return true;
  if (pointer === "/language" || /^\/concerns\/\*\/(service|postalCode)$/.test(pointer)) return true;
  if (field === undefined || field.kind === "group") return true;
  if (code === "future" && field.kind === "text" && field.endsPeriodFrom !== undefined) return true;
  return code === "format" && (field.kind !== "text" || field.format === undefined || field.format === "place");
};

/** Mistakes put together so that each input is used once a round; first all that is left empty. */
export const rounds = (mistakes: readonly Mistake[]): readonly (readonly Mistake[])[] => [
  ...together(mistakes.filter(({ code }) => code === "empty")),
  ...together(mistakes.filter(({ code }) => code !== "empty")),
];

function together(mistakes: readonly Mistake[]): readonly (readonly Mistake[])[] {
  const made: { readonly inputs: Set<string>; readonly mistakes: Mistake[] }[] = [];
  for (const mistake of mistakes) {
    const inputs = [mistake.input, ...Object.keys(mistake.typed)];
    let round = made.find((each) => inputs.every((input) => !each.inputs.has(input)));
    if (round === undefined) {
      round = { inputs: new Set(), mistakes: [] };
      made.push(round);
    }
    for (const input of inputs) round.inputs.add(input);
    round.mistakes.push(mistake);
  }
  return made.map((each) => each.mistakes);
}
