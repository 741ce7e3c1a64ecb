import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Caller } from "./functions.ts";
import { type Ask, permits, type Statement } from "./iam.ts";
import { type PostedForm, postedForm } from "./posted-form.ts";
import { type AwsAnswer, type AwsRequest, type AwsService, jsonRefusal } from "./service.ts";
import { claimOf, type SignedRequest, verify } from "./sigv4.ts";

/** One call to AWS by a function. */
export interface AwsCall {
  readonly index: number;
  readonly role: string;
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** The ARN it is about; the first, where there are several. */
  readonly resource: string;
  /** Every permission it needed: one per item of a transaction, per index, per copied object. */
  readonly uses: readonly Pick<Ask, "action" | "resource">[];
  readonly denied: boolean;
  /** Bytes of the request's body. */
  readonly bytes: number;
}

/** What goes wrong with a call. "after" means that it was applied first. */
export type Fault =
  | "pass"
  | {
      readonly failBefore:
        | "throttle"
        | "error"
        | { readonly status: number; readonly code: string; readonly message: string };
    }
  | { readonly failAfter: "reset" | "error" }
  | { readonly kill: "before" | "after" }
  | { readonly delayMs: number }
  /** Answered as a test has it; `apply` is the service itself, for the same request or another. */
  | {
      readonly answer: (request: AwsRequest, apply: (request: AwsRequest) => Promise<AwsAnswer>) => Promise<AwsAnswer>;
    };

export type OnCall = (call: AwsCall) => Fault | Promise<Fault>;

