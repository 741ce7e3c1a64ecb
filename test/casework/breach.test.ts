import { describe, expect, test } from "vitest";
import { isSubjectsDecided, toldInTime } from "../../shared/domain/casework/breach-case.ts";
import { owedBreach, stillOwed } from "../../shared/domain/casework/owed-cases.ts";
import { aBreach, at, breachAfter, breachAnswer, breachIn, farsta, jarva, kultur, nextDay, on } from "./a-case.ts";

/** Aware on Tuesday 24 November 2026 at 09:00 UTC: the 72 hours end on Friday at the same time. */
const dueAt = at("2026-11-27T09:00:00Z");
const oneSecondLate = at("2026-11-27T09:00:01Z");
const later = at("2026-12-20T09:00:00Z");
const assess = (risk: "unlikely-risk" | "risk" | "high-risk") =>
  ({ command: "assess", risk, explanation: "Som det ser ut nu" }) as const;
const notify = { command: "notify-authority", notifiedAt: dueAt } as const;
const doNotNotify = { command: "do-not-notify", explanation: "Brevet kom oöppnat tillbaka" } as const;
const inform = { command: "inform-subjects", informedAt: nextDay, how: "brev" } as const;
const addMeasure = {
  command: "add-measure",
  what: "Dubbelkolla kuvert",
  owner: "Enhetschefen",
  dueOn: on("2026-12-31"),
} as const;
const notInform = (ground: "not-high-risk" | "encrypted" | "mitigated" | "disproportionate") =>
  ({ command: "do-not-inform", ground, explanation: "Uppgifterna är tillbaka" }) as const;

describe("the 72 hours (art. 33.1)", () => {
  test("are kept at the very second", () => {
    const kase = breachAfter(aBreach(), [notify, later]);
    expect(kase.times.notifiedAt).toBe(dueAt);
    expect(toldInTime(kase)).toBe(true);
  });
  test("are broken one second later, and then the reason must be told", () => {
    const late = { ...notify, notifiedAt: oneSecondLate };
    expect(breachAnswer(aBreach(), late, later)).toBe("late-reason-required");
    expect(breachAnswer(aBreach(), { ...late, lateReason: " " }, later)).toBe("late-reason-required");
    const kase = breachAfter(aBreach(), [{ ...late, lateReason: "Omfattningen var oklar" }, later]);
    expect(toldInTime(kase)).toBe(false);
    expect(kase.authority).toMatchObject({ decision: "notified", lateReason: "Omfattningen var oklar" });
  });
  test("do not wait for the assessment: IMY may be told first", () => {
    const kase = breachAfter(aBreach(), [notify, later], [assess("risk"), later]);
    expect(kase.status).toBe("assessed");
    expect(breachAfter(kase, [{ ...inform }, later]).status).toBe("decided");
  });
  test("a notification is made once; what comes after supplements it, within four weeks", () => {
    const kase = breachAfter(aBreach(), [notify, later]);
    expect(breachAnswer(kase, notify, later)).toBe("not-now");
    expect(kase.supplementDueOn).toBe("2026-12-25");
    expect(breachAfter(kase, [{ command: "supplement", at: later }, later]).supplementedAt).toEqual([later]);
    expect(breachAfter(aBreach(), [{ ...notify, complete: true }, later]).supplementDueOn).toBeNull();
  });
  test("what was never notified cannot be supplemented", () => {
    expect(breachAnswer(aBreach(), { command: "supplement", at: nextDay })).toBe("not-now");
  });
});

describe("not notifying", () => {
  test("needs an assessment, and a reason before that", () => {
    expect(breachAnswer(aBreach(), doNotNotify)).toBe("assessment-required");
    expect(breachAnswer(aBreach(), { command: "do-not-notify" })).toBe("explanation-required");
  });
  test("is allowed only where a risk is unlikely", () => {
    for (const risk of ["risk", "high-risk"] as const)
      expect(breachAnswer(breachAfter(aBreach(), [assess(risk)]), doNotNotify)).toBe("risk-must-be-notified");
    const kase = breachAfter(aBreach(), [assess("unlikely-risk")], [doNotNotify]);
    expect(kase.status).toBe("decided");
  });
  test("can be changed to notifying, but not back", () => {
    const kase = breachAfter(breachIn("decided"), [notify, later]);
    expect(kase.authority?.decision).toBe("notified");
    expect(breachAnswer(kase, doNotNotify, later)).toBe("not-now");
  });
  test("does not stand when a later assessment finds a risk: the case is not closed until IMY is told", () => {
    const risen = breachAfter(breachIn("decided"), [assess("risk")], [notInform("mitigated")]);
    expect(breachAnswer(risen, { command: "close" })).toBe("decision-required");
    expect(breachAnswer(breachAfter(risen, [notify, later]), { command: "close" }, later)).toBe("allowed");
  });
});

