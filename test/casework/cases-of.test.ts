import { describe, expect, test } from "vitest";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import {
  consultationSubmission,
  type IncidentAnswers,
  type IncidentSubmission,
  incidentSubmission,
  submissionOf,
} from "../../shared/domain/submission.ts";
import { itemOfSubmission, submissionOfItem } from "../../shared/store/submission-record.ts";
import { aSubmission, at } from "../fixtures.ts";
import { aReport, detected, farsta, on, received } from "./a-case.ts";

const sent = {
  reference: "0000000000010",
  contentHash: "00",
  formVersion: 1,
  receivedAt: received,
  language: "sv",
  by: "employee-1",
  unit: farsta,
  countedUnit: farsta,
} as const;

const { facts } = aReport();
const anIncident = (answers: Partial<IncidentAnswers> = {}): IncidentSubmission =>
  incidentSubmission({
    ...sent,
    answers: {
      ...facts,
      occurredAt: null,
      ongoing: false,
      detectedAt: detected,
      drill: false,
      manager: { name: "Exempel Exempelsson", email: "chef@intag.example" },
      ...answers,
    },
  });

const aConsultation = consultationSubmission({
  ...sent,
  answers: {
    kind: "dpia",
    subject: "Ett påhittat system",
    description: "Behöver vi en konsekvensbedömning?",
    processingStartsOn: on("2027-01-01"),
  },
});

/** A request that came by post on the Friday and was registered on the Tuesday. */
const registered = (answers: unknown) => {
  const { kind: _k, form: _f, channel: _c, by: _b, recordedAt: _r, dueOn: _d, ...rest } = aSubmission(7);
  return submissionOf(
    { ...rest, receivedAt: at("2026-11-20T08:00:00Z"), answers },
    { channel: "post", by: "coordinator-1", recordedAt: received },
  );
};

describe("the cases of what was sent", () => {
  test("are one breach for an incident report, whose 72 hours run and whose letters are owed", () => {
    const [breach, ...more] = casesOf(anIncident());
    expect(more).toEqual([]);
    expect(breach).toMatchObject({
      kind: "breach",
      reference: "0000000000010",
      reportedBy: "employee-1",
      unit: farsta,
      receivedAt: received,
      dueAt: "2026-11-27T09:00:00Z",
      hasManager: true,
      facts,
    });
    expect(breach?.letters.map(({ to }) => to)).toEqual(["manager", "dpo", "security"]);
    expect(JSON.stringify(breach)).not.toContain("chef@");
  });

  test("know when one became aware, and why that was late, where the report says so", () => {
    const awareAt = at("2026-11-24T09:30:00Z");
    expect(casesOf(anIncident({ awareAt }))).toMatchObject([{ times: { awareAt }, dueAt: "2026-11-27T09:30:00Z" }]);
    const late = { detectedAt: at("2026-11-22T09:00:00Z"), awareAt, awareDelayReason: "Helg" };
    expect(casesOf(anIncident(late))).toMatchObject([{ times: { awareAt }, awareDelayReason: "Helg" }]);
    expect(casesOf(anIncident())).toMatchObject([{ times: { awareAt: detected }, awareDelayReason: null }]);
  });

  test("tell the unit of an incident that names no manager", () => {
    const { manager: _, ...answers } = anIncident().answers;
    const [breach] = casesOf({ ...anIncident(), answers });
    expect(breach?.letters.map(({ to }) => to)).toEqual(["unit", "dpo", "security"]);
  });

  test("are not opened for a stored report that breaks the rules it was received by: somebody must look at it", () => {
    expect(() => casesOf(anIncident({ detectedAt: at("2026-12-01T00:00:00Z") }))).toThrow("not-in-the-future");
  });

  test("are one consultation for a question to the data protection officer", () => {
    expect(casesOf(aConsultation)).toMatchObject([
      {
        ...{
          kind: "consultation",
          about: "dpia",
          status: "received",
          reportedBy: "employee-1",
          reference: "0000000000010",
        },
        timeline: [{ at: received, event: "received" }],
      },
    ]);
  });

  test("count a registered request from when it came, not from when it was written down", () => {
    const [first] = casesOf(registered({ contact: { email: "exempel@intag.example" }, delivery: "pick-up" }));
    expect(first).toMatchObject({
      channel: "post",
      receivedAt: "2026-11-20T08:00:00Z",
      dueOn: "2026-12-21",
      delivery: "pick-up",
      protectedIdentity: false,
      letters: [{ kind: "receipt", to: "citizen", nextAttemptAt: received }],
    });
  });

  test("of somebody with protected identity stand apart, and no letter is owed to an address that was not given", () => {
    const files = casesOf(registered({ protectedIdentity: true }));
    expect(files.map((file) => file.kind === "request" && file.protectedIdentity)).toEqual([true, true]);
    expect(files.flatMap(({ letters }) => letters)).toEqual([]);
  });

  test("know nothing of the person where the answers have another shape, and guess nothing", () => {
    for (const answers of [null, undefined, "text", 7, [], {}, { delivery: "pigeon", protectedIdentity: "yes" }])
      for (const file of casesOf(registered(answers)))
        expect(file).toMatchObject({ delivery: null, protectedIdentity: false, letters: [] });
    const [told] = casesOf(registered({ delivery: "registered-address", protectedIdentity: false }));
    expect(told).toMatchObject({ delivery: "registered-address", protectedIdentity: false });
  });

  test("are the same after what was sent has been stored and read", () => {
    for (const submission of [aSubmission(8), registered({ delivery: "pick-up" }), anIncident(), aConsultation]) {
      const read = submissionOfItem(itemOfSubmission(submission));
      expect(read).toEqual(submission);
      expect(casesOf(read)).toEqual(casesOf(submission));
    }
  });
});
