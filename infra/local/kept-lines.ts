import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";

/** Entries kept in a file, one a line, on disk before anybody hears of it. */
export interface KeptLines<Entry> {
  all(): readonly Entry[];
  add(entry: Entry): void;
}

/** Opens `<name>.jsonl` in the folder. A line that was cut off while it was written counts for nothing. */
export const openLines = <Shape extends z.ZodType>(
  data: string,
  name: string,
  shape: Shape,
): KeptLines<z.infer<Shape>> => {
  const file = join(data, `${name}.jsonl`);
  const entries: z.infer<Shape>[] = [];
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const parsed = shape.safeParse(jsonOrNothing(line));
    if (parsed.success) entries.push(parsed.data);
  }
  return {
    all: () => entries,
    add: (entry) => {
      // The first newline closes a line that was cut off.
      appendFileSync(file, `\n${JSON.stringify(entry)}`);
      entries.push(entry);
    },
  };
};

const jsonOrNothing = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
