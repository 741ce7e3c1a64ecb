import { civilDate } from "../shared/domain/civil-date.ts";
import { dateInWords, timeInWords } from "../shared/domain/date-in-words.ts";
import { instant } from "../shared/domain/instant.ts";
import type { Language, Text } from "../shared/domain/language.ts";
import { holds, valueAt } from "./condition.ts";
import { everyField, type Field, type Form, type FormPage, fieldAt } from "./form.ts";

/** One answer as the person reads it back: on the page before sending and on the receipt. */
export interface SummaryRow {
  /** The page where it can be changed. */
  readonly page: string;
  readonly label: string;
  readonly lines: readonly string[];
}

/** The services' names, to read codes back in words. */
export interface NamedServices {
  readonly services: readonly { readonly key: string; readonly label: Text; readonly asksPlace: boolean }[];
}

interface Concern {
  readonly service: string;
  readonly place?: string;
  readonly postalCode?: string;
  readonly from?: string;
  readonly to?: string;
}

const yes: Text = { sv: "Ja", en: "Yes" };
const no: Text = { sv: "Nej", en: "No" };
const notKnown: Text = { sv: "Vet inte", en: "I do not know" };
const unknownService: Text = { sv: "Jag vet inte – sök brett", en: "I do not know – search widely" };
const unknownPlace: Text = { sv: "Jag vet inte var", en: "I do not know where" };
const since: Readonly<Record<Language, (year: string) => string>> = {
  sv: (year) => `från ${year}`,
  en: (year) => `from ${year}`,
};
const until: Readonly<Record<Language, (year: string) => string>> = {
  sv: (year) => `till ${year}`,
  en: (year) => `until ${year}`,
};

const period = ({ from, to }: Concern, language: Language): string =>
  from !== undefined && to !== undefined
    ? `${from}–${to}`
    : from !== undefined
      ? since[language](from)
      : to !== undefined
        ? until[language](to)
        : "";

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines.filter((line) => line !== ""))];

const spaced = (postalCode: string): string => `${postalCode.slice(0, 3)}\u00a0${postalCode.slice(3)}`;

function lineOf(field: Field, value: unknown, language: Language): string {
  if (value === undefined) return "";
  if (value === null) return notKnown[language];
  if (field.kind === "choices") {
    return field.options
      .filter((option) => Array.isArray(value) && value.includes(option.value))
      .map((option) => option.label[language])
      .join("\n");
  }
  if (field.kind === "yes-no") return (value === true ? yes : no)[language];
  if (field.kind === "choice") return field.options.find((option) => option.value === value)?.label[language] ?? "";
  const text = String(value);
  if (field.kind === "number")
    return new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB").format(Number(value));
  const at = field.kind === "instant" ? instant(text) : undefined;
  if (at !== undefined) return timeInWords(at, language);
  const day = field.kind === "date" ? civilDate(text) : undefined;
  if (day !== undefined) return dateInWords(day, language);
  if (field.kind !== "text") return "";
  if (field.format === "identity-number") return `${text.slice(0, 8)}-${text.slice(8)}`;
  return field.format === "postal-code" ? spaced(text) : text;
}

/** The rows of one thing that is asked: a field by itself, a group with a short label as one, any other field by field. */
const rowsOf = (form: Form, page: FormPage, pointer: string, answers: unknown, language: Language): SummaryRow[] => {
  const field = fieldAt(form, pointer);
  if (field === undefined) return [];
  const leaves = field.kind === "group" ? everyField(field.fields, pointer) : [{ pointer, field }];
  const rows = leaves.flatMap((leaf) => {
    const line = lineOf(leaf.field, valueAt(answers, leaf.pointer), language);
    const label = (leaf.field.short ?? leaf.field.label)[language];
    return line === "" ? [] : [{ page: page.id, label, lines: line.split("\n") }];
  });
  return field.kind === "group" && field.short !== undefined && rows.length > 0
    ? [{ page: page.id, label: field.short[language], lines: rows.flatMap(({ lines }) => lines) }]
    : rows;
};

const labels = {
  services: { sv: "Verksamheter", en: "Services" },
  places: { sv: "Plats och tid", en: "Place and time" },
} satisfies Record<string, Text>;

/** The concerns are read back as they were asked: which services, and where and when. */
function concernRows(
  concerns: readonly Concern[],
  isPlaces: boolean,
  language: Language,
  city: NamedServices,
): SummaryRow[] {
  const name = (key: string): string =>
    (city.services.find((service) => service.key === key)?.label ?? unknownService)[language];
  if (!isPlaces) {
    return [
      {
        page: "services",
        label: labels.services[language],
        lines: unique(concerns.map(({ service }) => name(service))),
      },
    ];
  }
  const places = concerns.map((concern) =>
    [
      concern.place ?? (concern.postalCode === undefined ? undefined : spaced(concern.postalCode)),
      period(concern, language),
    ]
      .filter((part) => part !== undefined && part !== "")
      .join(", "),
  );
  const lines = unique(places);
  return [
    { page: "places", label: labels.places[language], lines: lines.length === 0 ? [unknownPlace[language]] : lines },
  ];
}

/** Whether any of the services is found by where the person lived, so that the page about places is asked. */
export const asksForPlaces = (services: readonly string[], city: NamedServices): boolean =>
  city.services.some((service) => service.asksPlace && services.includes(service.key));

/** The answers of a form that has been read, in the order they were asked, only what was answered. */
export function summaryOf(
  answers: object & { readonly concerns?: readonly Concern[] },
  form: Form,
  language: Language,
  city: NamedServices,
): readonly SummaryRow[] {
  const concerns = answers.concerns ?? [];
  return form.pages
    .filter((page) => page.when === undefined || holds(page.when, answers))
    .flatMap((page) => {
      const isConcerns = page.asks.some(({ field }) => field.startsWith("/concerns"));
      if (!isConcerns) {
        return page.asks
          .filter((ask) => ask.when === undefined || holds(ask.when, answers))
          .flatMap((ask) => rowsOf(form, page, ask.field, answers, language));
      }
      const isPlaces = page.asks.some(({ field }) => field.endsWith("/place"));
      const isAsked =
        concerns.length > 0 &&
        (!isPlaces ||
          asksForPlaces(
            concerns.map(({ service }) => service),
            city,
          ));
      return isAsked ? concernRows(concerns, isPlaces, language, city) : [];
    });
}
