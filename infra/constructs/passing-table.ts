import { RemovalPolicy } from "aws-cdk-lib";
import { type Attribute, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { answerFor, noFurtherCopies } from "./answered-for.ts";

export interface PassingTableProps {
  readonly key: IKey;
  readonly partitionKey: Attribute;
  /** The attribute with the second (epoch) after which an item may be cleared away. A broom: readers check for themselves. */
  readonly clearedAt: string;
}

/** A table of what is true for a while, such as who is signed in. As well kept as a record, but cleared as it goes. */
export class PassingTable extends Table {
  constructor(scope: Construct, id: string, { key, partitionKey, clearedAt }: PassingTableProps) {
    super(scope, id, {
      partitionKey,
      timeToLiveAttribute: clearedAt,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    answerFor(this, ["NIST.800.53.R5-DynamoDBInBackupPlan"], noFurtherCopies);
  }
}
