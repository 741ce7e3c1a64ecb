import { BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatReference } from "../../shared/domain/reference.ts";
import { itemOfCase } from "../../shared/store/case-record.ts";
import { at, breachIn, farsta, requestIn } from "../casework/a-case.ts";
import { aHouse, type House } from "../house.ts";
import { allOf, isFull } from "../proof/seeded.ts";
import { aColleague, type Colleague, wordsOf } from "./colleague.ts";
import { placed } from "./desk.ts";

let house: House;
let dpo: Colleague;
let coordinator: Colleague;

beforeAll(async () => {
  house = await aHouse();
  // What is put in past the functions needs no letters.
  for (const role of ["case-intake", "outbox"]) house.streams.pause(role);
  dpo = await aColleague(house, "local.dpo");
  coordinator = await aColleague(house, "local.coordinator.sthlm-sdn-farsta");
});
afterAll(() => house.close());

/** Open cases of the unit with the many: in the fast form fewer, and still far more than one page reads. */
const many = isFull ? 5_000 : 1_000;

const pad = (number: number, length: number) => String(number).padStart(length, "0");

/** Open cases of one unit, every tenth a breach, each with a last moment of its own. */
const theCase = (n: number) =>
  n % 10 === 0
    ? placed(n, breachIn("reported", { unit: farsta, dueAt: at(`2027-03-01T${pad(n % 24, 2)}:${pad(n % 60, 2)}:00Z`) }))
    : placed(n, requestIn("received", { unit: farsta }));

async function putIn(from: number, to: number): Promise<void> {
  const { url, region, credentials } = house.endpoint;
  const dynamodb = new DynamoDBClient({ endpoint: url, region, credentials });
  const Cases = house.names.Cases ?? "";
  const starts = Array.from({ length: Math.ceil((to - from) / 25) }, (_, index) => from + index * 25);
  await allOf(starts, 8, async (n) => {
    const items = Array.from({ length: Math.min(25, to - n) }, (_, index) => itemOfCase(theCase(n + index)));
    await dynamodb.send(
      new BatchWriteItemCommand({ RequestItems: { [Cases]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    );
  });
  dynamodb.destroy();
}

const numbersOn = (html: string): readonly string[] =>
  [...html.matchAll(/href="\/personal\/arenden\/([0-9A-Z]{13}(?:-\d+)?)"/g)].map(([, number = ""]) => number);

/** The calls to the store that one page takes, by what they are. */
async function callsFor(colleague: Colleague, path: string) {
  const before = house.calls.length;
  const { html } = await colleague.get(path);
  const made = house.calls
    .slice(before)
    .filter(({ role, action }) => role === "staff-cases" && action.startsWith("dynamodb:"));
  const counts = new Map<string, number>();
  for (const { action } of made) counts.set(action, (counts.get(action) ?? 0) + 1);
  return { html, counts: Object.fromEntries(counts) };
}

describe("the queue", () => {
  it("with thousands of open cases takes as many reads as with 50, and shows twenty of them", async () => {
    await putIn(1, 51);
    const few = [await callsFor(dpo, "/personal/arenden"), await callsFor(coordinator, "/personal/arenden")];
    await putIn(51, many + 1);
    const after = [await callsFor(dpo, "/personal/arenden"), await callsFor(coordinator, "/personal/arenden")];
    expect(after.map(({ counts }) => counts)).toEqual(few.map(({ counts }) => counts));
    for (const { html } of [...few, ...after]) expect(numbersOn(html)).toHaveLength(20);
  });

  it("goes on from page to page, the most urgent first, each case once", async () => {
    let path = "/personal/arenden?kind=breach";
    const seen: string[] = [];
    for (let page = 0; page <= many / 10 / 20 + 1; page += 1) {
      const { html } = await dpo.get(path);
      seen.push(...numbersOn(html));
      const next = /rel="next" href="([^"]+)"|href="([^"]+)" rel="next"/.exec(html);
      path = (next?.[1] ?? next?.[2] ?? "").replaceAll("&amp;", "&");
      if (path === "") break;
    }
    const expected = Array.from({ length: many / 10 }, (_, index) => theCase((index + 1) * 10));
    const byUrgency = expected
      .map((file) => ({ reference: file.reference, due: file.kind === "breach" ? file.dueAt : "" }))
      .sort((one, other) => (`${one.due}#${one.reference}` < `${other.due}#${other.reference}` ? -1 : 1));
    expect(seen).toEqual(byUrgency.map(({ reference }) => reference));
  });

  it("finds one case among them by its number", async () => {
    const { reference } = theCase(many - 289);
    const found = await coordinator.open(`/personal/arenden?reference=${formatReference(reference).toLowerCase()}`);
    expect(found.path).toBe(`/personal/arenden/${reference}`);
    expect(wordsOf(found.html)).toContain(formatReference(reference));
  });
});
