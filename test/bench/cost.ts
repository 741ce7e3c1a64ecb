import { readFileSync } from "node:fs";
import type { Local } from "../../infra/local/up.ts";
import type { JsonCall } from "../../shared/aws/json-call.ts";
import { typicalRequest } from "./events.ts";
import { atMost, type Figure } from "./figures.ts";
import { prices } from "./prices.ts";

const units = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/** An item as DynamoDB spells it, for its size alone. */
export type StoredSizes = Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;

/** An item's size as DynamoDB counts it: names and values in UTF-8. */
export const sizeOf = (item: StoredSizes): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value.S ?? value.N ?? ""),
    0,
  );

/** Gigabytes a role has, and how long a call of it is billed, generously rounded up from what the bench's own runs take. */
const memoryGb = 0.5;
const billedMs = 10;
const logBytes = 200;

/**
 * What a thousand submissions cost from the first byte to the open case, without mail: calls as the house makes them,
 * units by the size of what they write, list prices.
 */
export async function perThousandSubmissions(house: Local, dynamodb: JsonCall): Promise<readonly Figure[]> {
  const before = house.calls.length;
  const response = await fetch(`${house.url}/api/v1/requests`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "bench-what-it-costs" },
    body: JSON.stringify(typicalRequest),
  });
  const { reference } = await response.json();
  await house.idle();
  const made = house.calls.slice(before);
  const submission = String(reference).replaceAll("-", "");
  const read = async (table: string, key: object) => {
    const { Item } = await dynamodb("GetItem", { TableName: table, Key: key });
    return sizeOf(Item as StoredSizes);
  };
  const submissionBytes = await read("Submissions", { reference: { S: submission } });
  const caseBytes = await read("Cases", { submission: { S: submission }, number: { N: "1" } });
  const indexEntry = 1;
  const writeUnits =
    units(submissionBytes + 15) + indexEntry + units(caseBytes) + (units(submissionBytes + 15) + indexEntry);
  const readUnits =
    made.filter(({ action }) => action === "dynamodb:GetItem").length * Math.ceil(submissionBytes / 4096);
  const invocations = new Set(made.map(({ role }) => role)).size;
  const dollars = (functions: number, written: number, readToo: number) =>
    prices.apiRequest +
    prices.edgeRequest +
    functions * (prices.invocation + memoryGb * (billedMs / 1_000) * prices.gigabyteSecond) +
    written * prices.writeUnit +
    readToo * prices.readUnit +
    (functions * logBytes * prices.logGigabyte) / 1e9;
  const toReceipt = dollars(1, units(submissionBytes + 15) + indexEntry, 0);
  const each = dollars(invocations, writeUnits, readUnits);
  const parts = `${submissionBytes} and ${caseBytes} bytes, ${writeUnits} write and ${readUnits} read units, ${invocations} functions`;
  return [
    atMost("P9", "dollars per 1,000 submissions, to the receipt", toReceipt * 1_000, 0.006, "", 5),
    atMost("P9", `dollars per 1,000 submissions, to the open case (${parts})`, each * 1_000, 0.006, "", 5),
  ];
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
const resourcesOf = (template: string): readonly Resource[] =>
  Object.values(JSON.parse(readFileSync(template, "utf8")).Resources);

/** What stands there costs each month though nobody sends anything. */
export function monthlyFixed(template: string): readonly Figure[] {
  const resources = resourcesOf(template);
  const count = (type: string) => resources.filter(({ Type }) => Type === type).length;
  const keys = count("AWS::KMS::Key");
  const secrets = count("AWS::SecretsManager::Secret");
  const alarms = count("AWS::CloudWatch::Alarm");
  const fixed = keys * prices.key + secrets * prices.secret + alarms * prices.alarm;
  return [
    atMost("P9", `dollars a month that stand still (${keys} keys, ${secrets} secret, ${alarms} alarms)`, fixed, 5),
  ];
}

/** The most a month of abuse can cost: every throttle at its limit, every call a submission that is stored. */
export function worstMonth(template: string): readonly Figure[] {
  const stage = resourcesOf(template).find(({ Type }) => Type === "AWS::ApiGatewayV2::Stage");
  const settings = stage?.Properties?.DefaultRouteSettings as { ThrottlingRateLimit?: number } | undefined;
  const routes = stage?.Properties?.RouteSettings as Record<string, { ThrottlingRateLimit?: number }> | undefined;
  const general = settings?.ThrottlingRateLimit ?? Number.POSITIVE_INFINITY;
  const sending = routes?.["POST /api/v1/requests"]?.ThrottlingRateLimit ?? general;
  const seconds = 30 * 24 * 3_600;
  const anyCall = prices.apiRequest + prices.edgeRequest + prices.invocation + memoryGb * 0.01 * prices.gigabyteSecond;
  const stored = anyCall + 12 * prices.writeUnit + prices.invocation;
  const dollars = seconds * (sending * stored + general * anyCall);
  return [
    atMost(
      "P9",
      `dollars in the worst month of abuse (${general} calls and ${sending} submissions a second)`,
      dollars,
      1_000,
      "",
      0,
    ),
  ];
}
