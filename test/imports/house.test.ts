import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { reportShapes } from "../../functions/staff-reports/shapes.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { aRegistration } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

const unit = "sthlm-socialnamnden";
const other = "sthlm-kulturnamnden";
let house: House;
let dpo: string;
let coordinator: string;
let elsewhere: string;

beforeAll(async () => {
  house = await aHouse();
  dpo = await tokenFor(house, "dpo");
  coordinator = await tokenFor(house, "coordinator", unit);
  elsewhere = await tokenFor(house, "coordinator", other);
});
afterAll(() => house.close());

const sent = (text: string | Uint8Array) => Buffer.from(text).toString("base64");
const history = (file: string, more: Readonly<Record<string, unknown>> = {}, who = dpo, key?: string) =>
  ask(house, who, "POST history-imports", { kind: "requests", unit, file: sent(file), ...more }, key);
const report = async (year: number) => (await ask(house, dpo, `GET reports/${year}?unit=${unit}`)).body;
const imported = async () =>
  (await itemsOf(house, "Cases")).filter(({ submission }) => /^import-(?!run)/.test(String(submission?.S)));

/** Nine requests as the city's own list of 2021 has them, saved by a Swedish spreadsheet. */
const nine = [
  "Nummer;Mottagen;Rättighet;Inkom via;Besvarad;Resultat",
  ...Array.from({ length: 9 }, (_, at) => `2021/${at};2021-03-0${at + 1};registerutdrag;e-post;2021-03-2${at};bifall`),
].join("\r\n");
const incidents = "nummer;kännedom;händelse;anmäld till imy\r\nI1;2021-05-01;sent-by-mistake;ja\r\nI2;2021-06-01;;nej";

