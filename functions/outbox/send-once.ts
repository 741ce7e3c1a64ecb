import type { Instant } from "../../shared/domain/instant.ts";
import { attemptBegun, attemptEnded, type Dispatch, isDue } from "../../shared/domain/letter.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { Handover, Mail, Postman } from "../../shared/mail/postman.ts";

/** A letter, wherever it is kept. */
export interface Kept<Sent extends Dispatch, Found extends { readonly letter: Sent }> {
  /** What the log calls it. */
  readonly reference: string;
  /**
   * Changes the letter as it stands, in one conditional write. The change decides for itself whether there is still
   * anything to do: undefined leaves it alone.
   */
  readonly change: (change: (letter: Sent) => Sent | undefined) => Promise<Found | undefined>;
  /** The mail it is; undefined when nobody has given an address. */
  readonly mailOf: (found: Found) => Promise<Mail | undefined>;
}

/** Hands the mail over. A mail that cannot be made now is tried again later, and not without end. */
async function handOver(
  mailOf: () => Promise<Mail | undefined>,
  postman: Postman,
): Promise<Handover | { outcome: "no-address" }> {
  let mail: Mail | undefined;
  try {
    mail = await mailOf();
  } catch (failure) {
    return { outcome: "try-later", failure: nameOf(failure) };
  }
  return mail === undefined ? { outcome: "no-address" } : postman.send(mail);
}

/**
 * Sends one letter if it is due: first taken, then handed over, then marked. Whoever takes it has it alone until the
 * lease is over, so two senders do not both send; a sender that dies after handing over may cause one more mail, and
 * none if the mail service has told of the first by then.
 */
export async function sendOnce<Sent extends Dispatch, Found extends { readonly letter: Sent }>(
  { reference, change, mailOf }: Kept<Sent, Found>,
  now: Instant,
  { postman, log }: { readonly postman: Postman; readonly log: Log },
): Promise<void> {
  const taken = await change((letter) => (isDue(letter, now) ? attemptBegun(letter, now) : undefined));
  if (taken === undefined) return;
  const handover = await handOver(() => mailOf(taken), postman);
  const attempt = taken.letter.attempts.length;
  const ended = await change((letter) =>
    letter.attempts.length === attempt ? attemptEnded(letter, handover.outcome, now) : undefined,
  );
  const failure = "failure" in handover ? handover.failure : handover.outcome;
  if (handover.outcome === "accepted") log("letter-sent", { reference, attempt });
  else if (ended?.letter.state === "failed") log("letter-failed", { reference, attempt, failure });
  else log("letter-postponed", { reference, attempt, failure });
}
