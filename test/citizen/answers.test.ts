import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, post, todayInStockholm } from "../house.ts";
import { aVisitor, signedIn, type Visitor } from "../sign-in/visitor.ts";
import { fromOurPage } from "../staff/colleague.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { badFiles, docx, pdf } from "./files.ts";
import { identified, postForm } from "./person.ts";

let house: House;
let dpo: string;
let officer: Visitor;
beforeAll(async () => {
  house = await aHouse();
  dpo = await tokenFor(house, "dpo");
  officer = aVisitor();
  await signedIn(officer, house, "local.dpo");
});
afterAll(() => house?.close());

let keys = 0;
interface Asked {
  readonly reference: string;
  readonly statusCode: string;
  /** Of its one case. */
  readonly kase: string;
}

async function aRequestBy(number = "199001012385"): Promise<Asked> {
  keys += 1;
  const person = { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: number };
  const body = aRequest({ delivery: "download", concerns: [{ service: "kultur-bibliotek" }], person });
  const received = await post(house, "requests", body, `answers-${String(keys).padStart(12, "0")}`);
  const { reference, statusCode } = await received.json();
  await house.idle();
  return { reference, statusCode, kase: `${reference}-1` };
}

const command = async (kase: string, given: object) => {
  const { body } = await ask(house, dpo, `GET cases/${kase}`);
  const answer = await ask(house, dpo, `POST cases/${kase}/commands`, { version: body.version, ...given });
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
};
async function answered(kase: string): Promise<void> {
  await command(kase, { command: "confirm-identity", how: "e-legitimation" });
  await command(kase, { command: "answer", outcome: "granted", sentOn: todayInStockholm() });
  await house.idle();
}

const filesAddress = (kase: string) => `${house.url}/personal/arenden/${kase}/svarsfiler`;
const words = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

/** The form on the page, as a browser sends it. */
async function uploaded(kase: string, bytes: Uint8Array, change: (form: FormData) => void = () => undefined) {
  const page = await officer.go(filesAddress(kase));
  const html = await page.text();
  const [, form = ""] = /(<form[^>]*multipart[\s\S]*?<\/form>)/.exec(html) ?? [];
  const action = / action="([^"]+)"/.exec(form)?.[1] ?? "";
  const data = new FormData();
  for (const [tag] of form.matchAll(/<input type="hidden"[^>]*>/g))
    data.set(/ name="([^"]*)"/.exec(tag)?.[1] ?? "", / value="([^"]*)"/.exec(tag)?.[1] ?? "");
  data.set("file", new Blob([new Uint8Array(bytes)]), "svar.pdf");
  change(data);
  const policy = page.headers.get("content-security-policy") ?? "";
  return { policy, action, sent: await fetch(action, { method: "POST", body: data, redirect: "manual" }) };
}

/** Sends a file and comes back; what the page then says. */
async function added(kase: string, bytes: Uint8Array, name = "svar.pdf"): Promise<string> {
  const { sent } = await uploaded(kase, bytes, (form) => form.set("file", new Blob([new Uint8Array(bytes)]), name));
  expect(sent.status).toBe(303);
  const back = sent.headers.get("location") ?? "";
  const clean = officer.whereTo(await officer.go(back), back);
  return words(await (await officer.go(clean)).text());
}

async function stored(): Promise<readonly string[]> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: house.names.Files }));
  s3.destroy();
  return Contents.map(({ Key = "" }) => Key);
}

/** From the page of the case to the page with the answer. */
async function towardsAnswer(visitor: Visitor, { reference, statusCode }: Asked): Promise<Response> {
  const status = await (await postForm(visitor, `${house.url}/sv/arende`, { reference, statusCode })).text();
  const pass = /name="pass" value="([^"]+)"/.exec(status)?.[1];
  if (pass === undefined) throw new Error("the page offers no answer");
  const on = await postForm(visitor, `${house.url}/sv/arende/svar`, { pass });
  expect([on.status, on.headers.get("location")]).toEqual([303, "/sv/arende/svar"]);
  return visitor.go(`${house.url}/sv/arende/svar`);
}

/** What each role has asked of the files. */
const asksOfFiles = () =>
  [
    ...new Set(
      house.calls.filter(({ action }) => action.startsWith("s3:")).map(({ role, action }) => `${role} ${action}`),
    ),
  ].toSorted();

