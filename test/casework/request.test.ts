import { describe, expect, test } from "vitest";
import { requestsOf } from "../../shared/domain/case.ts";
import { possibleDuplicates } from "../../shared/domain/casework/duplicates.ts";
import { markOpened, owedRequest, stillOwed } from "../../shared/domain/casework/owed-cases.ts";
import { requestCase } from "../../shared/domain/casework/request-case.ts";
import { complaintRouting } from "../../shared/domain/submission.ts";
import { aSubmission } from "../fixtures.ts";
import {
  aRequest,
  at,
  company,
  farsta,
  foundation,
  jarva,
  kultur,
  nextDay,
  on,
  requestAfter,
  requestAnswer,
  requestIn,
} from "./a-case.ts";

const granted = { command: "answer", outcome: "granted", sentOn: on("2026-11-25") } as const;

describe("a case as intake opened it", () => {
  test("keeps what was promised and owes the receipt to the person", () => {
    const kase = aRequest();
    expect(kase).toMatchObject({ unit: kultur, dueOn: "2026-12-24", originalDueOn: "2026-12-24", version: 1 });
    expect(kase.letters.map(({ kind, to }) => [kind, to])).toEqual([["receipt", "citizen"]]);
    expect(kase.identity.state).toBe("not-checked");
  });
  test("knows who asks when e-legitimation was used", () => {
    const [first] = requestsOf(aSubmission(1));
    if (first === undefined) throw new Error("no case");
    const asker = { delivery: "download", protectedIdentity: false, identifiedAt: first.receivedAt } as const;
    expect(requestCase(first, asker).identity).toMatchObject({ state: "confirmed", how: "e-legitimation" });
    expect(requestAnswer(requestCase(first, asker), granted)).toBe("allowed");
  });
});

describe("identity before an answer (art. 12.6)", () => {
  test("data are not handed out to somebody who has not shown who they are", () => {
    for (const outcome of ["granted", "partly-granted"] as const)
      expect(requestAnswer(aRequest(), { ...granted, outcome, explanation: "Sekretess" })).toBe("identity-required");
  });
  test("asking is not knowing", () => {
    const asked = requestAfter(aRequest(), [{ command: "ask-identity", reason: "Flera med samma namn" }]);
    expect(asked.identity.state).toBe("asked");
    expect(requestAnswer(asked, granted)).toBe("identity-required");
    const known = requestAfter(asked, [{ command: "confirm-identity", how: "Visade körkort" }]);
    expect(requestAnswer(known, granted)).toBe("allowed");
  });
  test("a letter to the registered address reaches the right person anyway", () => {
    expect(requestAnswer(aRequest({ delivery: "registered-address" }), granted)).toBe("allowed");
  });
  test("that nothing is processed may be said to anybody", () => {
    expect(requestAnswer(aRequest(), { ...granted, outcome: "no-data" })).toBe("allowed");
  });
  test("who has been confirmed is not asked again", () => {
    expect(requestAnswer(requestIn("received"), { command: "ask-identity", reason: "Igen" })).toBe("not-now");
  });
});

describe("the time to answer (art. 12.3)", () => {
  const answeredOn = (day: string, kase = requestIn("reviewing")) =>
    requestAfter(kase, [{ ...granted, sentOn: on(day) }, at("2027-06-01T10:00:00Z")]).closing;
  test("is kept on the last day and broken the day after", () => {
    expect(answeredOn("2026-12-24")).toMatchObject({ answeredInTime: true, answeredWithin30Days: true });
    expect(answeredOn("2026-12-25")).toMatchObject({ answeredInTime: false, answeredWithin30Days: false });
  });
  test("is not the same as thirty days: from 30 January, day 30 falls after the last day of February", () => {
    const kase = requestIn("reviewing", { receivedAt: at("2026-01-30T10:00:00Z") });
    // The month ends on Saturday 28 February, so Monday 2 March is the last day; day 30 is Sunday 1 March.
    expect(answeredOn("2026-03-01", kase)).toMatchObject({ answeredInTime: true, answeredWithin30Days: true });
    expect(answeredOn("2026-03-02", kase)).toMatchObject({ answeredInTime: true, answeredWithin30Days: false });
  });
  test("runs from the local day: received at 23.30 UTC is received the next day in Stockholm", () => {
    const kase = requestIn("reviewing", { receivedAt: at("2026-11-24T23:30:00Z") });
    expect(answeredOn("2026-12-28", kase)).toMatchObject({ answeredInTime: true, answeredWithin30Days: false });
    expect(answeredOn("2026-12-29", kase)).toMatchObject({ answeredInTime: false });
  });
  test("is not measured where nothing is answered", () => {
    expect(requestAfter(requestIn("received"), [{ command: "withdraw" }]).closing).toMatchObject({
      outcome: "withdrawn",
      answeredInTime: null,
      answeredWithin30Days: null,
    });
  });
});

