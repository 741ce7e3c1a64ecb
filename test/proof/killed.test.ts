import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, inject, it } from "vitest";
import * as z from "zod";
import { type House, itemsOf } from "../house.ts";
import { type Books, plain } from "./books.ts";
import { aDeed, type Deed, postDeed } from "./client.ts";
import { brokenPromises, violations } from "./invariants.ts";
import { isFull, seeded } from "./seeded.ts";

const started = z.object({
  url: z.string(),
  endpoint: z.object({
    url: z.string(),
    region: z.string(),
    credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  }),
});
const settled = z.object({ settled: z.literal(true), denied: z.number(), failuresShown: z.array(z.string()) });
const mailbox = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() }));

const data = mkdtempSync(join(tmpdir(), "intag-killed-"));
let child: ChildProcess | undefined;
afterAll(async () => {
  await killed();
  rmSync(data, { recursive: true, force: true });
});

const said = async (by: ChildProcess): Promise<unknown> => {
  const [message]: unknown[] = await once(by, "message");
  return message;
};

/** Starts the whole house on the same folder, in a process group of its own. */
async function start(): Promise<z.infer<typeof started>> {
  const script = fileURLToPath(new URL("whole-house.ts", import.meta.url));
  child = fork(script, [inject("assembly"), data], { detached: true, execArgv: [] });
  return started.parse(await said(child));
}

/** SIGKILL to everything at once: runner, functions and engines, as when the machine loses its power. */
async function killed(): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

const senders = 8;
const rounds = isFull ? 8 : 2;
const acknowledgedEach = isFull ? 60 : 20;

/** Several people send at once until so many are acknowledged; then everything is killed in the middle of the rest. */
async function killedUnderLoad(house: Pick<House, "url">, deeds: Deed[], killAfter: number): Promise<void> {
  let acknowledged = 0;
  let isDown = false;
  const send = async () => {
    while (!isDown) {
      const deed = await aDeed(house).catch(() => undefined);
      if (deed === undefined) return;
      deeds.push(deed);
      if (await postDeed(house, deed)) acknowledged += 1;
      if (acknowledged < killAfter || isDown) continue;
      isDown = true;
      await killed();
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
}

describe("the whole house killed under load and started again on the same folder", () => {
  it("has lost nothing it acknowledged, has nothing twice, and still sends what it owes", async () => {
    const chance = seeded("killed under load");
    const deeds: Deed[] = [];
    let unanswered = 0;
    let house = await start();
    for (let round = 1; round <= rounds; round += 1) {
      await killedUnderLoad(house, deeds, acknowledgedEach + chance.below(20));
      house = await start();
      const submissions = (await itemsOf(house, "Submissions")).map(plain);
      const books = { submissions, cases: [], mails: [], failuresShown: [] };
      expect(brokenPromises(deeds, books), `round ${round}`).toEqual([]);
      const open = deeds.filter(({ promised }) => promised.length === 0);
      unanswered += open.length;
      for (const deed of open) expect(await postDeed(house, deed), deed.token).toBe(true);
    }

    child?.send("settle");
    const { failuresShown, denied } = settled.parse(child && (await said(child)));
    const books: Books = {
      submissions: (await itemsOf(house, "Submissions")).map(plain),
      cases: (await itemsOf(house, "Cases")).map(plain),
      mails: mailbox.parse(await (await fetch(`${house.url}/_local/mail`)).json()),
      failuresShown,
    };
    // A mail handed over in the very moment of the end may go again.
    const again = books.mails.length - new Set(books.mails.map(({ to }) => to)).size;
    for (const deed of deeds) deed.mailsInDoubt = 1;
    expect(violations(deeds, books)).toEqual([]);
    expect(again).toBeLessThanOrEqual(rounds);
    expect(denied).toBe(0);
    console.log(
      `rounds ${rounds}, acknowledged ${deeds.length - unanswered}, cut off and sent again ${unanswered}, ` +
        `letters owed ${deeds.length}, mails twice ${again}`,
    );
  });
});
