import { describe, expect, it } from "vitest";
import type { BreachCase } from "../../shared/domain/casework/breach-case.ts";
import { refusals, refusalText } from "../../shared/domain/casework/refusal.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { breachIn, requestIn } from "../casework/a-case.ts";
import { at } from "../fixtures.ts";
import { aKey, anIncident, aRegistration, type Desk, desk, farsta, jarva, kultur, person, placed } from "./desk.ts";

const dpo = person("dpo");
const here = person("coordinator", kultur);

/** A desk with one request of Kulturnämnden, registered through the API. */
const withRequest = async (): Promise<{ readonly at: Desk; readonly reference: string }> => {
  const open = desk();
  const { body } = await open.register(here, aRegistration());
  return { at: open, reference: `${body.reference}-1` };
};
const take = (version: number) => ({ command: "take", version });
const noted = (version: number, text = "En anteckning.") => ({ command: "note", version, text });

describe("a command", () => {
  it("is answered with the case after it, and stands in its history with who, when and what", async () => {
    const { at: office, reference } = await withRequest();
    const told = await office.command(here, reference, take(1));
    expect(told.status).toBe(200);
    expect(told.body).toMatchObject({ reference, version: 2, assignee: here.sub, status: "received" });
    expect(told.body.history).toEqual([
      {
        version: 2,
        at: "2026-11-25T10:00:00Z",
        recordedAt: "2026-11-25T10:00:00Z",
        who: { sub: here.sub, role: "coordinator", name: "Test coordinator" },
        command: "take",
        what: {},
        from: { status: "received", unit: kultur },
        to: { status: "received", unit: kultur },
      },
    ]);
    // Read by itself, the case also tells of the person's other requests, and of what they have sent to be let in for another.
    const { duplicates, evidence, ...seen } = (await office.get(here, reference)).body;
    expect([seen, duplicates, evidence]).toEqual([told.body, [], []]);
    expect((await office.history(here, reference)).body).toEqual({ items: told.body.history, next: null });
  });

  it("sent again with the same key gets its first answer, also when much has happened since", async () => {
    const { at: office, reference } = await withRequest();
    const key = aKey();
    const first = await office.command(here, reference, take(1), { key });
    expect(first.headers).not.toHaveProperty("idempotent-replay");
    const again = await office.command(here, reference, take(1), { key });
    expect(again.text).toBe(first.text);
    expect(again.headers).toMatchObject({ "idempotent-replay": "true" });

    office.setTime(at("2026-11-26T10:00:00Z"));
    await office.command(dpo, reference, noted(2));
    await office.command(here, reference, { command: "record-search", version: 3, system: "Biblioteket", found: true });
    await office.command(here, reference, { command: "withdraw", version: 4 });
    const late = await office.command(here, reference, take(1), { key });
    expect([late.status, late.text]).toEqual([200, first.text]);
    expect((await office.get(here, reference)).body.version).toBe(5);
  });

  it("sent again with the same key and other content is refused, and the same key of somebody else is another", async () => {
    const { at: office, reference } = await withRequest();
    const key = aKey();
    await office.command(here, reference, take(1), { key });
    const other = await office.command(here, reference, noted(1), { key });
    expect([other.status, other.body.code]).toEqual([409, "key-reused"]);
    const somebodyElse = await office.command(dpo, reference, noted(2), { key });
    expect(somebodyElse.status).toBe(200);
  });

  it("that moves the case out of sight tells only where it went, and tells it again when repeated", async () => {
    const { at: office, reference } = await withRequest();
    const key = aKey();
    const forward = { command: "forward", version: 1, toUnit: farsta, reason: "Det gäller stadsdelen." };
    const moved = await office.command(here, reference, forward, { key });
    expect([moved.status, moved.body]).toEqual([200, { reference, status: "received", unit: farsta }]);
    expect((await office.get(here, reference)).status).toBe(404);
    expect((await office.list(here)).body.items).toEqual([]);
    expect((await office.get(person("coordinator", farsta), reference)).body).toMatchObject({
      unit: farsta,
      version: 2,
    });
    const again = await office.command(here, reference, forward, { key });
    expect([again.status, again.text]).toEqual([200, moved.text]);
    // A new command, though, is one on a case that is not there.
    expect((await office.command(here, reference, noted(2))).status).toBe(404);
  });

  it("does not tell the first answer to somebody who has lost sight of the case since", async () => {
    const { at: office, reference } = await withRequest();
    const key = aKey();
    await office.command(here, reference, take(1), { key });
    await office.command(dpo, reference, { command: "forward", version: 2, toUnit: farsta, reason: "Fel enhet." });
    const again = await office.command(here, reference, take(1), { key });
    expect(again.body).toEqual({ reference, status: "received", unit: kultur });
  });

  it("on an old version is told what has changed and by whom, and changes nothing", async () => {
    const { at: office, reference } = await withRequest();
    await office.command(here, reference, take(1));
    await office.command(dpo, reference, noted(2));
    const stale = await office.command(here, reference, noted(1, "Det här skrev jag."));
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({
      code: "stale-version",
      changed: [
        { version: 2, by: "Test coordinator", role: "coordinator", command: "take" },
        { version: 3, by: "Test dpo", role: "dpo", command: "note" },
      ],
    });
    expect(stale.text).not.toContain("Det här skrev jag");
    expect((await office.get(here, reference)).body.version).toBe(3);
    const ahead = await office.command(here, reference, noted(9));
    expect([ahead.status, ahead.body.changed]).toEqual([409, []]);
  });

  it("that finds somebody else quicker is stale", async () => {
    const { at: office, reference } = await withRequest();
    const stored = [...office.files.values()][0];
    if (stored === undefined) throw new Error("the desk of these tests has a case");
    office.onSave(() => {
      office.onSave(() => undefined);
      office.open({ ...stored, version: 2 });
    });
    const raced = await office.command(here, reference, take(1));
    expect([raced.status, raced.body.code]).toEqual([409, "stale-version"]);
  });

  it("that was carried out though the store's answer was lost is answered as carried out, once", async () => {
    const { at: office, reference } = await withRequest();
    office.loseNextSave();
    const told = await office.command(here, reference, take(1));
    expect([told.status, told.body.version, told.body.assignee]).toEqual([200, 2, here.sub]);
    expect((await office.history(here, reference)).body.items).toHaveLength(1);
  });

  it("of fifty people at once on the same version is carried out for exactly one, and the rest are told by whom", async () => {
    const { at: office, reference } = await withRequest();
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, n) => office.command(dpo, reference, noted(1, `Anteckning ${n}`))),
    );
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(told.filter(({ status }) => status === 409)).toHaveLength(49);
    expect((await office.history(dpo, reference)).body.items).toHaveLength(1);
  });

  it("is not carried out on a case that has no more room", async () => {
    const office = desk();
    const full = requestIn("received", {
      unit: kultur,
      searches: Array.from({ length: 3_000 }, () => ({
        at: at("2026-11-24T10:00:00Z"),
        system: "x".repeat(60),
        found: true,
      })),
    });
    office.open(full);
    const told = await office.command(here, formatReference(full.reference), noted(1));
    expect([told.status, told.body.code]).toEqual([422, "case-full"]);
    expect(office.files.get(`${full.submission}#1`)).toBe(full);
  });
});

