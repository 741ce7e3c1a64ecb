import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { badFiles, pdf, png } from "../citizen/files.ts";
import { aHouse, type House } from "../house.ts";
import { aVisitor, signedIn, type Visitor } from "../sign-in/visitor.ts";
import { fromOurPage } from "../staff/colleague.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { masterOf } from "../store/master.ts";
import { canary, photo } from "./pictures.ts";
import { type Asked, askedForAnother, sendFile, sent, storedFiles, towardsEvidence } from "./sender.ts";

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

const round = () => house.fire("evidence");
const words = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const caseOf = ({ reference }: Asked, number = 1) => `${reference}-${number}`;
const pageOf = (asked: Asked, number = 1) => `${house.url}/personal/arenden/${caseOf(asked, number)}`;
const shown = async (asked: Asked, number = 1) => (await officer.go(pageOf(asked, number))).text();
const read = async (asked: Asked, number = 1) => (await ask(house, dpo, `GET cases/${caseOf(asked, number)}`)).body;
const linksIn = (html: string) => [...html.matchAll(/href="([^"]+\/underlag\/[^"]+)"/g)].map(([, link]) => link ?? "");
const timelineOf = async (asked: Asked) => {
  const answer = await fetch(`${house.url}/api/v1/request-status`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  });
  return (await answer.json()).timeline.map(({ text }: { text: string }) => text).join(" ");
};

