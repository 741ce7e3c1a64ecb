import { createHmac } from "node:crypto";
import type { AwsPlace } from "./signed-call.ts";

/** A form by which a browser puts one file in a bucket by itself, so that no function carries it. */
export interface UploadForm {
  readonly action: string;
  /** The origin of `action`, for the page's security policy. */
  readonly origin: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly mostBytes: number;
}

export interface WantedUpload {
  readonly bucket: string;
  readonly key: string;
  readonly mostBytes: number;
  /** Where the browser goes when the file is there: S3 adds `bucket`, `key` and `etag` to it. */
  readonly doneAt: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
/** `20261122T150000Z`, as signatures have it. */
const longDateOf = (now: number): string => new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, "");

/**
 * A form for exactly one object, of at most so many bytes, for a while (Signature Version 4, browser-based uploads). S3
 * refuses whatever else is sent with it. It is signed by the role that gives it, which must itself be allowed to write there.
 *
 * @param seconds how long it can be sent
 * @param now epoch milliseconds
 */
export function presignedPost(
  { bucket, key, mostBytes, doneAt }: WantedUpload,
  seconds: number,
  now: number,
  { region, urlSuffix, endpoint, credentials }: AwsPlace,
): UploadForm {
  const longDate = longDateOf(now);
  const scope = [longDate.slice(0, 8), region, "s3", "aws4_request"] as const;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signed = {
    key,
    success_action_redirect: doneAt,
    "x-amz-algorithm": "AWS4-HMAC-SHA256",
    "x-amz-credential": `${accessKeyId}/${scope.join("/")}`,
    "x-amz-date": longDate,
    ...(sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken }),
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration: new Date(now + seconds * 1_000).toISOString(),
      conditions: [
        { bucket },
        ...Object.entries(signed).map(([name, value]) => ({ [name]: value })),
        ["content-length-range", 1, mostBytes],
      ],
    }),
  ).toString("base64");
  const signingKey = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${secretAccessKey}`);
  const origin = endpoint ?? `https://${bucket}.s3.${region}.${urlSuffix}`;
  return {
    action: endpoint === undefined ? `${origin}/` : `${origin}/${bucket}`,
    origin,
    mostBytes,
    fields: { ...signed, policy, "x-amz-signature": createHmac("sha256", signingKey).update(policy).digest("hex") },
  };
}
