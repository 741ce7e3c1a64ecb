import { mistakesIn } from "./errors.ts";

mistakesIn("sv");
