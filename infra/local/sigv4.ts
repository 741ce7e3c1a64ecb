import { timingSafeEqual } from "node:crypto";
import { Sha256 } from "@smithy/core/checksum";
import { getSigningKey, SignatureV4 } from "@smithy/signature-v4";
import { region } from "./names.ts";

export interface SignedRequest {
  readonly method: string;
  /** As it came over the wire, percent-encoding included. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a request claims about who made it. */
export interface Claim {
  readonly accessKeyId: string;
  readonly service: string;
  readonly signature: string;
  readonly signedHeaders: readonly string[];
  readonly region: string;
  /** `20261122T150000Z` */
  readonly longDate: string;
  readonly token: string | undefined;
  /** Seconds a presigned URL lives; undefined for a signed request. */
  readonly expiresIn: number | undefined;
}

export type Verdict = "ok" | "signature" | "digest" | "skewed" | "expired" | "incomplete";

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Who a request says it is from, in its Authorization header or (presigned) in its query; undefined when unsigned. */
export const claimOf = ({ headers, query }: SignedRequest): Claim | undefined => {
  const header = headers.authorization;
  if (header !== undefined) {
    const match = authorization.exec(header);
    if (!match) return undefined;
    const [, accessKeyId = "", , region = "", service = "", signed = "", signature = ""] = match;
    return {
      accessKeyId,
      service,
      signature,
      region,
      signedHeaders: signed.split(";"),
      longDate: headers["x-amz-date"] ?? "",
      token: headers["x-amz-security-token"],
      expiresIn: undefined,
    };
  }
  const [accessKeyId, , region, service] = (one(query["X-Amz-Credential"]) ?? "").split("/");
  const signature = one(query["X-Amz-Signature"]);
  if (!accessKeyId || !region || !service || !signature) return undefined;
  return {
    accessKeyId,
    service,
    signature,
    region,
    signedHeaders: (one(query["X-Amz-SignedHeaders"]) ?? "").split(";"),
    longDate: one(query["X-Amz-Date"]) ?? "",
    token: one(query["X-Amz-Security-Token"]),
    expiresIn: Number(one(query["X-Amz-Expires"])),
  };
};

/** Amazon's own signer, opened so that a signature can be computed over a request exactly as it arrived. */
class Checker extends SignatureV4 {
  async signatureOf(request: SignedRequest, claim: Claim, payloadHash: string, secret: string): Promise<string> {
    const shortDate = claim.longDate.slice(0, 8);
    const headers = Object.fromEntries(
      claim.signedHeaders.map((name) => [name, (request.headers[name] ?? "").replace(/\s+/g, " ").trim()]),
    );
    const canonical = this.createCanonicalRequest(
      {
        protocol: "http:",
        hostname: "127.0.0.1",
        method: request.method,
        path: request.path,
        query: { ...request.query },
        headers,
      },
      headers,
      payloadHash,
    );
    const scope = `${shortDate}/${claim.region}/${claim.service}/aws4_request`;
    const toSign = await this.createStringToSign(claim.longDate, scope, canonical, "AWS4-HMAC-SHA256");
    const credentials = { accessKeyId: claim.accessKeyId, secretAccessKey: secret };
    const hash = new Sha256(await getSigningKey(Sha256, credentials, shortDate, claim.region, claim.service));
    hash.update(new TextEncoder().encode(toSign));
    return Buffer.from(await hash.digest()).toString("hex");
  }
}

const checkerFor = (uriEscapePath: boolean): Checker =>
  new Checker({
    service: "any",
    region,
    sha256: Sha256,
    uriEscapePath,
    credentials: { accessKeyId: "checker", secretAccessKey: "checker" },
  });
// S3 signs the path as it is sent; every other service signs it encoded once more.
const forS3 = checkerFor(false);
const forOthers = checkerFor(true);

const instantOf = (longDate: string): number =>
  Date.parse(longDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
const hexDigest = async (body: Uint8Array): Promise<string> => {
  const hash = new Sha256();
  hash.update(body);
  return Buffer.from(await hash.digest()).toString("hex");
};
const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether the request was signed with the secret, at about `now`, and carries the body it was signed for. */
export const verify = async (request: SignedRequest, claim: Claim, secret: string, now: Date): Promise<Verdict> => {
  const signedAt = instantOf(claim.longDate);
  if (Number.isNaN(signedAt) || !claim.signedHeaders.includes("host")) return "incomplete";
  const presigned = claim.expiresIn !== undefined;
  const declared = request.headers["x-amz-content-sha256"] ?? one(request.query["X-Amz-Content-Sha256"]);
  const checker = claim.service === "s3" ? forS3 : forOthers;
  const payloadHash = declared ?? (presigned ? "UNSIGNED-PAYLOAD" : await hexDigest(request.body));
  if (!equal(await checker.signatureOf(request, claim, payloadHash, secret), claim.signature)) return "signature";
  if (declared !== undefined && /^[0-9a-f]{64}$/.test(declared) && declared !== (await hexDigest(request.body)))
    return "digest";
  if (presigned) {
    const livesUntil = signedAt + (claim.expiresIn ?? 0) * 1000;
    return now.getTime() < livesUntil ? "ok" : "expired";
  }
  return Math.abs(now.getTime() - signedAt) <= 15 * 60_000 ? "ok" : "skewed";
};
