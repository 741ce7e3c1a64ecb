import { type Language, languages, type Text } from "../shared/domain/language.ts";
import { type AnswerCode, defaultOf, everyField, type Field, type Form, type TextField } from "./form.ts";

const grouped: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat("sv-SE"),
  en: new Intl.NumberFormat("en-GB"),
};

interface Measure {
  readonly max: number;
  /** How many there are beyond `max`. */
  readonly over: number;
}

type Sentence = (subject: string, measure: Measure, names: string) => string;

/** Sentences that need nothing but the field's name and a number. Everything else is written in the form itself. */
const sentences: Readonly<Partial<Record<AnswerCode, Readonly<Record<Language, Sentence>>>>> = {
  "too-long": {
    sv: (subject, { max, over }) =>
      `${subject} får ha högst ${grouped.sv.format(max)} tecken. Ta bort ${grouped.sv.format(over)} tecken.`,
    en: (subject, { max, over }) =>
      `${subject} must be ${grouped.en.format(max)} characters or fewer. Remove ${grouped.en.format(over)} ${over === 1 ? "character" : "characters"}.`,
  },
  characters: {
    sv: (subject) =>
      `${subject} innehåller ett osynligt tecken som vi inte kan ta emot. Skriv in det för hand i stället för att klistra in.`,
    en: (subject) => `${subject} contains an invisible character that we cannot accept. Type it instead of pasting it.`,
  },
  "no-year": {
    sv: (subject) => `${subject} måste ha ett år`,
    en: (subject) => `${subject} must include a year`,
  },
  "no-month": {
    sv: (subject) => `${subject} måste ha en månad`,
    en: (subject) => `${subject} must include a month`,
  },
  "no-day": {
    sv: (subject) => `${subject} måste ha en dag`,
    en: (subject) => `${subject} must include a day`,
  },
  "not-a-date": {
    sv: (subject) => `${subject} finns inte i kalendern`,
    en: (subject) => `${subject} must be a real date`,
  },
  "no-time": {
    sv: (subject) => `${subject} måste ha ett klockslag, till exempel 14.30. Ungefär räcker.`,
    en: (subject) => `${subject} must include a time, for example 14:30. Roughly is enough.`,
  },
  "not-a-time": {
    sv: (subject) => `${subject} måste ha ett klockslag mellan 00.00 och 23.59, till exempel 14.30`,
    en: (subject) => `${subject} must have a time between 00:00 and 23:59, for example 14:30`,
  },
  "time-skipped": {
    sv: (subject) => `${subject} finns inte: klockan ställdes fram den natten. Skriv en timme tidigare eller senare.`,
    en: (subject) => `${subject} does not exist: the clocks went forward that night. Enter an hour earlier or later.`,
  },
  "time-twice": {
    sv: (subject) =>
      `${subject} fanns två gånger: klockan ställdes tillbaka den natten. Skriv ”sommartid” eller ”normaltid” efter klockslaget.`,
    en: (subject) =>
      `${subject} came twice: the clocks went back that night. Add “summer time” or “standard time” after the time.`,
  },
  future: {
    sv: (subject) => `${subject} kan inte ligga i framtiden`,
    en: (subject) => `${subject} must be in the past`,
  },
  format: {
    sv: (subject) => `${subject} går inte att läsa. Kontrollera hur det är skrivet.`,
    en: (subject) => `${subject} cannot be read. Check how it is written.`,
  },
  "unknown-field": {
    sv: (subject, _measure, names) => `${subject} innehåller ett fält som formuläret inte har. Fälten heter: ${names}.`,
    en: (subject, _measure, names) => `${subject} holds a field that the form does not have. The fields are: ${names}.`,
  },
};

const namesIn = (field: Pick<Field, "kind"> | { readonly fields: object }): string =>
  "fields" in field ? Object.keys(field.fields).join(", ") : "";

/**
 * The field's own sentence for what is wrong, in the reader's language. Says what to do, never what was entered.
 * `over` is how many characters there are too many.
 */
export function messageOf(field: Field, code: AnswerCode, language: Language, over = 1): string {
  const own = field.messages?.[code];
  if (own !== undefined) return own[language];
  const max = field.kind === "text" ? field.maxLength : 0;
  const make = (sentences[code] ?? sentences.format)?.[language];
  return make?.(field.subject[language], { max, over }, namesIn(field)) ?? field.subject[language];
}

const dateCodes = ["format", "no-year", "no-month", "no-day", "not-a-date", "future"] as const;
const codesOfFormat: Readonly<Record<NonNullable<TextField["format"]>, readonly AnswerCode[]>> = {
  email: ["format"],
  phone: ["format"],
  "postal-code": ["format"],
  "identity-number": ["format", "check-digits"],
  "birth-date": dateCodes,
  "year-or-date": ["format", "not-a-date", "future"],
  service: ["unknown-service"],
  place: ["unknown-place"],
};

/** What can be wrong with an answer to this field. */
export function codesOf(field: Field): readonly AnswerCode[] {
  const all = ownCodesOf(field);
  return field.notWhen === undefined ? all : [...all, "not-wanted"];
}

const isNeverMissed = (field: Field): boolean =>
  field.required === false ||
  (field.required === undefined && field.nullable === true) ||
  // A person is asked for a choice all the same.
  (field.kind !== "choice" && defaultOf(field) !== undefined);

function ownCodesOf(field: Field): readonly AnswerCode[] {
  const missing: readonly AnswerCode[] = isNeverMissed(field) ? [] : ["empty"];
  switch (field.kind) {
    case "choice":
    case "choices":
    case "yes-no":
    case "number":
      return [...missing, "format"];
    case "date":
      return [...missing, "format", "no-year", "no-month", "no-day", "not-a-date"];
    case "instant":
      return [...missing, ...dateCodes, "no-time", "not-a-time", "time-skipped", "time-twice"];
    case "group":
      return [...missing, "format", "unknown-field"];
    case "list":
      return [...missing, "format", "too-many"];
    case "text": {
      const ofFormat = field.format === undefined ? (["format"] as const) : codesOfFormat[field.format];
      const period: readonly AnswerCode[] = field.endsPeriodFrom === undefined ? [] : ["period-reversed"];
      return [...new Set<AnswerCode>([...missing, "format", "too-long", "characters", ...ofFormat, ...period])];
    }
  }
}

/** Every sentence the form can answer with, for reading through and for the test that each is the form's own. */
export const everyErrorText = (
  form: Form,
): readonly { readonly pointer: string; readonly code: AnswerCode; readonly text: Text }[] =>
  everyField(form.fields).flatMap(({ pointer, field }) =>
    codesOf(field).map((code) => {
      const [sv, en] = languages.map((language) => messageOf(field, code, language, 37));
      return { pointer, code, text: { sv: sv ?? "", en: en ?? "" } };
    }),
  );