describe("an extension (art. 12.3)", () => {
  const extend = {
    command: "extend",
    reason: "complex",
    explanation: "Begäran gäller många register",
    noticeSentOn: on("2026-12-24"),
  } as const;
  const lastDay = at("2026-12-24T10:00:00Z");
  const dayAfter = at("2026-12-25T10:00:00Z");
  test("gives three months from receipt, and keeps the first promise to be seen", () => {
    const kase = requestAfter(requestIn("searching"), [extend, lastDay]);
    expect(kase).toMatchObject({ dueOn: "2027-02-24", originalDueOn: "2026-12-24", status: "searching" });
    expect(kase.timeline.at(-1)?.event).toBe("extended");
  });
  test("is too late the day after the month", () => {
    expect(requestAnswer(requestIn("searching"), extend, dayAfter)).toBe("extension-too-late");
  });
  test("may be recorded later, if it was decided and told in time", () => {
    expect(requestAnswer(requestIn("searching"), extend, dayAfter, { at: lastDay })).toBe("allowed");
  });
  test("does not hold if the notice was sent too late", () => {
    const late = { ...extend, noticeSentOn: on("2026-12-25") };
    expect(requestAnswer(requestIn("searching"), late, dayAfter, { at: lastDay })).toBe("notice-too-late");
  });
  test("needs its reasons in writing", () => {
    expect(requestAnswer(requestIn("searching"), { ...extend, explanation: " " }, lastDay)).toBe(
      "explanation-required",
    );
  });
  test("cannot be made twice", () => {
    const once = requestAfter(requestIn("searching"), [extend, lastDay]);
    expect(requestAnswer(once, extend, lastDay)).toBe("already-extended");
  });
  test("an answer within it is in time, a refusal is not: that must come within the month (art. 12.4)", () => {
    const sentOn = on("2027-02-24");
    const when = at("2027-02-24T10:00:00Z");
    const extended = requestAfter(requestIn("reviewing"), [extend, lastDay]);
    const refuse = { command: "refuse", outcome: "refused-by-law", explanation: "Arkivlagen", sentOn } as const;
    expect(requestAfter(extended, [{ ...granted, sentOn }, when]).closing?.answeredInTime).toBe(true);
    expect(requestAfter(extended, [refuse, when]).closing?.answeredInTime).toBe(false);
  });
});

