import { describe, expect, test } from "vitest";
import { incidentOf } from "../../shared/domain/casework/incident.ts";
import { allowed, aReport, at, codeOf, received, units } from "./a-case.ts";

const reported = (parts: Parameters<typeof aReport>[0] = {}) => incidentOf(aReport(parts), received, units);

describe("a reported incident", () => {
  test("has 72 hours from awareness, which is detection when nothing else was said", () => {
    const kase = allowed(reported());
    expect(kase.times.awareAt).toBe("2026-11-24T09:00:00Z");
    expect(kase.dueAt).toBe("2026-11-27T09:00:00Z");
    expect(kase).toMatchObject({ status: "reported", version: 1, receivedAt: received, risk: null });
    expect(kase.reference).toBe(kase.submission);
  });
  test("keeps exactly 72 hours when the clocks go back in between", () => {
    const detectedAt = at("2026-10-23T13:00:00Z");
    expect(allowed(reported({ detectedAt })).dueAt).toBe("2026-10-26T13:00:00Z");
  });
  test("owes a letter at once to the manager, the DPO and the security coordinator, with nothing of what happened", () => {
    const { letters, facts } = allowed(reported());
    expect(letters.map(({ kind, to, nextAttemptAt }) => [kind, to, nextAttemptAt])).toEqual([
      ["incident-reported", "manager", received],
      ["incident-reported", "dpo", received],
      ["incident-reported", "security", received],
    ]);
    expect(JSON.stringify(letters)).not.toContain(facts.description);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(3);
  });
  test("tells the unit when it names no manager", () => {
    expect(allowed(reported({ hasManager: false })).letters.map(({ to }) => to)).toEqual(["unit", "dpo", "security"]);
  });
  test("runs the same clock and the same letters when it is a drill, and says that it is one", () => {
    const real = allowed(reported());
    expect(allowed(reported({ drill: true }))).toEqual({ ...real, drill: true });
  });
  test("says why awareness came more than 24 hours after detection", () => {
    const detectedAt = at("2026-11-22T09:00:00Z");
    expect(codeOf(reported({ detectedAt, awareAt: at("2026-11-23T09:00:00Z") }))).toBe("allowed");
    expect(codeOf(reported({ detectedAt, awareAt: at("2026-11-23T09:00:01Z") }))).toBe("aware-delay-reason-required");
    expect(codeOf(reported({ detectedAt, awareAt: received, awareDelayReason: "Ingen läste loggen" }))).toBe("allowed");
  });
  test("is refused when awareness is before detection, when a time lies ahead, or for a unit that does not exist", () => {
    expect(codeOf(reported({ awareAt: at("2026-11-24T08:00:00Z") }))).toBe("aware-before-detected");
    expect(codeOf(reported({ detectedAt: at("2026-11-24T10:00:01Z") }))).toBe("not-in-the-future");
    expect(codeOf(reported({ occurredAt: at("2026-11-24T10:00:01Z") }))).toBe("not-in-the-future");
    expect(codeOf(reported({ unit: "sthlm-sdn-rinkeby-kista" }))).toBe("unknown-unit");
  });
});
