// What Lambda's own runtime does around a handler, in a child process of the runner: load it, hand it one event at a
// time, tell what it answered. It ends when the runner is gone, whatever way the runner went.
import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Invocation {
  readonly requestId: string;
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

const tell = (message: unknown): void => {
  process.send?.(message);
};
const described = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split("\n") ?? [] }
    : { errorType: "Error", errorMessage: String(error), trace: [] };

// Only for loading: a function would not see it on Lambda.
delete process.env.NODE_COMPILE_CACHE;

process.on("disconnect", () => process.exit(0));

const [folder = ".", handlerName = "index.handler", functionArn = ""] = process.argv.slice(2);
const dot = handlerName.lastIndexOf(".");
const base = join(folder, handlerName.slice(0, dot));
const file = [".mjs", ".js", ".cjs"].map((end) => base + end).find((path) => existsSync(path));

try {
  if (file === undefined) throw new Error(`There is no ${handlerName} in the function's code.`);
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const handler = module[handlerName.slice(dot + 1)];
  if (typeof handler !== "function") throw new Error(`${handlerName} is not a function.`);

  process.on("message", async ({ requestId, event, deadline }: Invocation) => {
    const context = {
      awsRequestId: requestId,
      functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
      functionVersion: "$LATEST",
      invokedFunctionArn: functionArn,
      logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
      logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
      memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
    try {
      const value: unknown = await handler(JSON.parse(event), context);
      tell({ requestId, value: JSON.stringify(value) ?? "null" });
    } catch (error) {
      tell({ requestId, error: described(error) });
    }
  });
  // Environments are ended by a kill, which writes nothing.
  flushCompileCache();
  tell({ ready: true });
} catch (error) {
  tell({ broken: described(error) });
}
