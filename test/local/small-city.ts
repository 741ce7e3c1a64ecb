import { HttpRequest } from "@smithy/core/protocols";
import { Hash } from "@smithy/core/serde";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Local } from "../../infra/local/up.ts";

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Has the small stack's function do a deed; its status and what it answered. */
export const deed = async (
  local: Pick<Local, "url">,
  name: string,
  wish: unknown = {},
): Promise<{ status: number; value: unknown }> => {
  const answer = await fetch(`${local.url}/do/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  return { status: answer.status, value: await answer.json() };
};

/** The credentials that the function behind the gateway runs with. */
export const keysOfDoor = async (local: Local): Promise<Keys> => {
  const { value } = await deed(local, "env");
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = value as Record<string, string>; // an environment
  return {
    accessKeyId: AWS_ACCESS_KEY_ID ?? "",
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? "",
    sessionToken: AWS_SESSION_TOKEN ?? "",
  };
};

const signerOf = (service: string, credentials: Keys) =>
  new SignatureV4({
    service,
    region: "eu-north-1",
    credentials,
    sha256: Hash.bind(null, "sha256"),
    uriEscapePath: service !== "s3",
  });

const requestTo = (local: Local, method: string, path: string, headers: Record<string, string> = {}, body?: string) => {
  const url = new URL(path, local.endpoint.url);
  return new HttpRequest({
    protocol: url.protocol,
    hostname: url.hostname,
    port: Number(url.port),
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...headers },
    body,
  });
};

export interface SignedCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A signed call to a service with JSON, ready to be sent or spoiled. */
export const signedCall = async (
  local: Local,
  keys: Keys,
  target: string,
  input: unknown,
  at = new Date(),
): Promise<SignedCall> => {
  const service = target.startsWith("secretsmanager") ? "secretsmanager" : "dynamodb";
  const body = JSON.stringify(input);
  const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": target };
  const signed = await signerOf(service, keys).sign(requestTo(local, "POST", "/", headers, body), { signingDate: at });
  return { url: local.endpoint.url, method: "POST", headers: signed.headers, body };
};

export const send = async ({
  url,
  method,
  headers,
  body,
}: SignedCall): Promise<{ status: number; type: string; text: string }> => {
  const { host: _, ...rest } = headers;
  const answer = await fetch(url, { method, headers: rest, body });
  const text = await answer.text();
  const [, type = ""] =
    /"__type":"[^"]*#(\w+)"|<Code>(\w+)<\/Code>/.exec(text)?.filter((part) => part !== undefined) ?? [];
  return { status: answer.status, type, text };
};

/** A link to an object that lives for some seconds. */
export const presigned = async (local: Local, keys: Keys, path: string, seconds: number): Promise<string> => {
  const link = await signerOf("s3", keys).presign(
    requestTo(local, "GET", path, { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" }),
    { expiresIn: seconds, unsignableHeaders: new Set(["x-amz-content-sha256"]) },
  );
  return `${local.endpoint.url}${link.path}?${new URLSearchParams(link.query as Record<string, string>)}`; // presigning gives texts only
};
