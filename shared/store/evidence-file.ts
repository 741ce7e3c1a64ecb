import type { EvidenceKind, EvidenceRefusal } from "../domain/casework/representation.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import { holdsMore, isKnownHarm, kindOfFile } from "./file-kind.ts";
import { partedJpg, partedPng } from "./picture.ts";

/** A file of evidence as it is kept: looked at, and of a picture the image alone. */
export interface LookedAt {
  readonly kind: EvidenceKind;
  readonly bytes: Buffer;
}

/**
 * What a file of evidence is, by what is in it, or why it is not taken in. Of a picture nothing is kept but the image: not
 * where and when it was taken, and nothing that was put behind it. A pdf is kept as it came.
 */
export function lookedAt(bytes: Buffer): Result<LookedAt, EvidenceRefusal> {
  if (isKnownHarm(bytes)) return refused("harmful");
  const [jpg, png] = [partedJpg(bytes), partedPng(bytes)];
  const picture = jpg ?? png;
  if (picture !== undefined)
    return holdsMore(picture.beside)
      ? refused("harmful")
      : ok({ kind: jpg === undefined ? "png" : "jpg", bytes: picture.image });
  const kind = kindOfFile(bytes, ["pdf"]);
  if (kind === "pdf") return ok({ kind, bytes });
  return refused(kind === "harmful" ? "harmful" : "not-such-a-file");
}
