import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, type House } from "../house.ts";
import {
  aColleague,
  anIncidentByPages,
  aQuestionByPages,
  aRegistrationByPages,
  type Colleague,
  headingOf,
  numberOn,
  wordsOf,
} from "./colleague.ts";

let house: House;
let employee: Colleague;
let manager: Colleague;
let coordinator: Colleague;
let dpo: Colleague;

beforeAll(async () => {
  house = await aHouse();
  employee = await aColleague(house, "local.employee.sthlm-kulturnamnden");
  manager = await aColleague(house, "local.manager.sthlm-kulturnamnden");
  coordinator = await aColleague(house, "local.coordinator.sthlm-kulturnamnden");
  dpo = await aColleague(house, "local.dpo");
});
afterAll(() => house.close());

const caseOf = (reference: string) => `/personal/arenden/${reference}`;

describe("what staff send by the pages", () => {
  it("an incident gets a receipt that can be read again, and is there to be added to", async () => {
    const receipt = await employee.through("/personal/incident", anIncidentByPages());
    expect([receipt.status, headingOf(receipt.html)]).toEqual([200, "Anmälan är mottagen"]);
    const reference = numberOn(receipt.html);
    expect(receipt.path).toBe(`/personal/kvitto/${reference.replaceAll("-", "")}`);
    expect((await employee.get(receipt.path)).html).toContain(reference);
    await house.idle();
    const after = await employee.give(caseOf(reference), "note", { text: "En till har hört av sig." });
    expect([after.status, wordsOf(after.html)]).toEqual([200, expect.stringContaining("Sparat: Skriv en anteckning")]);
    expect(wordsOf((await manager.open(caseOf(reference))).html)).toContain("En till har hört av sig.");
  });

  it("a question and a registered request get theirs", async () => {
    const question = await employee.through("/personal/fraga", aQuestionByPages);
    expect([question.status, headingOf(question.html)]).toEqual([200, "Frågan är skickad"]);
    const registered = await coordinator.through("/personal/registrera", aRegistrationByPages());
    expect([registered.status, headingOf(registered.html)]).toEqual([200, "Begäran är registrerad"]);
    expect(wordsOf(registered.html)).toContain("De här svarar Kulturförvaltningen");
    expect((await employee.get(registered.path)).status).toBe(404);
    await house.idle();
    const list = await coordinator.open("/personal/arenden");
    expect(wordsOf(list.html)).toContain(numberOn(registered.html));
    expect(wordsOf((await dpo.open("/personal/arenden?kind=consultation")).html)).toContain(numberOn(question.html));
  });
});

it("no function broke", () => {
  expect(house.functionErrors).toEqual([]);
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
});
