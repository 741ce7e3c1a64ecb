import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, itemsOf, post } from "../house.ts";
import { plain } from "../proof/books.ts";
import { aColleague, headingOf } from "../staff/colleague.ts";
import { aRegistration, farsta, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { aDecidedHouse, decision, yearsOn } from "./decided-house.ts";

let house: House;
let dpo: string;
beforeAll(async () => {
  house = await aDecidedHouse();
  dpo = await tokenFor(house, "dpo");
});
afterAll(() => house.close());

const night = (at: string) => house.fire("disposal", at);
/** A request to one unit, registered by staff; answers with its case's reference. */
async function aRegistered(parts: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const coordinator = await tokenFor(house, "coordinator", kultur, true);
  const receivedAt = new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, "Z");
  const told = await ask(house, coordinator, "POST registrations", aRegistration({ receivedAt, ...parts }));
  expect([told.status, told.text]).toEqual([201, told.text]);
  await house.idle();
  return `${told.body.reference}-1`;
}
/** The same, withdrawn at once. */
async function closedRequest(parts: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const reference = await aRegistered(parts);
  await close(reference);
  return reference;
}
async function close(reference: string): Promise<void> {
  const { version } = (await ask(house, dpo, `GET cases/${reference}`)).body;
  const body = { version, command: "withdraw" };
  const told = await ask(house, dpo, `POST cases/${reference}/commands`, body);
  expect([told.status, told.text]).toEqual([200, told.text]);
}

