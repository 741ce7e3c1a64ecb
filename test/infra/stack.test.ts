import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/template-json.ts";
import { logOf } from "../../shared/lambda/log.ts";
import { securityHeaders } from "../../shared/lambda/security-headers.ts";
import { isTold, routes } from "../../shared/routes.ts";
import { needs, type Resource, synthesized } from "./synthesized.ts";

const { app, stack, all, template } = synthesized();
const ownDomain = {
  domainName: "dataskydd.example",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a",
  originCertificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/b",
};
const functionOf = (role: string): Resource | undefined =>
  all("AWS::Lambda::Function").find(({ of }) => of("Environment", "Variables", "INTAG_ROLE") === role);
const each = (type: string): readonly [string, Resource][] => {
  const found = all(type).map((one): [string, Resource] => [one.id, one]);
  if (found.length === 0) throw new Error(`The template has no ${type}.`);
  return found;
};
const apiTimeoutMs = 30_000;
/** Roles that run by the clock alone: when, what each whole run counts, and how long a silence is an alarm. */
const jobs: Readonly<Record<string, { at: string; finished: string; missedAfterHours: number }>> = {
  "deadline-watch": { at: "cron(0 * * * ? *)", finished: "WatchFinished", missedAfterHours: 3 },
  anchor: { at: "cron(40 3 * * ? *)", finished: "AnchorFinished", missedAfterHours: 30 },
  disposal: { at: "cron(30 2 * * ? *)", finished: "DisposalFinished", missedAfterHours: 30 },
};
/** Runs once a year and when it is asked to, for as long as it takes; what it could not do is parked. */
const yearly = "yearly-report";
const scheduledRole = (of: Resource["of"]): string => {
  const [target] = listed(of("Target", "Arn", "Fn::GetAtt")).flat();
  return String(
    all("AWS::Lambda::Function")
      .find(({ id }) => id === target)
      ?.of("Environment", "Variables", "INTAG_ROLE"),
  );
};
const serverErrors = all("AWS::CloudWatch::Alarm").filter(({ of }) => of("MetricName") === "5xx");
const silenceOf = (role: string): readonly Resource[] =>
  all("AWS::CloudWatch::Alarm").filter(
    ({ of }) =>
      /Finished$/.test(String(of("MetricName"))) &&
      listed(of("Dimensions")).some((dimension) => at(dimension, "Value") === role),
  );

