import { join } from "node:path";
import * as z from "zod";
import { cityOf } from "../../shared/cities/city-of.ts";
import { openCheckpoints } from "./checkpoints.ts";
import { takeFolder } from "./data-folder.ts";
import { type DynamoEngine, startDynamoEngine } from "./dynamo-engine.ts";
import { type AwsCall, type Edge, type Master, type OnCall, startEdge } from "./edge.ts";
import { type FunctionError, type Functions, type LogLine, startFunctions } from "./functions.ts";
import { type Door, gatewayOf, openDoor } from "./gateway.ts";
import { type CitizenIdentity, startCitizenIdentity } from "./identity/citizen-identity.ts";
import { type LocalIdentity, startIdentity } from "./identity.ts";
import { openLines } from "./kept-lines.ts";
import { jsonOrText, localPages } from "./local-pages.ts";
import { type LocalMail, openMailLog } from "./mail.ts";
import { type MailEvent, type MailEvents, mailEvents, type OnMail } from "./mail-events.ts";
import { queueArn, region, secretArn } from "./names.ts";
import { type ObjectEngine, startObjectEngine } from "./object-engine.ts";
import { type Plan, readPlan } from "./plan.ts";
import { revoke } from "./revocation.ts";
import { readSchedules, type Schedules } from "./schedules.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { dynamodb } from "./service-dynamodb.ts";
import { calledFunctions, keptMessage } from "./service-lambda.ts";
import { s3 } from "./service-s3.ts";
import { secretsManager } from "./service-secrets.ts";
import { type MailEngine, type MailSettings, simpleEmail, startMailEngine } from "./service-ses.ts";
import { keptText, textMessages } from "./service-sms.ts";
import { engineQueueUrl, sqs } from "./service-sqs.ts";
import * as shapes from "./shapes.ts";
import { type OnBatch, type Streams, startStreams } from "./streams.ts";
import { openTables, partitionKeysOf } from "./tables.ts";

export interface LocalOptions {
  /** The `*.template.json` of the synthesized stack. */
  readonly template: string;
  /** The folder it was synthesized into, where the functions' code is. */
  readonly assembly: string;
  /** The gateway's port; 0 is any free one, and `http://127.0.0.1:0` in functions' environments then means it. */
  readonly port: number;
  /** Where everything is kept between starts. */
  readonly data: string;
  /** For presigned URLs' ends, schedules and mails' times. */
  readonly clock?: () => Date;
  readonly onCall?: OnCall;
  readonly onBatch?: OnBatch;
  readonly onMail?: OnMail;
  /** Pauses between deliveries of a failing batch. */
  readonly retryMs?: { readonly first: number; readonly most: number };
  /** Environments of one function at most; 4 by default. */
  readonly environments?: number;
  /** Whether each function's first environment is started at once; true by default. */
  readonly warm?: boolean;
  /** Whether schedules fire by the clock; true by default. */
  readonly schedules?: boolean;
  /** Says nothing on the console; true by default. */
  readonly quiet?: boolean;
  /** Told when the database engine ends by itself, after which nothing works. */
  readonly onBroken?: () => void;
}

export interface DeadLetter {
  readonly queue: string;
  readonly body: unknown;
}

export interface Local {
  readonly url: string;
  /** Fires a role's schedule now and gives its answer. Throws when there is none or the function failed. */
  fire(role: string, time?: string): Promise<unknown>;
  /** Mails accepted so far, oldest first. */
  mail(): Promise<readonly LocalMail[]>;
  /** Tells functions of an event about every mail sent to the address. */
  mailEvent(to: string, event: MailEvent): Promise<void>;
  /** Every call to AWS by a function, in order. */
  readonly calls: readonly AwsCall[];
  /** Where tests reach everything themselves, with full rights. */
  readonly endpoint: { readonly url: string; readonly region: string; readonly credentials: Master };
  deadLetters(): Promise<readonly DeadLetter[]>;
  readonly logs: readonly LogLine[];
  readonly functionErrors: readonly FunctionError[];
  /** Names of what the template made, by its logical id. */
  readonly names: Readonly<Record<string, string>>;
  /** The OpenID provider, where the template has a sign-in. */
  readonly identity: LocalIdentity | undefined;
  /** The broker of e-legitimation, where the template has one. */
  readonly citizenIdentity: CitizenIdentity | undefined;
  readonly streams: Pick<Streams, "pause" | "resume" | "rewind" | "skip">;
  /** Resolves when all changes are delivered, all mail events told and no function runs. */
  idle(): Promise<void>;
  stop(): Promise<void>;
  /** Ends everything at once, as SIGKILL would; resolves when the port and the folder are free again. */
  kill(): Promise<void>;
}

