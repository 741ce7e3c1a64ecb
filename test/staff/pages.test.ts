import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalText } from "../../shared/domain/casework/refusal.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import {
  aColleague,
  anIncidentByPages,
  aQuestionByPages,
  aRegistrationByPages,
  type Colleague,
  type Filled,
  formIn,
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

describe("a command by its form", () => {
  let reference = "";
  const at = () => caseOf(reference);
  const page = async () => (await dpo.open(at())).html;
  const entries = (html: string): number => html.split("intag-history__entry").length - 1;

  beforeAll(async () => {
    reference = numberOn((await employee.through("/personal/incident", anIncidentByPages())).html);
    await house.idle();
  });

  it("sent twice by a double click is done once, and both clicks lead to the same page", async () => {
    const { action, body } = dpo.command(await page(), "note", { text: "Skriven en gång." });
    const [one, other] = await Promise.all([dpo.post(action, body), dpo.post(action, body)]);
    expect([one.status, other.status, one.path]).toEqual([303, 303, other.path]);
    expect(entries(await page())).toBe(1);
  });

  it("that changes what its own form starts with is also done once", async () => {
    const { action, body } = dpo.command(await page(), "amend", { personsAbout: "77", reason: "Vi har räknat." });
    const first = await dpo.post(action, body);
    expect(first.status).toBe(303);
    expect((await dpo.post(action, body)).path).toBe(first.path);
    expect(entries(await page())).toBe(2);
  });

  it("that lacks something is refused beside the field, with everything typed still there", async () => {
    const explained = "Skrivet innan risken valdes: <i>&amp;\"'";
    const refused = await dpo.give(at(), "assess", { explanation: explained });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("<title>Fel: ");
    expect(wordsOf(refused.html)).toContain("Välj hur stor risken är");
    const { fields } = formIn(refused.html, (form) => form.includes('value="assess"'));
    expect(new Map(fields).get("explanation")).toBe(explained);
    const done = await dpo.post(at(), dpo.command(refused.html, "assess", { risk: "risk" }).body);
    expect(done.status).toBe(303);
  });

  it("that a rule refuses says the rule's own sentence at its form", async () => {
    const refused = await dpo.give(at(), "do-not-notify", { explanation: "Vi vill inte." });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain(refusalText("risk-must-be-notified", "sv"));
    expect(wordsOf(refused.html)).toContain("Vi vill inte.");
  });

  it("given to a case that somebody else has changed says what, by whom, and keeps what was typed", async () => {
    const html = await page();
    await manager.give(at(), "note", { text: "Chefen hann före." });
    const { action, body } = dpo.command(html, "note", { text: "Det ombudet skrev." });
    const stale = await dpo.post(action, body);
    expect(stale.status).toBe(409);
    const words = wordsOf(stale.html);
    expect(words).toMatch(/Någon annan ändrade ärendet kl\. \d\d\.\d\d\. Se ändringen innan du sparar\./);
    expect(words).toContain("Chefen hann före.");
    expect(words).toMatch(/\(chef\)/);
    const again = dpo.command(stale.html, "note");
    expect(again.body.get("text")).toBe("Det ombudet skrev.");
    expect((await dpo.post(again.action, again.body)).status).toBe(303);
  });

  it("given from a page that has given one already, after going back, is told so as well", async () => {
    const html = await page();
    await dpo.post(at(), dpo.command(html, "note", { text: "Den första." }).body);
    const second = await dpo.post(at(), dpo.command(html, "note", { text: "Den andra." }).body);
    expect(second.status).toBe(409);
    expect(wordsOf(second.html)).toContain("Du ändrade själv ärendet");
    expect(dpo.command(second.html, "note").body.get("text")).toBe("Den andra.");
  });

  it("tells somebody who only follows the case nothing of what others did meanwhile", async () => {
    const { html } = await employee.open(at());
    await dpo.give(at(), "note", { text: "Bara för dem som utreder." });
    const { action, body } = employee.command(html, "note", { text: "Det jag minns." });
    const stale = await employee.post(action, body);
    expect(stale.status).toBe(409);
    expect(stale.html).not.toContain("Bara för dem som utreder.");
    expect(stale.html).toContain("Det jag minns.");
  });

  it("that moves the case out of somebody's sight ends at the list, and again when it is sent twice", async () => {
    const registered = await coordinator.through("/personal/registrera", aRegistrationByPages());
    await house.idle();
    const { html } = await coordinator.open(caseOf(`${numberOn(registered.html)}-1`));
    const { action, body } = coordinator.command(html, "forward", {
      toUnits: "sthlm-sdn-farsta",
      reason: "Personen har bara bott där.",
    });
    for (const click of [1, 2]) {
      const moved = await coordinator.post(action, body);
      expect([click, moved.status, moved.path]).toEqual([click, 303, "/personal/arenden?flyttat"]);
    }
    expect(wordsOf((await coordinator.open("/personal/arenden?flyttat")).html)).toContain("syns inte längre för dig");
    expect((await coordinator.get(action)).status).toBe(404);
  });

  it("that is no command of the case's, or lacks its version or key, is not understood", async () => {
    const html = await page();
    for (const change of [
      { command: "take" },
      { command: "toString" },
      { version: "x" },
      { version: "" },
      { key: "kort" },
    ]) {
      const { action, body } = dpo.command(html, "note", { text: "Nej." });
      for (const [name, value] of Object.entries(change)) body.set(name, value);
      expect((await dpo.post(action, body)).status).toBe(400);
    }
  });

  it("that the role may not give is refused, and the page does not offer it", async () => {
    const html = (await manager.open(at())).html;
    expect(html).not.toContain('value="assess"');
    const { action, body } = manager.command(html, "note", { text: "Nej." });
    body.set("command", "assess");
    body.set("risk", "risk");
    body.set("explanation", "Nej.");
    const refused = await manager.post(action, body);
    expect([refused.status, headingOf(refused.html)]).toEqual([403, "Det här ingår inte i din roll"]);
  });
});

