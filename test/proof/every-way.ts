import { expect } from "vitest";
import { pdf } from "../citizen/files.ts";
import { answersBefore, formIn as formOf, identified, postForm, toThePerson } from "../citizen/person.ts";
import { askedForAnother, sent as sentEvidence, towardsEvidence } from "../evidence/sender.ts";
import { aRequest, type House, post, todayInStockholm } from "../house.ts";
import { aVisitor, type Visitor } from "../sign-in/visitor.ts";
import {
  aColleague,
  anIncidentByPages,
  aRegistrationByPages,
  type Colleague,
  type Filled,
  formIn,
  fromOurPage,
  numberOn,
  type Seen,
} from "../staff/colleague.ts";
import { aConsultation, anIncident, aRegistration } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import type { Token } from "./leaks.ts";

/** What people of the city and their employees write on the whole way; each stands in one place only. */
export const written = {
  wish: "Zkönskemål",
  address: "zkperson@intag.example",
  saved: "Zkhalvfärdigt",
  letter: "Zkbrevetgällde",
  letterName: "Zkbrevskrivare",
  incident: "Zkhändelse",
  manager: "Zkchefsnamn",
  managerAddress: "zkchef@intag.example",
  note: "Zkanteckning",
  pageNote: "Zksidanteckning",
  explained: "Zkförklaring",
  subject: "Zkärendemening",
  question: "Zkfråga",
  file: "Zkfilinnehåll",
  evidence: "Zkunderlagstext",
  evidenceName: "Zkfilnamnet",
  row: "Zkradnummer-77123",
  ring: "Zkringde",
  processing: "Zkbehandling",
  citizen: "202002292387",
} as const;

/** What a unit writes in its yearly review, which stands in the report that is made of it. */
export const reviewed = { comment: "Zkkommentar", recommendation: "Zkrekommendation" } as const;

const kultur = "sthlm-kulturnamnden";
const year = 2025;
const thisYear = Number(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format().slice(0, 4));
const anyPosted = (form: string) => form.includes('method="post"') && !form.includes("/logga-ut");
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";

async function sent(who: Colleague, html: string, typed: Filled = {}): Promise<Seen> {
  const { action, fields } = formIn(html, anyPosted);
  const body = new URLSearchParams(fields.filter(([name]) => typed[name] === undefined).map(([a, b]) => [a, b]));
  for (const [name, values] of Object.entries(typed)) for (const value of [values].flat()) body.append(name, value);
  return who.post(action, body);
}

