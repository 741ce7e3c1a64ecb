import * as z from "zod";
import type { DecidedRule } from "../domain/disposal/disposal-rule.ts";
import type { Instant } from "../domain/instant.ts";
import { caseKinds } from "../domain/sight/sight.ts";
import { at, orNull } from "./case-parts.ts";
import type { CaseKey, GoneCase } from "./cases.ts";
import type { ClosedCase, DisposalEntry, DisposedCase } from "./disposal.ts";
import { attributesOf, itemOf, type StoredItem } from "./stored-item.ts";

/** Raised by one whenever what is left of a disposed record changes shape. */
const schemaVersion = 1;

/** Disposed cases whose submission may have to go as well stand in the list of closed ones, in a place of their own. */
export const unsettled = "unsettled";
/** The one place of all entries in the ledger. */
export const ledger = "cases";

/** What is left of a case. Nothing of it was written by anybody, and nothing says whom it was about. */
export const itemOfDisposed = (
  kase: Omit<ClosedCase, "version">,
  { id, decision }: Pick<DecidedRule, "id" | "decision">,
  now: Instant,
): StoredItem => {
  const { submission, number, reference, kind, unit, closedRecordedAt, protectedIdentity, yearShard, tally } = kase;
  return itemOf({
    ...{ submission, number, reference, kind, unit, closedRecordedAt, protectedIdentity, yearShard, tally },
    disposedAt: now,
    disposalRule: id,
    disposalDecision: decision,
    disposable: unsettled,
    ledger,
    ledgerEntry: `${now}#${reference}`,
    schemaVersion,
  });
};

/** What is left of a submission: that its reference is taken, so that nothing sent again becomes a new one. */
export const itemOfDisposedSubmission = (reference: string, now: Instant): StoredItem =>
  itemOf({ reference, kind: "disposed", disposedAt: now, schemaVersion });

type Item = Readonly<Record<string, unknown>>;

const key = { submission: z.string(), number: z.number() };
const coded = { reference: z.string(), kind: z.enum(caseKinds), unit: orNull(z.string()) };

const closed = z.object({
  ...key,
  ...coded,
  closedRecordedAt: at,
  version: z.number(),
  protectedIdentity: orNull(z.string()),
  yearShard: orNull(z.string()),
  tally: orNull(z.string()),
});
/** @throws when the item is not that of a closed case */
export const closedCaseOf = (item: Item): ClosedCase => closed.parse(attributesOf(item));

const itsKey = z.object(key);
/** @throws when the item is not that of a case */
export const caseKeyOf = (item: Item): CaseKey => itsKey.parse(attributesOf(item));

const gone = z.object({ number: z.number(), disposedAt: at });
/** @throws when the item is not that of a disposed case */
export const goneCaseOf = (item: Item): GoneCase => gone.parse(attributesOf(item));

const disposed = z.object({
  ...coded,
  protectedIdentity: z
    .string()
    .optional()
    .transform((word) => word === "yes"),
  closedRecordedAt: at,
  disposedAt: at,
});
/** @throws when the item is not that of a disposed case */
export const disposedCaseOf = (item: Item): DisposedCase => disposed.parse(attributesOf(item));

const entry = z
  .object({
    ...coded,
    closedRecordedAt: at,
    disposedAt: at,
    disposalRule: z.string(),
    disposalDecision: z.string(),
  })
  .transform(({ disposalRule: rule, disposalDecision: decision, ...rest }) => ({ ...rest, rule, decision }));
/** @throws when the item is not that of a disposed case */
export const entryOf = (item: Item): DisposalEntry => entry.parse(attributesOf(item));

/** An entry as it was read from a file. */
export const ledgerEntry = z.object({
  ...coded,
  unit: z.string().nullable(),
  closedRecordedAt: at,
  disposedAt: at,
  rule: z.string(),
  decision: z.string(),
});

const counted = z.object({
  protectedIdentity: orNull(z.string()),
  yearShard: orNull(z.string()),
  tally: orNull(z.string()),
});
/** What the year counts of a case, whatever else has become of it. @throws when the item is not that of a case */
export const countedOf = (item: Item) => counted.parse(attributesOf(item));
