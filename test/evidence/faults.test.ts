import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../citizen/files.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { plain } from "../proof/books.ts";
import { breaking, trouble } from "../proof/faults.ts";
import { isFull } from "../proof/seeded.ts";
import { askedForAnother, storedFiles } from "./sender.ts";

const faulty = trouble();
let house: House;
let s3: S3Client;
beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall });
  const { url: endpoint, region, credentials } = house.endpoint;
  s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
});
afterAll(async () => {
  s3?.destroy();
  await house?.close();
});

const calls = [
  "s3:ListBucket",
  "dynamodb:GetItem",
  "s3:GetObject",
  "dynamodb:Query",
  "s3:PutObject",
  "dynamodb:UpdateItem",
  "s3:DeleteObject",
];
/** A file waits; its name. */
async function waiting(submission: string): Promise<string> {
  const id = crypto.randomUUID();
  const Key = `quarantine/${submission}/${id}`;
  await s3.send(new PutObjectCommand({ Bucket: house.names.Files, Key, Body: pdf() }));
  return id;
}
/** Broken off, and broken off unseen after what was done; in the full form every way to break off. */
const kinds = isFull ? breaking : breaking.filter((kind) => kind === "out" || kind === "applied, then stopped");
const tried = async (): Promise<boolean> => {
  try {
    return ((await house.fire("evidence")) as { failed: number }).failed === 0;
  } catch {
    return false;
  }
};
/** How often each case of a submission was told of the file. */
async function toldOf(submission: string, id: string): Promise<readonly number[]> {
  const cases = (await itemsOf(house, "Cases")).map(plain).filter((one) => one.submission === submission);
  return cases.map(({ evidence }) => String(evidence).split(id).length - 1);
}

describe("whatever single call of a round fails, or is the last one it makes", () => {
  it("the next round ends as if nothing had happened: each case told once, and nothing left that waits", async () => {
    let [points, uses] = [0, 0];
    let submission = "";
    for (const kind of kinds)
      for (const action of calls)
        for (let nth = 0; ; nth += 1) {
          // A request is told of twenty files at most.
          if (uses % 20 === 0) {
            const concerns = [{ service: "kultur-bibliotek" }, { service: "soc-ekonomiskt-bistand", place: "Husby" }];
            submission = (await askedForAnother(house, { concerns })).reference.replaceAll("-", "");
          }
          uses += 1;
          const id = await waiting(submission);
          faulty.arm({ role: "evidence", action, nth }, kind);
          await tried();
          const isStruck = faulty.disarm().some(({ fault }) => fault !== "pass");
          for (let tries = 0; !(await tried()) && tries < 5; tries += 1);
          const where = `${kind} at ${action} ${nth}`;
          expect(await toldOf(submission, id), where).toEqual([1, 1]);
          const left = (await storedFiles(house)).filter((key) => key.includes(id));
          expect(left, where).toEqual([`evidence/${submission}/${id}.pdf`]);
          if (!isStruck) break;
          points += 1;
        }
    expect(points).toBeGreaterThan(kinds.length * calls.length);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
