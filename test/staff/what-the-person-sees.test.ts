import { afterAll, beforeAll, expect, it } from "vitest";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { ask, tokenFor } from "./signed-in.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

it("The person who asked is told how each part of the request ended, and not a word that staff wrote", async () => {
  const sent = await (await post(house, "requests", aRequest(), "what-the-person-sees-1")).json();
  await house.idle();
  const { reference, statusCode } = sent;
  const status = async () => (await post(house, "request-status", { reference, statusCode })).json();
  const before = await status();
  expect(before.cases).toHaveLength(2);
  for (const kase of before.cases) expect(kase).not.toHaveProperty("outcome");

  const dpo = await tokenFor(house, "dpo");
  const explanation = "Hemlig anteckning om handläggningen.";
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(Date.now());
  const answer = { command: "answer", version: 1, outcome: "no-data", sentOn: today, explanation };
  const told = await ask(house, dpo, `POST cases/${reference}-1/commands`, answer);
  expect([told.status, told.text]).toEqual([200, told.text]);

  const after = await status();
  expect(after.cases.map(({ outcome }: { outcome?: string }) => outcome)).toEqual(["no-data", undefined]);
  expect(JSON.stringify(after)).not.toContain("Hemlig");
  const page = await fetch(`${house.url}/sv/arende`, {
    method: "POST",
    body: new URLSearchParams({ reference, statusCode }),
    headers: { origin: house.url },
  });
  const text = await page.text();
  expect(text).toContain("Vi har inga uppgifter om dig.");
  expect(text).not.toContain("Hemlig");
});