/** The person's own pages, in one language and the other: saved, gone on with, identified, sent, answered, fetched. */
export async function asCitizen(house: House, tokens: Token[]): Promise<void> {
  const get = (path: string) => fetch(`${house.url}${path}`, { redirect: "manual" });
  for (const path of [
    "/",
    "/en",
    "/fi",
    "/lattlast",
    "/sv/begaran",
    "/en/request",
    "/sv/begaran/vad",
    "/en/request/what",
  ])
    await get(path);
  for (const path of ["/sv/tillganglighet", "/en/accessibility", "/sv/personuppgifter", "/en/personal-data"])
    await get(path);
  for (const path of ["api-info", "openapi.json", "units", "services", "forms", "forms/data-subject-request"])
    await get(`/api/v1/${path}`);
  await get("/api/v1/deadlines?kind=request&receivedAt=2026-01-02");
  await get("/health");
  await get("/nowhere-at-all");
  await get(/href="(\/assets\/[^"]+)"/.exec(await (await get("/")).text())?.[1] ?? "");
  const english = aVisitor();
  const first = await (await english.go(`${house.url}/en/request/what`)).text();
  await postForm(english, `${house.url}${formOf(first).action}`, { state: formOf(first).state, right: "access" });
  const json = (path: string, body: unknown) =>
    fetch(`${house.url}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  await json("routing-previews", { concerns: [{ service: "kultur-bibliotek" }] });
  await json("breach-assessments", {});

  const sentByProgram = await post(
    house,
    "requests",
    aRequest({ details: written.wish, contact: { email: written.address } }),
    "every-way-by-a-program",
  );
  expect.soft(sentByProgram.status).toBe(201);

  const visitor = aVisitor();
  const answers = {
    ...answersBefore,
    beskriv: { details: written.wish },
    svar: { delivery: "download", "contact.email": written.address },
  };
  const page = await toThePerson(visitor, house, answers);
  const saving = { state: formOf(page).state, action: "save", "person.givenName": written.saved };
  const saved = await (await postForm(visitor, `${house.url}${formOf(page).action}`, saving)).text();
  const code = /intag-code">([0-9A-Z-]+)</.exec(saved)?.[1] ?? "";
  tokens.push({ field: "draft code", text: code }, { field: "draft code", text: code.replaceAll("-", "") });
  for (const path of ["/sv/fortsatt", "/en/continue"]) {
    await get(path);
    await postForm(aVisitor(), `${house.url}${path}`, { code });
  }

  await postForm(visitor, `${house.url}${formOf(page).action}`, { state: formOf(page).state, action: "identify" });
  const back = await (await identified(visitor, house, "citizen.2")).text();
  const { state, action } = formOf(back);
  const typed = [...back.matchAll(/<input[^>]* name="(person\.[^"]+)"[^>]*>/g)].map(([tag, name = ""]) => [
    name,
    / value="([^"]*)"/.exec(tag)?.[1] ?? "",
  ]);
  const known = { state, ...Object.fromEntries(typed) };
  const check = await (await postForm(visitor, `${house.url}${action}`, known)).text();
  const last = formOf(check);
  const received = await postForm(visitor, `${house.url}${last.action}`, { state: last.state, action: "send" });
  expect.soft(received.status, "sent by the pages").toBe(303);
  const receipt = await (await visitor.go(visitor.whereTo(received, house.url))).text();
  await visitor.go(`${house.url}/en/request/receipt`);
  const [, reference = ""] = /Ditt ärendenummer<br\/><strong[^>]*>([^<]+)</.exec(receipt) ?? [];
  const [, statusCode = ""] = /intag-code">([^<]+)</.exec(receipt) ?? [];
  tokens.push(
    { field: "status code", text: statusCode },
    { field: "status code", text: statusCode.replaceAll("-", "") },
  );
  await house.idle();

  await answered(house, `${reference.replaceAll("\u2011", "-")}-1`, tokens);
  const shown = { reference: reference.replaceAll("\u2011", "-"), statusCode };
  expect.soft((await json("request-status", shown)).status).toBe(200);
  await fetchedIn(house, ["/sv/arende", "/sv/arende/svar"], shown);
  await fetchedIn(house, ["/en/case", "/en/case/answer"], shown);
  await evidenced(house, tokens);
}

/** Whoever asks for somebody else shows that they may, in either language, and an officer fetches what they sent. */
async function evidenced(house: House, tokens: Token[]): Promise<void> {
  const asked = await askedForAnother(house, {
    details: written.wish,
    contact: { email: written.address },
  });
  tokens.push(
    { field: "status code", text: asked.statusCode },
    { field: "status code", text: asked.statusCode.replaceAll("-", "") },
  );
  await sentEvidence(house, asked, pdf(written.evidence), `${written.evidenceName}.pdf`);
  await towardsEvidence(aVisitor(), house, asked, "en");
  await house.fire("evidence");
  const dpo = await aColleague(house, "local.dpo");
  const { html } = await dpo.get(`/personal/arenden/${asked.reference}-1`);
  const [, link = ""] = /href="([^"]+\/underlag\/[^"]+)"/.exec(html) ?? [];
  expect.soft((await dpo.get(link)).status).toBe(303);
}

/** The person looks their case up, shows who they are, and fetches the answer's file. */
async function fetchedIn(
  house: House,
  [look, answer]: readonly [string, string],
  shown: Readonly<Record<string, string>>,
): Promise<void> {
  const visitor: Visitor = aVisitor();
  await visitor.go(`${house.url}${look}`);
  const status = await (await postForm(visitor, `${house.url}${look}`, shown)).text();
  const on = await postForm(visitor, `${house.url}${answer}`, { pass: hidden(status, "pass") });
  expect.soft([answer, on.status]).toEqual([answer, 303]);
  await visitor.go(`${house.url}/en/identify?till=answer`);
  await identified(visitor, house, "citizen.2", "answer");
  const files = await (await visitor.go(`${house.url}${answer}`)).text();
  const [, link = ""] = new RegExp(`href="(${answer}/[^"]+)"`).exec(files) ?? [];
  const hop = await visitor.go(`${house.url}${link}`);
  expect.soft([answer, hop.status]).toEqual([answer, 303]);
  expect.soft(await (await fetch(hop.headers.get("location") ?? "")).text()).toContain(written.file);
}

