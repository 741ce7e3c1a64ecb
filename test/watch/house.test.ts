import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isHumaneHour } from "../../shared/domain/casework/humane-hours.ts";
import { addMilliseconds, type Instant } from "../../shared/domain/instant.ts";
import { at } from "../fixtures.ts";
import { aHouse, aRequest, type House, itemsOf, post } from "../house.ts";
import { anIncident, aRegistration, farsta, kultur } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { masterOf } from "../store/master.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const day = 24 * 3_600_000;
/** The first humane hour from so many days after now on. */
const inDays = (days: number): Instant => {
  let moment = addMilliseconds(at(new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString()), days * day);
  while (!isHumaneHour(moment)) moment = addMilliseconds(moment, 3_600_000);
  return moment;
};
const hourly = (moment: Instant) => house.fire("deadline-watch", moment);
const delivered = async (moment: Instant): Promise<readonly { to: string; subject: string }[]> => {
  const before = (await house.mail()).length;
  await house.idle();
  await house.fire("outbox", addMilliseconds(moment, 60_000));
  await house.idle();
  return (
    (await house.mail())
      .slice(before)
      .map(({ to, subject }) => ({ to: String(to), subject }))
      // When it is January in so many days, the units are reminded of their year as well.
      .filter(({ subject }) => !subject.includes("rsuppföljning"))
  );
};

describe("the watch in the whole house", () => {
  it("mails the unit and the DPO once when an answer is late, though twenty rounds come at once, and again later", async () => {
    const response = await post(
      house,
      "requests",
      aRequest({ concerns: [{ service: "kultur-bibliotek" }] }),
      "watch-key-0000000001",
    );
    expect(response.status).toBe(201);
    await house.idle();
    await house.fire("outbox", new Date().toISOString());
    const late = inDays(45);
    await Promise.all(Array.from({ length: 20 }, () => hourly(late)));
    const mails = await delivered(late);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(["dpo@intag.example", `${kultur}@intag.example`]);
    for (const { subject } of mails) expect(subject).toMatch(/^Svaret är försenat, ärende [0-9A-Z]{4}-/);
    await hourly(inDays(200));
    expect(await delivered(inDays(200))).toEqual([]);
  });

  it("mails about a breach in the night, at 24 hours, at 6, and when the time has run out", async () => {
    const employee = await tokenFor(house, "employee", farsta);
    const now = new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString().replace(".000", "");
    const told = await ask(house, employee, "POST incidents", anIncident({ detectedAt: now, awareAt: now }));
    expect(told.status).toBe(201);
    await house.idle();
    await delivered(at(now));
    const subjects = [];
    for (const hours of [47, 48, 49, 66, 71, 72, 73, 90]) {
      const moment = addMilliseconds(at(now), hours * 3_600_000 + 1_000);
      await hourly(moment);
      subjects.push((await delivered(moment)).map(({ subject }) => subject.replace(/, ärende.*/, "")).join(" + "));
    }
    const twice = (subject: string) => `${subject} + ${subject}`;
    expect(subjects).toEqual([
      "",
      twice("Mindre än 24 timmar kvar att anmäla"),
      "",
      twice("Mindre än 6 timmar kvar att anmäla"),
      "",
      twice("Tiden att anmäla har gått ut"),
      "",
      "",
    ]);
  });

  it("mails nobody but the DPO about a person with protected identity", async () => {
    const coordinator = await tokenFor(house, "coordinator", kultur, true);
    const receivedAt = new Date(Date.now() - day).toISOString().replace(/\.\d+Z$/, "Z");
    const told = await ask(
      house,
      coordinator,
      "POST registrations",
      aRegistration({
        receivedAt,
        protectedIdentity: true,
        person: { givenName: "Exempel", familyName: "Exempelsson", personalIdentityNumber: "19900101-2385" },
        delivery: "pick-up",
      }),
    );
    expect(told.status).toBe(201);
    await house.idle();
    await hourly(inDays(45));
    const mails = await delivered(inDays(45));
    expect(mails.map(({ to }) => to)).toEqual(["dpo@intag.example"]);
  });

  it("goes on past a case that cannot be read, and does not count as finished until that is mended", async () => {
    const { dynamodb, close } = masterOf(house);
    const keys = ["watch-key-0000000002", "watch-key-0000000003"];
    for (const key of keys)
      await post(house, "requests", aRequest({ concerns: [{ service: "kultur-bibliotek" }] }), key);
    await house.idle();
    const [poisoned] = (await itemsOf(house, "Cases")).filter(({ remindAt }) => remindAt !== undefined);
    if (poisoned?.submission === undefined || poisoned.number === undefined || poisoned.history === undefined)
      throw new Error("there are cases to be reminded of");
    const write = (history: NonNullable<(typeof poisoned)["history"]>) =>
      dynamodb.send(
        new UpdateItemCommand({
          TableName: "Cases",
          Key: { submission: poisoned.submission ?? history, number: poisoned.number ?? history },
          UpdateExpression: "SET history = :history",
          ExpressionAttributeValues: { ":history": history },
        }),
      );
    await write({ S: "not what it was" });
    const finished = () => house.logs.filter(({ entry }) => entry.event === "watch-finished").length;
    const before = finished();
    await house.idle();
    expect(await hourly(inDays(46))).toMatchObject({ failed: 1 });
    expect((await delivered(inDays(46))).length).toBeGreaterThan(0);
    expect(finished()).toBe(before);
    await write(poisoned.history);
    expect(await hourly(inDays(47))).toMatchObject({ failed: 0 });
    expect(finished()).toBe(before + 1);
    close();
  });

  it("says when it has finished and when not, and asks for nothing that it may not", () => {
    expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
    const lines = house.logs.filter(({ entry }) => entry.role === "deadline-watch").map(({ entry }) => entry.event);
    expect(new Set(lines)).toEqual(new Set(["watch-finished", "watch-left", "reminder-failed"]));
  });
});
