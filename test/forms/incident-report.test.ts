import { describe, expect, expectTypeOf, it } from "vitest";
import { consultation } from "../../forms/consultation.ts";
import { type Field, fieldAt } from "../../forms/form.ts";
import { type IncidentAnswers, incidentReport } from "../../forms/incident-report.ts";
import { type FieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { summaryOf } from "../../forms/summary.ts";
import type { BreachTimes, IncidentFacts } from "../../shared/domain/casework/breach-case.ts";
import { consultationKinds } from "../../shared/domain/casework/consultation-case.ts";
import {
  causeCodes,
  dataKindCodes,
  discoveredByCodes,
  effectCodes,
  personGroupCodes,
  stoppedCodes,
  whatHappenedCodes,
} from "../../shared/domain/incident-codes.ts";
import { instant } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { context, without } from "./request-body.ts";

const now = instant("2026-11-22T14:30:00+01:00");
if (now === undefined) throw new Error("the tests' own time is not a time");
const onPage = { ...context, page: { now } };

/** A report with everything in it, as programs send it. */
const reportBody = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  whatHappened: "sent-by-mistake",
  description: "Ett brev kom till fel adress",
  occurredAt: null,
  ongoing: false,
  detectedAt: "2026-11-22T09:15:00+01:00",
  awareAt: "2026-11-22T09:30:00+01:00",
  discoveredBy: "employee",
  cause: "human-factor",
  effect: ["confidentiality"],
  personGroups: ["clients"],
  personsAbout: 12,
  dataKinds: ["health"],
  measuresTaken: "Vi har bett om brevet tillbaka",
  stopped: "yes",
  manager: { name: "Prov Chef", email: "chef@exempel.se" },
  unit: "prov-enhet",
  drill: false,
  ...changes,
});

const errorsOf = (body: unknown, language: Language = "sv", where = context): readonly FieldError[] => {
  const parsed = parseAnswers(incidentReport, body, language, where);
  return parsed.ok ? [] : parsed.error;
};
const codesOf = (body: unknown, where = context) =>
  errorsOf(body, "sv", where).map(({ pointer, code }) => `${pointer} ${code}`);
