import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { stillOwed } from "../domain/casework/owed-cases.ts";
import { mostEvidence } from "../domain/casework/representation.ts";
import { holds, type Owed, owedTogether } from "../domain/casework/what-is-owed.ts";
import type { CaseFiles } from "./case-files.ts";
import { listOf } from "./case-lists.ts";
import {
  type Attributes,
  attributesOfCase,
  caseSeenFromOutside,
  caseShards,
  evidenceAttribute,
  itemOfCase,
  owedAttributes,
  owing,
  type StoredCase,
  seenFromOutside,
  siblingOf,
  storedCaseOf,
} from "./case-record.ts";
import type {
  CaseKey,
  CaseOpener,
  CaseStatuses,
  FurtherCases,
  LettersOwed,
  OwedByCases,
  RemindersOwed,
  Sibling,
} from "./cases.ts";
import { disposedCaseOf, goneCaseOf } from "./disposed-record.ts";
import type { EvidenceCases } from "./evidence.ts";
import { found } from "./found.ts";
import { isDisposed, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

const keyOf = ({ submission, number }: CaseKey) => ({ submission: { S: submission }, number: { N: String(number) } });

async function read(dynamodb: DynamoDBClient, table: string, key: CaseKey): Promise<StoredCase | undefined> {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
  // What is left of a disposed case is a case to nobody.
  return Item === undefined || isDisposed(Item) ? undefined : storedCaseOf(Item);
}

/**
 * Writes these attributes of a case, on the condition that nothing of what it owes has been done since it was read and
 * that its version is still this one. Nothing else is written: what a newer release has added stays as it is.
 */
function rewritten(
  key: CaseKey,
  attributes: Attributes,
  { owedVersion, version }: { readonly owedVersion: number | undefined; readonly version?: number },
) {
  const all: Attributes = { ...attributes, owedVersion: (owedVersion ?? 0) + 1 };
  const [set, remove] = [
    Object.keys(all).filter((name) => all[name] !== null),
    Object.keys(all).filter((name) => all[name] === null),
  ];
  const values = Object.fromEntries(set.map((name) => [`:${name}`, all[name]]));
  const condition = [
    owedVersion === undefined ? "attribute_not_exists(#owedVersion)" : "#owedVersion = :readOwed",
    ...(version === undefined ? [] : ["#version = :readVersion"]),
  ];
  return {
    Key: keyOf(key),
    UpdateExpression: [
      `SET ${set.map((name) => `#${name} = :${name}`).join(", ")}`,
      ...(remove.length === 0 ? [] : [`REMOVE ${remove.map((name) => `#${name}`).join(", ")}`]),
    ].join(" "),
    ConditionExpression: `attribute_exists(submission) AND ${condition.join(" AND ")}`,
    ExpressionAttributeNames: Object.fromEntries(Object.keys(all).map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: itemOf({ ...values, ":readOwed": owedVersion, ":readVersion": version }),
  };
}

export const caseOpener = (dynamodb: DynamoDBClient, table: string): CaseOpener => ({
  open: async (file, person) => {
    const isOpened = await written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: itemOfCase(file, person),
          ConditionExpression: "attribute_not_exists(submission)",
        }),
      ),
    );
    return isOpened ? "opened" : "already-open";
  },
});

export const caseStatuses = (dynamodb: DynamoDBClient, table: string): CaseStatuses => ({
  ofSubmission: async (submission) => {
    const items = await Array.fromAsync(
      found(dynamodb, {
        TableName: table,
        KeyConditionExpression: "submission = :submission",
        ExpressionAttributeValues: { ":submission": { S: submission } },
        ExpressionAttributeNames: Object.fromEntries(seenFromOutside.map((name) => [`#${name}`, name])),
        ProjectionExpression: [...seenFromOutside.map((name) => `#${name}`), "disposedAt"].join(", "),
        ConsistentRead: true,
      }),
    );
    return items.map((item) => (isDisposed(item) ? goneCaseOf(item) : caseSeenFromOutside(item)));
  },
});

/** The cases of a submission that have been opened, disposed of or not. */
async function siblingsOf(dynamodb: DynamoDBClient, table: string, submission: string): Promise<readonly Sibling[]> {
  const items = await Array.fromAsync(
    found(dynamodb, {
      TableName: table,
      KeyConditionExpression: "submission = :submission",
      ExpressionAttributeValues: { ":submission": { S: submission } },
      ExpressionAttributeNames: { "#number": "number" },
      ProjectionExpression: "#number, openedFrom",
      ConsistentRead: true,
    }),
  );
  return items.map(siblingOf);
}

const owedByCases = (dynamodb: DynamoDBClient, table: string): OwedByCases => ({
  get: async (key) => (await read(dynamodb, table, key))?.file,
  changeOwed: async (key, change) => {
    for (;;) {
      const stored = await read(dynamodb, table, key);
      const owed = stored === undefined ? undefined : change(stored.file);
      if (stored === undefined || owed === undefined) return undefined;
      const update = rewritten(key, owedAttributes(stored.file, owed), { owedVersion: stored.owedVersion });
      if (await written(dynamodb.send(new UpdateItemCommand({ TableName: table, ...update }))))
        return { ...stored.file, letters: owed.letters, owedCases: owed.owedCases };
    }
  },
});

