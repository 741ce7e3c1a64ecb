import { describe, expect, it } from "vitest";
import { parseCommand } from "../../../forms/commands.ts";
import { stockholm } from "../../../shared/cities/stockholm/index.ts";
import { permissions } from "../../../shared/domain/casework/permission.ts";
import { refusals } from "../../../shared/domain/casework/refusal.ts";
import { stockholmDate } from "../../../shared/domain/instant.ts";
import type { PageAnswers } from "../../../shared/pages/page-answers.ts";
import type { CommandField, CommandForm } from "../../../shared/pages/staff/command-form.ts";
import { formOf } from "../../../shared/pages/staff/command-form.ts";
import { errorsOf } from "../../../shared/pages/staff/command-section.tsx";
import { commandErrors, readCommand, typedOf } from "../../../shared/pages/staff/read-command.ts";
import { startOf } from "../../../shared/pages/staff/section-start.ts";
import { breachIn, consultationIn, farsta, jarva, requestIn } from "../../casework/a-case.ts";
import { now } from "./staff-frame.ts";

const context = { today: stockholmDate(now), city: stockholm };
const kinds = ["request", "breach", "consultation"] as const;
const files = {
  request: requestIn("received"),
  breach: breachIn("assessed"),
  consultation: consultationIn("received"),
};
const every = kinds.flatMap((kind) => Object.keys(permissions[kind]).map((command) => [kind, command] as const));

const given = (kind: (typeof kinds)[number], command: string): CommandForm => {
  const form = formOf(kind, command);
  if (form === undefined) throw new Error(`${kind} has no form for ${command}`);
  return form;
};

/** What somebody who answers everything types into a field. */
function typedInto({ kind, name, ...field }: CommandField): PageAnswers {
  const day = { [`${name}.year`]: ["2026"], [`${name}.month`]: ["11"], [`${name}.day`]: ["25"] };
  switch (kind) {
    case "day":
      return day;
    case "moment":
      return { ...day, [`${name}.clock`]: ["10.30"] };
    case "units":
      return { [name]: [farsta, jarva] };
    case "measure":
      return { [name]: ["m1"] };
    case "tick":
      return { [name]: ["yes"] };
    case "choice":
    case "yes-no":
    case "list":
    case "several":
      return { [name]: "options" in field && field.options[0] !== undefined ? [field.options[0].value] : [] };
    default:
      if (name === "of") return { of: ["0000000000000-2"] };
      return { [name]: ["number" in field && field.number === true ? "12" : "Ett påhittat svar"] };
  }
}

const filledIn = (form: CommandForm): PageAnswers => Object.assign({}, ...form.fields.map(typedInto));

describe("the form of every command", () => {
  it.each(every)("%s: %s gives a command that the case's rules can read", (kind, command) => {
    const form = given(kind, command);
    const start = startOf(files[kind], command);
    const read = readCommand(command, form, { ...start, ...filledIn(form) }, now, start);
    expect(read).toMatchObject({ ok: true });
    const body = read.ok ? { command, version: 1, ...read.value } : {};
    expect(parseCommand(kind, body, "sv", context)).toMatchObject({ ok: true, value: { command: { command } } });
  });

  it.each(every)("%s: %s, sent empty, says of each thing that is missing what to write", (kind, command) => {
    const form = given(kind, command);
    const read = readCommand(command, form, {}, now, {});
    const needed = form.within === undefined ? form.fields.filter(({ empty }) => empty !== undefined) : [];
    const errors = read.ok ? [] : read.error;
    expect(errors).toHaveLength(needed.length);
    for (const { message } of errors) expect(message).toMatch(/^[A-ZÅÄÖ]/);
  });

  it.each(every)("%s: %s has words for what its rules refuse", (kind, command) => {
    const form = given(kind, command);
    for (const field of form.fields)
      for (const code of field.refusals ?? []) {
        const [error] = errorsOf(form, { command, answers: {}, errors: [], refusal: code });
        expect(error?.message).toBe(refusals[code].text.sv);
      }
  });
});

