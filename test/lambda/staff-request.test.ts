import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { keyring } from "../../shared/identity/keyring.ts";
import { page } from "../../shared/lambda/answer.ts";
import type { AuthorizerContext } from "../../shared/lambda/authorizer-context.ts";
import { requestOf } from "../../shared/lambda/request.ts";
import { returnPath } from "../../shared/lambda/return-path.ts";
import { csrfChecked, formTokenFor, whoOf } from "../../shared/lambda/staff-request.ts";

const site = "https://dataskydd.example";
const keys = keyring(JSON.stringify({ version: "1", secret: "0123456789abcdef0123456789abcdef" }));
const who = { sub: "a-1", roles: ["dpo"], units: [], mayProtected: false };
const known: AuthorizerContext = { who: JSON.stringify(who), via: "session", session: "s-1", problem: "" };
const waitPage = () => page(503, "vänta");

function requestWith(
  routeKey: string,
  told: AuthorizerContext | undefined,
  { headers = {}, parameters = {} }: { headers?: Record<string, string>; parameters?: Record<string, string> } = {},
) {
  const path = routeKey.replace(/^[A-Z]+ /, "");
  const event = {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: "",
    headers,
    isBase64Encoded: false,
    pathParameters: parameters,
    requestContext: { requestId: "r-1", ...(told === undefined ? {} : { authorizer: { lambda: told } }) },
  };
  // Only what is read is there.
  return requestOf(event as unknown as APIGatewayProxyEventV2);
}
const problemOf = (body: string): unknown => JSON.parse(body).code;

describe("Who is asking", () => {
  it("is known when the authorizer says so", () => {
    const told = whoOf(requestWith("GET /api/v1/cases", known), waitPage);
    expect(told).toEqual({ ok: true, value: { who, via: "session", session: "s-1" } });
  });

  it.each([
    ["showed nothing", { problem: "", via: "" }, "token-required", 'Bearer realm="intag"'],
    [
      "showed what has run out",
      { problem: "expired", via: "bearer" },
      "token-expired",
      'Bearer realm="intag", error="invalid_token"',
    ],
    [
      "showed what is not ours",
      { problem: "invalid", via: "bearer" },
      "token-refused",
      'Bearer realm="intag", error="invalid_token"',
    ],
  ] as const)("is 401 to a program that %s", (_, parts, code, challenge) => {
    const told = whoOf(requestWith("GET /api/v1/cases", { ...known, who: "", session: "", ...parts }), waitPage);
    expect(told.ok).toBe(false);
    if (told.ok) return;
    expect(told.error.status).toBe(401);
    expect(told.error.headers["www-authenticate"]).toBe(challenge);
    expect(problemOf(told.error.body)).toBe(code);
  });

  it("is 401 on a route that nobody has put an authorizer on", () => {
    expect(whoOf(requestWith("GET /api/v1/cases", undefined), waitPage)).toMatchObject({
      ok: false,
      error: { status: 401 },
    });
  });

  it("is nobody when a problem is told beside a name", () => {
    for (const problem of ["expired", "invalid", "unavailable"] as const)
      expect(whoOf(requestWith("GET /api/v1/cases", { ...known, problem }), waitPage).ok).toBe(false);
    expect(whoOf(requestWith("GET /api/v1/cases", { ...known, via: "" }), waitPage).ok).toBe(false);
  });

  it("cannot be told while the provider is silent: 503, and try again", () => {
    const silent = { ...known, who: "", session: "", problem: "unavailable" } as const;
    const program = whoOf(requestWith("GET /api/v1/cases", silent), waitPage);
    expect(program).toMatchObject({ ok: false, error: { status: 503, headers: { "retry-after": "5" } } });
    expect(whoOf(requestWith("GET /personal/arenden", silent), waitPage)).toEqual({ ok: false, error: waitPage() });
  });

  it("sends a person to sign in and back to the page, keeping references and years and nothing else of the address", () => {
    const going = (routeKey: string, parameters = {}) => {
      const told = whoOf(requestWith(routeKey, { ...known, who: "", via: "", session: "" }, { parameters }), waitPage);
      return told.ok ? undefined : told.error.headers.location;
    };
    expect(going("GET /personal/arenden")).toBe("/personal/logga-in?till=/personal/arenden");
    expect(going("GET /personal/arenden/{reference}", { reference: "7K2M-9QXA-4TBC-1" })).toBe(
      "/personal/logga-in?till=/personal/arenden/7K2M-9QXA-4TBC-1",
    );
    expect(going("GET /personal/arenden/{reference}", { reference: "Anna Andersson" })).toBe(
      "/personal/logga-in?till=/personal",
    );
  });
});

