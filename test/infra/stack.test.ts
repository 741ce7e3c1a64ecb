import { describe, expect, it } from "vitest";
import { rulePacks } from "../../infra/assembly.ts";
import { at, isJson, listed } from "../../infra/template-json.ts";
import { synthesized } from "./synthesized.ts";
import { needs } from "./template.ts";

const { app, stack, template } = synthesized();
const own = synthesized({
  domainName: "dataskydd.example",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a",
  originCertificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/b",
  alarmEmail: "drift@stad.example",
});
const test = synthesized({ stage: "test", alarmEmail: "drift@stad.example" });
/** What a stack answers for instead of keeping, in both its forms: rule by rule, with the reason. */
const answered = [stack, own.stack]
  .flatMap((one) => one.node.findAll().flatMap(({ node }) => node.metadata))
  .filter(({ type }) => /acknowledge/i.test(type))
  .flatMap(({ data }) => (isJson(data) ? Object.entries(data) : []))
  .map(([id, reason]) => ({ id: id.replace(/^annotation::/i, ""), reason: String(reason) }));

describe("The stack as a whole", () => {
  it.each(rulePacks.map((Pack) => [Pack.name, Pack] as const))(
    "has no finding of %s that nobody has answered for, with a domain of its own or without",
    (_, Pack) => {
      expect(new Pack(app).validateScope(stack).violations).toEqual([]);
      expect(new Pack(own.app).validateScope(own.stack).violations).toEqual([]);
    },
  );

  it("answers with twelve reasons at most for the rules that it does not keep, and each is one to argue with", () => {
    const reasons = new Set(answered.map(({ reason }) => reason));
    expect(reasons.size).toBeGreaterThan(0);
    expect(reasons.size).toBeLessThanOrEqual(12);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z][^\n]{60,}\.$/);
    // A reason is no blank cheque: the rules behind them are counted too, each folder by itself.
    const rules = new Set(answered.map(({ id }) => id));
    expect(rules.size).toBeLessThanOrEqual(21);
    console.log(`findings left open 0, reasons ${reasons.size}, rules behind them ${rules.size}`);
  });

  it("answers for no rule that nothing breaks", () => {
    // Without the answers, every rule speaks again.
    for (const { node } of test.stack.node.findAll())
      for (const { type, data } of node.metadata)
        if (/acknowledge/i.test(type) && isJson(data))
          for (const id of Object.keys(data)) Reflect.deleteProperty(data, id);
    const broken = rulePacks
      .flatMap((Pack) => new Pack(test.app).validateScope(test.stack).violations)
      .map(({ ruleName }) => ruleName);
    expect([...new Set(answered.map(({ id }) => id))].toSorted()).toEqual([...new Set(broken)].toSorted());
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
    expect([stack.stackName, test.stack.stackName]).toEqual(["Intag-dev", "Intag-test"]);
    expect(test.stack.templateFile).toBe("Intag.template.json");
  });

  it("mails its alarms to the address that the settings give", () => {
    const mailed = own.all("AWS::SNS::Subscription");
    expect(mailed.map(({ of }) => of("Endpoint"))).toEqual(["drift@stad.example"]);
  });

  it("lets nobody past its front once there is a domain of its own", () => {
    expect(own.all("AWS::ApiGatewayV2::Api")[0]?.of("DisableExecuteApiEndpoint")).toBe(true);
    const config = own.all("AWS::CloudFront::Distribution")[0]?.of("DistributionConfig");
    expect(at(config, "Aliases")).toEqual(["dataskydd.example"]);
    expect(at(config, "ViewerCertificate", "MinimumProtocolVersion")).toBe("TLSv1.2_2021");
    expect(listed(at(config, "Origins")).map((origin) => at(origin, "DomainName"))).toEqual([
      "origin.dataskydd.example",
    ]);
  });
});
