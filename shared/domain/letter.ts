import { addMilliseconds, compareInstants, type Instant } from "./instant.ts";

/**
 * A letter owed to somebody, kept on the case that owes it until it is sent or has visibly failed. The address is
 * not here: it is read from the submission at the moment of sending.
 */
export interface Letter {
  readonly id: string;
  readonly kind: "receipt";
  readonly state: LetterState;
  readonly attempts: readonly LetterAttempt[];
  /** When the next attempt may be made; null when none is to be. */
  readonly nextAttemptAt: Instant | null;
}

/** What is followed up of a letter, of whatever kind it is. */
export type Dispatch = Omit<Letter, "kind">;

export const letterStates = ["owed", "sent", "delivered", "failed"] as const;
export type LetterState = (typeof letterStates)[number];

export const attemptOutcomes = ["begun", "accepted", "try-later", "refused", "no-address"] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export interface LetterAttempt {
  readonly number: number;
  readonly at: Instant;
  readonly outcome: AttemptOutcome;
}

/** What the mail service tells afterwards, possibly twice and in any order. */
export type PostalEvent = "sent" | "delivered" | "bounced" | "rejected";

const minute = 60_000;
/** The wait after each attempt that did not succeed. When they are used up the letter has failed. */
const waits = [1, 5, 15, 60, 240, 720, 1_440, 2_880].map((minutes) => minutes * minute);
/** How long one attempt may be under way before another sender may take over. Longer than a sender can live. */
export const attemptLease = 3 * minute;

export const letterOwed = (kind: Letter["kind"], at: Instant): Letter => ({
  id: kind,
  kind,
  state: "owed",
  attempts: [],
  nextAttemptAt: at,
});

export const isDue = (letter: Dispatch, now: Instant): boolean =>
  letter.state === "owed" && letter.nextAttemptAt !== null && compareInstants(letter.nextAttemptAt, now) <= 0;

/** Takes the letter for one attempt. It is written down before anything is sent, so that nobody else sends meanwhile. */
export const attemptBegun = <Sent extends Dispatch>(letter: Sent, now: Instant): Sent => ({
  ...letter,
  attempts: [...letter.attempts, { number: letter.attempts.length + 1, at: now, outcome: "begun" }],
  nextAttemptAt: addMilliseconds(now, attemptLease),
});

const lastOutcome = (letter: Dispatch, outcome: AttemptOutcome): readonly LetterAttempt[] =>
  letter.attempts.map((attempt, index) => (index === letter.attempts.length - 1 ? { ...attempt, outcome } : attempt));

/** What became of the attempt under way. A refusal that cannot pass ends the letter at once; the rest wait longer each time. */
export function attemptEnded<Sent extends Dispatch>(
  letter: Sent,
  outcome: Exclude<AttemptOutcome, "begun">,
  now: Instant,
): Sent {
  const attempts = lastOutcome(letter, outcome);
  // The mail service may have told of the mail before its sender could write it down.
  if (letter.state !== "owed") return { ...letter, attempts };
  if (outcome === "accepted") return { ...letter, attempts, state: "sent", nextAttemptAt: null };
  const wait = waits[letter.attempts.length - 1];
  if (outcome !== "try-later" || wait === undefined)
    return { ...letter, attempts, state: "failed", nextAttemptAt: null };
  return { ...letter, attempts, nextAttemptAt: addMilliseconds(now, wait) };
}

const rank: Readonly<Record<LetterState, number>> = { owed: 0, sent: 1, delivered: 2, failed: 3 };
const stateAfter: Readonly<Record<PostalEvent, LetterState>> = {
  sent: "sent",
  delivered: "delivered",
  bounced: "failed",
  rejected: "failed",
};

/** The letter after the mail service told of it. States only rise, so twice or out of order makes no difference. */
export function toldBy<Sent extends Dispatch>(letter: Sent, event: PostalEvent): Sent {
  const state = stateAfter[event];
  if (rank[state] <= rank[letter.state]) return letter;
  return { ...letter, state, nextAttemptAt: null };
}

/** When the earliest owed letter is due, or null when none is owed. */
export const nextLetterAt = (letters: readonly Dispatch[]): Instant | null =>
  letters
    .flatMap(({ state, nextAttemptAt }) => (state === "owed" && nextAttemptAt !== null ? [nextAttemptAt] : []))
    .toSorted(compareInstants)[0] ?? null;
