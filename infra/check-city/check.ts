import type { City } from "../../shared/domain/city.ts";
import type { CivilDate } from "../../shared/domain/civil-date.ts";
import { coverageFaults } from "./coverage-faults.ts";
import { districtFaults, unitFaults } from "./organisation-faults.ts";
import { placeFaults, serviceFaults } from "./service-faults.ts";
import { faultsInShape } from "./shape.ts";
import { themeFaults } from "./theme-faults.ts";

/** `faults` stop a city from being served; `missing` is what the city itself has to fill in before people use it. */
interface Checked {
  readonly faults: readonly string[];
  readonly missing: readonly string[];
}

const ways = {
  phone: "phone number",
  email: "e-mail address",
  visit: "visiting address",
  post: "postal address",
} as const;

/**
 * Everything that is missing or contradictory in a city's data, in sentences. Later checks read what earlier ones have found
 * whole, so a malformed city is told of its shape first, and who answers where is asked only of data that hold together.
 */
export function checkCity(city: City, styles: string, today: CivilDate): Checked {
  const shape = faultsInShape(city);
  if (shape.length > 0) return { faults: shape, missing: [] };
  const data = [...unitFaults(city), ...districtFaults(city), ...serviceFaults(city), ...placeFaults(city)];
  const faults = [...data, ...themeFaults(city.id, styles), ...(data.length > 0 ? [] : coverageFaults(city, today))];
  const missing = Object.entries(ways).flatMap(([way, what]) =>
    Object.entries(city.contact).some(([key, value]) => key === way && value === null)
      ? [`The city's ${what} is not given: the pages say so instead of inventing one (contact.${way}).`]
      : [],
  );
  if (!styles.includes(`[data-city="${city.id}"]`))
    missing.push("The city has no colours of its own: it gets the product's (shared/pages/styles/_themes.scss).");
  return { faults: [...new Set(faults)], missing };
}
