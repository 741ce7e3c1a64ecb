import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { largestBody, preferredLanguage, requestOf } from "../../shared/lambda/request.ts";

const eventOf = (parts: Partial<APIGatewayProxyEventV2>): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey: "POST /api/v1/requests",
  rawPath: "/api/v1/requests",
  rawQueryString: "",
  headers: { "content-type": "application/json" },
  isBase64Encoded: false,
  requestContext: {
    accountId: "000000000000",
    apiId: "api",
    domainName: "localhost",
    domainPrefix: "localhost",
    http: { method: "POST", path: "/api/v1/requests", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "" },
    requestId: "r-1",
    routeKey: "POST /api/v1/requests",
    stage: "$default",
    time: "",
    timeEpoch: 0,
  },
  ...parts,
});

describe("the language of an answer", () => {
  it.each([
    [undefined, "sv"],
    ["", "sv"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
    ["en;q=0.4, sv;q=0.7", "sv"],
    ["de, en;q=0.5", "en"],
    ["en;q=0", "sv"],
    ["*", "sv"],
    ["english", "sv"],
    [";;;,,q=", "sv"],
  ])("for Accept-Language %j is %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it("on a page follows the address, not the browser", () => {
    expect(requestOf(eventOf({ rawPath: "/en/case", headers: { "accept-language": "sv" } })).language).toBe("en");
    expect(requestOf(eventOf({ rawPath: "/sv/arende", headers: { "accept-language": "en" } })).language).toBe("sv");
    expect(requestOf(eventOf({ rawPath: "/english", headers: { "accept-language": "en" } })).language).toBe("sv");
  });
});

describe("the body", () => {
  const read = (parts: Partial<APIGatewayProxyEventV2>) => requestOf(eventOf(parts)).text("application/json");

  it("may be 256 KB, counted in bytes, and not one more", () => {
    expect(read({ body: "å".repeat(largestBody / 2) }).ok).toBe(true);
    expect(read({ body: `${"å".repeat(largestBody / 2)}x` })).toEqual({ ok: false, error: "too-large" });
  });

  it.each([
    ["text/plain"],
    ["application/json; charset=utf-16"],
    ["application/x-www-form-urlencoded"],
    ["application/jsonp"],
    [""],
  ])("of the type %j is refused", (type) => {
    expect(read({ headers: { "content-type": type }, body: "{}" })).toEqual({ ok: false, error: "other-media-type" });
  });

  it("that is compressed is refused, since nothing is unpacked here", () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect(read({ headers, body: "{}" })).toEqual({ ok: false, error: "other-media-type" });
  });

  it("takes the type with parameters and in capitals", () => {
    expect(read({ headers: { "content-type": 'Application/JSON; charset="UTF-8"' }, body: "{}" }).ok).toBe(true);
  });

  it("that is not UTF-8 is refused", () => {
    const body = Buffer.from([0x22, 0xc3, 0x28, 0x22]).toString("base64");
    expect(read({ body, isBase64Encoded: true })).toEqual({ ok: false, error: "not-utf-8" });
  });
});