describe("informing the persons (art. 34)", () => {
  test("is not skipped as not high where the risk is high", () => {
    const high = breachAfter(aBreach(), [assess("high-risk")]);
    expect(breachAnswer(high, notInform("not-high-risk"))).toBe("ground-does-not-fit");
    for (const ground of ["encrypted", "mitigated", "disproportionate"] as const)
      expect(breachAnswer(high, notInform(ground))).toBe("allowed");
    expect(breachAnswer(breachAfter(aBreach(), [assess("risk")]), notInform("not-high-risk"))).toBe("allowed");
  });
  test("decided as not high does not stand when the risk is found to be high", () => {
    const kase = breachAfter(
      breachIn("reported"),
      [assess("risk")],
      [notInform("not-high-risk")],
      [notify, later],
      [assess("high-risk"), later],
    );
    expect(kase.status).toBe("decided");
    expect(breachAnswer(kase, { command: "close" }, later)).toBe("decision-required");
  });
  test("once informed they stay informed, since the first time", () => {
    const kase = breachAfter(aBreach(), [inform], [{ ...inform, informedAt: later }, later]);
    expect(kase.times.subjectsInformedAt).toBe(nextDay);
    expect(breachAnswer(kase, notInform("encrypted"), later)).toBe("assessment-required");
    expect(breachAnswer(breachAfter(kase, [assess("risk"), later]), notInform("encrypted"), later)).toBe("not-now");
  });
});

describe("closing", () => {
  const close = { command: "close" } as const;
  test("asks first for the assessment, then for both decisions, then for the plan", () => {
    const reported = aBreach();
    expect(breachAnswer(reported, close)).toBe("assessment-required");
    const assessed = breachAfter(reported, [assess("risk")]);
    expect(breachAnswer(assessed, close)).toBe("decision-required");
    const notified = breachAfter(assessed, [notify, later]);
    expect(breachAnswer(notified, close, later)).toBe("decision-required");
    const decided = breachAfter(notified, [notInform("not-high-risk"), later]);
    expect(breachAnswer(decided, close, later)).toBe("action-plan-required");
    const planned = breachAfter(decided, [addMeasure, later]);
    expect(breachAfter(planned, [close, later])).toMatchObject({ status: "closed", closedAt: later });
  });
  test("an unlikely risk needs no decision on the persons", () => {
    const kase = breachAfter(aBreach(), [assess("unlikely-risk")], [doNotNotify], [addMeasure]);
    expect(kase.subjects).toBeNull();
    expect(breachAnswer(kase, close)).toBe("allowed");
  });
  test("does not wait for the measures: a closed case takes their completion, once, and a supplement", () => {
    const closed = breachAfter(breachIn("decided"), [notify, later], [close, later]);
    const complete = { command: "complete-measure", id: "m1", completedOn: on("2026-12-20") } as const;
    const evenLater = at("2026-12-21T09:00:00Z");
    const done = breachAfter(closed, [{ command: "supplement", at: later }, evenLater], [complete, evenLater]);
    expect(done).toMatchObject({ status: "closed", closedAt: later, closedRecordedAt: later });
    expect(done.measures[0]?.completedOn).toBe("2026-12-20");
    expect(breachAnswer(done, complete, later)).toBe("not-now");
    expect(breachAnswer(done, { ...complete, id: "m9" }, later)).toBe("unknown-measure");
    expect(breachAnswer(done, addMeasure, later)).toBe("already-closed");
  });
  test("reopened, it stands where its facts have brought it", () => {
    expect(breachAfter(breachIn("closed"), [{ command: "reopen", reason: "Nytt" }])).toMatchObject({
      status: "decided",
      closedAt: null,
      closedRecordedAt: null,
    });
    expect(breachAfter(breachIn("dismissed"), [{ command: "reopen", reason: "Nytt" }])).toMatchObject({
      status: "reported",
      dismissal: null,
    });
  });
});

describe("dismissing", () => {
  const dismiss = { command: "dismiss", explanation: "Inga personuppgifter" } as const;
  test("needs its reason, and ends what was no breach", () => {
    expect(breachAnswer(aBreach(), { command: "dismiss" })).toBe("explanation-required");
    expect(breachAfter(aBreach(), [dismiss])).toMatchObject({ status: "dismissed", closedAt: nextDay });
  });
  test("is not possible once IMY or the persons have been told", () => {
    expect(breachAnswer(breachAfter(aBreach(), [notify, later]), dismiss, later)).toBe("not-now");
    expect(breachAnswer(breachAfter(aBreach(), [inform]), dismiss)).toBe("not-now");
  });
});

