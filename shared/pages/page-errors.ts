import { type Form, type FormPage, fieldAt } from "../../forms/form.ts";
import { messageOf } from "../../forms/messages.ts";
import type { FieldError } from "../../forms/parse-answers.ts";
import type { Language } from "../domain/language.ts";
import type { InputError } from "./fields.tsx";
import {
  type Built,
  idOf,
  isPlaces,
  isServices,
  nameOf,
  type PageAnswers,
  placeRows,
  type TimePart,
  timeParts,
  typed,
} from "./page-answers.ts";

/** An error on the page and beside the input where it can be put right. */
export interface PlacedError extends InputError {
  readonly page: string;
}

const timePart: Readonly<Partial<Record<FieldError["code"], TimePart>>> = {
  "no-month": "month",
  "no-day": "day",
  "no-time": "clock",
  "not-a-time": "clock",
  "time-skipped": "clock",
  "time-twice": "clock",
};

/** The input a pointer of the API's body was made from. */
function inputOf(form: Form, { pointer, code }: FieldError, rows: readonly number[]): { asked: string; input: string } {
  const concern = /^\/concerns\/(\d+)\/(\w+)$/.exec(pointer);
  if (concern === null) {
    const field = fieldAt(form, pointer);
    // One of several choices is wrong: they are one question.
    const name = nameOf(field?.kind === "choices" ? pointer.replace(/\/\d+$/, "") : pointer);
    const isTime = field !== undefined && timeParts(field).length > 0;
    return { asked: pointer, input: isTime ? `${name}.${timePart[code] ?? "year"}` : name };
  }
  const row = rows[Number(concern[1])] ?? 0;
  const part = concern[2] === "postalCode" ? "place" : (concern[2] ?? "service");
  return part === "service" || row === 0
    ? { asked: "/concerns/*/service", input: "service" }
    : { asked: "/concerns/*/place", input: `${part}.${row}` };
}

const asks = (page: FormPage, pointer: string): boolean =>
  page.asks.some(({ field }) => pointer === field || pointer.startsWith(`${field}/`));

/** Rows with a year and no place, and no place at all: only the page can miss them, programs may leave places out. */
function missingPlaces(form: Form, page: FormPage, answers: PageAnswers, language: Language): PlacedError[] {
  if (typed(answers, "place.unknown") !== "") return [];
  const place = fieldAt(form, "/concerns/*/place");
  if (place === undefined) return [];
  const rows = placeRows(answers);
  const bare = rows.length === 0 ? [1] : rows.filter((row) => row.place === "").map(({ row }) => row);
  const message = messageOf(place, "empty", language);
  return bare.map((row) => ({ page: page.id, input: idOf(`place.${row}`), message }));
}

/** Each error with its page and input, in the order of the pages; each input once, each sentence as the form has it. */
export function placeErrors(
  form: Form,
  { pages, rows }: Pick<Built, "pages" | "rows">,
  answers: PageAnswers,
  errors: readonly FieldError[],
  language: Language,
): readonly PlacedError[] {
  const placed = pages.flatMap((page) => {
    const own = errors.flatMap((error): PlacedError[] => {
      const { asked, input } = inputOf(form, error, rows);
      const isOnPlaces = error.code === "too-many" && pages.some(isPlaces);
      const isOwn = asked === "/concerns" ? (isOnPlaces ? isPlaces(page) : isServices(page)) : asks(page, asked);
      const target = asked === "/concerns" ? (isOnPlaces ? "place.1" : "service") : input;
      return isOwn ? [{ page: page.id, input: idOf(target), message: error.message }] : [];
    });
    return isPlaces(page) ? [...missingPlaces(form, page, answers, language), ...own] : own;
  });
  const seen = new Set<string>();
  return placed.filter(({ input }) => !seen.has(input) && seen.add(input));
}
