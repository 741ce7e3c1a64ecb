import fc from "fast-check";
import { expect, test } from "vitest";
import { requestStatuses } from "../../shared/domain/case.ts";
import { type BreachCase, breachStatuses, doNotInformGrounds } from "../../shared/domain/casework/breach-case.ts";
import type { BreachCommand } from "../../shared/domain/casework/breach-commands.ts";
import { breachLife } from "../../shared/domain/casework/breach-life.ts";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import { decideBreach } from "../../shared/domain/casework/decide-breach.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import type { RequestCommand } from "../../shared/domain/casework/request-commands.ts";
import { requestLife } from "../../shared/domain/casework/request-life.ts";
import { riskCodes } from "../../shared/domain/incident-codes.ts";
import { addMilliseconds, epochOf, type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import { requestDeadline } from "../../shared/domain/request-deadline.ts";
import { aBreach, aRequest, by, farsta, jarva, kultur, received, requestIn } from "./a-case.ts";

const hour = 3_600_000;
const text = fc.constantFrom("Därför", "Därför", "Därför", "", undefined);
const withText = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: string });
const unit = fc.constantFrom(kultur, jarva, farsta, "sthlm-sdn-rinkeby-kista");
/** Hours that pass before the command, and how long before that it happened. */
const passing = fc.record({ hours: fc.nat(100), ago: fc.nat(24) });

type Made<Command> = (now: Instant) => Command;
const requestCommand: fc.Arbitrary<Made<RequestCommand>> = fc.oneof(
  fc
    .constantFrom<RequestCommand>(
      { command: "take" },
      { command: "start-review" },
      { command: "withdraw" },
      { command: "confirm-identity", how: "Legitimation" },
      { command: "confirm-representation", how: "known-to-unit" },
      { command: "record-search", system: "Registret", found: false },
      { command: "mark-duplicate", of: "0000000000030-1" },
      { command: "note", text: "En anteckning" },
      { command: "set-diary-number", diaryNumber: "2026/1" },
    )
    .map((command) => () => command),
  fc.tuple(fc.constantFrom("ask-identity", "reopen"), text).map(([command, reason]) => () => ({
    command,
    ...withText("reason", reason),
  })),
  fc.tuple(unit, fc.array(unit, { maxLength: 3 }), text).map(([first, others, reason]) => () => ({
    command: "forward" as const,
    toUnits: [first, ...others] as const,
    ...withText("reason", reason),
  })),
  text.map((reason) => () => ({ command: "refer" as const, to: "Solna stad", ...withText("reason", reason) })),
  text.map((explanation) => (now: Instant) => ({
    command: "extend" as const,
    reason: "complex" as const,
    noticeSentOn: stockholmDate(now),
    ...withText("explanation", explanation),
  })),
  fc
    .tuple(fc.constantFrom("granted", "partly-granted", "no-data"), text)
    .map(([outcome, explanation]) => (now: Instant) => ({
      command: "answer" as const,
      outcome,
      sentOn: stockholmDate(now),
      ...withText("explanation", explanation),
    })),
  fc
    .tuple(fc.constantFrom("refused-unfounded", "refused-excessive", "refused-by-law"), text)
    .map(([outcome, explanation]) => (now: Instant) => ({
      command: "refuse" as const,
      outcome,
      sentOn: stockholmDate(now),
      ...withText("explanation", explanation),
    })),
  text.map((explanation) => () => ({
    command: "close-unidentified" as const,
    ...withText("explanation", explanation),
  })),
  text.map((explanation) => () => ({
    command: "reclassify" as const,
    as: "journalkopia",
    ...withText("explanation", explanation),
  })),
);

const breachCommand: fc.Arbitrary<Made<BreachCommand>> = fc.oneof(
  fc
    .constantFrom<BreachCommand>(
      { command: "close" },
      { command: "note", text: "En anteckning" },
      { command: "set-diary-number", diaryNumber: "2026/1" },
      { command: "open-for", units: [jarva, kultur] },
    )
    .map((command) => () => command),
  fc.constantFrom("involve-dpo", "supplement").map((command) => (now: Instant) => ({ command, at: now })),
  fc.tuple(fc.constantFrom(...riskCodes), text).map(([risk, explanation]) => () => ({
    command: "assess" as const,
    risk,
    ...withText("explanation", explanation),
  })),
  text.map((lateReason) => (now: Instant) => ({
    command: "notify-authority" as const,
    notifiedAt: now,
    ...withText("lateReason", lateReason),
  })),
  fc.tuple(fc.constantFrom("do-not-notify", "dismiss"), text).map(([command, explanation]) => () => ({
    command,
    ...withText("explanation", explanation),
  })),
  fc.constant((now: Instant) => ({ command: "inform-subjects" as const, informedAt: now, how: "brev" })),
  fc.tuple(fc.constantFrom(...doNotInformGrounds), text).map(([ground, explanation]) => () => ({
    command: "do-not-inform" as const,
    ground,
    ...withText("explanation", explanation),
  })),
  fc.constant((now: Instant) => ({
    command: "add-measure" as const,
    what: "Rutin",
    owner: "Chefen",
    dueOn: stockholmDate(now),
  })),
  fc.constantFrom("m1", "m2").map((id) => (now: Instant) => ({
    command: "complete-measure" as const,
    id,
    completedOn: stockholmDate(now),
  })),
  text.map((reason) => () => ({ command: "reopen" as const, ...withText("reason", reason) })),
  fc.tuple(fc.nat(100), text).map(([hours, reason]) => () => ({
    command: "amend" as const,
    changes: { awareAt: addMilliseconds(received, hours * hour) },
    awareDelayReason: "Helg",
    lateReason: "Sent upptäckt",
    ...withText("reason", reason),
  })),
);

