import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/template-json.ts";
import { logOf } from "../../shared/lambda/log.ts";
import { routes } from "../../shared/routes.ts";
import { deployed, jobs, type Resource, yearly } from "./template.ts";

const { all, each, scheduledRole } = deployed();
const serverErrors = all("AWS::CloudWatch::Alarm").filter(({ of }) => of("MetricName") === "5xx");
const silenceOf = (role: string): readonly Resource[] =>
  all("AWS::CloudWatch::Alarm").filter(
    ({ of }) =>
      /Finished$/.test(String(of("MetricName"))) &&
      listed(of("Dimensions")).some((dimension) => at(dimension, "Value") === role),
  );

describe("Alarms", () => {
  it.each(each("AWS::CloudWatch::Alarm"))("%s says what it means to a person and reaches one", (_, { of }) => {
    expect(of("AlarmDescription")).toMatch(/^[A-ZÅÄÖ].{60,}\.$/);
    expect(of("AlarmActions")).toEqual([{ Ref: "OperationsAlarms" }]);
    expect(of("ActionsEnabled")).not.toBe(false);
  });

  it.each(each("AWS::Lambda::Function"))(
    "%s is alarmed on when it fails: by itself, by its silence when it is a job, by the front door when it answers there",
    (id, fn) => {
      const watched = all("AWS::CloudWatch::Alarm")
        .filter(({ of }) => String(JSON.stringify(of("Dimensions"))).includes(`"${id}"`))
        .map(({ of }) => of("MetricName"));
      const role = fn.of("Environment", "Variables", "INTAG_ROLE");
      if (typeof role === "string" && Object.hasOwn(jobs, role)) expect(silenceOf(role)).toHaveLength(1);
      else if (Object.values<unknown>(routes).includes(role)) expect(serverErrors).toHaveLength(1);
      else if (role === yearly) expect(fn.of("DeadLetterConfig", "TargetArn")).toBeDefined();
      else expect(watched).toContain("Errors");
    },
  );

  it("tell when any function is held back", () => {
    const throttles = all("AWS::CloudWatch::Alarm").filter(({ of }) => of("MetricName") === "Throttles");
    expect(throttles.map(({ of }) => of("Dimensions"))).toEqual([undefined]);
  });

  it.each(each("AWS::SQS::Queue"))("%s is alarmed on as soon as something lies in it", (id) => {
    const watched = all("AWS::CloudWatch::Alarm").filter(({ of }) =>
      String(JSON.stringify(of("Dimensions"))).includes(`"${id}"`),
    );
    expect(watched.map(({ of }) => [of("MetricName"), of("Threshold")])).toEqual([
      ["ApproximateNumberOfMessagesVisible", 1],
    ]);
  });

  const often = each("AWS::Scheduler::Schedule").filter(([, { of }]) => scheduledRole(of) !== yearly);
  it.each(often)("%s is missed when it has been silent too long", (_, { of }) => {
    const role = scheduledRole(of);
    const [silence, ...others] = silenceOf(role);
    expect(others).toEqual([]);
    expect(silence?.of("TreatMissingData")).toBe("breaching");
    const { finished, missedAfterHours } = jobs[role] ?? { finished: "SweepFinished", missedAfterHours: 0.5 };
    expect(silence?.of("MetricName")).toBe(finished);
    expect(Number(silence?.of("Period")) * Number(silence?.of("EvaluationPeriods"))).toBe(missedAfterHours * 3_600);
  });

  it("watch only figures that the roles' own log lines carry, under the same names", () => {
    const written = new Set<string>();
    const log = logOf(
      { stage: "test", role: "outbox" },
      (line) => written.add(line),
      () => 0,
    );
    log("sweep-finished", { swept: 0, failed: 0 });
    log("letter-failed", { reference: "X", attempt: 1, failure: "X" });
    log("intake-failed", { reference: "X", failure: "X" });
    log("caller-unchecked", { failure: "X" });
    log("watch-finished", { reminders: 0 });
    log("evidence-finished", { received: 0, refused: 0, left: 0 });
    log("disposal-finished", { cases: 0, submissions: 0 });
    log("anchor-finished", { days: 0 });
    const figures = [...written].flatMap((line) =>
      listed(at(JSON.parse(line), "_aws", "CloudWatchMetrics")).map((metric) => ({
        namespace: at(metric, "Namespace"),
        name: at(listed(at(metric, "Metrics"))[0], "Name"),
        dimensions: [...listed(listed(at(metric, "Dimensions"))[0])].toSorted(),
      })),
    );
    const watched = all("AWS::CloudWatch::Alarm").filter(({ of }) => of("Namespace") === "Intag");
    expect(watched.length).toBeGreaterThan(0);
    for (const { of } of watched) {
      expect(figures).toContainEqual({
        namespace: "Intag",
        name: of("MetricName"),
        dimensions: listed(of("Dimensions"))
          .map((dimension) => at(dimension, "Name"))
          .toSorted(),
      });
    }
  });

  it("go to a topic that only encrypted connections may use", () => {
    expect(JSON.stringify(all("AWS::SNS::TopicPolicy")[0]?.of("PolicyDocument"))).toContain(
      '"aws:SecureTransport":"false"',
    );
    expect(all("AWS::SNS::Topic")[0]?.of("KmsMasterKeyId")).toBeDefined();
  });
});
