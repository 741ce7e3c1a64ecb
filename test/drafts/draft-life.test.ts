import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftLife } from "../../shared/domain/draft.ts";
import { addMilliseconds, instantFromEpoch, stockholmDateTime } from "../../shared/domain/instant.ts";

const at = (text: string) => instantFromEpoch(Date.parse(text));

describe("How long saved answers are kept", () => {
  it("is fourteen days after the day they were saved, to the end of the last one in Sweden", () => {
    expect(draftLife(at("2026-11-22T19:00:00Z"))).toEqual({
      lastOn: "2026-12-06",
      expiresAt: "2026-12-06T23:00:00Z",
    });
    // Half past midnight in Stockholm, still the day before in UTC.
    expect(draftLife(at("2026-06-30T22:30:00Z"))).toEqual({
      lastOn: "2026-07-15",
      expiresAt: "2026-07-15T22:00:00Z",
    });
  });

  it("ends at midnight also when the clocks are changed that night", () => {
    // 29 March and 25 October 2026: the days before they change at two and three o'clock.
    expect(draftLife(at("2026-03-14T12:00:00Z")).expiresAt).toBe("2026-03-28T23:00:00Z");
    expect(draftLife(at("2026-03-15T12:00:00Z")).expiresAt).toBe("2026-03-29T22:00:00Z");
    expect(draftLife(at("2026-10-10T12:00:00Z")).expiresAt).toBe("2026-10-24T22:00:00Z");
    expect(draftLife(at("2026-10-11T12:00:00Z")).expiresAt).toBe("2026-10-25T23:00:00Z");
  });

  it("ends at 00.00 in Sweden whatever moment somebody saves, and the day it ends is the one they were told", () => {
    const moments = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2032-01-01") });
    fc.assert(
      fc.property(moments, (epoch) => {
        const { lastOn, expiresAt } = draftLife(instantFromEpoch(epoch));
        expect(stockholmDateTime(expiresAt).time).toBe("00:00");
        expect(stockholmDateTime(addMilliseconds(expiresAt, -1)).date).toBe(lastOn);
      }),
    );
  });
});
