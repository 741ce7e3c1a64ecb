import { describe, expect, test } from "vitest";
import { caseLetter } from "../../shared/domain/casework/case-letter.ts";
import { decideConsultation } from "../../shared/domain/casework/decide-consultation.ts";
import {
  aBreach,
  allowed,
  breachAfter,
  breachAnswer,
  breachIn,
  by,
  consultationIn,
  nextDay,
  on,
  received,
} from "./a-case.ts";

describe("the plan of a breach", () => {
  const add = (what: string) =>
    ({ command: "add-measure", what, owner: "Enhetschefen", dueOn: on("2026-12-01") }) as const;
  const planned = breachAfter(aBreach(), [add("Byt kuvert")], [add("Byt skrivare")]);
  const measure = (id: string, what: string) => ({
    id,
    what,
    owner: "Enhetschefen",
    dueOn: "2026-12-01",
    completedOn: null,
  });

  test("has each measure as it was written, numbered from 1", () => {
    expect(planned.measures).toEqual([measure("m1", "Byt kuvert"), measure("m2", "Byt skrivare")]);
  });

  test("has one measure completed and leaves the others", () => {
    const done = breachAfter(planned, [{ command: "complete-measure", id: "m2", completedOn: on("2026-11-25") }]);
    expect(done.measures).toEqual([
      measure("m1", "Byt kuvert"),
      { ...measure("m2", "Byt skrivare"), completedOn: "2026-11-25" },
    ]);
  });

  test("has nothing completed tomorrow, and nothing that is not in it", () => {
    const complete = (id: string, day: string) =>
      breachAnswer(planned, { command: "complete-measure", id, completedOn: on(day) });
    expect(complete("m1", "2026-11-26")).toBe("not-in-the-future");
    expect(complete("m3", "2026-11-25")).toBe("unknown-measure");
  });
});

describe("what is written in a case", () => {
  test("of a breach stands there as it was written", () => {
    const at = nextDay;
    const notified = breachAfter(aBreach(), [
      { command: "notify-authority", notifiedAt: at, authorityReference: "IMY-1" },
    ]);
    expect(notified.authority).toMatchObject({ authorityReference: "IMY-1", lateReason: null });
    const told = breachAfter(breachIn("assessed"), [{ command: "do-not-notify", explanation: "Ingen läste det." }]);
    expect(told.authority).toMatchObject({ decision: "not-notified", explanation: "Ingen läste det." });
    const dismissed = breachAfter(aBreach(), [{ command: "dismiss", explanation: "Inga personuppgifter." }]);
    expect(dismissed.dismissal).toEqual({ explanation: "Inga personuppgifter." });
  });

  test("a note changes nothing but the history, and a number of the register that alone", () => {
    const { history: _, version: __, ...before } = breachIn("reported");
    const noted = breachAfter(breachIn("reported"), [{ command: "note", text: "En anteckning" }]);
    expect(noted).toMatchObject(before);
    expect(breachAfter(noted, [{ command: "set-diary-number", diaryNumber: "2026/1" }])).toMatchObject({
      ...before,
      diaryNumber: "2026/1",
    });
    const asked = consultationIn("answered");
    const given = (command: Parameters<typeof decideConsultation>[1]) =>
      allowed(decideConsultation(asked, command, by("dpo"))).kase;
    expect(given({ command: "note", text: "En anteckning" })).toMatchObject({
      status: "answered",
      subject: asked.subject,
    });
    expect(given({ command: "set-diary-number", diaryNumber: "2026/2" })).toMatchObject({
      status: "answered",
      subject: asked.subject,
      diaryNumber: "2026/2",
    });
  });

  test("an answer to a question can be mended on another day, and keeps its words where no others are given", () => {
    const answered = { ...consultationIn("answered"), answer: "Ja, gör en.", answeredOn: on("2026-11-24") };
    const mended = decideConsultation(answered, { command: "answer", answeredOn: on("2026-11-25") }, by("dpo"));
    expect(allowed(mended).kase).toMatchObject({ answer: "Ja, gör en.", answeredOn: "2026-11-25", status: "answered" });
  });
});

test("a letter is told from others of its kind by whom it is to, and by what caused it where there may be more", () => {
  expect(caseLetter("receipt", "citizen", received)).toEqual({
    id: "receipt/citizen",
    kind: "receipt",
    to: "citizen",
    state: "owed",
    attempts: [],
    nextAttemptAt: received,
  });
  expect(caseLetter("request-overdue", "dpo", received, "2026-12-24").id).toBe("request-overdue/dpo/2026-12-24");
});
