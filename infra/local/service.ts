import type { Ask } from "./iam.ts";

/** A request to AWS as the services see it, its signature checked. */
export interface AwsRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether the caller may also do something else, for answers that depend on it. */
  may(ask: Ask): boolean;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** What a request is about to do, or why the service does not understand it. */
export type Intent =
  | { readonly ok: true; readonly action: string; readonly asks: readonly Ask[] }
  | { readonly ok: false; readonly answer: AwsAnswer };

/** One of Amazon's services, as far as the product uses it. */
export interface AwsService {
  intent(request: AwsRequest): Intent;
  /** Does it. Called only when the caller may. */
  apply(request: AwsRequest, role: string): Promise<AwsAnswer>;
  /** An error in this service's own wire format. */
  refusal(status: number, code: string, message: string): AwsAnswer;
  /** What the service calls "too fast". */
  readonly throttling: { readonly status: number; readonly code: string };
}

/** An error as services with JSON answers give it. */
export const jsonRefusal =
  (prefix: string) =>
  (status: number, code: string, message: string): AwsAnswer => ({
    status,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ __type: `${prefix}#${code}`, message }),
  });

export const escapeXml = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.codePointAt(0)};`);
