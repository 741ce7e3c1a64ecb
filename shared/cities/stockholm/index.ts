import type { City } from "../../domain/city.ts";
import { sweden } from "../sweden/country.ts";
import { districts } from "./districts.ts";
import { aliases, placeNotes, postalTowns } from "./places.ts";
import { careServices } from "./services-care.ts";
import { livingServices } from "./services-living.ts";
import { otherServices } from "./services-other.ts";
import { schoolServices } from "./services-school.ts";
import { socialServices } from "./services-social.ts";
import { staffServices } from "./services-staff.ts";
import { units } from "./units.ts";

/** Å, ä and ö come after z, in that order. An Intl.Collator says the same, but takes longer to load than all this data. */
const alphabetical = (name: string): string =>
  name.toLowerCase().replaceAll("å", "{").replaceAll("ä", "|").replaceAll("ö", "}");
const inOrder = (names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, key: alphabetical(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);

const official = inOrder(districts.flatMap((group) => group.official));
const others = inOrder(Object.keys(aliases).filter((name) => !name.includes("(") && !name.includes("/")));

/** The City of Stockholm, with the units of each time since 1997. What must be checked before use is in `sources.json`. */
export const stockholm: City = {
  id: "stockholm",
  name: { sv: "Stockholms stad", en: "the City of Stockholm" },
  municipality: "0180",
  units,
  services: [
    ...schoolServices,
    ...socialServices,
    ...careServices,
    ...livingServices,
    ...otherServices,
    ...staffServices,
  ],
  districts,
  aliases,
  postalTowns,
  placeNotes,
  placeNames: [...official, ...others],
  country: sweden,
  contact: { phone: null, email: null, visit: null, post: null, website: null },
};
