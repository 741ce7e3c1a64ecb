import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { AwsRefusal } from "../../shared/aws/signed-call.ts";
import { json, page } from "../../shared/lambda/answer.ts";
import { logOf } from "../../shared/lambda/log.ts";
import { type Handler, type RoutesOf, ring } from "../../shared/lambda/ring.ts";
import { securityHeaders } from "../../shared/lambda/security-headers.ts";

const written = "Exempel Exempelsson 19900101-2385";

/** A role whose every route does this, asked at one of them. */
async function asked(handler: Handler, routeKey = "POST /api/v1/anything", write?: (line: string) => void) {
  const lines: string[] = [];
  const log = logOf({ stage: "test", role: "public-forms" }, write ?? ((line) => lines.push(line)), () => 0);
  let now = 0;
  const clock = () => {
    now += 7;
    return now;
  };
  // Only the one route is asked.
  const routes = { [routeKey]: handler } as unknown as RoutesOf<"public-forms">;
  const answer = ring(routes, { log, clock, brokenPage: () => page(500, "Något gick fel") });
  const event = {
    routeKey,
    rawPath: routeKey.replace(/^[A-Z]+ /, ""),
    rawQueryString: `q=${encodeURIComponent(written)}`,
    headers: { "user-agent": written },
    body: written,
    isBase64Encoded: false,
    requestContext: { requestId: "r-1", http: { sourceIp: "192.0.2.7" } },
  };
  // Only what is read is there.
  const told = await answer(event as unknown as APIGatewayProxyEventV2, {} as Context);
  return { told, lines: lines.map((line): unknown => JSON.parse(line)) };
}

const breaks =
  (failure: unknown): Handler =>
  () => {
    throw failure;
  };

describe("a log that takes nothing more", () => {
  it("changes no answer", async () => {
    const full = () => {
      throw new Error("ENOSPC");
    };
    const routeKey = "POST /api/v1/anything";
    expect((await asked(() => json(201, { written }), routeKey, full)).told).toMatchObject({ statusCode: 201 });
    expect((await asked(breaks(new AwsRefusal("Throttled", 503, {})), routeKey, full)).told).toMatchObject({
      statusCode: 503,
    });
  });

  it("stops no function when what reads its output is gone", async () => {
    const output = new URL("../../shared/lambda/output.ts", import.meta.url).href;
    const script = `
      const { logAt } = await import(${JSON.stringify(output)});
      const log = logAt({ stage: "test", role: "test" });
      for await (const _ of process.stdin);
      for (let n = 0; n < 50; n += 1) {
        log("watch-finished", { reminders: n });
        await new Promise(setImmediate);
      }
      process.stderr.write("went on");`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    child.stdout.destroy();
    await once(child.stdout, "close");
    child.stdin.end();
    const [said] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(said).toContain("went on");
    expect(child.exitCode).toBe(0);
  });
});

describe("what every role says of a request", () => {
  it("writes the route, the status and the time, and nothing that was sent", async () => {
    const { lines } = await asked(() => json(201, { written }));
    expect(lines).toEqual([
      {
        event: "request-answered",
        stage: "test",
        role: "public-forms",
        route: "POST /api/v1/anything",
        status: 201,
        durationMs: 7,
      },
    ]);
  });

  it("says of what broke its name alone, to the log, and nothing to whoever asked", async () => {
    for (const route of ["POST /api/v1/anything", "GET /sv/begaran"]) {
      const { told, lines } = await asked(breaks(new TypeError(written)), route);
      expect(told.statusCode).toBe(500);
      expect(JSON.stringify(told)).not.toMatch(/Exempelsson|TypeError/);
      expect(lines).toContainEqual(expect.objectContaining({ event: "request-failed", route, failure: "TypeError" }));
      expect(JSON.stringify(lines)).not.toContain("Exempelsson");
    }
  });

  it("asks whoever met something that may pass to come again, and nobody else", async () => {
    const { told } = await asked(breaks(Object.assign(new Error("slow down"), { $metadata: {} })));
    expect([told.statusCode, told.headers?.["retry-after"]]).toEqual([503, "5"]);
    const broken = await asked(breaks(new Error("our own fault")));
    expect([broken.told.statusCode, broken.told.headers?.["retry-after"]]).toEqual([500, undefined]);
  });
});

describe("every answer", () => {
  it.each<[string, Handler, string]>([
    ["of the API", () => json(200, {}), "POST /api/v1/anything"],
    ["that refuses", () => json(404, {}), "POST /api/v1/anything"],
    ["of the API that broke", breaks(new Error(written)), "POST /api/v1/anything"],
    ["of a page that broke", breaks("no error at all"), "GET /sv/begaran"],
  ])("%s is kept by nobody and carries every header, also when it broke", async (_, handler, route) => {
    const { told } = await asked(handler, route);
    expect(told.headers).toMatchObject({ "cache-control": "no-store", ...securityHeaders });
  });
});
