import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { CfnResource, type Stack } from "aws-cdk-lib";
import { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import { CannotStart } from "../../infra/local/cannot-start.ts";
import { enginePath } from "../../infra/local/dynamo-engine.ts";
import { markedProcess } from "../../infra/local/process-mark.ts";
import { type Local, up } from "../../infra/local/up.ts";
import { fixture, freshFolder } from "./fixture-stack.ts";

let running: Local | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const trying = async (change: (stack: Stack) => void, data = freshFolder(), port = 0) => {
  running = await up({ ...(await fixture({ change })), port, data, schedules: false, warm: false });
  return running;
};
const nothing = () => undefined;
const enginesOn = (data: string) => markedProcess(join(data, "engine.pid"));

describe("the start is refused, with nothing left running, when", () => {
  it.each<[string, (stack: Stack) => void, string]>([
    [
      "the template has a resource the runner does not know",
      (stack) => new CfnResource(stack, "Handle", { type: "AWS::CloudFormation::WaitConditionHandle" }),
      "Handle is an AWS::CloudFormation::WaitConditionHandle",
    ],
    [
      "a function is woken by a stream it may not read",
      (stack) => stack.node.findChild("intake").node.findChild("ServiceRole").node.tryRemoveChild("DefaultPolicy"),
      "may not dynamodb:GetRecords",
    ],
    [
      "a schedule is written in a way the runner does not know",
      (stack) => {
        const schedule = stack.node.findChild("Sweep");
        if (schedule instanceof CfnResource)
          schedule.addPropertyOverride("ScheduleExpression", "at(2030-01-01T00:00:00)");
      },
      "at(2030-01-01T00:00:00)",
    ],
    [
      "a mapping gathers its changes into windows of time, which the runner does not do",
      (stack) => {
        const mapping = stack.node.findChild("Mapping");
        if (mapping instanceof CfnResource) mapping.addPropertyOverride("TumblingWindowInSeconds", 60);
      },
      "sets TumblingWindowInSeconds",
    ],
    [
      "a function may never run",
      (stack) => {
        const door = stack.node.findChild("door").node.defaultChild;
        if (door instanceof CfnResource) door.addPropertyOverride("ReservedConcurrentExecutions", 0);
      },
      "ReservedConcurrentExecutions",
    ],
    [
      "a filter is written in a way the runner does not know",
      (stack) => {
        const mapping = stack.node.findChild("Mapping");
        if (mapping instanceof CfnResource)
          mapping.addPropertyOverride("FilterCriteria.Filters", [{ Pattern: '{"eventName":[{"wildcard":"*"}]}' }]);
      },
      "wildcard",
    ],
  ])("%s", async (_, change, named) => {
    const data = freshFolder();
    await expect(trying(change, data)).rejects.toThrow(CannotStart);
    await expect(trying(change, data)).rejects.toThrow(named);
    expect(enginesOn(data)).toBeUndefined();
    expect(markedProcess(join(data, "runner.pid"))).toBeUndefined();
  });

  it("the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const data = freshFolder();
    await expect(trying(nothing, data, port)).rejects.toThrow(`Port ${port} is taken`);
    expect(enginesOn(data)).toBeUndefined();
    other.close();
  });

  it("another runner has the folder", async () => {
    const data = freshFolder();
    const first = await trying(nothing, data);
    await expect(trying(nothing, data)).rejects.toThrow(`The folder ${data} is in use`);
    running = first;
    expect((await fetch(first.url)).status).toBe(200);
  });

  it("the folder cannot be used", async () => {
    const file = join(freshFolder(), "file");
    writeFileSync(file, "");
    await expect(trying(nothing, join(file, "below"))).rejects.toThrow("cannot be read and written");
  });

  it("a kept table has other keys than the template's", async () => {
    const data = freshFolder();
    await (await trying(nothing, data)).stop();
    const change = (stack: Stack) => {
      const table = stack.node.findChild("Things").node.defaultChild;
      if (table instanceof CfnTable)
        table.addPropertyOverride("GlobalSecondaryIndexes.0.Projection", { ProjectionType: "ALL" });
    };
    await expect(trying(change, data)).rejects.toThrow("has other keys, indexes or stream than the template");
    expect(enginesOn(data)).toBeUndefined();
  });

  it("there is no engine for the machine", () => {
    expect(() => enginePath("aix", "ppc64")).toThrow("The database engine is not installed for aix-ppc64");
  });
});

it("what was cut off while it was written does not hinder the start", async () => {
  const data = freshFolder();
  const first = await trying(nothing, data);
  const [bucket] = Object.values(first.names).filter((name) => name.startsWith("files"));
  await first.stop();
  const objects = join(data, "objects", "buckets", bucket ?? "", "objects");
  mkdirSync(objects, { recursive: true });
  writeFileSync(join(objects, "half.meta.json"), '{"key":"ha');
  writeFileSync(join(data, "mail.jsonl"), '\n{"accepted":{"messa');
  const city = await trying(nothing, data);
  expect(await city.mail()).toEqual([]);
  expect(readFileSync(join(data, "mail.jsonl"), "utf8")).toContain("messa");
});