describe("disposal in the whole house", () => {
  it("leaves of a closed case its key, its codes and its figures, on its day and not before", async () => {
    const reference = await closedRequest();
    const stored = reference.replaceAll("-", "");
    const before = (await itemsOf(house, "Cases"))
      .map(plain)
      .find((item) => stored.startsWith(String(item.submission)));
    expect(await night(yearsOn(2, -3))).toMatchObject({ cases: 0 });
    expect(await night(yearsOn(2, 3))).toEqual({ cases: 1, submissions: 1, failed: 0 });
    const after = (await itemsOf(house, "Cases")).map(plain).find((item) => stored.startsWith(String(item.submission)));
    expect(after).toEqual({
      submission: before?.submission,
      number: 1,
      reference: before?.reference,
      kind: "request",
      unit: kultur,
      protectedIdentity: "no",
      closedRecordedAt: before?.closedRecordedAt,
      disposedAt: yearsOn(2, 3),
      disposalRule: "request",
      disposalDecision: decision,
      ledger: "cases",
      ledgerEntry: `${yearsOn(2, 3)}#${before?.reference}`,
      schemaVersion: 1,
      yearShard: before?.yearShard,
      tally: before?.tally,
    });
    const submission = (await itemsOf(house, "Submissions"))
      .map(plain)
      .find((item) => stored.startsWith(String(item.reference)));
    expect(submission).toEqual({
      reference: before?.submission,
      kind: "disposed",
      disposedAt: yearsOn(2, 3),
      schemaVersion: 1,
    });
  });

  it("takes the files of its answer with it, and what its sender had sent, and no other case's", async () => {
    const [gone, open] = [await closedRequest(), await aRegistered()];
    const { url: endpoint, region, credentials } = house.endpoint;
    const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    const Bucket = house.names.Files;
    const folder = (reference: string) => `answers/${reference.replaceAll("-", "").slice(0, 13)}/1/`;
    const evidence = (reference: string) => folder(reference).replace("answers", "evidence").replace("/1/", "/c.jpg");
    const waiting = (reference: string) => evidence(reference).replace("evidence", "quarantine");
    const names = [gone, open].flatMap((reference) => [
      `${folder(reference)}a.pdf`,
      `${folder(reference)}waiting/b`,
      evidence(reference),
      waiting(reference),
    ]);
    for (const Key of names) await s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }));
    expect(await night(yearsOn(2, 4))).toMatchObject({ failed: 0 });
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents.map(({ Key }) => Key)).toEqual(names.slice(4));
    s3.destroy();
  });

  it("tells those who could see the case that it is gone, and everybody else that it is not there", async () => {
    const reference = await closedRequest();
    const secret = await closedRequest({
      protectedIdentity: true,
      person: { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: "19900101-2385" },
      delivery: "pick-up",
    });
    await night(yearsOn(3));
    const [own, cleared, other] = await Promise.all([
      tokenFor(house, "coordinator", kultur),
      tokenFor(house, "coordinator", kultur, true),
      tokenFor(house, "coordinator", farsta),
    ]);
    const told = async (token: string, path: "GET" | "HISTORY" | "COMMAND", of: string) => {
      if (path === "COMMAND")
        return ask(house, token, `POST cases/${of}/commands`, { version: 2, command: "note", text: "Hej" });
      return ask(house, token, path === "GET" ? `GET cases/${of}` : `GET cases/${of}/history`);
    };
    for (const path of ["GET", "HISTORY", "COMMAND"] as const) {
      const never = await told(other, path, "0000-0000-00000-1");
      for (const [who, of, status] of [
        [dpo, reference, 410],
        [own, reference, 410],
        [other, reference, 404],
        [dpo, secret, 410],
        [cleared, secret, 410],
        [own, secret, 404],
      ] as const) {
        const answer = await told(who, path, of);
        expect([path, answer.status, answer.body.code]).toEqual([
          path,
          status,
          status === 410 ? "disposed" : "not-there",
        ]);
        if (status === 404) expect(answer.text).toBe(never.text);
      }
    }
    // The pages say so in words, and to those who could not see it no more than that there is nothing.
    const coordinator = await aColleague(house, `local.coordinator.${kultur}`);
    const [gone, hidden, none] = await Promise.all(
      [reference, secret, "0000-0000-00000-1"].map((one) => coordinator.get(`/personal/arenden/${one}`)),
    );
    expect([gone?.status, headingOf(gone?.html ?? "")]).toEqual([410, "Ärendet är gallrat"]);
    const bare = (html = "") => html.replaceAll(/value="k1\.[^"]*"/g, "");
    expect([hidden?.status, bare(hidden?.html)]).toEqual([404, bare(none?.html)]);
    const lists = await ask(house, dpo, "GET cases?limit=100");
    expect(lists.text).not.toContain(reference);
    // Who looked at it is still known.
    expect((await ask(house, dpo, `GET access-log?reference=${reference}`)).body.items.length).toBeGreaterThan(0);
  });

  it("keeps a submission while one of its cases is kept, and afterwards knows its sender no more", async () => {
    const key = "disposal-key-00000001";
    const received = await post(house, "requests", aRequest(), key);
    const { reference, statusCode } = await received.json();
    await house.idle();
    await house.fire("outbox", new Date().toISOString());
    const status = () => post(house, "request-status", { reference, statusCode });
    await close(`${reference}-1`);
    await night(yearsOn(4));
    const partly = await status();
    expect(partly.status).toBe(200);
    expect((await partly.json()).cases).toHaveLength(1);
    expect((await post(house, "requests", aRequest(), key)).headers.get("idempotent-replay")).toBe("true");

    await close(`${reference}-2`);
    await Promise.all(Array.from({ length: 20 }, () => night(yearsOn(5))));
    const gone = await status();
    const never = await post(house, "request-status", { reference: "0000-0000-00000", statusCode });
    expect([gone.status, await gone.text()]).toEqual([404, await never.text()]);
    // Sent again, years after, it is not taken in anew.
    const again = await post(house, "requests", aRequest(), key);
    expect([again.status, (await again.json()).code]).toEqual([410, "disposed"]);
    await house.idle();
    const left = (await itemsOf(house, "Submissions")).map(plain).filter((item) => item.pendingIntake !== undefined);
    expect(left).toEqual([]);
  });

  it("leaves alone what was opened again, and what still owes a letter", async () => {
    const reference = await closedRequest();
    const { version } = (await ask(house, dpo, `GET cases/${reference}`)).body;
    const reopened = await ask(house, dpo, `POST cases/${reference}/commands`, {
      version,
      command: "reopen",
      reason: "Mer hittades.",
    });
    expect([reopened.status, reopened.text]).toEqual([200, reopened.text]);
    expect(await night(yearsOn(6))).toMatchObject({ cases: 0, failed: 0 });
    expect((await ask(house, dpo, `GET cases/${reference}`)).status).toBe(200);
  });

  it("is told of in a ledger that the DPO alone may read, in pages, with the rules in words", async () => {
    const first = (await ask(house, dpo, "GET disposals?limit=3")).body;
    const rest = (await ask(house, dpo, `GET disposals?limit=100&cursor=${first.next}`)).body;
    expect(first.items).toHaveLength(3);
    expect(rest.next).toBeNull();
    const entries = [...first.items, ...rest.items];
    const disposed = (await itemsOf(house, "Cases")).map(plain).filter((item) => item.disposedAt !== undefined);
    expect(entries.map(({ reference }) => reference.replaceAll("-", "")).toSorted()).toEqual(
      disposed.map(({ reference }) => String(reference).replaceAll("-", "")).toSorted(),
    );
    expect(new Set(entries.map(({ rule, decision: by }) => `${rule} ${by}`))).toEqual(new Set([`request ${decision}`]));
    expect(first.rules[0]).toContain(decision);
    const coordinator = await tokenFor(house, "coordinator", kultur);
    expect((await ask(house, coordinator, "GET disposals")).status).toBe(403);
    for (const query of ["limit=0", "limit=101", "cursor=x"])
      expect((await ask(house, dpo, `GET disposals?${query}`)).status).toBe(400);
  });

  it("never asks for what it may not have", () => {
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});

describe("a city that has decided nothing", () => {
  it("disposes of nothing, ever, and says so", async () => {
    const undecided = await aHouse();
    try {
      await post(undecided, "requests", aRequest(), "disposal-key-00000002");
      await undecided.idle();
      expect(await undecided.fire("disposal", "2099-01-01T02:30:00Z")).toEqual({ cases: 0, submissions: 0, failed: 0 });
      const told = await ask(undecided, await tokenFor(undecided, "dpo"), "GET disposals");
      expect(told.body.rules).toEqual([expect.stringMatching(/^(Inget gallras|Nothing is disposed of)/)]);
    } finally {
      await undecided.close();
    }
  });
});
