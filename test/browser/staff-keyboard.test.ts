import type { JSHandle, Page } from "playwright-core";
import { expect, test } from "vitest";
import { aColleague, anIncidentByPages, numberOn } from "../staff/colleague.ts";
import { textOf } from "./citizen.ts";
import { mainText, staffVisits } from "./staff-visits.ts";

const { house, colleague } = staffVisits();

/** How a place looks, as far as it is told by its edges and its ground; a drawn box shows its focus beside it. */
const looksOf = (page: Page, it: JSHandle<Element | null>): Promise<string> =>
  page.evaluate((each) => {
    const edges = (style: CSSStyleDeclaration) =>
      [style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join("|");
    if (each === null) return "";
    const beside = each.nextElementSibling;
    return `${edges(getComputedStyle(each))} ${beside === null ? "" : edges(getComputedStyle(beside, "::before"))}`;
  }, it);

const atNow = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    return {
      tag: it?.tagName ?? "",
      id: it?.id ?? "",
      href: it?.getAttribute("href") ?? "",
      text: (it?.textContent ?? "").trim(),
    };
  });

/** Tab until it is there; on the way every place shows that it has focus. */
async function tabTo(page: Page, isIt: (at: Awaited<ReturnType<typeof atNow>>) => boolean): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const at = await atNow(page);
    if (at.tag !== "BODY") {
      const it = await page.evaluateHandle(() => document.activeElement);
      const focused = await looksOf(page, it);
      await page.evaluate((each) => each instanceof HTMLElement && each.blur(), it);
      const unfocused = await looksOf(page, it);
      await page.evaluate((each) => each instanceof HTMLElement && each.focus(), it);
      expect(focused, `${at.tag} ${at.id} ${at.text} shows its focus`).not.toBe(unfocused);
    }
    if (isIt(at)) return;
  }
  throw new Error(`no way to it by Tab on ${await page.title()}`);
}

const enter = (page: Page) => Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);

test("a manager finds a case, opens a command's form and gives the command with the keyboard alone", async () => {
  const employee = await aColleague(house(), "local.employee.sthlm-sdn-farsta");
  const number = numberOn((await employee.through("/personal/incident", anIncidentByPages())).html);
  await house().idle();

  const { page } = await colleague("local.manager.sthlm-sdn-farsta");
  await page.keyboard.press("Tab");
  expect((await atNow(page)).text).toBe("Hoppa till innehållet");
  await tabTo(page, ({ text }) => text === "Ärenden");
  await enter(page);
  await tabTo(page, ({ text }) => text === number);
  await enter(page);
  await tabTo(page, ({ tag, text }) => tag === "SUMMARY" && text === "Skriv en anteckning");
  await page.keyboard.press("Enter");
  await tabTo(page, ({ id }) => id === "note-send");
  await enter(page);
  const { text } = await atNow(page);
  expect(text, "the summary of what is wrong is where one is").toContain("Skriv anteckningen");
  await tabTo(page, ({ href }) => href === "#note-text");
  await page.keyboard.press("Enter");
  expect((await atNow(page)).id).toBe("note-text");
  await page.keyboard.type("Skrivet utan mus.");
  await tabTo(page, ({ id }) => id === "note-send");
  await enter(page);
  expect(await mainText(page)).toContain("Sparat: Skriv en anteckning");
  expect(await textOf(page.locator(".intag-note"))).toContain("Skrivet utan mus.");
});
