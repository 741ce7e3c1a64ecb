import type { Instant } from "../../shared/domain/instant.ts";
import {
  attemptBegun,
  attemptEnded,
  type Dispatch,
  isDue,
  type PostalEvent,
  toldBy,
} from "../../shared/domain/letter.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { Handover } from "../../shared/mail/postman.ts";

/** A letter, wherever it is kept. */
export interface Kept<Sent extends Dispatch, Found extends { readonly letter: Sent }> {
  /** What the log calls it. */
  readonly reference: string;
  /**
   * Changes the letter as it stands, in one conditional write. The change decides for itself whether there is still
   * anything to do: undefined leaves it alone.
   */
  readonly change: (change: (letter: Sent) => Sent | undefined) => Promise<Found | undefined>;
  /** Hands it over in its way. One that cannot be made now is tried again later, and not without end. */
  readonly handOver: (found: Found) => Promise<HandedOver>;
}

/** Writes down what the mail service tells of a mail, possibly twice and in any order. */
export async function hear<Sent extends Dispatch, Found extends { readonly letter: Sent }>(
  { reference, change }: Pick<Kept<Sent, Found>, "reference" | "change">,
  event: PostalEvent,
  { log }: { readonly log: Log },
): Promise<void> {
  const told = await change((before) => {
    const after = toldBy(before, event);
    return after === before ? undefined : after;
  });
  if (told?.letter.state === "failed")
    log("letter-failed", { reference, attempt: told.letter.attempts.length, failure: event });
  else log("letter-told", { reference, news: event });
}

/** What became of an attempt; `no-address` where nobody has given one. */
export type HandedOver = Handover | { readonly outcome: "no-address" };

/**
 * Sends one letter if it is due: first taken, then handed over, then marked. Whoever takes it has it alone until the
 * lease is over, so two senders do not both send; a sender that dies after handing over may cause one more mail, and
 * none if the mail service has told of the first by then.
 */
export async function sendOnce<Sent extends Dispatch, Found extends { readonly letter: Sent }>(
  { reference, change, handOver }: Kept<Sent, Found>,
  now: Instant,
  { log }: { readonly log: Log },
): Promise<void> {
  const taken = await change((letter) => (isDue(letter, now) ? attemptBegun(letter, now) : undefined));
  if (taken === undefined) return;
  const handover = await handOver(taken).catch(
    (failure: unknown): HandedOver => ({ outcome: "try-later", failure: nameOf(failure) }),
  );
  const attempt = taken.letter.attempts.length;
  const ended = await change((letter) =>
    letter.attempts.length === attempt ? attemptEnded(letter, handover.outcome, now) : undefined,
  );
  const failure = "failure" in handover ? handover.failure : handover.outcome;
  if (handover.outcome === "accepted") log("letter-sent", { reference, attempt });
  else if (ended?.letter.state === "failed") log("letter-failed", { reference, attempt, failure });
  else log("letter-postponed", { reference, attempt, failure });
}
