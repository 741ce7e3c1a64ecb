import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, Duration, SecretValue, Stack } from "aws-cdk-lib";
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnEventSourceMapping, Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from "aws-cdk-lib/aws-ses";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { build } from "esbuild";
import { inject } from "vitest";

/** What a test may change in the small stack that the runner is tried on. */
export interface FixtureWishes {
  readonly change?: (stack: Stack) => void;
  readonly retries?: number;
  readonly bisects?: boolean;
  readonly lanes?: number;
  readonly maxAgeSeconds?: number;
}

export interface Fixture {
  readonly template: string;
  readonly assembly: string;
}

/** Handlers of the small stack. They do as the request or the record tells them. */
const handlers = {
  door: `
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
const dynamo = new DynamoDBClient({ maxAttempts: 1 });
const s3 = new S3Client({ maxAttempts: 1 });
const TableName = process.env.TABLE;
const deeds = {
  put: ({ id, kind = "submission" }) => dynamo.send(new PutItemCommand({ TableName, Item: { id: { S: id }, kind: { S: kind } }, ConditionExpression: "attribute_not_exists(id)" })),
  get: ({ id }) => dynamo.send(new GetItemCommand({ TableName, Key: { id: { S: id } } })),
  index: ({ kind }) => dynamo.send(new QueryCommand({ TableName, IndexName: "byKind", KeyConditionExpression: "kind = :k", ExpressionAttributeValues: { ":k": { S: kind } } })),
  transact: ({ id }) => dynamo.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: { id: { S: id } } } }] })),
  file: ({ key, text, once }) => s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: key, Body: text, ...(once ? { IfNoneMatch: "*" } : {}) })),
  fetch: async ({ key }) => (await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: key }))).Body.transformToString(),
  env: () => process.env,
  slow: ({ ms }) => new Promise((resolve) => setTimeout(resolve, ms)),
  pid: () => process.pid,
  crash: () => process.exit(7),
  throw: () => { throw new Error("as asked"); },
};
export const handler = async (event) => {
  console.log(JSON.stringify({ level: "INFO", message: "called", routeKey: event.routeKey }));
  if (event.routeKey !== "POST /do/{deed}") return { statusCode: 200, cookies: ["a=1; Path=/", "b=2; Path=/"], headers: { "X-Powered-By": "me", "Content-Type": "application/json" }, body: JSON.stringify(event) };
  const { deed } = event.pathParameters;
  const wish = event.body ? JSON.parse(event.body) : {};
  if (deed === "crash" || deed === "throw") return deeds[deed]();
  try {
    return { statusCode: 200, body: JSON.stringify((await deeds[deed](wish)) ?? null) };
  } catch (error) {
    return { statusCode: 422, body: JSON.stringify({ name: error.name, status: error.$metadata?.httpStatusCode }) };
  }
};`,
  intake: `
import { appendFileSync, existsSync } from "node:fs";
export const handler = async (event) => {
  appendFileSync(process.env.DIARY, JSON.stringify(event.Records.map((record) => record.dynamodb.Keys.id.S)) + "\\n");
  const answer = existsSync(process.env.DIARY + ".answer") ? process.env.DIARY + ".answer" : undefined;
  if (answer) {
    const { default: decide } = await import(answer + ".mjs?" + Math.random());
    return decide(event);
  }
  return { batchItemFailures: [] };
};`,
  outbox: `
import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
const ses = new SESClient({ maxAttempts: 1 });
export const handler = async (event) => {
  if (event.source === "aws.ses") {
    console.log(JSON.stringify({ heard: event.detail.eventType, messageId: event.detail.mail.messageId, letter: event.detail.mail.tags.letter?.[0] }));
    return null;
  }
  if (event.fail) throw new Error("as asked");
  const sent = await ses.send(new SendEmailCommand({
    Source: event.from ?? "no-reply@intag.example",
    Destination: { ToAddresses: ["anna@example.org"] },
    Message: { Subject: { Data: "Kvitto på åäö" }, Body: { Text: { Data: "Tack. " + event.time } } },
    ConfigurationSetName: process.env.SET,
    Tags: [{ Name: "letter", Value: "receipt-1" }],
  }));
  return { time: event.time, messageId: sent.MessageId };
};`,
};
export type FixtureRole = keyof typeof handlers;

const scratch = (): string => mkdtempSync(join(inject("scratch"), "local-"));
const bundle = async (): Promise<Record<FixtureRole, string>> => {
  const folder = scratch();
  const roles = Object.keys(handlers) as FixtureRole[]; // the keys of the object above
  await Promise.all(
    roles.map((role) => {
      mkdirSync(join(folder, role));
      return build({
        stdin: { contents: handlers[role], resolveDir: import.meta.dirname },
        bundle: true,
        platform: "node",
        format: "esm",
        outfile: join(folder, role, "index.mjs"),
        banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      });
    }),
  );
  return Object.fromEntries(roles.map((role) => [role, join(folder, role)])) as Record<FixtureRole, string>; // one entry per role
};
let bundled: Promise<Record<FixtureRole, string>> | undefined;

/** The file in which the stream's function writes which records it got. */
export const diary = join(scratch(), "diary");

