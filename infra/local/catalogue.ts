import { CannotStart } from "./cannot-start.ts";
import type { Template } from "./cfn.ts";

/** Resource types that change nothing on one machine, each with why that is so. */
export const leftToAmazon: Readonly<Record<string, string>> = {
  "AWS::ApiGatewayV2::ApiMapping": "a domain name of one's own does not exist locally",
  "AWS::ApiGatewayV2::DomainName": "a domain name of one's own does not exist locally",
  "AWS::Backup::BackupPlan": "backups are Amazon's",
  "AWS::Backup::BackupSelection": "backups are Amazon's",
  "AWS::Backup::BackupVault": "backups are Amazon's",
  "AWS::Budgets::Budget": "nothing costs money locally",
  "AWS::CDK::Metadata": "a note about the tool that made the template",
  "AWS::CertificateManager::Certificate": "loopback is not encrypted",
  "AWS::CloudFront::CachePolicy": "nothing is cached locally",
  "AWS::CloudFront::MonitoringSubscription": "metrics are Amazon's",
  "AWS::CloudFront::OriginAccessControl": "the bucket is behind the edge",
  "AWS::CloudFront::OriginRequestPolicy": "the gateway gets the whole request",
  "AWS::CloudWatch::Alarm": "metrics are Amazon's",
  "AWS::CloudWatch::CompositeAlarm": "metrics are Amazon's",
  "AWS::CloudWatch::Dashboard": "metrics are Amazon's",
  "AWS::KMS::Alias": "encryption at rest is Amazon's",
  "AWS::KMS::Key": "encryption at rest is Amazon's",
  "AWS::Lambda::EventInvokeConfig": "retries of what nobody waits for are Amazon's",
  "AWS::Lambda::Permission": "the runner calls the functions itself",
  "AWS::Logs::LogGroup": "log lines are kept in memory",
  "AWS::Logs::MetricFilter": "metrics are Amazon's",
  "AWS::Logs::QueryDefinition": "metrics are Amazon's",
  "AWS::Logs::ResourcePolicy": "log lines are kept in memory",
  "AWS::Route53::RecordSet": "a domain name of one's own does not exist locally",
  "AWS::S3::BucketPolicy": "only functions reach the bucket, by their own policies",
  "AWS::SNS::Subscription": "alarms are Amazon's",
  "AWS::SNS::Topic": "alarms are Amazon's",
  "AWS::SNS::TopicPolicy": "alarms are Amazon's",
  "AWS::SQS::QueuePolicy": "only functions reach the queue, by their own policies",
  "AWS::Scheduler::ScheduleGroup": "a name only",
  "AWS::SecretsManager::ResourcePolicy": "only functions reach the secret, by their own policies",
  "AWS::WAFv2::WebACL": "throttles and filters are Amazon's",
  "AWS::WAFv2::WebACLAssociation": "throttles and filters are Amazon's",
};

/**
 * Resource types the runner plays: `reads` is what it acts on, `leaves` what changes nothing on one machine (encryption,
 * backups, tags, logging, throttles). A property in neither list stops the start.
 */
export const played: Readonly<
  Record<string, { readonly reads: readonly string[]; readonly leaves: readonly string[] }>
