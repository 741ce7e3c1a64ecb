import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { answerFor, noFurtherCopies } from "./answered-for.ts";

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

const replicated = "NIST.800.53.R5-S3BucketReplicationEnabled";
const versioned = "NIST.800.53.R5-S3BucketVersioningEnabled";

/** Who fetched what, kept for 30 days. It holds network addresses, so it is not kept longer. */
export class AccessLogs extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const bucket = new Bucket(this, "Resource", {
      ...closed,
      // The services that write here can use neither a key of ours nor, for CloudFront, bucket policies.
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    // The class leaves open what the interface does not (whether it is a website); nothing here asks.
    this.bucket = bucket as IBucket;
    answerFor(
      bucket,
      ["NIST.800.53.R5-S3DefaultEncryptionKMS"],
      "This is where access logs end, and the services that write them can use no key of ours. They hold addresses and no content, and are gone after 30 days.",
    );
    answerFor(bucket, [replicated, versioned], noFurtherCopies);
  }
}

/**
 * Files about one person: the answer to their request, and what they sent with it. Nothing here is kept longer than the case: there are no versions and
 * no locks, so that what is deleted is gone. That is why it is no folder of the archive.
 */
export class PersonalFiles extends Bucket {
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
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // The role that looks at files empties this in minutes; what it never came to is not kept either.
        { prefix: "quarantine/", expiration: Duration.days(7) },
      ],
      serverAccessLogsBucket: accessLogs.bucket,
      serverAccessLogsPrefix: "personal-files/",
    });
    answerFor(this, [replicated, versioned], noFurtherCopies);
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
      serverAccessLogsBucket: accessLogs.bucket,
      serverAccessLogsPrefix: "archive/",
    });
    answerFor(this, [replicated], noFurtherCopies);
  }
}
