import type { City } from "../domain/city.ts";
import { stockholm } from "./stockholm/index.ts";

/** Every city the product has data for, by id. */
export const cities = { stockholm } as const satisfies Partial<Record<City["id"], City>>;

export type CityId = keyof typeof cities;

/** The cities that can be chosen, the default first. */
export const cityIds: readonly CityId[] = ["stockholm"];

/** Whether the word is the id of a city with data. */
export const isCityId = (word: string): word is CityId => Object.hasOwn(cities, word);