const answersOf = (body: unknown, where = context): IncidentAnswers => {
  const parsed = parseAnswers(incidentReport, body, "sv", where);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const optionsOf = (field: Field | undefined): readonly string[] =>
  field?.kind === "choice" || field?.kind === "choices" ? field.options.map(({ value }) => value) : [];

describe("an incident report", () => {
  it("is read as the case has it: facts, and each time by itself in UTC", () => {
    const answers = answersOf(reportBody());
    expectTypeOf(answers).toExtend<IncidentFacts>();
    expectTypeOf(answers).toExtend<Pick<BreachTimes, "occurredAt" | "ongoing" | "detectedAt">>();
    expect(answers).toEqual(reportBody({ detectedAt: "2026-11-22T08:15:00Z", awareAt: "2026-11-22T08:30:00Z" }));
  });

  it("can be sent with next to nothing known, and says so with null and nothing chosen", () => {
    const bare = { whatHappened: "to-be-determined", description: "Något är fel", detectedAt: "2026-11-22T09:15Z" };
    expect(answersOf(bare)).toEqual({
      whatHappened: "to-be-determined",
      description: "Något är fel",
      detectedAt: "2026-11-22T09:15:00Z",
      occurredAt: null,
      ongoing: false,
      discoveredBy: null,
      cause: null,
      effect: [],
      personGroups: [],
      personsAbout: null,
      dataKinds: [],
      measuresTaken: null,
      stopped: null,
      drill: false,
    });
  });

  it.each(["occurredAt", "discoveredBy", "cause", "personsAbout", "measuresTaken", "stopped"])(
    "takes null as 'I do not know' for %s",
    (name) => {
      expect(answersOf(reportBody({ [name]: null }))).toHaveProperty(name, null);
    },
  );

  it.each(["whatHappened", "description", "detectedAt"])("must have %s", (name) => {
    expect(codesOf(without(reportBody(), name))).toEqual([`/${name} empty`]);
    expect(codesOf(reportBody({ [name]: null }))).toEqual([`/${name} format`]);
  });

  it("leaves what has not been yet to the rule: a program is told with the rule's own code", () => {
    expect(codesOf(reportBody({ detectedAt: "2030-01-01T00:00:00Z" }))).toEqual([]);
  });

  it("knows each chosen code once, in the form's order", () => {
    const answers = answersOf(reportBody({ effect: ["availability", "integrity", "availability"] }));
    expect(answers.effect).toEqual(["integrity", "availability"]);
  });

  it("offers exactly the codes that are stored", () => {
    const stored = {
      whatHappened: whatHappenedCodes,
      discoveredBy: discoveredByCodes,
      cause: causeCodes,
      effect: effectCodes,
      personGroups: personGroupCodes,
      dataKinds: dataKindCodes,
      stopped: stoppedCodes,
    };
    for (const [name, codes] of Object.entries(stored)) {
      expect([...optionsOf(fieldAt(incidentReport, `/${name}`))].sort(), name).toEqual([...codes].sort());
    }
    expect([...optionsOf(fieldAt(consultation, "/kind"))].sort()).toEqual([...consultationKinds].sort());
  });

  it("groups what may have happened under a few plain headings, each heading in one place", () => {
    const headings = incidentReport.fields.whatHappened.options.map(({ group }) => group.sv);
    const runs = headings.filter((heading, index) => heading !== headings[index - 1]);
    expect(runs.length).toBe(new Set(headings).size);
    expect(runs.length).toBeLessThanOrEqual(7);
  });

  it("is at most eight pages with the one where the answers are checked", () => {
    expect(incidentReport.pages.length + 1).toBeLessThanOrEqual(8);
  });

  it("says at once whom to call about a protected identity, and to write no names", () => {
    const option = incidentReport.fields.dataKinds.options.find(({ value }) => value === "protected-identity");
    expect(JSON.stringify(option)).toContain("Ring dataskyddsombudet nu");
    expect(incidentReport.fields.description.hint.sv).toContain("Skriv inte namn eller personnummer");
  });

  const wrong: readonly [string, Record<string, unknown>, string][] = [
    ["a kind of event there is not", { whatHappened: "aliens" }, "/whatHappened format"],
    ["a time without a zone", { detectedAt: "2026-11-22T09:15:00" }, "/detectedAt format"],
    ["a day instead of a time", { detectedAt: "2026-11-22" }, "/detectedAt format"],
    ["an hour there is not", { occurredAt: "2026-11-22T24:15:00Z" }, "/occurredAt format"],
    ["a day there is not", { awareAt: "2026-02-30T10:15:00Z" }, "/awareAt format"],
    ["a number as text", { personsAbout: "12" }, "/personsAbout format"],
    ["half a person", { personsAbout: 1.5 }, "/personsAbout format"],
    ["fewer than none", { personsAbout: -1 }, "/personsAbout format"],
    ["more than there are", { personsAbout: 1e15 }, "/personsAbout format"],
    ["one code where a list should be", { effect: "integrity" }, "/effect format"],
    ["null where a list should be", { dataKinds: null }, "/dataKinds format"],
    ["a group there is not", { personGroups: ["clients", "martians"] }, "/personGroups/1 format"],
    ["no address to the manager", { manager: { name: "Prov Chef" } }, "/manager/email empty"],
    [
      "an address that would add a header",
      { manager: { name: "Prov", email: "a@exempel.se\r\nBcc: b@exempel.se" } },
      "/manager/email characters",
    ],
    ["a description beyond 2,000 characters", { description: "å".repeat(2001) }, "/description too-long"],
    ["a description of spaces", { description: "  " }, "/description empty"],
    ["yes as a word", { drill: "yes" }, "/drill format"],
    ["null for yes or no", { ongoing: null }, "/ongoing format"],
  ];
  it.each(wrong)("is refused with %s", (_what, changes, expected) => {
    expect(codesOf(reportBody(changes))).toEqual([expected]);
  });

  it("refuses a field that a group does not have", () => {
    const manager = { name: "Prov", email: "chef@exempel.se", surprise: 1 };
    expect(codesOf(reportBody({ manager }))).toEqual(["/manager unknown-field"]);
  });
});

describe("a time typed on a page", () => {
  const detected = (typed: string) => answersOf(reportBody({ detectedAt: typed }), onPage).detectedAt;

  it.each(["14.15", "14:15", "1415", "kl. 14.15", "kl 14:15"])("may be written %s", (time) => {
    expect(detected(`2026-11-22 ${time}`)).toBe("2026-11-22T13:15:00Z");
  });

  it("is Stockholm's, in summer and in winter, and an hour alone will do", () => {
    expect(detected("2026-7-1 9")).toBe("2026-07-01T07:00:00Z");
    expect(detected("2026-1-1 9")).toBe("2026-01-01T08:00:00Z");
  });

  it.each([
    ["2026-11-22", "no-time"],
    ["-11-22 14.15", "no-year"],
    ["2026--22 14.15", "no-month"],
    ["2026-11- 14.15", "no-day"],
    ["2026-11-31 14.15", "not-a-date"],
    ["i går 14.15", "not-a-date"],
    ["2026-11-22 25.15", "not-a-time"],
    ["2026-11-22 nyss", "not-a-time"],
    ["2026-11-22 14.31", "future"],
    ["2026-03-29 02.30", "time-skipped"],
    ["2026-10-25 02.30", "time-twice"],
  ])("says of %s what is missing or wrong", (typed, code) => {
    expect(codesOf(reportBody({ detectedAt: typed }), onPage)).toEqual([`/detectedAt ${code}`]);
  });

  it("says which of the two when the clock shows it twice", () => {
    expect(detected("2026-10-25 02.30 sommartid")).toBe("2026-10-25T00:30:00Z");
    expect(detected("2026-10-25 02.30 normaltid")).toBe("2026-10-25T01:30:00Z");
    expect(detected("2026-10-25 02:30 standard time")).toBe("2026-10-25T01:30:00Z");
  });

  it("has sentences that say what to do", () => {
    const [error] = errorsOf(reportBody({ detectedAt: "2026-11-22" }), "sv", onPage);
    expect(error?.message).toBe(
      "Tiden då incidenten upptäcktes måste ha ett klockslag, till exempel 14.30. Ungefär räcker.",
    );
  });
});

describe("the report read back", () => {
  it("is in words: several choices on a line each, times in Stockholm, and what is not known", () => {
    const answers = answersOf(reportBody({ effect: ["confidentiality", "availability"], cause: null }));
    const rows = summaryOf(answers, incidentReport, "sv", { services: [] });
    const of = (label: string) => rows.find((row) => row.label === label)?.lines;
    expect(of("Upptäcktes")).toEqual(["22 november 2026 kl. 09.15"]);
    expect(of("Varför hände det?")).toEqual(["Vet inte"]);
    expect(of("Antal personer")).toEqual(["12"]);
    expect(of("Vad har hänt med uppgifterna?")).toEqual([
      "Någon obehörig kan ha sett dem",
      "De är borta eller går inte att komma åt",
    ]);
  });
});

describe("a question to the data protection officer", () => {
  const body = { kind: "dpia", subject: "Nytt system", description: "Vi vill byta system" };
  const read = (changes: Readonly<Record<string, unknown>>, where = context) => {
    const parsed = parseAnswers(consultation, { ...body, ...changes }, "sv", where);
    return parsed.ok ? parsed.value : parsed.error.map(({ pointer, code }) => `${pointer} ${code}`);
  };

  it("needs no day when the processing starts, and takes one before or after today", () => {
    expect(read({})).toEqual(body);
    for (const processingStartsOn of ["2020-01-01", "2031-12-31"]) {
      expect(read({ processingStartsOn })).toEqual({ ...body, processingStartsOn });
    }
    expect(read({ processingStartsOn: "2027-1-5" }, onPage)).toEqual({ ...body, processingStartsOn: "2027-01-05" });
  });

  it.each([
    ["2027-1-5", "format"],
    ["2027-02-29", "not-a-date"],
    ["2027-01-05T10:00:00Z", "format"],
    [20270105, "format"],
    [null, "format"],
  ])("refuses %s as a day from a program", (processingStartsOn, code) => {
    expect(read({ processingStartsOn })).toEqual([`/processingStartsOn ${code}`]);
  });

  it.each(["kind", "subject", "description"])("must have %s", (name) => {
    expect(read({ [name]: undefined })).toEqual([`/${name} empty`]);
  });

  it("has a subject of one line", () => {
    expect(read({ subject: "a\r\nBcc: b@exempel.se" })).toEqual(["/subject characters"]);
  });
});
