import { request } from "node:http";
import { connect } from "node:net";
import { CfnResource, type Stack } from "aws-cdk-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Local, up } from "../../infra/local/up.ts";
import { fixture, freshFolder } from "./fixture-stack.ts";
import { deed } from "./small-city.ts";

let local: Local;
beforeAll(async () => {
  local = await up({ ...(await fixture()), port: 0, data: freshFolder(), schedules: false });
});
afterAll(() => local.stop());

/** Sends bytes as they are; the whole answer as text. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(local.url).port), "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      answer += chunk;
      if (answer.includes("\r\n\r\n")) socket.end();
    });
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
  });

const everyAnswer = (headers: Headers | string) => {
  const text =
    typeof headers === "string" ? headers : [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  expect(text).toContain("x-content-type-options: nosniff");
  expect(text).toContain("content-security-policy: default-src 'none'; frame-ancestors 'none'");
  expect(text).not.toMatch(/^(server|x-powered-by):/im);
};

describe("an event", () => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(local.url + path, init);
    return { answer, event: await answer.json() };
  };

  it("has the shape of payload format 2.0", async () => {
    const { event } = await ask("/things/%C3%A5?a=1&b=x%20y&a=2", {
      headers: { cookie: "one=1; two=2", "X-Odd": "A" },
    });
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "GET /things/{id}",
      rawPath: "/things/å",
      rawQueryString: "a=1&b=x%20y&a=2",
      queryStringParameters: { a: "1,2", b: "x y" },
      cookies: ["one=1", "two=2"],
      pathParameters: { id: "å" },
      isBase64Encoded: false,
      requestContext: {
        routeKey: "GET /things/{id}",
        stage: "$default",
        http: { method: "GET", sourceIp: "127.0.0.1", protocol: "HTTP/1.1" },
      },
    });
    expect(event.headers).not.toHaveProperty("cookie");
    expect(event.headers["x-odd"]).toBe("A");
  });

  it("carries JSON as text and a form in base64", async () => {
    const post = (type: string, body: string) =>
      ask("/any-path", { method: "POST", headers: { "content-type": type }, body });
    expect((await post("application/json; charset=utf-8", '{"å":1}')).event).toMatchObject({
      body: '{"å":1}',
      isBase64Encoded: false,
    });
    expect((await post("application/x-www-form-urlencoded", "a=1")).event).toMatchObject({
      body: Buffer.from("a=1").toString("base64"),
      isBase64Encoded: true,
    });
  });

  it("goes to the default route when no other fits", async () => {
    expect((await ask("/nowhere")).event.routeKey).toBe("$default");
  });
});

describe("an answer", () => {
  it("may set several cookies, and carries CloudFront's headers", async () => {
    const answer = await fetch(local.url);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
    everyAnswer(answer.headers);
  });

  it("is Amazon's own 500 when the function throws, dies or takes too long", async () => {
    for (const bad of ["throw", "crash", "slow"])
      expect(await deed(local, bad, { ms: 1500 })).toEqual({
        status: 500,
        value: { message: "Internal Server Error" },
      });
    expect(local.functionErrors.map(({ errorType }) => errorType)).toEqual([
      "Error",
      "Runtime.ExitError",
      "Sandbox.Timedout",
    ]);
  });

  it("is 413 for a body over 10 MB, with CloudFront's headers", async () => {
    const answer = await fetch(local.url, { method: "POST", body: "x".repeat(10 * 1024 * 1024 + 1) });
    expect([answer.status, await answer.json()]).toEqual([413, { message: "Request Entity Too Large" }]);
    everyAnswer(answer.headers);
  });

  it("is 431 for headers over 10,240 bytes and 400 for what is not HTTP, with CloudFront's headers", async () => {
    const large = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(10_300)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 /);
    everyAnswer(large);
    const garbage = await raw("what is this\r\n\r\n");
    expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
    everyAnswer(garbage);
  });
});

describe("several events at once", () => {
  it("are served by several environments, each with one event at a time", async () => {
    const served = await Promise.all(
      Array.from({ length: 4 }, () => Promise.all([deed(local, "slow", { ms: 200 }), deed(local, "pid")])),
    );
    const pids = new Set(served.map(([, { value }]) => value));
    expect(pids.size).toBeGreaterThan(1);
  });

  it("are served by no more environments than the template reserves", async () => {
    const change = (stack: Stack) => {
      const door = stack.node.findChild("door").node.defaultChild;
      if (door instanceof CfnResource) door.addPropertyOverride("ReservedConcurrentExecutions", 1);
    };
    const small = await up({
      ...(await fixture({ change })),
      port: 0,
      data: freshFolder(),
      schedules: false,
      warm: false,
    });
    try {
      const served = await Promise.all(Array.from({ length: 4 }, () => deed(small, "pid")));
      expect(new Set(served.map(({ value }) => value)).size).toBe(1);
    } finally {
      await small.stop();
    }
  });
});

describe("pages of this machine", () => {
  it("are not there for a name that was made to point here", async () => {
    const status = await new Promise((resolve) => {
      const { port } = new URL(local.url);
      request({ port, host: "127.0.0.1", path: "/_local/mail", headers: { host: "evil.example" } }, (answer) =>
        resolve(answer.resume().statusCode),
      ).end();
    });
    expect(status).toBe(404);
  });

  it("listen on loopback only", () => {
    expect(new URL(local.url).hostname).toBe("127.0.0.1");
    expect(new URL(local.endpoint.url).hostname).toBe("127.0.0.1");
  });
});
