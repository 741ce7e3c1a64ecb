import { describe, expect, test } from "vitest";
import { type RequestStatus, requestStatuses } from "../../shared/domain/case.ts";
import { type BreachStatus, breachStatuses } from "../../shared/domain/casework/breach-case.ts";
import type { BreachCommand } from "../../shared/domain/casework/breach-commands.ts";
import { breachCell, breachLife } from "../../shared/domain/casework/breach-life.ts";
import type { Decision } from "../../shared/domain/casework/carry-out.ts";
import {
  type ConsultationCommand,
  type ConsultationStatus,
  consultationCell,
  consultationLife,
  consultationStatuses,
} from "../../shared/domain/casework/consultation-case.ts";
import { decide } from "../../shared/domain/casework/decide.ts";
import { type Cell, isLifeRefusal, leadsFrom } from "../../shared/domain/casework/life.ts";
import type { Refusal } from "../../shared/domain/casework/refusal.ts";
import type { RequestCommand } from "../../shared/domain/casework/request-commands.ts";
import { requestCell, requestLife } from "../../shared/domain/casework/request-life.ts";
import type { Result } from "../../shared/domain/result.ts";
import { breachIn, by, consultationIn, farsta, jarva, nextDay, on, received, requestIn } from "./a-case.ts";

/** What the law and the routines ask for, written by hand beside the table in the code: the status after, or the refusal. */
const requestExpected = `
command             triage    received   identity   searching  reviewing  closed
take                triage    received   identity   searching  reviewing  already-closed
ask-identity        not-now   identity   identity   searching  reviewing  already-closed
confirm-identity    not-now   searching  searching  searching  reviewing  already-closed
confirm-representation not-now received   identity   searching  reviewing  already-closed
record-search       not-now   searching  identity   searching  reviewing  already-closed
start-review        not-now   reviewing  reviewing  reviewing  not-now    already-closed
forward             received  received   identity   searching  reviewing  already-closed
refer               closed    closed     closed     closed     closed     already-closed
extend              not-now   received   identity   searching  reviewing  already-closed
answer              not-now   closed     closed     closed     closed     already-closed
refuse              not-now   closed     closed     closed     closed     already-closed
withdraw            closed    closed     closed     closed     closed     already-closed
mark-duplicate      closed    closed     closed     closed     closed     already-closed
reclassify          not-now   closed     closed     closed     closed     already-closed
close-unidentified  not-now   closed     closed     closed     closed     already-closed
reopen              not-now   not-now    not-now    not-now    not-now    received
note                triage    received   identity   searching  reviewing  closed
set-diary-number    triage    received   identity   searching  reviewing  closed`;

const breachExpected = `
command             reported             assessed           decided    closed          dismissed
involve-dpo         reported             assessed           decided    already-closed  already-closed
assess              assessed             assessed           decided    already-closed  already-closed
notify-authority    reported             decided            decided    already-closed  already-closed
do-not-notify       assessment-required  decided            decided    already-closed  already-closed
supplement          reported             assessed           decided    closed          already-closed
inform-subjects     reported             assessed           decided    already-closed  already-closed
do-not-inform       assessment-required  assessed           decided    already-closed  already-closed
add-measure         reported             assessed           decided    already-closed  already-closed
complete-measure    reported             assessed           decided    closed          already-closed
dismiss             dismissed            dismissed          dismissed  already-closed  already-closed
close               assessment-required  decision-required  closed     already-closed  already-closed
amend               reported             assessed           decided    already-closed  already-closed
open-for            reported             assessed           decided    already-closed  already-closed
reopen              not-now              not-now            not-now    decided         reported
note                reported             assessed           decided    closed          dismissed
set-diary-number    reported             assessed           decided    closed          dismissed`;

const consultationExpected = `
command           received  answered  closed
answer            answered  answered  already-closed
close             closed    closed    already-closed
note              received  answered  closed
set-diary-number  received  answered  closed`;

const rowsOf = (text: string): readonly (readonly [command: string, status: string, expected: string])[] => {
  const [head = "", ...lines] = text.trim().split("\n");
  const statuses = head.trim().split(/\s+/).slice(1);
  return lines.flatMap((line) => {
    const [command = "", ...cells] = line.trim().split(/\s+/);
    if (cells.length !== statuses.length) throw new Error(`The row ${command} is not as wide as its head`);
    return cells.map((cell, column) => [command, statuses[column] ?? "", cell] as const);
  });
};

const named = <Name extends string>(names: readonly Name[], text: string): Name => {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error(`${text} is none of ${names.join(", ")}`);
  return found;
};

const day = on("2026-11-25");
const common = {
  note: { command: "note", text: "Ringde" },
  "set-diary-number": { command: "set-diary-number", diaryNumber: "FAR 2026/17" },
} as const;

const requestCommands: { readonly [Name in RequestCommand["command"]]: Extract<RequestCommand, { command: Name }> } = {
  ...common,
  take: { command: "take" },
  "ask-identity": { command: "ask-identity", reason: "Namn och adress stämmer inte överens" },
  "confirm-identity": { command: "confirm-identity", how: "Visade legitimation" },
  "confirm-representation": { command: "confirm-representation", how: "evidence" },
  "record-search": { command: "record-search", system: "Journalsystemet", found: true },
  "start-review": { command: "start-review" },
  forward: { command: "forward", toUnits: [jarva], reason: "Bodde i Rinkeby" },
  refer: { command: "refer", to: "Solna stad", reason: "Skolan ligger där" },
  extend: { command: "extend", reason: "complex", explanation: "Många register", noticeSentOn: day },
  answer: { command: "answer", outcome: "granted", sentOn: day },
  refuse: { command: "refuse", outcome: "refused-by-law", explanation: "Arkivlagen", sentOn: day },
  withdraw: { command: "withdraw" },
  "mark-duplicate": { command: "mark-duplicate", of: "0000000000030-1" },
  reclassify: { command: "reclassify", as: "allmän handling", explanation: "Gäller ett protokoll" },
  "close-unidentified": { command: "close-unidentified", explanation: "Svarade inte på två brev" },
  reopen: { command: "reopen", reason: "Svaret var ofullständigt" },
};

