import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { yearlyReview } from "../../forms/yearly-review.ts";
import { definitions } from "../../shared/domain/yearly/definitions.ts";
import { aHouse, type House } from "../house.ts";
import { canary, mischief, unreadable } from "../proof/hostile-values.ts";
import { aColleague, type Colleague, type Filled, formIn, headingOf, type Seen, wordsOf } from "../staff/colleague.ts";
import { anIncident, aRegistration, farsta, jarva, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

let house: House;
let token: string;
let dpo: Colleague;
let central: Colleague;
let coordinator: Colleague;
let reference = "";
const thisYear = Number(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format().slice(0, 4));

beforeAll(async () => {
  house = await aHouse();
  token = await tokenFor(house, "dpo");
  dpo = await aColleague(house, "local.dpo");
  central = await aColleague(house, "local.central");
  coordinator = await aColleague(house, `local.coordinator.${kultur}`);
  const registered = async (receivedAt: string) =>
    (await ask(house, token, "POST registrations", aRegistration({ receivedAt }))).body.reference;
  await registered("2024-03-04T09:00:00Z");
  const late = await registered("2025-03-03T09:00:00Z");
  reference = await registered("2025-04-01T09:00:00Z");
  const times = { detectedAt: "2025-05-05T08:00:00Z", awareAt: "2025-05-05T09:00:00Z" };
  expect((await ask(house, token, "POST incidents", anIncident({ ...times, unit: farsta }))).status).toBe(201);
  await house.idle();
  for (const [one, sentOn] of [
    [late, "2025-06-30"],
    [reference, "2025-04-20"],
  ]) {
    const answer = { command: "answer", version: 1, outcome: "granted", sentOn };
    expect((await ask(house, token, `POST cases/${one}-1/commands`, answer)).status).toBe(200);
  }
}, 120_000);
afterAll(() => house.close());

const anyForm = () => true;
const postForm = (form: string) => form.includes('method="post"') && !form.includes("/logga-ut");

/** Fills in the page's own form and sends it; where it leads. */
async function sent(who: Colleague, html: string, typed: Filled = {}, isIt = postForm): Promise<Seen> {
  const { action, fields } = formIn(html, isIt);
  const body = new URLSearchParams(fields.filter(([name]) => typed[name] === undefined).map(([a, b]) => [a, b]));
  for (const [name, values] of Object.entries(typed)) for (const value of [values].flat()) body.append(name, value);
  return who.post(action, body);
}
const follow = async (who: Colleague, seen: Seen): Promise<Seen> => (seen.status === 303 ? who.open(seen.path) : seen);

/** Opens the page of a compilation until it leads on. */
async function done(who: Colleague, path: string): Promise<string> {
  for (let times = 0; times < 200; times += 1) {
    await house.idle();
    const seen = await who.get(path);
    if (seen.status === 303) return seen.path;
    expect(seen.headers.get("refresh"), "the browser comes again by itself").toContain(path);
  }
  throw new Error("the compilation never ended");
}

describe("the year in numbers", () => {
  it("shows this year to whoever names none, and the one that is chosen", async () => {
    expect((await dpo.get("/personal/statistik")).path).toBe(`/personal/statistik/${thisYear}`);
    expect((await dpo.get(`/personal/statistik?year=2025&unit=${kultur}`)).path).toBe(
      `/personal/statistik/2025?unit=${kultur}`,
    );
    expect((await dpo.get("/personal/statistik?year=%3Cscript%3E&unit=%22%3E")).path).toBe(
      `/personal/statistik/${thisYear}`,
    );
  });

  it("is the figures of the API, each with its definition, beside the year before with the change", async () => {
    const { status, html } = await dpo.get("/personal/statistik/2025");
    expect([status, headingOf(html)]).toEqual([200, "Statistik 2025"]);
    const words = wordsOf(html);
    for (const each of ["requests.received", "requests.answeredInTime", "breaches.documented"] as const)
      expect(words).toContain(definitions[each].sv);
    expect(words).toMatch(/Besvarade inom en månad, eller förlängd tid 1 av 2/);
    expect(words).toContain("2024: 1");
    expect(words).toContain("+1");
    expect(words, "nobody is asked, so nothing was in time").toContain("Anmälda till IMY i tid 0 av 0");
  });

  it("says that it is not known where nothing is, and never 0", async () => {
    const words = wordsOf((await dpo.get("/personal/statistik/2019")).html);
    expect(words).toMatch(/Begäranden Uppgift saknas/);
    expect(words).not.toMatch(/Begäranden 0/);
  });

  it("leads from a number to the cases behind it, for those who see cases", async () => {
    const { html } = await dpo.get("/personal/statistik/2025");
    const links = [...html.matchAll(/href="(\/personal\/statistik\/2025\/arenden[^"]*)"/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect([link, (await dpo.get(link)).status]).toEqual([link, 200]);
    const list = await dpo.get("/personal/statistik/2025/arenden?path=requests.answeredInTime");
    expect(list.html).toContain(`/personal/arenden/${reference}-1`);
    expect(wordsOf(list.html)).toContain(definitions["requests.answeredInTime"].sv);
  });

  it("is figures alone to the central function, of the city and every unit", async () => {
    const { status, html } = await central.get("/personal/statistik/2025");
    expect(status).toBe(200);
    expect(html).not.toContain("/arenden");
    expect(html).not.toContain("Sammanställ nu");
    expect((await central.get(`/personal/statistik/2025?unit=${farsta}`)).status).toBe(200);
    expect((await central.get("/personal/statistik/2025/arenden?path=requests.received")).status).toBe(403);
  });

  it("is their own unit's to a coordinator: what is not theirs and what is not there are the same bytes", async () => {
    const own = await coordinator.get("/personal/statistik/2025");
    expect(wordsOf(own.html)).toContain("Kulturförvaltningen 2025");
    const bare = ({ status, html, headers }: Seen) =>
      JSON.stringify([
        status,
        html.replaceAll(/name="csrf" value="[^"]*"/g, ""),
        [...headers].filter(([name]) => name !== "date").toSorted(),
      ]);
    const nothing = bare(await coordinator.get("/personal/statistik/2025?unit=no-such-unit"));
    for (const path of [
      `statistik/2025?unit=${jarva}`,
      `statistik/2025/arenden?path=requests.received&unit=${jarva}`,
      "statistik/2025/arenden?path=requests.no-such-number",
      "statistik/1",
      `statistik/${thisYear + 1}`,
      `arsuppfoljning/2025/${jarva}`,
      "arsuppfoljning/2025/no-such-unit",
      `arsuppfoljning/2025/${jarva}/styrdokument`,
      `arsuppfoljning/2025/${kultur}/no-such-part`,
    ])
      expect({ path, answer: bare(await coordinator.get(`/personal/${path}`)) }).toEqual({ path, answer: nothing });
  });
});

describe("the report", () => {
  it("is compiled once by a double click, followed without scripts, and downloaded by links that open the files", async () => {
    const { html } = await dpo.get("/personal/statistik/2025");
    expect(wordsOf(html)).toContain("2025 är inte sammanställt än");
    const [one, other] = await Promise.all([sent(dpo, html, {}), sent(dpo, html, {})]);
    expect([one.status, other.path]).toEqual([303, one.path]);
    const end = await done(dpo, one.path);
    const after = await dpo.open(end);
    expect(wordsOf(after.html)).toContain("Årsrapporten är sammanställd");
    const files = [...after.html.matchAll(/href="(\/personal\/statistik\/2025\/filer\/[^"]+)"[^>]*>([^<]+)/g)];
    expect(files.map(([, , label]) => label?.trim()).slice(0, 5)).toEqual([
      "Utkast (Word)",
      "Årsrapport (pdf)",
      "Tabeller (Excel)",
      "Rådata utan personuppgifter (csv)",
      "Rådata utan personuppgifter (JSON)",
    ]);
    for (const [, href = ""] of files) {
      const to = await dpo.get(href);
      expect([href, to.status]).toEqual([href, 303]);
      const file = await fetch(to.path);
      expect([href, file.status, (await file.arrayBuffer()).byteLength > 0]).toEqual([href, 200, true]);
    }
    for (const who of [central, coordinator]) expect((await who.get(files[0]?.[1] ?? "")).status).toBe(403);
    expect((await dpo.get("/personal/statistik/2025/filer/..%2Fcity_figures.json")).status).toBe(404);
  });

  it("is locked when the year has ended, after a page that says what it means; what changes then stands as corrections", async () => {
    const open = await dpo.get(`/personal/statistik/${thisYear}/las`);
    expect(headingOf(open.html)).toContain("kan inte låsas");
    const page = await dpo.get("/personal/statistik/2025/las");
    expect(wordsOf(page.html)).toContain("Senare ändringar syns som rättelser");
    const locked = await follow(dpo, await sent(dpo, page.html));
    expect(wordsOf(locked.html)).toContain("Årets siffror är låsta.");
    expect(wordsOf(locked.html)).toContain("Ingen siffra har ändrats sedan dess.");
    const again = await sent(dpo, page.html);
    expect(again.status, "once more changes nothing").toBe(303);

    await ask(house, token, "POST registrations", aRegistration({ receivedAt: "2025-09-01T09:00:00Z" }));
    await house.idle();
    const changed = wordsOf((await dpo.get("/personal/statistik/2025")).html);
    expect(changed).toMatch(/Inkomna begäran 2 3/);
    expect(changed).toContain("Besvarade inom en månad, eller förlängd tid 1 av 2");
  });
});

const reviewAt = (part: string, unit = kultur) => `/personal/arsuppfoljning/${thisYear}/${unit}/${part}`;

describe("the yearly review", () => {
  it("shows each unit its parts, the last day, and last year's answers beside the questions", async () => {
    const before = { records: { count: 288, updated: "yes" } };
    const all = { ...before.records, complete: null, routines: null, riskCount: null };
    const put = await ask(house, token, `PUT yearly-reviews/${thisYear - 1}/${kultur}`, {
      records: all,
      recommendations: [
        { id: "2022-3", area: "rights", text: "Öva rutinen.", statedByUnit: "Övat.", judgedByDpo: "Fortsätt." },
      ],
    });
    expect([put.status, put.text]).toEqual([200, put.text]);
    const list = await coordinator.get("/personal/arsuppfoljning");
    expect(wordsOf(list.html)).toContain(`senast den 31 januari ${thisYear + 1}`);
    expect(list.html).toContain(`/personal/arsuppfoljning/${thisYear}/${kultur}`);
    expect(list.html).not.toContain(jarva);
    const part = wordsOf((await coordinator.get(reviewAt("registerforteckning"))).html);
    for (const field of Object.values(yearlyReview.fields.records.fields)) expect(part).toContain(field.label.sv);
    expect(part).toContain(`${thisYear - 1}: 288`);
    expect(part).toContain(`${thisYear - 1}: Ja`);
    expect(part).toContain(`${thisYear - 1}: uppgift saknas`);
  });

  it("is saved part by part, and what is left empty is not known", async () => {
    const { html } = await coordinator.get(reviewAt("registerforteckning"));
    const answers = { "records.count": "1 292", "records.updated": "partly", "comments.records": "Räknat i mars." };
    const saved = await follow(coordinator, await sent(coordinator, html, answers));
    expect(wordsOf(saved.html)).toContain("Registerförteckning är sparad.");
    expect(wordsOf(saved.html)).toContain("2 av 5 besvarade");
    const { consultations, previous } = (await ask(house, token, `GET reports/${thisYear}?unit=${kultur}`)).body;
    expect(wordsOf(saved.html)).toContain(
      `Frågor till dataskyddsombudet ${consultations.total} ${previous?.consultations.total ?? "Uppgift saknas"}`,
    );
    const { body } = await ask(house, token, `GET yearly-reviews/${thisYear}/${kultur}`);
    expect(body.records).toEqual({ count: 1292, updated: "partly", complete: null, routines: null, riskCount: null });
    expect(body.comments).toEqual({ records: "Räknat i mars." });
    expect(wordsOf((await coordinator.get(reviewAt("registerforteckning"))).html)).toMatch(/288 \(1\s?004 fler\)/);
    const again = await sent(coordinator, html, answers);
    expect(again.status, "a second click is the same").toBe(303);
    expect((await ask(house, token, `GET yearly-reviews/${thisYear}/${kultur}`)).body.version).toBe(body.version);
  });

  it("says at its field what is wrong, and keeps what was typed", async () => {
    const { html } = await coordinator.get(reviewAt("registerforteckning"));
    const refused = await sent(coordinator, html, { "records.count": "många", "records.riskCount": "7" });
    expect(refused.status).toBe(400);
    expect(wordsOf(refused.html)).toContain("Antalet behandlingar: skriv ett heltal från 0");
    expect(refused.html).toContain('value="många"');
    expect(refused.html).toContain('value="7"');
  });

  it("is not written over by somebody who read an older one: they are told, and keep what they typed", async () => {
    const mine = (await coordinator.get(reviewAt("styrdokument"))).html;
    const theirs = (await dpo.get(reviewAt("styrdokument"))).html;
    expect((await sent(dpo, theirs, { "policies.inPlace": "no" })).status).toBe(303);
    const told = await sent(coordinator, mine, { "policies.inPlace": "mostly", "comments.policies": "Min text" });
    expect(told.status).toBe(409);
    expect(wordsOf(told.html)).toContain("Någon annan har sparat sedan du öppnade sidan");
    expect(wordsOf(told.html)).toContain("Sparat nu: Nej");
    expect(told.html).toContain("Min text");
    expect((await sent(coordinator, told.html)).status, "from there it is saved").toBe(303);
    const { body } = await ask(house, token, `GET yearly-reviews/${thisYear}/${kultur}`);
    expect([body.policies.inPlace, body.comments.policies]).toEqual(["mostly", "Min text"]);
  });

  it("takes several marks on an area, until the DPO has set them", async () => {
    const proposed = (await coordinator.get(reviewAt("bedomning"))).html;
    const both = { "marks.records": ["yellow", "green"], "comments.rights": "Två steg, för att …" };
    expect((await sent(coordinator, proposed, both)).status).toBe(303);
    const judged = (await dpo.get(reviewAt("bedomning"))).html;
    expect((await sent(dpo, judged, { "marks.records": "orange" })).status).toBe(303);
    const after = (await coordinator.get(reviewAt("bedomning"))).html;
    expect(wordsOf(after)).toContain("Dataskyddsombudet har satt bedömningen");
    expect(after).not.toContain('name="marks.');
    expect((await sent(coordinator, after, { "marks.records": "green" })).status).toBe(303);
    const { body } = await ask(house, token, `GET yearly-reviews/${thisYear}/${kultur}`);
    expect(body.marks.records, "what the DPO has judged stands").toEqual(["orange"]);
  });

  it("carries last year's recommendations over by their id: the unit states, the DPO judges and adds", async () => {
    const own = (await coordinator.get(reviewAt("rekommendationer"))).html;
    expect(wordsOf(own)).toContain("Öva rutinen.");
    expect(wordsOf(own)).toContain("Fortsätt.");
    expect(own).not.toMatch(/<textarea[^>]*judgedByDpo/);
    expect(
      (await sent(coordinator, own, { "row.0.statedByUnit": "Övat igen.", "row.0.judgedByDpo": "Klart!" })).status,
    ).toBe(303);
    const { html } = await dpo.get(reviewAt("rekommendationer"));
    const written = { "row.0.judgedByDpo": "Genomfört.", "row.1.area": "policies", "row.1.text": "Peka ut ägare." };
    expect((await sent(dpo, html, written)).status).toBe(303);
    const { body } = await ask(house, token, `GET yearly-reviews/${thisYear}/${kultur}`);
    expect(body.recommendations).toEqual([
      { id: "2022-3", area: "rights", text: "Öva rutinen.", statedByUnit: "Övat igen.", judgedByDpo: "Genomfört." },
      { id: `${thisYear}-1`, area: "policies", text: "Peka ut ägare.", statedByUnit: null, judgedByDpo: null },
    ]);
    const lacking = await sent(dpo, (await dpo.get(reviewAt("rekommendationer"))).html, {
      "row.2.text": "Utan område",
    });
    expect([lacking.status, wordsOf(lacking.html).includes("Välj vilket område rekommendationen gäller")]).toEqual([
      400,
      true,
    ]);
    expect(lacking.html).toContain("Utan område");
  });
});

describe("the record of processing", () => {
  const at = `/personal/arsuppfoljning/${thisYear}/${farsta}/las-in-forteckningen`;
  const headings = "Behandling;Ändamål;Kontaktperson;Säkerhetsåtgärder;Hög risk;Konsekvensbedömning";

  it("is tried first: what it gives stands beside what stands now, and what it lacks is told", async () => {
    const { html } = await dpo.get(at);
    const bad = await sent(dpo, html, { text: `${headings}\n;Löner;Prov;Lås;nej;`, action: "try" });
    expect([bad.status, wordsOf(bad.html).includes("Rad 2")]).toEqual([422, true]);
    const export_ = `${headings}\nLöner;;Prov;Lås;nej;\nVård;Vård;Prov;Lås;ja;klar`;
    const tried = await sent(dpo, html, { text: export_, action: "try" });
    expect(tried.status).toBe(200);
    expect(wordsOf(tried.html)).toContain("1 av 2 saknar ändamål.");
    expect((await ask(house, token, `GET yearly-reviews/${thisYear}/${farsta}`)).body.version).toBe(0);
    for (const _ of [1, 2]) expect((await sent(dpo, tried.html, { action: "save" })).status).toBe(303);
    const { body } = await ask(house, token, `GET yearly-reviews/${thisYear}/${farsta}`);
    expect([body.version, body.records.count, body.records.riskCount]).toEqual([1, 2, 1]);
    expect((await coordinator.get(at)).status, "another unit's is not theirs").toBe(404);
  });
});

describe("earlier years", () => {
  const list = (rows: readonly string[]) => ["nummer;mottagen;rättighet;besvarad", ...rows].join("\n");

  it("are tried first, every bad row listed, and nothing is kept", async () => {
    const { html } = await dpo.get("/personal/historik");
    const bad = { kind: "requests", unit: kultur, text: list(["1;2021-13-01;;", "2;2021-02-01;hej;"]), action: "try" };
    const told = await sent(dpo, html, bad);
    expect(told.status).toBe(422);
    expect(wordsOf(told.html)).toMatch(/Rad 2, kolumnen ”mottagen”/);
    expect(wordsOf(told.html)).toMatch(/Rad 3, kolumnen ”rättighet”/);
    expect(told.html, "the list stays, to be put right").toContain("1;2021-13-01");
    const empty = await sent(dpo, html, { action: "try" });
    expect(empty.status).toBe(400);
    expect(wordsOf(empty.html)).toContain("Välj vad du läser in");
  });

  it("are read in when it has been confirmed, once however many times it is clicked", async () => {
    const { html } = await dpo.get("/personal/historik");
    const good = {
      kind: "requests",
      unit: kultur,
      text: list(["1;2021-03-01;registerutdrag;2021-03-11"]),
      action: "try",
    };
    const asked = await sent(dpo, html, good);
    expect([asked.status, wordsOf(asked.html).includes("2021: 1 ärende")]).toEqual([200, true]);
    const received = async () => (await ask(house, token, `GET reports/2021?unit=${kultur}`)).body.requests.received;
    expect(await received(), "nothing is kept by trying").toBeNull();
    for (const _ of [1, 2]) {
      const saved = await sent(dpo, asked.html, { action: "save" });
      expect([saved.status, headingOf(saved.html)]).toEqual([200, "Listan är inläst"]);
      expect(await received()).toBe(1);
    }
    const words = wordsOf(
      (await dpo.get(`/personal/statistik/2021/arenden?path=requests.received&unit=${kultur}`)).html,
    );
    expect(words).toContain("1 ärende är inläst från tiden före tjänsten");
  });
});

describe("forms filled with hostile text", () => {
  it("are refused or taken as text", async () => {
    const { fields } = formIn((await dpo.get("/personal")).html, anyForm);
    const csrf = new Map(fields).get("csrf") ?? "";
    const faults: string[] = [];
    const targets: Readonly<Record<string, readonly string[]>> = {
      "statistik/2025/sammanstallningar": ["key", "unit"],
      [`statistik/${thisYear}/las`]: ["key"],
      [`arsuppfoljning/${thisYear}/${farsta}/registerforteckning`]: [
        "key",
        "version",
        "records.count",
        "records.updated",
        "comments.records",
      ],
      [`arsuppfoljning/${thisYear}/${farsta}/bedomning`]: ["version", "marks.records", "comments.rights", "__proto__"],
      [`arsuppfoljning/${thisYear}/${farsta}/rekommendationer`]: [
        "row.0.id",
        "row.0.area",
        "row.0.text",
        "row.0.judgedByDpo",
      ],
      [`arsuppfoljning/${thisYear}/${farsta}/las-in-forteckningen`]: ["text", "version", "key"],
      historik: ["kind", "unit", "text", "action", "key"],
    };
    const texts = [...mischief.slice(0, 20), ...unreadable.slice(0, 8), canary.repeat(1_200), "9".repeat(30)];
    const usual = { key: "a-key-that-is-long-enough", version: "0", kind: "requests", unit: kultur, action: "save" };
    for (const [path, names] of Object.entries(targets))
      for (const name of names)
        for (const text of texts) {
          const filled = new URLSearchParams({ csrf, ...usual, ...(path.includes("rek") ? { "row.0.id": "" } : {}) });
          filled.set(name, text.toWellFormed());
          const { status, html, headers } = await dpo.post(`/personal/${path}`, filled);
          const bare = html.replaceAll(/"[^"]*"/g, '""');
          if (status >= 500) faults.push(`${path} ${name}: answered ${status}`);
          if (new RegExp(`<[^>"]*${canary}|<script>`).test(bare)) faults.push(`${path} ${name}: a tag comes back`);
          if (JSON.stringify([...headers]).includes(canary)) faults.push(`${path} ${name}: comes back in a header`);
          if (headers.get("cache-control") !== "no-store") faults.push(`${path} ${name}: may be kept`);
        }
    expect(faults).toEqual([]);
    expect(house.functionErrors).toEqual([]);
  });
});
