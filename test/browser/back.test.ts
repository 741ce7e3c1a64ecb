import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { itemsOf } from "../house.ts";
import {
  answerTo,
  asked,
  begin,
  button,
  fillIn,
  inputOf,
  numberAndCode,
  ordinary,
  press,
  textOf,
  toCheck,
  toReceipt,
} from "./citizen.ts";
import { skipTo } from "./skip-to.ts";
import { visits } from "./visits.ts";

const { house, visitor } = visits();

const submissions = async (): Promise<number> => (await itemsOf(house(), "Submissions")).length;
const heading = (page: Page): Promise<string> => textOf(page.locator("h1"));
const idOf = async (page: Page): Promise<string | undefined> => (await asked(page))?.id;

/** The browser's own button. */
const browserBack = (page: Page) => page.goBack({ waitUntil: "domcontentloaded" });
/** The same, to a page that shows answers: it is kept in no cache, and is asked for again. */
async function browserBackTo(page: Page, name: RegExp): Promise<void> {
  await browserBack(page);
  await page.getByRole("heading", { level: 1, name }).waitFor();
}
/** What the page says, and not the way there: a second press gives up the first one's, which `waitForURL` takes for an error. */
const isSent = (page: Page) => page.getByRole("heading", { level: 1, name: "Din begäran är skickad" }).waitFor();
const browserForward = (page: Page) => page.goForward({ waitUntil: "domcontentloaded" });

describe.each([true, false])("JavaScript %s", (javaScript) => {
  test("the page's own way back goes to each question before, with what was answered, all the way", async () => {
    const { page } = await visitor({ javaScript });
    const passed = await toCheck(page, "sv");
    for (const id of passed.toReversed()) {
      await press(page, "back");
      expect(await idOf(page)).toBe(id);
      if (id === "person") expect(await inputOf(page, "person.familyName").inputValue()).toBe("Exempelsson");
      if (id === "places") expect(await inputOf(page, "place.1").inputValue()).toBe("Husby");
      if (id === "services") expect(await page.locator("input[name=service]:checked").count()).toBe(2);
      if (id === "right") expect(await inputOf(page, "right", "access").isChecked()).toBe(true);
    }
    // Nothing has to be typed again on the way forward.
    await answerTo(page, {});
    expect(await heading(page)).toMatch(/^Kontrollera/);
  });

  test("what is typed goes along with the way back, finished or not", async () => {
    const { page } = await visitor({ javaScript });
    await begin(page, "sv");
    await answerTo(page, ordinary, { until: "person" });
    await fillIn(page, { "person.givenName": "Prov", "person.personalIdentityNumber": "1990" });
    await press(page, "back");
    await press(page, "next");
    expect(await inputOf(page, "person.givenName").inputValue()).toBe("Prov");
    expect(await inputOf(page, "person.personalIdentityNumber").inputValue()).toBe("1990");
  });

  test("the browser's own way back and forward keep the answers, and it can be sent from there", async () => {
    const { page } = await visitor({ javaScript });
    await begin(page, "sv");
    await answerTo(page, ordinary, { until: "places" });
    for (const id of ["services", "protected", "who"]) {
      await browserBack(page);
      expect(await idOf(page)).toBe(id);
    }
    expect(await inputOf(page, "onBehalfOf", "self").isChecked()).toBe(true);
    for (const id of ["protected", "services", "places"]) {
      await browserForward(page);
      expect(await idOf(page)).toBe(id);
    }
    await browserBack(page);
    expect(await page.locator("input[name=service]:checked").count()).toBe(2);
    await press(page, "next");
    await answerTo(page, ordinary);
    await press(page, "send");
    expect(await heading(page)).toBe("Din begäran är skickad");
  });

  test("a double click sends one request", async () => {
    const { page } = await visitor({ javaScript });
    const before = await submissions();
    await skipTo(page, "sv");
    await (await button(page, "send")).dblclick({ noWaitAfter: true });
    await isSent(page);
    expect(await submissions()).toBe(before + 1);
  });

  test("pressed again while the first press is on its way back, one request is sent", async () => {
    const { page } = await visitor({ javaScript });
    const before = await submissions();
    await skipTo(page, "sv");
    const done = Promise.withResolvers<void>();
    const again = Promise.withResolvers<void>();
    let presses = 0;
    await page.route("**/kontrollera", async (route) => {
      presses += 1;
      if (presses > 1) {
        again.resolve();
        return route.continue();
      }
      const response = await route.fetch({ maxRedirects: 0 });
      done.resolve();
      await again.promise;
      await route.fulfill({ response });
    });
    const send = await button(page, "send");
    await send.scrollIntoViewIfNeeded();
    const { x, y } = (await send.boundingBox()) ?? expect.fail("the button is to be seen");
    // With the mouse itself, for a button of this page would be waited for until the page has been left.
    const click = () => page.mouse.click(x + 5, y + 5);
    await click();
    await done.promise;
    expect(await submissions()).toBe(before + 1);
    await click();
    // The script lets no second press through, so that the first one's answer has nothing to wait for.
    if (javaScript) again.resolve();
    await isSent(page);
    expect(await submissions()).toBe(before + 1);
    expect(presses).toBe(javaScript ? 1 : 2);
  });

  test("an answer changed from the page where they are checked leads back to it, and only that is changed", async () => {
    const { page } = await visitor({ javaScript });
    await skipTo(page, "sv");
    const change = page.getByRole("button", { name: "Ändra efternamn" });
    await Promise.all([page.waitForEvent("domcontentloaded"), change.click()]);
    expect(await idOf(page)).toBe("person");
    await fillIn(page, { "person.familyName": "Påhittsson" });
    await press(page, "next");
    expect(await heading(page)).toMatch(/^Kontrollera/);
    expect(await textOf(page.locator("main"))).toContain("Påhittsson");
    expect(await textOf(page.locator("main"))).toContain("19900101-2385");
  });
});

