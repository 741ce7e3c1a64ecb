import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/template-json.ts";
import { deployed } from "./template.ts";

const { file, template, all, each } = deployed();
/** The statements of a policy that stands on a thing, and says who may come to it. */
const statementsOf = (document: unknown) =>
  listed(at(document, "Statement")).map((statement) => ({
    effect: at(statement, "Effect"),
    services: listed(at(statement, "Principal", "Service")).map((name) => JSON.stringify(name)),
    actions: listed(at(statement, "Action")).map(String),
    condition: JSON.stringify(at(statement, "Condition") ?? {}),
  }));
const fromHere = /"aws:Source(Arn|Account)"/;

describe("A service that acts for many accounts", () => {
  it.each(each("AWS::Lambda::Permission"))("may by %s start a function only for what is this stack's", (_, { of }) => {
    expect(of("Principal")).toMatch(/\.amazonaws\.com$/);
    expect(of("SourceArn") ?? of("SourceAccount")).toBeDefined();
  });

  const policies = ["AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy"].flatMap(each);
  it.each(policies)("comes by %s in this account's name alone", (_, { of }) => {
    for (const { effect, services, condition } of statementsOf(of("PolicyDocument")))
      if (effect === "Allow" && services.length > 0) expect(condition).toMatch(fromHere);
  });

  it("takes on an identity of ours only in this account's name, where it could be asked by another", () => {
    for (const { id, of } of all("AWS::IAM::Role")) {
      const [one, ...more] = statementsOf(of("AssumeRolePolicyDocument"));
      expect(more, id).toEqual([]);
      expect(one?.actions).toEqual(["sts:AssumeRole"]);
      // A function takes on the identity it was made with, by somebody of this account who was let to pass it on.
      if (one?.services.join() !== '"lambda.amazonaws.com"') {
        expect(one?.services).toEqual(['"scheduler.amazonaws.com"']);
        expect(one?.condition).toMatch(fromHere);
      }
    }
  });

  it("may use the operators' key for logs and alarms, and no service by itself the key over what people have sent", () => {
    const services = Object.fromEntries(
      all("AWS::KMS::Key").map(({ id, of }) => [
        id,
        statementsOf(of("KeyPolicy")).flatMap((statement) => statement.services),
      ]),
    );
    expect(services.DataKey).toEqual([]);
    expect(services.OperationsKey?.length).toBe(3);
  });
});

describe("What travels", () => {
  const closed = ["AWS::SQS::Queue", "AWS::S3::Bucket", "AWS::SNS::Topic"].flatMap(each);
  it.each(closed)("to and from %s is refused unless it is encrypted", (id) => {
    const on = ["AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy"]
      .flatMap(all)
      .filter(({ of }) => JSON.stringify([of("Queues"), of("Bucket"), of("Topics")]).includes(`"${id}"`));
    const refusals = on
      .flatMap(({ of }) => statementsOf(of("PolicyDocument")))
      .filter(({ effect, condition }) => effect === "Deny" && condition.includes('{"aws:SecureTransport":"false"}'));
    expect(refusals.length).toBeGreaterThan(0);
  });

  it.each(each("AWS::S3::Bucket"))("to and from %s is at least TLS 1.2", (id) => {
    const on = all("AWS::S3::BucketPolicy").filter(({ of }) => of("Bucket", "Ref") === id);
    const conditions = on.flatMap(({ of }) => statementsOf(of("PolicyDocument"))).map(({ condition }) => condition);
    expect(conditions.join()).toContain('{"NumericLessThan":{"s3:TlsVersion":1.2}}');
  });
});

describe("A secret", () => {
  it.each(each("AWS::SecretsManager::Secret"))(
    "in %s is made where it is kept, and stands in no template",
    (_, { of }) => {
      expect(of("SecretString")).toBeUndefined();
      expect(Number(of("GenerateSecretString", "PasswordLength"))).toBeGreaterThanOrEqual(64);
      expect(of("KmsKeyId")).toEqual({ "Fn::GetAtt": ["DataKey", "Arn"] });
    },
  );

  it("is told to a function by name alone", () => {
    for (const { id, of } of all("AWS::Lambda::Function"))
      for (const [name, value] of Object.entries(of("Environment", "Variables") ?? {}))
        if (/SECRET|PASSWORD|TOKEN|KEY/.test(name) && !/_S$/.test(name))
          expect([id, name, Object.keys(Object(value))]).toEqual([id, name, ["Ref"]]);
  });

  it("is in no template and in no function's code, by the marks that secrets carry", () => {
    const marks = /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----|eyJhbGciOi[\w-]+\.eyJ[\w-]+\.[\w-]{20,}/;
    expect("AKIAIOSFODNN7EXAMPLE").toMatch(marks);
    expect(JSON.stringify(template)).not.toMatch(marks);
    const codes = readdirSync(dirname(file), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(m?js|json)$/.test(entry.name),
    );
    expect(codes.length).toBeGreaterThan(2);
    for (const { parentPath, name } of codes)
      expect(marks.exec(readFileSync(join(parentPath, name), "utf8"))?.[0], name).toBeUndefined();
  });
});