export const evidenceCases = (dynamodb: DynamoDBClient, table: string): EvidenceCases => ({
  numbersOf: async (submission) => (await siblingsOf(dynamodb, table, submission)).map(({ number }) => number),
  note: async (key, event) => {
    for (;;) {
      const stored = await read(dynamodb, table, key);
      if (stored?.file.kind !== "request") return "gone";
      const { evidence } = stored.file;
      if (stillOwed(stored.file).length > 0) return "owes-cases";
      if (evidence.some(({ id }) => id === event.id)) return "noted";
      if (evidence.length >= mostEvidence) return "gone";
      const { owedVersion } = stored;
      const update = rewritten(key, evidenceAttribute([...evidence, event]), { owedVersion });
      if (await written(dynamodb.send(new UpdateItemCommand({ TableName: table, ...update })))) return "noted";
    }
  },
});

type IndexQuery = Required<
  Pick<QueryCommandInput, "TableName" | "IndexName" | "KeyConditionExpression" | "ExpressionAttributeValues">
>;

/** The keys of the cases that a sparse index holds. */
async function* keysIn(dynamodb: DynamoDBClient, query: IndexQuery): AsyncIterable<CaseKey> {
  for await (const { submission, number } of found(dynamodb, query))
    if (submission?.S !== undefined && number?.N !== undefined)
      yield { submission: submission.S, number: Number(number.N) };
}

export const lettersOwed = (dynamodb: DynamoDBClient, table: string): LettersOwed => ({
  ...owedByCases(dynamodb, table),
  withLetterDue: async function* (now) {
    for (const shard of caseShards)
      yield* keysIn(dynamodb, {
        TableName: table,
        IndexName: "letters-due",
        KeyConditionExpression: "lettersDue = :shard AND nextAttemptAt <= :now",
        ExpressionAttributeValues: { ":shard": { S: shard }, ":now": { S: now } },
      });
  },
});

export const remindersOwed = (dynamodb: DynamoDBClient, table: string): RemindersOwed => ({
  changeOwed: owedByCases(dynamodb, table).changeOwed,
  withReminderDue: async function* (now) {
    for (const shard of caseShards)
      yield* keysIn(dynamodb, {
        TableName: table,
        IndexName: "to-watch",
        KeyConditionExpression: "watched = :shard AND remindAt <= :now",
        ExpressionAttributeValues: { ":shard": { S: shard }, ":now": { S: now } },
      });
  },
});

export const furtherCases = (dynamodb: DynamoDBClient, table: string): FurtherCases => ({
  ...caseOpener(dynamodb, table),
  ...owedByCases(dynamodb, table),
  owingCases: () =>
    keysIn(dynamodb, {
      TableName: table,
      IndexName: "owed-cases",
      KeyConditionExpression: "owes = :owing",
      ExpressionAttributeValues: { ":owing": { S: owing } },
    }),
  siblings: (submission) => siblingsOf(dynamodb, table, submission),
});

/** The other cases that carry the same mark of a person as this one. */
async function samePerson(dynamodb: DynamoDBClient, table: string, key: CaseKey): Promise<readonly CaseKey[]> {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: keyOf(key), ProjectionExpression: "person", ConsistentRead: true }),
  );
  const person = Item?.person;
  if (person === undefined) return [];
  const found = await Array.fromAsync(
    keysIn(dynamodb, {
      TableName: table,
      IndexName: "by-person",
      KeyConditionExpression: "person = :person",
      ExpressionAttributeValues: { ":person": person },
    }),
  );
  return found.filter(({ submission, number }) => submission !== key.submission || number !== key.number);
}

export const caseFiles = (dynamodb: DynamoDBClient, table: string): CaseFiles => ({
  get: async (key) => (await read(dynamodb, table, key))?.file,
  disposed: async (key) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item === undefined || !isDisposed(Item) ? undefined : disposedCaseOf(Item);
  },
  save: async (next) => {
    const before = next.version - 1;
    for (;;) {
      const stored = await read(dynamodb, table, next);
      // An answer that was lost on the way may be a write that was made.
      if (stored === undefined || stored.file.version !== before)
        return stored !== undefined && holds(stored.file, next);
      const owed: Owed = owedTogether(stored.file, next);
      const update = rewritten(next, attributesOfCase({ ...next, ...owed }), {
        owedVersion: stored.owedVersion,
        version: before,
      });
      if (await written(dynamodb.send(new UpdateItemCommand({ TableName: table, ...update })))) return true;
    }
  },
  samePerson: (key) => samePerson(dynamodb, table, key),
  list: listOf(dynamodb, table),
});
