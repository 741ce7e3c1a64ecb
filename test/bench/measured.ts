import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * A process of its own in which one bundle is measured, so that what the engines and the bench itself cost is not in
 * the figure. Arguments: the bundle, a file of events (JSON, one a line), how many at once, how many to warm up with.
 */
const [bundle = "", events = "", atOnce = "1", warmUps = "0"] = process.argv.slice(2);
const lines = readFileSync(events, "utf8").split("\n").filter(Boolean);
const told: unknown[] = lines.map((line) => JSON.parse(line));
// What the handler logs is not what is measured.
console.log = () => undefined;

const beforeLoad = process.cpuUsage();
const loadedAt = performance.now();
const { handler } = await import(pathToFileURL(bundle).href);
const load = process.cpuUsage(beforeLoad);
const loadMs = performance.now() - loadedAt;

const context = { awsRequestId: "bench", getRemainingTimeInMillis: () => 10_000 };
let refused = 0;
const one = async (event: unknown) => {
  const { statusCode } = await handler(event, context);
  if (statusCode >= 400) refused += 1;
};

const beforeFirst = process.cpuUsage();
const firstAt = performance.now();
await one(told[0]);
const first = process.cpuUsage(beforeFirst);
const firstMs = performance.now() - firstAt;

let next = 1;
const run = async (until: number) => {
  await Promise.all(
    Array.from({ length: Number(atOnce) }, async () => {
      while (next < until) {
        const event = told[next];
        next += 1;
        await one(event);
      }
    }),
  );
};
await run(1 + Number(warmUps));
const from = next;
const before = process.cpuUsage();
await run(told.length);
const used = process.cpuUsage(before);
const total = ({ user, system }: NodeJS.CpuUsage) => user + system;

process.send?.({
  loadMs,
  loadCpuUs: total(load),
  firstMs,
  firstCpuUs: total(first),
  eachCpuUs: next === from ? 0 : total(used) / (next - from),
  refused,
});
process.exit(0);
