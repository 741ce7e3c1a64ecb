import type { City } from "../city.ts";
import type { Language } from "../language.ts";
import { indexOf } from "./city-index.ts";

/** The name of anyone a routing can point to: a unit's id, `kommun:NNNN` or `ext-…`. An id that is not known is its own name. */
export const nameOf = (id: string, city: City, language: Language): string => {
  if (id.startsWith("kommun:")) return city.country.municipalities[id.slice(7)]?.label ?? id;
  return indexOf(city).units.get(id)?.name ?? city.country.outsideBodies[id]?.[language] ?? id;
};
