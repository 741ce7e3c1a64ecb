import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { e164 } from "../../shared/mail/texter.ts";
import { aHouse, aRequest, type House, post, todayInStockholm } from "../house.ts";
import { aColleague, type Colleague, wordsOf } from "../staff/colleague.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { pdf } from "./files.ts";

let house: House;
let dpo: string;
let officer: Colleague;
beforeAll(async () => {
  house = await aHouse();
  dpo = await tokenFor(house, "dpo");
  officer = await aColleague(house, "local.dpo");
});
afterAll(() => house?.close());

const number = "199001012385";
/** A test number with a day sixty higher, a samordningsnummer: its holder has no mailbox on this machine. */
const coordinationNumber = "202312872399";
const person = (own: string) => ({
  givenName: "Exempel",
  familyName: "Exempelsson",
  personalIdentityNumber: own,
  address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
});

let keys = 0;
async function asked(parts: Readonly<Record<string, unknown>>): Promise<{ reference: string; kase: string }> {
  keys += 1;
  const body = { ...aRequest({ concerns: [{ service: "kultur-bibliotek" }], person: person(number) }), ...parts };
  const received = await post(house, "requests", body, `ways-${String(keys).padStart(16, "0")}`);
  expect(received.status).toBe(201);
  const { reference } = await received.json();
  await house.idle();
  return { reference, kase: `${reference}-1` };
}

const caseOf = async (kase: string) => (await ask(house, dpo, `GET cases/${kase}`)).body;
const command = async (kase: string, given: object) => {
  const { version } = await caseOf(kase);
  const answer = await ask(house, dpo, `POST cases/${kase}/commands`, { version, ...given });
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  await house.idle();
};
async function answered(kase: string, more: object = { outcome: "granted" }): Promise<void> {
  await command(kase, { command: "confirm-identity", how: "Visade körkort" });
  await command(kase, { command: "answer", sentOn: todayInStockholm(), ...more });
}

/** A file of the answer, laid where the officer's browser would have sent it. */
async function withFile(reference: string, size: number): Promise<Buffer> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const Bucket = Object.entries(house.names).find(([id]) => id === "Files")?.[1];
  const Body = Buffer.concat([pdf("Lån av böcker"), Buffer.alloc(size)]);
  const name = `answers/${reference.replaceAll("-", "")}/1/${crypto.randomUUID()}.pdf`;
  await s3.send(new PutObjectCommand({ Bucket, Key: name, Body }));
  s3.destroy();
  return Body;
}

const kept = async (what: "sms" | "mailbox"): Promise<ReturnType<typeof JSON.parse>> =>
  (await fetch(`${house.url}/_local/${what}`)).json();

describe("a notice that the answer is ready", () => {
  it("goes once, as a text message to who gave a telephone only, and tells nothing but the number", async () => {
    const { reference, kase } = await asked({ delivery: "download", contact: { phone: "070-174 06 05" } });
    await answered(kase);
    await house.fire("outbox");
    await house.streams.rewind("outbox");
    await house.idle();
    const [message, ...more] = await kept("sms");
    expect(more).toEqual([]);
    expect(message).toMatchObject({ to: "+46701740605", from: "Intag" });
    expect(message.text).toContain(reference);
    expect(message.text).toContain("/sv/arende");
    expect(message.text).not.toMatch(/Exempel|Kultur|1990/);
    expect(wordsOf((await officer.open(`/personal/arenden/${kase}`)).html)).toContain(
      "Besked om att svaret finns Skickat",
    );
  });

  it("goes as mail to who gave an address, and then not as a text message too", async () => {
    const email = "hamtar@intag.example";
    const { kase } = await asked({ delivery: "pick-up", contact: { email, phone: "070-174 06 05" } });
    await answered(kase);
    const mails = (await house.mail()).filter(({ to }) => to === email);
    expect(mails.map(({ subject }) => subject.split(" ").slice(-1)[0])).toEqual([expect.any(String), "besvarad"]);
    expect(mails[1]?.text).toContain("medborgarkontoret");
    expect(await kept("sms")).toHaveLength(1);
  });
});

