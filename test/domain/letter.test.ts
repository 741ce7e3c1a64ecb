import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMilliseconds, type Instant, instant } from "../../shared/domain/instant.ts";
import {
  attemptBegun,
  attemptEnded,
  attemptLease,
  isDue,
  letterOwed,
  nextLetterAt,
  type PostalEvent,
  toldBy,
} from "../../shared/domain/letter.ts";

const at = (text: string): Instant => {
  const found = instant(text);
  if (found === undefined) throw new Error("the test names a time that does not exist");
  return found;
};
const owedAt = at("2026-11-24T10:00:00Z");
const owed = letterOwed("receipt", owedAt);

describe("a letter that is owed", () => {
  it("is due from the moment it is owed, and not before", () => {
    expect(owed).toEqual({ id: "receipt", kind: "receipt", state: "owed", attempts: [], nextAttemptAt: owedAt });
    expect(isDue(owed, owedAt)).toBe(true);
    expect(isDue(owed, addMilliseconds(owedAt, -1_000))).toBe(false);
    // Within one second too, which the instants' texts do not tell in order.
    expect(isDue(owed, addMilliseconds(owedAt, 1))).toBe(true);
    expect(isDue({ ...owed, nextAttemptAt: addMilliseconds(owedAt, 1) }, owedAt)).toBe(false);
    for (const state of ["sent", "delivered", "failed"] as const) expect(isDue({ ...owed, state }, owedAt)).toBe(false);
    expect(isDue({ ...owed, nextAttemptAt: null }, owedAt)).toBe(false);
  });

  it("is nobody else's to send while an attempt is under way, and somebody's again when the lease is over", () => {
    const taken = attemptBegun(owed, owedAt);
    expect(attemptLease).toBeGreaterThan(60_000);
    expect(isDue(taken, addMilliseconds(owedAt, attemptLease - 1_000))).toBe(false);
    expect(isDue(taken, addMilliseconds(owedAt, attemptLease))).toBe(true);
  });

  it("keeps every attempt, numbered, with when it began and how it ended", () => {
    const later = addMilliseconds(owedAt, 60_000);
    const once = attemptEnded(attemptBegun(owed, owedAt), "try-later", owedAt);
    expect(once).toMatchObject({ state: "owed", nextAttemptAt: later });
    const twice = attemptEnded(attemptBegun(once, later), "accepted", later);
    expect(twice).toEqual({
      ...owed,
      state: "sent",
      nextAttemptAt: null,
      attempts: [
        { number: 1, at: owedAt, outcome: "try-later" },
        { number: 2, at: later, outcome: "accepted" },
      ],
    });
    expect(attemptBegun(once, later).attempts).toEqual([
      { number: 1, at: owedAt, outcome: "try-later" },
      { number: 2, at: later, outcome: "begun" },
    ]);
  });

  it("waits longer after each attempt that failed, and has visibly failed when the waits are used up", () => {
    let letter = owed;
    let now = owedAt;
    const waits: number[] = [];
    while (letter.state === "owed") {
      letter = attemptEnded(attemptBegun(letter, now), "try-later", now);
      if (letter.nextAttemptAt === null) break;
      waits.push(Date.parse(letter.nextAttemptAt) - Date.parse(now));
      now = letter.nextAttemptAt;
    }
    expect(letter.state).toBe("failed");
    expect(letter.attempts.length).toBe(waits.length + 1);
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(new Set(waits).size).toBe(waits.length);
    expect(Date.parse(now) - Date.parse(owedAt)).toBeGreaterThan(2 * 24 * 3_600_000);
  });

  it("fails at once when no later attempt can mend it", () => {
    for (const outcome of ["refused", "no-address"] as const) {
      const letter = attemptEnded(attemptBegun(owed, owedAt), outcome, owedAt);
      expect(letter).toMatchObject({ state: "failed", nextAttemptAt: null });
      expect(letter.attempts.at(-1)?.outcome).toBe(outcome);
    }
  });

  it("that the mail service has told of is not sent again, though its sender died before writing it down", () => {
    const told = toldBy(attemptBegun(owed, owedAt), "sent");
    expect(told).toMatchObject({ state: "sent", nextAttemptAt: null });
    expect(isDue(told, addMilliseconds(owedAt, 10 * attemptLease))).toBe(false);
    const ended = attemptEnded(told, "try-later", owedAt);
    expect(ended).toEqual({ ...told, attempts: [{ number: 1, at: owedAt, outcome: "try-later" }] });
  });
});

describe("what the mail service tells", () => {
  it("twice or in any order ends the same", () => {
    const events: PostalEvent[] = ["sent", "delivered", "bounced", "sent", "delivered"];
    const sent = attemptEnded(attemptBegun(owed, owedAt), "accepted", owedAt);
    const ends = new Set<string>();
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => {
        ends.add(order.reduce(toldBy, sent).state);
      }),
    );
    expect([...ends]).toEqual(["failed"]);
  });

  it("leaves the letter as it is when it is nothing new", () => {
    const told = toldBy(owed, "delivered");
    for (const event of ["sent", "delivered"] as const) expect(toldBy(told, event)).toBe(told);
    const failed = toldBy(told, "rejected");
    expect(failed).toMatchObject({ state: "failed", nextAttemptAt: null });
    expect(toldBy(failed, "bounced")).toBe(failed);
  });

  it("never lets a state run backwards", () => {
    const rank = ["owed", "sent", "delivered", "failed"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom<PostalEvent>("sent", "delivered", "bounced", "rejected")), (told) => {
        let letter = owed;
        for (const event of told) {
          const next = toldBy(letter, event);
          expect(rank.indexOf(next.state)).toBeGreaterThanOrEqual(rank.indexOf(letter.state));
          letter = next;
        }
      }),
    );
  });
});

describe("the next letter of a case", () => {
  it("is the earliest that is owed, and none when none is", () => {
    const later = letterOwed("receipt", at("2026-11-25T10:00:00Z"));
    expect(nextLetterAt([later, owed])).toBe(owedAt);
    expect(nextLetterAt([owed, later])).toBe(owedAt);
    const soon = letterOwed("receipt", addMilliseconds(owedAt, 1));
    expect(nextLetterAt([soon, owed, soon])).toBe(owedAt);
    const sentButTold = { ...owed, state: "sent" } as const;
    expect(nextLetterAt([sentButTold, later])).toBe(later.nextAttemptAt);
    const nobodys = { ...owed, nextAttemptAt: null };
    expect(nextLetterAt([later, nobodys])).toBe(later.nextAttemptAt);
    expect(nextLetterAt([nobodys, later])).toBe(later.nextAttemptAt);
    expect(nextLetterAt([attemptEnded(attemptBegun(owed, owedAt), "accepted", owedAt)])).toBeNull();
    expect(nextLetterAt([])).toBeNull();
  });
});
