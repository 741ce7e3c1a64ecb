import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { markedProcess, markProcess, unmarkProcess } from "./process-mark.ts";

const taken = new Set<string>();

/** Takes the data folder for this process. Throws CannotStart when it cannot be used or another runner has it. */
export const takeFolder = (data: string): (() => void) => {
  try {
    // What people sent in lies here: for its owner only.
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CannotStart(
      `The folder ${data} cannot be read and written: choose another with INTAG_DATA=… or change its rights.`,
      { cause },
    );
  }
  const mark = join(data, "runner.pid");
  const other = markedProcess(mark);
  if (other !== undefined && (other !== process.pid || taken.has(data)))
    throw new CannotStart(
      `The folder ${data} is in use by a runner (process ${other}): end it, or choose another folder with INTAG_DATA=….`,
    );
  markProcess(mark, process.pid);
  taken.add(data);
  return () => {
    taken.delete(data);
    unmarkProcess(mark);
  };
};
