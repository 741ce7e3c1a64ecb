import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideRequest } from "../../shared/domain/casework/decide-request.ts";
import { caseFiles } from "../../shared/store/case-table.ts";
import { allowed, by } from "../casework/a-case.ts";
import { aRequest, type House, itemsOf, post } from "../house.ts";
import { plain } from "../proof/books.ts";
import { breaking } from "../proof/fault-runner.ts";
import { trouble } from "../proof/faults.ts";
import { masterOf } from "../store/master.ts";
import { aDecidedHouse, yearsOn } from "./decided-house.ts";

const faulty = trouble();
let house: House;
let master: ReturnType<typeof masterOf>;
beforeAll(async () => {
  house = await aDecidedHouse({ onCall: faulty.onCall });
  master = masterOf(house);
});
afterAll(async () => {
  master.close();
  await house.close();
});

let sent = 0;
/** A request with two cases, both closed; answers with its reference. */
async function closedTwice(): Promise<string> {
  sent += 1;
  const answer = await post(house, "requests", aRequest(), `disposal-faults-${String(sent).padStart(4, "0")}`);
  const reference = String((await answer.json()).reference).replaceAll("-", "");
  await house.idle();
  await house.fire("outbox", new Date(Date.now() + 1_000).toISOString());
  await house.idle();
  const files = caseFiles(master.dynamodb, "Cases");
  for (const number of [1, 2]) {
    const file = await files.get({ submission: reference, number });
    if (file?.kind !== "request") throw new Error("the case of a request");
    const { kase } = allowed(decideRequest(file, { command: "withdraw" }, by("dpo", file.receivedAt)));
    expect(await files.save(kase)).toBe(true);
  }
  return reference;
}
const casesOf = async (reference: string) =>
  (await itemsOf(house, "Cases")).map(plain).filter(({ submission }) => submission === reference);
const night = yearsOn(2, 3);
const nightTried = async (): Promise<boolean> => {
  try {
    const { failed } = (await house.fire("disposal", night)) as { failed: number };
    return failed === 0;
  } catch {
    return false;
  }
};

describe("whatever single call of a night fails, or is the last one it makes", { timeout: 400_000 }, () => {
  it("the next night disposes of the rest, once, and the figures stand", async () => {
    let points = 0;
    for (const kind of breaking)
      for (const action of ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"])
        for (let nth = 0; ; nth += 1) {
          const reference = await closedTwice();
          const before = await casesOf(reference);
          faulty.arm({ role: "disposal", action, nth }, kind);
          await nightTried();
          const isStruck = faulty.disarm().some(({ fault }) => fault !== "pass");
          for (let tries = 0; !(await nightTried()) && tries < 5; tries += 1);
          await house.idle();
          const after = await casesOf(reference);
          const where = `${kind} at ${action} ${nth}`;
          expect(
            after.map(({ disposedAt, disposable }) => [disposedAt, disposable]),
            where,
          ).toEqual([
            [night, undefined],
            [night, undefined],
          ]);
          const figures = (items: typeof after) => items.map(({ yearShard, tally }) => [yearShard, tally]);
          expect(figures(after), where).toEqual(figures(before));
          const submissions = (await itemsOf(house, "Submissions")).map(plain);
          expect(submissions.find((one) => one.reference === reference)?.kind, where).toBe("disposed");
          if (!isStruck) break;
          points += 1;
        }
    console.log(`faults in disposal ${points}, violations 0`);
    expect(points).toBeGreaterThan(breaking.length * 8);
  });
});
