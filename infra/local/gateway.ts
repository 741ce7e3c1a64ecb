import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { CannotStart } from "./cannot-start.ts";
import { bodyOf, close, headersOf, listen, portOf } from "./edge.ts";
import type { Functions } from "./functions.ts";
import { answerOf, eventOf, type GatewayAnswer, type GatewayRequest, ownAnswer } from "./payload.ts";
import type { FunctionPlan, Plan } from "./plan.ts";
import { originHeaders, type ResponseHeaders, responseHeaders } from "./response-headers.ts";
import { routeTable } from "./route-table.ts";
import { api, authorizer, integration, route, stage } from "./shapes.ts";

/** A request under `/_local/`, which exists on one machine only. Undefined: there is no such page. */
export type LocalRoutes = (method: string, path: string, body: Buffer) => Promise<GatewayAnswer | undefined>;

/** The open door: bound before anything else starts, answering once it knows what to serve. */
export interface Door {
  readonly url: string;
  serve(gateway: Gateway): void;
  stop(): Promise<void>;
}

export interface Gateway {
  answer(request: GatewayRequest): Promise<GatewayAnswer>;
  readonly headers: ResponseHeaders;
  readonly local: LocalRoutes;
}

const mostBody = 10 * 1024 * 1024;
/** What Lambda takes as one event, in bytes of JSON. */
const mostEvent = 6 * 1024 * 1024;
/** API Gateway's limit for the request line and all headers together. */
const mostHeaders = 10_240;

/** Takes the port. Throws CannotStart when it is taken. */
export const openDoor = async (port: number): Promise<Door> => {
  let gateway: Gateway | undefined;
  const dressed = (path: string, answer: GatewayAnswer) => gateway?.headers(path, answer.headers) ?? answer.headers;
  const server = createServer({ maxHeaderSize: mostHeaders, insecureHTTPParser: false }, (incoming, outgoing) => {
    const [path = "/"] = (incoming.url ?? "/").split("?", 1);
    answerTo(gateway, incoming, server)
      .catch(() => ownAnswer(500, "Internal Server Error"))
      .then((answer) => write(outgoing, answer, dressed(path, answer)));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable) return socket.destroy();
    const tooLarge = error.code === "HPE_HEADER_OVERFLOW";
    const answer = tooLarge ? ownAnswer(431, "Request Header Fields Too Large") : ownAnswer(400, "Bad Request");
    const lines = Object.entries(dressed("/", answer)).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(
      `HTTP/1.1 ${answer.status} ${tooLarge ? "Request Header Fields Too Large" : "Bad Request"}\r\n${lines.join("")}content-length: ${answer.body.length}\r\nconnection: close\r\n\r\n${answer.body}`,
    );
  });
  try {
    await listen(server, port);
  } catch (cause) {
    throw new CannotStart(
      `Port ${port} is taken: end what listens there, or choose another with PORT=${port + 1} npm start.`,
      { cause },
    );
  }
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    serve: (ready) => {
      gateway = ready;
    },
    stop: () => close(server),
  };
};

const answerTo = async (
  gateway: Gateway | undefined,
  incoming: IncomingMessage,
  server: Server,
): Promise<GatewayAnswer> => {
  const body = await bodyOf(incoming, mostBody);
  if (!gateway) return ownAnswer(503, "Service Unavailable");
  if (!body) return ownAnswer(413, "Request Entity Too Large");
  const url = incoming.url ?? "/";
  const at = url.indexOf("?");
  const rawPath = at < 0 ? url : url.slice(0, at);
  const method = incoming.method ?? "GET";
  if (rawPath.startsWith("/_local/")) {
    // Only a page of this very machine, and no page elsewhere whose name was made to point here.
    const host = incoming.headers.host ?? "";
    const own = [`127.0.0.1:${portOf(server)}`, `localhost:${portOf(server)}`].includes(host);
    return (own ? await gateway.local(method, rawPath, body) : undefined) ?? ownAnswer(404, "Not Found");
  }
  const sourceIp = incoming.socket.remoteAddress ?? "127.0.0.1";
  const headers = headersOf(incoming);
  return gateway.answer({
    method,
    rawPath,
    search: at < 0 ? "" : url.slice(at + 1),
    headers,
    body,
    sourceIp,
    at: new Date(),
  });
};

const write = (outgoing: ServerResponse, answer: GatewayAnswer, headers: Readonly<Record<string, string>>): void => {
  if (outgoing.destroyed) return;
  const { "content-length": _, connection: __, "transfer-encoding": ___, ...rest } = headers;
  const bodiless = outgoing.req.method === "HEAD" || answer.status === 204 || answer.status === 304;
  outgoing.writeHead(answer.status, {
    ...rest,
    ...(answer.cookies.length > 0 ? { "set-cookie": [...answer.cookies] } : {}),
    ...(bodiless ? {} : { "content-length": answer.body.length }),
  });
  outgoing.end(bodiless ? undefined : answer.body);
};