/** Starts everything the template describes. Throws CannotStart, with nothing left running, when it cannot. */
export const up = async (options: LocalOptions): Promise<Local> => {
  const closing: (() => Promise<unknown> | unknown)[] = [];
  const stopAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return await start(options, closing, stopAll);
  } catch (error) {
    await stopAll();
    throw error;
  }
};

const start = async (
  options: LocalOptions,
  closing: (() => unknown)[],
  stopAll: () => Promise<void>,
): Promise<Local> => {
  const { data } = options;
  const now = options.clock ?? (() => new Date());
  const failures: FunctionError[] = [];
  const calls: AwsCall[] = [];
  const logs: LogLine[] = [];
  const say = options.quiet === false ? (line: string) => console.error(line) : () => undefined;
  const failed = (error: FunctionError) => {
    keep(failures, error);
    say(`${error.role}: ${error.errorType}: ${error.errorMessage}`);
  };

  const door: Door = await openDoor(options.port);
  closing.push(() => door.stop());
  closing.push(takeFolder(data));

  const master: Master = { accessKeyId: "AKIALOCALTESTS", secretAccessKey: "tests-may-do-everything" };
  const hub: { functions?: Functions; streams?: Streams; services: Parameters<typeof startEdge>[0]["services"] } = {
    services: () => ({}),
  };
  const edge: Edge = await startEdge({
    services: () => hub.services(),
    caller: (key) => hub.functions?.caller(key),
    master,
    now,
    noted: (call) => keep(calls, call),
    onCall: options.onCall,
  });
  closing.push(() => edge.stop());

  const plan: Plan = readPlan(options.template, options.assembly, { gateway: door.url, edge: edge.url });
  const tables = [
    ...plan.all("AWS::DynamoDB::Table", shapes.table),
    ...plan.all("AWS::DynamoDB::GlobalTable", shapes.table),
  ];
  const settings = mailSettings(plan);
  const mailLog = openMailLog(data);
  const texts = openLines(data, "sms", keptText);
  const messages = openLines(data, "mailbox", keptMessage);

  const [engine, objects, postOffice] = await startEngines(data, closing);
  void engine.broken.then(() => options.onBroken?.());
  const engineStreams = await openTables(engine, tables, data);
  for (const { name } of plan.all("AWS::S3::Bucket", shapes.bucket))
    if (!objects.buckets.hasBucket(name)) objects.buckets.createBucket(name);
  const queues = plan.all("AWS::SQS::Queue", shapes.queue).map(({ name }) => name);
  for (const name of queues)
    if (!objects.queues.getQueueByName(name)) objects.queues.createQueue(name, engineQueueUrl(name), queueArn(name));

  const secrets = openSecrets(data, plan.all("AWS::SecretsManager::Secret", shapes.secret));
  const identity = await identityFor(plan, secrets, door.url, options);
  if (identity !== undefined) closing.push(() => identity.stop());
  const citizenIdentity = await citizenIdentityFor(plan, secrets, door.url, options);
  if (citizenIdentity !== undefined) closing.push(() => citizenIdentity.stop());
  const issuers = new Map([
    ["OIDC_ISSUER", identity?.issuer],
    ["CITIZEN_OIDC_ISSUER", citizenIdentity?.issuer],
  ]);

  const functions = startFunctions({
    plans: plan.functions,
    edge: edge.url,
    compiled: join(options.assembly, "compiled"),
    atMost: options.environments ?? 4,
    environment: ({ environment }) =>
      Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [
          name,
          issuers.get(name) ?? value.replaceAll("http://127.0.0.1:0", door.url),
        ]),
      ),
    log: (line) => {
      keep(logs, line);
      const level = String(line.entry.level ?? "").toUpperCase();
      if (level === "ERROR" || level === "FATAL") say(`${line.role}: ${JSON.stringify(line.entry)}`);
    },
    failed,
  });
  hub.functions = functions;
  closing.push(() => functions.stop());

  const partitionKeys = partitionKeysOf(tables);
  const events: MailEvents = mailEvents(plan, functions, mailLog, now, options.onMail);
  const services = {
    "sms-voice": textMessages(texts, now),
    lambda: calledFunctions(oneOf(plan, "MAILBOX_FUNCTION"), messages),
    dynamodb: dynamodb(engine, partitionKeys, () => hub.streams?.wake()),
    s3: s3(objects),
    secretsmanager: secretsManager(secrets),
    ses: simpleEmail(postOffice, settings, mailLog, now, events.follow),
    sqs: sqs(objects),
  };
  hub.services = () => services;

  const schedules: Schedules = readSchedules(plan, functions, now);
  const fireAt = (role: string, time?: string) => schedules.fire(role, time ?? `${now().toISOString().slice(0, 19)}Z`);
  const sessions = oneOf(plan, "SESSIONS_TABLE");
  const calledIn = sessions === undefined ? undefined : revoke(engine, sessions, now);
  door.serve(
    gatewayOf(
      plan,
      functions,
      localPages(fireAt, { mail: mailLog.all, sms: texts.all, mailbox: messages.all }, calledIn),
    ),
  );

  const streams = startStreams({
    plan,
    engine,
    functions,
    checkpoints: openCheckpoints(data),
    engineStreams,
    partitionKeys,
    park: async (queue, message) => {
      const name = queue.split(":").pop() ?? "";
      await objects.ask(
        "POST",
        "/",
        { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.SendMessage" },
        Buffer.from(JSON.stringify({ QueueUrl: engineQueueUrl(name), MessageBody: JSON.stringify(message) })),
      );
    },
    onBatch: options.onBatch,
    retryMs: options.retryMs ?? { first: 50, most: 2000 },
    failed: (role, error) => failed({ role, errorType: "Stream", errorMessage: String(error) }),
  });
  hub.streams = streams;
  /** First nothing counts any more, then functions that run are ended: an ended function is no failed delivery. */
  const leaveOff = () => {
    events.stop();
    const ended = streams.stop();
    functions.kill();
    return ended;
  };
  closing.push(leaveOff);

  if (options.warm !== false) await functions.warm();
  for (const mail of mailLog.untold()) events.follow(mail);
  if (options.schedules !== false) schedules.start();
  closing.push(() => schedules.stop());

  const quietNow = () => functions.busy() === 0 && events.busy() === 0 && edge.busy() === 0;
  return {
    url: door.url,
    calls,
    logs,
    functionErrors: failures,
    streams,
    names: namesOf(plan),
    identity,
    citizenIdentity,
    endpoint: { url: edge.url, region, credentials: master },
    fire: async (role, time) => {
      const outcomes = await fireAt(role, time);
      if (outcomes === undefined) throw new Error(`Nothing is scheduled for ${role}.`);
      const answers = outcomes.map((outcome): unknown => {
        if (outcome.ok) return JSON.parse(outcome.json);
        throw new Error(`${outcome.error.errorType}: ${outcome.error.errorMessage}`, { cause: outcome.error });
      });
      return answers.length === 1 ? answers[0] : answers;
    },
    mail: async () => mailLog.all(),
    mailEvent: async (to, event) => {
      for (const mail of mailLog.accepted().filter(({ recipients }) => recipients.includes(to)))
        await events.tell(mail, event);
    },
    deadLetters: async () =>
      queues.flatMap((queue) => {
        const held = objects.queues.inspectQueue(queue)?.messages;
        return [...(held?.ready ?? []), ...(held?.inflight ?? []).map(({ message }) => message)].map(({ body }) => ({
          queue,
          body: jsonOrText(body),
        }));
      }),
    idle: async () => {
      for (let calm = 0; calm < 2; ) {
        const before = calls.length;
        await streams.drain();
        calm = quietNow() && calls.length === before ? calm + 1 : 0;
        if (!quietNow()) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop: stopAll,
    kill: () => {
      void leaveOff();
      engine.kill();
      return stopAll();
    },
  };
};

const startEngines = async (
  data: string,
  closing: (() => unknown)[],
): Promise<[DynamoEngine, ObjectEngine, MailEngine]> => {
  const started = await Promise.allSettled([startDynamoEngine(data), startObjectEngine(data), startMailEngine()]);
  for (const engine of started) if (engine.status === "fulfilled") closing.push(() => engine.value.stop());
  const [dynamo, objects, postOffice] = started;
  if (dynamo.status === "rejected") throw dynamo.reason;
  if (objects.status === "rejected") throw objects.reason;
  if (postOffice.status === "rejected") throw postOffice.reason;
  return [dynamo.value, objects.value, postOffice.value];
};

const mailSettings = (plan: Plan): MailSettings => ({
  identities: new Map(
    plan
      .all("AWS::SES::EmailIdentity", shapes.emailIdentity)
      .map(({ properties }) => [properties.EmailIdentity, properties.ConfigurationSetAttributes.ConfigurationSetName]),
  ),
  configurationSets: new Set(plan.all("AWS::SES::ConfigurationSet", shapes.configurationSet).map(({ name }) => name)),
});

/** What the functions are told under a name; the same for all of them. */
const oneOf = (plan: Plan, name: string): string | undefined =>
  plan.functions.map(({ environment }) => environment[name]).find((value) => value !== undefined);

/** The provider that the functions find in the place of the city's, where they ask for one. */
const identityFor = async (
  plan: Plan,
  secrets: Secrets,
  gateway: string,
  { data, onCall }: Pick<LocalOptions, "data" | "onCall">,
): Promise<LocalIdentity | undefined> => {
  const [id, audience, secretId] = ["OIDC_CLIENT_ID", "OIDC_AUDIENCE", "OIDC_SECRET_ID"].map((name) =>
    oneOf(plan, name),
  );
  const secret = secrets.find(({ name }) => secretArn(name) === secretId)?.value;
  if (id === undefined || audience === undefined || secret === undefined) return undefined;
  const site = (oneOf(plan, "SITE_URL") ?? gateway).replaceAll("http://127.0.0.1:0", gateway);
  return startIdentity({
    data,
    city: cityOf(oneOf(plan, "INTAG_CITY") ?? "stockholm"),
    client: { id, secret, redirectUri: `${site}/personal/inloggad` },
    audience,
    onCall,
  });
};

/** The broker that the functions find in the place of the real one. */
const citizenIdentityFor = async (
  plan: Plan,
  secrets: Secrets,
  gateway: string,
  { data, onCall }: Pick<LocalOptions, "data" | "onCall">,
): Promise<CitizenIdentity | undefined> => {
  const [id, secretId] = ["CITIZEN_OIDC_CLIENT_ID", "OIDC_SECRET_ID"].map((name) => oneOf(plan, name));
  const secret = secrets.find(({ name }) => secretArn(name) === secretId)?.value;
  if (id === undefined || secret === undefined) return undefined;
  const site = (oneOf(plan, "SITE_URL") ?? gateway).replaceAll("http://127.0.0.1:0", gateway);
  return startCitizenIdentity({ data, client: { id, secret, redirectUri: `${site}/legitimerad` }, onCall });
};

const namesOf = (plan: Plan): Record<string, string> =>
  Object.fromEntries(
    ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::SQS::Queue"].flatMap((type) =>
      plan.all(type, z.unknown()).map(({ id, name }) => [id, name]),
    ),
  );

const most = 200_000;
/** Adds to a list that forgets its oldest entries. */
const keep = <T>(list: T[], entry: T): void => {
  list.push(entry);
  if (list.length > most) list.splice(0, most / 2);
};
