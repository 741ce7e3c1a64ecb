import type { Local } from "../../infra/local/up.ts";
import { booksOf, isQuiet, type Readable } from "./books.ts";

const minute = 60_000;
/** After every wait that letters may have, so that a sweep at each time finds whatever is due by then. */
const stepsMs = [4, 6, 20, 90, 300, 1_440, 2_880, 4_320, 4_320, 4_320].map((minutes) => minutes * minute);

const sweptAt = new WeakMap<object, number>();

/** Fires a role's sweep as its schedule would, at a later time than any before; whether it finished. */
export async function sweep(house: Pick<Local, "fire">, role: string, at: number): Promise<boolean> {
  try {
    await house.fire(role, new Date(at).toISOString());
    return true;
  } catch {
    // The function was stopped or could not do all: the next sweep goes on.
    return false;
  }
}

/** As often as a schedule does until a sweep has gone through, since one that is stopped midway leaves the rest. */
async function swept(house: Pick<Local, "fire">, role: string, at: number): Promise<void> {
  for (let tries = 1; tries <= 50; tries += 1) if (await sweep(house, role, at)) return;
}

/** Lets schedules fire until nothing is left to do. The times rise as long as the house stands, as clocks do. */
export async function untilQuiet(house: Readable & Pick<Local, "fire" | "idle">): Promise<void> {
  for (const stepMs of stepsMs) {
    await house.idle();
    if (isQuiet(await booksOf(house))) return;
    const at = Math.max(sweptAt.get(house) ?? 0, Date.now()) + stepMs;
    sweptAt.set(house, at);
    await swept(house, "case-intake", at);
    await house.idle();
    await swept(house, "outbox", at);
  }
  await house.idle();
}
