import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { AwsRefusal } from "../aws/signed-call.ts";
import type { HttpRole, RouteKeyOf } from "../routes.ts";
import { SubmissionDisposed } from "../store/submissions.ts";
import type { Answer } from "./answer.ts";
import { notStored } from "./answer.ts";
import type { Log } from "./log.ts";
import { nameOf } from "./name-of.ts";
import { problem, problems } from "./problems.ts";
import { type Request, requestOf } from "./request.ts";
import { securityHeadersFor } from "./security-headers.ts";

export type Handler = (request: Request) => Answer | Promise<Answer>;
/** One handler for each of the role's routes; a missing one does not compile. */
export type RoutesOf<Role extends HttpRole> = Readonly<Record<RouteKeyOf<Role>, Handler>>;

interface Ring {
  readonly log: Log;
  readonly clock: () => number;
  /** The page people see when something broke; the API gets a problem instead. */
  readonly brokenPage: (request: Request) => Answer;
}

const resultOf = ({ status, headers, body, cookies = [], formsTo }: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { "cache-control": notStored, ...headers, ...securityHeadersFor(formsTo) },
  body,
  ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
});

/** Whether a thing we depend on was out of reach or refused, so that trying again may help; otherwise it is our own fault. */
export const mayPass = (failure: unknown): boolean =>
  failure instanceof AwsRefusal ||
  (typeof failure === "object" && failure !== null && ("$metadata" in failure || "code" in failure));

/**
 * The outermost ring of a role that answers over HTTP: finds the handler, measures, logs the route and the status,
 * adds the security headers, and turns what broke into an answer without a word of why.
 */
export function ring<Role extends HttpRole>(routes: RoutesOf<Role>, { log, clock, brokenPage }: Ring) {
  const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>(routes));

  const answer = async (
    event: APIGatewayProxyEventV2,
    _context: Context,
  ): Promise<APIGatewayProxyStructuredResultV2> => {
    const handler = handlers.get(event.routeKey);
    if (handler === undefined) throw new Error("the template has a route that this role does not answer");
    return resultOf(await handler(requestOf(event)));
  };

  const unbroken: middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = {
    onError: (broken) => {
      const request = requestOf(broken.event);
      log("request-failed", { route: request.routeKey, failure: nameOf(broken.error), requestId: request.requestId });
      if (broken.error instanceof SubmissionDisposed) {
        const { status } = problems.disposed;
        const answer = request.isForPrograms ? problem(request, "disposed") : { ...brokenPage(request), status };
        broken.response = resultOf(answer);
        return;
      }
      const code = mayPass(broken.error) ? "try-later" : "out-of-order";
      const headers = code === "try-later" ? { "retry-after": "5" } : {};
      broken.response = resultOf(request.isForPrograms ? problem(request, code, { headers }) : brokenPage(request));
    },
  };

  const startedAt = new WeakMap<object, number>();
  const measured: middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = {
    before: ({ event }) => {
      startedAt.set(event, clock());
    },
    after: ({ event, response }) => {
      const now = clock();
      const durationMs = Math.round(now - (startedAt.get(event) ?? now));
      log("request-answered", { route: event.routeKey, status: response?.statusCode ?? 0, durationMs });
    },
  };

  return middy(answer).use(measured).use(unbroken);
}
