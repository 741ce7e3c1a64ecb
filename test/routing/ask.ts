import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { City } from "../../shared/domain/city.ts";
import { type CivilDate, civilDate } from "../../shared/domain/civil-date.ts";
import { type Concern, explain, type Routing, route } from "../../shared/domain/routing/routing.ts";

/** A day the test itself names; a slip in it fails the test. */
export const day = (text: string): CivilDate => {
  const date = civilDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
};

export const today = day("2026-11-22");

/** The routing of concerns that must be understood. */
export const ask = (concerns: readonly Concern[], on: CivilDate = today, city: City = stockholm): Routing => {
  const routing = route(concerns, city, on);
  if (!routing.ok) throw new Error(`refused: ${JSON.stringify(routing.error)}`);
  return routing.value;
};

/** The ids of those who answer for one concern: units first, then bodies outside, then `?` and the candidates in doubt. */
export const answers = (concern: Concern, on: CivilDate = today, city: City = stockholm): readonly string[] => {
  const { recipients, outside, triage } = ask([concern], on, city);
  return [
    ...recipients.map(({ unit }) => unit),
    ...outside.map(({ id }) => id),
    ...(triage === null ? [] : ["?", ...triage.candidates]),
  ];
};

/** Everything said in Swedish about why. */
export const said = (concern: Concern, on: CivilDate = today, city: City = stockholm): string => {
  const { recipients, outside } = ask([concern], on, city);
  return [...recipients, ...outside].flatMap(({ because }) => because.map((one) => explain(one, "sv"))).join(" ");
};
