import { createHash, randomUUID } from "node:crypto";
import type { BatchRules, StreamRecord } from "./batch.ts";
import { CannotStart } from "./cannot-start.ts";
import { permits } from "./iam.ts";
import { streamArn } from "./names.ts";
import { type Pattern, readPattern } from "./pattern.ts";
import type { FunctionPlan, Plan } from "./plan.ts";
import { eventSourceMapping } from "./shapes.ts";

/** Which changes of which table wake which function, and how. */
export interface Mapping extends BatchRules {
  readonly id: string;
  readonly to: FunctionPlan;
  readonly stream: string;
  readonly arn: string;
  readonly batchSize: number;
  readonly windowMs: number;
  /** So many batches of a shard are handled at once, the changes of one partition key always in the same row. */
  readonly lanes: number;
  /** The name of the table's partition key. */
  readonly partitionKey: string;
  readonly fromOldest: boolean;
  readonly wants: Pattern;
  readonly failureQueue: string | undefined;
}

/**
 * The template's stream mappings. Throws CannotStart where a function's role lacks what Amazon asks of it when the
 * mapping is made.
 */
export const readMappings = (
  plan: Plan,
  engineStreams: ReadonlyMap<string, string>,
  partitionKeys: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly Mapping[] =>
  plan.all("AWS::Lambda::EventSourceMapping", eventSourceMapping).flatMap(({ id, properties }): readonly Mapping[] => {
    const table = /:table\/([^/]+)\/stream\//.exec(properties.EventSourceArn)?.[1];
    const stream = engineStreams.get(table ?? "");
    if (table === undefined || stream === undefined)
      throw new CannotStart(
        `The template's mapping ${id} does not read a table's stream; the local runner knows no other source.`,
      );
    const to = plan.functionByArn(properties.FunctionName);
    if (!to)
      throw new CannotStart(
        `The template's mapping ${id} calls ${properties.FunctionName}, which is not a function of the template.`,
      );
    const arn = streamArn(table);
    for (const action of ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"])
      if (!permits(to.may, { action, resource: arn, context: {} }))
        throw new CannotStart(
          `The role ${to.role} is woken by ${table} but may not ${action} on its stream, so Amazon would refuse the mapping.`,
        );
    const failureQueue = properties.DestinationConfig.OnFailure?.Destination;
    if (
      failureQueue !== undefined &&
      !permits(to.may, { action: "sqs:SendMessage", resource: failureQueue, context: {} })
    )
      throw new CannotStart(`The role ${to.role} parks failed changes but may not sqs:SendMessage to ${failureQueue}.`);
    if (!properties.Enabled) return [];
    const filters = properties.FilterCriteria.Filters.map(({ Pattern }) => readPattern(JSON.parse(Pattern)));
    return [
      {
        id,
        to,
        stream,
        arn,
        batchSize: properties.BatchSize,
        windowMs: properties.MaximumBatchingWindowInSeconds * 1000,
        lanes: properties.ParallelizationFactor,
        partitionKey: partitionKeys.get(table)?.get("") ?? "",
        fromOldest: properties.StartingPosition === "TRIM_HORIZON",
        wants: (record) => filters.length === 0 || filters.some((filter) => filter(record)),
        reportsItems: properties.FunctionResponseTypes.includes("ReportBatchItemFailures"),
        bisects: properties.BisectBatchOnFunctionError,
        retries: properties.MaximumRetryAttempts,
        mostAgeMs: properties.MaximumRecordAgeInSeconds < 0 ? -1 : properties.MaximumRecordAgeInSeconds * 1000,
        failureQueue,
      },
    ];
  });

/** The records by the row each is handled in; in each the order is kept. */
export function lanesOf(records: readonly StreamRecord[], { lanes, partitionKey }: Mapping): readonly StreamRecord[][] {
  const rows = Array.from({ length: lanes }, (): StreamRecord[] => []);
  for (const record of records) {
    const key = JSON.stringify(record.dynamodb.Keys[partitionKey]);
    const lane = createHash("sha256").update(key).digest().readUInt32BE() % lanes;
    rows[lane]?.push(record);
  }
  return rows.filter(({ length }) => length > 0);
}

/** What Lambda sends to a failure destination: where the records are, not what they hold. */
export const parkedNote = (
  mapping: Mapping,
  shard: string,
  records: readonly StreamRecord[],
  condition: string,
  tries: number,
) => {
  const [first, last] = [records[0], records.at(-1)];
  const arrival = (record: StreamRecord | undefined) =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    requestContext: { requestId: randomUUID(), functionArn: mapping.to.arn, condition, approximateInvokeCount: tries },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    version: "1.0",
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: mapping.arn,
    },
  };
};