describe("refusals come in one order", () => {
  const closed = requestIn("closed", { unit: kultur });
  const reference = formatReference(closed.reference);
  const withClosed = () => {
    const office = desk();
    office.open(closed);
    return office;
  };
  const future = "2027-01-01T10:00:00Z";
  const forward = (more: Readonly<Record<string, unknown>> = {}) => ({
    command: "forward",
    version: 1,
    toUnit: farsta,
    ...more,
  });

  it("what cannot be understood, then who asks, then their role, then sight, then the version, then that it is closed", async () => {
    const office = withClosed();
    const stranger = person("coordinator", jarva);
    const everythingWrong = { command: "forward", version: 7, toUnit: "no-such-unit", at: future };
    const codes = [
      (await office.command(null, reference, { ...everythingWrong, extra: 1 })).status,
      (await office.command(null, reference, everythingWrong, { key: "short" })).status,
      (await office.command(null, reference, everythingWrong)).status,
      (await office.command(person("employee", kultur), reference, everythingWrong)).status,
      (await office.command(stranger, reference, everythingWrong)).status,
      (await office.command(here, reference, everythingWrong)).body.code,
      (await office.command(here, reference, { ...everythingWrong, version: 1 })).body.code,
    ];
    expect(codes).toEqual([400, 400, 401, 403, 404, "stale-version", "already-closed"]);
  });

  it("then the future, the unit, the reason", async () => {
    const office = desk();
    const open = requestIn("received", { unit: kultur });
    office.open(open);
    const code = async (body: unknown) => (await office.command(here, formatReference(open.reference), body)).body.code;
    expect(await code(forward({ toUnit: "no-such-unit", at: future }))).toBe("not-in-the-future");
    expect(await code(forward({ toUnit: "no-such-unit" }))).toBe("unknown-unit");
    expect(await code(forward())).toBe("explanation-required");
    expect(await code(forward({ reason: "Fel enhet." }))).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["no object", []],
    ["no command", { version: 1 }],
    ["a command that is none", { command: "explode", version: 1 }],
    ["a name every object has", { command: "toString", version: 1 }],
    ["no version", { command: "take" }],
    ["a version that is none", { command: "take", version: "1" }],
    ["a field too many", { command: "take", version: 1, more: true }],
    ["a field of another command", { command: "take", version: 1, text: "Hej" }],
    ["a note without text", { command: "note", version: 1 }],
    ["two commands in one text", '{"command":"take","command":"withdraw","version":1}'],
    ["no JSON", "command=take"],
  ])("400: %s", async (_, body) => {
    const told = await withClosed().command(here, reference, body);
    expect(told.status).toBe(400);
  });

  it("a command of another kind of case is not understood by this one", async () => {
    const office = withClosed();
    const told = await office.command(dpo, reference, {
      command: "assess",
      version: 1,
      risk: "risk",
      explanation: "Skäl.",
    });
    expect([told.status, told.body.code]).toEqual([400, "input-refused"]);
  });

  it.each(["", "x", "0000-0000-00000", "7K3M-9Q2X-4TBHP-1", "../cases", "%00", "å".repeat(500)])(
    "a reference that is none is not there: %s",
    async (typed) => {
      const office = withClosed();
      const nothing = await office.get(dpo, formatReference(`${closed.submission}-9`));
      const told = await office.get(dpo, typed);
      expect([told.status, told.text]).toEqual([404, nothing.text]);
      expect((await office.command(dpo, typed, noted(1))).status).toBe(404);
    },
  );

  it("each has its status, its code and its sentence in the reader's language, and echoes nothing", async () => {
    const office = withClosed();
    for (const language of ["sv", "en"] as const) {
      const told = await office.command(here, reference, { command: "withdraw", version: 1 }, { language });
      expect(told.status).toBe(refusals["already-closed"].status);
      expect(told.body).toEqual({
        type: "urn:intag:problem:already-closed",
        title: expect.any(String),
        status: 422,
        detail: refusalText("already-closed", language),
        instance: "/api/v1/cases/{reference}/commands",
        code: "already-closed",
      });
      expect(told.headers["content-language"]).toBe(language);
      expect(told.text).not.toContain(reference);
    }
  });
});

