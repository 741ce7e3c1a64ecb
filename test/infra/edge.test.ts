import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/template-json.ts";
import { securityHeaders } from "../../shared/lambda/security-headers.ts";
import { isTold, routes } from "../../shared/routes.ts";
import { deployed, jobs, yearly } from "./template.ts";

const { all, each, functionOf } = deployed();
const apiTimeoutMs = 30_000;

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
});