interface Target {
  readonly plan: FunctionPlan;
  readonly timeoutMs: number;
  readonly authorizer: Authorizer | undefined;
}
interface Authorizer {
  readonly plan: FunctionPlan;
  readonly identitySource: readonly string[];
}

const functionOf = (plan: Plan, uri: string): FunctionPlan => {
  const arn = /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
  const found = plan.functionByArn(arn);
  if (!found) throw new CannotStart(`The template's HTTP API calls ${arn}, which is not a function of the template.`);
  return found;
};

/** The HTTP API of the template: its routes, their functions, their authorizers. */
export const gatewayOf = (plan: Plan, functions: Functions, local: LocalRoutes): Gateway => {
  // Read for what they must say: an HTTP API, served at its root.
  plan.all("AWS::ApiGatewayV2::Api", api);
  plan.all("AWS::ApiGatewayV2::Stage", stage);
  const integrations = new Map(
    plan
      .all("AWS::ApiGatewayV2::Integration", integration)
      .map(({ id, properties }) => [
        `integrations/${id}`,
        { plan: functionOf(plan, properties.IntegrationUri), timeoutMs: properties.TimeoutInMillis },
      ]),
  );
  const authorizers = new Map(
    plan
      .all("AWS::ApiGatewayV2::Authorizer", authorizer)
      .map(({ id, properties }): [string, Authorizer] => [
        id,
        { plan: functionOf(plan, properties.AuthorizerUri), identitySource: properties.IdentitySource },
      ]),
  );
  const find = routeTable(
    plan.all("AWS::ApiGatewayV2::Route", route).map(({ id, properties }): readonly [string, Target] => {
      const to = integrations.get(properties.Target);
      if (!to) throw new CannotStart(`The template's route ${id} has no integration that the local runner knows.`);
      const guard =
        properties.AuthorizationType === "CUSTOM" ? authorizers.get(properties.AuthorizerId ?? "") : undefined;
      if (properties.AuthorizationType === "CUSTOM" && !guard)
        throw new CannotStart(`The template's route ${id} has an authorizer that the local runner does not know.`);
      return [properties.RouteKey, { ...to, authorizer: guard }];
    }),
  );
  const added = originHeaders(plan);

  const answer = async (incoming: GatewayRequest): Promise<GatewayAnswer> => {
    const request = { ...incoming, headers: { ...forwarded(incoming), ...added } };
    const matched = find(request.method, request.rawPath);
    if (!matched) return ownAnswer(404, "Not Found");
    const { target, routeKey, parameters } = matched;
    let known: unknown;
    if (target.authorizer) {
      const verdict = await authorize(functions, target.authorizer, eventOf(request, routeKey, parameters));
      if ("refusal" in verdict) return verdict.refusal;
      known = verdict.context;
    }
    const event = eventOf(request, routeKey, parameters, known);
    if (Buffer.byteLength(JSON.stringify(event)) > mostEvent) return ownAnswer(413, "Request Entity Too Large");
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), target.timeoutMs);
    });
    const outcome = await Promise.race([functions.invoke(target.plan.role, event), late]);
    clearTimeout(timer);
    if (outcome === "late") return ownAnswer(503, "Service Unavailable");
    if (!outcome.ok || Buffer.byteLength(outcome.json) > mostEvent) return ownAnswer(500, "Internal Server Error");
    return answerOf(outcome.json);
  };
  return { answer, headers: responseHeaders(plan), local };
};

const forwarded = ({ headers, sourceIp }: GatewayRequest): Record<string, string> => ({
  ...headers,
  "x-forwarded-for": headers["x-forwarded-for"] === undefined ? sourceIp : `${headers["x-forwarded-for"]}, ${sourceIp}`,
  "x-forwarded-port": (headers.host ?? "").split(":")[1] ?? "80",
  "x-forwarded-proto": "http",
});

const authorize = async (
  functions: Functions,
  { plan, identitySource }: Authorizer,
  event: ReturnType<typeof eventOf>,
): Promise<{ readonly context: unknown } | { readonly refusal: GatewayAnswer }> => {
  const identity = identitySource.map((source) => {
    const name = source.replace(/^\$request\.(header|querystring)\./, "");
    return source.includes(".header.") ? event.headers[name.toLowerCase()] : event.queryStringParameters?.[name];
  });
  if (identity.some((value) => value === undefined)) return { refusal: ownAnswer(401, "Unauthorized") };
  const { body: _, isBase64Encoded: __, ...rest } = event;
  const routeArn = `arn:aws:execute-api:eu-north-1:000000000000:local/$default/${event.requestContext.http.method}${event.rawPath}`;
  const outcome = await functions.invoke(plan.role, { ...rest, type: "REQUEST", routeArn, identitySource: identity });
  if (!outcome.ok) return { refusal: ownAnswer(500, "Internal Server Error") };
  const verdict: { isAuthorized?: unknown; context?: unknown } | null = JSON.parse(outcome.json);
  if (typeof verdict?.isAuthorized !== "boolean") return { refusal: ownAnswer(500, "Internal Server Error") };
  return verdict.isAuthorized ? { context: verdict.context ?? {} } : { refusal: ownAnswer(403, "Forbidden") };
};
