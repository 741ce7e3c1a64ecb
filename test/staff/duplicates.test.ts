import { afterAll, beforeAll, expect, it } from "vitest";
import { aHouse, type House, itemsOf } from "../house.ts";
import { aRegistration, farsta, kultur } from "./desk.ts";
import { ask, tokenFor } from "./signed-in.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const number = "19900101-2385";
const day = (ago: number) => `${new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 19)}Z`;
const farstaHelp = [{ service: "soc-ekonomiskt-bistand", place: "Farsta", from: "2020" }];

it("An officer is shown the same person's other requests for the same right within a year, of those that are theirs to see", async () => {
  const dpo = await tokenFor(house, "dpo");
  const officer = await tokenFor(house, "coordinator", kultur);
  const cleared = await tokenFor(house, "coordinator", kultur, true);
  const send = async (parts: object): Promise<string> => {
    const told = await ask(house, dpo, "POST registrations", aRegistration({ receivedAt: day(10), ...parts }));
    expect([told.status, told.text]).toEqual([201, told.text]);
    return `${told.body.reference}-1`;
  };
  const first = await send({});
  const second = await send({ receivedAt: day(2) });
  const elsewhere = await send({ concerns: farstaHelp });
  await send({ right: "erasure" });
  await send({ receivedAt: day(400) });
  await send({ person: { ...aRegistration().person, personalIdentityNumber: "191711602399", givenName: "Annan" } });
  const { address: _, ...person } = aRegistration().person;
  const hidden = await send({ protectedIdentity: true, person, delivery: "pick-up" });
  await house.idle();

  const shownTo = async (token: string, reference = first) =>
    ((await ask(house, token, `GET cases/${reference}`)).body.duplicates as string[]).toSorted();
  expect(await shownTo(dpo)).toEqual([second, elsewhere, hidden].toSorted());
  expect(await shownTo(officer)).toEqual([second]);
  expect(await shownTo(cleared)).toEqual([second, hidden].toSorted());
  expect(await shownTo(await tokenFor(house, "coordinator", farsta), elsewhere)).toEqual([]);

  // The mark tells nothing of the number, and nothing of it leaves the store.
  const marks = (await itemsOf(house, "Cases")).flatMap(({ person: mark }) => (mark?.S === undefined ? [] : [mark.S]));
  expect(new Set(marks).size).toBe(2);
  for (const mark of marks) expect(mark).not.toContain(number.replace("-", "").slice(2));
  expect(JSON.stringify((await ask(house, dpo, `GET cases/${first}`)).body)).not.toContain(marks[0]);
});
