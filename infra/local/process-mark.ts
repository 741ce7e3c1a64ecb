import { readFileSync, rmSync, writeFileSync } from "node:fs";
import * as z from "zod";

const shape = z.object({ pid: z.number(), startedAt: z.string() });

/**
 * When a process started, in the system's own ticks, so that a process number used again is not taken for the same
 * process. Where there is no /proc only the number counts.
 */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? "dead" : (rest[18] ?? "");
  } catch {
    return "";
  }
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return startOf(pid) !== "dead";
  } catch {
    return false;
  }
};

/** Notes in a file that a process is at work. */
export const markProcess = (file: string, pid: number): void =>
  writeFileSync(file, JSON.stringify({ pid, startedAt: startOf(pid) }));

export const unmarkProcess = (file: string): void => rmSync(file, { force: true });

/** The process noted in the file if that very process still lives. */
export const markedProcess = (file: string): number | undefined => {
  try {
    const { pid, startedAt } = shape.parse(JSON.parse(readFileSync(file, "utf8")));
    return lives(pid) && startOf(pid) === startedAt ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Ends the process noted in the file, if it still lives, and waits until it is gone. */
export const endMarkedProcess = async (file: string): Promise<void> => {
  const pid = markedProcess(file);
  if (pid !== undefined) {
    process.kill(pid, "SIGKILL");
    while (lives(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  unmarkProcess(file);
};
