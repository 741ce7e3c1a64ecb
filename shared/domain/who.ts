import { type Role, roles } from "./casework/case-history.ts";
import type { UnitId } from "./city.ts";

/** What somebody is to the city. One person may be several. */
export type StaffRole = Role;

/** Who is asking, as the city's own sign-in says. `sub` is the provider's stable id of the person; a name is for show only. */
export interface Who {
  readonly sub: string;
  readonly name?: string;
  readonly roles: readonly StaffRole[];
  /** The units whose cases the person works with; none means that nothing that belongs to a unit is seen. */
  readonly units: readonly UnitId[];
  /** Cleared to know of persons with a protected identity. */
  readonly mayProtected: boolean;
}

/**
 * Where the provider's claims say what we need, and which of their values mean what. Only values named here count, except
 * units: without a table of them, the claim holds the units' own ids.
 */
export interface ClaimMapping {
  readonly name?: string;
  readonly roles: { readonly claim: string; readonly values: Readonly<Record<string, StaffRole>> };
  readonly units: { readonly claim: string; readonly values?: Readonly<Record<string, UnitId>> };
  readonly protected: { readonly claim: string; readonly values: readonly string[] };
}

/** The provider says it in our own words: what the one on a developer's machine does. */
export const plainMapping: ClaimMapping = {
  name: "name",
  roles: { claim: "roles", values: Object.fromEntries(roles.map((role) => [role, role])) },
  units: { claim: "units" },
  protected: { claim: "protected", values: ["true"] },
};

export type Claims = Readonly<Record<string, unknown>>;

/** OpenID Connect Core, 5.1: a subject is a text of at most 255 characters. */
export const isSubject = (sub: unknown): sub is string => typeof sub === "string" && sub !== "" && sub.length <= 255;

const mostUnits = 200;

/** A claim's values as texts: one text, a list of them, or a truth. Anything else says nothing. */
function valuesOf(claims: Claims, claim: string): readonly string[] {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === "string" || typeof one === "boolean" ? [String(one)] : []));
}

const meant = <Meaning>(values: readonly string[], table: Readonly<Record<string, Meaning>>): readonly Meaning[] => [
  ...new Set(
    values.flatMap((value) => {
      const meaning = Object.hasOwn(table, value) ? table[value] : undefined;
      return meaning === undefined ? [] : [meaning];
    }),
  ),
];

/**
 * Who the claims speak of. They must have been verified. Undefined when they carry no usable `sub`; an e-mail address or a
 * name never takes its place.
 */
export function whoFrom(claims: Claims, mapping: ClaimMapping): Who | undefined {
  const { sub } = claims;
  if (!isSubject(sub)) return undefined;
  const name = mapping.name === undefined ? undefined : valuesOf(claims, mapping.name)[0];
  const units = valuesOf(claims, mapping.units.claim);
  return {
    sub,
    ...(name === undefined ? {} : { name: name.slice(0, 100) }),
    roles: meant(valuesOf(claims, mapping.roles.claim), mapping.roles.values),
    units: (mapping.units.values === undefined ? [...new Set(units)] : meant(units, mapping.units.values)).slice(
      0,
      mostUnits,
    ),
    mayProtected: valuesOf(claims, mapping.protected.claim).some((value) => mapping.protected.values.includes(value)),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTable = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((one) => typeof one === "string");
const isRoleTable = (value: unknown): value is Readonly<Record<string, StaffRole>> =>
  isTable(value) && Object.values(value).every((one) => roles.some((role) => role === one));
const hasOnly = (value: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));

/** A mapping out of configuration, or undefined when it is not one: a word too many is a mistake, not a wish. */
export function claimMapping(value: unknown): ClaimMapping | undefined {
  if (!isRecord(value) || !hasOnly(value, "name", "roles", "units", "protected")) return undefined;
  const { name, roles: byRole, units, protected: cleared } = value;
  if (name !== undefined && typeof name !== "string") return undefined;
  if (!isRecord(byRole) || !hasOnly(byRole, "claim", "values") || typeof byRole.claim !== "string") return undefined;
  if (!isRoleTable(byRole.values)) return undefined;
  if (!isRecord(units) || !hasOnly(units, "claim", "values") || typeof units.claim !== "string") return undefined;
  if (units.values !== undefined && !isTable(units.values)) return undefined;
  if (!isRecord(cleared) || !hasOnly(cleared, "claim", "values") || typeof cleared.claim !== "string") return undefined;
  if (!Array.isArray(cleared.values) || !cleared.values.every((one) => typeof one === "string")) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    roles: { claim: byRole.claim, values: byRole.values },
    units: { claim: units.claim, ...(units.values === undefined ? {} : { values: units.values }) },
    protected: { claim: cleared.claim, values: cleared.values },
  };
}
