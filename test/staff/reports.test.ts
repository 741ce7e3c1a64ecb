import { describe, expect, it } from "vitest";
import type { IncidentSubmission, RequestSubmission } from "../../shared/domain/submission.ts";
import { at } from "../fixtures.ts";
import { aConsultation, aKey, anIncident, aRegistration, desk, farsta, jarva, kultur, person } from "./desk.ts";

const dpo = person("dpo");
const employee = person("employee", farsta);
const coordinator = person("coordinator", kultur);

describe("an incident", () => {
  it("reported at once starts the 72 hours when one became aware, in the reporter's own unit", async () => {
    const office = desk();
    const told = await office.report(employee, anIncident());
    expect(told.status).toBe(201);
    expect(told.body).toEqual({
      reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/),
      unit: farsta,
      dueAt: "2026-11-28T09:00:00Z",
    });
    expect((await office.get(employee, told.body.reference)).body).toMatchObject({ status: "reported", drill: false });
  });

  it("needs only what happened and when it was noticed: the rest may be unknown", async () => {
    const office = desk();
    const told = await office.report(employee, {
      whatHappened: "to-be-determined",
      description: "Något har hänt.",
      detectedAt: "2026-11-25T08:00:00+01:00",
    });
    expect([told.status, told.body.dueAt]).toEqual([201, "2026-11-28T07:00:00Z"]);
    const { facts } = (await office.get(dpo, told.body.reference)).body;
    expect(facts).toMatchObject({ cause: null, discoveredBy: null, personsAbout: null, effect: [], dataKinds: [] });
  });

  it("can be reported for another unit, and needs one named by whoever has none or several", async () => {
    const office = desk();
    expect((await office.report(employee, anIncident({ unit: jarva }))).body.unit).toBe(jarva);
    for (const units of [[], [farsta, jarva]]) {
      const told = await office.report(person("employee", undefined, { units }), anIncident());
      expect([told.status, told.body.errors[0].pointer]).toEqual([400, "/unit"]);
    }
    expect((await office.report(employee, anIncident({ unit: "sthlm-sdn-rinkeby-kista" }))).body.code).toBe(
      "unknown-unit",
    );
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["not-in-the-future", { awareAt: "2026-11-26T10:00:00Z" }],
    ["aware-before-detected", { awareAt: "2026-11-25T07:59:59Z" }],
    ["aware-delay-reason-required", { detectedAt: "2026-11-23T08:00:00Z" }],
    ["unknown-unit", { unit: "no-such-unit" }],
  ])("is refused by a rule: %s, and leaves no trace", async (code, parts) => {
    const office = desk();
    const told = await office.report(employee, anIncident(parts));
    expect([told.status, told.body.code]).toEqual([422, code]);
    expect(office.submissions.size).toBe(0);
  });

  it("posted twice with one key is one incident; with other content it is refused; another person's key is another", async () => {
    const office = desk();
    const key = aKey();
    const first = await office.report(employee, anIncident(), { key });
    office.setTime(at("2026-11-25T12:00:00Z"));
    const again = await office.report(employee, anIncident(), { key });
    expect([again.status, again.text, again.headers["idempotent-replay"]]).toEqual([201, first.text, "true"]);
    expect((await office.report(employee, anIncident({ personsAbout: 13 }), { key })).body.code).toBe("key-reused");
    const colleague = await office.report(person("employee", farsta, { sub: "a-colleague" }), anIncident(), { key });
    expect(colleague.body.reference).not.toBe(first.body.reference);
    expect(office.submissions.size).toBe(2);
  });

  it("is refused without a key, and with a field too many, before anybody is asked who they are", async () => {
    const office = desk();
    expect((await office.report(null, anIncident(), { key: "too-short" })).body.code).toBe("idempotency-key-required");
    expect((await office.report(null, anIncident({ risk: "none" }))).status).toBe(400);
    expect((await office.report(null, "whatHappened=x", { contentType: "text/plain" })).status).toBe(415);
  });

  it("remembers who sent it, and the manager's address stays in what was sent", async () => {
    const office = desk();
    await office.report(employee, anIncident());
    // This desk has taken in nothing else.
    const [submission] = [...office.submissions.values()] as readonly IncidentSubmission[];
    expect(submission).toMatchObject({ form: "incident-report", by: employee.sub, unit: farsta, countedUnit: farsta });
    const [file] = [...office.files.values()];
    expect(JSON.stringify(file)).not.toContain("chef@intag.example");
  });
});

describe("a question to the data protection officer", () => {
  it("is asked for the person's own unit, and says whether it came before the processing", async () => {
    const office = desk();
    const told = await office.consult(employee, aConsultation());
    expect([told.status, told.body.unit]).toEqual([201, farsta]);
    expect((await office.get(dpo, told.body.reference)).body).toMatchObject({ about: "dpia", beforeStart: true });
    const late = await office.consult(employee, aConsultation({ processingStartsOn: "2026-01-01" }));
    expect((await office.get(dpo, late.body.reference)).body.beforeStart).toBe(false);
    const undated = await office.consult(employee, aConsultation({ processingStartsOn: undefined }));
    expect((await office.get(dpo, undated.body.reference)).body.beforeStart).toBeNull();
  });

  it("is answered and closed, and whoever asked reads the answer", async () => {
    const office = desk();
    const { reference } = (await office.consult(employee, aConsultation())).body;
    const answer = { command: "answer", version: 1, answeredOn: "2026-11-25", explanation: "Ja, gör en." };
    expect((await office.command(dpo, reference, answer)).body.status).toBe("answered");
    expect((await office.get(employee, reference)).body).toMatchObject({ status: "answered", answer: "Ja, gör en." });
    expect((await office.command(dpo, reference, { command: "close", version: 2 })).body.status).toBe("closed");
  });

  it("posted twice with one key is one question", async () => {
    const office = desk();
    const key = aKey();
    const first = await office.consult(employee, aConsultation(), { key });
    const again = await office.consult(employee, aConsultation(), { key });
    expect([again.text, again.headers["idempotent-replay"]]).toEqual([first.text, "true"]);
    expect((await office.consult(employee, aConsultation({ kind: "other" }), { key })).status).toBe(409);
    expect(office.submissions.size).toBe(1);
  });
});

