import type { City } from "../../domain/city.ts";
import { placeNamesOf } from "../place-names.ts";
import { sweden } from "../sweden/country.ts";
import { staffServices } from "../sweden/staff-services.ts";
import { districts } from "./districts.ts";
import { aliases, placeNotes, postalTowns } from "./places.ts";
import { careServices } from "./services-care.ts";
import { livingServices } from "./services-living.ts";
import { otherServices } from "./services-other.ts";
import { schoolServices } from "./services-school.ts";
import { socialServices } from "./services-social.ts";
import { units } from "./units.ts";

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
    ...staffServices(["sthlm-stadsledningskontoret", "sthlm-socialnamnden", "sthlm-utbildningsnamnden"]),
  ],
  districts,
  aliases,
  postalTowns,
  placeNotes,
  placeNames: placeNamesOf({ districts, aliases }),
  country: sweden,
  contact: { phone: null, email: null, visit: null, post: null, website: null },
  reportForm: "six-areas",
};