/** Synthesizes the small stack. */
export const fixture = async (wishes: FixtureWishes = {}): Promise<Fixture> => {
  bundled ??= bundle();
  const code = await bundled;
  const outdir = scratch();
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, "Small", { env: { region: "eu-north-1", account: "000000000000" } });
  const table = new Table(stack, "Things", {
    partitionKey: { name: "id", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.NEW_IMAGE,
  });
  table.addGlobalSecondaryIndex({
    indexName: "byKind",
    partitionKey: { name: "kind", type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  });
  const bucket = new Bucket(stack, "Files");
  const parked = new Queue(stack, "Parked");
  const secret = new Secret(stack, "Key", {
    generateSecretString: { secretStringTemplate: JSON.stringify({ id: "one" }), generateStringKey: "key" },
  });
  new Secret(stack, "Known", { secretStringValue: SecretValue.unsafePlainText("not secret") });
  const set = new ConfigurationSet(stack, "Letters");
  set.addEventDestination("Events", {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, "Bus", "default")),
    events: [EmailSendingEvent.SEND, EmailSendingEvent.BOUNCE],
  });
  const identity = new EmailIdentity(stack, "Domain", { identity: Identity.domain("intag.example") });

  const lambda = (role: FixtureRole, environment: Record<string, string>, timeout = Duration.seconds(3)) =>
    new Lambda(stack, role, {
      runtime: Runtime.NODEJS_24_X,
      handler: "index.handler",
      code: Code.fromAsset(code[role]),
      environment: { INTAG_ROLE: role, SITE: "http://127.0.0.1:0", ...environment },
      timeout,
    });
  const may = (fn: Lambda, actions: string[], ...resources: string[]) =>
    fn.addToRolePolicy(new PolicyStatement({ actions, resources }));

  const door = lambda(
    "door",
    { TABLE: table.tableName, BUCKET: bucket.bucketName, SECRET: secret.secretArn },
    Duration.seconds(1),
  );
  may(door, ["dynamodb:PutItem", "dynamodb:Query"], table.tableArn, `${table.tableArn}/index/byKind`);
  may(door, ["s3:PutObject", "s3:GetObject"], bucket.arnForObjects("open/*"));
  may(door, ["secretsmanager:GetSecretValue"], secret.secretArn);

  const intake = lambda("intake", { DIARY: diary });
  const stream = table.tableStreamArn ?? "";
  may(intake, ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], stream);
  may(intake, ["sqs:SendMessage"], parked.queueArn);
  new CfnEventSourceMapping(stack, "Mapping", {
    eventSourceArn: stream,
    functionName: intake.functionName,
    startingPosition: "TRIM_HORIZON",
    batchSize: 10,
    functionResponseTypes: ["ReportBatchItemFailures"],
    bisectBatchOnFunctionError: wishes.bisects ?? false,
    maximumRetryAttempts: wishes.retries ?? 2,
    ...(wishes.lanes === undefined ? {} : { parallelizationFactor: wishes.lanes }),
    ...(wishes.maxAgeSeconds === undefined ? {} : { maximumRecordAgeInSeconds: wishes.maxAgeSeconds }),
    destinationConfig: { onFailure: { destination: parked.queueArn } },
    filterCriteria: {
      filters: [
        { pattern: JSON.stringify({ eventName: ["INSERT"], dynamodb: { NewImage: { kind: { S: ["submission"] } } } }) },
      ],
    },
  });

  const outbox = lambda("outbox", { SET: set.configurationSetName });
  outbox.addToRolePolicy(
    new PolicyStatement({
      actions: ["ses:SendEmail"],
      resources: [
        identity.emailIdentityArn,
        stack.formatArn({ service: "ses", resource: "configuration-set", resourceName: set.configurationSetName }),
      ],
      conditions: { StringEquals: { "ses:FromAddress": "no-reply@intag.example" } },
    }),
  );
  new Rule(stack, "Heard", { eventPattern: { source: ["aws.ses"] }, targets: [new LambdaFunction(outbox)] });
  const scheduler = new Role(stack, "Scheduler", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
  scheduler.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [outbox.functionArn] }));
  new CfnSchedule(stack, "Sweep", {
    flexibleTimeWindow: { mode: "OFF" },
    scheduleExpression: "rate(5 minutes)",
    target: {
      arn: outbox.functionArn,
      roleArn: scheduler.roleArn,
      input: JSON.stringify({ time: "<aws.scheduler.scheduled-time>" }),
    },
  });

  const api = new CfnApi(stack, "Api", { name: "small", protocolType: "HTTP" });
  new CfnStage(stack, "Stage", { apiId: api.ref, stageName: "$default", autoDeploy: true });
  const integration = new CfnIntegration(stack, "ToDoor", {
    apiId: api.ref,
    integrationType: "AWS_PROXY",
    integrationUri: door.functionArn,
    payloadFormatVersion: "2.0",
    timeoutInMillis: 29_000,
  });
  for (const [at, routeKey] of [
    "$default",
    "GET /things/{id}",
    "GET /things/new",
    "ANY /any",
    "GET /any",
    "POST /do/{deed}",
    "GET /deep/{rest+}",
  ].entries())
    new CfnRoute(stack, `Route${at}`, { apiId: api.ref, routeKey, target: `integrations/${integration.ref}` });
  new CfnResponseHeadersPolicy(stack, "Headers", {
    responseHeadersPolicyConfig: {
      name: "headers",
      securityHeadersConfig: {
        contentTypeOptions: { override: true },
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override: false },
      },
      removeHeadersConfig: { items: [{ header: "X-Powered-By" }] },
    },
  });
  wishes.change?.(stack);
  app.synth();
  return { template: join(outdir, "Small.template.json"), assembly: outdir };
};

/** A folder that nobody has used yet. */
export const freshFolder = scratch;
export const writeDecision = (source: string): void => {
  writeFileSync(`${diary}.answer`, "");
  writeFileSync(`${diary}.answer.mjs`, `export default ${source}`);
};