/** Gives the commands one after the other, as time passes, and looks at every step. */
const live = <Kase extends CaseFile, Command>(
  opened: Kase,
  steps: readonly (readonly [Made<Command>, { readonly hours: number; readonly ago: number }])[],
  decide: (
    kase: Kase,
    command: Command,
    circumstances: ReturnType<typeof by>,
  ) => ReturnType<typeof decideRequest> | ReturnType<typeof decideBreach>,
  look: (before: Kase, after: Kase, command: Command) => void,
): readonly string[] => {
  let kase = opened;
  let now = received;
  const carriedOut: string[] = [];
  for (const [make, { hours, ago }] of steps) {
    now = addMilliseconds(now, hours * hour);
    const command = make(now);
    const result = decide(
      kase,
      command,
      by("dpo", now, { version: kase.version, at: addMilliseconds(now, -ago * hour) }),
    );
    if (!result.ok) continue;
    // The kind of the case is the kind that was decided on.
    const after = result.value.kase as Kase;
    look(kase, after, command);
    kase = after;
    carriedOut.push(after.history.at(-1)?.command ?? "");
  }
  return carriedOut;
};

/** What holds of every step of every case. */
const common = (
  before: CaseFile,
  after: CaseFile,
  command: { readonly command: string },
  order: readonly string[],
): void => {
  expect(after.version).toBe(before.version + 1);
  expect(after.history.slice(0, -1)).toEqual(before.history);
  expect(after.history.at(-1)).toMatchObject({
    version: after.version,
    command: command.command,
    from: { status: before.status, unit: before.unit },
    to: { status: after.status, unit: after.unit },
  });
  if (command.command !== "reopen")
    expect(order.indexOf(after.status)).toBeGreaterThanOrEqual(order.indexOf(before.status));
  expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
  const isOver = after.status === "closed" || after.status === "dismissed";
  expect([after.closedAt !== null, after.closedRecordedAt !== null]).toEqual([isOver, isOver]);
  expect(after.receivedAt).toBe(before.receivedAt);
  expect(after.reference).toBe(before.reference);
};

const onRequest = (before: RequestCase, after: RequestCase, command: RequestCommand): void => {
  common(before, after, command, requestStatuses);
  const deadline = requestDeadline(stockholmDate(after.receivedAt));
  expect(after.originalDueOn).toBe(deadline.dueOn);
  expect(after.dueOn).toBe(after.extension === null ? deadline.dueOn : deadline.extendedDueOn);
  expect(after.closing !== null).toBe(after.status === "closed");
  expect(after.unit === null).toBe(after.status === "triage" || (after.status === "closed" && before.unit === null));
  const handedOut = ["granted", "partly-granted"].includes(after.closing?.outcome ?? "");
  if (handedOut) expect(after.identity.state).toBe("confirmed");
  if (after.closing?.outcome.startsWith("refused-")) expect(after.closing.remedies).toContain("imy");
};

const onBreach = (before: BreachCase, after: BreachCase, command: BreachCommand): void => {
  common(before, after, command, breachStatuses);
  expect(epochOf(after.dueAt) - epochOf(after.times.awareAt)).toBe(72 * hour);
  const { notifiedAt } = after.times;
  expect(notifiedAt !== null).toBe(after.authority?.decision === "notified");
  if (notifiedAt !== null && epochOf(notifiedAt) > epochOf(after.dueAt))
    expect(after.authority?.decision === "notified" && after.authority.lateReason).toBeTruthy();
  if (after.status === "closed") {
    expect(after.risk).not.toBeNull();
    expect(after.measures.length).toBeGreaterThan(0);
    if (after.risk !== "unlikely-risk") expect(notifiedAt).not.toBeNull();
    if (after.risk === "high-risk")
      expect(after.subjects?.decision === "informed" || after.subjects?.ground !== "not-high-risk").toBe(true);
  }
};

test("whatever officers do with a request, it goes forward, and nothing of its history is lost", () => {
  const forAnother = { representation: { of: "child", confirmed: null } } as const;
  const opened = fc.constantFrom(aRequest(forAnother), requestIn("triage"), requestIn("received", forAnother));
  const carriedOut = new Set<string>();
  fc.assert(
    fc.property(
      opened,
      fc.array(fc.tuple(requestCommand, passing), { minLength: 15, maxLength: 40 }),
      (kase, steps) => {
        for (const name of live(kase, steps, decideRequest, onRequest)) carriedOut.add(name);
      },
    ),
    { numRuns: 200 },
  );
  expect(carriedOut).toEqual(new Set(Object.keys(requestLife)));
});

test("whatever is done with a breach, it goes forward, and is closed only as the law allows", () => {
  const carriedOut = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.tuple(breachCommand, passing), { minLength: 15, maxLength: 40 }), (steps) => {
      for (const name of live(aBreach(), steps, decideBreach, onBreach)) carriedOut.add(name);
    }),
    { numRuns: 200 },
  );
  expect(carriedOut).toEqual(new Set(Object.keys(breachLife)));
});
