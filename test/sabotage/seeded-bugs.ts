import type { Bug } from "./bug.ts";
import { countedBugs } from "./counted.ts";
import { seenBugs } from "./seen.ts";
import { storedBugs } from "./stored.ts";
import { workBugs } from "./work.ts";

/** Every seeded bug, by what it is about. Each is tried by itself with `npm run sabotage`. */
export const bugsByRoom: Readonly<Record<string, readonly Bug[]>> = {
  stored: storedBugs,
  work: workBugs,
  seen: seenBugs,
  counted: countedBugs,
};

export const seededBugs: readonly Bug[] = Object.values(bugsByRoom).flat();
