import { expect, test } from "vitest";
import { cityQueue, queuesOf, reporterQueue, unitQueue, urgencyOf } from "../../shared/domain/casework/queue.ts";
import { aBreach, breachIn, consultationIn, farsta, received, requestIn } from "./a-case.ts";

test("a case stands in its unit's list, in the city's, and what an employee sent in their own", () => {
  const open = requestIn("received");
  expect(queuesOf(open)).toEqual({
    unit: unitQueue("request", open.unit, "open", "plain"),
    city: cityQueue("request", "open", "plain"),
    reporter: null,
  });
  expect(queuesOf(aBreach())).toEqual({
    unit: unitQueue("breach", farsta, "open", "plain"),
    city: cityQueue("breach", "open", "plain"),
    reporter: reporterQueue("employee-1", "breach"),
  });
  expect(queuesOf(consultationIn("closed"))).toMatchObject({
    unit: unitQueue("consultation", farsta, "ended", "plain"),
    reporter: reporterQueue("employee-1", "consultation"),
  });
});

test("a case that has ended, is nobody's yet, or is of somebody with protected identity stands in a list of its own", () => {
  expect(queuesOf(requestIn("closed")).city).toBe(cityQueue("request", "ended", "plain"));
  expect(queuesOf(breachIn("dismissed")).city).toBe(cityQueue("breach", "ended", "plain"));
  expect(queuesOf(requestIn("triage")).unit).toBe(unitQueue("request", null, "open", "plain"));
  expect(queuesOf(requestIn("received", { protectedIdentity: true }))).toMatchObject({
    city: cityQueue("request", "open", "protected"),
  });
  const names = [
    unitQueue("request", "a", "open", "plain"),
    unitQueue("request", null, "open", "plain"),
    unitQueue("breach", "a", "open", "plain"),
    unitQueue("request", "a", "ended", "plain"),
    unitQueue("request", "a", "open", "protected"),
    cityQueue("request", "open", "plain"),
    cityQueue("request", "open", "protected"),
    cityQueue("request", "ended", "plain"),
    reporterQueue("a", "request"),
    reporterQueue("a", "breach"),
    reporterQueue("b", "request"),
  ];
  expect(new Set(names).size).toBe(names.length);
});

test("lists are ordered by when the case must be dealt with, and no two cases are alike in it", () => {
  expect(urgencyOf(requestIn("received"))).toMatch(/^2026-12-24#.+-1$/);
  expect(urgencyOf(aBreach())).toBe("2026-11-27T09:00:00Z#0000000000010");
  expect(urgencyOf(consultationIn("received"))).toBe(`${received}#0000000000020`);
});
