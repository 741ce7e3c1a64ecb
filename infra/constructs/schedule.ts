import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { Identity } from "./identity.ts";
import type { ParkedWork } from "./parked-work.ts";
import { type RoleFunction, sealing } from "./role-function.ts";

export interface ScheduleProps {
  readonly of: RoleFunction;
  /** When it runs, as EventBridge Scheduler writes it, by Stockholm's clock. */
  readonly at: string;
  readonly what: string;
  readonly retries: { readonly attempts: number; readonly seconds: number };
  /** Where a run ends that could not be started, with the key it lies under. */
  readonly parked?: { readonly in: ParkedWork; readonly keyArn: string };
}

/** Starts a role by the clock, and tells it the time it was meant to start. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { of, at, what, retries, parked }: ScheduleProps) {
    super(scope, id);
    const { role, policy } = new Identity(this, "Role", {
      of: "scheduler.amazonaws.com",
      may: [
        { actions: ["lambda:InvokeFunction"], on: [of.fn.functionArn] },
        ...(parked === undefined
          ? []
          : [{ actions: ["sqs:SendMessage"], on: [parked.in.queueArn] }, sealing(parked.keyArn, "sqs")]),
      ],
    });
    const schedule = new CfnSchedule(this, "Schedule", {
      description: what,
      scheduleExpression: at,
      scheduleExpressionTimezone: "Europe/Stockholm",
      flexibleTimeWindow: { mode: "OFF" },
      state: "ENABLED",
      target: {
        arn: of.fn.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ source: "intag.schedule", time: "<aws.scheduler.scheduled-time>" }),
        retryPolicy: { maximumRetryAttempts: retries.attempts, maximumEventAgeInSeconds: retries.seconds },
        ...(parked === undefined ? {} : { deadLetterConfig: { arn: parked.in.queueArn } }),
      },
    });
    schedule.node.addDependency(policy);
  }
}
