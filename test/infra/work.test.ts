import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/template-json.ts";
import { deployed, jobs, yearly } from "./template.ts";

const { all, each, functionOf, scheduledRole } = deployed();

describe("Work that follows from a change", () => {
  it.each(each("AWS::Lambda::EventSourceMapping"))(
    "%s begins at the oldest change, and parks what cannot be done",
    (_, { of }) => {
      expect(of("StartingPosition")).toBe("TRIM_HORIZON");
      expect(of("FunctionResponseTypes")).toEqual(["ReportBatchItemFailures"]);
      expect(of("BisectBatchOnFunctionError")).toBe(true);
      expect(of("MaximumRetryAttempts")).toBe(10);
      expect(of("MaximumRecordAgeInSeconds")).toBe(6 * 60 * 60);
      const [queue] = listed(of("DestinationConfig", "OnFailure", "Destination", "Fn::GetAtt")).flat();
      expect(all("AWS::SQS::Queue").map(({ id }) => id)).toContain(queue);
    },
  );

  it.each(each("AWS::SQS::Queue"))("waits in %s for two weeks, encrypted", (_, { of }) => {
    expect(of("MessageRetentionPeriod")).toBe(14 * 24 * 60 * 60);
    expect(of("KmsMasterKeyId")).toEqual({ "Fn::GetAtt": ["OperationsKey", "Arn"] });
  });

  it("is looked for again every five minutes, by every role that a change wakes", () => {
    const woken = all("AWS::Lambda::EventSourceMapping")
      .map(({ of }) => of("FunctionName", "Ref"))
      .filter((id) => id !== functionOf(yearly)?.id);
    const schedules = all("AWS::Scheduler::Schedule");
    const swept = schedules.filter(({ of }) => ![...Object.keys(jobs), yearly].includes(scheduledRole(of)));
    const targets = swept.map(({ of }) => listed(of("Target", "Arn", "Fn::GetAtt")).flat()[0]);
    expect(targets.sort()).toEqual([...new Set(woken)].sort());
    for (const { of } of swept) expect(of("ScheduleExpression")).toBe("rate(5 minutes)");
    const clocks = schedules
      .filter((one) => !swept.includes(one))
      .map(({ of }) => [scheduledRole(of), of("ScheduleExpression"), of("ScheduleExpressionTimezone")]);
    expect(clocks.sort()).toEqual(
      [...Object.entries(jobs).map(([role, { at }]) => [role, at]), [yearly, "cron(0 5 2 1 ? *)"]]
        .map((one) => [...one, "Europe/Stockholm"])
        .sort(),
    );
    for (const { of } of schedules) {
      expect(JSON.parse(String(of("Target", "Input")))).toEqual({
        source: "intag.schedule",
        time: "<aws.scheduler.scheduled-time>",
      });
    }
  });

  it("includes hearing what became of each letter", () => {
    const rule = all("AWS::Events::Rule")[0];
    expect(rule?.of("EventPattern")).toEqual({
      source: ["aws.ses"],
      detail: { mail: { tags: { "ses:configuration-set": [{ Ref: "MailSettings" }] } } },
    });
    const [target] = listed(rule?.of("Targets"));
    expect(at(target, "Arn")).toEqual({ "Fn::GetAtt": [functionOf("outbox")?.id, "Arn"] });
    expect(all("AWS::SES::ConfigurationSet")[0]?.of("DeliveryOptions", "TlsPolicy")).toBe("REQUIRE");
  });
});
