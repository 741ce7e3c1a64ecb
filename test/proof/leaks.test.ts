import { createHash } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../infra/local/edge.ts";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { caseFiles } from "../../shared/store/case-table.ts";
import { allowed, by, farsta, jarva } from "../casework/a-case.ts";
import { aHouse, type House, itemsOf, post } from "../house.ts";
import { type Deed, sendPage, throughPages } from "./client.ts";
import { type KindOfFault, kindsOfFault, trouble } from "./faults.ts";
import { leaksOf, type Surface, type Token } from "./leaks.ts";
import { untilQuiet } from "./quiet.ts";

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
const tokens: Token[] = Object.entries(texts).map(([field, text]) => ({ field, text }));

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
  house = await aHouse({
    onCall: (call) => (indiscreet?.action === call.action ? indiscreet.fault : faulty.onCall(call)),
  });
});
afterAll(() => house.close());

describe("the searcher", () => {
  const secret: Token = { field: "name", text: "Zkhemligå 1" };
  it.each([
    ["as it is", "x Zkhemligå 1 x"],
    ["in small letters", "zkhemligå 1"],
    ["in an address", `/?a=${encodeURIComponent(secret.text)}`],
    ["in a form", new URLSearchParams({ a: secret.text }).toString()],
    ["in JSON in JSON", JSON.stringify(JSON.stringify({ a: secret.text }))],
    ["in base64", Buffer.from(secret.text).toString("base64")],
    ["in base64 one further on", Buffer.from(`x${secret.text} and more`).toString("base64")],
    ["in base64 two further on", Buffer.from(`xx${secret.text} and more`).toString("base64url")],
    ["in hex", Buffer.from(secret.text).toString("hex")],
    ["behind SHA-256", createHash("sha256").update(secret.text).digest("hex")],
    ["behind MD5", createHash("md5").update(secret.text.toLowerCase()).digest("hex")],
    ["behind SHA-1 in base64", createHash("sha1").update(secret.text).digest("base64")],
  ])("finds what leaked %s", (_, text) => {
    expect(leaksOf([secret], [{ where: "a log", text }])).toEqual(["name in a log"]);
  });

  it.each(["150202-2393", "20150202-2393", "1502022393", "201502022393"])("finds a number written as %s", (written) => {
    const number: Token = { field: "number", text: "201502022393" };
    expect(leaksOf([number], [{ where: "a log", text: `{"a":"${written}"}` }])).toEqual(["number in a log"]);
  });

  it("finds nothing where nothing is", () => {
    expect(leaksOf([secret], [{ where: "a log", text: "somebody else" }])).toEqual([]);
  });
});

describe("a person whose every field is a word of its own", { timeout: 240_000 }, () => {
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
    const faults = Object.keys(kindsOfFault) as KindOfFault[]; // the names just given
    for (const kind of faults) {
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
    const { kase } = allowed(decideRequest(file, command, by("dpo", file.receivedAt, { version: file.version })));
    expect(await files.save(kase)).toBe(true);
    await house.idle();
    await house.fire("case-intake");
    expect((await files.get(file))?.owedCases.every(({ opened }) => opened !== null)).toBe(true);
    dynamodb.destroy();
  });

  it("is in no log, mail, address, key, refusal, parked message or case; only the mail's own address says who", async () => {
    const mails = await house.mail();
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set([texts["contact.email"]]));
    const keysOf = (item: Awaited<ReturnType<typeof itemsOf>>[number]) =>
      JSON.stringify([item.reference, item.submission, item.pendingIntake, item.lettersDue]);
    const all: readonly Surface[] = [
      ...surfaces,
      ...house.logs.map(({ role, entry }) => ({ where: `log of ${role}`, text: JSON.stringify(entry) })),
      ...house.functionErrors.map((error) => ({ where: "a function's error", text: JSON.stringify(error) })),
      ...mails.map(({ subject, text, html }) => ({ where: "a mail", text: `${subject}\n${text}\n${html ?? ""}` })),
      ...(await house.deadLetters()).map((letter) => ({ where: "a parked message", text: JSON.stringify(letter) })),
      ...(await itemsOf(house, "Submissions")).map((item) => ({ where: "a key", text: keysOf(item) })),
      ...(await itemsOf(house, "Cases")).map((item) => ({ where: "a case", text: JSON.stringify(item) })),
    ];
    expect(house.logs.length).toBeGreaterThan(100);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
    expect(leaksOf(tokens, all)).toEqual([]);
    // And were there one, it would have been seen.
    const planted = { where: "log of outbox", text: JSON.stringify({ event: "x", note: btoa("Zkdetaljord") }) };
    expect(leaksOf(tokens, [...all, planted])).toEqual(["details in log of outbox"]);
    console.log(`tokens ${tokens.length}, surfaces ${all.length}, leaks 0`);
  });
});
