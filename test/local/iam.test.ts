import { describe, expect, it } from "vitest";
import { CannotStart } from "../../infra/local/cannot-start.ts";
import { permits, statementsOf } from "../../infra/local/iam.ts";

const table = "arn:aws:dynamodb:eu-north-1:000000000000:table/Cases";
const policy = (...Statement: unknown[]) => statementsOf({ Version: "2012-10-17", Statement }, "Test");
const ask = (action: string, resource: string, context = {}) => ({ action, resource, context });

describe("what a role may do", () => {
  const reads = { Effect: "Allow", Action: ["dynamodb:Query"], Resource: [`${table}/index/byYear`] };

  it("is nothing that is not written down", () => {
    expect(permits(policy(), ask("dynamodb:Query", table))).toBe(false);
  });

  it("is an index only, where only the index is written down", () => {
    expect(permits(policy(reads), ask("dynamodb:Query", `${table}/index/byYear`))).toBe(true);
    expect(permits(policy(reads), ask("dynamodb:Query", table))).toBe(false);
    expect(permits(policy(reads), ask("dynamodb:Scan", `${table}/index/byYear`))).toBe(false);
  });

  it("is not what a Deny takes back", () => {
    const all = { Effect: "Allow", Action: "dynamodb:*", Resource: "*" };
    const but = { Effect: "Deny", Action: "dynamodb:DeleteItem", Resource: table };
    expect(permits(policy(all, but), ask("dynamodb:PutItem", table))).toBe(true);
    expect(permits(policy(all, but), ask("dynamodb:DeleteItem", table))).toBe(false);
  });

  it("depends on the attributes that are read, where a condition says so", () => {
    const narrow = policy({
      ...reads,
      Condition: {
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["year", "kind"] },
        StringEquals: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
      },
    });
    const read = (...attributes: string[]) =>
      ask("dynamodb:Query", `${table}/index/byYear`, {
        "dynamodb:Attributes": attributes,
        "dynamodb:Select": ["SPECIFIC_ATTRIBUTES"],
      });
    expect(permits(narrow, read("year", "kind"))).toBe(true);
    expect(permits(narrow, read("year", "text"))).toBe(false);
    expect(permits(narrow, ask("dynamodb:Query", `${table}/index/byYear`))).toBe(false);
  });

  it("depends on the sender's address, pattern by pattern", () => {
    const send = policy({
      Effect: "Allow",
      Action: "ses:SendEmail",
      Resource: "*",
      Condition: { StringLike: { "ses:FromAddress": "*@intag.example" } },
    });
    const from = (address: string) => ask("ses:SendEmail", "x", { "ses:FromAddress": [address] });
    expect(permits(send, from("no-reply@intag.example"))).toBe(true);
    expect(permits(send, from("no-reply@intag.example.org"))).toBe(false);
  });

  it.each([
    ["an operator", { DateLessThan: { "aws:SecureTransport": "x" } }],
    ["a key", { StringEquals: { "aws:PrincipalOrgID": "x" } }],
  ])("cannot be told from a condition with %s the runner does not know, which stops the start", (_, Condition) => {
    expect(() => policy({ ...reads, Condition })).toThrow(CannotStart);
  });

  it("leaves keys, traces and logs to Amazon, whatever their conditions", () => {
    const sealed = {
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": "x" } },
    };
    expect(policy(sealed)).toEqual([]);
  });
});
