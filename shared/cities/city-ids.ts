import { cities } from "./cities.ts";

/** The cities that can be chosen, the default first. */
export const cityIds: readonly string[] = Object.keys(cities);

/** Whether the word is the id of a city with data. */
export const isCityId = (word: string): boolean => Object.hasOwn(cities, word);
