import { createHash } from "node:crypto";
import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postForm } from "../citizen/person.ts";
import { aHouse, aRequest, type House, itemsOf, post } from "../house.ts";
import { aVisitor } from "../sign-in/visitor.ts";
import { aColleague, type Colleague, formIn } from "../staff/colleague.ts";
import { aRegistration, farsta, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { askUntilAnswered } from "./asked-until-answered.ts";
import { breaking, everyFault, trouble } from "./faults.ts";

const faulty = trouble();
let house: House;
let dpo = "";
let officer: Colleague;
beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall });
  dpo = await tokenFor(house, "dpo");
  officer = await aColleague(house, "local.dpo");
});
afterAll(async () => {
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  await house.close();
});

let points = 0;
const everyCall = async (
  role: string,
  { atLeast, step = 1 }: { readonly atLeast: number; readonly step?: number },
  deed: (where: string) => Promise<unknown>,
) => {
  const met = await everyFault(faulty, role, deed, step);
  points += met;
  expect(met).toBeGreaterThanOrEqual(atLeast);
};
const until = async <Found>(find: () => Promise<Found | undefined>): Promise<Found> => {
  for (let tries = 0; tries < 10; tries += 1) {
    const found = await find().catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error("it never came to be");
};
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** In the fast form, every other call of what takes seconds each time. */
const everyOther = 2;

async function keysIn(bucket: string): Promise<readonly string[]> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: house.names[bucket] }))
    keys.push(...Contents.map(({ Key = "" }) => Key));
  s3.destroy();
  return keys;
}

