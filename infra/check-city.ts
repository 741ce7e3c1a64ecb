import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cities } from "../shared/cities/cities.ts";
import { instant, stockholmDate } from "../shared/domain/instant.ts";
import { checkCity } from "./check-city/check.ts";
import { templateFaults } from "./check-city/template-faults.ts";

/** `npm run check-city -- <city>`: what is missing or contradictory in a city's data, in sentences. Exit code 1 when there is. */
const [id = ""] = process.argv.slice(2);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const now = instant(new Date().toISOString());
if (now === undefined) throw new Error("The clock of this machine cannot be read.");

const city = Object.hasOwn(cities, id) ? cities[id] : undefined;
if (city === undefined) {
  const folder = /^[a-z]+$/.test(id) && existsSync(here(`../shared/cities/${id}`));
  console.error(
    id === ""
      ? `Say which city: npm run check-city -- ${Object.keys(cities)[0]}`
      : folder
        ? `The folder shared/cities/${id} is there, but shared/cities/cities.ts does not name it: add it to the list.`
        : `There is no city ${id}: the cities are ${Object.keys(cities).join(", ")}. shared/cities/README.md says how to add one.`,
  );
  process.exitCode = 1;
} else {
  const styles = readFileSync(here("../shared/pages/styles/_themes.scss"), "utf8");
  const { faults: inData, missing } = checkCity(city, styles, stockholmDate(now));
  const template = here(`../shared/cities/${id}/arsrapport.docx`);
  const faults = [...inData, ...(existsSync(template) ? templateFaults(readFileSync(template)) : [])];
  for (const fault of faults) console.log(`- ${fault}`);
  if (faults.length === 0)
    console.log(`${city.name.sv} holds together: every service has somebody who answers in every place.`);
  if (missing.length > 0) console.log("Still for the city to fill in:");
  for (const sentence of missing) console.log(`- ${sentence}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
