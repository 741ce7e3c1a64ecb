import { type City, type Rule, serviceGroups } from "../../shared/domain/city.ts";
import { normalised } from "../../shared/domain/routing/city-index.ts";

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
const unitsOf = (rule: Rule): readonly string[] => {
  switch (rule.kind) {
    case "district":
      return rule.also ?? [];
    case "units":
    case "ask":
      return rule.units;
    case "last-district":
      return [rule.otherwise];
    default:
      return [];
  }
};

/** Services that the product itself names: the one for those who do not know, and breaches in the own unit. */
const needed = ["vet-inte", "incident-egen-enhet"];

/** What is contradictory or missing among the services. */
export function* serviceFaults({ services, units, country, districts }: City): Generator<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const key of twice(services.map((service) => service.key))) yield `The service ${key} is there twice.`;
  for (const key of needed)
    if (!services.some((service) => service.key === key))
      yield `The service ${key} is missing: the forms cannot do without it.`;
  for (const group of serviceGroups)
    if (!services.some((service) => service.forCitizens && service.group === group))
      yield `The group ${group} has no service for citizens: its heading would stand over nothing.`;
  for (const { key, rule, formerly, oldRecords, asksPlace, place } of services) {
    const archive = oldRecords === undefined ? [] : [oldRecords.archive];
    for (const id of [...unitsOf(rule), ...archive]) {
      const unit = byId.get(id);
      if (unit === undefined) yield `The service ${key} names the unit ${id}, which is not among the units.`;
      else if (unit.validTo !== null)
        yield `The service ${key} names the unit ${id}, which ended ${unit.validTo}: name the one that has it now.`;
    }
    for (const id of formerly === undefined ? [] : unitsOf(formerly.rule))
      if (!byId.has(id)) yield `The service ${key} named the unit ${id} formerly, which is not among the units.`;
    if (rule.kind === "outside")
      for (const body of rule.bodies)
        if (!Object.hasOwn(country.outsideBodies, body))
          yield `The service ${key} is answered by ${body}, which is not among the bodies outside the city.`;
    if (asksPlace !== (place !== null))
      yield `The service ${key} ${asksPlace ? "asks for a place, but does not say which place decides" : "says which place decides, but does not ask for it"}.`;
    const byPlace = rule.kind === "district" || rule.kind === "last-district";
    if (byPlace && !asksPlace)
      yield `The service ${key} is answered by the unit of the place, but does not ask for a place.`;
    if (byPlace && districts.length === 0)
      yield `The service ${key} is answered by the unit of the place, but there are no districts.`;
  }
}

/** What is contradictory or missing among the names of places. */
export function* placeFaults(city: City): Generator<string> {
  const { districts, aliases, units, country, municipality, postalTowns, placeNotes, placeNames } = city;
  const own = districts.flatMap(({ official, parts = [] }) => [...official, ...parts]);
  const known = new Set([...own, ...units.map(({ id }) => id)]);
  const spelled = new Map<string, string>();
  for (const name of [...own, ...Object.keys(aliases)]) {
    const before = spelled.get(normalised(name));
    if (before !== undefined && Object.hasOwn(aliases, name))
      yield before === name
        ? `The place ${name} is there twice: as a district and as another name. The other name is never found.`
        : `The places ${before} and ${name} are spelled alike: only the first is found.`;
    else spelled.set(normalised(name), name);
  }
  for (const [name, members] of Object.entries(aliases))
    for (const member of members) {
      const code = member.startsWith("kommun:") ? member.slice(7) : undefined;
      if (code === undefined ? !known.has(member) : !Object.hasOwn(country.municipalities, code))
        yield `The place ${name} stands for ${member}, which is neither a district, a unit nor a municipality.`;
    }
  if (!Object.hasOwn(country.municipalities, municipality))
    yield `The city is said to be municipality ${municipality}, which does not exist.`;
  const findable = new Set([...own, ...Object.keys(aliases), ...units.flatMap(({ area, name }) => [area, name])]);
  const asked: readonly (readonly [string, readonly string[]])[] = [
    ["The post town", Object.values(postalTowns)],
    ["The place with a note,", Object.keys(placeNotes)],
    ["The suggested place", placeNames],
  ];
  for (const [what, names] of asked)
    for (const name of names) if (!findable.has(name)) yield `${what} ${name} is no place in the data.`;
  for (const name of districts.flatMap(({ official }) => official))
    if (!placeNames.includes(name)) yield `The place ${name} is never suggested: it is not among placeNames.`;
}