/** The officer puts a file on the case, takes another away again, and answers. */
async function answered(house: House, kase: string, tokens: Token[]): Promise<void> {
  const dpo = await aColleague(house, "local.dpo");
  tokens.push({ field: "staff session", text: dpo.visitor.jarOf(house.url).get("__Host-intag-staff") ?? "" });
  const at = `/personal/arenden/${kase}/svarsfiler`;
  for (let files = 0; files < 2; files += 1) {
    const { html } = await dpo.get(at);
    const { action, fields } = formIn(html, (form) => form.includes("multipart"));
    const form = new FormData();
    for (const [name, value] of fields) if (name !== "file") form.set(name, value);
    const bytes = `%PDF-1.7\n% ${written.file}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
    form.set("file", new Blob([bytes]), `${written.file}.pdf`);
    const stored = await fetch(action, { method: "POST", body: form, redirect: "manual" });
    expect.soft(stored.status).toBe(303);
    const added = new URL(stored.headers.get("location") ?? "");
    await dpo.get(`${added.pathname}${added.search}`);
  }
  const { html } = await dpo.get(at);
  const file = hidden(html, "file");
  expect.soft((await dpo.get(`${at}/${file}`)).status).toBe(303);
  expect.soft((await dpo.post(at, new URLSearchParams({ file, csrf: hidden(html, "csrf") }))).status).toBe(303);
  const token = await tokenFor(house, "dpo");
  const today = todayInStockholm();
  for (const given of [
    { command: "confirm-identity", how: "e-legitimation" },
    { command: "note", text: written.note },
    { command: "answer", outcome: "granted", sentOn: today },
  ]) {
    const { version } = (await ask(house, token, `GET cases/${kase}`)).body;
    const told = await ask(house, token, `POST cases/${kase}/commands`, { version, ...given });
    expect.soft([given.command, told.status, told.body.code]).toEqual([given.command, 200, undefined]);
  }
  await house.idle();
}

/** An employee's day: a letter registered, an incident and a question told by pages and by API, worked on, looked up. */
export async function asStaff(house: House): Promise<void> {
  const dpo = await aColleague(house, "local.dpo");
  const employee = await aColleague(house, "local.employee.sthlm-sdn-farsta");
  await dpo.get("/personal/konto");
  const letter = aRegistrationByPages().map((page) => ({
    ...page,
    ...("person.givenName" in page ? { "person.givenName": written.letterName } : {}),
  }));
  const registered = await dpo.through("/personal/registrera", letter);
  const incident = await employee.through(
    "/personal/incident",
    anIncidentByPages({ description: written.incident }).map((page) =>
      "manager.name" in page ? { "manager.name": written.manager, "manager.email": written.managerAddress } : page,
    ),
  );
  const question = [{ kind: "dpia", subject: written.subject, description: written.question }];
  const asked = await employee.through("/personal/fraga", question);
  const [request, breach, consultation] = [registered, incident, asked].map(({ html }) => numberOn(html));
  for (const number of [request, breach, consultation]) expect.soft(number).toMatch(/^[0-9A-Z]{4}-/);
  await house.idle();

  for (const path of ["/personal", "/personal/arenden", `/personal/arenden?reference=${breach}`]) await dpo.open(path);
  expect.soft((await dpo.get(`/personal/arenden/${request}-1/brev`)).status).toBe(200);
  const noted = await dpo.give(`/personal/arenden/${breach}`, "note", { text: written.pageNote });
  expect.soft(noted.html).toContain(written.pageNote);
  const token = await tokenFor(house, "dpo");
  const { version } = (await ask(house, token, `GET cases/${breach}`)).body;
  const assess = { command: "assess", version, risk: "risk", explanation: written.explained };
  expect.soft((await ask(house, token, `POST cases/${breach}/commands`, assess)).status).toBe(200);
  for (const page of ["svar-till-imy", "svar-till-imy.txt"])
    expect.soft((await dpo.get(`/personal/arenden/${breach}/${page}`)).status).toBe(200);
  const now = new Date(Math.floor(Date.now() / 1_000) * 1_000 - 3_600_000).toISOString().replace(".000", "");
  const manager = { name: written.manager, email: written.managerAddress };
  const told = { detectedAt: now, awareAt: now, description: written.incident, manager };
  const farsta = await tokenFor(house, "employee", "sthlm-sdn-farsta");
  expect.soft((await ask(house, farsta, "POST incidents", anIncident(told))).status).toBe(201);
  expect
    .soft((await ask(house, farsta, "POST consultations", aConsultation({ subject: written.subject }))).status)
    .toBe(201);
  const received = aRegistration({ receivedAt: `${year}-03-03T09:00:00Z`, details: written.letter });
  expect.soft((await ask(house, token, "POST registrations", received)).status).toBe(201);
  await house.idle();
  for (const path of ["cases", `cases/${request}-1/history`, `access-log?reference=${breach}`, "disposals"])
    expect.soft([path, (await ask(house, token, `GET ${path}`)).status]).toEqual([path, 200]);
  const wrong = { command: "note", version: 0, text: written.note };
  await ask(house, token, `POST cases/${breach}/commands`, wrong);
  await ask(
    house,
    token,
    "POST incidents",
    anIncident({ ...told, colour: written.incident, awareAt: written.incident }),
  );
  await employee.visitor.go(`${house.url}/personal/logga-ut`, { method: "POST", headers: fromOurPage(house) });
  await employee.visitor.go(`${house.url}/personal/utloggad`);
}

/** The year: reviews written and read in, earlier years read in, the report made, fetched and locked. */
export async function throughTheYear(house: House): Promise<void> {
  const dpo = await aColleague(house, "local.dpo");
  const token = await tokenFor(house, "dpo");
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const review = {
    records: { count: 3, updated: "yes", complete: null, routines: null, riskCount: null },
    comments: { records: reviewed.comment },
    recommendations: [
      { id: "2025-1", area: "rights", text: reviewed.recommendation, statedByUnit: null, judgedByDpo: null },
    ],
  };
  const list = `nummer;mottagen;anteckning\n${written.row};${year}-04-05;${written.ring}`;
  const records = `Behandling;Ändamål;Kontaktperson;Säkerhetsåtgärder;Hög risk;Konsekvensbedömning\n${written.processing};;;;nej;`;
  const calls = [
    [`PUT yearly-reviews/${year}/${kultur}`, review],
    [`GET yearly-reviews/${year}/${kultur}`],
    [`POST yearly-reviews/${year}/${kultur}/record-imports`, { file: base64(records) }],
    ["POST history-imports", { kind: "requests", unit: kultur, file: base64(list) }],
    [`GET reports/${year}`],
    [`GET reports/${year}/references?path=requests.received`],
    [`POST reports/${year}/compilations`],
    [`GET reports/${year}/files`],
  ] as const;
  for (const [call, body] of calls) {
    const { status, text } = await ask(house, token, call, body);
    expect.soft([call, status < 300 || text]).toEqual([call, true]);
  }
  const spoilt = { kind: "requests", unit: kultur, file: base64(`${list}\n${written.row};${written.ring}`) };
  expect.soft((await ask(house, token, "POST history-imports", spoilt)).status).toBe(422);
  await ask(house, token, `PUT yearly-reviews/${year}/${kultur}`, {
    ...review,
    marks: { records: [reviewed.comment] },
  });

  const pages = `/personal/statistik/${year}`;
  const chosen = await dpo.open("/personal/statistik");
  expect.soft(chosen.status).toBe(200);
  const { html } = await dpo.get(pages);
  await dpo.get(`${pages}/arenden?path=requests.received`);
  const compiling = await sent(dpo, html);
  await ask(house, token, `GET reports/${year}/compilations/${compiling.path.split("/").pop()?.split("?")[0]}`);
  for (let times = 0; times < 200 && (await dpo.get(compiling.path)).status === 200; times += 1) await house.idle();
  for (const from of [`${pages}/filer`, `/api/v1/reports/${year}/files`]) {
    const init: RequestInit = from.startsWith("/api") ? { headers: { authorization: `Bearer ${token}` } } : {};
    const hop = await dpo.visitor.go(`${house.url}${from}/city_figures.csv`, { redirect: "manual", ...init });
    expect.soft([from, hop.status]).toEqual([from, 303]);
    expect.soft((await fetch(hop.headers.get("location") ?? "")).status).toBe(200);
  }
  const lock = await dpo.get(`${pages}/las`);
  expect.soft((await sent(dpo, lock.html)).status).toBe(303);
  await ask(house, token, `POST reports/${year}/locks`);
  for (const path of [`/api/v1/statistics/${year}`, "/dcat.rdf"]) await fetch(`${house.url}${path}`);

  await dpo.get("/personal/arsuppfoljning");
  await dpo.get(`/personal/arsuppfoljning/${thisYear}/${kultur}`);
  const part = await dpo.get(`/personal/arsuppfoljning/${thisYear}/${kultur}/registerforteckning`);
  await sent(dpo, part.html, { "records.count": "2", "comments.records": reviewed.comment });
  await sent(dpo, part.html, { "records.count": reviewed.comment });
  const reading = await dpo.get(`/personal/arsuppfoljning/${thisYear}/${kultur}/las-in-forteckningen`);
  await sent(dpo, reading.html, { text: records, action: "try" });
  const history = await dpo.get("/personal/historik");
  await sent(dpo, history.html, { kind: "requests", unit: kultur, text: `${list};${written.ring}`, action: "try" });
  const tried = await sent(dpo, history.html, { kind: "requests", unit: kultur, text: list, action: "try" });
  expect.soft((await sent(dpo, tried.html, { action: "save" })).status).toBe(200);
}
