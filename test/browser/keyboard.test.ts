import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/language.ts";
import { asked, numberAndCode, ordinary, textOf } from "./citizen.ts";
import { visits } from "./visits.ts";

const { visitor } = visits();

/** What has focus, as somebody who sees it would tell it apart. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    return {
      tag: it?.tagName.toLowerCase() ?? "",
      type: it?.getAttribute("type") ?? "",
      name: it?.getAttribute("name") ?? "",
      value: it?.getAttribute("value") ?? "",
      text: it?.textContent?.trim() ?? "",
      isCovered: it?.tagName === "SUMMARY" && it.parentElement?.hasAttribute("open") === false,
    };
  });
type Focused = Awaited<ReturnType<typeof focused>>;

/** Whether one can see where one is: the place looks different with focus and without. */
async function looksFocused(page: Page): Promise<boolean> {
  const it = await page.evaluateHandle(() => document.activeElement);
  const element = it.asElement();
  const box = await element?.boundingBox();
  if (!element || !box) return false;
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, box.x - 8);
  const y = Math.max(0, box.y - 8);
  const clip = {
    x,
    y,
    width: Math.min(box.width + 16, size.width - x),
    height: Math.min(box.height + 16, size.height - y),
  };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const withFocus = await page.screenshot({ clip });
  await element.evaluate((element) => element instanceof HTMLElement && element.blur());
  const without = await page.screenshot({ clip });
  await element.evaluate((element) => element instanceof HTMLElement && element.focus());
  return !withFocus.equals(without);
}

/** Tab until it is there. Stops on the way are looked at when `look` says so. */
async function tabTo(page: Page, what: (it: Focused) => boolean, look?: Set<string>): Promise<void> {
  for (let step = 0; step < 90; step += 1) {
    await page.keyboard.press("Tab");
    const it = await focused(page);
    const kind = `${it.tag} ${it.type}`;
    if (look !== undefined && it.tag !== "body" && !look.has(kind)) {
      look.add(kind);
      expect(await looksFocused(page), `${kind} ${it.text || it.name} shows its focus`).toBe(true);
    }
    if (what(it)) return;
  }
  throw new Error(`No way to it by Tab on ${await page.title()}.`);
}

/** Enter, and the next page. */
const enter = (page: Page) => Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);

const groups = {
  "soc-ekonomiskt-bistand": /Socialtjänst|Social services/,
  "kultur-bibliotek": /Kultur|Culture/,
} as const;

describe.each(languages)("in %s", (language) => {
  test("the whole way from the start page to the receipt with nothing but the keyboard, and one sees where one is", async () => {
    const { page } = await visitor({ language });
    const looked = new Set<string>();
    await page.goto(language === "sv" ? "/" : "/en");
    await page.keyboard.press("Tab");
    expect((await focused(page)).text, "the first stop leads past the header").toMatch(/Hoppa|Skip/);
    expect(await looksFocused(page)).toBe(true);
    await tabTo(page, ({ text }) => /^(Börja nu|Start now)/.test(text), looked);
    await enter(page);

    for (let shown = await asked(page); shown !== undefined; shown = await asked(page)) {
      const { id } = shown;
      if (id === "services") {
        for (const [service, group] of Object.entries(groups)) {
          await tabTo(page, ({ tag, text }) => tag === "summary" && group.test(text), looked);
          await page.keyboard.press("Enter");
          await tabTo(page, ({ value }) => value === service, looked);
          await page.keyboard.press("Space");
        }
      } else {
        const names = await page
          .locator("#answers :is(input:not([type=hidden], [type=checkbox]), textarea)")
          .evaluateAll((all) => [...new Set(all.map((input) => input.getAttribute("name") ?? ""))]);
        for (const name of names) {
          const answer = ordinary[name];
          if (typeof answer !== "string") continue;
          await tabTo(page, (it) => it.name === name, looked);
          if ((await focused(page)).type !== "radio") await page.keyboard.type(answer);
          else await choose(page, answer);
        }
      }
      await tabTo(page, ({ tag, value }) => tag === "button" && value === "next", looked);
      await enter(page);
      expect(await page.title(), "no mistake was made").not.toMatch(/^(Fel|Error)/);
    }

    expect(await textOf(page.locator("h1"))).toMatch(/^(Kontrollera|Check)/);
    await tabTo(page, ({ tag, value }) => tag === "button" && value === "send", looked);
    await enter(page);
    await page.waitForURL(/\/(kvitto|receipt)$/);
    expect((await numberAndCode(page)).reference).not.toBe("");
    for (const kind of [
      "input radio",
      "input checkbox",
      "input text",
      "textarea ",
      "summary ",
      "button submit",
      "a ",
    ]) {
      expect([...looked], "what was looked at").toContain(kind);
    }
  });
});

/** Radio buttons are one stop: Space takes the first, the arrows the next ones. */
async function choose(page: Page, value: string): Promise<void> {
  await page.keyboard.press("Space");
  for (let step = 0; step < 20; step += 1) {
    if ((await focused(page)).value === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`There is no choice ${value}.`);
}
