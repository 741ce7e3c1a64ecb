import type { City } from "../domain/city.ts";

/** Å, ä and ö come after z, in that order. An Intl.Collator says the same, but takes longer to load than all this data. */
const alphabetical = (name: string): string =>
  name.toLowerCase().replaceAll("å", "{").replaceAll("ä", "|").replaceAll("ö", "}");
const inOrder = (names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, key: alphabetical(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);

/** What is suggested to somebody who types a place: official districts in alphabetical order, then other names. */
export const placeNamesOf = ({ districts, aliases }: Pick<City, "districts" | "aliases">): readonly string[] => [
  ...inOrder(districts.flatMap((group) => group.official)),
  ...inOrder(Object.keys(aliases).filter((name) => !name.includes("(") && !name.includes("/"))),
];
