import { Aws, Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { answerFor } from "./answered-for.ts";
import { Identity, type Permission } from "./identity.ts";
import { HouseAlarm, type Operations } from "./operations.ts";
import type { ParkedWork } from "./parked-work.ts";

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
  /** At most so many at once: what strangers can use up of the account, and what one role can take from another. */
  readonly atMost: number;
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
    this.parked = parked;

    const permissions: readonly Permission[] = [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: [logGroup.logGroupArn] },
      ...props.may,
      ...(parked === undefined
        ? []
        : [{ actions: ["sqs:SendMessage"], on: [parked.queueArn] }, sealing(operations.key.keyArn, "sqs")]),
    ];
    const identity = new Identity(this, "Role", { of: "lambda.amazonaws.com", may: permissions });

    this.fn = new LambdaFunction(this, "Function", {
      description: `Intag ${props.role}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout,
      handler: "index.handler",
      code: Code.fromAsset(props.code),
      // All it may do is said above; nothing adds to it in passing.
      role: identity.role.withoutPolicyUpdates(),
      logGroup,
      // The roles write JSON themselves; wrapped in Lambda's own, CloudWatch would not find the figures in it.
      loggingFormat: LoggingFormat.TEXT,
      environment: { INTAG_ROLE: props.role, ...props.environment },
      reservedConcurrentExecutions: props.atMost,
      ...(parked === undefined ? {} : { deadLetterQueue: parked }),
    });
    this.fn.node.addDependency(identity.policy);
    answerFor(
      this,
      ["NIST.800.53.R5-LambdaInsideVPC"],
      "A role reaches AWS's own interfaces and the city's sign-in, each over TLS and by its identity alone. A network around it would shut nothing out, since nothing can connect to a function, and its gateways cost more than the whole service.",
    );
    answerFor(
      this,
      ["Serverless-LambdaTracing"],
      "A trace says who asked for what and when, outside the log that may be read only under a key. The log lines carry route, status and time without saying who; tracing would also slow every start and need a permission on everything.",
    );
    if (parked === undefined)
      answerFor(
        this,
        ["NIST.800.53.R5-LambdaDLQ", "Serverless-LambdaDLQ"],
        "Whoever calls over HTTP gets the answer, also that it failed, and nothing waits for later. What runs by the clock does all that is left each time, and its silence is alarmed on. Work that is woken by a change does have a queue.",
      );

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
