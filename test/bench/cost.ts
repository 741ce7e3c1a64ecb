import { readFileSync } from "node:fs";
import type { Local } from "../../infra/local/up.ts";
import type { JsonCall } from "../../shared/aws/json-call.ts";
import { typicalRequest } from "./events.ts";
import { atMost, type Figure, told } from "./figures.ts";
import { prices } from "./prices.ts";

/** An item as DynamoDB spells it, for its size alone. */
export type StoredSizes = Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;

/** An item's size as DynamoDB counts it: names and values in UTF-8. */
export const sizeOf = (item: StoredSizes): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value.S ?? value.N ?? ""),
    0,
  );

/** Gigabytes a role has. */
const memoryGb = 0.5;
/** What a function is billed for each call it makes to a store that answers in 2 to 6 ms, its own work within it. */
const billedMs = 10;
const logBytes = 200;

/** What a write consumed, the entries it made or took away in indexes among it: each is rounded up by itself. */
const unitsOf = (answer: Readonly<Record<string, unknown>>): number => {
  const { CapacityUnits, GlobalSecondaryIndexes = {} } = answer.ConsumedCapacity as {
    readonly CapacityUnits: number;
    readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits: number }>>;
  };
  if (Object.keys(GlobalSecondaryIndexes).length === 0) throw new Error("the engine counted no index");
  return CapacityUnits;
};

export interface Consumed {
  readonly submitted: number;
  readonly opened: number;
  readonly takenIn: number;
}

/** The three writes that a request for one unit becomes, done once more under keys of the bench's own and counted by the engine. */
export async function unitsOfWrites(
  house: Local,
  dynamodb: JsonCall,
  submission: string,
  again: string,
): Promise<Consumed> {
  const tables = { submissions: house.names.Submissions ?? "Submissions", cases: house.names.Cases ?? "Cases" };
  const read = async (TableName: string, Key: object) => {
    const { Item } = await dynamodb("GetItem", { TableName, Key });
    return Item as StoredSizes;
  };
  const kept = await read(tables.submissions, { reference: { S: submission } });
  const opened = await read(tables.cases, { submission: { S: submission }, number: { N: "1" } });
  const write = async (operation: string, input: object) =>
    unitsOf(await dynamodb(operation, { ...input, ReturnConsumedCapacity: "INDEXES" }));
  const reference = { S: again };
  return {
    submitted: await write("PutItem", {
      TableName: tables.submissions,
      Item: { ...kept, reference, pendingIntake: { S: "0" } },
    }),
    opened: await write("PutItem", {
      TableName: tables.cases,
      Item: { ...opened, submission: reference, reference: { S: `${again}1` } },
    }),
    takenIn: await write("UpdateItem", {
      TableName: tables.submissions,
      Key: { reference },
      UpdateExpression: "REMOVE pendingIntake",
    }),
  };
}

/** A function that makes so many calls to the store. */
const calling = (calls: number): number =>
  prices.invocation +
  memoryGb * ((calls * billedMs) / 1_000) * prices.gigabyteSecond +
  (logBytes * prices.logGigabyte) / 1e9;
const answered = prices.apiRequest + prices.edgeRequest + calling(1);

/** Dollars for one submission. */
function priceOf({ submitted, opened, takenIn }: Consumed) {
  const toReceipt = answered + submitted * prices.writeUnit;
  return { toReceipt, toCase: toReceipt + calling(3) + (opened + takenIn) * prices.writeUnit + prices.readUnit };
}

/** @throws when a submission makes other calls than its price is made of */
export async function callsAreThoseCounted(house: Local): Promise<void> {
  const before = house.calls.length;
  await fetch(`${house.url}/api/v1/requests`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "bench-what-it-costs" },
    body: JSON.stringify(typicalRequest),
  });
  await house.idle();
  const made = house.calls.slice(before).map(({ role, action }) => `${role} ${action}`);
  const counted = ["GetItem", "PutItem", "UpdateItem"].map((name) => `case-intake dynamodb:${name}`);
  if (made.toSorted().join() !== [...counted, "public-forms dynamodb:PutItem"].join())
    throw new Error(`a submission makes other calls than are counted: ${made}`);
}

/**
 * What a thousand submissions cost, without mail: calls as the house makes them, units as the engine counts them, list
 * prices. The bar is about what the person waits for, from the first byte to the receipt; what the city pays to have the
 * case open beside it, in the lists that staff work from, is told without one. Changes are read from streams by Lambda,
 * which costs nothing; storage, backups and cold starts are not in it.
 */
export function perThousandSubmissions(consumed: Consumed): readonly Figure[] {
  const { submitted, opened, takenIn } = consumed;
  const { toReceipt, toCase } = priceOf(consumed);
  return [
    atMost(
      "P9",
      `dollars per 1,000 submissions without mail, to the receipt (${submitted} write units)`,
      toReceipt * 1_000,
      0.006,
      "",
      5,
    ),
    told(
      "P9",
      `the same to the open case in its lists (${submitted} + ${opened} + ${takenIn} write units and 1 read unit)`,
      toCase * 1_000,
      5,
    ),
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

/** The most a month of abuse can cost: every throttle at its limit, every submission one that is stored and becomes a case. */
export function worstMonth(template: string, consumed: Consumed): readonly Figure[] {
  const stage = resourcesOf(template).find(({ Type }) => Type === "AWS::ApiGatewayV2::Stage");
  const settings = stage?.Properties?.DefaultRouteSettings as { ThrottlingRateLimit?: number } | undefined;
  const routes = stage?.Properties?.RouteSettings as Record<string, { ThrottlingRateLimit?: number }> | undefined;
  const general = settings?.ThrottlingRateLimit ?? Number.POSITIVE_INFINITY;
  const sending = routes?.["POST /api/v1/requests"]?.ThrottlingRateLimit ?? general;
  const seconds = 30 * 24 * 3_600;
  const dollars = seconds * (sending * priceOf(consumed).toCase + general * answered);
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