describe("Where somebody is sent after signing in", () => {
  it.each([
    "/personal",
    "/personal/arenden",
    "/personal/arenden/7K2M-9QXA-4TBC-1",
    "/personal/statistik/2026",
    "/personal/konto",
  ])("may be %s", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    "",
    "/",
    "//thief.example",
    "https://thief.example/personal",
    "/personal//thief.example",
    "/personal/..",
    "/personal/../en",
    "/personal/%2e%2e",
    "/personal\\thief",
    "/personal@thief.example",
    "/personalen",
    "/personal?x=1",
    "/personal#x",
    "/personal/a/b/c/d/e",
    "/personal/logga-in",
    "/personal/logga-ut",
    "/personal/inloggad",
    "/personal/\r\nx:y",
    "javascript:alert(1)",
    "/en/case",
  ])("is where all of them begin instead of %j", (path) => {
    expect(returnPath(path)).toBe("/personal");
  });
});

describe("A change by a form", () => {
  const caller = { who: { ...who, roles: ["dpo"] as const }, via: "session", session: "s-1" } as const;
  const token = formTokenFor(caller, keys);
  const isMeant = (
    headers: Record<string, string>,
    formToken: string | undefined = token,
    by: Parameters<typeof csrfChecked>[1] = caller,
  ) => csrfChecked(requestWith("POST /personal/incident", known, { headers }), by, { keys, site, formToken });

  it.each([
    ["from our own page", { "sec-fetch-site": "same-origin", origin: site }],
    [
      "from our own page, which sends no referrer and so no origin",
      { "sec-fetch-site": "same-origin", origin: "null" },
    ],
    ["from our own page in a browser that says only the origin", { origin: site }],
    ["typed or reloaded by the person", { "sec-fetch-site": "none" }],
  ])("%s is meant", (_, headers) => {
    expect(isMeant(headers)).toBe(true);
  });

  it.each([
    ["from nowhere", {}],
    ["from a page without an origin", { origin: "null" }],
    ["from another site", { origin: "https://thief.example" }],
    ["from another site that says it is here", { origin: "https://thief.example", "sec-fetch-site": "same-origin" }],
    ["from a neighbour", { origin: site, "sec-fetch-site": "same-site" }],
    ["from across", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["from a site that begins like ours", { origin: `${site}.thief.example` }],
    ["from ours unencrypted", { origin: site.replace("https", "http") }],
    ["from ours on another port", { origin: `${site}:8443` }],
  ])("%s is refused, with the right word in it", (_, headers) => {
    expect(isMeant(headers)).toBe(false);
  });

  it("without our word in it, with another's or with a changed one, is refused", () => {
    const headers = { origin: site, "sec-fetch-site": "same-origin" };
    const others = formTokenFor({ session: "s-2" }, keys);
    const forAnotherUse = keys.seal("receipt", "s-1");
    for (const wrong of ["", "x", others, forAnotherUse, `${token}A`, token.slice(0, -2), "s-1"])
      expect(isMeant(headers, wrong)).toBe(false);
    expect(
      csrfChecked(requestWith("POST /personal/incident", known, { headers }), caller, {
        keys,
        site,
        formToken: undefined,
      }),
    ).toBe(false);
  });

  it("by a token needs no word: only whoever holds it can send it", () => {
    expect(isMeant({}, undefined, { ...caller, via: "bearer", session: "" })).toBe(true);
    expect(isMeant({ origin: site }, formTokenFor({ session: "" }, keys), { ...caller, session: "" })).toBe(false);
  });
});
