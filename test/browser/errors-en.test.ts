import { mistakesIn } from "./errors.ts";

mistakesIn("en");
