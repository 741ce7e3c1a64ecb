/**
 * Small counts in what everybody may read: a number under 5 is about so few that it could be about somebody. It is left out,
 * and so is as much beside it that nobody can count it back from the sums (Statistics Sweden's handbook calls the two
 * primary and secondary suppression). 0 is shown: it is about nobody.
 */

/** The least number that is shown, besides 0. */
export const leastShown = 5;

export const isSmall = (count: number): boolean => count > 0 && count < leastShown;

export interface Cell {
  readonly name: string;
  readonly count: number;
}

/**
 * Which parts of a total that is shown must be left out, so that none of them can be counted back, not even by somebody who
 * knows this rule: those that are small, and of the rest the least ones, until what is shown is greater than any of those
 * left out could be. The order of the parts then tells nothing, and each has more than one value to have. Null: all of them,
 * with their names, since even how many there are would tell.
 *
 * @param cells the parts that make up the total, which is not small itself; those of 0 are always shown
 */
export function leftOut(cells: readonly Cell[]): ReadonlySet<string> | null {
  const parts = cells.filter(({ count }) => count > 0).sort((one, other) => one.count - other.count);
  const hidden = new Set<string>();
  let sum = 0;
  for (const { name, count } of parts) {
    // The most that one of them can be, when each of the others is 1.
    const most = sum - hidden.size + 1;
    const isEnough = hidden.size === 0 || (sum >= leastShown && most > 1 && count > most);
    if (!isSmall(count) && isEnough) return hidden;
    hidden.add(name);
    sum += count;
  }
  return hidden.size === 0 || sum > hidden.size + 1 ? hidden : null;
}

/** Whether a part of a shown total may be shown: neither it nor what remains of the total is small. */
export const mayShowPart = (part: number, total: number): boolean => !isSmall(part) && !isSmall(total - part);
