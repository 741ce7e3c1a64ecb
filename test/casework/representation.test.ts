import { describe, expect, test } from "vitest";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { owedRequest } from "../../shared/domain/casework/owed-cases.ts";
import { type EvidenceEvent, representationState } from "../../shared/domain/casework/representation.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import { aSubmission } from "../fixtures.ts";
import { aRequest, jarva, nextDay, received, requestAfter, requestAnswer } from "./a-case.ts";

const power: EvidenceEvent = { id: "1", at: received, outcome: "received", kind: "pdf", size: 1_000 };
const page: EvidenceEvent = { id: "2", at: received, outcome: "refused", reason: "not-such-a-file" };
const represented = (parts: Partial<RequestCase> = {}): RequestCase =>
  aRequest({ representation: { of: "represented", confirmed: null }, delivery: "registered-address", ...parts });
const proven = { command: "confirm-representation", how: "evidence" } as const;

describe("a request for somebody else", () => {
  test.each(["child", "represented"] as const)("for a %s says so on the case, as it was sent", (onBehalfOf) => {
    const { answers, ...rest } = aSubmission(1);
    const [kase] = casesOf({ ...rest, answers: { ...Object(answers), onBehalfOf } });
    expect(kase).toMatchObject({ representation: { of: onBehalfOf, confirmed: null }, evidence: [] });
  });
  test("for oneself has nothing to confirm, and the command is refused", () => {
    expect(aRequest().representation).toBeNull();
    expect(requestAnswer(aRequest(), proven)).toBe("not-now");
  });
  test("lacks evidence until a file has come that could be taken in", () => {
    const { representation } = represented();
    if (representation === null) throw new Error("a request for somebody else");
    expect(representationState(representation, [])).toBe("missing");
    expect(representationState(representation, [page])).toBe("missing");
    expect(representationState(representation, [page, power])).toBe("received");
  });
  test("is confirmed by an officer, with how and when, and the person may read that it was", () => {
    const after = requestAfter(represented({ evidence: [power] }), [proven]);
    expect(after.representation).toEqual({ of: "represented", confirmed: { at: nextDay, how: "evidence" } });
    expect(after.timeline.at(-1)).toEqual({ at: nextDay, event: "representation-confirmed" });
    expect(after.history.at(-1)).toMatchObject({ command: "confirm-representation", what: { how: "evidence" } });
    expect(after.evidence).toEqual([power]);
  });
  test("may be confirmed without any file: what the register says needs no paper", () => {
    expect(requestAnswer(represented(), { ...proven, how: "guardian-in-population-register" })).toBe("allowed");
  });
  test("is answered, extended and passed on without evidence: what is missing is shown and stops nothing", () => {
    for (const command of [
      { command: "answer", outcome: "granted", sentOn: "2026-11-25" },
      { command: "forward", toUnits: [jarva], reason: "Bor där" },
      { command: "extend", reason: "complex", explanation: "Många register", noticeSentOn: "2026-11-25" },
    ] as Parameters<typeof requestAnswer>[1][])
      expect(requestAnswer(represented(), command)).toBe("allowed");
  });
  test("takes its evidence along to the case of a further unit", () => {
    const owed = { id: "2/x", unit: jarva, countedUnit: jarva, owedAt: nextDay, opened: null };
    const kase = owedRequest(represented({ evidence: [power] }), owed, 2);
    expect(kase).toMatchObject({ representation: { of: "represented", confirmed: null }, evidence: [power] });
  });
});
