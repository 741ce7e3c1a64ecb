import * as z from "zod";
import { played } from "./catalogue.ts";

/** The properties of a resource that the runner acts on; the rest may hold intrinsics it need not understand. */
export const propertiesRead = (type: string, properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => played[type]?.reads.includes(name)));

const texts = z.array(z.string());

export const role = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.unknown() })).default([]),
  ManagedPolicyArns: texts.default([]),
});
export const policy = z.object({ PolicyDocument: z.unknown(), Roles: texts.default([]) });

export const lambda = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  // None at once would be a function that is never called.
  ReservedConcurrentExecutions: z.number().int().positive().optional(),
  Role: z.string(),
});

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: texts.optional() }),
});
export const table = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(index).default([]),
  LocalSecondaryIndexes: z.array(index).default([]),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
});
export type TableShape = z.infer<typeof table>;

export const bucket = z.object({});
export const queue = z.object({
  MessageRetentionPeriod: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
});

export const secret = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .strictObject({
      ExcludeCharacters: z.string().default(""),
      ExcludeLowercase: z.boolean().default(false),
      ExcludeNumbers: z.boolean().default(false),
      ExcludePunctuation: z.boolean().default(false),
      ExcludeUppercase: z.boolean().default(false),
      GenerateStringKey: z.string().optional(),
      IncludeSpace: z.boolean().default(false),
      PasswordLength: z.number().default(32),
      RequireEachIncludedType: z.boolean().default(true),
      SecretStringTemplate: z.string().optional(),
    })
    .optional(),
});
export type SecretShape = z.infer<typeof secret>;

export const eventSourceMapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(100),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]),
  FilterCriteria: z
    .object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) })
    .default({ Filters: [] }),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  MaximumRetryAttempts: z.number().default(-1),
  ParallelizationFactor: z.number().default(1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).default({}),
  Enabled: z.boolean().default(true),
});

export const api = z.object({ ProtocolType: z.literal("HTTP") });
export const integration = z.object({
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.number().default(30_000),
});
export const route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(["NONE", "CUSTOM"]).default("NONE"),
  AuthorizerId: z.string().optional(),
});
export const stage = z.object({ StageName: z.literal("$default") });
export const authorizer = z.object({
  AuthorizerType: z.literal("REQUEST"),
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal("2.0"),
  // Answers are never kept locally, so only an authorizer that asks for that behaves the same on AWS.
  AuthorizerResultTtlInSeconds: z.literal(0).default(0),
  EnableSimpleResponses: z.literal(true),
  IdentitySource: texts.default([]),
});

export const schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    // Nobody retries for hours on one machine; a failed run is seen in the log and comes again on time.
    RetryPolicy: z.unknown().optional(),
    DeadLetterConfig: z.unknown().optional(),
  }),
});
export const rule = z.object({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Targets: z
    .array(
      z.strictObject({
        Arn: z.string(),
        Id: z.string(),
        Input: z.string().optional(),
        RetryPolicy: z.unknown().optional(),
        DeadLetterConfig: z.unknown().optional(),
      }),
    )
    .default([]),
});

export const emailIdentity = z.object({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.object({ ConfigurationSetName: z.string().optional() }).default({}),
});
export const configurationSet = z.object({});
export const eventDestination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: z.boolean().default(true),
    MatchingEventTypes: texts,
    EventBridgeDestination: z.object({ EventBusArn: z.string() }),
  }),
});

const header = z.object({ Header: z.string(), Value: z.string(), Override: z.boolean().default(true) });
const overridable = { Override: z.boolean() };
export const responseHeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    CustomHeadersConfig: z.object({ Items: z.array(header) }).default({ Items: [] }),
    RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).default({ Items: [] }),
    SecurityHeadersConfig: z
      .strictObject({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...overridable }).optional(),
        ContentTypeOptions: z.object(overridable).optional(),
        FrameOptions: z.object({ FrameOption: z.string(), ...overridable }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...overridable }).optional(),
        StrictTransportSecurity: z
          .object({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: z.boolean().default(false),
            Preload: z.boolean().default(false),
            ...overridable,
          })
          .optional(),
      })
      .default({}),
  }),
});
export type HeadersPolicyShape = z.infer<typeof responseHeadersPolicy>["ResponseHeadersPolicyConfig"];

const behaviour = z.object({ ResponseHeadersPolicyId: z.string().optional(), TargetOriginId: z.string() });
export const distribution = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour.extend({ PathPattern: z.string() })).default([]),
    Origins: z.array(
      z.object({
        Id: z.string(),
        OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
      }),
    ),
  }),
});
