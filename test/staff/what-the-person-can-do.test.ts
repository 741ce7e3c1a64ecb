import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, aRequest, type House, post } from "../house.ts";
import { ask, tokenFor } from "./signed-in.ts";

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(Date.now());
let sent = 0;

async function aSentRequest() {
  sent += 1;
  const { reference, statusCode } = await (
    await post(house, "requests", aRequest(), `what-can-be-done-${sent}`)
  ).json();
  await house.idle();
  const dpo = await tokenFor(house, "dpo");
  return {
    command: async (number: number, command: object) => {
      const told = await ask(house, dpo, `POST cases/${reference}-${number}/commands`, command);
      expect([told.status, told.text]).toEqual([200, told.text]);
    },
    page: async (path = "/sv/arende") => {
      const response = await fetch(`${house.url}${path}`, {
        method: "POST",
        body: new URLSearchParams({ reference, statusCode }),
        headers: { origin: house.url },
      });
      return (await response.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    },
  };
}

const explanation = "Hemlig anteckning om handläggningen.";

describe("The page of how a request is going", () => {
  it("says what happens next, and that there is nothing to do", async () => {
    const { page } = await aSentRequest();
    expect(await page()).toContain("Nästa steg: Vi söker i våra register.");
    expect(await page("/en/case")).toContain("Next step: We search our records.");
    expect(await page()).not.toContain("Saknas något i svaret?");
  });

  it("says why the day moved, from which and to which, in the law's words and none of the officer's", async () => {
    const { command, page } = await aSentRequest();
    await command(1, { command: "extend", version: 1, reason: "many-requests", explanation, noticeSentOn: today });
    const text = await page();
    expect(text).toMatch(
      /Vi behöver mer tid\. Det beror på att vi har fått många begäranden att svara på\. Först skulle du ha fått svar senast \d+ \p{L}+ \d{4}\. Nu får du svar senast \d+ \p{L}+ \d{4}\. Du kan klaga hos Integritetsskyddsmyndigheten, IMY/u,
    );
    expect(text).not.toContain("Hemlig");
    expect(await page("/en/case")).toContain("This is because we have received many requests to answer.");
  });

  it("says, once answered, how to tell that something is missing, and where to complain", async () => {
    const { command, page } = await aSentRequest();
    const noAnswer = { command: "answer", version: 1, outcome: "no-data", sentOn: today, explanation };
    await command(1, noAnswer);
    const text = await page();
    expect(text).toContain("Saknas något i svaret? Hör av dig och säg ärendenumret");
    expect(text).toContain("Är du inte nöjd?");
    expect(text).toContain("Du kan klaga hos Integritetsskyddsmyndigheten, IMY");
    expect(text, "nothing was refused, so there is nothing to appeal").not.toContain("förvaltningsrätten");
  });

  it("names the court where something was refused", async () => {
    const { command, page } = await aSentRequest();
    await command(1, { command: "refuse", version: 1, outcome: "refused-excessive", sentOn: today, explanation });
    expect(await page()).toContain("Du kan överklaga beslutet till förvaltningsrätten.");
  });

  it("is no dead end: a case that is opened again is under way again", async () => {
    const { command, page } = await aSentRequest();
    await command(1, { command: "answer", version: 1, outcome: "no-data", sentOn: today, explanation });
    await command(1, { command: "reopen", version: 2, reason: explanation });
    const text = await page();
    expect(text).toMatch(/Vi har öppnat ditt ärende igen \(\d+ \p{L}+ \d{4}\)\. Vi går igenom det på nytt/u);
    expect(text).toContain("Vi öppnade ärendet igen.");
    expect(text).not.toContain("Saknas något i svaret?");
    expect(text).not.toContain("Hemlig");
  });
});
