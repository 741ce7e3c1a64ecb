import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchorDays } from "../../functions/anchor/anchor.ts";
import { checkChain } from "../../functions/staff-cases/chain-check.ts";
import { bucketAt } from "../../shared/aws/bucket.ts";
import { chained, type LoggedLook } from "../../shared/domain/casework/access-chain.ts";
import { addMilliseconds } from "../../shared/domain/instant.ts";
import { accessLog, chainEnds, chainName, dayOf, sha256 } from "../../shared/store/access-log-table.ts";
import { anchorArchive, anchorReader } from "../../shared/store/anchor-archive.ts";
import type { AnchorReader } from "../../shared/store/anchors.ts";
import { itemOf } from "../../shared/store/stored-item.ts";
import { on } from "../domain/facts.ts";
import { at } from "../fixtures.ts";
import { aHouse, type House } from "../house.ts";
import { isFull } from "../proof/seeded.ts";
import { masterOf } from "../store/master.ts";

let house: House;
let dynamodb: DynamoDBClient;
let s3: S3Client;
let bucket: string;
let close: () => void;
beforeAll(async () => {
  house = await aHouse({ warm: false });
  ({ dynamodb, close } = masterOf(house));
  const { url: endpoint, credentials } = house.endpoint;
  s3 = new S3Client({ endpoint, credentials, region: "eu-north-1", forcePathStyle: true });
  bucket = house.names.Reports ?? "";
});
afterAll(async () => {
  close();
  s3.destroy();
  await house.close();
});

const began = at("2027-03-01T08:00:00Z");
const day = 24 * 3_600_000;
const look = (reference: string, n: number, day_: number) => ({
  reference,
  sub: `officer-${n % 3}`,
  role: "coordinator",
  at: addMilliseconds(began, day_ * day + n * 1_000),
  why: "case-read",
});
const reading = (): AnchorReader =>
  anchorReader(bucketAt(bucket, { ...house.endpoint, endpoint: house.endpoint.url, urlSuffix: "amazonaws.com" }));
const log = () => accessLog(dynamodb, "AccessLog");
const put = (one: LoggedLook) =>
  dynamodb.send(new PutItemCommand({ TableName: "AccessLog", Item: itemOf({ ...one, day: dayOf(one.at) }) }));
const remove = ({ reference, seq }: Pick<LoggedLook, "reference" | "seq">) =>
  dynamodb.send(
    new DeleteItemCommand({ TableName: "AccessLog", Key: { reference: { S: reference }, seq: { N: String(seq) } } }),
  );
/** Reads each anchor once: they do not change. */
const remembered = (reader: AnchorReader): AnchorReader => {
  const once = <Key, Found>(read: (key: Key) => Promise<Found>) => {
    const known = new Map<Key, Promise<Found>>();
    return (key: Key): Promise<Found> => {
      const found = known.get(key) ?? read(key);
      known.set(key, found);
      return found;
    };
  };
  return { daysOf: once(reader.daysOf), anchor: once(reader.anchor) };
};
const whole = async (reference: string) => log().of(reference, { limit: 1_000 });
const now = addMilliseconds(began, 9 * day);
const check = (reference: string, anchors: AnchorReader) =>
  checkChain(reference, dayOf(began), now, { looks: log(), anchors });
const fire = (daysOn: number) => house.fire("anchor", addMilliseconds(began, daysOn * day));
const cases = ["0000000000010-1", "0000000000010-2", "list/officer-1"];

/** A thousand in the full form. */
const changes = isFull ? 1_000 : 200;

