import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportShapes } from "../../functions/staff-reports/shapes.ts";
import type { Role } from "../../shared/domain/casework/case-history.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { aConsultation, anIncident, aRegistration, farsta, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

let house: House;
const tokens = new Map<string, string>();
const people = [
  ["dpo"],
  ["central"],
  ["security"],
  ["employee", farsta],
  ["manager", farsta],
  ["coordinator", farsta],
  ["coordinator", kultur],
  ["coordinator", kultur, "protected"],
] as const;
const as = (name: string): string => {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`nobody is called ${name}`);
  return token;
};
const coordinator = `coordinator ${kultur}`;
const thisYear = Number(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format().slice(0, 4));

async function registered(receivedAt: string, parts: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const told = await ask(house, as("dpo"), "POST registrations", aRegistration({ receivedAt, ...parts }));
  expect([told.status, told.text]).toEqual([201, told.text]);
  await house.idle();
  return `${told.body.reference}-1`;
}
async function reported(day: string, parts: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const times = { detectedAt: `${day}T08:00:00Z`, awareAt: `${day}T09:00:00Z` };
  const told = await ask(house, as(`employee ${farsta}`), "POST incidents", anIncident({ ...times, ...parts }));
  expect([told.status, told.text]).toEqual([201, told.text]);
  await house.idle();
  return told.body.reference;
}
const commands = new Map<string, number>();
async function command(reference: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const version = commands.get(reference) ?? 1;
  commands.set(reference, version + 1);
  const told = await ask(house, as("dpo"), `POST cases/${reference}/commands`, { version, ...body });
  expect([told.status, told.text]).toEqual([200, told.text]);
}
const report = (year: number, unit?: string, who = "dpo") =>
  ask(house, as(who), `GET reports/${year}${unit === undefined ? "" : `?unit=${unit}`}`);
const references = (path: string, unit?: string, who = "dpo", more = "") =>
  ask(house, as(who), `GET reports/2022/references?path=${path}${unit === undefined ? "" : `&unit=${unit}`}${more}`);

const cases = { answered: "", late: "", forwarded: "", protectedOne: "", notified: "", neither: "", before: "" };

beforeAll(async () => {
  house = await aHouse();
  // The names above begin with roles.
  for (const [role, unit, cleared] of people)
    tokens.set(
      [role, unit, cleared].filter(Boolean).join(" "),
      await tokenFor(house, role as Role, unit, cleared !== undefined),
    );
  cases.before = await registered("2021-03-01");
  cases.answered = await registered("2022-03-01");
  await command(cases.answered, { command: "answer", outcome: "no-data", sentOn: "2022-03-11" });
  cases.late = await registered("2022-03-01", { right: "erasure", channel: "phone" });
  await command(cases.late, { command: "answer", outcome: "no-data", sentOn: "2022-06-01" });
  cases.forwarded = await registered("2022-04-01");
  await command(cases.forwarded, { command: "forward", toUnit: farsta, reason: "Det gäller socialtjänsten i Farsta." });
  cases.protectedOne = await registered("2022-05-02", {
    protectedIdentity: true,
    person: { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: "19900101-2385" },
    delivery: "pick-up",
  });
  cases.notified = await reported("2022-06-07");
  await command(cases.notified, { command: "assess", risk: "risk", explanation: "Uppgifter om hälsa." });
  await command(cases.notified, { command: "notify-authority", notifiedAt: "2022-06-09T09:00:00Z" });
  cases.neither = await reported("2022-06-08", {
    whatHappened: "phishing",
    cause: "hostile-attack",
    discoveredBy: null,
  });
  await command(cases.neither, { command: "assess", risk: "unlikely-risk", explanation: "Ingen klickade." });
  await command(cases.neither, { command: "do-not-notify", explanation: "Ingen klickade." });
  const dismissed = await reported("2022-06-09");
  await command(dismissed, { command: "dismiss", explanation: "Det var inga personuppgifter." });
  await reported("2022-06-10", { drill: true });
  await ask(house, as(`employee ${farsta}`), "POST consultations", aConsultation());
  await house.idle();
}, 120_000);
afterAll(() => house.close());

