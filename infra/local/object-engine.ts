import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildApp } from "fauxqs";

type App = ReturnType<typeof buildApp>;
type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>["stores"]>;

export interface ObjectAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Buffer;
}

/** S3 and SQS. It listens on nothing: requests are handed to it inside the process. */
export interface ObjectEngine {
  ask(
    method: string,
    url: string,
    headers?: Readonly<Record<string, string>>,
    body?: Uint8Array,
  ): Promise<ObjectAnswer>;
  readonly queues: Stores["sqsStore"];
  readonly buckets: Stores["s3Store"];
  stop(): Promise<void>;
}

const root = dirname(findPackageJSON("fauxqs", import.meta.url) ?? "");
/** fauxqs exports its starter only, which listens on every interface; its parts are loaded by their file. */
const part = async (path: string): Promise<Record<string, new (...args: unknown[]) => never>> =>
  import(pathToFileURL(join(root, "dist", path)).href);

/**
 * An object's description that was cut off while it was written belongs to a write nobody was told about. It is taken
 * away, so that the rest can be read.
 */
const removeHalfWritten = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      JSON.parse(readFileSync(path, "utf8"));
    } catch {
      rmSync(path);
    }
  }
};

export const startObjectEngine = async (data: string): Promise<ObjectEngine> => {
  const folder = join(data, "objects");
  mkdirSync(folder, { recursive: true });
  removeHalfWritten(folder);
  const [{ FileS3Persistence }, { PersistenceManager }, { SqsStore }, { SnsStore }, { S3Store }] = await Promise.all([
    part("s3/fileS3Persistence.js"),
    part("persistence.js"),
    part("sqs/sqsStore.js"),
    part("sns/snsStore.js"),
    part("s3/s3Store.js"),
  ]);
  if (!FileS3Persistence || !PersistenceManager || !SqsStore || !SnsStore || !S3Store)
    throw new Error("fauxqs has other parts than the ones it was written for.");
  // The classes come without types; these are the types its own buildApp wants for the very same objects.
  const stores: Stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const objects: NonNullable<Stores["s3Store"]["persistence"]> & { loadS3(store: unknown): void } =
    new FileS3Persistence(folder);
  const messages: NonNullable<Stores["sqsStore"]["persistence"]> = new PersistenceManager(join(data, "queues"));
  messages.loadSqsAndSns(stores.sqsStore, stores.snsStore);
  objects.loadS3(stores.s3Store);
  stores.sqsStore.persistence = messages;
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = messages;
  stores.s3Store.persistence = objects;

  const app: App = buildApp({ logger: false, stores });
  await app.ready();
  return {
    queues: stores.sqsStore,
    buckets: stores.s3Store,
    ask: async (method, url, headers = {}, body) => {
      const answer = await app.inject({
        // fastify lists the methods it takes; any other is answered with 404.
        method: method as "GET",
        url,
        headers: { ...headers, host: "127.0.0.1" },
        ...(body === undefined ? {} : { payload: Buffer.from(body) }),
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
    },
    stop: async () => {
      await app.close();
      messages.close();
    },
  };
};
