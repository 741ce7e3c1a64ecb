import type { RequestStatus } from "../../shared/domain/case.ts";
import { requestsOf } from "../../shared/domain/case.ts";
import type { BreachCase, BreachStatus } from "../../shared/domain/casework/breach-case.ts";
import type { BreachCommand } from "../../shared/domain/casework/breach-commands.ts";
import type { Circumstances, Decision } from "../../shared/domain/casework/carry-out.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import {
  type ConsultationCase,
  type ConsultationStatus,
  consultationCase,
} from "../../shared/domain/casework/consultation-case.ts";
import { decideBreach } from "../../shared/domain/casework/decide-breach.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { type IncidentReport, incidentOf } from "../../shared/domain/casework/incident.ts";
import type { Refusal } from "../../shared/domain/casework/refusal.ts";
import { type RequestCase, requestCase } from "../../shared/domain/casework/request-case.ts";
import type { RequestCommand } from "../../shared/domain/casework/request-commands.ts";
import type { Unit, UnitId } from "../../shared/domain/city.ts";

import type { Instant } from "../../shared/domain/instant.ts";
import type { Result } from "../../shared/domain/result.ts";
import { on } from "../domain/facts.ts";
import { aSubmission, at } from "../fixtures.ts";

export { on } from "../domain/facts.ts";
export { at } from "../fixtures.ts";

export const kultur = "sthlm-kulturnamnden";
export const jarva = "sthlm-sdn-jarva";
export const farsta = "sthlm-sdn-farsta";
export const company = "sthlm-bolag-exempel";
export const foundation = "sthlm-stiftelse-exempel";
/** The units of these tests that exist today; a unit that has ended, `sthlm-sdn-rinkeby-kista`, is not among them. */
export const units = new Map<UnitId, Pick<Unit, "kind">>([
  [kultur, { kind: "facknamnd" }],
  [jarva, { kind: "stadsdelsnamnd" }],
  [farsta, { kind: "stadsdelsnamnd" }],
  [company, { kind: "bolag" }],
  [foundation, { kind: "stiftelse" }],
]);

/** The day of receipt of these tests is a Tuesday; one month later is Thursday 24 December 2026. */
export const received = at("2026-11-24T10:00:00Z");
export const nextDay = at("2026-11-25T10:00:00Z");

export const by = (role: Role, now: Instant = nextDay, more: Partial<Circumstances> = {}): Circumstances => ({
  now,
  who: { sub: `${role}-1`, role },
  version: 1,
  key: "key-0000000000000001",
  bodyHash: "hash-1",
  units,
  countsIn: (unit) => `${unit}-then`,
  ...more,
});

export const aRequest = (parts: Partial<RequestCase> = {}): RequestCase => {
  const [first] = requestsOf(aSubmission(1));
  if (first === undefined) throw new Error("The submission of these tests has cases");
  return {
    ...requestCase(first, { delivery: "digital-mailbox", protectedIdentity: false, identifiedAt: null }),
    ...parts,
  };
};

const confirmed = { state: "confirmed", at: received, how: "besök" } as const;

/** A request that stands in a status, with identity confirmed and, when it is closed, withdrawn. */
export const requestIn = (status: RequestStatus, parts: Partial<RequestCase> = {}): RequestCase =>
  aRequest({
    status,
    ...(status === "triage" ? { unit: null, countedUnit: null } : { identity: confirmed }),
    ...(status === "closed"
      ? {
          closedAt: nextDay,
          closedRecordedAt: nextDay,
          closing: {
            outcome: "withdrawn",
            sentOn: null,
            explanation: null,
            remedies: [],
            answeredInTime: null,
            answeredWithin30Days: null,
            instead: null,
          },
        }
      : {}),
    ...parts,
  });

/** Detected an hour before it was reported; 72 hours later is Friday 27 November 2026, 09:00 UTC. */
export const detected = at("2026-11-24T09:00:00Z");