describe("whatever single call fails, is lost, or is the last one a function makes", () => {
  it("a yearly review is written once, as it was sent", async () => {
    let written = 0;
    await everyCall("staff-reports", { atLeast: 2 }, async (where) => {
      written += 1;
      const review = { records: { count: written }, comments: { records: `Kommentar ${written}` } };
      const whole = { updated: null, complete: null, routines: null, riskCount: null, ...review.records };
      const body = { ...review, records: whole };
      const told = await askUntilAnswered(house, dpo, `PUT yearly-reviews/2020/${kultur}`, body);
      expect([where, told.status, told.body.version]).toEqual([where, 200, written]);
      const read = await askUntilAnswered(house, dpo, `GET yearly-reviews/2020/${kultur}`);
      expect([where, read.body.version, read.body.records.count]).toEqual([where, written, written]);
    });
  });

  it("a record of processing is read in once", async () => {
    let written = 0;
    await everyCall("staff-reports", { atLeast: 2 }, async (where) => {
      written += 1;
      const rows = Array.from({ length: written }, (_, n) => `Behandling ${n};Ändamål;Prov;Lås;nej;`);
      const file = ["Behandling;Ändamål;Kontaktperson;Säkerhetsåtgärder;Hög risk;Konsekvensbedömning", ...rows];
      const body = { file: base64(file.join("\n")) };
      const told = await askUntilAnswered(house, dpo, `POST yearly-reviews/2019/${farsta}/record-imports`, body);
      expect([where, told.status, told.body.version, told.body.count]).toEqual([where, 200, written, written]);
    });
  });

  it("earlier years are read in whole, each row once", async () => {
    let read = 0;
    await everyCall("staff-reports", { atLeast: 4, step: everyOther }, async (where) => {
      const list = ["nummer;mottagen", ...[1, 2, 3].map((n) => `${read}-${n};2015-03-0${n}`)].join("\n");
      read += 3;
      const body = { kind: "requests", unit: kultur, file: base64(list) };
      const told = await askUntilAnswered(house, dpo, "POST history-imports", body);
      expect([where, told.status, told.body.rows]).toEqual([where, 200, 3]);
      const items = await itemsOf(house, "Cases");
      expect([where, items.filter(({ submission }) => /^import-(?!run)/.test(submission?.S ?? "")).length]).toEqual([
        where,
        read,
      ]);
      expect([where, (await askUntilAnswered(house, dpo, "GET reports/2015")).body.requests.received]).toEqual([
        where,
        read,
      ]);
    });
  });

  it("what is saved to go on with later opens with the code that was shown, and is what was written", async () => {
    let saved = 0;
    const save = async (): Promise<{ readonly code: string; readonly words: string }> => {
      saved += 1;
      const words = saved % 2 === 0 ? "erasure" : "access";
      const code = await until(async () => {
        const visitor = aVisitor();
        const html = await (await visitor.go(`${house.url}/sv/begaran/vad`)).text();
        const state = /name="state" value="([^"]+)"/.exec(html)?.[1] ?? "";
        const page = await postForm(visitor, `${house.url}/sv/begaran/vad`, { state, right: words, action: "save" });
        return page.status === 200 ? /intag-code">([0-9A-Z-]+)</.exec(await page.text())?.[1] : undefined;
      });
      return { code, words };
    };
    const open = ({ code, words }: Awaited<ReturnType<typeof save>>) =>
      until(async () => {
        const page = await postForm(aVisitor(), `${house.url}/sv/fortsatt`, { code });
        expect(page.status, "what was saved is never said to be missing").not.toBe(404);
        if (page.status !== 200) return undefined;
        const html = await page.text();
        expect(html).toContain("Dina svar finns kvar");
        return { words };
      });
    for (const role of ["public-forms", "citizen-status"])
      await everyCall(role, { atLeast: 1 }, async () => open(await save()));
  });

  it("a file of an answer is on the case once, or not at all, and nothing is left waiting when it is put there", async () => {
    const answer = await post(
      house,
      "requests",
      aRequest({ concerns: [{ service: "kultur-bibliotek" }] }),
      "flows-answer-file-1",
    );
    const kase = `${(await answer.json()).reference}-1`;
    await house.idle();
    const at = `/personal/arenden/${kase}/svarsfiler`;
    let added = 0;
    await everyCall("staff-cases", { atLeast: 4, step: everyOther }, async (where) => {
      added += 1;
      const { html } = await until(async () => {
        const page = await officer.get(at);
        return page.status === 200 ? page : undefined;
      });
      const { action, fields } = formIn(html, (form) => form.includes("multipart"));
      const form = new FormData();
      for (const [name, value] of fields) if (name !== "file") form.set(name, value);
      form.set("file", new Blob([`%PDF-1.7\n% ${added}\ntrailer<</Root 1 0 R>>\n%%EOF\n`]), "a.pdf");
      const stored = await fetch(action, { method: "POST", body: form, redirect: "manual" });
      expect([where, stored.status]).toEqual([where, 303]);
      const back = new URL(stored.headers.get("location") ?? "");
      // The browser asks again by the very same address.
      await until(async () => ((await officer.get(`${back.pathname}${back.search}`)).status < 500 ? true : undefined));
      const shown = await until(async () => {
        const page = await officer.get(at);
        return page.status === 200 ? page : undefined;
      });
      const listed = new Set([...shown.html.matchAll(/svarsfiler\/([0-9a-f-]{36}\.pdf)/g)].map(([, file]) => file));
      const kept = await keysIn("Files");
      expect([where, listed.size, kept.filter((key) => key.endsWith(".pdf")).length]).toEqual([where, added, added]);
      expect([where, kept.filter((key) => key.includes("/waiting/"))]).toEqual([where, []]);
      const { body } = await askUntilAnswered(house, dpo, `GET cases/${kase}`);
      const notes = body.history.filter(({ command }: { command: string }) => command === "note");
      expect([where, notes.length]).toEqual([where, added]);
    });
  });
});

