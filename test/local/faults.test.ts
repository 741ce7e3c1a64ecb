import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { AwsCall, Fault } from "../../infra/local/edge.ts";
import { type Local, up } from "../../infra/local/up.ts";
import { fixture, freshFolder } from "./fixture-stack.ts";
import { deed, send, signedCall } from "./small-city.ts";

let local: Local;
let fault: (call: AwsCall) => Fault = () => "pass";
beforeAll(async () => {
  local = await up({
    ...(await fixture()),
    port: 0,
    data: freshFolder(),
    schedules: false,
    onCall: (call) => fault(call),
  });
});
beforeEach(() => {
  fault = () => "pass";
});
afterAll(() => local.stop());

const stored = async (id: string) => {
  const TableName = Object.values(local.names).find((name) => name.startsWith("Things"));
  const call = await signedCall(local, local.endpoint.credentials, "DynamoDB_20120810.GetItem", {
    TableName,
    Key: { id: { S: id } },
  });
  return "Item" in JSON.parse((await send(call)).text);
};

it.each<[string, Fault, string, boolean]>([
  ["throttled before it was applied", { failBefore: "throttle" }, "ThrottlingException", false],
  ["failed before it was applied", { failBefore: "error" }, "InternalServerError", false],
  [
    "refused in words of the test's own",
    { failBefore: { status: 400, code: "ItemCollectionSizeLimitExceededException", message: "x" } },
    "ItemCollectionSizeLimitExceededException",
    false,
  ],
  ["applied and then failed", { failAfter: "error" }, "InternalServerError", true],
])("a call is %s", async (what, wished, name, isStored) => {
  fault = () => wished;
  expect(await deed(local, "put", { id: what })).toMatchObject({ status: 422, value: { name } });
  expect(await stored(what)).toBe(isStored);
});

it("a call is applied and then its connection is cut", async () => {
  fault = () => ({ failAfter: "reset" });
  expect(await deed(local, "put", { id: "cut" })).toMatchObject({ status: 422 });
  expect(await stored("cut")).toBe(true);
});

it.each([
  ["before", false],
  ["after", true],
] as const)(
  "the function is killed %s its call is applied; the caller gets a 500 and the next call works",
  async (kill, isStored) => {
    fault = () => ({ kill });
    expect(await deed(local, "put", { id: `killed-${kill}` })).toEqual({
      status: 500,
      value: { message: "Internal Server Error" },
    });
    expect(await stored(`killed-${kill}`)).toBe(isStored);
    expect(local.functionErrors.at(-1)).toMatchObject({ role: "door", errorType: "Runtime.ExitError" });
    fault = () => "pass";
    expect(await deed(local, "put", { id: `after-${kill}` })).toMatchObject({ status: 200 });
  },
);

it("a late call is applied all the same", async () => {
  fault = () => ({ delayMs: 50 });
  expect(await deed(local, "put", { id: "late" })).toMatchObject({ status: 200 });
});

it("calls are numbered in order, so that each can be the one that fails", async () => {
  const before = local.calls.length;
  await deed(local, "put", { id: "one" });
  await deed(local, "put", { id: "two" });
  expect(local.calls.slice(before).map(({ index }) => index - before)).toEqual([0, 1]);
});
