import type { City } from "../domain/city.ts";
import { goteborg } from "./goteborg/index.ts";
import { stockholm } from "./stockholm/index.ts";

/** Every city the product has data for, by id, the default first. What is deployed holds only its own (`infra/bundle`). */
export const cities: Readonly<Record<string, City>> = { stockholm, goteborg };