describe("a year that is compiled while single calls fail", () => {
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const registered = async (receivedAt: string) => {
    const parts = { receivedAt, concerns: [{ service: "vet-inte" }] };
    const told = await ask(house, dpo, "POST registrations", aRegistration(parts));
    expect([told.status, told.text]).toEqual([201, told.text]);
    await house.idle();
  };
  /** What a reader of the year gets: how many requests its files speak of, after every file was held to the list. */
  const readWhole = async (year: number, where: string): Promise<number> => {
    const { body } = await ask(house, dpo, `GET reports/${year}/files`);
    let received = 0;
    for (const { name, size, sha256: hash } of body.items) {
      const headers = { authorization: `Bearer ${dpo}` };
      const to = await fetch(`${house.url}/api/v1/reports/${year}/files/${name}`, { redirect: "manual", headers });
      const bytes = new Uint8Array(await (await fetch(to.headers.get("location") ?? "")).arrayBuffer());
      expect([where, name, bytes.byteLength, sha256(bytes)]).toEqual([where, name, size, hash]);
      if (name === "city_figures.json") received = JSON.parse(Buffer.from(bytes).toString()).requests.received;
    }
    return received;
  };
  const fire = (year: number) => house.fire("yearly-report", `${year + 1}-01-02T04:00:00Z`);

  it("shows the files of before or the new ones, never some of each, and the next compilation shows the new", async () => {
    await registered("2023-03-03T09:00:00Z");
    await fire(2023);
    let cases = 1;
    await everyCall("yearly-report", { atLeast: 3, step: 29 }, async (where) => {
      await registered("2023-04-04T09:00:00Z");
      cases += 1;
      const wentWell = await fire(2023).then(
        () => true,
        () => false,
      );
      const between = await readWhole(2023, where);
      expect(wentWell ? [cases] : [cases - 1, cases], where).toContain(between);
      await until(() => fire(2023).then(() => true));
      expect([where, await readWhole(2023, where)]).toEqual([where, cases]);
    });
    const editions = (await keysIn("Reports")).filter((key) => key.startsWith("reports/2023/editions/"));
    expect(editions).toHaveLength(cases);
  });

  it("is compiled once for whoever asks for it, and the answer names the files that are shown", async () => {
    await everyCall("staff-reports", { atLeast: 3, step: everyOther }, async (where) => {
      await registered("2022-04-04T09:00:00Z");
      const told = await askUntilAnswered(house, dpo, "POST reports/2022/compilations");
      expect([where, told.status]).toEqual([where, 201]);
      expect([where, (await askUntilAnswered(house, dpo, "GET reports/2022/files")).body.items]).toEqual([
        where,
        told.body.files,
      ]);
    });
  });

  it("is locked once, as it was first locked", async () => {
    let year = 1990;
    await everyCall("staff-reports", { atLeast: 2 }, async (where) => {
      year += 1;
      await fire(year);
      const told = await askUntilAnswered(house, dpo, `POST reports/${year}/locks`);
      expect([where, told.status < 300 || told.text]).toEqual([where, true]);
      const again = await askUntilAnswered(house, dpo, `POST reports/${year}/locks`);
      expect([where, again.body.lockedAt]).toEqual([where, told.body.lockedAt]);
      expect(told.body.lockedAt).toMatch(/^\d{4}-/);
    });
  });
});

describe("a night whose looks are anchored while single calls fail", () => {
  it("is anchored once by the next night, and the chain holds", async () => {
    const told = await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: "2024-03-03T09:00:00Z" }));
    await house.idle();
    const reference = `${told.body.reference}-1`;
    const dayAt = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 11)}03:00:00Z`;
    expect((await ask(house, dpo, `GET cases/${reference}`)).status).toBe(200);
    await everyCall("anchor", { atLeast: 2 }, async (where) => {
      await house.fire("anchor", dayAt(1)).catch(() => undefined);
      await until(() => house.fire("anchor", dayAt(1)));
      const anchors = (await keysIn("Reports")).filter((key) => key.startsWith("anchors/"));
      expect([where, new Set(anchors).size, anchors.length]).toEqual([where, anchors.length, 1]);
      const log = await ask(house, dpo, `GET access-log?reference=${reference}`);
      expect([where, log.body.chain.brokenAt]).toEqual([where, null]);
    });
  });

  it("and every kind of fault that breaks work off was met", () => {
    console.log(`faults ${points}, kinds ${breaking.length}, violations 0`);
    expect(points).toBeGreaterThan(breaking.length * 8);
  });
});
