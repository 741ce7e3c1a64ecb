/** How often each number of days came; as many entries as there are different numbers, however many cases. */
export type Histogram = ReadonlyMap<number, number>;

/** The middle of the numbers, or half-way between the two in the middle; null when there are none. */
export function medianOf(histogram: Histogram): number | null {
  const steps = [...histogram].sort(([one], [other]) => one - other);
  const total = steps.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (position: number): number => {
    let passed = 0;
    for (const [value, count] of steps) {
      passed += count;
      if (position < passed) return value;
    }
    throw new RangeError("A position beyond the numbers");
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
