import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { JsonCall } from "../../shared/aws/json-call.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { CivilDate } from "../../shared/domain/civil-date.ts";
import { type Tally, yearShards } from "../../shared/domain/yearly/tally.ts";
import { writeTally } from "../../shared/domain/yearly/tally-text.ts";
import { sizeOf } from "./cost.ts";
import { atMost, type Figure } from "./figures.ts";
import { median } from "./run.ts";

const year = 2026;
const units = stockholm.units.filter(({ validTo, kind }) => validTo === null && kind !== "extern").map(({ id }) => id);
const pick = <One>(from: readonly One[], n: number): One => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error("there is nothing to pick from");
  return one;
};
const dayOf = (n: number): CivilDate =>
  new Date(Date.UTC(year, 0, 1 + (n % 360))).toISOString().slice(0, 10) as CivilDate;

/** The nth case of an invented year: every third a breach, every tenth a question, the rest requests. */
function tally(n: number): string {
  const unit = pick(units, n * 7);
  const common = { counted: unit, holder: unit, receivedOn: dayOf(n), imported: false };
  const cases: readonly (() => Tally)[] = [
    () => ({
      ...common,
      kind: "request",
      right: pick(["access", "erasure", "rectification"], n),
      channel: pick(["web", "post", "email"], n),
      outcome: "granted",
      answeredOn: dayOf(n),
      inTime: true,
      within30Days: true,
      extended: n % 11 === 0,
      left: n % 13 === 0 ? [pick(units, n)] : [],
      protectedIdentity: false,
    }),
    () => ({
      ...common,
      kind: "breach",
      drill: false,
      dismissed: false,
      whatHappened: "sent-by-mistake",
      cause: "human-factor",
      discoveredBy: "employee",
      authority: n % 2 === 0 ? "notified" : "not-notified",
      notifiedInTime: n % 2 === 0,
      informed: false,
      actionPlan: true,
    }),
    () => ({ ...common, kind: "consultation", about: "dpia", beforeStart: true, afterStart: false }),
  ];
  return writeTally(pick(cases, n % 10 === 0 ? 2 : n % 3 === 0 ? 1 : 0)());
}

/** A page as the store gives it: a megabyte of index entries, of which two attributes were asked for. */
const rowsAPage = 5_000;
const page = Array.from({ length: rowsAPage }, (_, n) => ({
  reference: { S: `${String(n).padStart(13, "0")}1` },
  tally: { S: tally(n) },
}));