describe("earlier years read in from a file", () => {
  it("are first tried without keeping anything: how many rows, by year, and what is wrong", async () => {
    const tried = await history(nine, { dryRun: true });
    expect(reportShapes.HistoryImport.parse(tried.body)).toMatchObject({
      dryRun: true,
      rows: 9,
      byYear: { "2021": 9 },
      written: 0,
      problems: [],
    });
    const bad = await history(`${nine}\r\n;i våras;;;;`, { dryRun: true });
    expect(bad.status).toBe(200);
    expect(bad.body).toMatchObject({ rows: 0, problemCount: 2 });
    expect(bad.body.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [11, "nummer"],
      [11, "mottagen"],
    ]);
    expect(await imported()).toEqual([]);
  });

  it("are told from what the service handles itself of the same year, kind and unit, so that nothing counts twice unseen", async () => {
    const letter = { receivedAt: "2021-05-05T09:00:00Z", concerns: [{ service: "kultur-bibliotek" }] };
    expect((await ask(house, dpo, "POST registrations", aRegistration(letter))).status).toBe(201);
    await house.idle();
    const here = async (more: object) => (await history(nine, { dryRun: true, ...more })).body.handledHere;
    expect(await here({ unit: other })).toEqual({ "2021": 1 });
    expect(await here({}), "another unit's").toEqual({});
    const breaches = await history(incidents, { dryRun: true, kind: "incidents", unit: other });
    expect(breaches.body.handledHere, "of another kind").toEqual({});
  });

  it("are refused whole when a row is wrong, each bad row with its number and why", async () => {
    const refused = await history(`${nine}\r\n10;i våras;;;;`);
    expect([refused.status, refused.body.code]).toEqual([422, "file-refused"]);
    expect(refused.body.errors).toEqual([
      {
        pointer: "/file",
        code: "not-a-date",
        message: "Rad 11, kolumnen ”mottagen”: Det är inget datum. Skriv som 2022-03-14.",
      },
    ]);
    expect(await imported()).toEqual([]);
  });

  it("count in their year, and the same file read in twice counts once", async () => {
    const first = await history(nine);
    expect([first.status, first.body.written, first.body.unchanged]).toEqual([200, 9, 0]);
    const again = await history(nine);
    expect([again.status, again.body.written, again.body.unchanged]).toEqual([200, 0, 9]);
    expect((await imported()).length).toBe(9);
    expect((await report(2021)).requests).toMatchObject({
      received: 9,
      byOutcome: { granted: 9 },
      byRight: { access: 9 },
      byChannel: { email: 9 },
      answeredWithin30Days: 9,
    });
  });

  it("answer the same key with the same answer, and refuse it with another file", async () => {
    const key = "the-key-of-one-import";
    const first = await history(nine.replaceAll("2021/", "2020/"), {}, dpo, key);
    const again = await history(nine.replaceAll("2021/", "2020/"), {}, dpo, key);
    expect([again.text, again.headers.get("idempotent-replay")]).toEqual([first.text, "true"]);
    expect((await history(nine, {}, dpo, key)).body.code).toBe("key-reused");
  });

  it("put a corrected row in the place of the one before, also when it belongs to another year", async () => {
    const number = (year: string) => `nummer;mottagen\r\nrättad;${year}-04-01`;
    await history(number("2018"));
    expect((await history(number("2019"))).body).toMatchObject({ written: 1, byYear: { "2019": 1 } });
    expect((await report(2018)).requests.received).toBeNull();
    expect((await report(2019)).requests.received).toBe(1);
  });

  it("say ”not known” of what the file does not hold, and never 0", async () => {
    await history("nummer;mottagen\r\n1;2017-04-01");
    const { requests } = await report(2017);
    expect(requests).toMatchObject({ received: 1, extended: null, forwarded: null, answeredInTime: null });
  });

  it("may be incidents, which are counted as breaches", async () => {
    expect((await history(incidents, { kind: "incidents" })).body).toMatchObject({ written: 2 });
    expect((await report(2021)).breaches).toMatchObject({ documented: 2, notifiedToAuthority: 1 });
  });

  it("keep codes and days only: no number, name or word from the file", async () => {
    await history("nummer;mottagen;anteckning\r\nD-77123;2016-04-01;Exempel Exempelsson ringde");
    const kept = JSON.stringify(await itemsOf(house, "Cases"));
    expect(kept).not.toMatch(/77123|Exempelsson|ringde/);
  });

  it("are the DPO's to read in, for a unit that the city has", async () => {
    expect((await history(nine, {}, coordinator)).body.code).toBe("role-may-not");
    expect((await history(nine, { unit: "no-such-unit" })).body.code).toBe("unknown-unit");
    const malformed = await history(nine, { kind: "letters", file: "not base64!" });
    expect([malformed.status, malformed.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual(
      [400, ["/file", "/kind"]],
    );
  });
});

const heading = ["Behandling", "Ändamål", "Kontaktperson", "Säkerhetsåtgärder", "Hög risk", "Konsekvensbedömning"];
const entries = Array.from({ length: 292 }, (_, at) => [
  `Behandling ${at}`,
  at === 3 ? "" : "Ett ändamål",
  "Chefen",
  "Lås",
  at < 6 ? "ja" : "nej",
  "",
]);
const workbook = async (rows: readonly (readonly string[])[]) =>
  sent(
    new Uint8Array(
      await writeWorkbook(rows.map((row) => row.map((value) => (value === "" ? null : { value })))).toBuffer(),
    ),
  );
const records = (file: string, more: Readonly<Record<string, unknown>> = {}, who = coordinator, key?: string) =>
  ask(house, who, `POST yearly-reviews/2022/${unit}/record-imports`, { file, ...more }, key);
const review = async () => (await ask(house, coordinator, `GET yearly-reviews/2022/${unit}`)).body;

describe("the record of processing read in from the city's own tool", () => {
  it("tells how many there are, what is missing and in which rows, and keeps nothing when it is a trial", async () => {
    const tried = await records(await workbook([heading, ...entries]), { dryRun: true });
    expect(tried.body).toMatchObject({
      version: null,
      count: 292,
      riskCount: 6,
      proposed: { records: { count: 292, riskCount: 6 }, dpias: { highRiskDone: "no" } },
    });
    expect(tried.body.findings).toEqual([
      { code: "purpose-missing", rows: [5], message: "1 av 292 saknar ändamål." },
      {
        code: "dpia-missing",
        rows: [2, 3, 4, 5, 6, 7],
        message: "6 av 292 har hög risk men ingen klar konsekvensbedömning.",
      },
    ]);
    expect(await review()).toMatchObject({ version: 0, records: { count: null } });
  });

  it("fills in the review's answers with where they come from, and leaves the rest as it was", async () => {
    const file = await workbook([heading, ...entries]);
    expect((await records(file)).body).toMatchObject({ version: 1, count: 292 });
    const filled = await review();
    expect(filled).toMatchObject({
      records: { count: 292, riskCount: 6, updated: null },
      dpias: { highRiskDone: "no", identified: null },
      policies: { inPlace: null },
    });
    expect(filled.comments.records).toMatch(
      /^Ur registerförteckningens export \d{4}-\d\d-\d\d: 292 registrerade behandlingar, varav 6 med hög risk\. 1 saknar ändamål\.$/,
    );
    expect((await records(file, { version: 0 })).body.code).toBe("stale-version");
    await records(await workbook([heading, ...entries.slice(0, 10)]), { version: 1 });
    expect((await review()).comments.records.split("\n").length).toBe(1);
  });

  it("answers the same key with the same answer, and writes once", async () => {
    const file = await workbook([heading, ...entries.slice(0, 20)]);
    const key = "the-key-of-one-record";
    const first = await records(file, {}, coordinator, key);
    const again = await records(file, {}, coordinator, key);
    expect([again.text, again.headers.get("idempotent-replay")]).toEqual([first.text, "true"]);
    expect((await review()).version).toBe(first.body.version);
  });

  it("is refused whole when a row is not an entry, or the file means harm", async () => {
    const nameless = await records(
      await workbook([heading, ...entries.slice(0, 2), ["", "Ett ändamål", "", "", "", ""]]),
    );
    expect([nameless.status, nameless.body.errors[0].message]).toEqual([
      422,
      "Rad 4, kolumnen ”Behandling”: Cellen är tom. Den behövs för att räkna raden.",
    ]);
    const harmful = await records(sent(Uint8Array.from([0x50, 0x4b, 3, 4, ...Array(100).fill(0)])));
    expect([harmful.status, harmful.body.errors[0].code]).toEqual([422, "unreadable"]);
  });

  it("is the unit's coordinators' and the DPO's", async () => {
    const file = await workbook([heading, ...entries.slice(0, 2)]);
    expect((await records(file, { dryRun: true }, elsewhere)).status).toBe(404);
    expect((await records(file, { dryRun: true }, dpo)).status).toBe(200);
  });
});