/** Credentials that may do everything, for tests that look at or prepare what is stored. Their calls are not noted. */
export interface Master {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface EdgeOptions {
  readonly services: () => Readonly<Record<string, AwsService>>;
  readonly caller: (accessKeyId: string) => Caller | undefined;
  readonly master: Master;
  readonly now: () => Date;
  readonly noted: (call: AwsCall) => void;
  readonly onCall: OnCall | undefined;
}

export interface Edge {
  readonly url: string;
  /** How many calls are under way. */
  busy(): number;
  stop(): Promise<void>;
}

const largestBody = 32 * 1024 * 1024;

/** Listens on loopback where every function finds AWS: checks who asks, whether they may, and notes it. */
export const startEdge = async (options: EdgeOptions): Promise<Edge> => {
  let calls = 0;
  let busy = 0;
  const server = createServer((incoming, outgoing) => {
    busy += 1;
    serve(options, () => calls++, incoming, outgoing)
      .catch(() => outgoing.destroy())
      .finally(() => {
        busy -= 1;
      });
  });
  server.keepAliveTimeout = 60_000;
  await listen(server, 0);
  return { url: `http://127.0.0.1:${portOf(server)}`, busy: () => busy, stop: () => close(server) };
};

const serve = async (
  options: EdgeOptions,
  count: () => number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => {
  const body = await bodyOf(incoming, largestBody);
  const [path = "/", search = ""] = (incoming.url ?? "/").split("?", 2);
  const query = new URLSearchParams(search);
  const headers = headersOf(incoming);
  const signed: SignedRequest = {
    method: incoming.method ?? "GET",
    path,
    query: grouped(query),
    headers,
    body: body ?? Buffer.alloc(0),
  };

  const form = await postedForm(signed.method, path, headers["content-type"], body ?? Buffer.alloc(0));
  if (form !== undefined) return send(outgoing, await servePosted(options, count, form));
  const claim = claimOf(signed);
  const service = options.services()[claim?.service ?? ""];
  if (!claim || !service)
    return send(
      outgoing,
      jsonRefusal("com.amazon.coral.service")(
        403,
        "MissingAuthenticationTokenException",
        "Request is missing Authentication Token",
      ),
    );
  if (!body) return send(outgoing, service.refusal(413, "RequestEntityTooLarge", "The body is too large."));
  const isMaster = claim.accessKeyId === options.master.accessKeyId;
  const caller = isMaster ? undefined : options.caller(claim.accessKeyId);
  const secret = isMaster ? options.master.secretAccessKey : caller?.secret;
  const names = errorNames(claim.service);
  // A function's credentials are temporary ones: on AWS a request without their token is refused.
  if (secret === undefined || (caller && claim.token !== caller.token))
    return send(
      outgoing,
      service.refusal(names.status, names.unknownKey, "The security token included in the request is invalid."),
    );
  const verdict = await verify(signed, claim, secret, options.now());
  if (verdict !== "ok") return send(outgoing, service.refusal(names.status, names[verdict], sentences[verdict]));

  const statements: readonly Statement[] | undefined = caller?.plan.may;
  const may = (ask: Ask): boolean => statements === undefined || permits(statements, withTransport(ask));
  const request: AwsRequest = { method: signed.method, url: incoming.url ?? "/", path, query, headers, body, may };
  const intent = service.intent(request);
  if (!intent.ok) return send(outgoing, intent.answer);
  if (!caller) return send(outgoing, await service.apply(request, "master"));

  const refused = intent.asks.find((ask) => !may(ask));
  const call: AwsCall = {
    index: count(),
    role: caller.role,
    action: intent.action,
    resource: intent.asks[0]?.resource ?? "*",
    uses: intent.asks.map(({ action, resource }) => ({ action, resource })),
    denied: refused !== undefined,
    bytes: body.length,
  };
  options.noted(call);
  if (refused)
    return send(
      outgoing,
      service.refusal(
        names.status,
        names.denied,
        `User: arn:aws:sts::000000000000:assumed-role/${caller.role}/${caller.plan.name} is not authorized to perform: ${refused.action} on resource: ${refused.resource} because no identity-based policy allows the ${refused.action} action`,
      ),
    );

  const fault = (await options.onCall?.(call)) ?? "pass";
  if (fault === "pass") return send(outgoing, await service.apply(request, caller.role));
  if ("answer" in fault)
    return send(outgoing, await fault.answer(request, (asked) => service.apply(asked, caller.role)));
  if ("delayMs" in fault) {
    await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    return send(outgoing, await service.apply(request, caller.role));
  }
  if ("failBefore" in fault) return send(outgoing, failure(service, fault.failBefore));
  if ("failAfter" in fault) {
    await service.apply(request, caller.role);
    return fault.failAfter === "reset" ? outgoing.destroy() : send(outgoing, failure(service, "error"));
  }
  if (fault.kill === "after") await service.apply(request, caller.role);
  caller.kill();
  outgoing.destroy();
};

/** A form that a browser sends: by its policy, with the rights of the role that signed it. */
const servePosted = async (options: EdgeOptions, count: () => number, form: PostedForm): Promise<AwsAnswer> => {
  const service = options.services().s3;
  if (service === undefined) throw new Error("There is no S3 here.");
  const caller = options.caller(form.accessKeyId);
  if (caller === undefined || caller.token !== form.token)
    return service.refusal(403, "InvalidAccessKeyId", "The access key is not known here.");
  const refused = form.refusalFor(caller.secret, options.now());
  if (refused !== undefined) return service.refusal(refused.status, refused.code, "The form does not fit its policy.");
  const path = `/${form.bucket}/${form.key.split("/").map(encodeURIComponent).join("/")}`;
  const may = (ask: Ask): boolean => permits(caller.plan.may, withTransport(ask));
  const request: AwsRequest = {
    method: "PUT",
    url: path,
    path,
    query: new URLSearchParams(),
    headers: { "content-type": form.contentType },
    body: form.file,
    may,
  };
  const intent = service.intent(request);
  if (!intent.ok) return intent.answer;
  const denied = !intent.asks.every(may);
  const uses = intent.asks.map(({ action, resource }) => ({ action, resource }));
  const resource = uses[0]?.resource ?? "*";
  options.noted({
    index: count(),
    role: caller.role,
    action: intent.action,
    resource,
    uses,
    denied,
    bytes: form.file.length,
  });
  if (denied) return service.refusal(403, "AccessDenied", "Access Denied");
  const answer = await service.apply(request, caller.role);
  if (answer.status >= 300 || form.doneAt === undefined) return answer;
  const location = new URL(form.doneAt);
  for (const [name, value] of [
    ["bucket", form.bucket],
    ["key", form.key],
    ["etag", answer.headers.etag ?? ""],
  ] as const)
    location.searchParams.set(name, value);
  return { status: 303, headers: { location: location.href }, body: "" };
};

const failure = (
  service: AwsService,
  kind: "throttle" | "error" | { status: number; code: string; message: string },
): AwsAnswer => {
  if (kind === "throttle") return service.refusal(service.throttling.status, service.throttling.code, "Rate exceeded");
  if (kind === "error") return service.refusal(500, "InternalServerError", "Internal server error");
  return service.refusal(kind.status, kind.code, kind.message);
};

const withTransport = (ask: Ask): Ask => ({ ...ask, context: { ...ask.context, "aws:SecureTransport": ["true"] } });

const sentences = {
  signature: "The request signature we calculated does not match the signature you provided.",
  digest: "The provided 'x-amz-content-sha256' header does not match what was computed.",
  skewed: "The difference between the request time and the current time is too large.",
  expired: "Request has expired",
  incomplete: "The request's signature is incomplete.",
};

/** What each service calls the same refusal. */
const errorNames = (service: string) =>
  service === "s3"
    ? {
        status: 403,
        denied: "AccessDenied",
        unknownKey: "InvalidAccessKeyId",
        signature: "SignatureDoesNotMatch",
        digest: "XAmzContentSHA256Mismatch",
        skewed: "RequestTimeTooSkewed",
        expired: "AccessDenied",
        incomplete: "AccessDenied",
      }
    : {
        status: service === "ses" ? 403 : 400,
        denied: service === "ses" ? "AccessDenied" : "AccessDeniedException",
        unknownKey: service === "ses" ? "InvalidClientTokenId" : "UnrecognizedClientException",
        signature: service === "ses" ? "SignatureDoesNotMatch" : "InvalidSignatureException",
        digest: service === "ses" ? "SignatureDoesNotMatch" : "InvalidSignatureException",
        skewed: service === "ses" ? "RequestExpired" : "InvalidSignatureException",
        expired: service === "ses" ? "RequestExpired" : "InvalidSignatureException",
        incomplete: service === "ses" ? "IncompleteSignature" : "IncompleteSignatureException",
      };

const grouped = (query: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );

/** Header names in lower case, repeated ones joined by commas. */
export const headersOf = (incoming: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = (incoming.rawHeaders[at] ?? "").toLowerCase();
    const value = incoming.rawHeaders[at + 1] ?? "";
    headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return headers;
};

/** The whole body, or undefined when it is larger than `most` bytes. */
export const bodyOf = (incoming: IncomingMessage, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.once("end", () => resolve(size <= most ? Buffer.concat(chunks) : undefined));
    incoming.once("error", reject);
  });

const send = (outgoing: ServerResponse, { status, headers, body }: AwsAnswer): void => {
  if (outgoing.destroyed) return;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const isHead = outgoing.req.method === "HEAD";
  outgoing.writeHead(status, { ...headers, ...(isHead ? {} : { "content-length": bytes.length }) });
  outgoing.end(isHead ? undefined : bytes);
};

export const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });

export const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen on a port.");
  return address.port;
};

export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