describe("whether the persons have been decided on", () => {
  const informedBy = { decision: "informed", how: "Brev", decidedBy: null, dpoAdvice: null } as const;
  const not = (ground: "not-high-risk" | "encrypted") =>
    ({ decision: "not-informed", ground, explanation: "x", decidedBy: null, dpoAdvice: null }) as const;
  test.each([
    [null, "unlikely-risk", true],
    [null, "risk", false],
    [null, "high-risk", false],
    [informedBy, "high-risk", true],
    [informedBy, "risk", true],
    [not("not-high-risk"), "high-risk", false],
    [not("not-high-risk"), "risk", true],
    [not("encrypted"), "high-risk", true],
    [not("encrypted"), "risk", true],
  ] as const)("%j at %s: %s", (subjects, risk, isDecided) => {
    expect(isSubjectsDecided({ subjects, risk })).toBe(isDecided);
  });
  test("and whether IMY was told in time is not known of one that was not told", () => {
    expect(toldInTime(aBreach())).toBeNull();
  });
});

describe("who decided", () => {
  test("the controller's delegate and the DPO's advice are both kept", () => {
    const deciding = { decidedBy: "Förvaltningschefen", dpoAdvice: "Anmäl" };
    const kase = breachAfter(aBreach(), [{ ...assess("risk"), ...deciding }], [{ ...notify, ...deciding }, later]);
    expect(kase.assessment).toMatchObject(deciding);
    expect(kase.authority).toMatchObject(deciding);
  });
});

describe("times kept apart", () => {
  test("each by itself", () => {
    const kase = breachAfter(
      aBreach(),
      [{ command: "involve-dpo", at: at("2026-11-24T09:30:00Z") }],
      [assess("risk"), nextDay, { at: at("2026-11-25T08:00:00Z") }],
      [notify, later],
      [inform, later],
    );
    expect(kase.times).toEqual({
      occurredAt: null,
      ongoing: false,
      detectedAt: "2026-11-24T09:00:00Z",
      awareAt: "2026-11-24T09:00:00Z",
      dpoInvolvedAt: "2026-11-24T09:30:00Z",
      assessedAt: "2026-11-25T08:00:00Z",
      notifiedAt: "2026-11-27T09:00:00Z",
      subjectsInformedAt: "2026-11-25T10:00:00Z",
    });
  });
  test("none lies ahead, and none before the detection", () => {
    expect(breachAnswer(aBreach(), notify)).toBe("not-in-the-future");
    expect(breachAnswer(aBreach(), { ...inform, informedAt: at("2026-11-25T10:00:01Z") })).toBe("not-in-the-future");
    expect(breachAnswer(aBreach(), { command: "involve-dpo", at: at("2026-11-24T08:59:59Z") })).toBe("before-receipt");
  });
});

