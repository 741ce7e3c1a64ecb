import * as z from "zod";
import { deliver, type StreamRecord } from "./batch.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { type DynamoEngine, EngineRefusal } from "./dynamo-engine.ts";
import type { Functions } from "./functions.ts";
import { region } from "./names.ts";
import type { Plan } from "./plan.ts";
import { lanesOf, type Mapping, parkedNote, readMappings } from "./stream-mappings.ts";

/** For tests: batches that come besides the real one, before it. Their results count for nothing, as with a redelivery. */
export type OnBatch = (role: string, records: readonly StreamRecord[]) => readonly (readonly StreamRecord[])[];

export interface Streams {
  /** Something was written: look now. */
  wake(): void;
  /** Resolves when every mapping has dealt with everything there is. */
  drain(): Promise<void>;
  pause(role: string): void;
  resume(role: string): void;
  /** Everything again, from the oldest record there is. */
  rewind(role: string): Promise<void>;
  /** Only what is written from now on; what was not delivered yet is lost to the mapping. */
  skip(role: string): Promise<void>;
  stop(): Promise<void>;
}

export interface StreamsOptions {
  readonly plan: Plan;
  readonly engine: DynamoEngine;
  readonly functions: Functions;
  readonly checkpoints: Checkpoints;
  /** The engine's own name of each table's stream. */
  readonly engineStreams: ReadonlyMap<string, string>;
  /** The name of each table's partition key, under the empty name of no index. */
  readonly partitionKeys: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly park: (queue: string, message: unknown) => Promise<void>;
  readonly onBatch: OnBatch | undefined;
  readonly retryMs: { readonly first: number; readonly most: number };
  readonly failed: (role: string, error: unknown) => void;
}

const shards = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const iterator = z.object({ ShardIterator: z.string() });
const page = z.object({
  Records: z.array(
    z.looseObject({
      dynamodb: z.looseObject({
        SequenceNumber: z.string(),
        ApproximateCreationDateTime: z.number(),
        Keys: z.record(z.string(), z.unknown()),
      }),
    }),
  ),
  NextShardIterator: z.string().nullish(),
});
const streams = "DynamoDBStreams_20120810";

/** How often a stream is looked at when nobody says that something was written. */
const pollMs = 1000;

/** Wakes functions with the changes of tables, at least once each, in order, from where the last run left off. */
export const startStreams = (options: StreamsOptions): Streams => {
  const pumps = readMappings(options.plan, options.engineStreams, options.partitionKeys).map((mapping) =>
    startPump(mapping, options),
  );
  const of = (role: string) => pumps.filter(({ mapping }) => mapping.to.role === role);
  return {
    wake: () => {
      for (const pump of pumps) pump.wake();
    },
    drain: async () => {
      for (const pump of pumps) await pump.drain();
    },
    pause: (role) => {
      for (const pump of of(role)) pump.pause(true);
    },
    resume: (role) => {
      for (const pump of of(role)) pump.pause(false);
    },
    rewind: async (role) => {
      for (const pump of of(role)) await pump.rewind();
    },
    skip: async (role) => {
      for (const pump of of(role)) await pump.skip();
    },
    stop: async () => {
      await Promise.all(pumps.map((pump) => pump.stop()));
    },
  };
};

