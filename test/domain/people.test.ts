import { describe, expect, it } from "vitest";
import { isOwnRequest, stillIdentified } from "../../shared/domain/identified.ts";
import { addMilliseconds } from "../../shared/domain/instant.ts";
import {
  isDueForCheck,
  isRevoked,
  isSessionOver,
  isSessionUnseen,
  isUnchecked,
  longestSessionMs,
  revocationKeptMs,
  revocationKey,
  type StaffSession,
} from "../../shared/domain/staff-session.ts";
import { at } from "../fixtures.ts";

const began = at("2026-03-02T08:00:00Z");
const minutes = (count: number) => addMilliseconds(began, count * 60_000);
const almost = (count: number) => addMilliseconds(minutes(count), -1);
const session = (parts: Partial<StaffSession> = {}): StaffSession => ({
  key: "k",
  who: { sub: "a-1", roles: ["dpo"], units: [], mayProtected: false },
  startedAt: began,
  seenAt: began,
  checkedAt: began,
  renewal: null,
  ...parts,
});

describe("a session", () => {
  it("is over when it has not been used for half an hour, to the millisecond", () => {
    expect(isSessionOver(session(), almost(30))).toBe(false);
    expect(isSessionOver(session(), minutes(30))).toBe(true);
  });

  it("is over eight hours after it began, however lately it was used", () => {
    expect(isSessionOver(session({ seenAt: almost(480) }), almost(480))).toBe(false);
    expect(isSessionOver(session({ seenAt: minutes(480) }), minutes(480))).toBe(true);
    expect(longestSessionMs).toBe(480 * 60_000);
  });

  it("is written down as used once a minute", () => {
    expect([almost(1), minutes(1)].map((now) => isSessionUnseen(session(), now))).toEqual([false, true]);
  });

  it("is asked about after three minutes, and no longer gone by after five", () => {
    expect([almost(3), minutes(3)].map((now) => isDueForCheck(session(), now))).toEqual([false, true]);
    expect([almost(5), minutes(5)].map((now) => isUnchecked(session(), now))).toEqual([false, true]);
  });
});

describe("rights that are called in", () => {
  it("are those given before, and in the same second", () => {
    const second = at("2026-03-02T08:00:05.400Z");
    expect(isRevoked(at("2026-03-02T08:00:04.999Z"), second)).toBe(true);
    expect(isRevoked(at("2026-03-02T08:00:05.900Z"), second)).toBe(true);
    expect(isRevoked(at("2026-03-02T08:00:06Z"), second)).toBe(false);
    expect(isRevoked(began, undefined)).toBe(false);
  });

  it("are kept longer than anything given before can live, under a key that is no session's", () => {
    expect(revocationKeptMs).toBeGreaterThan(longestSessionMs);
    expect(revocationKey("a-1")).not.toMatch(/^[0-9a-f]{64}$/);
    expect(revocationKey("a-1")).not.toBe(revocationKey("a-2"));
  });
});

describe("somebody who has shown who they are", () => {
  const who = { number: "199001012385", givenName: "Exempel", familyName: "Exempelsson", at: began };

  it("is known from that moment for an hour, to the millisecond, and nobody is known of whom nothing was shown", () => {
    expect(stillIdentified(who, began)).toBe(who);
    expect(stillIdentified(who, minutes(60))).toBe(who);
    expect(stillIdentified(who, addMilliseconds(minutes(60), 1))).toBeUndefined();
    expect(stillIdentified(who, addMilliseconds(began, -1))).toBeUndefined();
    expect(stillIdentified(undefined, began)).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    "self",
    7,
    {},
    { onBehalfOf: "self" },
    { person: { personalIdentityNumber: who.number } },
    { onBehalfOf: "self", person: null },
    { onBehalfOf: "self", person: who.number },
    { onBehalfOf: "self", person: {} },
    { onBehalfOf: "self", person: { personalIdentityNumber: 199001012385 } },
    { onBehalfOf: ["self"], person: { personalIdentityNumber: who.number } },
  ])("does not ask about themselves by %j", (answers) => {
    expect(isOwnRequest(answers, who)).toBe(false);
  });

  it("asks about themselves by the number they were vouched for, and by it for nobody else", () => {
    expect(isOwnRequest({ onBehalfOf: "self", person: { personalIdentityNumber: who.number } }, who)).toBe(true);
    expect(isOwnRequest({ onBehalfOf: "child", person: { personalIdentityNumber: who.number } }, who)).toBe(false);
  });
});
