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

const swedish = new Intl.Collator("sv");
const official = districts.flatMap((group) => group.official).sort(swedish.compare);
const others = Object.keys(aliases)
  .filter((name) => !name.includes("(") && !name.includes("/"))
  .sort(swedish.compare);

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
