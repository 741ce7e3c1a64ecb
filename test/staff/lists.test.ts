import { describe, expect, it } from "vitest";
import { formatReference } from "../../shared/domain/reference.ts";
import { breachIn, consultationIn, on, requestIn } from "../casework/a-case.ts";
import { at } from "../fixtures.ts";
import { desk, farsta, jarva, person, placed } from "./desk.ts";

const dpo = person("dpo");
const here = person("coordinator", farsta);

const soon = placed(1, requestIn("received", { unit: farsta, dueOn: on("2026-11-27"), assignee: here.sub }));
const breach = placed(2, breachIn("reported", { unit: farsta, dueAt: at("2026-11-26T08:00:00Z"), drill: true }));
const later = placed(3, requestIn("reviewing", { unit: farsta, dueOn: on("2026-12-24") }));
const done = placed(4, requestIn("closed", { unit: farsta, dueOn: on("2026-01-01") }));
const elsewhere = placed(5, requestIn("received", { unit: jarva, dueOn: on("2026-12-01") }));
const asked = placed(6, { ...consultationIn("received"), unit: farsta, receivedAt: at("2026-12-30T00:00:00Z") });

const office = () => {
  const open = desk();
  open.open(soon, breach, later, done, elsewhere, asked);
  return open;
};
const references = (list: { readonly body: { readonly items: readonly { readonly reference: string }[] } }) =>
  list.body.items.map(({ reference }) => reference);
const of = (...files: readonly { readonly reference: string }[]) =>
  files.map(({ reference }) => formatReference(reference));

describe("the list of cases", () => {
  it("begins with the most urgent; what has ended comes last", async () => {
    expect(references(await office().list(here))).toEqual(of(breach, soon, later, asked, done));
    expect(references(await office().list(dpo))).toEqual(of(breach, soon, elsewhere, later, asked, done));
  });

  it("shows codes and dates, and not a word that anybody wrote", async () => {
    const list = await office().list(here);
    expect(list.body.items[0]).toEqual({
      reference: formatReference(breach.reference),
      submission: formatReference(breach.submission),
      kind: "breach",
      unit: farsta,
      status: "reported",
      receivedAt: breach.receivedAt,
      dueAt: "2026-11-26T08:00:00Z",
      assignee: null,
      version: 1,
      drill: true,
    });
    expect(list.body.items[1]).toMatchObject({ kind: "request", dueOn: "2026-11-27", assignee: here.sub });
    expect(list.text).not.toMatch(/kuvert|påhittat|Behöver/);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["kind", { kind: "request" }, of(soon, elsewhere, later, done)],
    ["unit", { unit: jarva }, of(elsewhere)],
    ["status", { status: "received" }, of(soon, elsewhere, asked)],
    ["a status at the end", { status: "closed" }, of(done)],
    ["assignee", { assignee: here.sub }, of(soon)],
    ["no assignee", { assignee: "none", kind: "request" }, of(elsewhere, later, done)],
    ["several at once", { kind: "request", unit: farsta, status: "reviewing" }, of(later)],
  ])("can be narrowed by %s", async (_, query, expected) => {
    expect(references(await office().list(dpo, query))).toEqual(expected);
  });

  it("can be narrowed to one's own", async () => {
    expect(references(await office().list(here, { assignee: "me" }))).toEqual(of(soon));
    expect(references(await office().list(dpo, { assignee: "me" }))).toEqual([]);
  });

  it("of a unit that is not theirs is as empty as that of a unit without cases", async () => {
    const theirs = await office().list(here, { unit: jarva });
    const none = await office().list(here, { unit: "sthlm-kulturnamnden" });
    expect([theirs.status, theirs.text]).toEqual([200, none.text]);
  });

  it("comes in pages that together are the whole, without any case twice", async () => {
    for (const limit of [1, 2, 3, 4, 5]) {
      const it_ = office();
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof it_.list>> = await it_.list(here, {
          limit: String(limit),
          ...(cursor === null ? {} : { cursor }),
        });
        expect(page.body.items.length).toBeLessThanOrEqual(limit);
        found.push(...references(page));
        cursor = page.body.next;
      } while (cursor !== null);
      expect(found).toEqual(of(breach, soon, later, asked, done));
    }
  });

  it("asks the store for no list of persons with protected identity unless they are cleared for it", async () => {
    const it_ = office();
    await it_.list(here);
    expect(it_.asked.flat().filter((queue) => queue.endsWith("protected"))).toEqual([]);
    await it_.list(person("coordinator", farsta, { mayProtected: true }));
    expect(it_.asked.flat().some((queue) => queue.endsWith("protected"))).toBe(true);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["kind", { kind: "complaint" }],
    ["unit", { unit: "no-such-unit" }],
    ["status", { status: "lost" }],
    ["assignee", { assignee: "å".repeat(3) }],
    ["limit", { limit: "0" }],
    ["limit", { limit: "101" }],
    ["limit", { limit: "1e1" }],
    ["limit", { limit: "" }],
    ["cursor", { cursor: "x" }],
    ["cursor", { cursor: Buffer.from('{"state":"all"}').toString("base64url") }],
    ["cursor", { cursor: Buffer.from('{"state":"open","more":1}').toString("base64url") }],
  ])("refuses what is no %s", async (name, query) => {
    const told = await office().list(here, query);
    expect([told.status, told.body.errors[0].pointer]).toEqual([400, `/${name}`]);
    expect(told.text).not.toMatch(/no-such-unit|complaint/);
  });
});
