import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { freePort } from "../../infra/local/dynamo-engine.ts";
import { markedProcess } from "../../infra/local/process-mark.ts";
import { up } from "../../infra/local/up.ts";
import { fixture, freshFolder } from "./fixture-stack.ts";
import { deed, send, signedCall } from "./small-city.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

interface Runner {
  readonly child: ChildProcess;
  readonly url: string;
  /** Whether it became ready, and all it said. */
  readonly settled: Promise<{ readonly ready: boolean; readonly said: string }>;
  readonly ended: Promise<number | null>;
}

/** What `npm start` runs. */
const npmStart = (port: number, data: string, environment: Record<string, string> = {}): Runner => {
  const child = spawn(process.execPath, [join(root, "infra/local/start.ts")], {
    env: { ...process.env, PORT: String(port), INTAG_DATA: data, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const settled = new Promise<{ ready: boolean; said: string }>((resolve) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("Ready: ")) resolve({ ready: true, said });
      });
    child.once("close", () => resolve({ ready: false, said }));
  });
  return { child, url: `http://127.0.0.1:${port}`, settled, ended };
};
const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

/** A runner in a process of its own, so that it can be ended as a power cut would end it. */
const runnerToKill = `
import { up } from "./infra/local/up.ts";
const [template, assembly, data] = process.argv.slice(1);
console.log((await up({ template, assembly, data, port: 0, schedules: false })).url);
`;

it("a runner killed at once takes its functions with it; the next one ends the engine left behind and goes on", async () => {
  const data = freshFolder();
  const { template, assembly } = await fixture();
  const child = spawn(
    process.execPath,
    ["--input-type=module-typescript", "-e", runnerToKill, template, assembly, data],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  started.push(child);
  const url = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  expect(await deed({ url }, "put", { id: "kept" })).toMatchObject({ status: 200 });
  const orphan = markedProcess(join(data, "engine.pid")) ?? 0;
  const functions = childrenOf(child.pid ?? 0).filter((pid) => pid !== orphan);
  expect(functions.length).toBeGreaterThan(2);

  child.kill("SIGKILL");
  await expect.poll(() => functions.filter(lives)).toEqual([]);
  const city = await up({ template, assembly, data, port: 0, schedules: false, warm: false });
  expect(lives(orphan)).toBe(false);
  expect(markedProcess(join(data, "engine.pid"))).not.toBe(orphan);
  expect(await deed(city, "put", { id: "kept" })).toMatchObject({ value: { name: "ConditionalCheckFailedException" } });
  await city.stop();
});

it("npm start becomes ready, refuses a second start in one sentence, and takes everything with it at SIGTERM", async () => {
  const data = freshFolder();
  const port = await freePort();
  const begun = performance.now();
  const runner = npmStart(port, data);
  expect(await runner.settled).toMatchObject({
    ready: true,
    said: expect.stringContaining(`Ready: http://127.0.0.1:${port}\n`),
  });
  console.log(`ready after ${Math.ceil((performance.now() - begun) / 1_000)} s, with an empty folder`);
  expect(await (await fetch(`${runner.url}/health`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${runner.url}/_local/mail`)).json()).toEqual([]);

  const refused = async (second: Runner) => ({ code: await second.ended, said: (await second.settled).said.trim() });
  const [sameFolder, samePort] = await Promise.all([
    refused(npmStart(await freePort(), data)),
    refused(npmStart(port, freshFolder())),
  ]);
  expect(sameFolder).toEqual({ code: 1, said: expect.stringMatching(/^The folder .* is in use by a runner .*\.$/) });
  expect(samePort).toEqual({ code: 1, said: expect.stringMatching(/^Port \d+ is taken: .*\.$/) });

  const all = childrenOf(runner.child.pid ?? 0);
  expect(all).toContain(markedProcess(join(data, "engine.pid")));
  runner.child.kill("SIGTERM");
  expect(await runner.ended).toBe(0);
  expect(all.filter(lives)).toEqual([]);
});

it("a city nobody has data for, or a port that is none, is refused in one sentence", async () => {
  const refused = async (environment: Record<string, string>) => {
    const runner = npmStart(await freePort(), freshFolder(), environment);
    return { code: await runner.ended, said: (await runner.settled).said.trim() };
  };
  const [city, port] = await Promise.all([refused({ INTAG_CITY: "atlantis" }), refused({ PORT: "web" })]);
  expect(city).toEqual({ code: 1, said: expect.stringMatching(/^[^\n]*stockholm[^\n]*\.$/) });
  expect(port).toEqual({ code: 1, said: "PORT is web, which is not a port: choose a number from 1 to 65535." });
});

it("the runner hears of it when the engine ends by itself, and not when it is stopped", async () => {
  const stack = await fixture();
  const heard: string[] = [];
  const run = async (name: string) => {
    const data = freshFolder();
    const onBroken = () => heard.push(name);
    return { data, city: await up({ ...stack, port: 0, data, schedules: false, warm: false, onBroken }) };
  };
  const stopped = await run("stopped");
  await stopped.city.stop();
  const broken = await run("broken");
  process.kill(markedProcess(join(broken.data, "engine.pid")) ?? Number.NaN, "SIGKILL");
  await expect.poll(() => heard).toEqual(["broken"]);
  await broken.city.stop();
});

it("nothing that was acknowledged is lost when everything is killed under load", async () => {
  const data = freshFolder();
  const stack = await fixture();
  const first = await up({ ...stack, port: 0, data, schedules: false });
  const acknowledged: string[] = [];
  const load = Array.from({ length: 4 }, async (_, sender) => {
    for (let number = 0; ; number++) {
      const id = `${sender}-${number}`;
      const answer = await deed(first, "put", { id }).catch(() => undefined);
      if (answer?.status !== 200) return;
      acknowledged.push(id);
    }
  });
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(40);
  await first.kill();
  await Promise.all(load);

  const city = await up({ ...stack, port: 0, data, schedules: false, warm: false });
  const TableName = Object.values(city.names).find((name) => name.startsWith("Things"));
  const there = await send(await signedCall(city, city.endpoint.credentials, "DynamoDB_20120810.Scan", { TableName }));
  const kept = new Set(JSON.parse(there.text).Items.map(({ id }: { id: { S: string } }) => id.S));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  await city.stop();
});
