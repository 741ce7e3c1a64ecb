import { takeInAll } from "./evidence.ts";
import { live } from "./live.ts";

const deps = live(process.env);

/** Started by a schedule, every five minutes: looks at the files that people have sent. */
export const handler = () => takeInAll(deps);
