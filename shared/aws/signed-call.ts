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

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Sends a call and reads what was answered, the last time if some were in vain. `read` throws {@link AwsRefusal} for what was not done. */
export type SignedCall = <T>(call: Call, read: (status: number, body: Buffer) => T) => Promise<T>;

const firstWaitMs = 40;
const throttled = new Set(["ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded"]);

const isWorthAnotherTry = (failure: unknown): boolean =>
  !(failure instanceof AwsRefusal) || failure.status >= 500 || throttled.has(failure.name);

/** Signs for a service in a place with the SDK's own signer. S3 signs a path as it is sent, all others escape it once more. */
export const signerFor = (service: string, { region, credentials }: AwsPlace): SignatureV4 =>
  new SignatureV4({ service, region, credentials, sha256: Hash.bind(null, "sha256"), uriEscapePath: service !== "s3" });

/** A call as the signer and the handler want it. */
export const requestTo = (url: URL, { headers, ...call }: Call): HttpRequest =>
  new HttpRequest({
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    headers: { host: url.host, ...headers },
    ...call,
  });

/**
 * Calls an AWS service with the SDK's own signer and HTTP handler and nothing between them. Failures that may pass are
 * tried again, so only calls that can safely happen twice may go this way with more than one attempt.
 *
 * @param withinMs how long one attempt may wait for its answer; all together end before the function's own time does
 */
export function signedCall(service: string, url: URL, place: AwsPlace, withinMs: number, attempts = 3): SignedCall {
  const signer = signerFor(service, place);
  const handler = new NodeHttpHandler({
    connectionTimeout: 1_000,
    requestTimeout: withinMs,
    throwOnRequestTimeout: true,
  });
  return async (call, read) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        // sign() answers with the request it was given the class of; its type says only the interface.
        const signed = (await signer.sign(requestTo(url, call))) as HttpRequest;
        const { response } = await handler.handle(signed);
        const chunks: Uint8Array[] = [];
        for await (const chunk of response.body) chunks.push(chunk);
        return read(response.statusCode, Buffer.concat(chunks));
      } catch (failure) {
        if (attempt === attempts || !isWorthAnotherTry(failure)) throw failure;
        const ceilingMs = firstWaitMs * 2 ** attempt;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * ceilingMs));
      }
    }
  };
}
