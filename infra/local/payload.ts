import { randomUUID } from "node:crypto";
import * as z from "zod";
import { account } from "./names.ts";

export interface GatewayRequest {
  readonly method: string;
  /** Path as it came, percent-encoding included. */
  readonly rawPath: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly at: Date;
}

/** Types whose bodies API Gateway hands on as text; all others, forms among them, come in base64. */
const isText = (type: string): boolean =>
  /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/i.test(type);

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");
/** `22/Nov/2026:15:03:00 +0000` */
const clfTime = (at: Date): string =>
  `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The event of payload format 2.0. `authorizer` is what an authorizer told about the caller. */
export const eventOf = (
  request: GatewayRequest,
  routeKey: string,
  parameters: Readonly<Record<string, string>>,
  authorizer?: unknown,
) => {
  const { cookie, ...headers } = request.headers;
  const text = isText(request.headers["content-type"] ?? "");
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(request.search))
    query[name] = name in query ? `${query[name]},${value}` : value;
  const path = decodedPath(request.rawPath);
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: request.search,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/).filter((part) => part !== "") }),
    headers,
    ...(request.search === "" ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: "local",
      ...(authorizer === undefined ? {} : { authorizer: { lambda: authorizer } }),
      domainName: headers.host ?? "",
      domainPrefix: (headers.host ?? "").split(".")[0],
      http: {
        method: request.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: clfTime(request.at),
      timeEpoch: request.at.getTime(),
    },
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    ...(request.body.length === 0 ? {} : { body: request.body.toString(text ? "utf8" : "base64") }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
};

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

const structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** What API Gateway itself answers. */
export const ownAnswer = (status: number, message: string): GatewayAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
});

/** A function's answer as HTTP; an answer without a status code is taken as the body of a 200. */
export const answerOf = (json: string): GatewayAnswer => {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null || !("statusCode" in value))
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      cookies: [],
      body: Buffer.from(typeof value === "string" ? value : json),
    };
  const parsed = structured.safeParse(value);
  if (!parsed.success) return ownAnswer(500, "Internal Server Error");
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const given = Object.entries(headers ?? {}).map(([name, text]) => [name.toLowerCase(), String(text)]);
  return {
    status: statusCode,
    headers: { "content-type": "text/plain; charset=utf-8", ...Object.fromEntries(given) },
    cookies: cookies ?? [],
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
};
