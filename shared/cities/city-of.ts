import type { City } from "../domain/city.ts";
import { cities } from "./cities.ts";

/** The city's data. @throws when there is none: nothing may be served for a city nobody has described */
export function cityOf(id: string): City {
  const city = Object.hasOwn(cities, id) ? cities[id] : undefined;
  if (city === undefined) throw new Error(`there is no data for the city ${id}`);
  return city;
}
