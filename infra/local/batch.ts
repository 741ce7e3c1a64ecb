import * as z from "zod";
import type { Outcome } from "./functions.ts";

/** One change of a table, as a function gets it. */
export interface StreamRecord {
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Readonly<Record<string, unknown>>;
  };
  readonly [field: string]: unknown;
}

/** What the function's answer means for its batch: done, or not done from this place in the batch on. */
export type Verdict =
  | { readonly done: true }
  | { readonly done: false; readonly from: number; readonly reported: boolean };

const failures = z.strictObject({
  batchItemFailures: z.array(z.strictObject({ itemIdentifier: z.string().min(1) })).nullable(),
});

/**
 * Reads a function's answer as Lambda does. With ReportBatchItemFailures only the documented shapes are success: null, an
 * empty object, a null or empty list; the lowest reported sequence number is where the batch is taken up again; an
 * identifier that is empty or not of this batch, or any other shape, means the whole batch again.
 */
export const verdictOn = (outcome: Outcome, records: readonly StreamRecord[], reportsItems: boolean): Verdict => {
  const whole: Verdict = { done: false, from: 0, reported: false };
  if (!outcome.ok) return whole;
  if (!reportsItems) return { done: true };
  const answer: unknown = JSON.parse(outcome.json);
  if (answer === null || (typeof answer === "object" && Object.keys(answer).length === 0 && !Array.isArray(answer)))
    return { done: true };
  const parsed = failures.safeParse(answer);
  if (!parsed.success) return whole;
  const places = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  if (places.length === 0) return { done: true };
  return places.includes(-1) ? whole : { done: false, from: Math.min(...places), reported: true };
};

export interface BatchRules {
  readonly reportsItems: boolean;
  readonly bisects: boolean;
  /** Tries after the first; -1 is without end. */
  readonly retries: number;
  /** Milliseconds a record may be old; -1 is without end. */
  readonly mostAgeMs: number;
}

export interface BatchWork {
  invoke(records: readonly StreamRecord[]): Promise<Outcome>;
  /** Notes that everything up to and with this record is dealt with, one way or the other. */
  checkpoint(record: StreamRecord): void;
  /** Parks records that were given up. */
  park(
    records: readonly StreamRecord[],
    why: "RetryAttemptsExhausted" | "RecordAgeExceeded",
    tries: number,
  ): Promise<void>;
  /** Waits before try number `tries` + 1. */
  pause(tries: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether to leave off, because the runner stops. What is not checkpointed comes again at the next start. */
  stopped(): boolean;
}

/**
 * Delivers a batch until each of its records is dealt with: handled, or parked once its tries or its age are used up.
 * Halving a batch does not count as a try.
 */
export const deliver = async (records: readonly StreamRecord[], rules: BatchRules, work: BatchWork): Promise<void> => {
  let rest = records;
  let tries = 0;
  while (rest.length > 0 && !work.stopped()) {
    const young = rest.filter((record) => !isTooOld(record, rules, work.now()));
    const old = rest.slice(0, rest.length - young.length);
    const [lastOld] = old.slice(-1);
    if (lastOld) {
      await work.park(old, "RecordAgeExceeded", tries);
      work.checkpoint(lastOld);
      rest = young;
      continue;
    }
    const outcome = await work.invoke(rest);
    if (work.stopped()) return;
    tries += 1;
    const verdict = verdictOn(outcome, rest, rules.reportsItems);
    const handled = verdict.done ? rest : rest.slice(0, verdict.from);
    const [lastHandled] = handled.slice(-1);
    if (lastHandled) {
      work.checkpoint(lastHandled);
      // What is left begins with another record: its tries are its own.
      tries = 1;
    }
    rest = rest.slice(handled.length);
    if (rest.length === 0) return;
    if (rules.bisects && rest.length > 1 && handled.length === 0) {
      const half = Math.ceil(rest.length / 2);
      await work.pause(1);
      await deliver(rest.slice(0, half), rules, work);
      rest = rest.slice(half);
      tries = 0;
      continue;
    }
    if (rules.retries >= 0 && tries > rules.retries) {
      await work.park(rest, "RetryAttemptsExhausted", tries);
      const [last] = rest.slice(-1);
      if (last) work.checkpoint(last);
      return;
    }
    await work.pause(tries);
  }
};

const isTooOld = ({ dynamodb }: StreamRecord, { mostAgeMs }: BatchRules, now: number): boolean =>
  mostAgeMs >= 0 && now - dynamodb.ApproximateCreationDateTime * 1000 > mostAgeMs;
