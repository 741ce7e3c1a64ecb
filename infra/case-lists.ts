import { AttributeType } from "aws-cdk-lib/aws-dynamodb";
import type { RecordList } from "./constructs/record-table.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** What a list shows of a case: codes and dates, and never what somebody wrote. */
const shown = [
  "reference",
  "kind",
  "unit",
  "status",
  "receivedAt",
  "dueOn",
  "dueAt",
  "assignee",
  "version",
  "drill",
] as const;

/** A list that people work from, most urgent first. */
const queue = (of: "unit" | "city" | "reporter"): RecordList => ({
  indexName: `by-${of}`,
  partitionKey: text(`${of}Queue`),
  sortKey: text("urgency"),
  shows: shown,
});

/** The lists that cases stand in: those that people work from, those of what is left to do, and the years. */
export const caseLists: readonly RecordList[] = [
  { indexName: "letters-due", partitionKey: text("lettersDue"), sortKey: text("nextAttemptAt") },
  { indexName: "owed-cases", partitionKey: text("owes"), sortKey: text("reference") },
  { indexName: "to-watch", partitionKey: text("watched"), sortKey: text("remindAt") },
  {
    indexName: "disposable",
    partitionKey: text("disposable"),
    sortKey: text("closedRecordedAt"),
    // All that a disposed case keeps, so that the role which disposes reads nothing else of any case.
    shows: ["reference", "kind", "unit", "protectedIdentity", "version", "yearShard", "tally"],
  },
  {
    indexName: "disposed",
    partitionKey: text("ledger"),
    sortKey: text("ledgerEntry"),
    shows: ["reference", "kind", "unit", "disposedAt", "closedRecordedAt", "disposalRule", "disposalDecision"],
  },
  // Cases of the same person, by a mark that tells nothing of who it is.
  { indexName: "by-person", partitionKey: text("person"), sortKey: text("receivedAt") },
  queue("unit"),
  queue("city"),
  queue("reporter"),
  // What the year counts, in parts that can be read at once: a few codes of each case, and nothing else.
  { indexName: "by-year", partitionKey: text("yearShard"), sortKey: text("reference"), shows: ["tally"] },
];