describe("Evidence that somebody may ask for another", () => {
  it("goes from the sender to the officer, without what a photo tells, and is confirmed", async () => {
    const asked = await askedForAnother(house);
    expect(words(await shown(asked))).toContain("Fullmakt saknas");
    expect(words(await (await sent(house, asked, photo, "Anna Andersson fullmakt.jpg")).text())).toContain(
      "Filen är skickad. Vi kontrollerar den",
    );
    await sent(house, asked, pdf("fullmakt"));

    // Nobody can fetch what nobody has looked at.
    expect((await storedFiles(house)).filter((key) => key.startsWith("evidence/"))).toEqual([]);
    expect(linksIn(await shown(asked))).toEqual([]);
    expect(await round()).toMatchObject({ received: 2, refused: 0, failed: 0 });
    const reference = asked.reference.replaceAll("-", "");
    for (const key of await storedFiles(house))
      expect(key).toMatch(new RegExp(`^evidence/${reference}/[0-9a-f-]{36}\\.(pdf|jpg)$`));

    const page = await shown(asked);
    expect(words(page)).toContain("Underlag har kommit in, inte kontrollerat");
    const links = linksIn(page);
    expect(links).toHaveLength(2);
    const before = (await ask(house, dpo, `GET access-log?reference=${caseOf(asked)}&limit=100`)).body.items.length;
    for (const link of links) {
      const hop = await officer.go(`${house.url}${link}`);
      expect(hop.status).toBe(303);
      const url = new URL(hop.headers.get("location") ?? "");
      expect(Number(url.searchParams.get("X-Amz-Expires"))).toBeLessThanOrEqual(60);
      const file = await fetch(url);
      expect(file.headers.get("content-disposition")).toMatch(
        /^attachment; filename="underlag-[0-9a-f]{8}\.(pdf|jpg)"$/,
      );
      const bytes = Buffer.from(await file.arrayBuffer());
      expect([bytes.length > 0, bytes.includes(canary)]).toEqual([true, false]);
    }
    const after = (await ask(house, dpo, `GET access-log?reference=${caseOf(asked)}&limit=100`)).body.items.length;
    expect(after - before).toBe(links.length);

    const told = await read(asked);
    expect(told.evidence.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(["jpg", "pdf"]);
    const command = { command: "confirm-representation", how: "evidence", version: told.version };
    expect((await ask(house, dpo, `POST cases/${caseOf(asked)}/commands`, command)).status).toBe(200);
    expect((await read(asked)).representation.confirmed.how).toBe("evidence");
    const page2 = words(await shown(asked));
    expect(page2).toContain("Kontrollerat En fullmakt eller ett beslut");
    expect(page2).not.toContain("Fullmakt saknas");
    // What has been confirmed is not asked for any more.
    await expect(towardsEvidence(aVisitor(), house, asked)).rejects.toThrow("asks for no evidence");
    const timeline = await timelineOf(asked);
    expect(timeline).toContain("Vi tog emot din fullmakt eller ditt beslut.");
    expect(timeline).toContain("Vi har kontrollerat att du får göra begäran för den andra.");
    // Told twice, it is told once; and a command given on the version before is not stale by a file that came.
    expect(await round()).toMatchObject({ received: 0, refused: 0, left: 0 });
  });

  it("makes no officer's command stale, and comes to every case of the request", async () => {
    const asked = await askedForAnother(house, {
      concerns: [{ service: "kultur-bibliotek" }, { service: "soc-ekonomiskt-bistand", place: "Husby" }],
    });
    const { version } = await read(asked);
    await sent(house, asked, png, "beslut.png");
    await round();
    const given = await ask(house, dpo, `POST cases/${caseOf(asked)}/commands`, { command: "take", version });
    expect([given.status, given.body.code]).toEqual([200, undefined]);
    const [one, other] = [await read(asked, 1), await read(asked, 2)];
    expect(one.evidence).toHaveLength(1);
    expect(one.evidence).toEqual(other.evidence);
    // What came once is one thing to the person.
    expect((await timelineOf(asked)).match(/Vi tog emot din fullmakt/g)).toHaveLength(1);
  });

  const inWords = { harmful: /skadligt/, "not-such-a-file": /inte är en pdf/ } as const;

  it.each(badFiles)("is refused in words, and nothing of it stays, when it is $what", async ({ bytes, name, why }) => {
    const asked = await askedForAnother(house);
    const before = await storedFiles(house);
    await sent(house, asked, bytes, name);
    expect(await round()).toMatchObject({ received: 0, refused: 1 });
    expect(await storedFiles(house)).toEqual(before);
    expect(await timelineOf(asked)).toMatch(inWords[why]);
    const page = await shown(asked);
    expect([linksIn(page), words(page).includes("Fullmakt saknas")]).toEqual([[], true]);
    expect(JSON.stringify(await read(asked))).not.toContain(name.slice(0, 8));
  });

  it("is kept nowhere when every case of the request has been disposed of meanwhile", async () => {
    const asked = await askedForAnother(house);
    const before = await storedFiles(house);
    await sent(house, asked, png, "beslut.png");
    // As the night leaves it that has come to the case, and not yet to its files.
    const { dynamodb, close } = masterOf(house);
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: house.names.Cases,
        Key: { submission: { S: asked.reference.replaceAll("-", "") }, number: { N: "1" } },
        UpdateExpression: "SET disposedAt = :at",
        ExpressionAttributeValues: { ":at": { S: new Date().toISOString() } },
      }),
    );
    close();
    expect(await round()).toMatchObject({ received: 0, refused: 0, left: 0, failed: 0 });
    expect(await storedFiles(house)).toEqual(before);
  });

  it("goes only where the form says, as large as it says, and only from who has the number and the code", async () => {
    const asked = await askedForAnother(house);
    const visitor = aVisitor();
    const open = () => towardsEvidence(visitor, house, asked);
    const page = await open();
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/form-action 'self' http:\/\/127\.0\.0\.1:\d+;/);
    expect((await sendFile(page, pdf(), "x", (form) => form.set("key", "evidence/x/y.pdf"))).status).toBe(403);
    expect((await sendFile(await open(), pdf(), "x", (form) => form.set("x-amz-meta-x", "y"))).status).toBe(403);
    expect((await sendFile(await open(), Buffer.alloc(10 * 1024 * 1024 + 1), "x")).status).toBe(400);
    // Nothing is asked of whoever asks for themselves, and the page is not there without the pass.
    const own = await askedForAnother(house, { onBehalfOf: "self", representative: undefined });
    await expect(towardsEvidence(aVisitor(), house, own)).rejects.toThrow("asks for no evidence");
    const stranger = await aVisitor().go(`${house.url}/sv/arende/underlag`);
    expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/sv/arende"]);
    const forged = await visitor.go(`${house.url}/sv/arende/underlag?key=quarantine/0000000000000/x`);
    expect(forged.headers.get("location")).toBe("/sv/arende/underlag");
  });

  it("is fetched and confirmed by those who work the case, and by no one else", async () => {
    const asked = await askedForAnother(house);
    await sent(house, asked, pdf());
    await round();
    const [link = ""] = linksIn(await shown(asked));
    for (const [person, status] of [
      ["local.coordinator.sthlm-kulturnamnden", 303],
      ["local.coordinator.sthlm-sdn-farsta", 404],
      ["local.manager.sthlm-kulturnamnden", 403],
      ["local.central", 403],
    ] as const) {
      const visitor = aVisitor();
      await signedIn(visitor, house, person);
      expect((await visitor.go(`${house.url}${link}`, { headers: fromOurPage(house) })).status, person).toBe(status);
    }
    expect((await officer.go(`${pageOf(asked)}/underlag/${crypto.randomUUID()}.pdf`)).status).toBe(404);
  });

  it("is handled by roles that use all that they may do with it, and ask for no more", () => {
    const asks = house.calls.flatMap(({ role, uses }) =>
      uses.flatMap(({ action, resource }) => {
        const folder = /\/(quarantine|evidence)\//.exec(resource)?.[1];
        return folder === undefined ? [] : [`${role} ${action} ${folder}`];
      }),
    );
    expect([...new Set(asks)].toSorted()).toEqual([
      "citizen-status s3:PutObject quarantine",
      "evidence s3:DeleteObject evidence",
      "evidence s3:DeleteObject quarantine",
      "evidence s3:GetObject quarantine",
      "evidence s3:PutObject evidence",
      "staff-cases s3:GetObject evidence",
    ]);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