/** Answers queries of the year with so many pages in all, from memory, as an engine would over the same wire. */
async function aYearOf(pages: number): Promise<{ readonly server: Server; readonly endpoint: string }> {
  const shards = yearShards(year);
  const last = JSON.stringify({ Items: page, Count: rowsAPage, ScannedCount: rowsAPage });
  const none = JSON.stringify({ Items: [], Count: 0, ScannedCount: 0 });
  const more = (at: number) => `${last.slice(0, -1)},"LastEvaluatedKey":{"at":{"N":"${at}"}}}`;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.once("end", () => {
      const { ExpressionAttributeValues, ExclusiveStartKey } = JSON.parse(Buffer.concat(chunks).toString());
      const shard = shards.indexOf(ExpressionAttributeValues[":shard"].S);
      const own = Math.floor(pages / shards.length) + (shard < pages % shards.length ? 1 : 0);
      const at = Number(ExclusiveStartKey?.at?.N ?? 0) + 1;
      outgoing.setHeader("content-type", "application/x-amz-json-1.0");
      outgoing.end(at > own ? none : at === own ? last : more(at));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return { server, endpoint: `http://127.0.0.1:${port}` };
}

interface YearMeasured {
  readonly rows: number;
  readonly cpuUs: number;
  readonly peakMb: number;
}

async function read(which: "count" | "discard", endpoint: string): Promise<YearMeasured> {
  const program = fileURLToPath(new URL("year-measured.ts", import.meta.url));
  const child: ChildProcess = fork(program, [which, endpoint, "Cases"], {
    env: { PATH: process.env.PATH },
    // What the role has on AWS is 2 GB; the heap is not to grow only because there is room. Reading and discarding grows
    // as much as counting when nothing bounds it, with pages that nobody holds any more; within this bound both must do.
    execArgv: ["--max-semi-space-size=8", "--max-old-space-size=128"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [told] = await once(child, "message");
  return told as YearMeasured;
}

/** P7 and P10: counting a year of a million cases against reading and discarding the same pages. */
export async function countedYears(rounds: number): Promise<readonly Figure[]> {
  const of = async (cases: number) => {
    const { server, endpoint } = await aYearOf(cases / rowsAPage);
    const counts: YearMeasured[] = [];
    const floors: YearMeasured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      counts.push(await read("count", endpoint));
      floors.push(await read("discard", endpoint));
    }
    server.close();
    if (counts.some(({ rows }) => rows !== cases)) throw new Error("a case of the bench's year was not counted");
    return {
      cpu: median(counts.map(({ cpuUs }) => cpuUs)),
      floor: median(floors.map(({ cpuUs }) => cpuUs)),
      peak: median(counts.map(({ peakMb }) => peakMb)),
    };
  };
  const [small, million] = [await of(100_000), await of(1_000_000)];
  return [
    atMost(
      "P7",
      "counting a million cases against reading and discarding them",
      million.cpu / million.floor,
      1.2,
      " ×",
    ),
    atMost("P7", "peak memory with a million cases", million.peak, 400, " MB", 0),
    atMost("P7", "the same against that with a hundred thousand", million.peak / small.peak, 1.25, " ×"),
    atMost(
      "P10",
      "processor time per counted case, a million against a hundred thousand",
      million.cpu / 10 / small.cpu,
      1.2,
      " ×",
    ),
  ];
}

const keptCases = 16_000;

/** P6: what reading a year costs in the real engine, against the size of its entries and against a scan of the table. */
export async function readUnits(dynamodb: JsonCall, table: string): Promise<readonly Figure[]> {
  // What else a case holds: its history, its texts, its letters.
  const rest = { S: "x".repeat(2_500) };
  const shards = yearShards(year);
  const items = Array.from({ length: keptCases }, (_, n) => ({
    submission: { S: `BENCH${String(n).padStart(8, "0")}` },
    number: { N: "1" },
    reference: { S: `BENCH${String(n).padStart(8, "0")}1` },
    yearShard: { S: pick(shards, n) },
    tally: { S: tally(n) },
    rest,
  }));
  for (let at = 0; at < items.length; at += 25)
    await dynamodb("BatchWriteItem", {
      RequestItems: { [table]: items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })) },
    });
  const entries = items.reduce((sum, { rest: _, ...entry }) => sum + sizeOf(entry), 0);
  const unitsOf = async (operation: "Query" | "Scan", input: object): Promise<number> => {
    let used = 0;
    let start: unknown;
    do {
      const answer = await dynamodb(operation, {
        TableName: table,
        ReturnConsumedCapacity: "TOTAL",
        ...input,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      });
      used += Number((answer.ConsumedCapacity as { CapacityUnits: number }).CapacityUnits);
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return used;
  };
  let read = 0;
  for (const shard of shards)
    read += await unitsOf("Query", {
      IndexName: "by-year",
      KeyConditionExpression: "yearShard = :shard",
      ExpressionAttributeValues: { ":shard": { S: shard } },
    });
  const scanned = await unitsOf("Scan", {});
  // An eventually consistent read of 4 KB is half a unit.
  const least = entries / 4_096 / 2;
  return [
    atMost("P6", `read units of ${keptCases} cases against the size of their entries`, read / least, 1.02, " ×"),
    atMost("P6", "the same against a scan of the table", read / scanned, 0.1, " ×"),
  ];
}
