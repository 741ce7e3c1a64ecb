import type { City } from "../../domain/city.ts";
import { placeNamesOf } from "../place-names.ts";
import { sweden } from "../sweden/country.ts";
import { staffServices } from "../sweden/staff-services.ts";
import { districts } from "./districts.ts";
import { aliases, placeNotes, postalTowns } from "./places.ts";
import { peopleServices } from "./services-people.ts";
import { placesServices } from "./services-places.ts";
import { units } from "./units.ts";

/** The City of Göteborg, with its units since 2011. What must be checked before use is in `sources.json`. */
export const goteborg: City = {
  id: "goteborg",
  name: { sv: "Göteborgs Stad", en: "the City of Gothenburg" },
  municipality: "1480",
  units,
  services: [...peopleServices, ...placesServices, ...staffServices(["gbg-intraservice"])],
  districts,
  aliases,
  postalTowns,
  placeNotes,
  placeNames: placeNamesOf({ districts, aliases }),
  country: sweden,
  contact: { phone: null, email: null, visit: null, post: null, website: null },
  reportForm: "observations",
};
