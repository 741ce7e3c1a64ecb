import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Ask } from "./iam.ts";
import { bucketArn } from "./names.ts";
import type { ObjectEngine } from "./object-engine.ts";
import { type AwsAnswer, type AwsRequest, type AwsService, escapeXml } from "./service.ts";

const refusal = (status: number, code: string, message: string): AwsAnswer => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
});

const base64Crc32 = (body: Buffer): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString("base64");
};
const digests: Readonly<Record<string, (body: Buffer) => string>> = {
  "content-md5": (body) => createHash("md5").update(body).digest("base64"),
  "x-amz-checksum-crc32": base64Crc32,
  "x-amz-checksum-sha1": (body) => createHash("sha1").update(body).digest("base64"),
  "x-amz-checksum-sha256": (body) => createHash("sha256").update(body).digest("base64"),
};

/** A body sent in chunks (`aws-chunked`) as plain bytes, with the checksums that came after it. */
const unchunk = (request: AwsRequest): { readonly headers: Record<string, string>; readonly body: Buffer } => {
  const headers = { ...request.headers };
  if (!(headers["content-encoding"] ?? "").includes("aws-chunked")) return { headers, body: request.body };
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = request.body.indexOf("\r\n", at);
    const size = end < 0 ? 0 : Number.parseInt(request.body.toString("latin1", at, end), 16);
    if (!size) {
      for (const line of end < 0 ? [] : request.body.toString("latin1", end + 2).split("\r\n")) {
        const colon = line.indexOf(":");
        if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
      }
      break;
    }
    parts.push(request.body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  const left = (headers["content-encoding"] ?? "").split(",").filter((part) => part.trim() !== "aws-chunked");
  delete headers["content-encoding"];
  delete headers["x-amz-trailer"];
  delete headers["x-amz-decoded-content-length"];
  return {
    headers: left.length > 0 ? { ...headers, "content-encoding": left.join(",") } : headers,
    body: Buffer.concat(parts),
  };
};

/**
 * What Amazon would refuse of a lock that is asked for. The lock itself is left to Amazon: no role may delete or overwrite
 * what lies here, and versions are not kept.
 */
const lockFault = (headers: Readonly<Record<string, string | undefined>>): string | undefined => {
  const mode = headers["x-amz-object-lock-mode"];
  const until = headers["x-amz-object-lock-retain-until-date"];
  if (mode === undefined && until === undefined) return undefined;
  if (mode !== "COMPLIANCE" && mode !== "GOVERNANCE") return "The object lock mode is COMPLIANCE or GOVERNANCE.";
  if (!(Date.parse(until ?? "") > Date.now())) return "The retain until date must be in the future.";
  const isChecked = Object.keys(digests).some((name) => headers[name] !== undefined);
  return isChecked ? undefined : "A write with an object lock needs a checksum of its content.";
};

const where = (path: string): { readonly bucket: string; readonly key: string } => {
  const [, bucket = "", ...key] = path.split("/");
  return { bucket, key: decodeURIComponent(key.join("/")) };
};

/** S3: permissions, checksums and conditions in front of an engine that knows none of them. */
export const s3 = (engine: ObjectEngine): AwsService => {
  const turns = new Map<string, Promise<unknown>>();
  /** Conditional writes of one object take turns, so that the look and the write are one step. */
  const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
    const settled: Promise<unknown> = mine
      .catch(() => undefined)
      .then(() => {
        if (turns.get(key) === settled) turns.delete(key);
      });
    turns.set(key, settled);
    return mine;
  };
  const asksOf = (request: AwsRequest): readonly Ask[] | undefined => {
    const { method, query, headers } = request;
    const { bucket, key } = where(request.path);
    const object = (action: string, at = `${bucket}/${key}`): Ask => ({
      action: `s3:${action}`,
      resource: bucketArn(at),
      context: {},
    });
    if (bucket === "") return undefined;
    if (key === "") {
      if (method === "GET" && !["acl", "policy", "tagging", "versioning", "lifecycle"].some((name) => query.has(name)))
        return [
          {
            action: "s3:ListBucket",
            resource: bucketArn(bucket),
            context: { "s3:prefix": [query.get("prefix") ?? ""] },
          },
        ];
      if (method === "HEAD") return [{ action: "s3:ListBucket", resource: bucketArn(bucket), context: {} }];
      if (method === "POST" && query.has("delete"))
        return [...request.body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name]) =>
          object("DeleteObject", `${bucket}/${name}`),
        );
      return undefined;
    }
    if (["acl", "tagging", "retention", "legal-hold", "torrent"].some((name) => query.has(name))) return undefined;
    if (method === "PUT" || method === "POST") {
      const source = headers["x-amz-copy-source"];
      const from = source === undefined ? [] : [object("GetObject", decodeURIComponent(source).replace(/^\//, ""))];
      const lock = headers["x-amz-object-lock-mode"] === undefined ? [] : [object("PutObjectRetention")];
      return [object("PutObject"), ...lock, ...from];
    }
    if (method === "GET" && query.has("uploadId")) return [object("ListMultipartUploadParts")];
    if (method === "GET" || method === "HEAD") return [object("GetObject")];
    if (method === "DELETE") return [object(query.has("uploadId") ? "AbortMultipartUpload" : "DeleteObject")];
    return undefined;
  };
  const pass = async (request: AwsRequest, headers: Record<string, string>, body: Buffer): Promise<AwsAnswer> => {
    const answer = await engine.ask(request.method, request.url, headers, body.length > 0 ? body : undefined);
    const kept = Object.entries(answer.headers).flatMap(([name, text]) =>
      text === undefined || ["connection", "keep-alive", "date", "transfer-encoding"].includes(name)
        ? []
        : [[name, String(text)]],
    );
    return { status: answer.status, headers: Object.fromEntries(kept), body: answer.body };
  };
  const put = async (request: AwsRequest): Promise<AwsAnswer> => {
    const { headers, body } = unchunk(request);
    for (const [name, digest] of Object.entries(digests))
      if (headers[name] !== undefined && headers[name] !== digest(body))
        return refusal(400, "BadDigest", "The checksum you gave does not match the content.");
    const fault = lockFault(headers);
    if (fault !== undefined) return refusal(400, "InvalidRequest", fault);
    const conditional = headers["if-none-match"] ?? headers["if-match"];
    if (conditional === undefined) return pass(request, headers, body);
    if (headers["if-none-match"] !== undefined && headers["if-none-match"] !== "*")
      return refusal(501, "NotImplemented", "If-None-Match takes * only when writing.");
    return inTurn(request.path, async () => {
      const there = await engine.ask("HEAD", request.path);
      const wanted = headers["if-match"];
      if (wanted !== undefined && there.status === 404) return refusal(404, "NoSuchKey", "The object is not there.");
      const stops = wanted === undefined ? there.status === 200 : there.headers.etag !== wanted;
      return stops
        ? refusal(412, "PreconditionFailed", "At least one of the preconditions did not hold.")
        : pass(request, headers, body);
    });
  };

  return {
    refusal,
    throttling: { status: 503, code: "SlowDown" },
    intent: (request) => {
      const asks = asksOf(request);
      const [first] = asks ?? [];
      if (asks && first) return { ok: true, action: first.action, asks };
      return { ok: false, answer: refusal(501, "NotImplemented", "This request is not played locally.") };
    },
    apply: async (request) => {
      if (request.method === "PUT") return put(request);
      const answer = await pass(request, { ...request.headers }, request.body);
      const { bucket, key } = where(request.path);
      if (key !== "" && answer.status === 404 && (request.method === "GET" || request.method === "HEAD")) {
        const mayList = request.may({
          action: "s3:ListBucket",
          resource: bucketArn(bucket),
          context: { "s3:prefix": [key] },
        });
        // Who may not list must not learn that an object is missing; Amazon says forbidden instead.
        if (!mayList) return refusal(403, "AccessDenied", "Access Denied");
      }
      const overrides = [...request.query]
        .filter(([name]) => name.startsWith("response-"))
        .map(([name, text]) => [name.slice("response-".length), text]);
      return answer.status < 300
        ? { ...answer, headers: { ...answer.headers, ...Object.fromEntries(overrides) } }
        : answer;
    },
  };
};
