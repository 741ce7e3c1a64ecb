import type { City, Era, Service, Unit, UnitId } from "../city.ts";

/** What a place name stands for: a district with its history, a unit, or another municipality. */
export type Member =
  | { readonly kind: "district"; readonly name: string; readonly eras: readonly Era[] }
  | { readonly kind: "unit"; readonly id: UnitId }
  | { readonly kind: "municipality"; readonly code: string };

/** A place as the city's data spells it. `workplace` is set where the name is that of a unit and of nothing else. */
export interface Place {
  readonly name: string;
  readonly members: readonly Member[];
  readonly workplace?: UnitId;
}

/** A city's data arranged for looking up. */
export interface CityIndex {
  readonly city: City;
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly services: ReadonlyMap<string, Service>;
  readonly places: ReadonlyMap<string, Place>;
  /** Everything inside the city that could ever answer, and those among it that answer for a part of the city. */
  readonly committees: readonly Unit[];
}

/** One spelling for what people write in many: composed letters, small, single spaces, plain hyphens without spaces around. */
export const normalised = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s*[-‐‑–—]\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim();

const build = (city: City): CityIndex => {
  const units = new Map(city.units.map((unit) => [unit.id, unit]));
  const places = new Map<string, Place>();
  // The first to take a name keeps it, so the order below is the order of precedence.
  const add = (written: string, place: Place): void => {
    const key = normalised(written);
    if (!places.has(key)) places.set(key, place);
  };

  const districts = new Map<string, Member>();
  for (const { eras, official, parts = [] } of city.districts) {
    const newestFirst = [...eras].sort((a, b) => (a.from < b.from ? 1 : -1));
    for (const name of [...official, ...parts]) {
      const member: Member = { kind: "district", name, eras: newestFirst };
      districts.set(name, member);
      add(name, { name, members: [member] });
    }
  }

  const memberNamed = (name: string): Member => {
    if (name.startsWith("kommun:")) return { kind: "municipality", code: name.slice(7) };
    const district = districts.get(name);
    if (district !== undefined) return district;
    if (units.has(name)) return { kind: "unit", id: name };
    throw new Error(`The data of ${city.id} names a place member that is not there: ${name}`);
  };
  for (const [name, members] of Object.entries(city.aliases)) add(name, { name, members: members.map(memberNamed) });

  for (const unit of city.units) {
    const members = city.districts
      .filter(({ eras }) => eras.some((era) => era.units.includes(unit.id)))
      .flatMap(({ official, parts = [] }) => [...official, ...parts].map(memberNamed));
    const place = { name: unit.area ?? unit.name, members, workplace: unit.id };
    for (const written of [unit.area, unit.name, unit.administration]) if (written !== undefined) add(written, place);
  }

  const ownDistricts = [...districts.values()];
  for (const [code, { name, label }] of Object.entries(city.country.municipalities)) {
    const members: readonly Member[] = code === city.municipality ? ownDistricts : [{ kind: "municipality", code }];
    for (const written of [label, name]) add(written, { name, members });
  }

  const ofDistricts = new Set(city.districts.flatMap(({ eras }) => eras.flatMap((era) => era.units)));
  return {
    city,
    units,
    services: new Map(city.services.map((service) => [service.key, service])),
    places,
    committees: city.units.filter(({ id }) => ofDistricts.has(id)),
  };
};

const indexes = new WeakMap<City, CityIndex>();

/** The city's index, built at its first use. */
export const indexOf = (city: City): CityIndex => {
  const known = indexes.get(city);
  if (known !== undefined) return known;
  const index = build(city);
  indexes.set(city, index);
  return index;
};

const suffix = / (?:stadsdel|stadsdelsområde|kommun|stad|\(postort\))$/;

/** The place a person means, also with a word after the name ("Solna stad", "Farsta stadsdel"); undefined when none is known. */
export const findPlace = ({ places }: CityIndex, written: string): Place | undefined => {
  const key = normalised(written);
  const exact = places.get(key);
  if (exact !== undefined || !suffix.test(key)) return exact;
  const name = key.replace(suffix, "");
  return places.get(name) ?? (name.endsWith("s") ? places.get(name.slice(0, -1)) : undefined);
};
