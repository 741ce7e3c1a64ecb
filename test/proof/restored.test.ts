import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, describe, expect, it } from "vitest";
import { aDecidedHouse, decision, yearsOn } from "../disposal/decided-house.ts";
import type { House } from "../house.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { backUp, bringBack, everything } from "./backup.ts";
import { booksOf } from "./books.ts";
import { aDeed, type Deed, postDeed } from "./client.ts";
import { violations } from "./invariants.ts";
import { untilQuiet } from "./quiet.ts";
import { isFull } from "./seeded.ts";

const folder = mkdtempSync(join(tmpdir(), "intag-restored-"));
const inside = (name: string): string => {
  mkdirSync(join(folder, name), { recursive: true });
  return join(folder, name);
};
const houses: House[] = [];
afterAll(async () => {
  for (const house of houses) await house.close();
  rmSync(folder, { recursive: true, force: true });
});
const aNewHouse = async (name: string, secrets?: string): Promise<House> => {
  const data = inside(name);
  if (secrets !== undefined) copyFileSync(secrets, join(data, "secrets.json"));
  const house = await aDecidedHouse({ data });
  houses.push(house);
  return house;
};

/** The command that the operator gives. */
const restore = async (house: House, ...words: readonly string[]): Promise<string> => {
  const { url, region, credentials } = house.endpoint;
  const script = fileURLToPath(new URL("../../infra/restore.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...words], {
    env: {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  });
  return stdout;
};

const reading = async (house: House, dpo: string, reference: string) =>
  (await ask(house, dpo, `GET cases/${reference}`)).body;
const caseOf = (deed: Deed): string => `${deed.promised[0]?.reference}-1`;
const close = async (house: House, dpo: string, reference: string): Promise<void> => {
  const { version } = await reading(house, dpo, reference);
  const told = await ask(house, dpo, `POST cases/${reference}/commands`, { version, command: "withdraw" });
  expect([told.status, told.text]).toEqual([200, told.text]);
};

const sent = isFull ? 200 : 12;

describe("a house copied, disposed in, destroyed and restored on a new folder", () => {
  it("keeps every promise, finishes what was under way, and does not bring back what had been disposed of", async () => {
    const first = await aNewHouse("first");
    const dpo = await tokenFor(first, "dpo");
    const deeds: Deed[] = [];
    const send = async (house: House, kind: number): Promise<Deed> => {
      const deed = await aDeed(house, { kind });
      deeds.push(deed);
      expect(await postDeed(house, deed)).toBe(true);
      return deed;
    };
    for (let number = 0; number < sent; number += 1) await send(first, number);
    const [gone, reopened] = [await send(first, 1), await send(first, 1)];
    await untilQuiet(first);
    await close(first, dpo, caseOf(gone));
    const { url: endpoint, region, credentials } = first.endpoint;
    const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    const Key = `answers/${gone.promised[0]?.reference}/1/a.pdf`;
    await s3.send(new PutObjectCommand({ Bucket: first.names.Files, Key, Body: `%PDF- ${gone.token}` }));
    s3.destroy();
    await first.fire("anchor", new Date(Date.now() + 86_400_000).toISOString());
    // One is received and not yet taken in when the copy is made.
    first.streams.pause("case-intake");
    await send(first, 0);
    const copy = inside("copy");
    await backUp(first, copy);

    // After the copy: one more is closed, and both are disposed of. A copy this old knows the second as open.
    await close(first, dpo, caseOf(reopened));
    expect(await first.fire("disposal", yearsOn(2, 3))).toMatchObject({ cases: 2, submissions: 2, failed: 0 });
    const ledger = join(folder, "ledger.jsonl");
    expect(await restore(first, "ledger", ledger, "--cases", "Cases")).toMatch(/^2 gallrade/);
    const mails = await first.mail();
    const failuresShown = (await booksOf(first)).failuresShown;
    const secrets = join(folder, "secrets.json");
    copyFileSync(join(folder, "first", "secrets.json"), secrets);
    await first.close();
    houses.shift();

    const second = await aNewHouse("second", secrets);
    for (const role of ["case-intake", "outbox"]) second.streams.pause(role);
    await bringBack(copy, second);
    // A restored table tells nobody of the changes before.
    for (const role of ["case-intake", "outbox"]) {
      await second.streams.skip(role);
      second.streams.resume(role);
    }
    const before = await everything(second, inside("before"));
    for (const { token } of [gone, reopened]) expect(before).toContain(token);

    expect(await restore(second, "replay", ledger, "--cases", "Cases")).toMatch(/^2 ärenden är gallrade på nytt, 0 /);
    expect(await restore(second, "replay", ledger, "--cases", "Cases")).toMatch(/^0 ärenden är gallrade på nytt, 2 /);
    expect(await second.fire("disposal", yearsOn(2, 4))).toMatchObject({ cases: 0, submissions: 2, failed: 0 });
    const after = await everything(second, inside("after"));
    for (const { token, body } of [gone, reopened]) {
      expect(after).not.toContain(token);
      expect(after).not.toContain(body.contact?.email);
    }
    expect(after).not.toContain(Key);

    // What is left of them says when they first went and by what decision, and is still counted by the year.
    const secondDpo = await tokenFor(second, "dpo");
    const told = (await ask(second, secondDpo, "GET disposals?limit=10")).body.items;
    const lines = readFileSync(ledger, "utf8").split("\n").filter(Boolean);
    expect(lines.map((line) => JSON.parse(line).disposedAt)).toEqual([yearsOn(2, 3), yearsOn(2, 3)]);
    expect(told.map(({ disposedAt, decision: by }: Record<string, unknown>) => [disposedAt, by])).toEqual(
      lines.map((line) => [JSON.parse(line).disposedAt, decision]),
    );
    for (const deed of [gone, reopened]) {
      expect((await ask(second, secondDpo, `GET cases/${caseOf(deed)}`)).status).toBe(410);
      expect(await postDeed(second, deed)).toBe(false);
      expect(deed.refused.at(-1)).toBe(410);
    }

    // All others: one reference for ever, the letters, the cases, the log.
    const kept = deeds.filter((deed) => deed !== gone && deed !== reopened);
    await second.fire("case-intake");
    await second.idle();
    await second.fire("outbox", new Date(Date.now() + 60_000).toISOString());
    await second.idle();
    for (const deed of kept) expect(await postDeed(second, deed)).toBe(true);
    const books = await booksOf(second);
    const isKept = (item: Readonly<Record<string, unknown>>) => item.disposedAt === undefined;
    expect(
      violations(kept, {
        submissions: books.submissions.filter(isKept),
        cases: books.cases.filter(isKept),
        mails: [...mails, ...books.mails].filter(({ to }) => kept.some(({ body }) => body.contact?.email === to)),
        failuresShown: [...failuresShown, ...books.failuresShown],
      }),
    ).toEqual([]);
    const looks = await ask(second, secondDpo, `GET access-log?reference=${caseOf(gone)}`);
    expect(looks.body.items.length).toBeGreaterThan(0);
    expect(looks.body.chain.brokenAt).toBeNull();
    expect(second.calls.filter(({ denied }) => denied)).toEqual([]);
    console.log(`submissions restored ${deeds.length}, kept ${kept.length}, disposed of again 2, violations 0`);
  });
});

it("the command changes nothing when it is not told what to do", async () => {
  const script = fileURLToPath(new URL("../../infra/restore.ts", import.meta.url));
  for (const words of [
    [],
    ["replay"],
    ["replay", join(folder, "none"), "--cases", "Cases"],
    ["drop", "x", "--cases", "y"],
  ])
    await expect(promisify(execFile)(process.execPath, [script, ...words])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^(Skriv så här: npm run restore|Filen .* går inte att läsa)[^\n]*\n$/),
    });
});
