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

export interface RecordTableProps {
  readonly key: IKey;
  readonly partitionKey: Attribute;
  readonly sortKey?: Attribute;
  /** Only items that carry the index's key attributes are in it, and only keys: a list of what is left to do. */
  readonly workList: { readonly indexName: string; readonly partitionKey: Attribute; readonly sortKey: Attribute };
}

/** A table of records that must outlive every mistake: kept when the stack goes, restorable to the second. */
export class RecordTable extends Table {
  /** The ARN of the list of what is left to do. */
  readonly workListArn: string;
  /** The ARN of the stream, which every record table has. */
  readonly changesArn: string;

  constructor(scope: Construct, id: string, { key, workList, ...keys }: RecordTableProps) {
    super(scope, id, {
      ...keys,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType.NEW_IMAGE,
    });
    this.addGlobalSecondaryIndex({ ...workList, projectionType: ProjectionType.KEYS_ONLY });
    this.workListArn = `${this.tableArn}/index/${workList.indexName}`;
    if (this.tableStreamArn === undefined) throw new Error(`The table ${id} has no stream.`);
    this.changesArn = this.tableStreamArn;
  }
}