describe("An answer that is fetched", () => {
  it("is put on the case by the officer, told of once, and fetched by the person and nobody else", async () => {
    const asked = await aRequestBy();
    expect(await added(asked.kase, pdf("Utdrag 1"))).toContain("Filen är tillagd. ");
    expect(await added(asked.kase, docx)).toContain("Fil 2 (docx");
    const { body } = await ask(house, dpo, `GET cases/${asked.kase}`);
    const notes = body.history.filter(({ command: name }: { command: string }) => name === "note");
    expect(notes).toHaveLength(2);

    // Nothing is offered before the case is answered.
    const early = await (await postForm(aVisitor(), `${house.url}/sv/arende`, { ...asked })).text();
    expect(early).not.toContain('name="pass"');
    await answered(asked.kase);
    const mails = (await house.mail()).filter(({ subject }) => subject.includes("besvarad"));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(asked.reference);
    expect(mails[0]?.text).not.toMatch(/Exempelsson|bibliotek|1990/i);

    const person = aVisitor();
    const before = await (await towardsAnswer(person, asked)).text();
    expect(before).toContain("Legitimera dig för att hämta svaret");
    expect(before).not.toContain("Hämta fil");
    const shown = await identified(person, house, "citizen.1", "answer");
    expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const links = [...(await shown.text()).matchAll(/href="(\/sv\/arende\/svar\/[^"]+)"/g)].map(([, link]) => link);
    expect(links).toHaveLength(2);
    const hop = await person.go(`${house.url}${links[0]}`);
    expect(hop.status).toBe(303);
    const link = new URL(hop.headers.get("location") ?? "");
    expect(Number(link.searchParams.get("X-Amz-Expires"))).toBeLessThanOrEqual(60);
    const file = await fetch(link);
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf("Utdrag 1"))).toBe(true);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="svar-[\w-]+-1\.pdf"$/);
    expect(file.headers.get("content-type")).toBe("application/pdf");

    // Number and code alone, or with somebody else's e-legitimation, is nothing.
    const other = aVisitor();
    await towardsAnswer(other, asked);
    const refused = await identified(other, house, "citizen.2", "answer");
    const unknown = await postForm(aVisitor(), `${house.url}/sv/arende`, { reference: "x", statusCode: "y" });
    expect([refused.status, unknown.status]).toEqual([404, 404]);
    expect(await refused.text()).toBe(await unknown.text());
    expect((await other.go(`${house.url}${links[0]}`)).status).toBe(404);
    // An e-legitimation alone is nothing either, and neither is an address.
    const alone = aVisitor();
    await identified(alone, house, "citizen.1", "answer");
    expect((await alone.go(`${house.url}${links[0]}`)).headers.get("location")).toBe("/sv/arende");
    expect((await fetch(`${house.url}${links[0]}`, { redirect: "manual" })).status).toBe(303);
    // Another case's answer is not there by guessing at its name.
    expect((await person.go(`${house.url}/sv/arende/svar/${crypto.randomUUID()}.pdf`)).status).toBe(404);
    for (const key of await stored()) expect(key).toMatch(/^answers\/[0-9A-Z]{13}\/1\/[0-9a-f-]{36}\.(pdf|docx)$/);
  });

  it("is of a kind that can be looked at: the rest is refused in words, and nothing of it stays", async () => {
    const { kase } = await aRequestBy();
    const before = await stored();
    const inWords = {
      harmful: "kan skada den som öppnar den",
      "not-such-a-file": "Den måste vara pdf, docx, xlsx eller zip",
    };
    for (const { what, bytes, name, why } of badFiles) {
      const page = await added(kase, bytes, name);
      expect(page, what).toContain(inWords[why]);
      expect(page, what).not.toContain(name);
      expect(await stored(), what).toEqual(before);
    }
    console.log(`bad files sent ${badFiles.length}, kept 0`);
  });

  it("goes only where the form says, as large as it says, while it lasts", async () => {
    const { kase } = await aRequestBy();
    const { policy, action, sent } = await uploaded(kase, pdf());
    expect(sent.status).toBe(303);
    expect(policy).toContain(`form-action 'self' ${new URL(action).origin};`);
    const elsewhere = (form: FormData) => form.set("key", "answers/0000000000000/1/waiting/x");
    expect((await uploaded(kase, pdf(), elsewhere)).sent.status).toBe(403);
    expect((await uploaded(kase, pdf(), (form) => form.set("x-amz-meta-x", "y"))).sent.status).toBe(403);
    expect((await uploaded(kase, pdf(), (form) => form.set("policy", btoa("{}")))).sent.status).toBe(403);
    expect((await uploaded(kase, Buffer.alloc(20 * 1024 * 1024 + 1))).sent.status).toBe(400);
  });

  it("can be taken away again by the officer, and is nobody's else", async () => {
    const asked = await aRequestBy();
    await added(asked.kase, pdf("fel person"));
    const html = await (await officer.go(filesAddress(asked.kase))).text();
    const file = /name="file" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const remove = (visitor: Visitor, fields: Record<string, string>) =>
      visitor.go(filesAddress(asked.kase), {
        method: "POST",
        headers: fromOurPage(house),
        body: new URLSearchParams(fields),
      });
    expect((await officer.go(`${filesAddress(asked.kase)}/${file}`)).status).toBe(303);
    expect((await remove(officer, { file, csrf: "x" })).status).toBe(403);
    expect((await remove(officer, { file, csrf })).status).toBe(303);
    expect(await (await officer.go(filesAddress(asked.kase))).text()).toContain("Det finns inga filer än.");

    const others = ["local.coordinator.sthlm-sdn-farsta", "local.manager.sthlm-sdn-farsta", "local.central"];
    for (const [person, status] of others.map((sub, index) => [sub, index === 0 ? 404 : 403] as const)) {
      const visitor = aVisitor();
      await signedIn(visitor, house, person);
      expect((await visitor.go(filesAddress(asked.kase))).status, person).toBe(status);
      expect((await visitor.go(`${filesAddress(asked.kase)}/${file}`)).status, person).toBe(status);
    }
  });

  it("is handled by roles that use all that they may do with it, and ask for no more", () => {
    expect(asksOfFiles()).toEqual([
      "citizen-status s3:GetObject",
      "citizen-status s3:ListBucket",
      "staff-cases s3:DeleteObject",
      "staff-cases s3:GetObject",
      "staff-cases s3:ListBucket",
      "staff-cases s3:PutObject",
    ]);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