test("back from the receipt and sending again shows the same receipt, and there is one request", async () => {
  const { page } = await visitor();
  const before = await submissions();
  await skipTo(page, "sv");
  await press(page, "send");
  const first = await numberAndCode(page);
  await browserBackTo(page, /^Kontrollera/);
  await press(page, "send");
  expect(await numberAndCode(page)).toEqual(first);
  expect(await submissions()).toBe(before + 1);
});

test("the browser's way back and forward lead through pages that show answers, with the answers", async () => {
  const { page } = await visitor();
  await begin(page, "sv");
  await answerTo(page, ordinary, { until: "person" });
  await fillIn(page, { ...ordinary, "person.personalIdentityNumber": "1990" });
  await press(page, "next");
  await fillIn(page, ordinary);
  await press(page, "next");
  expect(await heading(page)).toMatch(/^Kontrollera/);
  await browserBackTo(page, /^Om dig/);
  expect(await inputOf(page, "person.familyName").inputValue()).toBe("Exempelsson");
  await page.goForward({ waitUntil: "domcontentloaded" });
  await page.getByRole("heading", { level: 1, name: /^Kontrollera/ }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /^Kontrollera/ }).waitFor();
  await Promise.all([
    page.waitForEvent("domcontentloaded"),
    page
      .getByRole("button", { name: /^Ändra/ })
      .first()
      .click(),
  ]);
  await press(page, "next");
  expect(await heading(page), "a change still leads back to where it was asked for").toMatch(/^Kontrollera/);
});

test("a page that shows answers is kept in no cache", async () => {
  const { page } = await visitor();
  const kept: Record<string, string | undefined> = {};
  page.on("response", (response) => {
    if (response.request().resourceType() === "document") kept[response.url()] = response.headers()["cache-control"];
  });
  await toReceipt(page, "sv");
  const { pathname } = new URL(page.url());
  expect(kept[`${house().url}${pathname}`]).toBe("no-store");
  expect(kept[`${house().url}/sv/begaran/om-dig`], "the page to check the answers on").toBe("no-store");
});