describe("amending a report", () => {
  const amend = { command: "amend", reason: "Fick veta mer" } as const;
  test("keeps what stood there before", () => {
    const kase = breachAfter(aBreach(), [
      { ...amend, changes: { personsAbout: 40, occurredAt: at("2026-11-20T08:00:00Z") } },
    ]);
    expect(kase.facts.personsAbout).toBe(40);
    expect(kase.history[0]).toMatchObject({ was: { personsAbout: 12, occurredAt: null } });
    expect(kase.history[0]?.what).toMatchObject({ changes: { personsAbout: 40 }, reason: "Fick veta mer" });
    expect(kase.dueAt).toBe(dueAt);
  });
  test("moves the last instant with the awareness", () => {
    const awareAt = at("2026-11-24T15:00:00Z");
    expect(breachAfter(aBreach(), [{ ...amend, changes: { awareAt } }]).dueAt).toBe("2026-11-27T15:00:00Z");
  });
  test("asks why awareness came more than 24 hours after detection, and refuses it before", () => {
    const changes = { awareAt: at("2026-11-25T09:00:01Z") };
    expect(breachAnswer(aBreach(), { ...amend, changes })).toBe("aware-delay-reason-required");
    expect(breachAnswer(aBreach(), { ...amend, changes: { awareAt: at("2026-11-25T09:00:00Z") } })).toBe("allowed");
    expect(breachAfter(aBreach(), [{ ...amend, changes, awareDelayReason: "Helg" }]).awareDelayReason).toBe("Helg");
    expect(breachAnswer(aBreach(), { ...amend, changes: { awareAt: at("2026-11-24T08:59:59Z") } })).toBe(
      "aware-before-detected",
    );
  });
  test("that makes the notification late asks why it was", () => {
    const notified = breachAfter(aBreach(), [notify, later]);
    const earlier = at("2026-11-24T08:00:00Z");
    const changes = { detectedAt: earlier, awareAt: earlier };
    expect(breachAnswer(notified, { ...amend, changes }, later)).toBe("late-reason-required");
    const explained = breachAfter(notified, [{ ...amend, changes, lateReason: "Fel tid i anmälan" }, later]);
    expect(toldInTime(explained)).toBe(false);
  });
  test("changes each time by itself, also to not known, and leaves the others", () => {
    const kase = breachAfter(aBreach(), [{ ...amend, changes: { ongoing: true } }]);
    expect(kase.times).toEqual({ ...aBreach().times, ongoing: true });
    const occurred = breachAfter(aBreach(), [{ ...amend, changes: { occurredAt: at("2026-11-20T08:00:00Z") } }]);
    expect(occurred.times).toEqual({ ...aBreach().times, occurredAt: "2026-11-20T08:00:00Z" });
    const unknown = breachAfter(occurred, [{ ...amend, changes: { occurredAt: null } }]);
    expect(unknown.times).toEqual(aBreach().times);
    expect(unknown.history[1]).toMatchObject({ was: { occurredAt: "2026-11-20T08:00:00Z" } });
  });
  test("is no reason written in blanks", () => {
    const changes = { awareAt: at("2026-11-25T09:00:01Z") };
    expect(breachAnswer(aBreach(), { ...amend, changes, awareDelayReason: "  " })).toBe("aware-delay-reason-required");
    const notified = breachAfter(aBreach(), [notify, later]);
    const earlier = at("2026-11-24T08:00:00Z");
    const late = { ...amend, changes: { detectedAt: earlier, awareAt: earlier }, lateReason: " " };
    expect(breachAnswer(notified, late, later)).toBe("late-reason-required");
  });
  test("asks for no reason where the notification stays in time, and keeps the one that was given", () => {
    const notified = breachAfter(aBreach(), [notify, later]);
    expect(breachAnswer(notified, { ...amend, changes: { ongoing: true } }, later)).toBe("allowed");
    const explained = breachAfter(aBreach(), [{ ...notify, lateReason: "Helg" }, later]);
    const again = breachAfter(explained, [{ ...amend, changes: { ongoing: true } }, later]);
    expect(again.authority).toMatchObject({ decision: "notified", lateReason: "Helg" });
  });
  test("gives a reason to a notification alone: where there is none, none is made up", () => {
    const changes = { ongoing: true };
    expect(breachAfter(aBreach(), [{ ...amend, changes, lateReason: "x" }]).authority).toBeNull();
    const not = breachAfter(breachIn("decided"), [{ ...amend, changes, lateReason: "x" }]);
    expect(not.authority).toEqual(breachIn("decided").authority);
  });
  test("is the only command that leaves what stood before in the history", () => {
    const kase = breachAfter(aBreach(), [{ command: "note", text: "x" }], [{ ...amend, changes: { ongoing: true } }]);
    expect(kase.history.map((entry) => "was" in entry)).toEqual([false, true]);
    expect(kase.timeline).toEqual(aBreach().timeline);
  });
  test("looks back, not ahead, and needs a reason", () => {
    const ahead = { occurredAt: at("2026-11-25T10:00:01Z") };
    expect(breachAnswer(aBreach(), { ...amend, changes: ahead })).toBe("not-in-the-future");
    expect(breachAnswer(aBreach(), { command: "amend", changes: { ongoing: true } })).toBe("explanation-required");
  });
});

describe("the same incident at several units", () => {
  test("makes one linked case each, with 72 hours from when that unit was told", () => {
    const kase = breachAfter(
      breachIn("decided"),
      [notify, later],
      [inform, later],
      [{ command: "open-for", units: [jarva, kultur] }, later, { at: nextDay }],
    );
    expect(kase).toMatchObject({ unit: farsta, status: "decided", dueAt });
    const [first] = stillOwed(kase);
    if (first === undefined) throw new Error("nothing owed");
    const other = owedBreach(kase, first, 2);
    expect(other).toMatchObject({ unit: jarva, reference: `${kase.submission}-2`, status: "reported", risk: null });
    expect(other).toMatchObject({ dueAt: "2026-11-28T10:00:00Z", authority: null, subjects: null, measures: [] });
    expect(other.times).toEqual({ ...aBreach().times, awareAt: nextDay, dpoInvolvedAt: nextDay });
    expect(other).toMatchObject({ assessment: null, supplementDueOn: null, history: [], version: 1 });
    expect(other.letters.map(({ to }) => to)).toEqual(["unit", "dpo", "security"]);
    expect(other.facts).toEqual(kase.facts);
  });
  test("is opened for units that exist, and not for the one that has it", () => {
    expect(breachAnswer(aBreach(), { command: "open-for", units: ["sthlm-sdn-rinkeby-kista"] })).toBe("unknown-unit");
    expect(breachAnswer(aBreach(), { command: "open-for", units: [farsta] })).toBe("not-now");
    const once = breachAfter(aBreach(), [{ command: "open-for", units: [jarva] }]);
    expect(breachAnswer(once, { command: "open-for", units: [jarva] })).toBe("not-now");
  });
});
