import * as z from "zod";
import { epochOf, type Instant, instantFromEpoch } from "../domain/instant.ts";
import { attributesOf, itemOf, type StoredItem } from "./stored-item.ts";

/** Answers that somebody has saved and not sent. It is no submission, opens no case and is in no count. */
export interface Draft {
  /** Follows from the person's code, which is never kept. */
  readonly name: string;
  /** The answers under a key that is made from the code. */
  readonly sealed: string;
  readonly expiresAt: Instant;
}

export interface DraftInbox {
  readonly keep: (draft: Draft) => Promise<void>;
}

export interface DraftArchive {
  /** The draft of that name, also one that has expired and is not cleared away yet: the reader checks. */
  readonly get: (name: string) => Promise<Draft | undefined>;
}

const record = z.object({
  kind: z.literal("draft"),
  schemaVersion: z.literal(1),
  reference: z.string(),
  sealed: z.string(),
  draftExpiresAt: z.number(),
});

/** The table clears away what has this attribute when its second has passed; nothing but a draft has it. */
export const itemOfDraft = ({ name, sealed, expiresAt }: Draft): StoredItem =>
  itemOf({ kind: "draft", schemaVersion: 1, reference: name, sealed, draftExpiresAt: epochOf(expiresAt) / 1_000 });

/** @throws when the item is not a draft of a shape this code knows */
export function draftOfItem(item: Readonly<Record<string, unknown>>): Draft {
  const { reference, sealed, draftExpiresAt } = record.parse(attributesOf(item));
  return { name: reference, sealed, expiresAt: instantFromEpoch(draftExpiresAt * 1_000) };
}
