import type { City } from "../domain/city.ts";
import { cities, isCityId } from "./cities.ts";

/** The city's data. @throws when there is none: nothing may be served for a city nobody has described */
export function cityOf(id: string): City {
  if (!isCityId(id)) throw new Error(`there is no data for the city ${id}`);
  return cities[id];
}