describe("looks at a case", () => {
  const file: BreachCase = placed(1, breachIn("reported", { unit: kultur }));
  const reference = formatReference(file.reference);
  const withBreach = () => {
    const office = desk();
    office.open(file);
    return office;
  };

  it("are written down: who, in what role, when and why, and the DPO reads them", async () => {
    const office = withBreach();
    await office.get(here, reference);
    await office.history(here, reference);
    await office.command(dpo, reference, { command: "note", version: 1, text: "Sett." });
    await office.command(dpo, reference, { command: "close", version: 1 });
    const log = await office.accessLog(dpo, { reference });
    expect(
      log.body.items.map(({ who, role, why, at: when }: Record<string, string>) => [who, role, why, when]),
    ).toEqual([
      [here.sub, "coordinator", "case-read", "2026-11-25T10:00:00Z"],
      [here.sub, "coordinator", "history-read", "2026-11-25T10:00:00Z"],
      [dpo.sub, "dpo", "command", "2026-11-25T10:00:00Z"],
      [dpo.sub, "dpo", "command", "2026-11-25T10:00:00Z"],
    ]);
    expect(log.body.next).toBeNull();
  });

  it("that cannot be written down show nothing and change nothing", async () => {
    const office = withBreach();
    office.breakLog();
    await expect(office.get(here, reference)).rejects.toMatchObject({ code: "look-not-written" });
    await expect(office.history(here, reference)).rejects.toMatchObject({ code: "look-not-written" });
    await expect(office.list(here)).rejects.toMatchObject({ code: "look-not-written" });
    await expect(office.command(here, reference, { command: "note", version: 1, text: "Nej." })).rejects.toMatchObject({
      code: "look-not-written",
    });
    expect(office.files.get(`${file.submission}#1`)).toBe(file);
  });

  it("by list are one entry a call, in a chain that belongs to no case", async () => {
    const office = withBreach();
    const list = await office.list(here);
    expect(office.looks.map(({ reference: of, why }) => [of, why])).toEqual([[`list/${here.sub}`, "list"]]);
    expect(list.text).not.toContain("kuvert");
  });

  it("are read in pages", async () => {
    const office = withBreach();
    for (let n = 0; n < 5; n += 1) await office.get(here, reference);
    const first = await office.accessLog(dpo, { reference, limit: "3" });
    const rest = await office.accessLog(dpo, { reference, limit: "3", cursor: first.body.next });
    expect([first.body.items.length, rest.body.items.length, rest.body.next]).toEqual([3, 2, null]);
    for (const wrong of [{}, { reference, limit: "0" }, { reference, cursor: "eA" }, { reference, cursor: "x" }])
      expect((await office.accessLog(dpo, wrong)).status).toBe(400);
    expect((await office.accessLog(dpo, { reference: "no-such" })).status).toBe(404);
  });
});

