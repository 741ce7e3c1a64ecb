import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Measured {
  readonly loadMs: number;
  readonly loadCpuUs: number;
  readonly firstMs: number;
  readonly firstCpuUs: number;
  /** Processor time per call after the warm-up, in microseconds. */
  readonly eachCpuUs: number;
  readonly refused: number;
}

interface Run {
  readonly bundle: string;
  readonly events: readonly unknown[];
  readonly atOnce?: number;
  readonly warmUps?: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

const program = fileURLToPath(new URL("measured.ts", import.meta.url));

/** Measures one bundle in a process of its own. @throws when it breaks or any of its calls was refused */
export async function measure({
  bundle,
  events,
  atOnce = 1,
  warmUps = 0,
  environment,
  folder,
}: Run): Promise<Measured> {
  const file = join(folder, "events.jsonl");
  writeFileSync(file, events.map((event) => JSON.stringify(event)).join("\n"));
  const child: ChildProcess = fork(program, [bundle, file, String(atOnce), String(warmUps)], {
    env: { ...environment },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const told = once(child, "message").then(([message]) => message as Measured);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the measured process ended with ${code} before it told anything`);
  });
  const measured = await Promise.race([told, ended]);
  ended.catch(() => undefined);
  if (measured.refused > 0) throw new Error(`${measured.refused} of the measured calls were refused`);
  return measured;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

/** Each contender once per round, in turn, so that what else the machine does strikes them alike. */
export async function interleaved<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contenders) as Name[];
  const figures = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) figures.get(name)?.push(await contenders[name]());
  return Object.fromEntries(names.map((name) => [name, median(figures.get(name) ?? [])])) as Record<Name, number>;
}