test("the same page in two tabs sends one request, whichever is sent first", async () => {
  const { page, anotherTab } = await visitor();
  const before = await submissions();
  await skipTo(page, "sv");
  const twin = await anotherTab();
  // As when somebody duplicates a tab: the same page, with the same answers in it.
  const form = await page.locator("#answers input[name=state]").inputValue();
  await twin.goto("/sv/begaran");
  await twin.locator("#answers").evaluate((it, state) => {
    it.setAttribute("action", "/sv/begaran/kontrollera");
    it.querySelector("input[name=state]")?.setAttribute("value", state);
  }, form);
  await press(twin, "next");
  await press(page, "send");
  const first = await numberAndCode(page);
  await twin.waitForURL(/kvitto$/);
  expect(await numberAndCode(twin)).toEqual(first);
  expect(await submissions()).toBe(before + 1);
});

test("answers changed after sending are no new request by accident: the page says that one is sent", async () => {
  const { page } = await visitor();
  const before = await submissions();
  await skipTo(page, "sv");
  await press(page, "send");
  await browserBackTo(page, /^Kontrollera/);
  await Promise.all([
    page.waitForEvent("domcontentloaded"),
    page.getByRole("button", { name: "Ändra efternamn" }).click(),
  ]);
  await fillIn(page, { "person.familyName": "Påhittsson" });
  await press(page, "next");
  await press(page, "send");
  expect(await heading(page)).toBe("Du har redan skickat en begäran härifrån");
  expect(await submissions()).toBe(before + 1);
});

test("the receipt can be loaded again, and read in the other language", async () => {
  const { page } = await visitor();
  await skipTo(page, "sv");
  await press(page, "send");
  const first = await numberAndCode(page);
  await page.reload();
  expect(await numberAndCode(page)).toEqual(first);
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(/receipt$/);
  expect(await numberAndCode(page)).toEqual(first);
  expect(await heading(page)).toBe("Your request has been sent");
});

test("without its cookie the receipt's address asks for number and code", async () => {
  const { page, context } = await visitor();
  await skipTo(page, "sv");
  await press(page, "send");
  const { reference, code } = await numberAndCode(page);
  await context.clearCookies();
  await page.reload();
  expect(await heading(page)).toBe("Se hur långt vi har kommit");
  await page.getByLabel("Ärendenummer").fill(reference);
  await page.getByLabel("Kod").fill(code);
  await page.getByRole("button", { name: "Visa" }).click();
  await page.getByRole("heading", { level: 1, name: "Din begäran" }).waitFor();
});

test("the language can be changed on any page, and the answers come along", async () => {
  const { page } = await visitor();
  await skipTo(page, "sv", ordinary, { until: "person" });
  await fillIn(page, { "person.givenName": "Prov" });
  const switchTo = async (name: string) =>
    Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("button", { name, exact: true }).click()]);
  await switchTo("English");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(await heading(page)).toBe("About you");
  expect(await inputOf(page, "person.givenName").inputValue()).toBe("Prov");
  await answerTo(page, ordinary);
  expect(await heading(page)).toBe("Check your answers before you send");
  expect(await textOf(page.locator("main"))).toContain("Husby, 2015–2019");
  await switchTo("Svenska");
  expect(await heading(page)).toMatch(/^Kontrollera/);
  await switchTo("English");
  await press(page, "send");
  expect(await heading(page)).toBe("Your request has been sent");
});

test("answers that were changed on the way are not read: a friendly page, and nothing is sent", async () => {
  const { page } = await visitor();
  const before = await submissions();
  await skipTo(page, "sv");
  await page.locator("#answers input[name=state]").evaluate((it) => {
    const state = it.getAttribute("value") ?? "";
    it.setAttribute("value", `${state.slice(0, 40)}${state[40] === "A" ? "B" : "A"}${state.slice(41)}`);
  });
  await press(page, "send");
  expect(await heading(page)).toBe("Vi kunde inte läsa dina svar");
  await page.getByRole("link", { name: "Börja om" }).click();
  await page.getByRole("heading", { level: 1, name: "Vad vill du göra?" }).waitFor();
  expect(await submissions()).toBe(before);
});
