import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Disposal, DisposalLedger } from "./disposal.ts";
import {
  caseKeyOf,
  closedCaseOf,
  entryOf,
  itemOfDisposed,
  itemOfDisposedSubmission,
  ledger,
  unsettled,
} from "./disposed-record.ts";
import { firstFound, found } from "./found.ts";
import { isDisposed, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

/** The case's own figure is still the one that was seen, or still not there. */
const stillSo = (name: "yearShard" | "tally", seen: string | null): string =>
  seen === null ? `attribute_not_exists(${name})` : `${name} = :${name}`;

export const disposal = (
  dynamodb: DynamoDBClient,
  tables: { readonly cases: string; readonly submissions: string },
): Disposal => ({
  closed: async function* (kind, until) {
    const items = found(dynamodb, {
      TableName: tables.cases,
      IndexName: "disposable",
      KeyConditionExpression: "disposable = :kind AND closedRecordedAt <= :until",
      ExpressionAttributeValues: { ":kind": { S: kind }, ":until": { S: until } },
    });
    for await (const item of items) yield closedCaseOf(item);
  },
  disposeOf: async (kase, rule, now) => {
    const { kind, closedRecordedAt, version, yearShard, tally } = kase;
    const put = new PutItemCommand({
      TableName: tables.cases,
      Item: itemOfDisposed(kase, rule, now),
      ConditionExpression: [
        "#version = :version AND disposable = :kind AND closedRecordedAt = :closedRecordedAt",
        "attribute_not_exists(lettersDue) AND attribute_not_exists(owes)",
        stillSo("yearShard", yearShard),
        stillSo("tally", tally),
      ].join(" AND "),
      ExpressionAttributeNames: { "#version": "version" },
      ExpressionAttributeValues: itemOf({
        ":version": version,
        ":kind": kind,
        ":closedRecordedAt": closedRecordedAt,
        ":yearShard": yearShard,
        ":tally": tally,
      }),
    });
    return written(dynamodb.send(put));
  },
  unsettled: async function* () {
    const items = found(dynamodb, {
      TableName: tables.cases,
      IndexName: "disposable",
      KeyConditionExpression: "disposable = :unsettled",
      ExpressionAttributeValues: { ":unsettled": { S: unsettled } },
    });
    for await (const item of items) yield caseKeyOf(item);
  },
  isWhollyDisposed: async (submission) => {
    const cases = found(dynamodb, {
      TableName: tables.cases,
      KeyConditionExpression: "submission = :submission",
      ExpressionAttributeNames: { "#number": "number" },
      ExpressionAttributeValues: { ":submission": { S: submission } },
      // The role may ask for nothing else of cases that are not disposed of.
      Select: "SPECIFIC_ATTRIBUTES",
      ProjectionExpression: "#number, disposedAt",
      ConsistentRead: true,
    });
    for await (const item of cases) if (!isDisposed(item)) return false;
    return true;
  },
  disposeOfSubmission: (reference, now) =>
    written(
      dynamodb.send(
        new PutItemCommand({
          TableName: tables.submissions,
          Item: itemOfDisposedSubmission(reference, now),
          ConditionExpression: "attribute_exists(#reference) AND attribute_not_exists(pendingIntake)",
          ExpressionAttributeNames: { "#reference": "reference" },
        }),
      ),
    ),
  settled: async ({ submission, number }) => {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: tables.cases,
        Key: { submission: { S: submission }, number: { N: String(number) } },
        UpdateExpression: "REMOVE disposable",
        ConditionExpression: "attribute_exists(disposedAt)",
      }),
    );
  },
});

export const disposalLedger = (dynamodb: DynamoDBClient, table: string): DisposalLedger => ({
  entries: async ({ limit, after }) => {
    const found = await firstFound(dynamodb, {
      TableName: table,
      IndexName: "disposed",
      KeyConditionExpression: `ledger = :ledger${after === undefined ? "" : " AND ledgerEntry < :after"}`,
      ExpressionAttributeValues: {
        ":ledger": { S: ledger },
        ...(after === undefined ? {} : { ":after": { S: after } }),
      },
      ScanIndexForward: false,
      // One more than the page holds says whether there is another page.
      Limit: limit + 1,
    });
    const items = found.slice(0, limit).map(entryOf);
    const last = items.at(-1);
    return { items, next: found.length > limit && last !== undefined ? `${last.disposedAt}#${last.reference}` : null };
  },
});
