/** Random numbers that come again with the same seed (mulberry32), so that a failed run can be run again. */
export interface Seeded {
  readonly seed: number;
  /** A number from 0 up to 1. */
  readonly next: () => number;
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** Whether the long forms of the proofs are asked for. */
export const isFull = process.env.INTAG_PROOF === "full";

/** Whether the code is being changed in one way after another, with the tests run after each: then fewer cases are tried. */
export const isMutating = process.env.INTAG_TESTS_OF_ROOM !== undefined;

/** A generator from `INTAG_SEED`, or from a seed of its own, which is printed with what it is for. */
export function seeded(what: string): Seeded {
  const seed = Number(process.env.INTAG_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${what}: INTAG_SEED=${seed}`);
  return seededBy(seed);
}

export function seededBy(seed: number): Seeded {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  const shuffled = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  return { seed, next, below, pick, shuffled };
}

/** Does the work for every item, at most `width` at once. */
export async function allOf<Item, Done>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) done[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return done;
}
