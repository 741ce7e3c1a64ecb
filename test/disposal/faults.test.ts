import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { caseFiles } from "../../shared/store/case-table.ts";
import { allowed, by } from "../casework/a-case.ts";
import { aRequest, type House, itemsOf, post } from "../house.ts";
import { plain } from "../proof/books.ts";
import { everyFault, trouble } from "../proof/faults.ts";
import { masterOf } from "../store/master.ts";
import { aDecidedHouse, yearsOn } from "./decided-house.ts";

const faulty = trouble();
let house: House;
let master: ReturnType<typeof masterOf>;
let s3: S3Client;
beforeAll(async () => {
  house = await aDecidedHouse({ onCall: faulty.onCall });
  master = masterOf(house);
  const { url: endpoint, region, credentials } = house.endpoint;
  s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
});
afterAll(async () => {
  master.close();
  s3.destroy();
  await house.close();
});

const fileKey = (reference: string, number: number) =>
  `answers/${reference}/${number}/00000000-0000-4000-8000-000000000000.pdf`;
async function filesOf(reference: string): Promise<readonly string[]> {
  const Prefix = `answers/${reference}/`;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: house.names.Files, Prefix }));
  return Contents.map(({ Key = "" }) => Key);
}

let sent = 0;
/** A request with two cases, both closed; answers with its reference. */
async function closedTwice(): Promise<string> {
  sent += 1;
  const answer = await post(house, "requests", aRequest(), `disposal-faults-${String(sent).padStart(4, "0")}`);
  const reference = String((await answer.json()).reference).replaceAll("-", "");
  await house.idle();
  await house.fire("outbox", new Date(Date.now() + 1_000).toISOString());
  await house.idle();
  const files = caseFiles(master.dynamodb, "Cases");
  for (const number of [1, 2]) {
    await s3.send(
      new PutObjectCommand({ Bucket: house.names.Files, Key: fileKey(reference, number), Body: "%PDF-1.7" }),
    );
    const file = await files.get({ submission: reference, number });
    if (file?.kind !== "request") throw new Error("the case of a request");
    const { kase } = allowed(decideRequest(file, { command: "withdraw" }, by("dpo", file.receivedAt)));
    expect(await files.save(kase)).toBe(true);
  }
  return reference;
}
const casesOf = async (reference: string) =>
  (await itemsOf(house, "Cases")).map(plain).filter(({ submission }) => submission === reference);
const night = yearsOn(2, 3);
const nightTried = async (): Promise<boolean> => {
  try {
    const { failed } = (await house.fire("disposal", night)) as { failed: number };
    return failed === 0;
  } catch {
    return false;
  }
};

describe("whatever single call of a night fails, or is the last one it makes", () => {
  it("the next night disposes of the rest, once, and the figures stand", async () => {
    const points = await everyFault(faulty, "disposal", async (where) => {
      const reference = await closedTwice();
      const before = await casesOf(reference);
      await nightTried();
      for (let tries = 0; !(await nightTried()) && tries < 5; tries += 1);
      await house.idle();
      const after = await casesOf(reference);
      expect(
        after.map(({ disposedAt, disposable }) => [disposedAt, disposable]),
        where,
      ).toEqual([
        [night, undefined],
        [night, undefined],
      ]);
      const figures = (items: typeof after) => items.map(({ yearShard, tally }) => [yearShard, tally]);
      expect(figures(after), where).toEqual(figures(before));
      const submissions = (await itemsOf(house, "Submissions")).map(plain);
      expect(submissions.find((one) => one.reference === reference)?.kind, where).toBe("disposed");
      expect([where, await filesOf(reference)]).toEqual([where, []]);
    });
    console.log(`faults in disposal ${points}, violations 0`);
    expect(points).toBeGreaterThanOrEqual(10);
    const met = new Set(house.calls.filter(({ role }) => role === "disposal").map(({ action }) => action));
    expect(met).toContain("s3:DeleteObject");
  });
});
