import { holds } from "../../forms/condition.ts";
import { defaultOf, everyField, type Field, type Form, type FormPage, fieldAt } from "../../forms/form.ts";
import { asksForPlaces, type NamedServices } from "../../forms/summary.ts";
import type { Language } from "../domain/language.ts";

/** What a person has typed and ticked, by the input's name; nothing is judged yet. */
export type PageAnswers = Readonly<Record<string, readonly string[]>>;

/** How many places a person can tell of. */
export const maxRows = 6;
// Beyond any sensible answer; keeps what travels in the page small. A longer text has already been refused once.
const keptLength = 10_000;
const keptValues = 100;

export const dateParts = ["year", "month", "day"] as const;
export type TimePart = (typeof dateParts)[number] | "clock";

/** `/person/givenName` → `person.givenName`. */
export const nameOf = (pointer: string): string => pointer.slice(1).replaceAll("/", ".");
/** `person.givenName` → `person-givenName`. */
export const idOf = (name: string): string => name.replaceAll(".", "-");

export const isServices = (page: FormPage): boolean => page.asks.some(({ field }) => field === "/concerns/*/service");
export const isPlaces = (page: FormPage): boolean => page.asks.some(({ field }) => field === "/concerns/*/place");

interface Leaf {
  readonly pointer: string;
  readonly field: Exclude<Field, { readonly kind: "group" }>;
}

/** What stands on the page, group by group: the pointer asked, its field, and the fields to fill in. */
export function asksOf(form: Form, page: FormPage, body: unknown) {
  return page.asks.flatMap((ask) => {
    const field = fieldAt(form, ask.field);
    if (field === undefined || (ask.when !== undefined && !holds(ask.when, body))) return [];
    const leaves = (
      field.kind === "group" ? everyField(field.fields, ask.field) : [{ pointer: ask.field, field }]
    ).filter((leaf): leaf is Leaf => leaf.field.kind !== "group");
    return [{ pointer: ask.field, field, leaves }];
  });
}

/** The inputs that a day, or a moment, is typed in; none for any other field. */
export function timeParts(field: Field): readonly TimePart[] {
  if (field.kind === "instant") return [...dateParts, "clock"];
  return field.kind === "date" || (field.kind === "text" && field.format === "birth-date") ? dateParts : [];
}

function inputsOf(form: Form, page: FormPage): readonly string[] {
  if (isServices(page)) return ["service"];
  if (isPlaces(page)) {
    const rows = Array.from({ length: maxRows }, (_, index) => index + 1);
    return ["place.unknown", "place.rows", ...rows.flatMap((row) => [`place.${row}`, `from.${row}`, `to.${row}`])];
  }
  return page.asks.flatMap(({ field: pointer }) => {
    const field = fieldAt(form, pointer);
    if (field === undefined) return [];
    const leaves = field.kind === "group" ? everyField(field.fields, pointer) : [{ pointer, field }];
    return leaves.flatMap((leaf) => {
      const name = nameOf(leaf.pointer);
      const parts = timeParts(leaf.field);
      return parts.length > 0 ? parts.map((part) => `${name}.${part}`) : [name];
    });
  });
}

/** The answers with those of one page replaced by what that page sent. */
export function withPage(
  answers: PageAnswers,
  form: Form,
  page: FormPage,
  fields: ReadonlyMap<string, readonly string[]>,
): PageAnswers {
  const names = inputsOf(form, page);
  const kept = Object.entries(answers).filter(([name]) => !names.includes(name));
  const sent = names.flatMap((name): [string, readonly string[]][] => {
    const values = (fields.get(name) ?? [])
      .slice(0, keptValues)
      .map((value) => value.slice(0, keptLength).replace(/\r\n?/g, "\n"))
      .filter((value) => value !== "");
    return values.length === 0 ? [] : [[name, values]];
  });
  return Object.fromEntries([...kept, ...sent]);
}

export const typed = (answers: PageAnswers, name: string): string => answers[name]?.[0] ?? "";

/** A place as typed, with its years; `row` counts from 1. */
export interface PlaceRow {
  readonly row: number;
  readonly place: string;
  readonly from: string;
  readonly to: string;
}

/** How many rows the page shows: as many as were shown, at least those filled in. */
export function rowsShown(answers: PageAnswers): number {
  const asked = Number.parseInt(typed(answers, "place.rows"), 10);
  const filled = placeRows(answers).at(-1)?.row ?? 0;
  return Math.min(maxRows, Math.max(1, filled, Number.isNaN(asked) ? 1 : asked));
}

export const placeRows = (answers: PageAnswers): readonly PlaceRow[] =>
  Array.from({ length: maxRows }, (_, index) => index + 1)
    .map((row) => ({
      row,
      place: typed(answers, `place.${row}`).trim(),
      from: typed(answers, `from.${row}`).trim(),
      to: typed(answers, `to.${row}`).trim(),
    }))
    .filter(({ place, from, to }) => place !== "" || from !== "" || to !== "");

