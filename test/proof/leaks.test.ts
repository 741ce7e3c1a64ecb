import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Fault } from "../../infra/local/edge.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { caseFiles } from "../../shared/store/case-table.ts";
import { allowed, by, farsta, jarva } from "../casework/a-case.ts";
import { aDecidedHouse, yearsOn } from "../disposal/decided-house.ts";
import { type House, itemsOf, post } from "../house.ts";
import { aColleague } from "../staff/colleague.ts";
import { tokenFor } from "../staff/signed-in.ts";
import { type Deed, sendPage, throughPages } from "./client.ts";
import { asCitizen, asStaff, reviewed, throughTheYear, written } from "./every-way.ts";
import { breaking, everyKind, trouble } from "./faults.ts";
import { contentSurfaces, keySurfaces, strayed, trafficSurfaces, unvisited } from "./leak-surfaces.ts";
import { leaksOf, type Surface, type Token } from "./leaks.ts";
import { untilQuiet } from "./quiet.ts";
import { isFull } from "./seeded.ts";
import { watched } from "./watched.ts";

const texts = {
  details: "Zkdetaljord",
  "person.givenName": "Zkförnamnå",
  "person.familyName": "Zkefternamnö",
  "person.personalIdentityNumber": "201502022393",
  "person.address.street": "Zkgatustig 77",
  "person.address.city": "Zkpostorten",
  "contact.email": "zkmottagare@intag.example",
  "contact.phone": "070-1740605",
  "representative.givenName": "Zkombudsnamn",
  "representative.familyName": "Zkombudsefter",
  "representative.email": "zkombud@intag.example",
} as const;
const tokensOf = (fields: Readonly<Record<string, string>>): Token[] =>
  Object.entries(fields).map(([field, text]) => ({ field, text }));
const tokens = tokensOf(texts);
const allTokens = (): readonly Token[] => [...tokens, ...tokensOf(written), ...tokensOf(reviewed)];

const body = {
  right: "access",
  onBehalfOf: "represented",
  protectedIdentity: false,
  concerns: [{ service: "soc-ekonomiskt-bistand", place: "Husby", from: "2015", to: "2019" }],
  details: texts.details,
  delivery: "registered-address",
  contact: { email: texts["contact.email"], phone: texts["contact.phone"] },
  person: {
    givenName: texts["person.givenName"],
    familyName: texts["person.familyName"],
    personalIdentityNumber: texts["person.personalIdentityNumber"],
    address: { street: texts["person.address.street"], postalCode: "12345", city: texts["person.address.city"] },
  },
  representative: {
    givenName: texts["representative.givenName"],
    familyName: texts["representative.familyName"],
    email: texts["representative.email"],
  },
  language: "sv",
};

const faulty = trouble();
const firstCalls = [
  ["public-forms", "dynamodb:PutItem"],
  ["case-intake", "dynamodb:GetItem"],
  ["outbox", "ses:SendEmail"],
] as const;
/** What a service might say in a refusal: what it was sent. */
let indiscreet: { readonly action: string; readonly fault: Fault } | undefined;
let house: House;
const surfaces: Surface[] = [];
let keys = 0;
const aKey = () => {
  keys += 1;
  const key = `zknyckel-${String(keys).padStart(12, "0")}`;
  tokens.push({ field: `key ${keys}`, text: key });
  return key;
};

async function refusalOf(where: string, response: Response): Promise<void> {
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  surfaces.push({ where: `${where} ${response.status}`, text: `${head}\n${await response.text()}` });
}

/** Sends the request and keeps what must not be seen of the answer: its code. Refusals become surfaces. */
async function sent(where: string, content: unknown, key = aKey()): Promise<void> {
  const response = await post(house, "requests", content, key);
  if (response.status !== 201) return refusalOf(where, response);
  const { statusCode } = await response.json();
  tokens.push(
    { field: "status code", text: statusCode },
    { field: "status code", text: statusCode.replaceAll("-", "") },
  );
}

/** The same request with something wrong in one field, so that each field is refused once with its text in it. */
const eachWrong = (value: unknown, path: readonly string[] = []): readonly unknown[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, part]) =>
        eachWrong(part, [...path, name]).map((wrong) => ({ ...value, [name]: wrong })),
      )
    : typeof value === "string"
      ? [`${value}\u0000`, value.repeat(400), [value], { [value]: value }]
      : [texts.details];

beforeAll(async () => {
  house = await aDecidedHouse({
    onCall: (call) => (indiscreet?.action === call.action ? indiscreet.fault : faulty.onCall(call)),
  });
});
afterAll(() => house.close());