describe("a refusal", () => {
  const refuse = (outcome: "refused-by-law" | "refused-unfounded") =>
    ({ command: "refuse", outcome, explanation: "Uppgifterna ska bevaras", sentOn: on("2026-11-25") }) as const;
  test("needs its reason in writing, and so do a partial answer and one that withholds for secrecy", () => {
    const kase = requestIn("reviewing");
    for (const command of [
      { command: "refuse", outcome: "refused-excessive", sentOn: on("2026-11-25") },
      { ...granted, outcome: "partly-granted" },
      { ...granted, outcome: "no-data", withheldForSecrecy: true },
      { command: "reclassify", as: "allmän handling" },
      { command: "close-unidentified", explanation: "\n" },
    ] as const)
      expect(requestAnswer(kase, command)).toBe("explanation-required");
    expect(requestAnswer(kase, granted)).toBe("allowed");
  });
  test("by a committee names the administrative court and IMY", () => {
    expect(requestAfter(requestIn("reviewing"), [refuse("refused-by-law")]).closing?.remedies).toEqual([
      "administrative-court",
      "imy",
    ]);
    const part = { ...granted, outcome: "partly-granted", explanation: "Sekretess" } as const;
    expect(requestAfter(requestIn("reviewing"), [part]).closing?.remedies).toEqual(["administrative-court", "imy"]);
  });
  test("by a city company or a foundation, which is no authority, names IMY and the court", () => {
    for (const unit of [company, foundation]) {
      const kase = requestIn("reviewing", { unit });
      expect(requestAfter(kase, [refuse("refused-by-law")]).closing?.remedies).toEqual(["imy", "court"]);
    }
  });
  test("of a right outside art. 15–21 is not appealed, unless the request itself was called unfounded (art. 12.5)", () => {
    const kase = requestIn("reviewing", { right: "automated-decision" });
    expect(requestAfter(kase, [refuse("refused-by-law")]).closing?.remedies).toEqual(["imy", "court"]);
    expect(requestAfter(kase, [refuse("refused-unfounded")]).closing?.remedies).toEqual([
      "administrative-court",
      "imy",
    ]);
  });
  test("what is granted whole carries no remedies", () => {
    expect(requestAfter(requestIn("reviewing"), [granted]).closing?.remedies).toEqual([]);
  });
});

describe("forwarding", () => {
  const forward = { command: "forward", toUnits: [jarva], reason: "Bodde i Rinkeby" } as const;
  test("moves the case and what it counts in, lets go of the officer, and does not move the day", () => {
    const kase = requestAfter(requestIn("searching", { assignee: "coordinator-1" }), [forward]);
    expect(kase).toMatchObject({ unit: jarva, countedUnit: `${jarva}-then`, assignee: null, status: "searching" });
    expect(kase).toMatchObject({ dueOn: "2026-12-24", originalDueOn: "2026-12-24" });
    expect(kase.forwarded).toEqual([{ at: nextDay, from: kultur, to: jarva }]);
    expect(kase.history.at(-1)).toMatchObject({ from: { unit: kultur }, to: { unit: jarva } });
  });
  test("to several units takes one write: the first has the case, the others are owed one each", () => {
    const kase = requestAfter(requestIn("triage"), [{ ...forward, toUnits: [jarva, farsta, kultur, farsta, jarva] }]);
    expect(kase).toMatchObject({ unit: jarva, status: "received", version: 2 });
    expect(stillOwed(kase).map(({ unit }) => unit)).toEqual([farsta, kultur]);
    expect(kase.owedCases.map(({ countedUnit }) => countedUnit)).toEqual([`${farsta}-then`, `${kultur}-then`]);
  });
  test("may leave the case where it is and owe one to somebody else too", () => {
    const kase = requestAfter(requestIn("received", { assignee: "x" }), [{ ...forward, toUnits: [kultur, farsta] }]);
    expect(kase).toMatchObject({ unit: kultur, countedUnit: kultur, assignee: "x", forwarded: [] });
    expect(stillOwed(kase).map(({ unit }) => unit)).toEqual([farsta]);
    expect(requestAnswer(requestIn("received"), { ...forward, toUnits: [kultur] })).toBe("not-now");
  });
  test("goes to no unit that does not exist today, nor without a reason", () => {
    const kase = requestIn("received");
    expect(requestAnswer(kase, { ...forward, toUnits: [jarva, "sthlm-sdn-rinkeby-kista"] })).toBe("unknown-unit");
    expect(requestAnswer(kase, { command: "forward", toUnits: [jarva] })).toBe("explanation-required");
  });
  test("owes a unit one case, however often it is asked", () => {
    const once = requestAfter(requestIn("received"), [{ ...forward, toUnits: [kultur, farsta] }]);
    expect(requestAnswer(once, { ...forward, toUnits: [kultur, farsta] })).toBe("not-now");
  });
  test("an owed case is opened with the next number, the day first promised and the identity already known", () => {
    const extended = requestAfter(requestIn("reviewing"), [
      { command: "extend", reason: "complex", explanation: "Många register", noticeSentOn: on("2026-11-25") },
    ]);
    const kase = requestAfter(extended, [{ ...forward, toUnits: [jarva, farsta] }]);
    const [owed] = stillOwed(kase);
    if (owed === undefined) throw new Error("nothing owed");
    const other = owedRequest(kase, owed, 3);
    expect(other).toMatchObject({ reference: `${kase.submission}-3`, unit: farsta, status: "received", version: 1 });
    expect(other).toMatchObject({ dueOn: "2026-12-24", identity: kase.identity, letters: [], history: [] });
    expect(other).toMatchObject({ extension: null, closing: null, searches: [], owedCases: [] });
    const closed = { ...kase, closing: requestIn("closed").closing };
    expect(owedRequest(closed, owed, 3)).toEqual(other);
    expect(other.openedFrom).toEqual({ reference: kase.reference, owed: owed.id });
    const marked = markOpened(kase, owed.id, 3);
    expect(stillOwed(marked)).toEqual([]);
    expect(markOpened(marked, owed.id, 4)).toEqual(marked);
  });
});

