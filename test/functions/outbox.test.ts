import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OutboxDeps, onPostalEvent, onStream, sweep } from "../../functions/outbox/outbox.ts";
import { postalNewsOf } from "../../functions/outbox/postal-event.ts";
import { type CaseLetter, caseLetter, caseLetterKinds } from "../../shared/domain/casework/case-letter.ts";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { addMilliseconds } from "../../shared/domain/instant.ts";
import { attemptLease } from "../../shared/domain/letter.ts";
import { type IncidentAnswers, incidentSubmission } from "../../shared/domain/submission.ts";
import { logOf } from "../../shared/lambda/log.ts";
import type { Handover, Mail } from "../../shared/mail/postman.ts";
import { aReport } from "../casework/a-case.ts";
import { aSubmission, at } from "../fixtures.ts";
import { memoryStore } from "../store/memory-store.ts";

const now = at("2026-11-24T10:00:05Z");

async function aHouse(submissions: number, handover: (mail: Mail, nth: number) => Handover | Promise<Handover>) {
  const store = memoryStore();
  const sent: Mail[] = [];
  const lines: string[] = [];
  for (let n = 1; n <= submissions; n += 1) {
    const submission = aSubmission(n);
    await store.submissions.add(submission);
    for (const kase of casesOf(submission)) await store.cases.open(kase);
  }
  const deps: OutboxDeps = {
    reviews: { get: async () => undefined },
    ...store,
    postman: {
      send: async (mail) => {
        sent.push(mail);
        return handover(mail, sent.length);
      },
    },
    texter: undefined,
    mailbox: undefined,
    siteUrl: "https://intag.example",
    offices: { dpo: "dpo@intag.example", security: undefined, unit: "{unit}@intag.example" },
    log: logOf(
      { stage: "test", role: "outbox" },
      (line) => lines.push(line),
      () => 0,
    ),
  };
  const letter = async (n: number) =>
    (await store.cases.get({ submission: aSubmission(n).reference, number: 1 }))?.letters[0];
  return { store, deps, sent, lines, letter };
}

const accepted = (): Handover => ({ outcome: "accepted" });
const wake = (n: number, sequence = String(n)) => ({
  dynamodb: { Keys: { submission: { S: aSubmission(n).reference }, number: { N: "1" } }, SequenceNumber: sequence },
});

