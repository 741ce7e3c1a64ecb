import type { CivilDate } from "../shared/domain/civil-date.ts";
import { holds } from "./condition.ts";
import { type Field, type Fields, type Form, mayBeLeftOut, type TextFormat } from "./form.ts";

interface Samples {
  readonly services: readonly string[];
  readonly places: readonly string[];
  readonly today: CivilDate;
}

/** A small generator of repeatable numbers (mulberry32), so that a seed gives the same answers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// Skatteverket's official test numbers: nobody has them, or ever will.
const testNumbers = ["19900101-2385", "201502022393", "18900101 9802", "20200229-2387"];
const words = ["Prov", "Exempel", "Påhitt", "Sæmpel", "Test-Åsa", "O’Prov"];

function sampleText(format: TextFormat | undefined, pick: (below: number) => number, samples: Samples): string {
  const one = (from: readonly string[]): string => from[pick(from.length)] ?? "Prov";
  const year = () => String(1990 + pick(25));
  switch (format) {
    case "email":
      return `prov${pick(1000)}@exempel.se`;
    case "phone":
      return `070-174 06 ${String(5 + pick(90)).padStart(2, "0")}`;
    case "postal-code":
      return `1${pick(10)}${pick(10)} ${pick(10)}${pick(10)}`;
    case "identity-number":
      return one(testNumbers);
    case "birth-date":
      return `${year()}-0${1 + pick(9)}-1${pick(10)}`;
    case "year-or-date":
      return year();
    case "service":
      return one(samples.services);
    case "place":
      return one(samples.places);
    case undefined:
      return one(words);
  }
}

const sampleDay = (pick: (below: number) => number): string => `20${10 + pick(15)}-0${1 + pick(9)}-1${pick(10)}`;

function sample(field: Field, pick: (below: number) => number, samples: Samples): unknown {
  if (field.nullable === true && pick(3) === 0) return null;
  switch (field.kind) {
    case "choices": {
      const some = field.options.filter(() => pick(3) === 0);
      return (some.length === 0 ? field.options.slice(0, 1) : some).map(({ value }) => value);
    }
    case "number":
      return field.min + pick(Math.min(1000, field.max - field.min + 1));
    case "date":
      return sampleDay(pick);
    case "instant":
      return `${sampleDay(pick)}T1${pick(10)}:${10 + pick(50)}:00+0${1 + pick(2)}:00`;
    case "choice":
      return field.options[pick(field.options.length)]?.value;
    case "yes-no":
      return field.turnsAway === true ? false : pick(2) === 1;
    case "text":
      return sampleText(field.format, pick, samples);
    case "group":
      return sampleGroup(field.fields, pick, samples);
    case "list":
      return Array.from({ length: 1 + pick(3) }, () => sample(field.of, pick, samples));
  }
}

function sampleGroup(fields: Fields, pick: (below: number) => number, samples: Samples): Record<string, unknown> {
  const group: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const isOptional = typeof field.required !== "object" && mayBeLeftOut(field);
    if (isOptional && pick(2) === 0) continue;
    const value = sample(field, pick, samples);
    const from = field.kind === "text" && field.endsPeriodFrom !== undefined ? group[field.endsPeriodFrom] : undefined;
    group[name] = typeof from === "string" && from > String(value) ? from : value;
  }
  return group;
}

/** A body that the form accepts, made from its definition alone; the same for the same seed. For tests and measurements. */
export function sampleAnswers(form: Form, seed: number, samples: Samples): Record<string, unknown> {
  const body = sampleGroup(form.fields, numbers(seed), samples);
  // What is only sometimes asked is left out when it is not.
  for (const [name, field] of Object.entries(form.fields)) {
    if (typeof field.required === "object" && !holds(field.required, body)) delete body[name];
  }
  return withoutUnwanted(form.fields, body, body);
}

/** The answers without what must not be answered beside the others. */
function withoutUnwanted(fields: Fields, group: Readonly<Record<string, unknown>>, body: unknown) {
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = group[name];
    if (value === undefined || (field.notWhen !== undefined && holds(field.notWhen, body))) continue;
    kept[name] = within(field, value, body);
  }
  return kept;
}

function within(field: Field, value: unknown, body: unknown): unknown {
  if (field.kind === "list") {
    return Array.isArray(value) ? value.map((item: unknown) => within(field.of, item, body)) : value;
  }
  // Made above from these fields: a group is an object of them.
  return field.kind === "group" ? withoutUnwanted(field.fields, value as Record<string, unknown>, body) : value;
}
