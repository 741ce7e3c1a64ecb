import { Aws, Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { HouseAlarm, type Operations } from "./operations.ts";
import type { ParkedWork } from "./parked-work.ts";

/** One thing a role may do. Exact actions on exact resources; a wildcard turns the tests red. */
export interface Permission {
  readonly actions: readonly string[];
  readonly on: readonly string[];
  readonly when?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface RoleFunctionProps {
  readonly operations: Operations;
  /** The role's name, which is also its folder among the functions. */
  readonly role: string;
  /** The folder with the bundled code. */
  readonly code: string;
  readonly timeout: Duration;
  /** 512 unless given; the processor's share grows with it. */
  readonly memoryMb?: number;
  /** ARM unless the role brings a program made for another machine. */
  readonly architecture?: Architecture;
  /** Everything the role may do, besides writing its own log. */
  readonly may: readonly Permission[];
  /**
   * What people notice when this role fails, and what to do about it: a Swedish sentence. Left out where another alarm
   * says the same: the front door's of roles that answer there, the silence of those that run by the clock alone.
   */
  readonly ifItFails?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** At most so many at once, for roles that strangers can call. */
  readonly atMost?: number;
  /** Where work goes that this role could not do; for roles that are not called over HTTP. */
  readonly parked?: ParkedWork;
}

/** One bounded role: a function with its own log, its own identity, its exact permissions and its alarms. */
export class RoleFunction extends Construct {
  readonly role: string;
  readonly fn: LambdaFunction;
  readonly parked: ParkedWork | undefined;

  constructor(scope: Construct, id: string, props: RoleFunctionProps) {
    super(scope, id);
    const { operations, parked } = props;
    const logGroup = operations.logGroup(this, "Logs");
    this.role = props.role;
    const identity = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.parked = parked;

    const permissions: readonly Permission[] = [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: [logGroup.logGroupArn] },
      ...props.may,
      ...(parked === undefined
        ? []
        : [{ actions: ["sqs:SendMessage"], on: [parked.queueArn] }, sealing(operations.key.keyArn, "sqs")]),
    ];
    for (const { actions, on, when } of permissions) {
      identity.addToPolicy(
        new PolicyStatement({
          actions: [...actions],
          resources: [...on],
          ...(when === undefined ? {} : { conditions: when }),
        }),
      );
    }

    this.fn = new LambdaFunction(this, "Function", {
      description: `Intag ${props.role}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout,
      handler: "index.handler",
      code: Code.fromAsset(props.code),
      role: identity,
      logGroup,
      // The roles write JSON themselves; wrapped in Lambda's own, CloudWatch would not find the figures in it.
      loggingFormat: LoggingFormat.TEXT,
      environment: { INTAG_ROLE: props.role, ...props.environment },
      ...(props.atMost === undefined ? {} : { reservedConcurrentExecutions: props.atMost }),
      ...(parked === undefined ? {} : { deadLetterQueue: parked }),
    });

    if (props.ifItFails !== undefined)
      new HouseAlarm(this, "Fails", {
        operations,
        threshold: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        metric: this.fn.metricErrors({ period: Duration.minutes(5) }),
        evaluationPeriods: 1,
        means: props.ifItFails,
      });
  }
}

/** Reading what a service keeps under a key: only through that service, so the key by itself opens nothing. */
export const opening = (keyArn: string, service: string): Permission => ({
  actions: ["kms:Decrypt", "kms:DescribeKey"],
  on: [keyArn],
  when: { StringEquals: { "kms:ViaService": viaService(service) } },
});

/** Writing what a service keeps under a key, which also reads the key it is written with. */
export const sealing = (keyArn: string, service: string): Permission => ({
  actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
  on: [keyArn],
  when: { StringEquals: { "kms:ViaService": viaService(service) } },
});

const viaService = (service: string): string => `${service}.${Aws.REGION}.amazonaws.com`;