describe("a form sent twice", () => {
  const lastPage = async (colleague: Colleague, start: string, pages: readonly Filled[]) => {
    let { html } = await colleague.open(start);
    for (const typed of pages) {
      const { action, body } = colleague.step(html, typed);
      html = (await colleague.post(action, body)).html;
    }
    return html;
  };

  it.each<[string, () => Colleague, string, readonly Filled[], string, Filled]>([
    ["an incident", () => employee, "/personal/incident", anIncidentByPages(), "what", { description: "Något annat." }],
    ["a question", () => employee, "/personal/fraga", aQuestionByPages, "question", { subject: "Något annat." }],
    [
      "a registration",
      () => coordinator,
      "/personal/registrera",
      aRegistrationByPages(),
      "right",
      { right: "erasure" },
    ],
  ])("%s is one, also when it is changed in between", async (_, who, start, pages, changed, typed) => {
    const colleague = who();
    const html = await lastPage(colleague, start, pages);
    const { action, body } = colleague.step(html, { action: "send" });
    const before = (await itemsOf(house, "Submissions")).length;
    const [one, other] = await Promise.all([colleague.post(action, body), colleague.post(action, body)]);
    expect([one.status, other.status, one.path]).toEqual([303, 303, other.path]);
    expect((await itemsOf(house, "Submissions")).length).toBe(before + 1);
    expect(one.path).toMatch(/^\/personal\/kvitto\/[0-9A-Z]{13}$/);

    const back = colleague.step(html, { action: `change:${changed}` });
    const shown = (await colleague.post(back.action, back.body)).html;
    const anew = colleague.step(shown, typed);
    const seen = await colleague.post(anew.action, anew.body);
    expect(headingOf(seen.html)).toBe("Kontrollera innan du skickar");
    const again = colleague.step(seen.html, { action: "send" });
    const refused = await colleague.post(again.action, again.body);
    expect([refused.status, headingOf(refused.html)]).toEqual([409, "Du har redan skickat det här"]);
    expect((await itemsOf(house, "Submissions")).length).toBe(before + 1);
  });

  it("what somebody has begun is gone on with by nobody else, also not at the same browser", async () => {
    const html = await lastPage(employee, "/personal/incident", anIncidentByPages());
    const state = new Map(formIn(html, (form) => form.includes('id="answers"')).fields).get("state") ?? "";
    const own = formIn((await manager.open("/personal/incident")).html, (form) => form.includes('id="answers"'));
    const body = new URLSearchParams({ csrf: new Map(own.fields).get("csrf") ?? "", state, action: "send" });
    const answer = await manager.post("/personal/incident/kontrollera", body);
    expect([answer.status, headingOf(answer.html)]).toEqual([400, "Vi kunde inte läsa det du skickade"]);
  });
});

describe("what the pages say where there is nothing to do", () => {
  it("a request about what the city does not hold is registered with nobody, and says who to turn to", async () => {
    const seen = await coordinator.through("/personal/registrera", aRegistrationByPages("folkbokforing"));
    expect([seen.status, headingOf(seen.html)]).toEqual([422, "Staden har inte de uppgifterna"]);
    expect(wordsOf(seen.html)).toContain("Skatteverket");
  });

  it("somebody who belongs to no unit cannot ask on behalf of one", async () => {
    const seen = await dpo.open("/personal/fraga");
    expect([seen.status, headingOf(seen.html)]).toEqual([422, "Du hör inte till någon nämnd här"]);
  });

  it("a number that is none is said at the field, and one that is leads to its case or to nothing", async () => {
    expect((await dpo.open("/personal/arenden?reference=fel")).status).toBe(400);
    const nobody = await dpo.open("/personal/arenden?reference=0000-0000-00000");
    expect([nobody.status, nobody.path]).toEqual([404, "/personal/arenden/0000000000000"]);
  });

  it("an address that is old or made up shows the list from its beginning", async () => {
    for (const query of ["cursor=x", "kind=x&status=x&unit=x&assignee=x", "status=toString", "cursor=e30"])
      expect((await dpo.open(`/personal/arenden?${query}`)).status).toBe(200);
  });
});

it("no function broke", () => {
  expect(house.functionErrors).toEqual([]);
  expect(house.calls.filter(({ denied }) => denied)).toEqual([]);
});