const breachCommands: { readonly [Name in BreachCommand["command"]]: Extract<BreachCommand, { command: Name }> } = {
  ...common,
  "involve-dpo": { command: "involve-dpo", at: received },
  assess: { command: "assess", risk: "unlikely-risk", explanation: "Brevet kom oöppnat tillbaka" },
  "notify-authority": { command: "notify-authority", notifiedAt: nextDay },
  "do-not-notify": { command: "do-not-notify", explanation: "Ingen läste brevet" },
  supplement: { command: "supplement", at: nextDay },
  "inform-subjects": { command: "inform-subjects", informedAt: nextDay, how: "brev" },
  "do-not-inform": { command: "do-not-inform", ground: "mitigated", explanation: "Brevet är tillbaka" },
  "add-measure": { command: "add-measure", what: "Ny rutin", owner: "Chefen", dueOn: on("2027-01-15") },
  "complete-measure": { command: "complete-measure", id: "m1", completedOn: day },
  dismiss: { command: "dismiss", explanation: "Inga personuppgifter" },
  close: { command: "close" },
  amend: { command: "amend", changes: { personsAbout: 13 }, reason: "En till hörde av sig" },
  "open-for": { command: "open-for", units: [jarva] },
  reopen: { command: "reopen", reason: "Nya uppgifter" },
};

const consultationCommands: {
  readonly [Name in ConsultationCommand["command"]]: Extract<ConsultationCommand, { command: Name }>;
} = {
  ...common,
  answer: { command: "answer", answeredOn: day, explanation: "Ja" },
  close: { command: "close" },
};

const namesOf = <Name extends string>(life: Readonly<Record<Name, unknown>>): readonly Name[] =>
  // Object.keys answers string[]; the keys of a table are the names of its commands.
  Object.keys(life) as Name[];

/** What became of it: the status after, or the code. Holds the code's own table to what was done. */
const outcome = <Status extends string>(
  result: Result<Decision<{ readonly status: string }>, Refusal>,
  cell: Cell<Status> | undefined,
  status: Status,
): string => {
  if (cell === undefined) throw new Error("The table has a cell for every command and status");
  if (!result.ok) {
    expect(cell).toBe(result.error.code);
    return result.error.code;
  }
  expect(isLifeRefusal(cell)).toBe(false);
  expect(leadsFrom(cell, status)).toContain(result.value.kase.status);
  return result.value.kase.status;
};

describe("a request", () => {
  const rows = rowsOf(requestExpected);
  test("has every command and status written down by hand", () => {
    expect(new Set(rows.map(([command]) => command))).toEqual(new Set(namesOf(requestLife)));
    expect(rows.length).toBe(namesOf(requestLife).length * requestStatuses.length);
  });
  test.each(rows)("%s, when it is %s: %s", (name, from, expected) => {
    const command = requestCommands[named(namesOf(requestLife), name)];
    const status: RequestStatus = named(requestStatuses, from);
    const kase = requestIn(status, {
      // Whoever asks for themselves has no right to represent that could be confirmed.
      representation: { of: "represented", confirmed: null },
      // Whoever is already known is not asked who they are.
      ...(name === "ask-identity" ? { identity: requestIn("triage").identity } : {}),
    });
    const result = decide({ kind: "request", kase, command }, by("dpo"));
    expect(outcome(result, requestCell(command.command, status), status)).toBe(expected);
  });
});

describe("a breach", () => {
  const rows = rowsOf(breachExpected);
  test("has every command and status written down by hand", () => {
    expect(new Set(rows.map(([command]) => command))).toEqual(new Set(namesOf(breachLife)));
    expect(rows.length).toBe(namesOf(breachLife).length * breachStatuses.length);
  });
  test.each(rows)("%s, when it is %s: %s", (name, from, expected) => {
    const command = breachCommands[named(namesOf(breachLife), name)];
    const status: BreachStatus = named(breachStatuses, from);
    const kase = breachIn(status);
    // Only what has been notified can be supplemented.
    const notified = name === "supplement" ? { times: { ...kase.times, notifiedAt: received } } : {};
    const result = decide({ kind: "breach", kase: { ...kase, ...notified }, command }, by("dpo"));
    expect(outcome(result, breachCell(command.command, status), status)).toBe(expected);
  });
});

describe("a consultation", () => {
  const rows = rowsOf(consultationExpected);
  test("has every command and status written down by hand", () => {
    expect(new Set(rows.map(([command]) => command))).toEqual(new Set(namesOf(consultationLife)));
    expect(rows.length).toBe(namesOf(consultationLife).length * consultationStatuses.length);
  });
  test.each(rows)("%s, when it is %s: %s", (name, from, expected) => {
    const command = consultationCommands[named(namesOf(consultationLife), name)];
    const status: ConsultationStatus = named(consultationStatuses, from);
    const result = decide({ kind: "consultation", kase: consultationIn(status), command }, by("dpo"));
    expect(outcome(result, consultationCell(command.command, status), status)).toBe(expected);
  });
});

test("the units of these tests are told apart", () => {
  expect(requestIn("received").unit).not.toBe(jarva);
  expect(breachIn("reported").unit).toBe(farsta);
});