describe("the ends of chains", () => {
  it("are noted once for every day that is over, by codes that say neither case nor person, under lock", async () => {
    for (const reference of cases)
      for (const [n, daysOn] of [0, 0, 1, 3, 3, 3, 6].entries()) await log().append(look(reference, n, daysOn));
    // A night that never came, one too early, and twenty at once, days late.
    expect(await fire(0)).toEqual({ days: 0 });
    await Promise.all(Array.from({ length: 20 }, () => fire(9)));
    expect(await fire(10)).toEqual({ days: 0 });
    const reader = reading();
    expect(await reader.daysOf(2027)).toEqual(["2027-03-01", "2027-03-02", "2027-03-04", "2027-03-07"]);
    const { heads } = await reader.anchor(on("2027-03-04"));
    const chain = await whole("list/officer-1");
    expect(Object.keys(heads)).toEqual(cases.map(chainName).toSorted());
    expect(heads[chainName("list/officer-1")]).toEqual({ seq: 6, hash: chain[5]?.hash });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: "anchors/2027-03-04.json" }));
    expect(await Body?.transformToString()).not.toMatch(/officer|list|0000000000010/);
    const asked = new Set(house.calls.filter(({ role }) => role === "anchor").map(({ action }) => action));
    expect(asked).toEqual(new Set(["s3:ListBucket", "dynamodb:Query", "s3:PutObject"]));
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });

  it("stay as they were noted", async () => {
    const before = await reading().anchor(on("2027-03-02"));
    await anchorArchive(s3, bucket).keep({ day: on("2027-03-02"), heads: {} });
    expect(await reading().anchor(on("2027-03-02"))).toEqual(before);
    const unlocked = new PutObjectCommand({
      Bucket: bucket,
      Key: "anchors/2027-03-03.json",
      Body: "{}",
      ObjectLockMode: "COMPLIANCE",
      ObjectLockRetainUntilDate: new Date("2020-01-01"),
    });
    await expect(s3.send(unlocked)).rejects.toMatchObject({ name: "InvalidRequest" });
  });

  it(`give away each of ${changes} changes to a chain: taken out, changed, swapped, cut off, or made anew`, async () => {
    const anchors = remembered(reading());
    let seed = 7;
    const chance = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * most);
    };
    const reference = "0000000000010-1";
    const original = await whole(reference);
    expect(await check(reference, anchors)).toEqual({ brokenAt: null, anchoredThrough: "2027-03-07" });
    const anew = (looks: readonly LoggedLook[]): readonly LoggedLook[] => {
      const made: LoggedLook[] = [];
      for (const one of looks) made.push(chained(one, made.at(-1), sha256));
      return made;
    };
    const changed = (index: number, how: number): readonly LoggedLook[] => {
      const one = original[index];
      if (one === undefined) throw new Error("an index within the chain");
      const other = (parts: Partial<LoggedLook>) => original.with(index, { ...one, ...parts });
      const others = original.filter((each) => each !== one);
      const sub = `nobody-${chance(1_000)}`;
      const at_ = addMilliseconds(one.at, 1_000 * (1 + chance(90_000)));
      const kinds = [
        () => others,
        () => other({ sub }),
        () => other({ at: at_ }),
        () => other({ why: "command", role: "dpo" }),
        () => other({ hash: sha256(sub) }),
        () => {
          const next = original[(index + 1) % original.length] ?? one;
          return original.map((each) =>
            each === one ? { ...next, seq: one.seq } : each === next ? { ...one, seq: next.seq } : each,
          );
        },
        () => original.slice(0, index),
        // Whoever knows how chains are made writes a whole new one.
        () => anew(others),
        () => anew(other({ sub })),
        () => anew(original.toReversed()),
        () => anew(original.map((each) => ({ ...each, at: now }))),
      ];
      return (kinds[how % kinds.length] ?? (() => others))();
    };
    const missed: string[] = [];
    for (let n = 0; n < changes; n += 1) {
      const [index, how] = [chance(original.length), chance(11)];
      const tampered = changed(index, how);
      const kept = new Set(tampered.map(({ seq }) => seq));
      const touched = tampered.filter((one) => original[one.seq - 1] !== one);
      const gone = original.filter(({ seq }) => !kept.has(seq));
      await Promise.all([...touched.map(put), ...gone.map(remove)]);
      if ((await check(reference, anchors)).brokenAt === null) missed.push(`${how} at ${index}`);
      const restored = new Set([...touched, ...gone].map(({ seq }) => seq));
      await Promise.all(original.filter(({ seq }) => restored.has(seq)).map(put));
    }
    expect(missed).toEqual([]);
    expect((await check(reference, anchors)).brokenAt).toBeNull();
  });

  it("are looked for in order, so that a night that is stopped midway leaves no day out", async () => {
    const kept: string[] = [];
    const deps = (most: number) => ({
      chains: chainEnds(dynamodb, "AccessLog"),
      archive: {
        daysOf: async () => kept.map((one) => on(one)),
        keep: async ({ day: one }: { readonly day: string }) => {
          if (kept.length >= most) throw new Error("stopped");
          kept.push(one);
        },
      },
      log: () => undefined,
    });
    await expect(anchorDays(now, deps(2))).rejects.toThrow("stopped");
    expect(await anchorDays(now, deps(9))).toEqual({ days: 2 });
    expect(kept).toEqual(["2027-03-01", "2027-03-02", "2027-03-04", "2027-03-07"]);
  });
});
