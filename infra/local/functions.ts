import { type ChildProcess, fork } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { region } from "./names.ts";
import type { FunctionPlan } from "./plan.ts";

export interface FunctionError {
  readonly role: string;
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type Outcome =
  | { readonly ok: true /** The answer as JSON. */; readonly json: string }
  | { readonly ok: false; readonly error: FunctionError };

/** Who holds an access key: one running environment of a function. */
export interface Caller {
  readonly role: string;
  readonly plan: FunctionPlan;
  readonly secret: string;
  readonly token: string;
  /** SIGKILL, as when a machine under a function disappears. */
  kill(): void;
}

export interface LogLine {
  readonly role: string;
  /** The parsed JSON of the line, or `{message}` for a line that is not JSON. */
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface Functions {
  invoke(role: string, event: unknown): Promise<Outcome>;
  caller(accessKeyId: string): Caller | undefined;
  /** How many events are being handled or wait for a free environment. */
  readonly busy: () => number;
  /** Starts one environment of each function, so that the first call does not pay for it. */
  warm(): Promise<void>;
  stop(): Promise<void>;
  kill(): void;
}

export interface FunctionsOptions {
  readonly plans: readonly FunctionPlan[];
  readonly edge: string;
  /** Where an environment finds the functions' code as an earlier one compiled it. */
  readonly compiled: string;
  /** Environments of one function at most, whatever the template reserves. */
  readonly atMost: number;
  /** The template's environment with what only the running machine knows put in. */
  environment(plan: FunctionPlan): Readonly<Record<string, string>>;
  log(line: LogLine): void;
  failed(error: FunctionError): void;
}

interface Environment {
  readonly child: ChildProcess;
  readonly ready: Promise<FunctionError | undefined>;
  readonly ended: Promise<void>;
  handle(event: unknown): Promise<Outcome>;
}

interface Pool {
  readonly plan: FunctionPlan;
  readonly idle: Environment[];
  readonly all: Set<Environment>;
  readonly waiting: (() => void)[];
}

const bootstrap = fileURLToPath(new URL("bootstrap.ts", import.meta.url));
/** Lambda gives a function at most this long to load. */
const loadingMs = 10_000;

/** Functions as child processes: own environment, own credentials, one event at a time each, several when needed. */
export const startFunctions = (options: FunctionsOptions): Functions => {
  const callers = new Map<string, Caller>();
  const pools = new Map<string, Pool>(
    options.plans.map((plan) => [plan.role, { plan, idle: [], all: new Set(), waiting: [] }]),
  );
  let busy = 0;
  let stopping = false;

  const open = (pool: Pool): Environment => {
    const { plan } = pool;
    const accessKeyId = `ASIALOCAL${randomBytes(6).toString("hex").toUpperCase()}`;
    const secret = randomBytes(20).toString("hex");
    const token = randomUUID();
    const child = fork(bootstrap, [plan.folder, plan.handler, plan.arn], {
      cwd: plan.folder,
      execArgv: [],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...options.environment(plan),
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secret,
        AWS_SESSION_TOKEN: token,
        AWS_DEFAULT_REGION: region,
        AWS_REGION: region,
        AWS_ENDPOINT_URL: options.edge,
        AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
        AWS_LAMBDA_FUNCTION_NAME: plan.name,
        AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
        AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${plan.name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: accessKeyId,
        LAMBDA_TASK_ROOT: plan.folder,
        NODE_COMPILE_CACHE: options.compiled,
        LANG: "en_US.UTF-8",
        TZ: ":UTC",
      },
    });
    callers.set(accessKeyId, { role: plan.role, plan, secret, token, kill: () => child.kill("SIGKILL") });
    for (const stream of [child.stdout, child.stderr])
      eachLine(stream, (line) => options.log({ role: plan.role, entry: parsed(line) }));

    const error = (errorType: string, errorMessage: string): FunctionError => ({
      role: plan.role,
      errorType,
      errorMessage,
    });
    const died = new Promise<FunctionError>((resolve) =>
      child.once("exit", (code, signal) =>
        resolve(
          error(
            "Runtime.ExitError",
            `Runtime exited with error: ${signal === null ? `exit status ${code}` : `signal: ${signal}`}`,
          ),
        ),
      ),
    );
    const loaded = new Promise<FunctionError | undefined>((resolve) =>
      child.once("message", (message: { broken?: Omit<FunctionError, "role"> }) =>
        resolve(message.broken === undefined ? undefined : { role: plan.role, ...message.broken }),
      ),
    );
    const late = error("Sandbox.Timedout", `Loading took longer than ${loadingMs / 1000} seconds.`);
    const handle = async (event: unknown): Promise<Outcome> => {
      const requestId = randomUUID();
      const answered = new Promise<Outcome>((resolve) => {
        const listen = (message: { requestId?: string; value?: string; error?: Omit<FunctionError, "role"> }) => {
          if (message.requestId !== requestId) return;
          child.off("message", listen);
          resolve(
            message.error === undefined
              ? { ok: true, json: message.value ?? "null" }
              : { ok: false, error: { role: plan.role, ...message.error } },
          );
        };
        child.on("message", listen);
      });
      child.send({ requestId, event: JSON.stringify(event), deadline: Date.now() + plan.timeoutMs }, () => undefined);
      const timeout = within(
        plan.timeoutMs,
        error("Sandbox.Timedout", `${requestId} Task timed out after ${(plan.timeoutMs / 1000).toFixed(2)} seconds`),
      );
      const outcome = await Promise.race([
        answered,
        died.then((error): Outcome => ({ ok: false, error })),
        timeout.reached.then((error): Outcome => ({ ok: false, error })),
      ]);
      timeout.clear();
      if (!outcome.ok && outcome.error.errorType.startsWith("Sandbox.")) child.kill("SIGKILL");
      return outcome;
    };
    const loading = within(loadingMs, late);
    const environment: Environment = {
      child,
      ready: Promise.race([loaded, died, loading.reached]).finally(loading.clear),
      ended: died.then(() => undefined),
      handle,
    };
    pool.all.add(environment);
    void died.then(() => {
      pool.all.delete(environment);
      const at = pool.idle.indexOf(environment);
      if (at >= 0) pool.idle.splice(at, 1);
      pool.waiting.shift()?.();
    });
    return environment;
  };

  /**
   * A free environment, a new one, or a wait for one: never more than the template reserves. Amazon would refuse what is
   * over that (429), and callers come again; here it waits, since a machine has fewer environments than a city.
   */
  const take = async (pool: Pool): Promise<Environment> => {
    for (;;) {
      const free = pool.idle.pop();
      if (free) return free;
      if (pool.all.size < Math.min(options.atMost, pool.plan.atOnce ?? options.atMost)) return open(pool);
      await new Promise<void>((resolve) => pool.waiting.push(resolve));
    }
  };
  const release = (pool: Pool, environment: Environment): void => {
    if (environment.child.killed) pool.all.delete(environment);
    if (pool.all.has(environment)) pool.idle.push(environment);
    pool.waiting.shift()?.();
  };

  const run = async (pool: Pool, event: unknown): Promise<Outcome> => {
    const environment = await take(pool);
    const broken = await environment.ready;
    if (broken) {
      environment.child.kill("SIGKILL");
      return { ok: false, error: broken };
    }
    const outcome = await environment.handle(event);
    release(pool, environment);
    return outcome;
  };

  const kill = () => {
    stopping = true;
    for (const pool of pools.values()) for (const { child } of pool.all) child.kill("SIGKILL");
  };
  return {
    invoke: async (role, event) => {
      const pool = pools.get(role);
      if (!pool || stopping)
        return {
          ok: false,
          error: {
            role,
            errorType: "ResourceNotFoundException",
            errorMessage: "No such function, or the runner is stopping.",
          },
        };
      busy += 1;
      try {
        const outcome = await run(pool, event);
        if (!outcome.ok && !stopping) options.failed(outcome.error);
        return outcome;
      } finally {
        busy -= 1;
      }
    },
    caller: (accessKeyId) => callers.get(accessKeyId),
    busy: () => busy,
    warm: async () => {
      await Promise.all(
        [...pools.values()].map(async (pool) => {
          const environment = open(pool);
          const broken = await environment.ready;
          if (broken) environment.child.kill("SIGKILL");
          if (broken && !stopping) options.failed(broken);
          release(pool, environment);
        }),
      );
    },
    stop: async () => {
      const ends = [...pools.values()].flatMap((pool) => [...pool.all].map(({ ended }) => ended));
      kill();
      await Promise.all(ends);
    },
    kill,
  };
};

/** A time limit that can be called off. */
const within = <T>(ms: number, value: T): { readonly reached: Promise<T>; clear(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(value), ms);
  });
  return { reached, clear: () => clearTimeout(timer) };
};

const eachLine = (stream: NodeJS.ReadableStream | null, take: (line: string) => void): void => {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") take(line);
  });
  stream?.on("end", () => {
    if (rest !== "") take(rest);
  });
};

const parsed = (line: string): Readonly<Record<string, unknown>> => {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry === "object" && entry !== null) return { ...entry };
  } catch {
    // Not JSON: kept as it is.
  }
  return { message: line };
};
