import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { CannotStart } from "./cannot-start.ts";
import { endMarkedProcess, markProcess, unmarkProcess } from "./process-mark.ts";

export interface EngineAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A DynamoDB-compatible engine on loopback. */
export interface DynamoEngine {
  /** Passes a request on as it is. Rejects when the engine cannot be reached. */
  forward(headers: IncomingHttpHeaders, body: Uint8Array): Promise<EngineAnswer>;
  /** The runner's own calls. Throws EngineRefusal when the engine answers with an error. */
  call(operation: string, input: unknown, service?: "DynamoDB_20120810" | "DynamoDBStreams_20120810"): Promise<unknown>;
  /** Resolves when the engine ends without being asked to. */
  readonly broken: Promise<void>;
  stop(): Promise<void>;
  kill(): void;
}

/** The engine's error, with DynamoDB's own name for it as code. */
export class EngineRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The engine's program for this machine. Throws CannotStart where there is none. */
export const enginePath = (platform = process.platform, arch = process.arch): string => {
  const name = `@dynoxide/${platform}-${arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const path = join(folder, platform === "win32" ? "dynoxide.exe" : "dynoxide");
    if (existsSync(path)) return path;
  } catch {
    // Said below, in a sentence for people.
  }
  throw new CannotStart(
    `The database engine is not installed for ${platform}-${arch}: run "npm ci" again, or use a machine that ${name} exists for (linux-x64).`,
  );
};

/** A port on loopback that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port on loopback.");
  return address.port;
};

const engineFile = (data: string) => join(data, "tables.db");

/**
 * Every write asks the engine's file for the number of its table's last change, and the engine keeps all changes there
 * without an index: by 10,000 of them a write took 27 ms and it grew on. With these two it stays at 4 ms.
 */
const indexChanges = (data: string) => {
  const file = new DatabaseSync(engineFile(data), { timeout: 5_000 });
  file.exec(`
    CREATE INDEX IF NOT EXISTS intag_last_change ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE INDEX IF NOT EXISTS intag_changes ON _stream_records (table_name, shard_id, sequence_number);`);
  file.close();
};

/** Where Amazon's own engine lies, if that one is to run instead of this machine's. */
const jar = process.env.INTAG_DYNAMODB_JAR;
const command = (data: string, port: number): readonly [string, ...(readonly string[])] =>
  jar === undefined
    ? [enginePath(), "serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", engineFile(data)]
    : [
        "java",
        `-Djava.library.path=${join(dirname(jar), "DynamoDBLocal_lib")}`,
        "-XX:TieredStopAtLevel=1",
        ...["-jar", jar, "-disableTelemetry", "-sharedDb", "-port", String(port), "-dbPath", data],
      ];

/** Starts the engine on its file in `data`, after ending one that an earlier runner left behind on the same file. */
export const startDynamoEngine = async (data: string): Promise<DynamoEngine> => {
  const mark = join(data, "engine.pid");
  await endMarkedProcess(mark);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const [program, ...words] = command(data, port);
    const child = spawn(program, words, {
      cwd: data,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env.PATH },
    });
    if (child.pid !== undefined) markProcess(mark, child.pid);
    const failure = await readiness(child, port);
    if (failure === undefined) {
      if (jar === undefined) indexChanges(data);
      return engineOn(port, child, mark);
    }
    unmarkProcess(mark);
    // Somebody else may have taken the port between the look and the start.
    if (attempt === 3)
      throw new CannotStart(
        `The database engine does not start on ${data}: ${failure} Move or remove that folder and start again.`,
      );
  }
};

/** Whether somebody listens on a port of loopback. */
const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

/** Undefined once the engine listens, else what it said. */
const readiness = async (child: ChildProcess, port: number): Promise<string | undefined> => {
  let said = "";
  let failure: string | undefined;
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stderr?.on("data", hear);
  child.stdout?.on("data", hear);
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", () => {
    failure ??= said.trim() || "it ended without a word.";
  });
  while (failure === undefined) {
    if (await isListening(port)) return undefined;
    await setTimeout(20);
  }
  return failure;
};

const engineOn = (port: number, child: ChildProcess, mark: string): DynamoEngine => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const forward = (headers: IncomingHttpHeaders, body: Uint8Array) =>
    new Promise<EngineAnswer>((resolve, reject) => {
      const outgoing = request(
        {
          agent,
          host: "127.0.0.1",
          port,
          method: "POST",
          path: "/",
          headers: { ...headers, "content-length": body.length },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.once("error", reject);
          incoming.once("end", () =>
            resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      outgoing.once("error", reject);
      outgoing.end(body);
    });
  const call: DynamoEngine["call"] = async (operation, input, service = "DynamoDB_20120810") => {
    // The engine wants to see a signature but does not check it; the edge does that.
    const { status, body } = await forward(
      {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `${service}.${operation}`,
        "x-amz-date": "20000101T000000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=runner/20000101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=runner",
      },
      Buffer.from(JSON.stringify(input)),
    );
    const answer: { __type?: string; message?: string } = JSON.parse(body.toString());
    if (status === 200) return answer;
    throw new EngineRefusal(answer.__type?.split("#").pop() ?? "Unknown", answer.message ?? "");
  };
  let asked = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const broken = new Promise<void>((resolve) => child.once("exit", () => asked || resolve()));
  const end = async (signal: NodeJS.Signals) => {
    asked = true;
    agent.destroy();
    child.kill(signal);
    await ended;
    unmarkProcess(mark);
  };
  return { forward, call, broken, stop: () => end("SIGTERM"), kill: () => void end("SIGKILL") };
};