describe("the outbox", () => {
  it("sends each letter once, however often, in whatever order and by however many it is woken", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }), async (wakes) => {
        const { deps, sent } = await aHouse(6, accepted);
        await Promise.all(wakes.map((n) => onStream({ Records: [wake(n)] }, now, deps)));
        await Promise.all([sweep(now, deps), sweep(now, deps)]);
        expect(sent.map(({ tags }) => tags.submission).toSorted()).toEqual(
          [1, 2, 3, 4, 5, 6].map((n) => aSubmission(n).reference).toSorted(),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("writes a mail of the reference, the day and where to look, and of nothing a person wrote", async () => {
    const { deps, sent } = await aHouse(1, accepted);
    await sweep(now, deps);
    const [mail] = sent;
    expect(mail?.to).toBe("exempel@intag.example");
    expect(mail?.subject).toMatch(/^Vi har tagit emot din begäran [0-9A-Z-]+$/);
    expect(mail?.text).toContain("24 december 2026");
    expect(mail?.text).toContain("https://intag.example/sv/arende");
    expect(mail?.text).not.toMatch(/exempel@|kulturnamnden|jarva/);
  });

  it("tries again later when the mail service cannot take it, and loses nothing", async () => {
    const { deps, sent, letter } = await aHouse(1, (_mail, nth) =>
      nth < 3 ? { outcome: "try-later", failure: "Throttling" } : accepted(),
    );
    let clock = now;
    for (let hour = 0; hour < 3 * 60; hour += 1) {
      await sweep(clock, deps);
      clock = addMilliseconds(clock, 60_000);
    }
    expect(sent).toHaveLength(3);
    expect(await letter(1)).toMatchObject({ state: "sent", nextAttemptAt: null });
    expect((await letter(1))?.attempts.map(({ outcome }) => outcome)).toEqual(["try-later", "try-later", "accepted"]);
  });

  it("shows on the case, and as a metric, that a letter cannot be delivered", async () => {
    const { deps, lines, letter } = await aHouse(1, () => ({ outcome: "refused", failure: "MessageRejected" }));
    await sweep(now, deps);
    expect(await letter(1)).toMatchObject({ state: "failed", nextAttemptAt: null });
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: "letter-failed", LettersFailed: 1 }),
    );
  });

  it("sends once more at most when its sender dies between handing over and marking, and not at all when told in time", async () => {
    const died = await aHouse(1, (_mail, nth) => {
      if (nth === 1) throw new Error("the sender's process ended here");
      return accepted();
    });
    await sweep(now, died.deps);
    await sweep(addMilliseconds(now, 1_000), died.deps);
    expect(died.sent).toHaveLength(1);
    await sweep(addMilliseconds(now, attemptLease), died.deps);
    await sweep(addMilliseconds(now, 10 * attemptLease), died.deps);
    expect(died.sent).toHaveLength(2);

    const told = await aHouse(1, () => {
      throw new Error("the sender's process ended here");
    });
    await sweep(now, told.deps);
    await onPostalEvent({ submission: aSubmission(1).reference, number: 1 }, "receipt", "sent", told.deps);
    await sweep(addMilliseconds(now, 10 * attemptLease), told.deps);
    expect(told.sent).toHaveLength(1);
  });

  it("leaves alone the attempt of whoever has overtaken it", async () => {
    const slow = Promise.withResolvers<Handover>();
    const reached = Promise.withResolvers<void>();
    const { deps, letter } = await aHouse(1, (_mail, nth) => {
      if (nth > 1) return accepted();
      reached.resolve();
      return slow.promise;
    });
    const overtaken = sweep(now, deps);
    await reached.promise;
    await sweep(addMilliseconds(now, attemptLease), deps);
    const after = await letter(1);
    expect(after?.attempts.map(({ outcome }) => outcome)).toEqual(["begun", "accepted"]);
    slow.resolve({ outcome: "refused", failure: "MessageRejected" });
    await overtaken;
    expect(await letter(1)).toEqual(after);
  });

  it("reports only the records that failed, and goes on with the rest", async () => {
    const { deps, sent } = await aHouse(3, accepted);
    const broken: OutboxDeps = {
      ...deps,
      cases: {
        ...deps.cases,
        get: async (key) => {
          if (key.submission === aSubmission(2).reference) throw new Error("poison");
          return deps.cases.get(key);
        },
      },
    };
    const answer = await onStream({ Records: [wake(1), wake(2), wake(3)] }, now, broken);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
    expect(sent).toHaveLength(2);
  });
});

