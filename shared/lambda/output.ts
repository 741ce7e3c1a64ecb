import { type Log, type LogPlace, logOf } from "./log.ts";

// Whoever reads the lines may be gone: without a listener, Node would end the function for it.
process.stdout.on("error", () => undefined);

/** The log of a role, written where Lambda reads it. */
export const logAt = (place: LogPlace): Log => logOf(place, (line) => console.log(line), Date.now);
