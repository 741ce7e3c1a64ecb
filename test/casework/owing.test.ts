import { describe, expect, test } from "vitest";
import type { Channels } from "../../shared/domain/casework/carry-out.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { caseLetter } from "../../shared/domain/casework/case-letter.ts";
import { owedBreach, owedRequest } from "../../shared/domain/casework/owed-cases.ts";
import { nextReminderAt, remindersDue } from "../../shared/domain/casework/reminders.ts";
import { isFetched, isReachedByMailbox, type RequestCase } from "../../shared/domain/casework/request-case.ts";
import { holds, owedTogether } from "../../shared/domain/casework/what-is-owed.ts";
import {
  aBreach,
  aRequest,
  at,
  breachAfter,
  breachIn,
  farsta,
  jarva,
  nextDay,
  on,
  received,
  requestAfter,
  requestIn,
} from "./a-case.ts";

describe("who is answered is told of it", () => {
  const neither = { sms: false, mailbox: false };
  const both = { sms: true, mailbox: true };
  const fetched = { delivery: "download", noticeByMail: true } as const;
  const boxed = { delivery: "digital-mailbox", ownNumber: true } as const;
  const answer = { command: "answer", outcome: "granted", sentOn: on("2026-11-25") } as const;
  const refuse = {
    command: "refuse",
    outcome: "refused-by-law",
    explanation: "Sekretess",
    sentOn: on("2026-11-25"),
  } as const;
  const told = (parts: Partial<RequestCase>, channels?: Channels, command: typeof answer | typeof refuse = answer) =>
    requestAfter(requestIn("reviewing", { ...parts, letters: [] }), [
      command,
      nextDay,
      channels === undefined ? {} : { channels },
    ]).letters;

  test.each<[string, Partial<RequestCase>, Channels | undefined, readonly string[]]>([
    ["by mail, when it is fetched", fetched, undefined, ["answer-ready"]],
    ["by mail, when it is picked up", { ...fetched, delivery: "pick-up" }, neither, ["answer-ready"]],
    ["by nothing, when there is no address", { ...fetched, noticeByMail: false }, neither, []],
    [
      "by text message, where the city can send them",
      { delivery: "download", noticeBySms: true },
      { ...neither, sms: true },
      ["answer-ready"],
    ],
    ["by nothing, where the city cannot", { delivery: "download", noticeBySms: true }, neither, []],
    ["by nothing, where there is no number either", { delivery: "download" }, both, []],
    ["by nothing more, when the answer is posted", { delivery: "registered-address", noticeByMail: true }, both, []],
    ["by nothing, when nobody said how", { delivery: null, noticeByMail: true }, both, []],
    ["by the answer itself, in their digital mailbox", boxed, both, ["answer-in-mailbox"]],
    ["by nothing in the mailbox, where the city has no way there", boxed, { ...both, mailbox: false }, []],
    ["by nothing in the mailbox, when the number is not their own", { ...boxed, ownNumber: false }, both, []],
    ["by nothing in the mailbox, when their identity is protected", { ...boxed, protectedIdentity: true }, both, []],
  ])("%s", (_, parts, channels, kinds) => {
    for (const command of [answer, refuse])
      expect(told(parts, channels, command).map(({ kind, to }) => [kind, to])).toEqual(
        kinds.map((kind) => [kind, "citizen"]),
      );
  });

  test("at once, and of each answer by itself, since a case can be opened again", () => {
    const once = requestAfter(requestIn("reviewing", { ...fetched, letters: [] }), [answer]);
    const twice = requestAfter(once, [{ command: "reopen", reason: "Mer fanns" }], [answer]);
    expect(once.letters).toEqual([caseLetter("answer-ready", "citizen", nextDay, "2")]);
    expect(twice.letters.map(({ id }) => id)).toEqual(["answer-ready/citizen/2", "answer-ready/citizen/4"]);
  });

  test("and what cannot be handed out is not told of", () => {
    const refused = () => requestAfter(aRequest({ ...fetched, status: "reviewing" }), [answer]);
    expect(refused).toThrow("identity-required");
    expect(isReachedByMailbox({ delivery: "digital-mailbox", ownNumber: true, protectedIdentity: false })).toBe(true);
    expect(
      [...(["download", "digital-mailbox", "pick-up"] as const), null].map((delivery) => isFetched({ delivery })),
    ).toEqual([true, true, false, false]);
  });
});