const concernOf = (service: string, { place, from, to }: Omit<PlaceRow, "row">) => ({
  service,
  ...(place === "" ? {} : /^\d{3} ?\d{2}$/.test(place) ? { postalCode: place } : { place }),
  ...(from === "" ? {} : { from }),
  ...(to === "" ? {} : { to }),
});

/** Every service with every place it is found by, and the row each came from (0: none). */
function concernsOf(answers: PageAnswers, city: NamedServices) {
  const services = answers.service ?? [];
  const rows = placeRows(answers);
  const askPlace = new Set(city.services.filter(({ asksPlace }) => asksPlace).map(({ key }) => key));
  return services.flatMap((service) =>
    askPlace.has(service) && rows.length > 0
      ? rows.map((row) => ({ row: row.row, concern: concernOf(service, row) }))
      : [{ row: 0, concern: { service } }],
  );
}

function put(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const names = pointer.split("/").slice(1);
  const last = names.pop();
  let at = body;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Record<string, unknown>; // made here and on the line above, always an object
  }
  if (last !== undefined && value !== undefined) at[last] = value;
}

/** Figures as people group them; what is no number is sent as it is, to be told of. */
const numberIn = (text: string): unknown => {
  const figures = text.replace(/[\s\u00a0]/g, "");
  if (figures === "") return undefined;
  return /^\d{1,15}$/.test(figures) ? Number(figures) : text;
};

/** An input's text as the API has it. What a person has to choose is sent empty, so that it is missed. */
function sentAs({ pointer, field }: Leaf, answers: PageAnswers): unknown {
  const name = nameOf(pointer);
  if (timeParts(field).length > 0) {
    const parts = dateParts.map((part) => typed(answers, `${name}.${part}`).trim());
    const clock = typed(answers, `${name}.clock`).trim();
    if (clock === "" && parts.every((part) => part === "")) return undefined;
    return `${parts.join("-")} ${clock}`.trim();
  }
  if (field.kind === "choices") return answers[name];
  const value = typed(answers, name);
  // A person is asked to choose also where something would stand for what a program leaves out.
  const mayMiss = field.nullable === true || field.required === false;
  if (field.kind === "choice") return value === "" && mayMiss ? undefined : value;
  if (field.kind === "yes-no")
    return value === "yes" ? true : value === "no" ? false : mayMiss || defaultOf(field) !== undefined ? undefined : "";
  if (field.kind === "number") return numberIn(value);
  return value.trim() === "" ? undefined : value;
}

/** The answers as the API has them, with the pages that were asked on the way. */
export interface Built {
  readonly body: Readonly<Record<string, unknown>>;
  readonly pages: readonly FormPage[];
  /** For each of the body's concerns, the row of the places page it came from (0: none). */
  readonly rows: readonly number[];
}

/** Whether the page about places asks for one, as the answers are so far. */
const asksPlaceNow = (page: FormPage, body: unknown): boolean =>
  page.asks.some(({ field, when }) => field === "/concerns/*/place" && (when === undefined || holds(when, body)));

const noPlaces = (city: NamedServices): NamedServices => ({
  services: city.services.map((service) => ({ ...service, asksPlace: false })),
});

/** The API's body from what was typed: only what the answers so far call for is asked, so only that is in it. */
export function bodyOf(form: Form, answers: PageAnswers, city: NamedServices, language: Language): Built {
  const body: Record<string, unknown> = {};
  let concerns = concernsOf(answers, city);
  const pages = form.pages.filter((page) => {
    if (page.when !== undefined && !holds(page.when, body)) return false;
    if (isPlaces(page)) return asksPlaceNow(page, body) && asksForPlaces(answers.service ?? [], city);
    if (isServices(page)) {
      // Places that are not asked for are not sent, whatever was typed before that was known.
      if (!form.pages.some((each) => isPlaces(each) && asksPlaceNow(each, body)))
        concerns = concernsOf(answers, noPlaces(city));
      body.concerns = concerns.map(({ concern }) => concern);
      return true;
    }
    const asked = asksOf(form, page, body);
    for (const { pointer, field, leaves } of asked) {
      const values = leaves.map((leaf) => ({ leaf, value: sentAs(leaf, answers) }));
      // A group that may be left out is, when nothing in it was filled in. Any other is asked for, and so is there.
      if (field.kind === "group" && field.required === false && values.every(({ value }) => value === undefined))
        continue;
      if (field.kind === "group") put(body, pointer, {});
      for (const { leaf, value } of values) put(body, leaf.pointer, value);
    }
    return asked.length > 0;
  });
  if (Object.hasOwn(form.fields, "language")) body.language = language;
  return { body, pages, rows: concerns.map(({ row }) => row) };
}
