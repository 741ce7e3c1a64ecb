import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { brokenAt, chained, type LoggedLook } from "../../shared/domain/casework/access-chain.ts";
import { addMilliseconds } from "../../shared/domain/instant.ts";
import { seededBy } from "../proof/seeded.ts";
import { received } from "./a-case.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

const aChain = (length: number, reference = "0000000000010"): readonly LoggedLook[] => {
  const looks: LoggedLook[] = [];
  for (let n = 0; n < length; n += 1) {
    const look = {
      reference,
      sub: `officer-${n % 3}`,
      role: "coordinator",
      at: addMilliseconds(received, n),
      why: "case-read",
    };
    looks.push(chained(look, looks.at(-1), hash));
  }
  return looks;
};

describe("the chain of looks at a case", () => {
  test("is whole as it was written, and when there is none", () => {
    expect(brokenAt(aChain(20), hash)).toBeNull();
    expect(brokenAt([], hash)).toBeNull();
    const whole = aChain(20);
    expect(
      brokenAt(
        whole,
        hash,
        [whole[0], whole[9], whole[19]].filter((end) => end !== undefined),
      ),
    ).toBeNull();
    expect(aChain(3).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test("shows every one of 1,000 random changes, also those that count the changed look's own hash over", () => {
    const chance = seededBy(20_261_122);
    const whole = aChain(20);
    const texts = ["reference", "sub", "role", "at", "why", "previous", "hash"] as const;
    let seen = 0;
    for (let n = 0; n < 1_000; n += 1) {
      const at = chance.below(whole.length);
      const look = whole[at];
      if (look === undefined) throw new Error("a look");
      const field = chance.pick(texts);
      const text: string = look[field];
      const changed = { ...look, [field]: text.slice(0, -1) + (text.endsWith("x") ? "y" : "x") };
      const again = { ...chained(changed, whole[at - 1], hash), seq: look.seq, previous: changed.previous };
      const isBorrowed = chance.below(2) === 0 && field !== "hash" && field !== "previous";
      const tampered = whole.with(at, isBorrowed ? again : changed);
      const anchor = whole.at(-1);
      if (brokenAt(tampered, hash, anchor === undefined ? [] : [anchor]) !== null) seen += 1;
    }
    expect(seen).toBe(1_000);
    console.log(`random changes of the chain 1000, seen ${seen}`);
  });

  test("shows a look that was taken out, put in, moved, or written over from there on", () => {
    const whole = aChain(8);
    const [one] = aChain(1);
    const last = whole.at(-1);
    if (one === undefined || last === undefined) throw new Error("looks");
    for (let at = 0; at < whole.length - 1; at += 1) {
      expect(brokenAt(whole.toSpliced(at, 1), hash)).toBe(at + 1);
      expect(brokenAt(whole.toSpliced(at + 1, 0, one), hash)).toBe(at + 2);
      const swapped = whole.toSpliced(at, 2, ...whole.slice(at, at + 2).toReversed());
      expect(brokenAt(swapped, hash)).toBe(at + 1);
    }
    // Whoever can write the whole chain anew is betrayed by its end, noted elsewhere.
    const anew = aChain(8).map((look) => ({ ...look, sub: "somebody-else" }));
    const forged: LoggedLook[] = [];
    for (const look of anew) forged.push(chained(look, forged.at(-1), hash));
    expect(brokenAt(forged, hash)).toBeNull();
    expect(brokenAt(forged, hash, [last])).toBe(8);
    expect(brokenAt(whole.slice(0, -1), hash, [last])).toBe(8);
  });

  test("is numbered one by one: another number shows, though nothing else was changed", () => {
    const whole = aChain(3);
    for (const [at, look] of whole.entries())
      for (const seq of [0, look.seq - 1, look.seq + 1, 7])
        expect(brokenAt(whole.with(at, { ...look, seq }), hash)).toBe(at + 1);
  });

  test("of one case is not taken for another's", () => {
    const [first, second] = [aChain(2)[0], aChain(2, "0000000000020")[1]];
    if (first === undefined || second === undefined) throw new Error("looks");
    expect(brokenAt([first, second], hash)).toBe(2);
    // Also when it has been bound to the other case's by somebody who can write.
    const { reference, sub, role, at, why } = second;
    expect(brokenAt([first, chained({ reference, sub, role, at, why }, first, hash)], hash)).toBe(2);
  });
});
