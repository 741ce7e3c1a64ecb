import type { Country } from "../../domain/city.ts";
import { municipalities } from "./municipalities.ts";
import { outsideBodies } from "./outside-bodies.ts";
import { regions } from "./regions.ts";

/** Sweden as every city needs it. */
export const sweden: Country = { municipalities, regions, outsideBodies };
