import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Language } from "../domain/language.ts";
import { ok, type Result, refused } from "../domain/result.ts";

/** The request as handlers see it: what API Gateway matched and parsed, and nothing of the network below. */
export interface Request {
  readonly routeKey: string;
  readonly requestId: string;
  readonly language: Language;
  /** The address is the API's, so what goes wrong is told as a problem and not as a page. */
  readonly isForPrograms: boolean;
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly cookie: (name: string) => string | undefined;
  /** What the authorizer told of the caller, on routes that have one. Read by `staff-request.ts` alone. */
  readonly authorizer: unknown;
  /** The body's text, if it is of this media type, whole UTF-8, not compressed and at most 256 KB. */
  readonly text: (mediaType: string) => Result<string, "too-large" | "other-media-type" | "not-utf-8">;
}

/** 256 KB, counted in bytes as they came. */
export const largestBody = 256 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** English when it is asked for before Swedish; Swedish otherwise (RFC 9110, 12.5.4). */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const weighed = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [range = "", quality = "q=1"] = part.split(";").map((piece) => piece.trim());
      return { range: range.toLowerCase(), q: Number(/^q=([\d.]+)$/.exec(quality)?.[1] ?? 0) };
    })
    .filter(({ q }) => q > 0)
    .sort((one, other) => other.q - one.q);
  const first = weighed.find(({ range }) => /^(sv|en)\b/.test(range));
  return first?.range.startsWith("en") ? "en" : "sv";
}

/** A cookie's value among those the gateway has split. */
export const cookieIn = (cookies: readonly string[] | undefined, name: string): string | undefined =>
  cookies
    ?.map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const lambdaPartOf = (authorizer: unknown): unknown =>
  typeof authorizer === "object" && authorizer !== null && "lambda" in authorizer ? authorizer.lambda : undefined;

export function requestOf(event: APIGatewayProxyEventV2): Request {
  const header = (name: string) => event.headers[name];
  return {
    routeKey: event.routeKey,
    requestId: event.requestContext.requestId,
    isForPrograms: /^\/(api(\/|$)|health$)/.test(event.rawPath),
    language: /^\/en(\/|$)/.test(event.rawPath)
      ? "en"
      : event.rawPath.startsWith("/api/")
        ? preferredLanguage(header("accept-language"))
        : "sv",
    param: (name) => event.pathParameters?.[name] ?? "",
    query: new URLSearchParams(event.rawQueryString),
    header,
    cookie: (name) => cookieIn(event.cookies, name),
    authorizer: "authorizer" in event.requestContext ? lambdaPartOf(event.requestContext.authorizer) : undefined,
    text: (mediaType) => {
      const [type = "", ...parameters] = (header("content-type") ?? "").toLowerCase().split(";");
      const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]+)"?\s*$/.exec(parameter)?.[1]).find(Boolean);
      if (type.trim() !== mediaType || (charset ?? "utf-8") !== "utf-8") return refused("other-media-type");
      if ((header("content-encoding") ?? "identity") !== "identity") return refused("other-media-type");
      const body = event.body ?? "";
      const bytes = event.isBase64Encoded ? Buffer.from(body, "base64") : body;
      const size = typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.length;
      if (size > largestBody) return refused("too-large");
      // What was no UTF-8 the gateway has already replaced by this character, and with it a part of what was sent.
      if (typeof bytes === "string") return bytes.includes("\ufffd") ? refused("not-utf-8") : ok(bytes);
      try {
        return ok(utf8.decode(bytes));
      } catch {
        return refused("not-utf-8");
      }
    },
  };
}