describe("a person whose every field is a word of its own", () => {
  it("sends by the API: received, replayed, and refused in every way", async () => {
    const key = aKey();
    await sent("received", body, key);
    await sent("replayed", body, key);
    await sent("key reused", { ...body, right: "erasure" }, key);
    await sent("protected", { ...body, protectedIdentity: true });
    await sent("outside", { ...body, concerns: [{ service: "folkbokforing" }] });
    await sent("unknown place", { ...body, concerns: [{ service: "soc-ekonomiskt-bistand", place: texts.details }] });
    await sent("not JSON", `${JSON.stringify(body)}x`);
    await sent("twice the same", JSON.stringify(body).replace('"right"', '"right":"access","right"'));
    await sent("short key", body, texts.details);
    for (const wrong of eachWrong(body)) await sent("one field wrong", wrong);
    expect(surfaces.length).toBeGreaterThan(40);
  });

  it("sends by the pages, sees the receipt and the status, and goes to addresses that are not there", async () => {
    const wish: Deed = {
      via: "pages",
      token: texts.details,
      body: { ...body, onBehalfOf: "self", concerns: [{ service: "kultur-bibliotek" }] },
      units: [],
      promised: [],
      refused: [],
      mailsInDoubt: 0,
    };
    const sealed = await throughPages(house, wish);
    expect(await sendPage(house, wish, sealed)).toBe(true);
    const [promised] = wish.promised;
    if (promised === undefined) throw new Error("nothing was promised");
    tokens.push({ field: "status code", text: promised.statusCode });
    tokens.push({ field: "sealed page", text: sealed.slice(10, 60) });
    await house.idle();
    for (const path of ["/sv/arende", "/en/case"]) {
      const page = await fetch(`${house.url}${path}`, { method: "POST", body: new URLSearchParams({ ...promised }) });
      expect(page.status).toBe(200);
      // The page itself is the person's own; where it leads must not say who they are.
      const links = [...(await page.text()).matchAll(/(?:href|action|src|formaction)="([^"]*)"/g)].map(
        ([, link]) => link,
      );
      surfaces.push({ where: "a link", text: links.join("\n") });
    }
    expect((await post(house, "request-status", promised)).status).toBe(200);
    await refusalOf("status", await post(house, "request-status", { ...promised, reference: texts.details }));
    const address = encodeURIComponent(texts["person.givenName"]);
    for (const path of [
      `/${address}`,
      `/api/v1/${address}`,
      `/sv/begaran/${address}`,
      `/api/v1/units?asOf=${address}`,
    ]) {
      const response = await fetch(`${house.url}${path}`, { headers: { cookie: `a=${address}`, "x-filler": address } });
      await refusalOf("no such address", response);
    }
  });

  it("meets every fault, from services that say back what they were sent", async () => {
    const echo = (status: number, code: string): Fault => ({
      failBefore: { status, code, message: `Refused: ${JSON.stringify(body)}` },
    });
    for (const kind of isFull ? everyKind : breaking) {
      for (const [role, action] of firstCalls) {
        faulty.arm({ role, action, nth: 0 }, kind);
        await sent(`${role} ${kind}`, body);
        await house.idle();
        faulty.disarm();
      }
    }
    for (const action of ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem", "ses:SendEmail"]) {
      for (const fault of [
        echo(400, "ValidationException"),
        echo(400, "MessageRejected"),
        echo(500, "InternalServerError"),
      ]) {
        indiscreet = { action, fault };
        await sent(`${action} refused`, body);
        await house.idle();
        indiscreet = undefined;
      }
    }
    await untilQuiet(house);
    expect(surfaces.some(({ where }) => where.endsWith("503"))).toBe(true);
  });

  it("has the case passed on from its unit to two others", async () => {
    const { url: endpoint, credentials } = house.endpoint;
    const dynamodb = new DynamoDBClient({ endpoint, credentials, region: "eu-north-1" });
    const files = caseFiles(dynamodb, "Cases");
    const [item] = await itemsOf(house, "Cases");
    const file = await files.get({ submission: item?.submission?.S ?? "", number: Number(item?.number?.N) });
    if (file?.kind !== "request") throw new Error("the case of a request");
    const command = { command: "forward", toUnits: [jarva, farsta], reason: "Rätt ställe" } as const;
    const { kase } = allowed(
      decideRequest(file, command, by("dpo", file.receivedAt, { version: file.version, countsIn: (unit) => unit })),
    );
    expect(await files.save(kase)).toBe(true);
    await house.idle();
    await house.fire("case-intake");
    expect((await files.get(file))?.owedCases.every(({ opened }) => opened !== null)).toBe(true);
    dynamodb.destroy();
  });

  it("goes through every route there is, as a citizen and as those who work with what came", async () => {
    const exchanges = await watched(async () => {
      await asCitizen(house, tokens);
      await asStaff(house);
      await throughTheYear(house);
    });
    expect.soft(unvisited(exchanges, house)).toEqual([]);
    const traffic = trafficSurfaces(exchanges);
    expect.soft(leaksOf([...tokens, ...tokensOf(written)], traffic)).toEqual([]);
    // A unit's own words stand on its own page, also on one where something is to be put right.
    const elsewhere = traffic.filter(({ where }) => !where.startsWith("a refusal"));
    expect.soft(leaksOf(tokensOf(reviewed), elsewhere)).toEqual([]);
  });

  it("strays into every address, header, cookie and body where nothing of it belongs", async () => {
    const dpo = await aColleague(house, "local.dpo");
    const cookie = [...dpo.visitor.jarOf(house.url)].map((pair) => pair.join("=")).join("; ");
    const signedIn = [{ cookie }, { authorization: `Bearer ${await tokenFor(house, "dpo")}` }];
    const strays = await strayed(house, allTokens(), signedIn);
    expect.soft(leaksOf(allTokens(), strays)).toEqual([]);
    surfaces.push(...strays);
  });

  it("is there when every schedule fires: overdue, counted, anchored and at last disposed of", async () => {
    const days = (count: number) => `${new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 11)}10:00:00Z`;
    for (const [role, time] of [
      ["case-intake", days(1)],
      ["deadline-watch", days(45)],
      ["outbox", days(46)],
      ["anchor", days(2)],
      ["yearly-report", days(400)],
      ["disposal", yearsOn(6)],
    ] as const) {
      await house.fire(role, time);
      await house.idle();
    }
    const template: { Resources: Record<string, { Type: string; Properties: { Environment?: unknown } }> } = JSON.parse(
      readFileSync(join(inject("assembly"), "Intag.template.json"), "utf8"),
    );
    const roles = Object.values(template.Resources).filter(({ Type }) => Type === "AWS::Lambda::Function").length;
    const heard = new Set([...house.logs.map(({ role }) => role), ...house.calls.map(({ role }) => role)]);
    expect([...heard].toSorted()).toHaveLength(roles);
  });

  it("is in no log, mail, address, key, refusal, parked message, report or case; only the mail's own address says who", async () => {
    const mails = await house.mail();
    const toPeople = mails
      .map(({ to }) => String(to))
      .filter((to) => !/^(dpo|security|sthlm-[\w-]+)@intag\.example$/.test(to));
    expect.soft(new Set(toPeople)).toEqual(new Set([texts["contact.email"], written.address, written.managerAddress]));
    const template = join(inject("assembly"), "Intag.template.json");
    const all: readonly Surface[] = [
      ...surfaces,
      ...house.logs.map(({ role, entry }) => ({ where: `log of ${role}`, text: JSON.stringify(entry) })),
      ...house.functionErrors.map((error) => ({ where: "a function's error", text: JSON.stringify(error) })),
      ...mails.map(({ subject, text, html }) => ({ where: "a mail", text: `${subject}\n${text}\n${html ?? ""}` })),
      ...(await house.deadLetters()).map((letter) => ({ where: "a parked message", text: JSON.stringify(letter) })),
      ...house.calls.map(({ role, uses }) => ({ where: `a call of ${role}`, text: JSON.stringify(uses) })),
    ];
    const cases = (await itemsOf(house, "Cases")).map((item) => ({ where: "a case", text: JSON.stringify(item) }));
    const reports = await contentSurfaces(house, "Reports");
    expect(house.logs.length).toBeGreaterThan(100);
    expect.soft(reports.length).toBeGreaterThan(10);
    expect.soft(house.calls.filter(({ denied }) => denied)).toEqual([]);
    expect.soft(leaksOf(tokens, cases)).toEqual([]);
    expect.soft(leaksOf([...tokens, ...tokensOf(written)], reports)).toEqual([]);
    expect.soft(leaksOf(allTokens(), all)).toEqual([]);
    // A session lies under the hash of its secret, which is 256 random bits and nothing of anybody.
    const aboutPeople = allTokens().filter(({ field }) => field !== "staff session");
    expect.soft(leaksOf(aboutPeople, await keySurfaces(house, template))).toEqual([]);
    // And were there one, it would have been seen.
    const planted = { where: "log of outbox", text: JSON.stringify({ event: "x", note: btoa("Zkdetaljord") }) };
    expect.soft(leaksOf(allTokens(), [...all, planted])).toEqual(["details in log of outbox"]);
    console.log(`tokens ${allTokens().length}, surfaces ${all.length + cases.length + reports.length}, leaks 0`);
  });
});
