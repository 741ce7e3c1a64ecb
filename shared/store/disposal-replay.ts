import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { DisposalEntry } from "./disposal.ts";
import { disposalLedger } from "./disposal-table.ts";
import { countedOf, itemOfDisposed } from "./disposed-record.ts";
import { isDisposed } from "./stored-item.ts";
import { written } from "./written.ts";

/** The whole ledger of a table, latest first. */
export async function* wholeLedger(dynamodb: DynamoDBClient, table: string): AsyncIterable<DisposalEntry> {
  const ledger = disposalLedger(dynamodb, table);
  let after: string | null | undefined;
  do {
    const page = await ledger.entries({ limit: 100, ...(after == null ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}

/** What a replay found in the restored table, of a case that had been disposed of. */
export type Replayed = "disposed-again" | "already-gone" | "not-in-the-copy";

/**
 * Disposes again of a case that came back with a backup, as of the day it first went and whatever its state was in the
 * copy: of it is left what the ledger and the year's figures hold. Its files and its submission go with the next run of
 * the disposal, as after any night. Done again, it is done once.
 */
export async function replayed(dynamodb: DynamoDBClient, table: string, entry: DisposalEntry): Promise<Replayed> {
  const dash = entry.reference.lastIndexOf("-");
  const [submission, number] = [entry.reference.slice(0, dash), Number(entry.reference.slice(dash + 1))];
  const Key = { submission: { S: submission }, number: { N: String(number) } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
  if (Item === undefined) return "not-in-the-copy";
  if (isDisposed(Item)) return "already-gone";
  const kase = { ...entry, ...countedOf(Item), submission, number };
  const put = new PutItemCommand({
    TableName: table,
    Item: itemOfDisposed(kase, { id: entry.rule, decision: entry.decision }, entry.disposedAt),
    ConditionExpression: "attribute_exists(submission) AND attribute_not_exists(disposedAt)",
  });
  return (await written(dynamodb.send(put))) ? "disposed-again" : "already-gone";
}