describe("what an employee sees of an incident they reported", () => {
  it("is what they wrote, where it stands and its clock, not the assessment or anything said about it", async () => {
    const office = desk();
    const employee = person("employee", farsta);
    const { body } = await office.report(employee, anIncident());
    await office.command(employee, body.reference, { command: "note", version: 1, text: "Brevet är tillbaka." });
    await office.command(dpo, body.reference, {
      command: "assess",
      version: 2,
      risk: "high-risk",
      explanation: "Hemlig bedömning.",
      dpoAdvice: "Hemligt råd.",
    });
    await office.command(dpo, body.reference, {
      command: "add-measure",
      version: 3,
      what: "Hemlig åtgärd",
      owner: "Någon",
      dueOn: "2026-12-24",
    });
    const seen = await office.get(employee, body.reference);
    expect(seen.body).toMatchObject({ status: "assessed", dueAt: "2026-11-28T09:00:00Z", version: 4 });
    expect(seen.body.history.map(({ command }: { command: string }) => command)).toEqual(["note"]);
    for (const hidden of ["risk", "assessment", "authority", "subjects", "measures", "dismissal", "reportedBy"])
      expect(seen.body).not.toHaveProperty(hidden);
    expect(seen.text).not.toMatch(/Hemlig|high-risk|assess"/);
    const stale = await office.command(employee, body.reference, { command: "note", version: 2, text: "Till." });
    expect(stale.body.changed).toEqual([
      { version: 3, at: "2026-11-25T10:00:00Z" },
      { version: 4, at: "2026-11-25T10:00:00Z" },
    ]);
    expect((await office.history(employee, body.reference)).text).not.toMatch(/Hemlig|assess"/);
  });

  it("may be put right by them until the case is closed", async () => {
    const office = desk();
    const employee = person("employee", farsta);
    const file = placed(1, breachIn("closed", { unit: jarva, reportedBy: employee.sub }));
    office.open(file);
    const told = await office.command(employee, formatReference(file.reference), {
      command: "note",
      version: 1,
      text: "Sent.",
    });
    expect([told.status, told.body.code]).toEqual([422, "already-closed"]);
  });
});

describe("what a unit sees of a request that concerns several", () => {
  it("is its own services; the DPO sees them all", async () => {
    const office = desk();
    const concerns = [{ service: "kultur-bibliotek" }, { service: "soc-ekonomiskt-bistand", place: "Husby" }];
    const { body } = await office.register(here, aRegistration({ concerns }));
    const units = body.recipients.map(({ unit }: { unit: string }) => unit);
    const own = `${body.reference}-${units.indexOf(kultur) + 1}`;
    const seen = await office.get(here, own);
    expect(seen.body.answers.concerns).toEqual([{ service: "kultur-bibliotek" }]);
    expect(seen.text).not.toContain("bistand");
    expect((await office.get(dpo, own)).body.answers.concerns).toHaveLength(2);
    const other: RequestCase["unit"] = units.find((unit: string) => unit !== kultur);
    expect((await office.get(here, `${body.reference}-${units.indexOf(other) + 1}`)).status).toBe(404);
  });
});