describe("triage", () => {
  test("is the DPO's, and a case referred from it goes back to it when reopened", () => {
    const triage = complaintRouting([jarva]).triage;
    const referred = requestAfter(requestIn("triage", { triage }), [
      { command: "refer", to: "Region Stockholm", reason: "Gäller vården" },
    ]);
    expect(referred.closing).toMatchObject({ outcome: "referred", instead: "Region Stockholm" });
    expect(requestAfter(referred, [{ command: "reopen", reason: "Fel" }])).toMatchObject({
      status: "triage",
      closing: null,
      closedAt: null,
    });
  });
});

describe("what is said of times", () => {
  test("has been: neither the answer nor the command lies ahead", () => {
    expect(requestAnswer(requestIn("reviewing"), { ...granted, sentOn: on("2026-11-26") })).toBe("not-in-the-future");
    expect(requestAnswer(requestIn("reviewing"), granted, nextDay, { at: at("2026-11-25T10:00:01Z") })).toBe(
      "not-in-the-future",
    );
  });
  test("is not before the request came", () => {
    expect(requestAnswer(requestIn("reviewing"), { ...granted, sentOn: on("2026-11-23") })).toBe("before-receipt");
  });
  test("today is today in Stockholm: half past midnight there is yesterday in UTC", () => {
    const sentOn = on("2026-11-26");
    expect(requestAnswer(requestIn("reviewing"), { ...granted, sentOn }, at("2026-11-25T23:30:00Z"))).toBe("allowed");
  });
  test("when it happened and when it was recorded are kept apart, and the case ended when it did", () => {
    const recorded = at("2026-12-01T08:00:00Z");
    const kase = requestAfter(requestIn("received"), [{ command: "withdraw" }, recorded, { at: nextDay }]);
    expect(kase).toMatchObject({ closedAt: nextDay, closedRecordedAt: recorded });
    expect(kase.history[0]).toMatchObject({ at: nextDay, recordedAt: recorded, command: "withdraw" });
  });
});

test("a case is no duplicate of itself", () => {
  const kase = requestIn("received");
  expect(requestAnswer(kase, { command: "mark-duplicate", of: kase.reference })).toBe("duplicate-of-itself");
});

test("the same person's request for the same right within 365 days is shown, another right or a later one is not", () => {
  const kase = requestIn("received");
  const other = (day: string, right: "access" | "erasure") =>
    requestIn("closed", { submission: day, right, receivedAt: at(`${day}T10:00:00Z`) });
  const shown = possibleDuplicates(kase, [
    kase,
    other("2025-11-24", "access"),
    other("2025-11-23", "access"),
    other("2026-11-20", "erasure"),
  ]);
  expect(shown.map(({ submission }) => submission)).toEqual(["2025-11-24"]);
});
