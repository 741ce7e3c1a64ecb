import { HttpRequest } from "@smithy/core/protocols";
import { Hash } from "@smithy/core/serde";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { SignatureV4 } from "@smithy/signature-v4";

/** What AWS answered when it did not do what was asked; `name` is the error's short name, such as `ConditionalCheckFailedException`. */
export class AwsRefusal extends Error {
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
  constructor(name: string, status: number, answer: Readonly<Record<string, unknown>>) {
    super(`AWS answered ${status} ${name}`);
    this.name = name;
    this.status = status;
    this.answer = answer;
  }
}

export interface AwsPlace {
  readonly region: string;
  readonly urlSuffix: string;
  /** Where every call goes instead of the region's own address, for engines that stand in for AWS. */
  readonly endpoint?: string | undefined;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

const services = {
  dynamodb: { version: "1.0", target: "DynamoDB_20120810" },
  secretsmanager: { version: "1.1", target: "secretsmanager" },
} as const;

/** One call: the operation, and its input as the service documents it in JSON. */
export type JsonCall = (operation: string, input: object) => Promise<Readonly<Record<string, unknown>>>;

const attempts = 3;
const firstWaitMs = 40;
/** All attempts together end before the function's own time does (10 s), so that a slow store is answered for. */
const requestTimeout = 2_500;
const throttled = new Set(["ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded"]);

const isWorthAnotherTry = (failure: unknown): boolean =>
  !(failure instanceof AwsRefusal) || failure.status >= 500 || throttled.has(failure.name);

/**
 * Calls an AWS service that speaks AWS JSON, with the SDK's own signer and HTTP handler and nothing between them.
 * The whole client costs two to three times the processor time of the call itself and 350 kB of bundle, which a
 * role that makes a single kind of call does not need (`npm run bench`, P2–P4). Failures that may pass are tried
 * again, so only calls that can safely happen twice may go this way.
 *
 * @throws AwsRefusal when AWS refuses, or the network's own error when it could not be reached
 */
export function jsonCall(service: keyof typeof services, place: AwsPlace): JsonCall {
  const { version, target } = services[service];
  const url = new URL(place.endpoint ?? `https://${service}.${place.region}.${place.urlSuffix}`);
  const signer = new SignatureV4({
    service,
    region: place.region,
    credentials: place.credentials,
    sha256: Hash.bind(null, "sha256"),
  });
  const handler = new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout, throwOnRequestTimeout: true });
  const port = url.port === "" ? undefined : Number(url.port);

  const once = async (operation: string, body: string) => {
    const request = new HttpRequest({
      protocol: url.protocol,
      hostname: url.hostname,
      ...(port === undefined ? {} : { port }),
      method: "POST",
      path: "/",
      headers: {
        host: url.host,
        "content-type": `application/x-amz-json-${version}`,
        "x-amz-target": `${target}.${operation}`,
      },
      body,
    });
    // sign() answers with the request it was given the class of; its type says only the interface.
    const signed = (await signer.sign(request)) as HttpRequest;
    const { response } = await handler.handle(signed);
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const answer: Record<string, unknown> = text === "" ? {} : JSON.parse(text);
    if (response.statusCode === 200) return answer;
    const type = typeof answer.__type === "string" ? answer.__type : "UnknownError";
    throw new AwsRefusal(type.slice(type.indexOf("#") + 1), response.statusCode, answer);
  };

  return async (operation, input) => {
    const body = JSON.stringify(input);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(operation, body);
      } catch (failure) {
        if (attempt === attempts || !isWorthAnotherTry(failure)) throw failure;
        const ceilingMs = firstWaitMs * 2 ** attempt;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * ceilingMs));
      }
    }
  };
}
