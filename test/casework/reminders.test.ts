import { describe, expect, test } from "vitest";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { isHumaneHour } from "../../shared/domain/casework/humane-hours.ts";
import { remindersDue } from "../../shared/domain/casework/reminders.ts";
import { aBreach, at, breachAfter, breachIn, consultationIn, on, requestAfter, requestIn } from "./a-case.ts";

const dueFor = (kase: CaseFile, now: string): readonly string[] =>
  remindersDue(kase, at(now)).map(({ kind, to }) => `${kind} to ${to}`);

describe("humane hours", () => {
  test.each([
    ["a working day at 8 in winter", "2026-11-25T07:00:00Z", true],
    ["a minute before 8", "2026-11-25T06:59:00Z", false],
    ["a working day at 8 in summer", "2026-07-01T06:00:00Z", true],
    ["a minute before 17", "2026-11-25T15:59:00Z", true],
    ["17 sharp", "2026-11-25T16:00:00Z", false],
    ["a Saturday", "2026-11-28T10:00:00Z", false],
    ["Christmas Day, a Friday", "2026-12-25T10:00:00Z", false],
  ])("%s: %s → %s", (_, now, humane) => {
    expect(isHumaneHour(at(now))).toBe(humane);
  });
});

describe("a breach that is not decided", () => {
  // The 72 hours end on Friday 27 November 2026 at 09:00 UTC; 24 hours before is daytime, 6 hours before is night.
  test.each([
    ["a second before the last 24 hours", "2026-11-26T08:59:59Z", []],
    ["at 24 hours", "2026-11-26T09:00:00Z", ["breach-due-24-hours to dpo", "breach-due-24-hours to manager"]],
    [
      "at 6 hours, in the night",
      "2026-11-27T03:00:00Z",
      ["breach-due-6-hours to dpo", "breach-due-6-hours to manager"],
    ],
    ["at the very last second", "2026-11-27T09:00:00Z", ["breach-due-6-hours to dpo", "breach-due-6-hours to manager"]],
    ["a second later", "2026-11-27T09:00:01Z", ["breach-overdue to dpo", "breach-overdue to manager"]],
    ["on the Sunday after", "2026-11-29T02:00:00Z", ["breach-overdue to dpo", "breach-overdue to manager"]],
  ])("%s", (_, now, expected) => {
    expect(dueFor(aBreach(), now)).toEqual(expected);
    expect(dueFor(aBreach({ drill: true }), now)).toEqual(expected);
  });
  test("is not said twice, and again when the last instant moves", () => {
    const now = at("2026-11-26T09:30:00Z");
    const kase = aBreach();
    const told = { ...kase, letters: [...kase.letters, ...remindersDue(kase, now)] };
    expect(remindersDue(told, now)).toEqual([]);
    const moved = breachAfter(told, [
      { command: "amend", changes: { awareAt: at("2026-11-24T12:00:00Z") }, reason: "Fel klockslag" },
      now,
    ]);
    expect(dueFor(moved, "2026-11-26T12:00:00Z")).toHaveLength(2);
  });
  test("is silent once IMY is told, once it is lawfully not told, and once it is over", () => {
    const now = "2026-12-01T10:00:00Z";
    const notified = breachAfter(aBreach(), [
      { command: "notify-authority", notifiedAt: at("2026-11-25T09:00:00Z") },
      at(now),
    ]);
    for (const kase of [notified, breachIn("decided", { measures: [] }), breachIn("dismissed", { measures: [] })])
      expect(dueFor(kase, now)).toEqual([]);
  });
  test("speaks again when a later assessment undoes the decision not to tell", () => {
    const risen = breachAfter(breachIn("decided"), [{ command: "assess", risk: "risk", explanation: "Fler läste" }]);
    expect(dueFor(risen, "2026-11-26T10:00:00Z")).toHaveLength(2);
  });
});

describe("after the notification", () => {
  const notify = { command: "notify-authority", notifiedAt: at("2026-11-25T09:00:00Z") } as const;
  const notified = breachAfter(aBreach(), [notify]);
  test("the supplement is asked for a week ahead and when its four weeks have passed, by day", () => {
    expect(notified.supplementDueOn).toBe("2026-12-23");
    expect(dueFor(notified, "2026-12-15T10:00:00Z")).toEqual([]);
    expect(dueFor(notified, "2026-12-16T10:00:00Z")).toEqual(["supplement-due-7-days to dpo"]);
    expect(dueFor(notified, "2026-12-16T03:00:00Z")).toEqual([]);
    expect(dueFor(notified, "2026-12-23T10:00:00Z")).toEqual(["supplement-due-7-days to dpo"]);
    expect(dueFor(notified, "2026-12-24T10:00:00Z")).toEqual(["supplement-overdue to dpo"]);
    expect(dueFor(notified, "2026-12-28T10:00:00Z")).toEqual(["supplement-overdue to dpo"]);
  });
  test("not when it has been sent, or was not needed", () => {
    const sent = breachAfter(notified, [{ command: "supplement", at: at("2026-11-25T09:30:00Z") }]);
    const complete = breachAfter(aBreach(), [{ ...notify, complete: true }]);
    for (const kase of [sent, complete]) expect(dueFor(kase, "2026-12-28T10:00:00Z")).toEqual([]);
  });
  test("a measure that is not done is asked for after its day, also in a closed case, once for each", () => {
    const closed = breachIn("closed");
    expect(dueFor(closed, "2026-12-01T10:00:00Z")).toEqual([]);
    expect(dueFor(closed, "2026-12-02T10:00:00Z")).toEqual(["measure-overdue to manager"]);
    const done = breachAfter(closed, [{ command: "complete-measure", id: "m1", completedOn: on("2026-11-25") }]);
    expect(dueFor(done, "2026-12-02T10:00:00Z")).toEqual([]);
  });
});

describe("a request", () => {
  // The last day is Thursday 24 December 2026.
  test.each([
    ["eight days before", "2026-12-16T10:00:00Z", []],
    ["a week before", "2026-12-17T10:00:00Z", ["request-due-7-days to unit"]],
    ["two days before", "2026-12-22T10:00:00Z", ["request-due-2-days to unit"]],
    ["on the last day", "2026-12-24T10:00:00Z", ["request-due-2-days to unit"]],
    ["on the next working day", "2026-12-28T10:00:00Z", ["request-overdue to unit", "request-overdue to dpo"]],
    ["never in the evening", "2026-12-28T17:00:00Z", []],
  ])("%s", (_, now, expected) => {
    expect(dueFor(requestIn("searching"), now)).toEqual(expected);
  });
  test("that was lawfully extended is not overdue on its first day", () => {
    const extended = requestAfter(requestIn("searching"), [
      { command: "extend", reason: "complex", explanation: "Många register", noticeSentOn: on("2026-11-25") },
    ]);
    expect(dueFor(extended, "2026-12-28T10:00:00Z")).toEqual([]);
    expect(dueFor(extended, "2027-02-25T10:00:00Z")).toEqual(["request-overdue to unit", "request-overdue to dpo"]);
  });
  test("in triage is the DPO's to be reminded of", () => {
    expect(dueFor(requestIn("triage"), "2026-12-28T10:00:00Z")).toEqual(["request-overdue to dpo"]);
  });
  test("that is closed reminds nobody, and neither does a consultation", () => {
    expect(dueFor(requestIn("closed"), "2026-12-28T10:00:00Z")).toEqual([]);
    expect(dueFor(consultationIn("received"), "2027-12-28T10:00:00Z")).toEqual([]);
  });
});
