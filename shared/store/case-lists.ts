import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Queue } from "../domain/casework/queue.ts";
import type { CaseFiles, QueueItem, QueueQuestion } from "./case-files.ts";
import { at, orNull, yesNo } from "./case-parts.ts";
import { attributesOf } from "./stored-item.ts";

/** A row of a list, with where it stands in it. */
interface Row extends QueueItem {
  readonly urgency: string;
}

const record = z
  .object({
    reference: z.string(),
    submission: z.string(),
    kind: z.enum(["request", "breach", "consultation"]),
    unit: orNull(z.string()),
    status: z.string(),
    receivedAt: at,
    dueOn: orNull(z.string()),
    dueAt: orNull(z.string()),
    assignee: orNull(z.string()),
    version: z.number(),
    drill: yesNo.default(false),
    urgency: z.string(),
  })
  .transform(({ dueOn, dueAt, ...row }) => ({ ...row, due: dueOn ?? dueAt }));

/** Each list lies in the index of its kind, which its first word names. */
const indexOf = (queue: Queue) => {
  const [kind = ""] = queue.split("#", 1);
  return { IndexName: `by-${kind}`, attribute: `${kind}Queue` };
};

type Filter = Pick<QueryCommandInput, "FilterExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues">;

function filterOf({ status, assignee }: QueueQuestion): Filter {
  const parts = [
    ...(status === undefined ? [] : ["#status = :status"]),
    ...(assignee === undefined ? [] : [assignee === null ? "attribute_not_exists(assignee)" : "assignee = :assignee"]),
  ];
  if (parts.length === 0) return {};
  return {
    FilterExpression: parts.join(" AND "),
    ...(status === undefined ? {} : { ExpressionAttributeNames: { "#status": "status" } }),
    ExpressionAttributeValues: {
      ...(status === undefined ? {} : { ":status": { S: status } }),
      ...(typeof assignee === "string" ? { ":assignee": { S: assignee } } : {}),
    },
  };
}

const byUrgency = (one: Row, other: Row): number => (one.urgency < other.urgency ? -1 : 1);

/**
 * A page of the lists asked for, most urgent first. Each list is read from where the page before ended and no further than
 * the page is long; only a choice of status or officer reads past what it leaves out.
 */
export const listOf = (dynamodb: DynamoDBClient, table: string): CaseFiles["list"] => {
  const rowsOf = async (queue: Queue, question: QueueQuestion, most: number): Promise<readonly Row[]> => {
    const { IndexName, attribute } = indexOf(queue);
    const { ExpressionAttributeValues, ...filter } = filterOf(question);
    const rows: Row[] = [];
    let start: QueryCommandInput["ExclusiveStartKey"];
    do {
      const page = await dynamodb.send(
        new QueryCommand({
          TableName: table,
          IndexName,
          KeyConditionExpression: `${attribute} = :queue AND urgency > :after`,
          ...filter,
          ExpressionAttributeValues: {
            ...ExpressionAttributeValues,
            ":queue": { S: queue },
            // Every urgency begins with a date, so it comes after a space.
            ":after": { S: question.after ?? " " },
          },
          ...(filter.FilterExpression === undefined ? { Limit: most - rows.length } : {}),
          ExclusiveStartKey: start,
        }),
      );
      rows.push(...(page.Items ?? []).map((item) => record.parse(attributesOf(item))));
      start = page.LastEvaluatedKey;
    } while (start !== undefined && rows.length < most);
    return rows.slice(0, most);
  };

  return async (question) => {
    const { queues, limit } = question;
    // One more than the page holds says whether there is another page.
    const lists = await Promise.all([...new Set(queues)].map((queue) => rowsOf(queue, question, limit + 1)));
    const all = [...new Map(lists.flat().map((row) => [row.reference, row])).values()].sort(byUrgency);
    const shown = all.slice(0, limit);
    return {
      items: shown.map(({ urgency: _, ...item }) => item),
      next: all.length > limit ? (shown.at(-1)?.urgency ?? null) : null,
    };
  };
};
