import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const shape = z.record(z.string(), z.string());

/** How far each stream mapping has come, on disk. Keys are `<mapping> <stream> <shard>`, values sequence numbers. */
export interface Checkpoints {
  get(key: string): string | undefined;
  set(key: string, sequenceNumber: string): void;
  delete(key: string): void;
}

export const openCheckpoints = (data: string): Checkpoints => {
  const file = join(data, "checkpoints.json");
  const kept = new Map(Object.entries(existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, "utf8"))) : {}));
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(kept)));
    renameSync(`${file}.new`, file);
  };
  return {
    get: (key) => kept.get(key),
    set: (key, sequenceNumber) => {
      kept.set(key, sequenceNumber);
      save();
    },
    delete: (key) => {
      kept.delete(key);
      save();
    },
  };
};
