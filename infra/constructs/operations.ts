import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Alarm, type AlarmProps, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { answerFor } from "./answered-for.ts";

/**
 * What those who run the service look at: logs, parked work and alarms, under a key of their own. The key that
 * protects what people have sent is another, so none of the services that read this one can read that.
 */
export class Operations extends Construct {
  readonly stage: string;
  readonly key: Key;
  readonly alarms: Topic;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly stage: string; readonly alarmEmail: string | undefined },
  ) {
    super(scope, id);
    this.stage = props.stage;
    const stack = Stack.of(this);
    this.key = new Key(this, "Key", {
      description: "Intag: logs, parked work and alarms",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const everyLogGroup = stack.formatArn({
      service: "logs",
      resource: "log-group",
      resourceName: "*",
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        resources: ["*"],
        conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": everyLogGroup } },
      }),
    );
    // Alarms are published by CloudWatch, and undeliverable events parked by EventBridge, in their own names. Who may
    // make them do so is said by the topic and the queues; neither service promises to tell the key on whose behalf.
    for (const service of ["cloudwatch.amazonaws.com", "events.amazonaws.com"]) {
      this.key.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service)],
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: ["*"],
        }),
      );
    }
    this.alarms = new Topic(this, "Alarms", { masterKey: this.key, enforceSSL: true, displayName: "Intag larm" });
    this.alarms.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.alarms.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
      }),
    );
    if (props.alarmEmail !== undefined) {
      const mailed = this.alarms.addSubscription(new EmailSubscription(props.alarmEmail));
      answerFor(
        mailed,
        ["Serverless-SNSRedrivePolicy"],
        "A letter about an alarm that does not arrive has no better place to wait than the alarm itself, which stays red until it is mended. A queue for such letters would need an alarm that goes to the same address.",
      );
    }
  }

  /** A log group kept for three months: long enough to follow one request through, and no longer. */
  logGroup(scope: Construct, id: string): LogGroup {
    return new LogGroup(scope, id, {
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

export interface HouseAlarmProps extends Omit<AlarmProps, "alarmDescription" | "actionsEnabled"> {
  readonly operations: Operations;
  /** What has happened to people and what to do about it: a Swedish sentence for whoever gets the alarm. */
  readonly means: string;
}

/** An alarm that reaches a person and says what it means. Silence is no alarm unless told so. */
export class HouseAlarm extends Alarm {
  constructor(scope: Construct, id: string, { operations, means, ...alarm }: HouseAlarmProps) {
    super(scope, id, { treatMissingData: TreatMissingData.NOT_BREACHING, ...alarm, alarmDescription: means });
    this.addAlarmAction(new SnsAction(operations.alarms));
    this.addOkAction(new SnsAction(operations.alarms));
  }
}
