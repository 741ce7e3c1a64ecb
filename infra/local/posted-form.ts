import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";

/** A file that a browser puts in a bucket by a form (S3's POST Object). */
export interface PostedForm {
  readonly bucket: string;
  readonly key: string;
  readonly accessKeyId: string;
  readonly token: string | undefined;
  readonly file: Buffer;
  readonly contentType: string;
  /** Where the browser goes afterwards, if the form says so. */
  readonly doneAt: string | undefined;
  /** Why the form is refused, once it is known with which secret it should have been signed. */
  refusalFor(secret: string, now: Date): { readonly status: number; readonly code: string } | undefined;
}

const condition = z.union([
  z.record(z.string(), z.string()),
  z.tuple([z.enum(["eq", "starts-with"]), z.string(), z.string()]),
  z.tuple([z.literal("content-length-range"), z.number(), z.number()]),
]);
const policyShape = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });
/** Fields that no condition need speak of. */
const free = ["policy", "x-amz-signature", "file"];

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Which of the policy's conditions does not hold; each field must be named by one. */
const brokenBy = (
  fields: ReadonlyMap<string, string>,
  bucket: string,
  size: number,
  policy: z.infer<typeof policyShape>,
) => {
  const sent = new Map([...fields, ["bucket", bucket]]);
  const covered = new Set(free);
  for (const rule of policy.conditions) {
    if (!Array.isArray(rule)) {
      for (const [name, value] of Object.entries(rule)) {
        covered.add(name.toLowerCase());
        if (sent.get(name.toLowerCase()) !== value) return "AccessDenied";
      }
    } else if (rule[0] === "content-length-range") {
      if (size < rule[1]) return "EntityTooSmall";
      if (size > rule[2]) return "EntityTooLarge";
    } else {
      const name = rule[1].replace(/^\$/, "").toLowerCase();
      covered.add(name);
      const value = sent.get(name) ?? "";
      if (rule[0] === "eq" ? value !== rule[2] : !value.startsWith(rule[2])) return "AccessDenied";
    }
  }
  return [...fields.keys()].every((name) => covered.has(name)) ? undefined : "AccessDenied";
};

/** The form in a request, or undefined when it is none. */
export const postedForm = async (
  method: string,
  path: string,
  contentType: string | undefined,
  body: Buffer,
): Promise<PostedForm | undefined> => {
  const bucket = /^\/([^/]+)\/?$/.exec(path)?.[1];
  if (method !== "POST" || bucket === undefined || !contentType?.startsWith("multipart/form-data")) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  const file = form?.get("file");
  if (form === undefined || !(file instanceof File)) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of form) if (typeof value === "string") fields.set(name.toLowerCase(), value);
  const [accessKeyId = "", date = "", region = "", service = ""] = (fields.get("x-amz-credential") ?? "").split("/");
  const bytes = Buffer.from(await file.arrayBuffer());
  return {
    bucket,
    key: fields.get("key") ?? "",
    accessKeyId,
    token: fields.get("x-amz-security-token"),
    file: bytes,
    contentType: fields.get("content-type") ?? "binary/octet-stream",
    doneAt: fields.get("success_action_redirect"),
    refusalFor: (secret, now) => {
      const text = fields.get("policy") ?? "";
      const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${secret}`);
      const signature = createHmac("sha256", key).update(text).digest("hex");
      if (!equal(signature, fields.get("x-amz-signature") ?? "")) return { status: 403, code: "SignatureDoesNotMatch" };
      const policy = policyShape.parse(JSON.parse(Buffer.from(text, "base64").toString()));
      if (Date.parse(policy.expiration) <= now.getTime()) return { status: 403, code: "AccessDenied" };
      const broken = brokenBy(fields, bucket, bytes.length, policy);
      return broken === undefined ? undefined : { status: broken === "AccessDenied" ? 403 : 400, code: broken };
    },
  };
};