describe("a letter to staff", () => {
  const named = { manager: { name: "Exempel Exempelsson", email: "chef@intag.example" } };
  const aBreachHouse = async (
    answers: Partial<IncidentAnswers> = {},
    more: readonly CaseLetter[] = [],
    manager: Pick<IncidentAnswers, "manager"> = named,
  ) => {
    const house = await aHouse(0, accepted);
    const submission = incidentSubmission({
      reference: "0000000000010",
      contentHash: "00",
      formVersion: 1,
      receivedAt: at("2026-11-24T10:00:00Z"),
      language: "en",
      by: "employee-1",
      unit: "sthlm-sdn-farsta",
      countedUnit: "sthlm-sdn-farsta",
      answers: {
        ...aReport().facts,
        occurredAt: null,
        ongoing: false,
        detectedAt: at("2026-11-24T09:00:00Z"),
        drill: false,
        ...manager,
        ...answers,
      },
    });
    await house.store.submissions.add(submission);
    for (const file of casesOf(submission))
      await house.store.cases.open({ ...file, letters: [...file.letters, ...more] });
    const letters = async () => (await house.store.cases.get({ submission: submission.reference, number: 1 }))?.letters;
    return { ...house, letters };
  };

  it("about an incident goes to the manager, the DPO and the security coordinator, each once", async () => {
    const { deps, sent, lines, letters } = await aBreachHouse();
    await Promise.all([sweep(now, deps), sweep(now, deps)]);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(["chef@intag.example", "dpo@intag.example"]);
    // The city has named no security coordinator here: that is seen, and nobody is made up.
    expect((await letters())?.map(({ to, state, attempts }) => [to, state, attempts.at(-1)?.outcome])).toEqual([
      ["manager", "sent", "accepted"],
      ["dpo", "sent", "accepted"],
      ["security", "failed", "no-address"],
    ]);
    expect(lines.filter((line) => line.includes('"event":"letter-failed"'))).toHaveLength(1);
  });

  it("goes to the unit's own address when no manager was named", async () => {
    const { sent, deps } = await aBreachHouse({}, [], {});
    await sweep(now, deps);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(["dpo@intag.example", "sthlm-sdn-farsta@intag.example"]);
  });

  it("says which case, until when and where to read, and nothing of what happened, to whom or in which unit", async () => {
    const { deps, sent } = await aBreachHouse();
    await sweep(now, deps);
    for (const { subject, text } of sent) {
      expect(subject).toBe("Ny incidentrapport, ärende 0000-0000-00010");
      expect(text).toContain("27 november 2026 kl. 10.00");
      expect(text).toContain("https://intag.example/personal/arenden/0000000000010");
      expect(text).not.toMatch(/kuvert|Exempel|farsta|chef@|employee|Farsta|ÖVNING/);
    }
  });

  it("about a drill says so first of all, in the subject and in the text", async () => {
    const { deps, sent } = await aBreachHouse({ drill: true });
    await sweep(now, deps);
    expect(sent.length).toBeGreaterThan(0);
    for (const { subject, text } of sent) {
      expect(subject).toMatch(/^ÖVNING: /);
      expect(text).toMatch(/^Hej!\n\nÖVNING\. /);
    }
  });

  it("has words for every kind of letter to staff, with the day or time it is about", async () => {
    const staff = caseLetterKinds.filter((kind) => !["receipt", "answer-ready", "answer-in-mailbox"].includes(kind));
    const more = staff.map((kind) =>
      caseLetter(kind, "dpo", now, kind === "measure-overdue" ? "m1/2026-12-01" : "2026-12-01"),
    );
    const { deps, sent } = await aBreachHouse({}, more);
    await sweep(now, deps);
    const told = sent.filter(({ text }) => text.includes("1 december 2026"));
    expect(told).toHaveLength(staff.length);
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(staff.length);
    for (const { tags } of sent) expect(tags.letter).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });

  it("is known again by its tag when the mail service tells of it", async () => {
    const { deps, sent, letters } = await aBreachHouse();
    await sweep(now, deps);
    const tag = sent.find(({ to }) => to === "dpo@intag.example")?.tags.letter ?? "";
    await onPostalEvent({ submission: "0000000000010", number: 1 }, tag, "delivered", deps);
    expect((await letters())?.map(({ state }) => state)).toEqual(["sent", "delivered", "failed"]);
  });
});

describe("an event from the mail service", () => {
  const tags = { submission: ["ABC"], number: ["1"], letter: ["receipt"], "ses:from-domain": ["intag.example"] };
  const event = (eventType: string, more = {}) => ({
    source: "aws.ses",
    detail: { eventType, mail: { tags }, ...more },
  });

  it.each([
    ["Send", {}, "sent"],
    ["Delivery", {}, "delivered"],
    ["Bounce", { bounce: { bounceType: "Permanent" } }, "bounced"],
    ["Reject", {}, "rejected"],
  ])("%s is told to the case that owed the letter", (eventType, more, told) => {
    expect(postalNewsOf(event(eventType, more))).toEqual({
      of: "case",
      key: { submission: "ABC", number: 1 },
      letter: "receipt",
      event: told,
    });
  });

  it("that tells nothing final, is not ours or has another shape is left alone", () => {
    expect(postalNewsOf(event("Bounce", { bounce: { bounceType: "Transient" } }))).toBeUndefined();
    expect(postalNewsOf({ ...event("Send"), source: "forged" })).toBeUndefined();
    expect(postalNewsOf({ source: "aws.ses", detail: { eventType: "Send", mail: { tags: {} } } })).toBeUndefined();
    for (const other of [null, 1, "x", {}, []]) expect(postalNewsOf(other)).toBeUndefined();
  });
});
