import { describe, expect, it } from "vitest";
import type { BreachCase } from "../../shared/domain/casework/breach-case.ts";
import type { ConsultationCase } from "../../shared/domain/casework/consultation-case.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import type { BreachTally, ConsultationTally, RequestTally } from "../../shared/domain/yearly/tally.ts";
import { tallyOfCase } from "../../shared/domain/yearly/tally-of-case.ts";
import {
  at,
  breachAfter,
  breachIn,
  consultationIn,
  farsta,
  jarva,
  kultur,
  on,
  requestAfter,
  requestIn,
} from "../casework/a-case.ts";

/** These were received on 24 November 2026, and the commands are carried out the day after. */
const received = on("2026-11-24");
const today = on("2026-11-25");

describe("what the year counts of a request", () => {
  const then = "sthlm-sdn-rinkeby-kista";
  const request = requestIn("searching", { unit: jarva, countedUnit: then });
  const extension = { command: "extend", reason: "complex", explanation: "Mycket.", noticeSentOn: today } as const;
  const to = (...toUnits: [string, ...string[]]) =>
    [{ command: "forward", toUnits, reason: "De har uppgifterna." }] as const;

  it.each<[string, RequestCase, Partial<RequestTally>]>([
    ["is, of one that is open, nothing yet", request, { outcome: null, answeredOn: null, inTime: false }],
    ["is the unit that holds it, and the local day that it came", request, { holder: jarva, receivedOn: received }],
    [
      "is the unit as it was that day, the right and the way",
      request,
      { counted: then, right: "access", channel: "web" },
    ],
    ["is that it was handled here, by one unit, not extended", request, { imported: false, extended: false, left: [] }],
    ["is no unit while the DPO decides", requestIn("triage"), { counted: null, holder: null }],
    ["is an extension", requestAfter(request, [extension]), { extended: true }],
    [
      "is an answer, in time and within 30 days",
      requestAfter(request, [{ command: "answer", outcome: "granted", sentOn: today }]),
      { outcome: "granted", answeredOn: today, inTime: true, within30Days: true },
    ],
    [
      "is, of one that was taken back, no answer in time",
      requestAfter(request, [{ command: "withdraw" }]),
      { outcome: "withdrawn", answeredOn: null, inTime: false, within30Days: false },
    ],
    ["is each unit that it has left", requestAfter(request, to(farsta), to(kultur)), { left: [jarva, farsta] }],
    [
      "is each of them once, however often",
      requestAfter(request, to(farsta), to(jarva), to(kultur)),
      { left: [jarva, farsta] },
    ],
    ["is not that it left the DPO's triage", requestAfter(requestIn("triage"), to(farsta)), { left: [] }],
    ["is a protected identity", { ...request, protectedIdentity: true }, { protectedIdentity: true }],
  ])("%s", (_, file, tally) => {
    expect(tallyOfCase(file)).toMatchObject({ kind: "request", ...tally });
  });
});

describe("what the year counts of an incident", () => {
  const notified = (when: string, late: { readonly lateReason?: string } = {}) =>
    breachAfter(risky, [{ command: "notify-authority", notifiedAt: at(when), ...late }, at("2026-11-29T10:00:00Z")]);
  const risky = breachIn("assessed", { risk: "risk" });
  const facts = (parts: Partial<BreachCase["facts"]>): BreachCase => {
    const file = breachIn("reported");
    return { ...file, facts: { ...file.facts, ...parts } };
  };

  it.each<[string, BreachCase, Partial<BreachTally>]>([
    ["is what was reported", breachIn("reported"), { whatHappened: "sent-by-mistake", receivedOn: received }],
    ["is its cause and how it was found", facts({}), { cause: "human-factor", discoveredBy: "employee" }],
    ["is that nobody said the cause", facts({ cause: null }), { cause: "unknown", discoveredBy: "employee" }],
    ["is that nobody said how it was found", facts({ discoveredBy: null }), { discoveredBy: "unknown" }],
    ["is that nothing is decided yet", breachIn("assessed"), { authority: "undecided", notifiedInTime: false }],
    ["is that the authority was not to be told", breachIn("decided"), { authority: "not-notified", informed: false }],
    [
      "is that it is neither dismissed nor a drill",
      breachIn("decided"),
      { dismissed: false, drill: false, imported: false },
    ],
    [
      "is a decision that a later risk has undone as none",
      breachIn("assessed", { risk: "risk", authority: breachIn("decided").authority }),
      { authority: "undecided" },
    ],
    [
      "is that the authority was told in time",
      notified("2026-11-26T09:00:00Z"),
      { authority: "notified", notifiedInTime: true },
    ],
    [
      "is that it was told too late",
      notified("2026-11-28T09:00:00Z", { lateReason: "Vi visste inte." }),
      { authority: "notified", notifiedInTime: false },
    ],
    [
      "is that the persons were informed",
      breachAfter(risky, [{ command: "inform-subjects", informedAt: at("2026-11-25T09:00:00Z"), how: "Brev." }]),
      { informed: true },
    ],
    ["is a plan of measures", breachIn("reported"), { actionPlan: true }],
    ["is none where it has no measures", breachIn("reported", { measures: [] }), { actionPlan: false }],
    ["is that it was none", breachIn("dismissed"), { dismissed: true }],
    ["is a drill", breachIn("reported", { drill: true }), { drill: true }],
  ])("%s", (_, file, tally) => {
    expect(tallyOfCase(file)).toMatchObject({ kind: "breach", ...tally });
  });
});

describe("what the year counts of a question to the DPO", () => {
  const asked = (processingStartsOn: ConsultationCase["processingStartsOn"]): ConsultationCase => ({
    ...consultationIn("received"),
    processingStartsOn,
  });

  it.each<[string, ConsultationCase, Partial<ConsultationTally>]>([
    ["is what it was about", asked(null), { about: "dpia", counted: farsta, receivedOn: received }],
    ["is that it came before the start", asked(today), { beforeStart: true, afterStart: false }],
    ["is that it came after, from the very day on", asked(received), { beforeStart: false, afterStart: true }],
    ["is neither where nobody said when it starts", asked(null), { beforeStart: false, afterStart: false }],
  ])("%s", (_, file, tally) => {
    expect(tallyOfCase(file)).toMatchObject({ kind: "consultation", ...tally });
  });
});
