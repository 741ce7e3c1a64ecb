import { type Role, roles } from "../../../shared/domain/casework/case-history.ts";
import type { City, UnitId } from "../../../shared/domain/city.ts";

/** Somebody invented who can sign in on this machine. Everything about them follows from their `sub`. */
export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: UnitId | undefined;
  readonly mayProtected: boolean;
}

export interface Wanted {
  readonly role: string;
  readonly unit?: string | undefined;
  readonly mayProtected?: boolean | undefined;
}

const givenNames: Readonly<Record<Role, string>> = {
  employee: "Ester",
  manager: "Mattias",
  coordinator: "Siv",
  dpo: "Dag",
  security: "Sonja",
  central: "Carina",
};
/** Roles that are played in a unit. */
const inUnit: readonly Role[] = ["employee", "manager", "coordinator"];

/** Units that exist today, district committees first. */
export const unitsOf = ({ units }: City) =>
  units
    .filter(({ kind, validTo }) => validTo === null && kind !== "historic" && kind !== "extern")
    .toSorted((one, other) => Number(other.kind === "stadsdelsnamnd") - Number(one.kind === "stadsdelsnamnd"));

/** The person, or one sentence that says what is wrong with the wish. Without a unit it is the city's first. */
export function personFor(city: City, { role: word, unit: wished, mayProtected = false }: Wanted): Person | string {
  const role = roles.find((known) => known === word);
  if (role === undefined) return `There is no role "${word}": choose one of ${roles.join(", ")}.`;
  const unit = wished ?? (inUnit.includes(role) ? unitsOf(city)[0]?.id : undefined);
  const known = unit === undefined ? undefined : city.units.find(({ id }) => id === unit);
  if (unit !== undefined && known === undefined)
    return `There is no unit "${unit}" in ${city.name.en}: GET /api/v1/units lists them, such as ${unitsOf(city)[0]?.id}.`;
  return {
    sub: ["local", role, ...(unit === undefined ? [] : [unit]), ...(mayProtected ? ["protected"] : [])].join("."),
    name: `${givenNames[role]} Exempelsson${known?.area === undefined ? "" : ` i ${known.area}`}`,
    role,
    unit,
    mayProtected,
  };
}

/** The person with that `sub`, if there is one. */
export function personOf(city: City, sub: string): Person | undefined {
  const [local, role = "", ...rest] = sub.split(".");
  const mayProtected = rest.at(-1) === "protected";
  const [unit, ...more] = mayProtected ? rest.slice(0, -1) : rest;
  if (local !== "local" || more.length > 0) return undefined;
  const person = personFor(city, { role, unit, mayProtected });
  return typeof person === "string" || person.sub !== sub ? undefined : person;
}

/** Whom the sign-in page offers: one of each role, and those of every unit. */
export function everybody(city: City): readonly Person[] {
  const units = unitsOf(city).map(({ id }) => id);
  const wishes: readonly Wanted[] = [
    ...roles.map((role) => ({ role })),
    { role: "coordinator", mayProtected: true },
    ...units.slice(1).flatMap((unit) => inUnit.map((role) => ({ role, unit }))),
  ];
  return wishes.map((wish) => personFor(city, wish)).filter((person) => typeof person !== "string");
}

/** What the provider says of a person, in its own plain words. */
export const claimsOf = ({ name, role, unit, mayProtected }: Person) => ({
  name,
  roles: [role],
  units: unit === undefined ? [] : [unit],
  protected: mayProtected,
});
