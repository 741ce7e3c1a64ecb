import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Local, up } from "../../infra/local/up.ts";
import { fixture, freshFolder } from "./fixture-stack.ts";
import { deed, type Keys, keysOfDoor, presigned, send, signedCall } from "./small-city.ts";

let local: Local;
let keys: Keys;
let shiftMs = 0;
beforeAll(async () => {
  local = await up({
    ...(await fixture()),
    port: 0,
    data: freshFolder(),
    schedules: false,
    clock: () => new Date(Date.now() + shiftMs),
  });
  keys = await keysOfDoor(local);
});
afterAll(() => local.stop());

const put = (id: string) => ["DynamoDB_20120810.PutItem", { TableName: tableName(), Item: { id: { S: id } } }] as const;
const tableName = () => Object.values(local.names).find((name) => name.startsWith("Things")) ?? "";
const everything = () => local.endpoint.credentials;
const stored = async (id: string) => {
  const call = await signedCall(local, everything(), "DynamoDB_20120810.GetItem", {
    TableName: tableName(),
    Key: { id: { S: id } },
  });
  return "Item" in JSON.parse((await send(call)).text);
};

describe("who asks", () => {
  it("a call signed with the function's own key is answered", async () => {
    expect(await send(await signedCall(local, keys, ...put("signed")))).toMatchObject({ status: 200 });
    expect(await stored("signed")).toBe(true);
  });

  it("a call signed with another secret is refused", async () => {
    const call = await signedCall(local, { ...keys, secretAccessKey: "guessed" }, ...put("guessed"));
    expect(await send(call)).toMatchObject({ status: 400, type: "InvalidSignatureException" });
    expect(await stored("guessed")).toBe(false);
  });

  it("a call whose body was changed after signing is refused", async () => {
    const call = await signedCall(local, keys, ...put("small"));
    expect(await send({ ...call, body: call.body.replace("small", "large") })).toMatchObject({
      type: "InvalidSignatureException",
    });
    expect(await stored("large")).toBe(false);
  });

  it("a call whose target was changed after signing is refused", async () => {
    const call = await signedCall(local, keys, ...put("target"));
    const headers = { ...call.headers, "x-amz-target": "DynamoDB_20120810.DeleteItem" };
    expect(await send({ ...call, headers })).toMatchObject({ type: "InvalidSignatureException" });
  });

  it("a call with an unknown key, without the token, unsigned or an hour old is refused", async () => {
    const { sessionToken: _, ...tokenless } = keys;
    const types = [
      await send(await signedCall(local, { ...keys, accessKeyId: "AKIAUNKNOWN" }, ...put("x"))),
      await send(await signedCall(local, tokenless, ...put("x"))),
      await send({
        ...(await signedCall(local, keys, ...put("x"))),
        headers: { "x-amz-target": "DynamoDB_20120810.PutItem" },
      }),
      await send(await signedCall(local, keys, ...put("x"), new Date(Date.now() - 3_600_000))),
    ].map(({ type }) => type);
    expect(types).toEqual([
      "UnrecognizedClientException",
      "UnrecognizedClientException",
      "MissingAuthenticationTokenException",
      "InvalidSignatureException",
    ]);
    expect(await stored("x")).toBe(false);
  });
});

describe("what it may", () => {
  it("a role writes and reads what its policy names", async () => {
    expect(await deed(local, "put", { id: "allowed" })).toMatchObject({ status: 200 });
    expect(await deed(local, "index", { kind: "submission" })).toMatchObject({ status: 200 });
  });

  it("an action that is not in the policy is refused like on AWS, and noted", async () => {
    expect(await deed(local, "get", { id: "allowed" })).toEqual({
      status: 422,
      value: { name: "AccessDeniedException", status: 400 },
    });
    expect(local.calls.at(-1)).toMatchObject({ role: "door", action: "dynamodb:GetItem", denied: true });
  });

  it("a transaction needs what each of its items needs", async () => {
    expect(await deed(local, "transact", { id: "both" })).toMatchObject({ status: 200 });
    const { uses } = local.calls.at(-1) ?? {};
    expect(uses).toEqual([
      { action: "dynamodb:PutItem", resource: `arn:aws:dynamodb:eu-north-1:000000000000:table/${tableName()}` },
    ]);
  });

  it("a secret that the policy names is given, another is not", async () => {
    const read = async (id: string) =>
      send(await signedCall(local, keys, "secretsmanager.GetSecretValue", { SecretId: id }));
    const { SECRET } = (await deed(local, "env")).value as Record<string, string>; // an environment
    const given = JSON.parse((await read(SECRET ?? "")).text);
    expect(JSON.parse(given.SecretString)).toEqual({ id: "one", key: expect.stringMatching(/^.{32}$/) });
    expect(await read("Known")).toMatchObject({ type: "AccessDeniedException" });
  });

  it("a function sees its own environment and nothing of the machine's", async () => {
    const { value } = await deed(local, "env");
    const strange = Object.keys(value as object).filter(
      (name) => !/^(AWS_|INTAG_ROLE$|LAMBDA_|TABLE|BUCKET|SECRET|SITE|LANG$|TZ$)/.test(name),
    );
    expect(strange).toEqual([]);
    expect(value).toMatchObject({ INTAG_ROLE: "door", SITE: local.url });
  });
});

describe("objects", () => {
  it("are kept and read under the prefix that the policy names, and nowhere else", async () => {
    expect(await deed(local, "file", { key: "open/å.txt", text: "hej" })).toMatchObject({ status: 200 });
    expect(await deed(local, "fetch", { key: "open/å.txt" })).toEqual({ status: 200, value: "hej" });
    expect(await deed(local, "file", { key: "closed/a", text: "hej" })).toMatchObject({
      value: { name: "AccessDenied" },
    });
  });

  it("that are missing look forbidden to who may not list", async () => {
    expect(await deed(local, "fetch", { key: "open/missing" })).toMatchObject({
      value: { name: "AccessDenied", status: 403 },
    });
  });

  it("are written once only, where that was asked, however many write at once", async () => {
    const writes = await Promise.all(
      [1, 2, 3, 4].map((n) => deed(local, "file", { key: "open/once", text: `${n}`, once: true })),
    );
    expect(writes.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect(writes.find(({ status }) => status === 422)?.value).toEqual({ name: "PreconditionFailed", status: 412 });
  });

  it("are open through a link as long as it lives, and to the one object it names", async () => {
    const bucket = Object.values(local.names).find((name) => name.startsWith("files"));
    await deed(local, "file", { key: "open/link", text: "by link" });
    const link = await presigned(local, keys, `/${bucket}/open/link`, 60);
    const get = async (url: string) => {
      const answer = await fetch(url);
      return [answer.status, (await answer.text()).replace(/.*<Code>(\w+)<.*/s, "$1")];
    };
    expect(await get(link)).toEqual([200, "by link"]);
    expect(await get(link.replace("open/link", "open/once"))).toEqual([403, "SignatureDoesNotMatch"]);
    expect(await get(link.replace("Expires=60", "Expires=600"))).toEqual([403, "SignatureDoesNotMatch"]);
    shiftMs = 61_000;
    expect(await get(link)).toEqual([403, "AccessDenied"]);
    shiftMs = 0;
  });
});
