import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Fault } from "../../infra/local/edge.ts";
import { permissionTable } from "../../infra/permission-table.ts";
import { aHouse, type House, itemsOf, post } from "../house.ts";
import { aVisitor, signedIn, unusedForAWhile } from "../sign-in/visitor.ts";
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
    expect(leaksOf(tokens, all)).toEqual([]);
    // And were there one, it would have been seen.
    const planted = { where: "log of outbox", text: JSON.stringify({ event: "x", note: btoa("Zkdetaljord") }) };
    expect(leaksOf(tokens, [...all, planted])).toEqual(["details in log of outbox"]);
    console.log(`tokens ${tokens.length}, surfaces ${all.length}, leaks 0`);
  });

  it("has staff who sign in, come back after a while, and sign out", async () => {
    const visitor = aVisitor();
    await signedIn(visitor, house, "local.dpo");
    await unusedForAWhile(house);
    expect((await visitor.go(`${house.url}/personal/konto`)).status).toBe(200);
    const out = await visitor.go(`${house.url}/personal/logga-ut`, {
      method: "POST",
      headers: { origin: house.url },
    });
    expect(out.status).toBe(303);
  });

  it("was served with every permission each role has, and with no other", async () => {
    const template: Record<string, unknown> = JSON.parse(
      readFileSync(join(inject("assembly"), "Intag.template.json"), "utf8"),
    );
    const given = permissionTable(template).flatMap(({ role, actions, on }) =>
      actions.flatMap((action) => on.map((what) => `${role} ${action} ${what}`)),
    );
    // Used by AWS itself on the function's behalf: its log, the stream that wakes it, the queue its failures go to,
    // and the key under which a store keeps its items. None of them is a call that a function makes.
    const byAws = / (logs:|kms:|sqs:SendMessage |dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) )/;
    const called = new Set(
      house.calls.flatMap(({ role, uses }) =>
        uses.map(({ action, resource }) => `${role} ${action} ${nameIn(resource)}`),
      ),
    );
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
    expect([...called].sort()).toEqual(given.filter((row) => !byAws.test(row)).sort());
  });
});

/** What the template calls the thing that an ARN names. */
const nameIn = (arn: string): string =>
  arn.includes(":secret:")
    ? arn.replace(/^.*:secret:(.*)-\w+$/, "$1")
    : arn.includes(":identity/")
      ? "identity/MailIdentity"
      : arn.includes(":configuration-set/")
        ? "configuration-set/MailSettings"
        : arn.slice(arn.indexOf(":table/") + ":table/".length);
