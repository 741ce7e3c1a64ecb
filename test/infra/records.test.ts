import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/template-json.ts";
import { deployed } from "./template.ts";

const { all, each } = deployed();

describe("Records", () => {
  it.each(each("AWS::DynamoDB::Table"))(
    "in %s outlive the stack, can be restored, and are under the data key",
    (_, { resource, of }) => {
      expect([at(resource, "DeletionPolicy"), at(resource, "UpdateReplacePolicy")]).toEqual(["Retain", "Retain"]);
      expect(of("DeletionProtectionEnabled")).toBe(true);
      expect(of("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")).toBe(true);
      expect(of("BillingMode")).toBe("PAY_PER_REQUEST");
      expect(of("SSESpecification", "KMSMasterKeyId")).toEqual({ "Fn::GetAtt": ["DataKey", "Arn"] });
    },
  );

  it("of who is signed in are cleared away by themselves", () => {
    const sessions = all("AWS::DynamoDB::Table").find(({ id }) => id === "Sessions");
    expect(sessions?.of("TimeToLiveSpecification")).toEqual({ AttributeName: "expiresAt", Enabled: true });
  });

  it("of what was sent are never cleared away: of their table only saved answers have a day when they go", () => {
    const cleared = all("AWS::DynamoDB::Table").flatMap(({ id, of }) => {
      const name = at(of("TimeToLiveSpecification") ?? {}, "AttributeName");
      return name === undefined ? [] : [[id, name]];
    });
    expect(cleared.toSorted()).toEqual([
      ["Sessions", "expiresAt"],
      ["Submissions", "draftExpiresAt"],
    ]);
  });

  it.each(each("AWS::KMS::Key"))("%s outlives the stack and is renewed every year", (_, { resource, of }) => {
    expect(at(resource, "DeletionPolicy")).toBe("Retain");
    expect(of("EnableKeyRotation")).toBe(true);
  });

  it.each(each("AWS::S3::Bucket"))(
    "in the bucket %s are closed to the public and outlive the stack",
    (_, { resource, of }) => {
      expect(at(resource, "DeletionPolicy")).toBe("Retain");
      expect(Object.values(of("PublicAccessBlockConfiguration") ?? {})).toEqual([true, true, true, true]);
    },
  );

  it("of cases stand in lists that show codes and dates, and nothing that anybody wrote", () => {
    const cases = all("AWS::DynamoDB::Table").find(({ id }) => id === "Cases");
    const shown = listed(cases?.of("GlobalSecondaryIndexes")).map((index) => [
      at(index, "IndexName"),
      listed(at(index, "Projection", "NonKeyAttributes")).toSorted(),
    ]);
    const codes = [
      "assignee",
      "drill",
      "dueAt",
      "dueOn",
      "kind",
      "receivedAt",
      "reference",
      "status",
      "unit",
      "version",
    ];
    expect(Object.fromEntries(shown)).toEqual({
      "by-city": codes,
      "by-person": [],
      "by-reporter": codes,
      "by-unit": codes,
      "by-year": ["tally"],
      disposable: ["kind", "protectedIdentity", "reference", "tally", "unit", "version", "yearShard"],
      disposed: ["closedRecordedAt", "disposalDecision", "disposalRule", "disposedAt", "kind", "reference", "unit"],
      "letters-due": [],
      "owed-cases": [],
      "to-watch": [],
    });
  });

  it("of who fetched what, which hold network addresses, are gone after 30 days", () => {
    const [rule] = listed(
      all("AWS::S3::Bucket")
        .find(({ id }) => id === "AccessLogs")
        ?.of("LifecycleConfiguration", "Rules"),
    );
    expect([at(rule, "ExpirationInDays"), at(rule, "Status")]).toEqual([30, "Enabled"]);
  });

  it("of the yearly report can be locked and keep every version", () => {
    const reports = all("AWS::S3::Bucket").find(({ id }) => id === "Reports");
    expect(reports?.of("ObjectLockEnabled")).toBe(true);
    expect(reports?.of("VersioningConfiguration", "Status")).toBe("Enabled");
  });
});

describe("Logs", () => {
  it.each(each("AWS::Logs::LogGroup"))("%s is thrown away in time and kept under a key of the stack's", (_, { of }) => {
    expect(of("RetentionInDays")).toBe(90);
    expect(of("KmsKeyId")).toEqual({ "Fn::GetAtt": ["OperationsKey", "Arn"] });
  });

  it("of the API say which route was answered and how, but nothing that can say who asked", () => {
    const format = String(all("AWS::ApiGatewayV2::Stage")[0]?.of("AccessLogSettings", "Format"));
    const fields = [...format.matchAll(/\$context\.([A-Za-z.]+)/g)].map(([, field]) => field);
    expect(fields).toContain("routeKey");
    for (const telling of ["path", "identity", "domain", "authorizer", "error"]) {
      expect(fields.filter((field) => field?.startsWith(telling))).toEqual([]);
    }
  });

  it("of the distribution leave out cookies", () => {
    const logging = all("AWS::CloudFront::Distribution")[0]?.of("DistributionConfig", "Logging");
    expect(at(logging, "IncludeCookies")).toBe(false);
  });
});