describe("a request that came another way", () => {
  it("is registered with its true time of receipt, from which the month is counted", async () => {
    const office = desk();
    const told = await office.register(coordinator, aRegistration());
    expect(told.status).toBe(201);
    expect(told.body).toMatchObject({ receivedAt: "2026-11-20T09:00:00Z", dueOn: "2026-12-21", triage: null });
    expect(told.body.recipients.map(({ unit }: { unit: string }) => unit)).toEqual([kultur]);
    // This desk has taken in nothing else.
    const [submission] = [...office.submissions.values()] as readonly RequestSubmission[];
    expect(submission).toMatchObject({ channel: "post", by: coordinator.sub, recordedAt: "2026-11-25T10:00:00Z" });
    expect(submission?.answers).not.toHaveProperty("channel");
    expect((await office.get(coordinator, `${told.body.reference}-1`)).body).toMatchObject({ channel: "post" });
  });

  it("that came before the city changed is answered by today's unit, and counted in the one there was", async () => {
    const office = desk();
    const concerns = [{ service: "soc-ekonomiskt-bistand", place: "Husby", from: "2015", to: "2019" }];
    const told = await office.register(dpo, aRegistration({ concerns, receivedAt: "2023-06-15" }));
    expect(told.body.recipients.map(({ unit }: { unit: string }) => unit)).toEqual([jarva]);
    const { body } = await office.get(person("coordinator", jarva), `${told.body.reference}-1`);
    expect([body.unit, body.countedUnit]).toEqual([jarva, "sthlm-sdn-rinkeby-kista"]);
    const moved = { command: "forward", version: 1, toUnit: farsta, reason: "Personen bodde i Farsta." };
    await office.command(dpo, `${told.body.reference}-1`, moved);
    expect((await office.get(dpo, `${told.body.reference}-1`)).body.countedUnit).toBe(farsta);
  });

  it("may have come on a day without a time, and not in the future", async () => {
    const office = desk();
    const day = await office.register(coordinator, aRegistration({ receivedAt: "2026-11-20" }));
    expect([day.status, day.body.dueOn]).toEqual([201, "2026-12-21"]);
    const ahead = await office.register(coordinator, aRegistration({ receivedAt: "2026-11-25T10:00:01Z" }));
    expect([ahead.status, ahead.body.code]).toEqual([422, "not-in-the-future"]);
  });

  it("that only concerns others is answered with who they are, and nothing is stored", async () => {
    const office = desk();
    const told = await office.register(coordinator, aRegistration({ concerns: [{ service: "folkbokforing" }] }));
    expect([told.status, told.body.code, told.body.outside[0].id]).toEqual([
      422,
      "outside-the-city",
      "ext-skatteverket",
    ]);
    expect(office.submissions.size).toBe(0);
  });

  it("of somebody with protected identity is taken in, and seen by the DPO and those cleared for it alone", async () => {
    const office = desk();
    const person_ = { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: "19900101-2385" };
    const told = await office.register(
      coordinator,
      aRegistration({ protectedIdentity: true, delivery: "pick-up", person: person_ }),
    );
    expect(told.status).toBe(201);
    const reference = `${told.body.reference}-1`;
    expect((await office.get(coordinator, reference)).status).toBe(404);
    expect((await office.list(coordinator)).body.items).toEqual([]);
    expect((await office.list(coordinator, { status: "received" })).text).toBe('{"items":[],"next":null}');
    const cleared = person("coordinator", kultur, { mayProtected: true });
    expect((await office.get(cleared, reference)).body.protectedIdentity).toBe(true);
    expect((await office.list(cleared)).body.items).toHaveLength(1);
    expect((await office.get(dpo, reference)).status).toBe(200);
    // What is refused with it: an address, a place, a way to reach the person.
    expect((await office.register(coordinator, aRegistration({ protectedIdentity: true }))).status).toBe(400);
  });

  it("about a complaint goes to the DPO, whatever it is about", async () => {
    const office = desk();
    const told = await office.register(coordinator, aRegistration({ right: "complaint" }));
    expect(told.body).toMatchObject({ recipients: [], triage: { candidates: [kultur] } });
    expect((await office.get(dpo, `${told.body.reference}-1`)).body).toMatchObject({ unit: null, status: "triage" });
  });

  it("posted twice with one key is one request, with the same code", async () => {
    const office = desk();
    const key = aKey();
    const first = await office.register(coordinator, aRegistration(), { key });
    const again = await office.register(coordinator, aRegistration(), { key });
    expect([again.text, again.headers["idempotent-replay"]]).toEqual([first.text, "true"]);
    expect((await office.register(coordinator, aRegistration({ channel: "visit" }), { key })).status).toBe(409);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["channel", { channel: "web" }],
    ["receivedAt", { receivedAt: "igår" }],
    ["concerns", { concerns: [{ service: "no-such-service" }] }],
  ])("is refused for its %s", async (_, parts) => {
    const told = await desk().register(coordinator, aRegistration(parts));
    expect([told.status, told.body.code]).toEqual([400, "input-refused"]);
    expect(told.text).not.toMatch(/no-such-service|igår/);
  });
});
