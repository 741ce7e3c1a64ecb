import { RemovalPolicy } from "aws-cdk-lib";
import {
  type Attribute,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { answerFor, noFurtherCopies } from "./answered-for.ts";

export interface RecordTableProps {
  readonly key: IKey;
  readonly partitionKey: Attribute;
  readonly sortKey?: Attribute;
  /** The lists the table keeps by itself. Only items that carry a list's own attributes are in it. */
  readonly lists?: readonly RecordList[];
  /** The attribute with the second (epoch) after which the few items that have it may be cleared away. */
  readonly clearedAt?: string;
}

export interface RecordList {
  readonly indexName: string;
  readonly partitionKey: Attribute;
  readonly sortKey: Attribute;
  /** The attributes it shows of an item besides keys; none for a list of what is left to do. */
  readonly shows?: readonly string[];
}

/** A table of records that must outlive every mistake: kept when the stack goes, restorable to the second. */
export class RecordTable extends Table {
  /** The ARN of the stream, which every record table has. */
  readonly changesArn: string;

  constructor(scope: Construct, id: string, { key, lists = [], clearedAt, ...keys }: RecordTableProps) {
    super(scope, id, {
      ...keys,
      ...(clearedAt === undefined ? {} : { timeToLiveAttribute: clearedAt }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType.NEW_IMAGE,
    });
    answerFor(this, ["NIST.800.53.R5-DynamoDBInBackupPlan"], noFurtherCopies);
    for (const { shows, ...list } of lists)
      this.addGlobalSecondaryIndex({
        ...list,
        ...(shows === undefined
          ? { projectionType: ProjectionType.KEYS_ONLY }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...shows] }),
      });
    if (this.tableStreamArn === undefined) throw new Error(`The table ${id} has no stream.`);
    this.changesArn = this.tableStreamArn;
  }
  /** The ARN of one of the table's lists. */
  listArn(indexName: string): string {
    return `${this.tableArn}/index/${indexName}`;
  }
}
