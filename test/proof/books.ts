import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { type House, itemsOf } from "../house.ts";

/** A stored item with plain values, read without the product's own code. */
export type Plain = Readonly<Record<string, string | number>>;

/** What is really there: stores, mails, and the letters of which somebody was told that they failed. */
export interface Books {
  readonly submissions: readonly Plain[];
  readonly cases: readonly Plain[];
  readonly mails: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
  /** Case references for which the metric of failed letters was raised. */
  readonly failuresShown: readonly string[];
}

export const plain = (item: Readonly<Record<string, AttributeValue>>): Plain =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      if (value.S !== undefined) return [name, value.S];
      if (value.N !== undefined) return [name, Number(value.N)];
      throw new Error(`${name} is stored as something that is neither text nor number`);
    }),
  );

export type Readable = Pick<House, "endpoint" | "mail" | "logs">;

export const booksOf = async (house: Readable): Promise<Books> => ({
  submissions: (await itemsOf(house, "Submissions")).map(plain),
  cases: (await itemsOf(house, "Cases")).map(plain),
  mails: await house.mail(),
  failuresShown: house.logs.flatMap(({ entry }) =>
    entry.event === "letter-failed" && entry.LettersFailed === 1 ? [String(entry.reference)] : [],
  ),
});

export interface StoredLetter {
  readonly id: string;
  readonly state: "owed" | "sent" | "delivered" | "failed";
  readonly attempts: readonly { readonly number: number; readonly at: string; readonly outcome: string }[];
  readonly nextAttemptAt: string | null;
}

export const lettersOf = (kase: Plain): readonly StoredLetter[] => JSON.parse(String(kase.letters));

/** Whether anything is still to be done: a submission not taken in, or a letter not ended. */
export const isQuiet = ({ submissions, cases }: Books): boolean =>
  submissions.every((submission) => submission.pendingIntake === undefined) &&
  cases.every((kase) => lettersOf(kase).every(({ state }) => state !== "owed"));
