import { describe, expect, it } from "vitest";
import { CannotStart } from "../../infra/local/cannot-start.ts";
import { refuseUnknown } from "../../infra/local/catalogue.ts";
import { readTemplate } from "../../infra/local/cfn.ts";

const places = { gateway: "http://127.0.0.1:3000", edge: "http://127.0.0.1:4000" };
const template = {
  Parameters: { Stage: { Default: "local" } },
  Mappings: { Sizes: { local: { memory: "128" } } },
  Conditions: {
    IsLocal: { "Fn::Equals": [{ Ref: "Stage" }, "local"] },
    IsLive: { "Fn::Not": [{ Condition: "IsLocal" }] },
    Both: { "Fn::And": [{ Condition: "IsLocal" }, { Condition: "IsLive" }] },
    Either: { "Fn::Or": [{ Condition: "IsLocal" }, { Condition: "IsLive" }] },
  },
  Resources: {
    Things: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "things" } },
    Files: { Type: "AWS::S3::Bucket", Properties: {} },
    Key: { Type: "AWS::SecretsManager::Secret", Properties: {} },
    Queue: { Type: "AWS::SQS::Queue", Properties: {} },
    Live: { Type: "AWS::S3::Bucket", Properties: {}, Condition: "IsLive" },
  },
};
const resolve = (value: unknown) => readTemplate(template, places).resolve(value);

describe("the template's intrinsics", () => {
  it.each([
    ["Ref to a table", { Ref: "Things" }, "things"],
    ["Ref to a bucket without a name", { Ref: "Files" }, "files"],
    ["Ref to a secret", { Ref: "Key" }, "arn:aws:secretsmanager:eu-north-1:000000000000:secret:Key-local0"],
    ["Ref to a queue", { Ref: "Queue" }, "http://127.0.0.1:4000/000000000000/Queue"],
    ["Ref to a parameter", { Ref: "Stage" }, "local"],
    ["Ref to the region", { Ref: "AWS::Region" }, "eu-north-1"],
    ["GetAtt", { "Fn::GetAtt": ["Things", "Arn"] }, "arn:aws:dynamodb:eu-north-1:000000000000:table/things"],
    ["Join", { "Fn::Join": ["/", ["a", { Ref: "Things" }, "c"]] }, "a/things/c"],
    [
      "Sub",
      { "Fn::Sub": `${"$"}{Things}.${"$"}{Files.Arn}.${"$"}{AWS::Partition}.${"$"}{!kept}` },
      `things.arn:aws:s3:::files.aws.${"$"}{kept}`,
    ],
    ["Sub with values", { "Fn::Sub": [`${"$"}{x}-${"$"}{Stage}`, { x: { Ref: "Things" } }] }, "things-local"],
    ["Select of Split", { "Fn::Select": [1, { "Fn::Split": [":", "a:b:c"] }] }, "b"],
    ["FindInMap", { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "memory"] }, "128"],
    ["If", { "Fn::If": ["IsLocal", "here", "there"] }, "here"],
    ["If over And", { "Fn::If": ["Both", "here", "there"] }, "there"],
    ["If over Or", { "Fn::If": ["Either", "here", "there"] }, "here"],
    ["NoValue", { a: 1, b: { Ref: "AWS::NoValue" } }, { a: 1 }],
    [
      "a policy's own Condition",
      { Condition: { StringEquals: { a: { Ref: "Stage" } } } },
      { Condition: { StringEquals: { a: "local" } } },
    ],
  ])("%s is resolved", (_, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it("leaves out a resource whose condition is false", () => {
    expect([...readTemplate(template, places).resources.keys()]).not.toContain("Live");
  });

  it.each([
    ["an intrinsic nobody taught it", { "Fn::ImportValue": "other" }, "Fn::ImportValue"],
    ["an attribute nobody taught it", { "Fn::GetAtt": ["Files", "WebsiteURL"] }, "Files.WebsiteURL"],
    ["a reference to what is not there", { Ref: "Nothing" }, "Nothing"],
  ])("%s stops the start with a sentence that names it", (_, value, named) => {
    expect(() => resolve(value)).toThrow(CannotStart);
    expect(() => resolve(value)).toThrow(named);
  });
});

describe("the template's resources", () => {
  const read = (Type: string, Properties = {}) =>
    refuseUnknown(readTemplate({ Resources: { It: { Type, Properties } } }, places));

  it("a type the runner does not know stops the start", () => {
    expect(() => read("AWS::StepFunctions::StateMachine")).toThrow(
      "The template's It is an AWS::StepFunctions::StateMachine, which the local runner does not know",
    );
  });

  it("a property that would change what a function does stops the start", () => {
    expect(() => read("AWS::Lambda::Function", { Layers: ["x"] })).toThrow("sets Layers");
  });

  it("what Amazon does alone is left to Amazon", () => {
    expect(() => read("AWS::KMS::Key", { KeyPolicy: {} })).not.toThrow();
  });
});
