import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 over the canonical JSON (RFC 8785) of the body as it came, as hex. Decides whether a second post is a replay. */
export const bodyHashOf = (body: unknown): string =>
  createHash("sha256")
    .update(canonicalize(body) ?? "")
    .digest("hex");
