import { describe, expect, it } from "vitest";
import { requestsOf } from "../../shared/domain/case.ts";
import { complaintRouting, isOutsideTheCity } from "../../shared/domain/submission.ts";
import { aSubmission, recipients } from "../fixtures.ts";

describe("the cases of a submission", () => {
  it("are one for each controller, numbered from 1, all with the day the person was promised", () => {
    const submission = aSubmission(1);
    const cases = requestsOf(submission);
    expect(cases.map(({ unit, number, status }) => ({ unit, number, status }))).toEqual([
      { unit: "sthlm-kulturnamnden", number: 1, status: "received" },
      { unit: "sthlm-sdn-jarva", number: 2, status: "received" },
    ]);
    expect(cases.map(({ reference }) => reference)).toEqual([`${submission.reference}-1`, `${submission.reference}-2`]);
    for (const { timeline } of cases)
      expect(timeline).toEqual([
        { at: submission.receivedAt, event: "received" },
        { at: submission.receivedAt, event: "opened" },
      ]);
    expect(new Set(cases.flatMap(({ dueOn, originalDueOn }) => [dueOn, originalDueOn]))).toEqual(
      new Set(["2026-12-24"]),
    );
  });

  it("are the same however often they are opened", () => {
    expect(requestsOf(aSubmission(1))).toEqual(requestsOf(aSubmission(1)));
  });

  it("have one more for the DPO when something is doubtful, beside the certain ones", () => {
    const triage = complaintRouting(["sthlm-sdn-jarva"]).triage;
    const cases = requestsOf(aSubmission(1, { routing: { ...recipients("sthlm-kulturnamnden"), triage } }));
    expect(cases.map(({ unit, status }) => [unit, status])).toEqual([
      ["sthlm-kulturnamnden", "received"],
      [null, "triage"],
    ]);
    expect(cases[1]?.triage?.candidates).toEqual(["sthlm-sdn-jarva"]);
    expect(cases.map(({ timeline }) => timeline.map(({ event }) => event))).toEqual([
      ["received", "opened"],
      ["received", "triage"],
    ]);
  });

  it("owe one receipt together, and none when no address was given", () => {
    expect(requestsOf(aSubmission(1)).map(({ letters }) => letters.length)).toEqual([1, 0]);
    for (const answers of [
      {},
      { contact: {} },
      { contact: { phone: "070" } },
      { contact: null },
      { contact: "email" },
      { contact: { email: 7 } },
      { contact: { email: null } },
      { contact: Object.assign(() => undefined, { email: "exempel@intag.example" }) },
      null,
      "contact",
    ])
      expect(requestsOf(aSubmission(1, { answers })).flatMap(({ letters }) => letters)).toEqual([]);
  });
});

describe("a complaint", () => {
  it("is the DPO's alone, who is told which units it may be about", () => {
    const { recipients: all, outside, triage } = complaintRouting(["sthlm-sdn-jarva"]);
    expect([all, outside, triage?.concerns, triage?.candidates]).toEqual([[], [], [], ["sthlm-sdn-jarva"]]);
    expect(triage?.question.code === "ask" && triage.question.params.question.sv).toContain("klagomålet");
  });
});

describe("a request that only concerns bodies outside the city", () => {
  const outside = [{ id: "ext-polisen", name: "Polismyndigheten", because: [], concerns: [0] }];
  it("is known by having nobody here to answer", () => {
    expect(isOutsideTheCity({ recipients: [], outside, triage: null })).toBe(true);
    expect(isOutsideTheCity({ ...recipients("sthlm-kulturnamnden"), outside })).toBe(false);
    expect(isOutsideTheCity({ ...complaintRouting([]), outside })).toBe(false);
    expect(isOutsideTheCity({ recipients: [], outside: [], triage: null })).toBe(false);
  });
});