describe("The stack as a whole", () => {
  it("has no AwsSolutions finding that nobody has answered for", () => {
    expect(new AwsSolutionsChecks(app).validateScope(stack).violations).toEqual([]);
  });

  it("has none with a domain of its own either", () => {
    const own = synthesized(ownDomain);
    expect(new AwsSolutionsChecks(own.app).validateScope(own.stack).violations).toEqual([]);
  });

  it("answers for at most twelve findings, each with a reason", () => {
    const reasons = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => /acknowledge/i.test(type));
    const answered = reasons.map(({ data }) => JSON.stringify(data));
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.length).toBeLessThanOrEqual(12);
    for (const reason of answered) expect(reason).toMatch(/[a-z ,;]{30}/);
  });

  it("needs no parameter, no condition and no account to be read", () => {
    expect(Object.keys(template).sort()).toEqual(["Description", "Outputs", "Resources"]);
  });

  it("can be created, since no resource waits for itself by way of others", () => {
    const resources = new Map(Object.entries(at(template, "Resources") ?? {}));
    const done = new Set<string>();
    const visit = (id: string, waiting: readonly string[]): void => {
      if (done.has(id) || !resources.has(id)) return;
      expect(waiting, `${[...waiting, id].join(" waits for ")}`).not.toContain(id);
      for (const need of needs(resources.get(id))) visit(need, [...waiting, id]);
      done.add(id);
    };
    for (const id of resources.keys()) visit(id, []);
    expect(done.size).toBe(resources.size);
  });

  it("is called by its stage, while its template keeps one name", () => {
    const test = synthesized({ stage: "test" });
    expect([stack.stackName, test.stack.stackName]).toEqual(["Intag-dev", "Intag-test"]);
    expect(test.stack.templateFile).toBe("Intag.template.json");
  });
});

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

  it("are mailed to the address the settings give", () => {
    const mailed = synthesized({ alarmEmail: "drift@stad.example" }).all("AWS::SNS::Subscription");
    expect(mailed.map(({ of }) => of("Endpoint"))).toEqual(["drift@stad.example"]);
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

describe("Routes", () => {
  it("are exactly those of the table, each to its role", () => {
    const integrated = new Map(
      all("AWS::ApiGatewayV2::Integration").map(({ id, of }) => [
        id,
        listed(of("IntegrationUri", "Fn::GetAtt")).flat()[0],
      ]),
    );
    const made = all("AWS::ApiGatewayV2::Route").map(({ of }) => {
      const integration = listed(at(of("Target"), "Fn::Join"))
        .flat(2)
        .map((part) => at(part, "Ref"))
        .find(Boolean);
      const target = integrated.get(String(integration));
      const role = all("AWS::Lambda::Function")
        .find(({ id }) => id === target)
        ?.of("Environment", "Variables", "INTAG_ROLE");
      return [of("RouteKey"), role];
    });
    expect(Object.fromEntries(made)).toEqual(routes);
    expect(made).toHaveLength(Object.keys(routes).length);
  });

  it("are told who is asking where staff go, and nowhere else", () => {
    const told = all("AWS::ApiGatewayV2::Route").filter(({ of }) => of("AuthorizationType") === "CUSTOM");
    expect(told.map(({ of }) => String(of("RouteKey"))).toSorted()).toEqual(
      Object.keys(routes).filter(isTold).toSorted(),
    );
    const staff = Object.keys(routes).filter((key) => / \/personal(\/|$)/.test(key));
    const untold = staff.filter((key) => !told.some(({ of }) => of("RouteKey") === key));
    expect(untold.toSorted()).toEqual([
      "GET /personal/inloggad",
      "GET /personal/logga-in",
      "GET /personal/utloggad",
      "POST /personal/logga-ut",
    ]);
  });

  it("ask the authorizer every time, whatever is shown, and let it answer in few words", () => {
    const [authorizer, ...more] = all("AWS::ApiGatewayV2::Authorizer");
    expect(more).toEqual([]);
    expect([
      authorizer?.of("AuthorizerResultTtlInSeconds"),
      authorizer?.of("IdentitySource"),
      authorizer?.of("EnableSimpleResponses"),
      authorizer?.of("AuthorizerPayloadFormatVersion"),
    ]).toEqual([0, [], true, "2.0"]);
    expect(JSON.stringify(authorizer?.of("AuthorizerUri"))).toContain(functionOf("authorizer")?.id);
  });

  it("have a throttle, and a narrower one where people write or ask with a code", () => {
    const stage = all("AWS::ApiGatewayV2::Stage")[0];
    const usual = Number(stage?.of("DefaultRouteSettings", "ThrottlingRateLimit"));
    expect(usual).toBeGreaterThan(0);
    for (const key of Object.keys(routes).filter((key) => /^POST .*(request|begaran|arende|case)/.test(key))) {
      expect(Number(stage?.of("RouteSettings", key, "ThrottlingRateLimit")), key).toBeLessThan(usual);
    }
  });

  const waitedFor = each("AWS::Lambda::Function").filter(
    ([, { of }]) => ![...Object.keys(jobs), yearly].includes(String(of("Environment", "Variables", "INTAG_ROLE"))),
  );
  it.each(waitedFor)("%s ends before the API stops waiting", (_, { of }) => {
    expect(Number(of("Timeout")) * 1000).toBeLessThan(apiTimeoutMs);
  });
});

describe("The front", () => {
  const distribution = () => all("AWS::CloudFront::Distribution")[0];
  const policy = () => all("AWS::CloudFront::ResponseHeadersPolicy")[0];

  it("puts the same security headers on every answer as the functions do", () => {
    const security = policy()?.of("ResponseHeadersPolicyConfig", "SecurityHeadersConfig");
    const custom = listed(policy()?.of("ResponseHeadersPolicyConfig", "CustomHeadersConfig", "Items"));
    const hsts = at(security, "StrictTransportSecurity");
    expect({
      "content-security-policy": at(security, "ContentSecurityPolicy", "ContentSecurityPolicy"),
      "referrer-policy": at(security, "ReferrerPolicy", "ReferrerPolicy"),
      "strict-transport-security": `max-age=${at(hsts, "AccessControlMaxAgeSec")}${at(hsts, "IncludeSubdomains") === true ? "; includeSubDomains" : ""}`,
      "x-content-type-options": at(security, "ContentTypeOptions", "Override") === true ? "nosniff" : undefined,
      "x-frame-options": at(security, "FrameOptions", "FrameOption"),
      ...Object.fromEntries(custom.map((header) => [at(header, "Header"), at(header, "Value")])),
    }).toEqual(securityHeaders);
  });

  it("says nothing of what serves the answers", () => {
    const removed = listed(policy()?.of("ResponseHeadersPolicyConfig", "RemoveHeadersConfig", "Items"));
    expect(removed.map((header) => at(header, "Header"))).toEqual(["server", "x-powered-by"]);
  });

  it("keeps no page and no fault, only static files, and only as long as these say", () => {
    const config = distribution()?.of("DistributionConfig");
    const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    expect(at(config, "DefaultCacheBehavior", "CachePolicyId")).toBe(cachingDisabled);
    const others = listed(at(config, "CacheBehaviors"));
    expect(others.map((one) => at(one, "PathPattern"))).toEqual(["/assets/*"]);
    const cache = all("AWS::CloudFront::CachePolicy")[0];
    expect(cache?.of("CachePolicyConfig", "DefaultTTL")).toBe(0);
    for (const fault of listed(at(config, "CustomErrorResponses"))) expect(at(fault, "ErrorCachingMinTTL")).toBe(0);
    expect(listed(at(config, "CustomErrorResponses")).map((fault) => at(fault, "ErrorCode"))).toContain(404);
  });

  it("lets nobody past it once there is a domain of its own", () => {
    const own = synthesized(ownDomain);
    expect(own.all("AWS::ApiGatewayV2::Api")[0]?.of("DisableExecuteApiEndpoint")).toBe(true);
    const config = own.all("AWS::CloudFront::Distribution")[0]?.of("DistributionConfig");
    expect(at(config, "Aliases")).toEqual(["dataskydd.example"]);
    expect(at(config, "ViewerCertificate", "MinimumProtocolVersion")).toBe("TLSv1.2_2021");
    expect(listed(at(config, "Origins")).map((origin) => at(origin, "DomainName"))).toEqual([
      "origin.dataskydd.example",
    ]);
  });
});

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

describe("Work that follows from a change", () => {
  it.each(each("AWS::Lambda::EventSourceMapping"))(
    "%s begins at the oldest change, and parks what cannot be done",
    (_, { of }) => {
      expect(of("StartingPosition")).toBe("TRIM_HORIZON");
      expect(of("FunctionResponseTypes")).toEqual(["ReportBatchItemFailures"]);
      expect(of("BisectBatchOnFunctionError")).toBe(true);
      expect(of("MaximumRetryAttempts")).toBe(10);
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

describe("Functions", () => {
  it.each(each("AWS::Lambda::Function"))("%s runs Node 24 on the machine it is made for", (_, { of }) => {
    const isYearly = of("Environment", "Variables", "INTAG_ROLE") === yearly;
    const machine = isYearly ? [["x86_64"], 2_048] : [["arm64"], 512];
    expect([of("Runtime"), of("Architectures"), of("MemorySize")]).toEqual(["nodejs24.x", ...machine]);
  });

  it("that strangers can call are bounded in number", () => {
    for (const role of new Set([...Object.values(routes), "authorizer"])) {
      expect(Number(functionOf(role)?.of("ReservedConcurrentExecutions"))).toBeGreaterThan(0);
    }
  });

  it("know no table, secret or address that they have no use for", () => {
    const known = (role: string) => Object.keys(functionOf(role)?.of("Environment", "Variables") ?? {}).sort();
    const everywhere = ["INTAG_CITY", "INTAG_ROLE", "INTAG_STAGE"];
    expect(known("public-forms")).toEqual([...everywhere, "SECRET_ID", "SITE_URL", "SUBMISSIONS_TABLE"]);
    expect(known("citizen-status")).toEqual([
      "CASES_TABLE",
      "FILES_BUCKET",
      ...everywhere,
      "SECRET_ID",
      "SITE_URL",
      "SUBMISSIONS_TABLE",
    ]);
    expect(known("sign-in")).toEqual(
      [
        ...everywhere,
        "CITIZEN_OIDC_CLIENT_ID",
        "CITIZEN_OIDC_ISSUER",
        "CLAIM_MAPPING",
        "OIDC_CLIENT_ID",
        "OIDC_ISSUER",
        "OIDC_SECRET_ID",
        "SECRET_ID",
        "SESSIONS_TABLE",
        "SITE_URL",
      ].toSorted(),
    );
    expect(known("authorizer")).toEqual(
      [
        ...everywhere,
        "CLAIM_MAPPING",
        "OIDC_AUDIENCE",
        "OIDC_CLIENT_ID",
        "OIDC_ISSUER",
        "OIDC_SECRET_ID",
        "OLDEST_TOKEN_S",
        "SESSIONS_TABLE",
      ].toSorted(),
    );
    expect(known("case-intake")).toEqual(["CASES_TABLE", ...everywhere, "SECRET_ID", "SUBMISSIONS_TABLE"]);
    expect(known("outbox")).toEqual([
      "CASES_TABLE",
      ...everywhere,
      "MAIL_CONFIGURATION_SET",
      "MAIL_FROM",
      "SITE_URL",
      "SUBMISSIONS_TABLE",
    ]);
  });
});