> = {
  "AWS::ApiGatewayV2::Api": {
    reads: ["ProtocolType"],
    leaves: ["Name", "Description", "Tags", "DisableExecuteApiEndpoint", "IpAddressType"],
  },
  "AWS::ApiGatewayV2::Authorizer": {
    reads: [
      "ApiId",
      "AuthorizerType",
      "AuthorizerUri",
      "AuthorizerPayloadFormatVersion",
      "AuthorizerResultTtlInSeconds",
      "EnableSimpleResponses",
      "IdentitySource",
    ],
    leaves: ["Name", "AuthorizerCredentialsArn"],
  },
  "AWS::ApiGatewayV2::Integration": {
    reads: ["ApiId", "IntegrationType", "IntegrationUri", "PayloadFormatVersion", "TimeoutInMillis"],
    leaves: ["Description", "IntegrationMethod", "ConnectionType", "CredentialsArn"],
  },
  "AWS::ApiGatewayV2::Route": {
    reads: ["ApiId", "RouteKey", "Target", "AuthorizationType", "AuthorizerId"],
    leaves: ["OperationName"],
  },
  "AWS::ApiGatewayV2::Stage": {
    reads: ["ApiId", "StageName"],
    leaves: ["AutoDeploy", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "Description", "Tags"],
  },
  "AWS::CloudFront::Distribution": { reads: ["DistributionConfig"], leaves: ["Tags"] },
  "AWS::CloudFront::ResponseHeadersPolicy": { reads: ["ResponseHeadersPolicyConfig"], leaves: [] },
  "AWS::DynamoDB::GlobalTable": {
    reads: [
      "TableName",
      "KeySchema",
      "AttributeDefinitions",
      "GlobalSecondaryIndexes",
      "LocalSecondaryIndexes",
      "StreamSpecification",
      "BillingMode",
    ],
    leaves: [
      "Replicas",
      "SSESpecification",
      "TimeToLiveSpecification",
      "WarmThroughput",
      "WriteOnDemandThroughputSettings",
    ],
  },
  "AWS::DynamoDB::Table": {
    reads: [
      "TableName",
      "KeySchema",
      "AttributeDefinitions",
      "GlobalSecondaryIndexes",
      "LocalSecondaryIndexes",
      "StreamSpecification",
      "BillingMode",
    ],
    leaves: [
      "ContributorInsightsSpecification",
      "DeletionProtectionEnabled",
      "OnDemandThroughput",
      "PointInTimeRecoverySpecification",
      "SSESpecification",
      "TableClass",
      "Tags",
      "TimeToLiveSpecification",
      "WarmThroughput",
    ],
  },
  "AWS::Events::Rule": {
    reads: ["Name", "EventPattern", "ScheduleExpression", "State", "Targets"],
    leaves: ["Description", "EventBusName", "Tags"],
  },
  "AWS::IAM::ManagedPolicy": {
    reads: ["PolicyDocument", "Roles"],
    leaves: ["Description", "ManagedPolicyName", "Path"],
  },
  "AWS::IAM::Policy": { reads: ["PolicyDocument", "Roles"], leaves: ["PolicyName"] },
  "AWS::IAM::Role": {
    reads: ["RoleName", "Policies", "ManagedPolicyArns"],
    leaves: ["AssumeRolePolicyDocument", "Description", "MaxSessionDuration", "Path", "Tags"],
  },
  "AWS::Lambda::EventSourceMapping": {
    reads: [
      "EventSourceArn",
      "FunctionName",
      "BatchSize",
      "MaximumBatchingWindowInSeconds",
      "StartingPosition",
      "FilterCriteria",
      "FunctionResponseTypes",
      "MaximumRetryAttempts",
      "MaximumRecordAgeInSeconds",
      "ParallelizationFactor",
      "BisectBatchOnFunctionError",
      "DestinationConfig",
      "Enabled",
    ],
    leaves: ["KmsKeyArn", "Tags", "MetricsConfig"],
  },
  "AWS::Lambda::Function": {
    reads: [
      "FunctionName",
      "Code",
      "Handler",
      "Runtime",
      "Environment",
      "Timeout",
      "MemorySize",
      "ReservedConcurrentExecutions",
      "Role",
    ],
    leaves: [
      "Architectures",
      "DeadLetterConfig",
      "Description",
      "EphemeralStorage",
      "KmsKeyArn",
      "LoggingConfig",
      "RecursiveLoop",
      "RuntimeManagementConfig",
      "Tags",
      "TracingConfig",
    ],
  },
  "AWS::S3::Bucket": {
    reads: ["BucketName"],
    leaves: [
      "AccessControl",
      "BucketEncryption",
      "LifecycleConfiguration",
      "LoggingConfiguration",
      "ObjectLockConfiguration",
      "ObjectLockEnabled",
      "OwnershipControls",
      "PublicAccessBlockConfiguration",
      "Tags",
      "VersioningConfiguration",
    ],
  },
  "AWS::SES::ConfigurationSet": {
    reads: ["Name"],
    leaves: [
      "ArchivingOptions",
      "DeliveryOptions",
      "ReputationOptions",
      "SendingOptions",
      "SuppressionOptions",
      "TrackingOptions",
      "VdmOptions",
      "Tags",
    ],
  },
  "AWS::SES::ConfigurationSetEventDestination": { reads: ["ConfigurationSetName", "EventDestination"], leaves: [] },
  "AWS::SES::EmailIdentity": {
    reads: ["EmailIdentity", "ConfigurationSetAttributes"],
    leaves: ["DkimAttributes", "DkimSigningAttributes", "FeedbackAttributes", "MailFromAttributes", "Tags"],
  },
  "AWS::SQS::Queue": {
    reads: ["QueueName", "MessageRetentionPeriod", "VisibilityTimeout"],
    leaves: ["KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled", "Tags"],
  },
  "AWS::Scheduler::Schedule": {
    reads: ["Name", "ScheduleExpression", "ScheduleExpressionTimezone", "State", "Target"],
    leaves: ["Description", "FlexibleTimeWindow", "GroupName", "KmsKeyArn"],
  },
  "AWS::SecretsManager::Secret": {
    reads: ["Name", "GenerateSecretString", "SecretString"],
    leaves: ["Description", "KmsKeyId", "Tags"],
  },
};

/** Throws CannotStart for the first resource type or property that the runner neither plays nor knowingly leaves alone. */
export const refuseUnknown = (template: Template): void => {
  for (const [id, { Type, Properties }] of template.resources) {
    if (Type in leftToAmazon) continue;
    const known = played[Type];
    if (!known)
      throw new CannotStart(
        `The template's ${id} is an ${Type}, which the local runner does not know: teach infra/local/catalogue.ts what it means on one machine.`,
      );
    const strange = Object.keys(Properties).find((name) => !known.reads.includes(name) && !known.leaves.includes(name));
    if (strange)
      throw new CannotStart(
        `The template's ${id} (${Type}) sets ${strange}, which the local runner does not know: teach infra/local/catalogue.ts what it means on one machine.`,
      );
  }
};