describe("an answer to a digital mailbox", () => {
  const mine = async (reference: string) =>
    (await kept("mailbox")).filter(({ subject }: { subject: string }) => subject.includes(reference));

  it("says in the message what was decided and how to complain, carries the files, and comes once", async () => {
    const { reference, kase } = await asked({ delivery: "digital-mailbox" });
    const file = await withFile(reference, 1_000);
    expect(wordsOf((await officer.open(`/personal/arenden/${kase}/svarsfiler`)).html)).toContain(
      "skickas till personens digitala brevlåda när du besvarar",
    );
    await answered(kase, { outcome: "partly-granted", explanation: "En del rör någon annan." });
    await house.streams.rewind("outbox");
    await house.idle();
    const [message, ...more] = await mine(reference);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ recipient: number, language: "sv" });
    for (const said of [
      "Du får en del",
      "En del rör någon annan.",
      "förvaltningsrätten",
      "IMY",
      "i det här meddelandet",
    ])
      expect(message.text).toContain(said);
    expect(message.attachments).toEqual([
      {
        name: expect.stringMatching(/^svar-.+-1\.pdf$/),
        mediaType: "application/pdf",
        content: file.toString("base64"),
      },
    ]);
  });

  it("whose files are too large says where they are fetched, and sends none of them", async () => {
    const { reference, kase } = await asked({ delivery: "digital-mailbox" });
    await withFile(reference, 900_000);
    await withFile(reference, 900_000);
    await answered(kase);
    const [message] = await mine(reference);
    expect(message.attachments).toEqual([]);
    expect(message.text).toContain("/sv/arende");
    expect(JSON.stringify(message).length).toBeLessThan(2_000_000);
  });

  it("of somebody who has none is shown to the officer, who sends it another way", async () => {
    const { reference, kase } = await asked({ delivery: "digital-mailbox", person: person(coordinationNumber) });
    await answered(kase);
    expect(await mine(reference)).toEqual([]);
    const page = wordsOf((await officer.open(`/personal/arenden/${kase}`)).html);
    expect(page).toContain("Svaret till den digitala brevlådan Gick inte fram");
  });

  it("is never the mailbox of somebody else: a child's answer is left to the officer", async () => {
    const { reference, kase } = await asked({ delivery: "digital-mailbox", onBehalfOf: "child" });
    await answered(kase);
    expect(await mine(reference)).toEqual([]);
    const page = wordsOf((await officer.open(`/personal/arenden/${kase}`)).html);
    expect(page).toContain("Svaret skickas inte härifrån");
    expect(page).not.toContain("Gick inte fram");
  });
});

describe("an answer by letter", () => {
  it("is printed with the address that the person gave, and whoever prints it is written down", async () => {
    const { reference, kase } = await asked({ delivery: "registered-address" });
    const printed = async () => wordsOf((await officer.open(`/personal/arenden/${kase}/brev`)).html);
    expect(await printed()).toContain("inget att skriva än");
    await command(kase, { command: "answer", outcome: "granted", sentOn: todayInStockholm() });
    const letter = await printed();
    expect(letter).toContain("Exempel Exempelsson Exempelgatan 1 123 45 Exempelstad");
    expect(letter).toContain(`Svar på din begäran ${reference}`);
    const looks = (await ask(house, dpo, `GET access-log?reference=${kase}&limit=100`)).body.items;
    expect(looks.filter(({ why }: { why: string }) => why === "letter-printed")).toHaveLength(2);
  });

  it("to a child goes to who has custody", async () => {
    const { kase } = await asked({ delivery: "registered-address", onBehalfOf: "child" });
    const letter = wordsOf((await officer.open(`/personal/arenden/${kase}/brev`)).html);
    expect(letter).toContain("Vårdnadshavare för Exempel Exempelsson");
  });

  it("is nobody's to print who may not answer it", async () => {
    const { kase } = await asked({ delivery: "registered-address" });
    const other = await aColleague(house, "local.coordinator.sthlm-sdn-farsta");
    expect((await other.open(`/personal/arenden/${kase}/brev`)).status).toBe(404);
  });
});

describe("a telephone number", () => {
  it.each([
    ["070-174 06 05", "+46701740605"],
    ["+46 (0)70 174 06 05", "+46701740605"],
    ["0046701740605", "+46701740605"],
    ["+4520123456", "+4520123456"],
    ["12", undefined],
  ])("%s is written %s", (typed, written) => {
    expect(e164(typed)).toBe(written);
  });
});