describe("a case that another unit is owed", () => {
  const owed = { id: "2/unit", unit: jarva, countedUnit: farsta, owedAt: nextDay, opened: null };

  test("of a request begins anew, but for what was promised and what is known of the person", () => {
    const worked = requestAfter(
      requestIn("received", { diaryNumber: "2026/1", assignee: "officer-1" }),
      [{ command: "record-search", system: "Registret", found: true }],
      [{ command: "extend", reason: "complex", explanation: "Många register", noticeSentOn: on("2026-11-25") }],
      [{ command: "forward", toUnits: [farsta], reason: "Fel nämnd" }],
      [{ command: "withdraw" }],
    );
    const opened = requestIn("received");
    expect(owedRequest(worked, owed, 2)).toEqual({
      ...opened,
      number: 2,
      reference: `${opened.submission}-2`,
      unit: jarva,
      countedUnit: farsta,
      openedFrom: { reference: worked.reference, owed: owed.id },
      letters: [],
      timeline: [
        { at: received, event: "received" },
        { at: nextDay, event: "opened" },
      ],
    });
  });

  test("of a breach begins anew, with its own 72 hours, and owes letters to the unit and not to the first one's manager", () => {
    const worked = breachAfter(
      breachIn("decided", { awareDelayReason: "Helg", diaryNumber: "2026/2" }),
      [{ command: "involve-dpo", at: nextDay }],
      [{ command: "notify-authority", notifiedAt: nextDay }],
      [{ command: "supplement", at: nextDay }],
      [{ command: "inform-subjects", informedAt: nextDay, how: "Brev" }],
      [{ command: "close" }],
    );
    const opened = aBreach();
    expect(owedBreach({ ...worked, dismissal: { explanation: "Nej" } }, owed, 2)).toEqual({
      ...opened,
      number: 2,
      reference: `${opened.submission}-2`,
      unit: jarva,
      countedUnit: farsta,
      openedFrom: { reference: worked.reference, owed: owed.id },
      hasManager: false,
      receivedAt: nextDay,
      timeline: [{ at: nextDay, event: "received" }],
      letters: (["unit", "dpo", "security"] as const).map((to) => caseLetter("incident-reported", to, nextDay)),
      times: { ...opened.times, awareAt: nextDay, dpoInvolvedAt: nextDay },
      dueAt: "2026-11-28T10:00:00Z",
    });
  });
});

describe("what a case owes", () => {
  const first = caseLetter("receipt", "citizen", received);
  const second = caseLetter("answer-ready", "citizen", nextDay, "2");
  const sent = { ...first, state: "sent" as const, nextAttemptAt: null };
  const owed = (unit: string, opened: number | null = null) => ({
    id: `2/${unit}`,
    unit,
    countedUnit: unit,
    owedAt: received,
    opened,
  });

  test("stands as it is now, with what a command added from an older reading of the case", () => {
    expect(
      owedTogether(
        { letters: [sent], owedCases: [owed(jarva, 3)] },
        { letters: [first, second], owedCases: [owed(jarva), owed(farsta)] },
      ),
    ).toEqual({ letters: [sent, second], owedCases: [owed(jarva, 3), owed(farsta)] });
    expect(
      owedTogether({ letters: [second, sent], owedCases: [] }, { letters: [first], owedCases: [] }).letters,
    ).toEqual([second, sent]);
  });

  test("is held by a case that has come past the very command, and by no other", () => {
    const note = { command: "note", text: "En anteckning" } as const;
    const next = requestAfter(requestIn("received"), [note]);
    const further = requestAfter(next, [{ command: "take" }]);
    const [entry] = next.history;
    if (entry === undefined) throw new Error("no command was carried out");
    expect([holds(next, next), holds(further, next), holds(next, further)]).toEqual([true, true, false]);
    expect(holds(requestIn("received"), next)).toBe(false);
    expect(holds(next, requestIn("received"))).toBe(false);
    for (const other of [
      { ...entry, version: 3 },
      { ...entry, key: "key-2" },
      { ...entry, bodyHash: "hash-2" },
      { ...entry, who: { ...entry.who, sub: "somebody-else" } },
    ])
      expect(holds({ history: [other] }, next)).toBe(false);
  });
});

describe("who is reminded", () => {
  const due = (kase: CaseFile, now: string) => remindersDue(kase, at(now)).map(({ kind, to, id }) => [kind, to, id]);

  test("of a person with protected identity: the DPO alone, since a unit's address is read by many", () => {
    const guarded = requestIn("searching", { protectedIdentity: true });
    expect(due(guarded, "2026-12-17T10:00:00Z").map(([, to]) => to)).toEqual(["dpo"]);
    expect(due(guarded, "2026-12-28T10:00:00Z").map(([, to]) => to)).toEqual(["dpo"]);
  });

  test("of a breach that named no manager: the unit, of the 72 hours as of what is to be done", () => {
    const nobodys = breachIn("closed", { hasManager: false });
    expect(due(nobodys, "2026-12-02T10:00:00Z")).toEqual([
      ["measure-overdue", "unit", "measure-overdue/unit/m1/2026-12-01"],
    ]);
    expect(due(aBreach({ hasManager: false }), "2026-11-26T09:00:00Z").map(([, to]) => to)).toEqual(["dpo", "unit"]);
  });

  test("next, and when: a week before the last day, then two days, then the working day after it, and then never", () => {
    let kase: RequestCase = requestIn("searching");
    const said: unknown[] = [];
    for (let next = nextReminderAt(kase); next !== null; next = nextReminderAt(kase)) {
      const letters = remindersDue(kase, next);
      said.push([next, ...letters.map(({ kind }) => kind)]);
      kase = { ...kase, letters: [...kase.letters, ...letters] };
    }
    expect(said).toEqual([
      ["2026-12-17T07:00:00Z", "request-due-7-days"],
      ["2026-12-22T07:00:00Z", "request-due-2-days"],
      ["2026-12-28T07:00:00Z", "request-overdue", "request-overdue"],
    ]);
    expect(nextReminderAt(requestIn("closed"))).toBeNull();
  });

  test("next of several clocks is the one that is first", () => {
    expect(nextReminderAt(breachIn("reported"))).toBe("2026-11-26T09:00:00Z");
    expect(nextReminderAt(breachIn("closed"))).toBe("2026-12-02T07:00:00Z");
    const late = { id: "m0", what: "x", owner: "y", dueOn: on("2026-12-10"), completedOn: null };
    const [early] = breachIn("closed").measures;
    if (early === undefined) throw new Error("no measure");
    expect(nextReminderAt(breachIn("closed", { measures: [late, early] }))).toBe("2026-12-02T07:00:00Z");
  });
});
