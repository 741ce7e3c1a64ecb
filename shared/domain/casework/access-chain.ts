import type { Instant } from "../instant.ts";

/** One look at a case: who, in what role, when and why. */
export interface Look {
  readonly reference: string;
  readonly sub: string;
  readonly role: string;
  readonly at: Instant;
  /** A code: `case-read`, `history-read`, `command`, `list`, `answer-downloaded` … */
  readonly why: string;
}

/** A look as it was written: numbered, and bound to the one before it by hash. */
export interface LoggedLook extends Look {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** SHA-256 of a text, as hex. */
export type Hash = (text: string) => string;

/** Where a chain begins: what the first look has for the hash before it. */
const nothingBefore = "";

/** A look in the one writing that is hashed: a list, so that no two looks share it. */
const writing = ({ previous, reference, seq, sub, role, at, why }: Omit<LoggedLook, "hash">): string =>
  JSON.stringify([previous, reference, seq, sub, role, at, why]);

/**
 * The look as the next in its case's chain.
 *
 * @param last the latest look at the same case; undefined when this is the first
 */
export function chained(look: Look, last: Pick<LoggedLook, "seq" | "hash"> | undefined, hash: Hash): LoggedLook {
  const { reference, sub, role, at, why } = look;
  const link = { reference, sub, role, at, why, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? nothingBefore };
  return { ...link, hash: hash(writing(link)) };
}

/** The end of a chain as it was once noted somewhere else, so that looks taken off the end are missed too. */
export type Anchor = Pick<LoggedLook, "seq" | "hash">;

/**
 * Whether a case's chain is whole: every look from the first on, in order, none changed, none added, none taken out.
 *
 * @param looks all of them, in order
 * @param anchors ends of this chain that were noted before
 * @returns the number of the first look that is not as it was written, or null when all are
 */
export function brokenAt(looks: readonly LoggedLook[], hash: Hash, anchors: readonly Anchor[] = []): number | null {
  let last: LoggedLook | undefined;
  for (const [index, look] of looks.entries()) {
    const { seq, previous, hash: written } = chained(look, last, hash);
    const isOfTheCase = look.reference === (last ?? look).reference;
    if (!isOfTheCase || look.seq !== seq || look.previous !== previous || look.hash !== written) return index + 1;
    last = look;
  }
  const missed = anchors.find((anchor) => looks[anchor.seq - 1]?.hash !== anchor.hash);
  return missed?.seq ?? null;
}
