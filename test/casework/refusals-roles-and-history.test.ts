import { describe, expect, test } from "vitest";
import { replayOf, roles } from "../../shared/domain/casework/case-history.ts";
import { askedBeforeStart } from "../../shared/domain/casework/consultation-case.ts";
import { decideBreach } from "../../shared/domain/casework/decide-breach.ts";
import { decideConsultation } from "../../shared/domain/casework/decide-consultation.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { mayGive, permissions } from "../../shared/domain/casework/permission.ts";
import { type RefusalCode, refusals, refusalText } from "../../shared/domain/casework/refusal.ts";
import { remedies } from "../../shared/domain/casework/remedies.ts";
import type { RequestCommand } from "../../shared/domain/casework/request-commands.ts";
import { languages } from "../../shared/domain/language.ts";
import { aBreach, allowed, at, breachIn, by, codeOf, consultationIn, on, received, requestIn } from "./a-case.ts";

describe("a command wrong in every way is refused for the first reason", () => {
  const ahead = at("2030-01-01T00:00:00Z");
  const forward: RequestCommand = { command: "forward", toUnits: ["sthlm-sdn-rinkeby-kista"] };
  const codes: readonly [
    string,
    ReturnType<typeof by>,
    "closed" | "triage" | "received",
    RequestCommand,
    RefusalCode,
  ][] = [
    ["role", by("central", undefined, { version: 9, at: ahead }), "closed", forward, "role-may-not"],
    ["version", by("dpo", undefined, { version: 9, at: ahead }), "closed", forward, "stale-version"],
    ["closed", by("dpo", undefined, { at: ahead }), "closed", forward, "already-closed"],
    ["the future", by("dpo", undefined, { at: ahead }), "triage", forward, "not-in-the-future"],
    ["unit", by("dpo"), "received", forward, "unknown-unit"],
    [
      "reason",
      by("dpo"),
      "triage",
      { command: "extend", reason: "complex", noticeSentOn: on("2026-11-25") },
      "explanation-required",
    ],
    ["status", by("dpo"), "triage", { command: "start-review" }, "not-now"],
  ];
  test.each(codes)("%s", (_, circumstances, status, command, code) => {
    expect(codeOf(decideRequest(requestIn(status), command, circumstances))).toBe(code);
  });
});

describe("roles", () => {
  const given = (kind: keyof typeof permissions, role: (typeof roles)[number]) =>
    Object.keys(permissions[kind]).filter((command) => mayGive(role, kind, command));
  test("the DPO gives every command", () => {
    for (const kind of ["request", "breach", "consultation"] as const)
      expect(given(kind, "dpo")).toEqual(Object.keys(permissions[kind]));
  });
  test("a coordinator works requests and consultations, and on a breach notes and plans", () => {
    expect(given("request", "coordinator")).toEqual(Object.keys(permissions.request));
    expect(given("consultation", "coordinator")).toEqual(Object.keys(permissions.consultation));
    expect(given("breach", "coordinator").sort()).toEqual(["add-measure", "complete-measure", "note"]);
  });
  test("a manager adds to the facts and plans; an employee adds to the facts; security notes", () => {
    expect(given("breach", "manager").sort()).toEqual(["add-measure", "amend", "complete-measure", "note"]);
    expect(given("breach", "employee").sort()).toEqual(["amend", "note"]);
    expect(given("breach", "security")).toEqual(["note"]);
    for (const role of ["manager", "employee", "security"] as const)
      for (const kind of ["request", "consultation"] as const) expect(given(kind, role)).toEqual([]);
  });
  test("the central function gives none, and nobody gives a command that does not exist", () => {
    for (const kind of ["request", "breach", "consultation"] as const) expect(given(kind, "central")).toEqual([]);
    for (const role of roles) {
      expect(mayGive(role, "request", "close")).toBe(false);
      expect(mayGive(role, "breach", "constructor")).toBe(false);
    }
  });
  test("an employee's part ends with the case; a manager may still note", () => {
    const note = { command: "note", text: "Mer kom fram" } as const;
    expect(codeOf(decideBreach(aBreach(), note, by("employee")))).toBe("allowed");
    for (const status of ["closed", "dismissed"] as const) {
      expect(codeOf(decideBreach(breachIn(status), note, by("employee")))).toBe("already-closed");
      expect(codeOf(decideBreach(breachIn(status), note, by("manager")))).toBe("allowed");
    }
  });
});

describe("the history", () => {
  const { kase, log } = allowed(
    decideRequest(
      requestIn("received"),
      { command: "record-search", system: "Journalsystemet", found: true },
      by("coordinator", undefined, { at: received, who: { sub: "c-1", role: "coordinator", name: "Påhittad Person" } }),
    ),
  );
  test("says who did what, when it happened and when it was recorded, and from where to where", () => {
    expect(kase.history).toEqual([
      {
        version: 2,
        at: received,
        recordedAt: "2026-11-25T10:00:00Z",
        who: { sub: "c-1", role: "coordinator", name: "Påhittad Person" },
        command: "record-search",
        what: { system: "Journalsystemet", found: true },
        from: { status: "received", unit: kase.unit },
        to: { status: "searching", unit: kase.unit },
        key: "key-0000000000000001",
        bodyHash: "hash-1",
      },
    ]);
  });
  test("gives codes to the log, and nothing that somebody wrote", () => {
    expect(log).toEqual({
      code: "case-command",
      kind: "request",
      command: "record-search",
      from: "received",
      to: "searching",
    });
  });
  test("knows a command that is given again by the same person, with the same body", () => {
    expect(replayOf(kase, "key-0000000000000001", "hash-1", "c-1")).toEqual({ kind: "replay", entry: kase.history[0] });
    expect(replayOf(kase, "key-0000000000000001", "hash-2", "c-1")).toEqual({ kind: "key-reused" });
    expect(replayOf(kase, "key-0000000000000001", "hash-1", "c-2")).toEqual({ kind: "none" });
    expect(replayOf(kase, "key-0000000000000002", "hash-1", "c-1")).toEqual({ kind: "none" });
  });
});

describe("what a person reads", () => {
  test("every refusal and every remedy has a sentence of its own in both languages", () => {
    // Object.keys answers string[]; the keys of the catalogue are its codes.
    const codes = Object.keys(refusals) as RefusalCode[];
    for (const language of languages) {
      const texts = [
        ...codes.map((code) => refusalText(code, language)),
        ...Object.values(remedies).map((text) => text[language]),
      ];
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/);
      for (const text of texts) expect(text).not.toMatch(/session|obligatorisk|ogiltig|validering/i);
    }
  });
});

test("a consultation's answer keeps its day and words, and came neither before the question nor ahead of today", () => {
  const answer = (day: string) =>
    decideConsultation(
      consultationIn("received"),
      { command: "answer", answeredOn: on(day), explanation: "Ja, gör en" },
      by("coordinator"),
    );
  expect(allowed(answer("2026-11-24")).kase).toMatchObject({ answeredOn: "2026-11-24", answer: "Ja, gör en" });
  expect(codeOf(answer("2026-11-23"))).toBe("before-receipt");
  expect(codeOf(answer("2026-11-26"))).toBe("not-in-the-future");
});

test("the DPO was asked before the start only if the question came on an earlier day", () => {
  const asked = (day: string | null) =>
    askedBeforeStart({ ...consultationIn("received"), processingStartsOn: day === null ? null : on(day) });
  expect([asked("2026-11-25"), asked("2026-11-24"), asked("2026-11-01"), asked(null)]).toEqual([
    true,
    false,
    false,
    null,
  ]);
});
