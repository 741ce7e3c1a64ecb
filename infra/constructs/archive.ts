import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Who fetched what, kept for 30 days. It holds network addresses, so it is not kept longer. */
export class AccessLogs extends Bucket {
  // The CDK's class and its interface disagree on whether this may be undefined; nobody here reads it.
  declare readonly isWebsite: boolean;

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      ...closed,
      // The services that write here can use neither a key of ours nor, for CloudFront, bucket policies.
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-S1",
      reason: "This is where access logs end; logging its own accesses into itself would never stop.",
    });
  }
}

/** The yearly files. Every version is kept, and the writer can lock a file against change. */
export class Archive extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { key, accessLogs }: { readonly key: IKey; readonly accessLogs: AccessLogs },
  ) {
    super(scope, id, {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      objectLockEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: "archive/",
    });
  }
}