export const aReport = (parts: Partial<IncidentReport> = {}): IncidentReport => ({
  reference: "0000000000010",
  reportedBy: "employee-1",
  language: "sv",
  unit: farsta,
  countedUnit: farsta,
  drill: false,
  hasManager: true,
  facts: {
    whatHappened: "sent-by-mistake",
    description: "Ett påhittat brev hamnade i fel kuvert.",
    discoveredBy: "employee",
    cause: "human-factor",
    effect: ["confidentiality"],
    personGroups: ["clients"],
    personsAbout: 12,
    dataKinds: ["health"],
    measuresTaken: null,
    stopped: "yes",
  },
  occurredAt: null,
  ongoing: false,
  detectedAt: detected,
  ...parts,
});

export const allowed = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
};
export const codeOf = <T>(result: Result<T, Refusal>): string => (result.ok ? "allowed" : result.error.code);

export const aBreach = (parts: Partial<BreachCase> = {}): BreachCase => ({
  ...allowed(incidentOf(aReport(), received, units)),
  ...parts,
});

const deciders = { decidedBy: null, dpoAdvice: null };
const measure = { id: "m1", what: "Byt kuvert", owner: "Enhetschefen", dueOn: on("2026-12-01"), completedOn: null };
const assessed = { risk: "unlikely-risk", assessment: { explanation: "Brevet kom tillbaka.", ...deciders } } as const;
const decided = { authority: { decision: "not-notified", explanation: "Ingen läste det.", ...deciders } } as const;

/** A breach that stands in a status, assessed as an unlikely risk, with one measure in its plan. */
export const breachIn = (status: BreachStatus, parts: Partial<BreachCase> = {}): BreachCase =>
  aBreach({
    status,
    measures: [measure],
    ...(status === "reported" || status === "dismissed" ? {} : assessed),
    ...(status === "decided" || status === "closed" ? decided : {}),
    ...(status === "dismissed" ? { dismissal: { explanation: "Det var inga personuppgifter." } } : {}),
    ...(status === "closed" || status === "dismissed" ? { closedAt: nextDay, closedRecordedAt: nextDay } : {}),
    ...parts,
  });

export const consultationIn = (status: ConsultationStatus): ConsultationCase => ({
  ...consultationCase(
    {
      reference: "0000000000020",
      unit: farsta,
      countedUnit: farsta,
      reportedBy: "employee-1",
      language: "sv",
      about: "dpia",
      subject: "Ett påhittat system",
      description: "Behöver vi en konsekvensbedömning?",
      processingStartsOn: on("2027-01-01"),
    },
    received,
  ),
  status,
  ...(status === "closed" ? { closedAt: nextDay, closedRecordedAt: nextDay } : {}),
});

type Given<Command> = readonly [command: Command, now?: Instant, more?: Partial<Circumstances>];

/** The case after several commands of the DPO, each on the version before; none may be refused. */
const after =
  <Kase extends { readonly version: number }, Command>(
    decide: (kase: Kase, command: Command, circumstances: Circumstances) => Result<Decision<Kase>, Refusal>,
  ) =>
  (kase: Kase, ...given: readonly Given<Command>[]): Kase =>
    given.reduce(
      (now, [command, when = nextDay, more = {}]) =>
        allowed(decide(now, command, by("dpo", when, { version: now.version, ...more }))).kase,
      kase,
    );

export const requestAfter = after<RequestCase, RequestCommand>(decideRequest);
export const breachAfter = after<BreachCase, BreachCommand>(decideBreach);

/** What the DPO's command on a case gets: `allowed` or the code of the refusal. */
export const requestAnswer = (
  kase: RequestCase,
  command: RequestCommand,
  now: Instant = nextDay,
  more: Partial<Circumstances> = {},
): string => codeOf(decideRequest(kase, command, by("dpo", now, { version: kase.version, ...more })));

export const breachAnswer = (
  kase: BreachCase,
  command: BreachCommand,
  now: Instant = nextDay,
  more: Partial<Circumstances> = {},
): string => codeOf(decideBreach(kase, command, by("dpo", now, { version: kase.version, ...more })));
