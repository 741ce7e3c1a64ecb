/** The account and region that everything local pretends to be in. */
export const region = "eu-north-1";
export const account = "000000000000";

/** Addresses that only the running machine knows. */
export interface Places {
  /** What CloudFront's address would be: `http://127.0.0.1:3000`. */
  readonly gateway: string;
  /** Where functions reach AWS: `http://127.0.0.1:40123`. */
  readonly edge: string;
}

export const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
export const tableArn = (name: string): string => arn("dynamodb", `table/${name}`);
export const streamArn = (table: string): string => `${tableArn(table)}/stream/2000-01-01T00:00:00.000`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const functionArn = (name: string): string => arn("lambda", `function:${name}`);
export const queueArn = (name: string): string => arn("sqs", name);
export const queueUrl = (name: string, places: Pick<Places, "edge">): string => `${places.edge}/${account}/${name}`;
/** Amazon ends a secret's ARN with six random characters; here they are the same at every start. */
export const secretArn = (name: string): string => arn("secretsmanager", `secret:${name}-local0`);
export const identityArn = (name: string): string => arn("ses", `identity/${name}`);
export const configurationSetArn = (name: string): string => arn("ses", `configuration-set/${name}`);

type Give = (name: string, places: Places) => string;
interface Naming {
  /** The property that names the resource, where the template gives one. */
  readonly property?: string;
  readonly lowerCase?: true;
  readonly ref?: Give;
  readonly attributes?: Readonly<Record<string, Give>>;
}

const hostOf = (url: string): string => new URL(url).host;
const table: Naming = {
  property: "TableName",
  attributes: { Arn: tableArn, StreamArn: streamArn },
};

/** How Ref and Fn::GetAtt answer, per resource type. A type that is not here answers its logical id and an ARN of its own. */
const namings: Readonly<Record<string, Naming>> = {
  "AWS::ApiGatewayV2::Api": { attributes: { ApiEndpoint: (_, { gateway }) => gateway, ApiId: (name) => name } },
  "AWS::CloudFront::Distribution": {
    attributes: { DomainName: (_, { gateway }) => hostOf(gateway), Id: (name) => name },
  },
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::DynamoDB::Table": table,
  "AWS::Events::EventBus": { property: "Name", attributes: { Arn: (name) => arn("events", `event-bus/${name}`) } },
  "AWS::Events::Rule": { property: "Name", attributes: { Arn: (name) => arn("events", `rule/${name}`) } },
  "AWS::IAM::Role": { property: "RoleName", attributes: { Arn: (name) => `arn:aws:iam::${account}:role/${name}` } },
  "AWS::KMS::Key": { attributes: { Arn: (name) => arn("kms", `key/${name}`), KeyId: (name) => name } },
  "AWS::Lambda::Function": { property: "FunctionName", attributes: { Arn: functionArn } },
  "AWS::Logs::LogGroup": {
    property: "LogGroupName",
    attributes: { Arn: (name) => arn("logs", `log-group:${name}:*`) },
  },
  "AWS::S3::Bucket": {
    property: "BucketName",
    lowerCase: true,
    attributes: {
      Arn: bucketArn,
      DomainName: (name) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: (name) => `${name}.s3.${region}.amazonaws.com`,
    },
  },
  "AWS::SES::ConfigurationSet": { property: "Name" },
  "AWS::SES::EmailIdentity": { property: "EmailIdentity" },
  "AWS::SNS::Topic": {
    property: "TopicName",
    ref: (name) => arn("sns", name),
    attributes: { TopicArn: (name) => arn("sns", name) },
  },
  "AWS::SQS::Queue": {
    property: "QueueName",
    ref: queueUrl,
    attributes: { Arn: queueArn, QueueName: (name) => name, QueueUrl: queueUrl },
  },
  "AWS::Scheduler::Schedule": {
    property: "Name",
    attributes: { Arn: (name) => arn("scheduler", `schedule/default/${name}`) },
  },
  "AWS::Scheduler::ScheduleGroup": {
    property: "Name",
    attributes: { Arn: (name) => arn("scheduler", `schedule-group/${name}`) },
  },
  "AWS::SecretsManager::Secret": { property: "Name", ref: secretArn, attributes: { Id: secretArn } },
};

export interface Identity {
  readonly name: string;
  ref(places: Places): string;
  attribute(attribute: string, places: Places): string | undefined;
}

/** The name of a resource and what Ref and Fn::GetAtt give for it. `given` reads a property of the resource. */
export const identityOf = (id: string, type: string, given: (property: string) => string | undefined): Identity => {
  const naming: Naming = namings[type] ?? {};
  const chosen = (naming.property === undefined ? undefined : given(naming.property)) ?? id;
  const name = naming.lowerCase ? chosen.toLowerCase() : chosen;
  const attributes: Readonly<Record<string, Give>> = naming.attributes ?? {
    Arn: () => arn("local", `${type.replaceAll("::", "-")}/${name}`),
  };
  return {
    name,
    ref: (places) => naming.ref?.(name, places) ?? name,
    attribute: (attribute, places) => attributes[attribute]?.(name, places),
  };
};
