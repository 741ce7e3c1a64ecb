import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, itemsOf, post } from "../house.ts";
import { lettersOf, plain } from "../proof/books.ts";
import { breaking, trouble } from "../proof/faults.ts";
import { isFull } from "../proof/seeded.ts";

const faulty = trouble();
let house: House;
beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall });
});
afterAll(() => house.close());

let sent = 0;
async function received(): Promise<string> {
  sent += 1;
  const key = `watch-faults-${String(sent).padStart(6, "0")}`;
  const answer = await post(house, "requests", aRequest({ concerns: [{ service: "kultur-bibliotek" }] }), key);
  await house.idle();
  return String((await answer.json()).reference).replaceAll("-", "");
}
/** A Tuesday morning long after every last day of these requests. */
const late = "2033-03-01T09:00:00Z";
const roundTried = async (): Promise<boolean> => {
  try {
    const { failed } = (await house.fire("deadline-watch", late)) as { failed: number };
    return failed === 0;
  } catch {
    return false;
  }
};

describe("whatever single call of a round fails, or is the last one it makes", () => {
  it("the next round owes what is left, and each reminder is mailed once", async () => {
    let points = 0;
    // Where it stopped after the call is the one that could say something twice; the others are tried in the full proof.
    const kinds = isFull ? breaking : (["applied, then stopped"] as const);
    for (const kind of kinds)
      for (const action of ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:UpdateItem"])
        for (let nth = 0; ; nth += 1) {
          const reference = await received();
          faulty.arm({ role: "deadline-watch", action, nth }, kind);
          await roundTried();
          const isStruck = faulty.disarm().some(({ fault }) => fault !== "pass");
          for (let tries = 0; !(await roundTried()) && tries < 5; tries += 1);
          await house.idle();
          await house.fire("outbox", late);
          await house.idle();
          const [kase] = (await itemsOf(house, "Cases"))
            .map(plain)
            .filter(({ submission }) => submission === reference);
          const where = `${kind} at ${action} ${nth}`;
          if (kase === undefined) throw new Error(where);
          const [, ...reminders] = lettersOf(kase);
          expect(
            reminders.map(({ id }) => id.replace(/\/[^/]*$/, "")),
            where,
          ).toEqual(["request-overdue/unit", "request-overdue/dpo"]);
          expect(
            reminders.map(({ state, attempts }) => [state, attempts.length]),
            where,
          ).toEqual([
            ["delivered", 1],
            ["delivered", 1],
          ]);
          if (!isStruck) break;
          points += 1;
        }
    const mails = (await house.mail()).filter(({ subject }) => String(subject).startsWith("Svaret är försenat"));
    expect(mails).toHaveLength(2 * sent);
    console.log(`faults in the watch ${points}, requests ${sent}, violations 0`);
    expect(points).toBeGreaterThan(kinds.length * 5);
  });
});
