import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { aHouse, type House } from "../house.ts";
import { aBrowser, aVisitor, type OwnBrowser, type VisitOptions, type Visitor } from "./browser.ts";
import { ordinary, sender } from "./citizen.ts";

export interface Visits {
  house(): House;
  /** Somebody at a fresh browser; leaves when the test ends. */
  visitor(options?: VisitOptions): Promise<Visitor>;
}

// What somebody wrote about themselves, long enough to be no part of an ordinary address.
const personal = Object.entries({ ...ordinary, ...sender })
  .filter(([name]) => /^(place|details|contact|person|representative)/.test(name))
  .flatMap(([, values]) => values)
  .filter((value) => value.length > 4);

const tellsOfSomebody = (address: string): boolean =>
  address.includes("?") || personal.some((value) => decodeURIComponent(address).includes(value));

/**
 * The whole system and a browser for the tests of one file. After each test, whatever it was about: nothing was
 * complained of in the console, nothing was asked for elsewhere, and no address told anything of anybody.
 */
export function visits(): Visits {
  let house: House;
  let own: OwnBrowser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    house = await aHouse();
    own = await aBrowser();
  });
  afterEach(async () => {
    const seen = visitors.splice(0);
    await Promise.all(seen.map((visitor) => visitor.leave()));
    expect(seen.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(seen.flatMap(({ addresses }) => addresses).filter(tellsOfSomebody)).toEqual([]);
    expect(house.functionErrors).toEqual([]);
  });
  afterAll(async () => {
    await own?.close();
    await house?.close();
  });

  return {
    house: () => house,
    visitor: async (wishes) => {
      const visitor = await aVisitor(own, house.url, wishes);
      visitors.push(visitor);
      return visitor;
    },
  };
}
