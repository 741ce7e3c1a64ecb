import { randomUUID } from "node:crypto";
import { CannotStart } from "./cannot-start.ts";
import type { Functions, Outcome } from "./functions.ts";
import { permits } from "./iam.ts";
import { account, arn, region } from "./names.ts";
import type { Plan } from "./plan.ts";
import { type Due, readSchedule } from "./schedule-expression.ts";
import { rule, schedule } from "./shapes.ts";

interface Scheduled {
  readonly role: string;
  readonly due: Due;
  readonly enabled: boolean;
  eventAt(at: string): unknown;
}

export interface Schedules {
  /** Runs everything scheduled for the role now; undefined where nothing is. `at` is the event's time. */
  fire(role: string, at: string): Promise<readonly Outcome[] | undefined>;
  /** Fires by the clock from now on. */
  start(): void;
  stop(): void;
}

/** The schedules of the template, by EventBridge Scheduler or by rules. */
export const readSchedules = (plan: Plan, functions: Functions, now: () => Date): Schedules => {
  const all = [...fromScheduler(plan), ...fromRules(plan)];
  const timers: NodeJS.Timeout[] = [];
  const run = (scheduled: Scheduled, at: Date) =>
    functions.invoke(scheduled.role, scheduled.eventAt(`${at.toISOString().slice(0, 19)}Z`));
  return {
    fire: async (role, at) => {
      const mine = all.filter((scheduled) => scheduled.role === role);
      if (mine.length === 0) return undefined;
      const outcomes: Outcome[] = [];
      for (const scheduled of mine) outcomes.push(await functions.invoke(role, scheduled.eventAt(at)));
      return outcomes;
    },
    start: () => {
      const enabled = all.filter((scheduled) => scheduled.enabled);
      for (const scheduled of enabled)
        if ("everyMs" in scheduled.due)
          timers.push(setInterval(() => void run(scheduled, now()), Math.min(scheduled.due.everyMs, 2 ** 31 - 1)));
      let minute = Math.floor(now().getTime() / 60_000);
      timers.push(
        setInterval(() => {
          // Minutes that were slept through are caught up with, each once.
          for (const last = Math.floor(now().getTime() / 60_000); minute < last; ) {
            minute += 1;
            const at = new Date(minute * 60_000);
            for (const scheduled of enabled)
              if ("fits" in scheduled.due && scheduled.due.fits(at)) void run(scheduled, at);
          }
        }, 1000),
      );
      for (const timer of timers) timer.unref();
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
};

const fromScheduler = (plan: Plan): readonly Scheduled[] =>
  plan.all("AWS::Scheduler::Schedule", schedule).map(({ id, name, properties }) => {
    const { Arn, RoleArn, Input } = properties.Target;
    const target = plan.functionByArn(Arn);
    if (!target)
      throw new CannotStart(`The template's schedule ${id} calls ${Arn}, which is not a function of the template.`);
    if (!permits(plan.statementsOfRole(RoleArn), { action: "lambda:InvokeFunction", resource: Arn, context: {} }))
      throw new CannotStart(`The role of the template's schedule ${id} may not invoke ${target.role}.`);
    const scheduleArn = arn("scheduler", `schedule/default/${name}`);
    return {
      role: target.role,
      due: readSchedule(properties.ScheduleExpression, properties.ScheduleExpressionTimezone),
      enabled: properties.State === "ENABLED",
      eventAt: (at) => {
        if (Input === undefined) return timed("aws.scheduler", scheduleArn, at);
        const filled = Input.replaceAll("<aws.scheduler.scheduled-time>", at)
          .replaceAll("<aws.scheduler.schedule-arn>", scheduleArn)
          .replaceAll("<aws.scheduler.execution-id>", randomUUID())
          .replaceAll("<aws.scheduler.attempt-number>", "1");
        return JSON.parse(filled);
      },
    };
  });

const fromRules = (plan: Plan): readonly Scheduled[] =>
  plan.all("AWS::Events::Rule", rule).flatMap(({ id, name, properties }) => {
    const { ScheduleExpression, State, Targets } = properties;
    if (ScheduleExpression === undefined) return [];
    return Targets.map(({ Arn, Input }): Scheduled => {
      const target = plan.functionByArn(Arn);
      if (!target)
        throw new CannotStart(`The template's rule ${id} calls ${Arn}, which is not a function of the template.`);
      return {
        role: target.role,
        due: readSchedule(ScheduleExpression, "UTC"),
        enabled: State === "ENABLED",
        eventAt: (at) =>
          Input === undefined ? timed("aws.events", arn("events", `rule/${name}`), at) : JSON.parse(Input),
      };
    });
  });

const timed = (source: string, resource: string, at: string) => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source,
  account,
  time: at,
  region,
  resources: [resource],
  detail: {},
});
