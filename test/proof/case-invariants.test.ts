import { describe, expect, it } from "vitest";
import {
  type Dated,
  type GivenCommand,
  type KeptEntry,
  type KeptLook,
  type ToldFigures,
  unlinear,
  unlogged,
  wrongDays,
  wrongFigures,
} from "./case-invariants.ts";

const reference = "7K3M-9QXA-2B4CD-1";
const given = (n: number, changes: Partial<GivenCommand> = {}): GivenCommand => ({
  reference,
  sub: "dpo",
  text: `note ${n}`,
  version: n,
  sentAt: n * 10,
  answeredAt: n * 10 + 5,
  made: n + 1,
  ...changes,
});
const kept = (n: number, version = n + 1): KeptEntry => ({ reference, version, text: `note ${n}` });
const three = [given(1), given(2), given(3)];

describe("the checker of histories", () => {
  it("finds nothing wrong where each command stands in its place, was refused, or its answer was lost", () => {
    const all = [...three, given(4, { version: 3, made: null }), given(5, { version: 4, made: undefined })];
    expect(unlinear(all, [kept(1), kept(2), kept(3)])).toEqual([]);
    expect(unlinear(all, [kept(1), kept(2), kept(3), kept(5, 5)])).toEqual([]);
  });

  it.each<[string, readonly GivenCommand[], readonly KeptEntry[], string]>([
    ["an acknowledged command is not there", three, [kept(1), kept(2)], "lost:"],
    ["one was carried out twice", three, [kept(1), kept(2), kept(3), kept(3, 5)], "carried out 2 times:"],
    ["one stands that was refused", [given(1, { made: null })], [kept(1)], "refused and carried out:"],
    ["one stands that nobody gave", [given(1)], [kept(1), kept(2)], "nobody gave:"],
    ["one stands at another version than was told", [given(1, { made: 3 })], [kept(1)], "at another version:"],
    [
      "one was written over somebody else's",
      [given(1), given(2, { version: 1, made: 3 })],
      [kept(1), kept(2)],
      "over somebody",
    ],
    [
      "two were told the same version",
      [given(1), given(2, { version: 1, made: 2 })],
      [kept(1), kept(2)],
      "at another version:",
    ],
    ["a version is missing", three, [kept(1), kept(3, 4)], "versions:"],
    ["versions run backwards", three, [kept(2), kept(1), kept(3)], "versions:"],
    [
      "one that was answered first stands after one that was sent later",
      [given(1, { version: 2, made: 3 }), given(2, { version: 1, made: 2 })],
      [kept(2, 2), kept(1, 3)],
      "out of order:",
    ],
  ])("sees that %s", (_, commands, entries, violation) => {
    expect(unlinear(commands, entries).join("\n")).toContain(violation);
  });
});

const look = (seq: number, sub = "dpo", at = reference): KeptLook => ({ reference: at, sub, seq });
const read = { reference, sub: "dpo" };

describe("the checker of looks", () => {
  it("finds nothing wrong where every read is in the log, and reads whose answer was lost are as well", () => {
    expect(unlogged([read, read], [look(1), look(2), look(3, "officer")])).toEqual([]);
  });

  it.each<[string, readonly (typeof read)[], readonly KeptLook[], string]>([
    ["a read is not in the log", [read], [], "not in the log:"],
    ["two reads are there as one", [read, read], [look(1)], "not in the log:"],
    ["a read is there under somebody else", [read], [look(1, "officer")], "not in the log:"],
    ["a read is there at another case", [read], [look(1, "dpo", "other")], "not in the log:"],
    ["a look was taken out", [read], [look(1), look(3)], "a look is missing:"],
    ["the first look was taken out", [read], [look(2)], "a look is missing:"],
    ["a look is there twice", [read], [look(1), look(1)], "a look is missing:"],
  ])("sees that %s", (_, reads, looks, violation) => {
    expect(unlogged(reads, looks).join("\n")).toContain(violation);
  });
});

const dated: Dated = {
  reference,
  receivedOn: "2026-01-31",
  isExtended: false,
  originalDueOn: "2026-03-02",
  dueOn: "2026-03-02",
};

describe("the checker of last days", () => {
  it("finds nothing wrong in a month that ends on a Saturday, and in three", () => {
    expect(wrongDays([dated])).toEqual([]);
    expect(wrongDays([{ ...dated, isExtended: true, dueOn: "2026-04-30" }])).toEqual([]);
  });

  it.each<[string, Partial<Dated>, string]>([
    ["a last day is on a Saturday", { originalDueOn: "2026-02-28", dueOn: "2026-02-28" }, "first last day:"],
    ["a last day is a day late", { dueOn: "2026-03-03" }, "last day:"],
    ["time was extended and the day stayed", { isExtended: true }, "last day:"],
    ["the day moved and time was not extended", { dueOn: "2026-04-30" }, "last day:"],
    ["the day is that of the day before", { receivedOn: "2026-02-03" }, "first last day:"],
  ])("sees that %s", (_, changes, violation) => {
    expect(wrongDays([{ ...dated, ...changes }]).join("\n")).toContain(violation);
  });
});

const cases = [
  { right: "access", channel: "post", outcome: null },
  { right: "access", channel: "e-service", outcome: "granted" },
  { right: "erasure", channel: "post", outcome: "granted" },
];
const told: ToldFigures = {
  received: 3,
  open: 1,
  byRight: { access: 2, erasure: 1 },
  byChannel: { post: 2, "e-service": 1 },
  byOutcome: { granted: 2 },
};

describe("the checker of figures", () => {
  it("finds nothing wrong where all are counted", () => expect(wrongFigures(cases, told)).toEqual([]));

  it.each<[string, Partial<ToldFigures>, string]>([
    ["one is not counted", { received: 2 }, "received"],
    ["nothing is known", { received: null }, "received"],
    ["one that has ended is counted as open", { open: 2 }, "open"],
    ["one is counted under another right", { byRight: { access: 3 } }, "byRight"],
    ["one is counted under another channel", { byChannel: { post: 3 } }, "byChannel"],
    ["an outcome is counted that nobody gave", { byOutcome: { granted: 2, refused: 1 } }, "byOutcome"],
    ["an outcome is not counted", { byOutcome: { granted: 1 } }, "byOutcome"],
  ])("sees that %s", (_, changes, violation) => {
    expect(wrongFigures(cases, { ...told, ...changes })).toContain(violation);
  });
});
