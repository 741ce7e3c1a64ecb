import { addressOf } from "./bucket.ts";
import { type AwsPlace, requestTo, signerFor } from "./signed-call.ts";

export interface LinkedObject {
  readonly bucket: string;
  readonly key: string;
  /** What a browser is told of it; left out when the link is not for one. */
  readonly contentType?: string;
  /** What the file is called where it is saved: small letters, digits, `-`, `_` and `.`. */
  readonly fileName?: string;
}

const perHour = 3_600;

/**
 * A link to one object that opens it without signing in, for so long only. It is given to somebody who may see the object,
 * at the moment they ask; it is signed by the role that gives it, so the role must itself be allowed to read the object.
 *
 * @param seconds how long it lives, from now
 */
export async function presignedLink(
  { bucket, key, contentType, fileName }: LinkedObject,
  seconds: number,
  place: AwsPlace,
): Promise<string> {
  if (!(seconds > 0 && seconds <= perHour)) throw new RangeError("a link lives between a second and an hour");
  const { url, path } = addressOf(bucket, place, key);
  const request = requestTo(url, {
    method: "GET",
    path,
    // What is fetched is not sent, so there is no body to sign.
    headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
    query: {
      ...(contentType === undefined ? {} : { "response-content-type": contentType }),
      ...(fileName === undefined ? {} : { "response-content-disposition": `attachment; filename="${fileName}"` }),
    },
  });
  const signed = await signerFor("s3", place).presign(request, { expiresIn: seconds });
  const query = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `${url.origin}${signed.path}?${query.join("&")}`;
}
