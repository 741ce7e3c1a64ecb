import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Local, up } from "../../infra/local/up.ts";
import { type JsonCall, jsonCall } from "../../shared/aws/json-call.ts";
import {
  callsAreThoseCounted,
  monthlyFixed,
  perThousandSubmissions,
  type StoredSizes,
  sizeOf,
  unitsOfWrites,
  worstMonth,
} from "./cost.ts";
import { gatewayEvent, submissionEvent, typicalRequest } from "./events.ts";
import { atMost, type Figure, tableOf } from "./figures.ts";
import { interleaved, measure } from "./run.ts";
import { countedYears, readUnits } from "./year.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "intag-bench-"));
const assembly = join(folder, "assembly");
/** `npm run bench -- P3 P9` measures these bars alone. */
const only = process.argv.slice(2);
const rounds = Number(process.env.INTAG_BENCH_ROUNDS ?? 5);
const calls = 400;
const warmUps = 200;

/** A floor built the way the SDK's own guide builds it: one minified file, nothing tuned. */
async function plainly(name: string): Promise<string> {
  const outfile = join(folder, name, "index.mjs");
  await build({
    entryPoints: [join(root, "test/bench/floors", `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: "error",
  });
  return outfile;
}

/** The product's bundle under a second name: what two measurements of the same thing differ by. */
function copied(role: string, name: string): string {
  const from = join(root, "dist", role);
  const to = join(folder, name);
  mkdirSync(join(to, "assets"), { recursive: true });
  for (const file of ["index.mjs", "assets.json", "openapi.json"]) copyFileSync(join(from, file), join(to, file));
  for (const file of readdirSync(join(from, "assets")))
    copyFileSync(join(from, "assets", file), join(to, "assets", file));
  return join(to, "index.mjs");
}

const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;

const environmentOf = (house: Local): Readonly<Record<string, string>> => ({
  AWS_REGION: house.endpoint.region,
  AWS_ACCESS_KEY_ID: house.endpoint.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: house.endpoint.credentials.secretAccessKey,
  AWS_ENDPOINT_URL: house.endpoint.url,
  INTAG_CITY: "stockholm",
  INTAG_STAGE: "local",
  SUBMISSIONS_TABLE: house.names.Submissions ?? "Submissions",
  SECRET_ID: house.names.Keyring ?? "Keyring",
  PATH: process.env.PATH ?? "",
});

const post = (house: Local, body: unknown, key: string) =>
  fetch(`${house.url}/api/v1/requests`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(body),
  });

interface Written {
  readonly reference: string;
  readonly item: StoredSizes;
  readonly bytes: number;
  readonly units: number;
}

/** Sends one typical request through the whole house, and finds the item it left and what writing it costs. */
async function writtenBy(house: Local, dynamodb: JsonCall): Promise<Written> {
  const answer = await (await post(house, typicalRequest, "bench-typical-request")).json();
  const table = house.names.Submissions ?? "Submissions";
  const reference = String(answer.reference).replaceAll("-", "");
  await house.idle();
  const found = await dynamodb("GetItem", { TableName: table, Key: { reference: { S: reference } } });
  const item: StoredSizes = { ...(found.Item as StoredSizes), pendingIntake: { S: "0" } };
  const bytes = sizeOf(item);
  const put = { TableName: table, Item: { ...item, reference: { S: "BENCH" } }, ReturnConsumedCapacity: "INDEXES" };
  const { ConsumedCapacity } = await dynamodb("PutItem", put);
  // It wakes the role that opens cases, too.
  await house.idle();
  return { reference, item, bytes, units: Number((ConsumedCapacity as { CapacityUnits: number }).CapacityUnits) };
}

async function p1(house: Local, written: Written): Promise<readonly Figure[]> {
  const before = house.calls.length;
  await post(house, typicalRequest, "bench-one-call-only");
  const made = house.calls.slice(before).filter(({ role }) => role === "public-forms");
  return [
    atMost("P1", "data calls per accepted submission", made.length, 1, "", 0),
    atMost(
      "P1",
      `write units for its ${written.bytes} bytes (⌈KB⌉ + 1)`,
      written.units,
      Math.ceil(written.bytes / 1024) + 1,
      "",
      1,
    ),
  ];
}

async function p2(
  environment: Readonly<Record<string, string>>,
  written: Written,
  floor: string,
): Promise<readonly Figure[]> {
  const product = join(root, "dist/public-forms/index.mjs");
  const twin = copied("public-forms", "twin");
  const submissions = () => Array.from({ length: 1 + warmUps + calls }, submissionEvent);
  const puts = () =>
    Array.from({ length: 1 + warmUps + calls }, () => ({
      TableName: environment.SUBMISSIONS_TABLE,
      Item: { ...written.item, reference: { S: crypto.randomUUID().slice(0, 13) } },
    }));
  const figures: Figure[] = [];
  for (const atOnce of [1, 16, 64]) {
    const run = (bundle: string, events: readonly unknown[]) =>
      measure({ bundle, events, atOnce, warmUps, environment, folder }).then(({ eachCpuUs }) => eachCpuUs);
    const cpu = await interleaved(rounds, {
      product: () => run(product, submissions()),
      twin: () => run(twin, submissions()),
      floor: () => run(floor, puts()),
    });
    const apart = Math.abs(cpu.product / cpu.twin - 1) * 100;
    figures.push(
      atMost(
        "P2",
        `processor time per submission, ${atOnce} at once (${cpu.product.toFixed(0)} µs against ${cpu.floor.toFixed(0)} µs)`,
        cpu.product / cpu.floor,
        1.2,
        " ×",
      ),
      atMost("A/A", `the same bundle under two names, ${atOnce} at once`, apart, 15, " %", 1),
    );
  }
  return figures;
}

/** Memory of the roles, and the share of a processor that 1,769 MB would give whole. */
const smallShare = 256 / 1769;

async function p3(
  environment: Readonly<Record<string, string>>,
  written: Written,
  floor: string,
  empty: string,
): Promise<readonly Figure[]> {
  const product = join(root, "dist/public-forms/index.mjs");
  const put = { TableName: environment.SUBMISSIONS_TABLE, Item: { ...written.item, reference: { S: "BENCHCOLD" } } };
  const cold = new Map<string, { wall: number[]; small: number[] }>();
  const start = async (name: string, bundle: string, event: unknown) => {
    const { loadMs, firstMs, firstCpuUs, loadCpuUs } = await measure({ bundle, events: [event], environment, folder });
    const figures = cold.get(name) ?? { wall: [], small: [] };
    cold.set(name, figures);
    figures.wall.push(loadMs + firstMs);
    // While it loads a function has a whole processor; after that its share.
    figures.small.push(loadCpuUs / 1_000 + firstCpuUs / 1_000 / smallShare);
    return loadMs + firstMs;
  };
  const wall = await interleaved(rounds * 3, {
    product: () => start("product", product, submissionEvent()),
    floor: () => start("floor", floor, put),
    empty: () => start("empty", empty, {}),
  });
  const small = (name: string) =>
    (cold.get(name)?.small ?? []).toSorted((one, other) => one - other)[Math.floor((rounds * 3) / 2)] ?? 0;
  const net = (name: string) => small(name) - small("empty");
  return [
    atMost(
      "P3",
      `cold start over an empty one (${(wall.product - wall.empty).toFixed(0)} ms against ${(wall.floor - wall.empty).toFixed(0)} ms)`,
      (wall.product - wall.empty) / (wall.floor - wall.empty),
      0.95,
      " ×",
    ),
    atMost("P3", "the same with the processor share of 256 MB", net("product") / net("floor"), 0.5, " ×"),
  ];
}

function p4(floor: string): readonly Figure[] {
  const size = (file: string) => statSync(file).size / 1_000;
  const others = readdirSync(join(root, "dist")).filter(
    (role) => !["public-forms", "yearly-report", "meta"].includes(role) && !role.startsWith("."),
  );
  return [
    atMost(
      "P4",
      `public role's bundle (bare SDK: ${size(floor).toFixed(0)} kB)`,
      size(join(root, "dist/public-forms/index.mjs")),
      450,
      " kB",
      0,
    ),
    ...others.map((role) =>
      atMost("P4", `${role}'s bundle`, size(join(root, `dist/${role}/index.mjs`)), 700, " kB", 0),
    ),
  ];
}

async function p5(house: Local, environment: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const bundle = join(root, "dist/public-forms/index.mjs");
  const html = await (await fetch(`${house.url}/sv/begaran/fragor`)).text();
  const firstPage = await (await fetch(`${house.url}/`)).text();
  const assets = join(root, "dist/public-forms/assets");
  const files = readdirSync(assets).reduce((sum, name) => sum + gzipped(readFileSync(join(assets, name))), 0);
  // The longest page there is: every question of the form at once.
  const allQuestions = gatewayEvent({
    method: "GET",
    path: "/sv/begaran/fragor",
    routeKey: "GET /sv/begaran/{step}",
    pathParameters: { step: "fragor" },
  });
  const events = Array.from({ length: 1 + warmUps + calls }, () => allQuestions);
  const cpu = await interleaved(rounds, {
    page: () => measure({ bundle, events, warmUps, environment, folder }).then(({ eachCpuUs }) => eachCpuUs),
  });
  return [
    atMost("P5", "processor time of the longest page", cpu.page / 1_000, 2, " ms"),
    atMost("P5", "first load with style and script, compressed", (gzipped(firstPage) + files) / 1_000, 30, " kB", 1),
    atMost("P5", "the longest page with style and script, compressed", (gzipped(html) + files) / 1_000, 30, " kB", 1),
  ];
}

async function bench(): Promise<boolean> {
  execFileSync(process.execPath, [join(root, "infra/app.ts")], {
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: assembly,
      CDK_CONTEXT_JSON: JSON.stringify({ stage: "local", city: "stockholm", siteUrl: "http://127.0.0.1:0" }),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const template = join(assembly, "Intag.template.json");
  const house = await up({ template, assembly, port: 0, data: join(folder, "data"), schedules: false });
  try {
    const environment = environmentOf(house);
    const { url: endpoint, region, credentials } = house.endpoint;
    const dynamodb = jsonCall("dynamodb", { endpoint, region, credentials, urlSuffix: "amazonaws.com" });
    const [floor, empty] = await Promise.all([plainly("bare-sdk"), plainly("empty")]);
    const written = await writtenBy(house, dynamodb);
    await callsAreThoseCounted(house);
    // From here on only the citizen's path runs; nobody needs the thousands of cases that would follow.
    house.streams.pause("case-intake");
    const consumed = await unitsOfWrites(house, dynamodb, written.reference, "BENCHFIRST");
    const parts: Readonly<Record<string, () => Promise<readonly Figure[]> | readonly Figure[]>> = {
      P1: () => p1(house, written),
      P9: () => [...perThousandSubmissions(consumed), ...monthlyFixed(template), ...worstMonth(template, consumed)],
      P2: () => p2(environment, written, floor),
      P3: () => p3(environment, written, floor, empty),
      P4: () => p4(floor),
      P5: () => p5(house, environment),
      P6: async () => {
        const read = await readUnits(dynamodb, house.names.Cases ?? "Cases");
        const later = await unitsOfWrites(house, dynamodb, written.reference, "BENCHLATER");
        const sum = ({ submitted, opened, takenIn }: typeof later) => submitted + opened + takenIn;
        const what = "write units of a submission and its case, beside all these cases against beside none";
        return [...read, atMost("P10", what, sum(later) / sum(consumed), 1, " ×")];
      },
      P7: () => countedYears(Math.min(rounds, 3)),
    };
    const figures: Figure[] = [];
    for (const [id, part] of Object.entries(parts)) {
      if (only.length === 0 || only.includes(id)) figures.push(...(await part()));
    }
    console.log(tableOf(figures));
    const void_ = figures.some(({ id, holds }) => id === "A/A" && !holds);
    if (void_)
      console.log(
        "\nThe same bundle measured twice differs by more than 15 %: this run's ratios say nothing. Run it again.",
      );
    return figures.every(({ holds }) => holds);
  } finally {
    await house.stop();
  }
}

try {
  process.exitCode = (await bench()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