const startPump = (mapping: Mapping, options: StreamsOptions) => {
  const { engine, checkpoints } = options;
  const keyOf = (shard: string) => `${mapping.id} ${mapping.stream} ${shard}`;
  let stopped = false;
  let paused = false;
  let draining = 0;
  /** Raised whenever somebody asks for a look; a look that began before does not count. */
  let asked = 0;
  let looked = 0;
  const sleepers = new Set<() => void>();
  const seen: (() => void)[] = [];
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const awake = () => {
        clearTimeout(timer);
        sleepers.delete(awake);
        resolve();
      };
      const timer = setTimeout(awake, ms);
      sleepers.add(awake);
    });
  const wake = () => {
    asked += 1;
    for (const awake of [...sleepers]) awake();
  };

  const describe = async () =>
    shards.parse(await engine.call("DescribeStream", { StreamArn: mapping.stream }, streams)).StreamDescription.Shards;
  const iteratorAt = async (shard: string, type: string, SequenceNumber?: string) =>
    iterator.parse(
      await engine.call(
        "GetShardIterator",
        {
          StreamArn: mapping.stream,
          ShardId: shard,
          ShardIteratorType: type,
          ...(SequenceNumber === undefined ? {} : { SequenceNumber }),
        },
        streams,
      ),
    ).ShardIterator;
  const read = async (at: string, limit: number): Promise<readonly StreamRecord[]> =>
    page.parse(await engine.call("GetRecords", { ShardIterator: at, Limit: limit }, streams)).Records;

  const next = async (shard: string): Promise<readonly StreamRecord[]> => {
    const after = checkpoints.get(keyOf(shard));
    try {
      const at =
        after === undefined
          ? await iteratorAt(shard, "TRIM_HORIZON")
          : await iteratorAt(shard, "AFTER_SEQUENCE_NUMBER", after);
      return await read(at, 1000);
    } catch (error) {
      // What was not read within a day is gone; Amazon goes on from the oldest that is left.
      if (!(error instanceof EngineRefusal && error.code === "TrimmedDataAccessException")) throw error;
      return read(await iteratorAt(shard, "TRIM_HORIZON"), 1000);
    }
  };
  const skip = async () => {
    for (const { ShardId } of await describe()) {
      let at: string | undefined = checkpoints.get(keyOf(ShardId));
      for (let records = await next(ShardId); records.length > 0; records = await next(ShardId)) {
        at = records.at(-1)?.dynamodb.SequenceNumber;
        if (at !== undefined) checkpoints.set(keyOf(ShardId), at);
      }
    }
  };

  /** Hands on batch after batch; whether it came to the end. */
  const handOn = async (shard: string, records: readonly StreamRecord[], reach: (at: string) => void) => {
    let at = 0;
    while (at < records.length && !stopped && !paused) {
      const batch: StreamRecord[] = [];
      for (; at < records.length && batch.length < mapping.batchSize; at++) {
        const record = records[at];
        if (record && mapping.wants(record)) batch.push({ ...record, awsRegion: region, eventSourceARN: mapping.arn });
      }
      for (const extra of batch.length > 0 ? (options.onBatch?.(mapping.to.role, batch) ?? []) : [])
        await options.functions.invoke(mapping.to.role, { Records: extra });
      await deliver(batch, mapping, {
        invoke: (part) => options.functions.invoke(mapping.to.role, { Records: part }),
        checkpoint: (record) => reach(record.dynamodb.SequenceNumber),
        park: async (part, why, tries) => {
          if (mapping.failureQueue === undefined) return;
          await options.park(mapping.failureQueue, parkedNote(mapping, shard, part, why, tries));
        },
        pause: (tries) => pauseBetween(Math.min(options.retryMs.first * 2 ** (tries - 1), options.retryMs.most)),
        now: () => Date.now(),
        stopped: () => stopped,
      });
      const last = records[at - 1];
      if (last && !stopped) reach(last.dynamodb.SequenceNumber);
    }
    return at === records.length && !stopped;
  };

  const handle = async (shard: string, records: readonly StreamRecord[]): Promise<void> => {
    const reach = (at: string) => checkpoints.set(keyOf(shard), at);
    if (mapping.lanes === 1) {
      await handOn(shard, records, reach);
      return;
    }
    // How far one row has come says nothing of the others: the place is kept when all have come to the end, and what was
    // done before that is delivered again after a stop, as it may be at Amazon.
    const ended = await Promise.all(lanesOf(records, mapping).map((lane) => handOn(shard, lane, () => undefined)));
    const last = records.at(-1);
    if (last && ended.every(Boolean)) reach(last.dynamodb.SequenceNumber);
  };
  const pauseBetween = async (ms: number) => {
    const until = Date.now() + ms;
    while (!stopped && Date.now() < until) await sleep(until - Date.now());
  };

  /** One look at every shard; whether there was anything. */
  const look = async (): Promise<boolean> => {
    let found = false;
    for (const { ShardId } of await describe()) {
      let records = await next(ShardId);
      if (records.length > 0 && mapping.windowMs > 0 && draining === 0) {
        const until = Date.now() + mapping.windowMs;
        while (!stopped && draining === 0 && Date.now() < until && records.length < mapping.batchSize) {
          await sleep(until - Date.now());
          records = await next(ShardId);
        }
      }
      found ||= records.length > 0;
      await handle(ShardId, records);
    }
    return found;
  };

  const run = async () => {
    let failures = 0;
    if (!mapping.fromOldest) await firstTimeAtEnd();
    while (!stopped) {
      const asking = asked;
      try {
        while (!stopped && !paused && (await look()));
        failures = 0;
        looked = asking;
        for (const resolve of seen.splice(0)) resolve();
      } catch (error) {
        failures += 1;
        if (!stopped) options.failed(mapping.to.role, error);
      }
      if (!stopped && asking === asked) await sleep(Math.min(pollMs, failures === 0 ? pollMs : 50 * 2 ** failures));
    }
    for (const resolve of seen.splice(0)) resolve();
  };
  /** LATEST counts from when the mapping was made: its place is kept, so that a restart loses nothing. */
  const firstTimeAtEnd = async () => {
    const fresh = (await describe()).every(({ ShardId }) => checkpoints.get(keyOf(ShardId)) === undefined);
    if (fresh && checkpoints.get(`${mapping.id} ${mapping.stream}`) === undefined) await skip();
    checkpoints.set(`${mapping.id} ${mapping.stream}`, "begun");
  };

  const running = run();
  return {
    mapping,
    wake,
    drain: async () => {
      draining += 1;
      wake();
      const wanted = asked;
      while (!stopped && !paused && looked < wanted) await new Promise<void>((resolve) => seen.push(resolve));
      draining -= 1;
    },
    pause: (pausing: boolean) => {
      paused = pausing;
      wake();
    },
    rewind: async () => {
      for (const { ShardId } of await describe()) checkpoints.delete(keyOf(ShardId));
      wake();
    },
    skip,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
};
