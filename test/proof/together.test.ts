import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, type House } from "../house.ts";
import { booksOf } from "./books.ts";
import { aDeed, type Deed, postDeed, sendPage, throughPages } from "./client.ts";
import { violations } from "./invariants.ts";
import { allOf, isFull } from "./seeded.ts";

let house: House;
const deeds: Deed[] = [];
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const atOnce = 16;
const many = (count: number) => Array.from({ length: count });

describe(`the same wish sent ${atOnce} times at once`, () => {
  it("by the API is one submission, and every answer carries its reference", async () => {
    await allOf(many(isFull ? 1_000 : 60), 2, async () => {
      const deed = await aDeed(house, { email: false });
      deeds.push(deed);
      await Promise.all(many(atOnce).map(() => postDeed(house, deed)));
    });
    const answers = deeds.flatMap(({ promised }) => promised);
    expect(deeds.flatMap(({ refused }) => refused)).toEqual([]);
    expect(answers).toHaveLength(deeds.length * atOnce);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(deeds.length);
    console.log(`keys: ${deeds.length}, posts: ${answers.length}, references: ${deeds.length}`);
  });

  it("by the last page is one submission, and every receipt shows its number and its code", async () => {
    const pages = await allOf(many(isFull ? 100 : 12), 2, async () => {
      const deed = await aDeed(house, { via: "pages", email: false });
      const sealed = await throughPages(house, deed);
      await Promise.all(many(atOnce).map(() => sendPage(house, deed, sealed)));
      return deed;
    });
    deeds.push(...pages);
    expect(pages.flatMap(({ refused }) => refused)).toEqual([]);
    for (const { promised } of pages) {
      expect(promised).toHaveLength(atOnce);
      expect(new Set(promised.map(({ reference, statusCode }) => `${reference} ${statusCode}`)).size).toBe(1);
    }
  });

  it("leaves exactly that many submissions, each with the cases its routing names", async () => {
    await house.idle();
    const books = await booksOf(house);
    expect(books.submissions).toHaveLength(deeds.length);
    expect(violations(deeds, books)).toEqual([]);
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
  });
});
