import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aTroubledHouse, type TroubledHouse, triedKinds } from "./fault-runner.ts";

let troubled: TroubledHouse;
beforeAll(async () => {
  troubled = await aTroubledHouse();
});
afterAll(() => troubled.house.close());

describe("whatever single call fails, is lost, or is the last one a function makes", () => {
  it("a request by the API is received once, by the same reference", async () => {
    expect(await troubled.everyCall("public-forms")).toBeGreaterThanOrEqual(triedKinds.length);
    await troubled.allHolds();
  });

  it("a request by the pages is received once, by the same reference", async () => {
    expect(await troubled.everyCall("public-forms", { via: "pages" })).toBeGreaterThanOrEqual(triedKinds.length);
    await troubled.allHolds();
  });

  it("each of its cases is opened once", async () => {
    expect(await troubled.everyCall("case-intake")).toBeGreaterThanOrEqual(4 * triedKinds.length);
    await troubled.allHolds();
  });

  it("its receipt is sent once, when the mail service tells what it sent", async () => {
    expect(await troubled.everyCall("outbox")).toBeGreaterThanOrEqual(8 * triedKinds.length);
    await troubled.allHolds();
    expect(troubled.books().mails).toHaveLength(troubled.deeds.length);
  });

  it("when nobody tells, the receipt is sent again only if its sender was stopped before writing it down", async () => {
    const { deeds } = troubled;
    const [mailsBefore, deedsBefore] = [troubled.books().mails.length, deeds.length];
    troubled.hear([]);
    expect(await troubled.everyCall("outbox")).toBeGreaterThanOrEqual(7 * triedKinds.length);
    await troubled.allHolds();
    const again = troubled.books().mails.length - mailsBefore - (deeds.length - deedsBefore);
    const inDoubt = deeds.filter(({ mailsInDoubt }) => mailsInDoubt > 0).length;
    console.log(`receipts sent twice: ${again} of ${inDoubt} whose sender was stopped in between`);
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThanOrEqual(inDoubt);
  });

  it("and every kind of call met every kind of fault", () => troubled.wasMetEverywhere());
});
