import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBrowser, aVisitor, barriersOn, type OwnBrowser, sidewaysScroll, widths } from "../browser/browser.ts";
import { answerTo, begin, fillIn, numberAndCode, ordinary, textOf } from "../browser/citizen.ts";
import { signIn } from "../browser/staff-visits.ts";
import { canary, photo } from "../evidence/pictures.ts";
import { aHouse, type House, todayInStockholm } from "../house.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { pdf } from "./files.ts";

let house: House;
let own: OwnBrowser;
beforeAll(async () => {
  house = await aHouse();
  own = await aBrowser();
});
afterAll(async () => {
  await own?.close();
  await house?.close();
});

const ways = [
  { javaScript: true, width: widths.narrow },
  { javaScript: false, width: widths.wide },
] as const;

const pressed = async (page: Page, name: string | RegExp) => {
  const what = page.getByRole("button", { name, exact: true }).or(page.getByRole("link", { name, exact: true }));
  await Promise.all([page.waitForEvent("domcontentloaded"), what.last().click()]);
};
/** The page stands as everybody can use it. Where no script runs, neither do those that look for barriers. */
const holdsIn = async (page: Page, heading: string, javaScript: boolean) => {
  expect(await textOf(page.locator("h1"))).toContain(heading);
  if (!javaScript) return;
  expect(await barriersOn(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};
/** Picks a person at the broker and comes back. By the heading: the script of a page with answers changes its address at once. */
const pick = async (page: Page, person: string, heading: string) => {
  await page.locator(`button[value="${person}"]`).click();
  await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
};
const next = (page: Page) => pressed(page, "Fortsätt");

async function answered(kase: string): Promise<void> {
  const dpo = await tokenFor(house, "dpo");
  const { version } = (await ask(house, dpo, `GET cases/${kase}`)).body;
  const sentOn = todayInStockholm();
  const answer = { command: "answer", outcome: "granted", sentOn, version };
  expect((await ask(house, dpo, `POST cases/${kase}/commands`, answer)).status).toBe(200);
}

describe.each(ways)("JavaScript $javaScript, $width px wide", (way) => {
  test("somebody with an e-legitimation asks, is answered, and fetches the answer", async () => {
    const holds = (on: Page, heading: string) => holdsIn(on, heading, way.javaScript);
    const { page, complaints, leave } = await aVisitor(own, house.url, way);
    await page.goto("/sv/begaran/vad");
    for (const answers of [
      { right: "access" },
      { onBehalfOf: "self" },
      { protectedIdentity: "no" },
      { service: ["kultur-bibliotek"] },
      {},
      { delivery: "download", "contact.email": "exempel@intag.example" },
    ]) {
      await fillIn(page, answers);
      await next(page);
    }
    await holds(page, "Om dig");
    await pressed(page, "Legitimera dig");
    await holds(page, "Legitimera dig");
    await pressed(page, "Fortsätt till e-legitimation");
    await pick(page, "citizen.1", "Om dig");
    await holds(page, "Om dig");
    expect(await page.locator('[name="person.familyName"]').inputValue()).toBe("Exempelsson");
    await next(page);
    await pressed(page, "Skicka begäran");
    await holds(page, "Din begäran är skickad");
    const reference = (await textOf(page.locator(".govuk-panel strong"))).replaceAll("\u2011", "-");
    const code = await textOf(page.locator(".intag-code"));
    await house.idle();

    const officer = await aVisitor(own, house.url, way);
    await signIn(officer.page, "local.dpo");
    await officer.page.goto(`/personal/arenden/${reference}-1`);
    await pressed(officer.page, "Svarets filer");
    await officer.page.getByLabel("Fil", { exact: true }).setInputFiles({
      name: "utdrag.pdf",
      mimeType: "application/pdf",
      buffer: pdf("Lån av böcker"),
    });
    await pressed(officer.page, "Lägg till filen");
    await officer.page.waitForURL("**/svarsfiler?fil=added");
    await holds(officer.page, "Svarets filer");
    await answered(`${reference}-1`);

    await page.goto("/sv/arende");
    await page.locator("#reference").fill(reference);
    await page.locator("#statusCode").fill(code);
    await pressed(page, "Visa");
    await holds(page, "Din begäran");
    await pressed(page, "Hämta svaret");
    // They have shown who they are a moment ago; by then most people have not.
    if ((await textOf(page.locator("h1"))).startsWith("Legitimera")) {
      await holds(page, "Legitimera dig för att hämta svaret");
      await pressed(page, "Fortsätt till e-legitimation");
      await pick(page, "citizen.1", "Ditt svar");
    }
    await holds(page, "Ditt svar");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Hämta fil 1" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^svar-[\w-]+-1\.pdf$/);
    expect((await readFile(await file.path())).equals(pdf("Lån av böcker"))).toBe(true);

    const elsewhere = [house.citizenIdentity?.issuer, house.identity?.issuer, house.endpoint.url];
    const unexpected = [...complaints, ...officer.complaints].filter(
      (complaint) => !elsewhere.some((origin) => complaint.startsWith(`asked for ${origin}`)),
    );
    expect(unexpected).toEqual([]);
    await officer.leave();
    await leave();
  });

  test("a god man asks for somebody, sends a photo of the decision, and an officer confirms it", async () => {
    const holds = (on: Page, heading: string) => holdsIn(on, heading, way.javaScript);
    const { page, complaints, leave } = await aVisitor(own, house.url, way);
    await begin(page, "sv");
    const sender = {
      "representative.givenName": "Påhitt",
      "representative.familyName": "Exempelsson",
      "representative.email": "pahitt@intag.example",
    };
    await answerTo(page, { ...ordinary, ...sender, onBehalfOf: "represented" });
    await pressed(page, "Skicka begäran");
    await holds(page, "Din begäran är skickad");
    const { reference } = await numberAndCode(page);
    await house.idle();
    await pressed(page, "Ladda upp fullmakt eller beslut");
    await holds(page, "Ladda upp fullmakt eller beslut");
    for (const [name, buffer] of [
      ["beslut.jpg", photo],
      ["registerutdrag.pdf", pdf("God man")],
    ] as const) {
      await page.getByLabel("Fil", { exact: true }).setInputFiles({ name, mimeType: "image/jpeg", buffer });
      await pressed(page, "Skicka filen");
      await page.waitForURL("**/underlag?skickad=1");
      await holds(page, "Ladda upp fullmakt eller beslut");
      expect(await textOf(page.locator("[role=status]"))).toContain("Filen är skickad.");
    }
    expect(await house.fire("evidence")).toMatchObject({ received: 2, refused: 0 });
    await page.goto("/sv/arende/underlag");
    expect(await textOf(page.locator("main"))).toContain("Vi tog emot din fullmakt eller ditt beslut. (jpg");

    const officer = await aVisitor(own, house.url, way);
    await signIn(officer.page, "local.dpo");
    await officer.page.goto(`/personal/arenden/${reference}-1`);
    expect(await textOf(officer.page.locator("main"))).toContain("Underlag har kommit in, inte kontrollerat");
    const [file] = await Promise.all([
      officer.page.waitForEvent("download"),
      officer.page.getByRole("link", { name: "Hämta filen (jpg" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^underlag-[0-9a-f]{8}\.jpg$/);
    const fetched = await readFile(await file.path());
    expect([fetched.length > 0, fetched.includes(canary)]).toEqual([true, false]);
    const command = officer.page.locator("details", { hasText: "Bekräfta rätten att företräda" });
    if (!(await command.getByLabel("En fullmakt eller ett beslut").isVisible()))
      await command.locator("summary").click();
    await command.getByLabel("En fullmakt eller ett beslut").check();
    await pressed(officer.page, "Spara att rätten är kontrollerad");
    await holds(officer.page, "Begäran");
    expect(await textOf(officer.page.locator("main"))).toContain("Sparat: Bekräfta rätten att företräda");

    const elsewhere = [house.identity?.issuer, house.endpoint.url];
    const unexpected = [...complaints, ...officer.complaints].filter(
      (complaint) => !elsewhere.some((origin) => complaint.startsWith(`asked for ${origin}`)),
    );
    expect(unexpected).toEqual([]);
    await officer.leave();
    await leave();
  });
});