describe("what an officer types", () => {
  const read = (command: string, answers: PageAnswers, kind: (typeof kinds)[number] = "request") =>
    readCommand(command, given(kind, command), answers, now, startOf(files[kind], command));
  const answer = { outcome: ["no-data"], "sentOn.year": ["2026"], "sentOn.month": ["11"], "sentOn.day": ["5"] };

  it("as a day in three fields is that day", () => {
    expect(read("answer", answer)).toEqual({ ok: true, value: { outcome: "no-data", sentOn: "2026-11-05" } });
  });

  it.each([
    [{ "sentOn.year": [] }, "answer-sentOn-year"],
    [{ "sentOn.month": [] }, "answer-sentOn-month"],
    [{ "sentOn.day": ["31"] }, "answer-sentOn-day"],
  ])("as a day with %j is told beside the part that is wrong", (change, input) => {
    expect(read("answer", { ...answer, ...change })).toMatchObject({ ok: false, error: [{ input }] });
  });

  const moment = (clock: string, day = ["2026", "11", "25"]): PageAnswers => ({
    "at.year": [day[0] ?? ""],
    "at.month": [day[1] ?? ""],
    "at.day": [day[2] ?? ""],
    "at.clock": [clock],
  });

  it.each(["10.30", "10:30", "1030", "kl. 10.30"])("as %s is half past ten in Stockholm", (clock) => {
    expect(read("involve-dpo", moment(clock), "breach")).toEqual({ ok: true, value: { at: "2026-11-25T09:30:00Z" } });
  });

  it("as a time in the hour that comes twice is asked which of the two it was", () => {
    const twice = read("involve-dpo", moment("02.30", ["2026", "10", "25"]), "breach");
    expect(twice).toMatchObject({ ok: false, error: [{ input: "involve-dpo-at-clock" }] });
    const second = read("involve-dpo", moment("02.30 normaltid", ["2026", "10", "25"]), "breach");
    expect(second).toEqual({ ok: true, value: { at: "2026-10-25T01:30:00Z" } });
  });

  it("as a time that has not been is told so", () => {
    expect(read("involve-dpo", moment("23.59"), "breach")).toMatchObject({ ok: false });
  });

  it("to put a report right is sent only where it was changed", () => {
    const start = startOf(files.breach, "amend");
    const changed = { ...start, personsAbout: ["14"], reason: ["Två till hörde av sig."] };
    expect(read("amend", changed, "breach")).toEqual({
      ok: true,
      value: { changes: { personsAbout: 14 }, reason: "Två till hörde av sig." },
    });
  });

  it("to put a report right can be that something is not known after all", () => {
    const { personsAbout: _, dataKinds: __, ...start } = startOf(files.breach, "amend");
    expect(read("amend", { ...start, reason: ["Räknat fel."] }, "breach")).toMatchObject({
      value: { changes: { personsAbout: null, dataKinds: [] } },
    });
  });

  it("as a letter to the citizen is the officer's own and no part of the command", () => {
    const typed = { ...filledIn(given("request", "extend")), letter: ["Hej!"] };
    const extend = read("extend", typed);
    expect(extend.ok && Object.keys(extend.value).toSorted()).toEqual(["explanation", "noticeSentOn", "reason"]);
  });

  it("that is too long is told by how much", () => {
    const note = read("note", { text: ["x".repeat(2_003)] });
    expect(note).toMatchObject({ ok: false, error: [{ message: "Texten är 3 tecken för lång. Korta den." }] });
  });

  it("is kept as it was typed, fields that the form does not have left out", () => {
    const fields = new Map([
      ["text", ["  Rad ett\r\nRad två  "]],
      ["role", ["dpo"]],
      ["version", ["1"]],
    ]);
    expect(typedOf(given("request", "note"), fields)).toEqual({ text: ["  Rad ett\nRad två  "] });
  });

  it("is led to, whatever the command's reader has against it", () => {
    const form = given("breach", "amend");
    const found = commandErrors("amend", form, [
      { pointer: "/changes/awareAt", message: "Skriv tiden" },
      { pointer: "/reason", message: "Skriv varför" },
      { pointer: "/unheard-of", message: "Finns inte" },
    ]);
    expect(found.map(({ input }) => input)).toEqual(["amend-awareAt-year", "amend-reason", "amend-send"]);
  });
});
