import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aTroubledHouse, type TroubledHouse, triedKinds } from "./fault-runner.ts";
import type { KindOfFault } from "./faults.ts";
import { sweep } from "./quiet.ts";
import { isFull } from "./seeded.ts";

let troubled: TroubledHouse;
beforeAll(async () => {
  troubled = await aTroubledHouse();
  for (const role of ["case-intake", "outbox"]) troubled.house.streams.pause(role);
});
afterAll(() => troubled.house.close());

// What a sweep calls is what the streams' rounds call, where every kind is tried: here those that leave a process dead.
const kinds: readonly KindOfFault[] = isFull ? triedKinds : ["stopped before", "applied, then stopped"];
const bySweeps = {
  afterwards: async () => {
    const { house } = troubled;
    await sweep(house, "case-intake", Date.now());
    await sweep(house, "outbox", Date.now());
    await house.idle();
  },
};

describe("with the streams switched off, whatever single call of a sweep fails", () => {
  it("the next sweeps open every case", async () => {
    expect(await troubled.everyCall("case-intake", bySweeps, kinds)).toBeGreaterThanOrEqual(8 * kinds.length);
    await troubled.allHolds();
  });

  it("the next sweeps send every receipt, once", async () => {
    expect(await troubled.everyCall("outbox", bySweeps, kinds)).toBeGreaterThanOrEqual(11 * kinds.length);
    await troubled.allHolds();
    expect(troubled.books().mails).toHaveLength(troubled.deeds.length);
  });

  it("what the streams deliver in the end changes nothing", async () => {
    for (const role of ["case-intake", "outbox"]) troubled.house.streams.resume(role);
    await troubled.allHolds();
    expect(troubled.books().mails).toHaveLength(troubled.deeds.length);
  });

  it("and every kind of call met every kind of fault", () => troubled.wasMetEverywhere(kinds));
});