describe("the year's figures", () => {
  it("are those of what was done, for the whole city", async () => {
    const { status, body } = await report(2022);
    expect(status).toBe(200);
    expect(body).toEqual({
      year: 2022,
      unit: null,
      requests: {
        received: 4,
        open: 2,
        byOutcome: { "no-data": 2 },
        byRight: { access: 3, erasure: 1 },
        byChannel: { post: 3, phone: 1 },
        answeredInTime: 1,
        answeredWithin30Days: 1,
        extended: 0,
        forwarded: 1,
        medianDays: (10 + 92) / 2,
      },
      breaches: {
        documented: 2,
        notifiedToAuthority: 1,
        notifiedInTime: 1,
        subjectsInformed: 0,
        neither: 1,
        byKind: { "sent-by-mistake": 1, phishing: 1 },
        byCategory: { "sent-wrong": 1, "unauthorised-access": 1 },
        byCause: { "human-factor": 1, "hostile-attack": 1 },
        byDiscovery: { employee: 1, unknown: 1 },
        withActionPlan: 0,
        dismissed: 1,
      },
      consultations: { total: 0, beforeStart: 0, afterStart: 0, byKind: {} },
      review: null,
      previous: expect.objectContaining({ year: 2021, requests: expect.objectContaining({ received: 1 }) }),
      change: expect.objectContaining({ requests: expect.objectContaining({ received: 3 }), review: null }),
      asNow: null,
    });
    expect(reportShapes.Figures.parse(body)).toEqual(body);
  });

  it("are each unit's own: a forwarded case counts where it is, and on the one it left", async () => {
    expect((await report(2022, kultur)).body.requests).toMatchObject({ received: 3, forwarded: 1 });
    expect((await report(2022, farsta)).body.requests).toMatchObject({ received: 1, forwarded: 0, open: 1 });
    expect((await report(2022, farsta)).body.breaches.documented).toBe(2);
  });

  it("are the same bytes for the same cases", async () => {
    const [one, other] = [await report(2022), await report(2022)];
    expect(one.text).toBe(other.text);
    expect(one.text.startsWith('{"asNow":null,"breaches":{"byCategory"')).toBe(true);
  });

  it("of the year in progress are 0 where nothing has come, and of a year before the service not known", async () => {
    expect((await report(thisYear)).body.consultations).toMatchObject({ total: 1, byKind: { dpia: 1 } });
    expect((await report(thisYear, kultur)).body.requests.received).toBe(0);
    expect((await report(2001)).body.requests.received).toBeNull();
    expect((await report(2001)).body.previous).toBeNull();
  });

  it("are for the DPO, the central function, and coordinators of the unit; to others they are not there", async () => {
    expect((await report(2022, undefined, "central")).status).toBe(200);
    expect((await report(2022, kultur, coordinator)).status).toBe(200);
    const nothing = await report(2022, "sthlm-ingenstans");
    expect(nothing.status).toBe(404);
    for (const told of [
      await report(2022, farsta, coordinator),
      await report(2022, undefined, coordinator),
      await ask(house, as("dpo"), "GET reports/22"),
    ])
      expect([told.status, told.text]).toEqual([404, nothing.text]);
    for (const who of [`employee ${farsta}`, `manager ${farsta}`, "security"])
      expect((await report(2022, farsta, who)).status).toBe(403);
    expect((await ask(house, null, "GET reports/2022")).status).toBe(401);
  });

  it("are counted from codes and days alone", async () => {
    const items = await itemsOf(house, "Cases");
    expect(items.length).toBeGreaterThan(8);
    for (const { yearShard, tally } of items) {
      expect(yearShard?.S).toMatch(/^\d{4}#\d\d$/);
      expect(tally?.S).toMatch(/^1[rbc][ynp?-]+(\|[a-z0-9,-]*)+$/);
    }
  });
});

describe("the cases behind a number", () => {
  const shown = async (...asked: Parameters<typeof references>) =>
    (await references(...asked)).body.items.map(({ reference }: { reference: string }) => reference).toSorted();

  it("are listed by reference, for those who may see them", async () => {
    expect(await shown("requests.received")).toEqual(
      [cases.answered, cases.late, cases.forwarded, cases.protectedOne].toSorted(),
    );
    expect(await shown("requests.forwarded", kultur)).toEqual([cases.forwarded]);
    expect(await shown("breaches.byKind.phishing", farsta)).toEqual([cases.neither]);
    expect(await shown("requests.medianDays")).toEqual([cases.answered, cases.late].toSorted());
  });

  it("leave out what a coordinator may not know of: what has left the unit, and protected persons", async () => {
    expect(await shown("requests.received", kultur, coordinator)).toEqual([cases.answered, cases.late].toSorted());
    expect(await shown("requests.forwarded", kultur, coordinator)).toEqual([]);
    expect(await shown("requests.open", kultur, `${coordinator} protected`)).toEqual([cases.protectedOne]);
  });

  it("come in pages, with what the number means", async () => {
    const first = await references("requests.received", undefined, "dpo", "&limit=3");
    expect(first.body.items).toHaveLength(3);
    expect(first.body.definition).toMatch(/^Begäranden som kom in/);
    const rest = await references("requests.received", undefined, "dpo", `&limit=3&cursor=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: [expect.anything()], next: null });
    expect(reportShapes.References.parse(first.body)).toEqual(first.body);
  });

  it("are nobody's whose role does not work with them, and no list of what is no number", async () => {
    expect((await references("requests.received", undefined, "central")).status).toBe(403);
    expect((await references("requests.received", farsta, coordinator)).status).toBe(404);
    for (const path of ["", "requests", "requests.byRight", "requests.received.x", "review.records.count", "__proto__"])
      expect([path, (await references(path)).status]).toEqual([path, 400]);
  });
});

describe("a unit's yearly review", () => {
  const review = {
    records: { count: 288, updated: "yes", complete: "partly", routines: "yes", riskCount: null },
    policies: { inPlace: "yes", quality: "yes", support: "yes", upToDate: "mostly", owners: "yes" },
    measures: { classified: 27, current: "yes" },
    dpias: { identified: "partly", highRiskDone: "partly", current: null },
    marks: { records: ["yellow"], breaches: ["yellow", "green"] },
    comments: { breaches: "Två steg, därför att upptäckten kan bli bättre." },
    recommendations: [
      { id: "2021-1", area: "rights", text: "Ta fram en rutin.", statedByUnit: "Påbörjad.", judgedByDpo: null },
    ],
  };
  const write = (year: number, body: unknown, who = coordinator, key?: string, unit: string = kultur) =>
    ask(house, as(who), `PUT yearly-reviews/${year}/${unit}`, body, key);
  const read = (year: number, who = coordinator, unit: string = kultur) =>
    ask(house, as(who), `GET yearly-reviews/${year}/${unit}`);

  it("is not known before anybody has begun", async () => {
    const { status, body } = await read(2019);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      records: { count: null },
      marks: {},
      recommendations: [],
      version: 0,
      previous: null,
    });
    expect(reportShapes.YearlyReviewRead.parse(body)).toEqual(body);
  });

  it("is kept as it was written, shows the year's before, and stands in the figures with the change", async () => {
    expect((await write(2021, review)).body).toEqual({ ...review, version: 1 });
    const next = { ...review, records: { ...review.records, count: 292 }, measures: { classified: 9, current: null } };
    expect((await write(2022, next)).status).toBe(200);
    expect((await read(2022)).body).toEqual({ ...next, version: 1, previous: review });
    const { body } = await report(2022, kultur);
    expect(body.review).toEqual(next);
    expect(body.previous.review.records.count).toBe(288);
    expect(body.change.review).toEqual({ records: { count: 4, riskCount: null }, measures: { classified: -18 } });
  });

  it("gives the same key its first answer again, and another body under it a refusal", async () => {
    const key = "a-review-written-once-or-more";
    const first = await write(2020, review, coordinator, key);
    await write(2020, { ...review, marks: {} });
    const again = await write(2020, review, coordinator, key);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect((await write(2020, { ...review, comments: {} }, coordinator, key)).status).toBe(409);
    expect((await read(2020)).body.version).toBe(2);
  });

  it("is not written over by somebody who read an older one, if they say which", async () => {
    const { version } = (await write(2018, review)).body;
    expect((await write(2018, { ...review, version: version - 1 })).body).toMatchObject({
      code: "stale-version",
      version,
    });
    expect((await write(2018, { ...review, version })).body.version).toBe(version + 1);
  });

  it("keeps what the DPO has judged: a unit may propose marks and judgements until then, and not afterwards", async () => {
    const judged = { ...review.recommendations[0], judgedByDpo: "Räcker inte." };
    expect((await write(2017, { ...review, recommendations: [judged] })).status).toBe(200);
    expect((await write(2017, review)).status).toBe(200);
    expect((await write(2017, { ...review, marks: { records: ["orange"] } })).status).toBe(200);
    const byDpo = { ...review, marks: { records: ["red"] }, recommendations: [judged] };
    expect((await write(2017, byDpo, "dpo")).status).toBe(200);
    expect((await write(2017, { ...byDpo, marks: { records: ["green"] } })).body.code).toBe("judged-by-dpo");
    expect((await write(2017, { ...byDpo, recommendations: [] })).body.code).toBe("judged-by-dpo");
    const reworded = [{ ...judged, judgedByDpo: "Räcker." }];
    expect((await write(2017, { ...byDpo, recommendations: reworded })).body.code).toBe("judged-by-dpo");
    const another = [judged, { ...judged, id: "2017-9" }];
    expect((await write(2017, { ...byDpo, recommendations: another })).body.code).toBe("judged-by-dpo");
    const answered = { ...byDpo, recommendations: [{ ...judged, statedByUnit: "Klart." }] };
    expect((await write(2017, answered)).status).toBe(200);
    // The year after it begins from what was judged the year before.
    expect((await write(2018, { ...answered, marks: {}, recommendations: reworded })).body.code).toBe("judged-by-dpo");
    expect((await write(2018, { ...answered, marks: {} })).status).toBe(200);
  });

  it("refuses what it does not ask, a recommendation twice and a year that has not begun", async () => {
    const wrong = await write(2022, { ...review, colour: "blue", records: { ...review.records, count: -1 } });
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["", "/records/count"]);
    const twice = await write(2022, {
      ...review,
      recommendations: [...review.recommendations, ...review.recommendations],
    });
    expect(twice.body.errors).toMatchObject([{ pointer: "/recommendations/1/id", code: "repeated" }]);
    expect((await write(2022, { ...review, version: "1" })).body.errors).toMatchObject([{ pointer: "/version" }]);
    expect((await write(2022, [])).status).toBe(400);
    expect((await write(thisYear + 1, review)).body.code).toBe("not-in-the-future");
  });

  it("is its coordinators' and the DPO's: to other coordinators it is not there, and other roles may not ask", async () => {
    const nothing = await read(2022, "dpo", "sthlm-ingenstans");
    expect(nothing.status).toBe(404);
    expect((await read(2022, `coordinator ${farsta}`)).text).toBe(nothing.text);
    expect((await write(2022, review, `coordinator ${farsta}`)).status).toBe(404);
    expect((await read(2022, "dpo")).status).toBe(200);
    for (const who of [`employee ${farsta}`, `manager ${farsta}`, "security", "central"]) {
      expect((await read(2022, who)).status).toBe(403);
      expect((await write(2022, review, who)).status).toBe(403);
    }
  });

  it("written by many at once loses nobody's version", async () => {
    const written = await Promise.all(
      Array.from({ length: 8 }, (_, n) => write(2016, { ...review, comments: { records: `Kommentar ${n}` } })),
    );
    expect(written.map(({ body }) => body.version).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await read(2016)).body.version).toBe(8);
  });
});
