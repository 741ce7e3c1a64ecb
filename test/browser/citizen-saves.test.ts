import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/language.ts";
import { itemsOf } from "../house.ts";
import { barriersOn, sidewaysScroll, widths } from "./browser.ts";
import { answerTo, asked, begin, fillIn, inputOf, ordinary, press, textOf } from "./citizen.ts";
import { visits } from "./visits.ts";

const { house, visitor } = visits();

const words = {
  save: { sv: "Spara och fortsätt senare", en: "Save and continue later" },
  saved: { sv: "Vi har sparat dina svar", en: "We have saved your answers" },
  lookup: { sv: "Fortsätt på en begäran du har sparat", en: "Continue a saved request" },
  here: { sv: "Dina svar finns kvar", en: "Your answers are still here" },
  title: { sv: "Din begäran är skickad", en: "Your request has been sent" },
  next: { sv: "Fortsätt", en: "Continue" },
} as const;

const start = { sv: "/", en: "/en" } as const;
const ways = languages.flatMap((language) => [true, false].map((javaScript) => ({ language, javaScript })));

/** Nothing in anybody's way, on a telephone and where everything is narrower or larger. */
async function expectOpenToAll(page: Parameters<typeof barriersOn>[0]): Promise<void> {
  const name = await page.title();
  expect(await barriersOn(page), name).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysScroll(page), `${name} at 320 px`).toBe(0);
  await page.setViewportSize({ width: widths.narrow, height: 900 });
}

describe.each(ways)("in $language, JavaScript $javaScript", ({ language, javaScript }) => {
  test("somebody saves on a telephone, goes on in another browser, and sends once", async () => {
    const telephone = await visitor({ language, javaScript, width: widths.narrow });
    const { page } = telephone;
    await begin(page, language);
    await answerTo(page, ordinary, { until: "details" });
    await fillIn(page, { details: "Halvfärdig mening om prov 17" });
    const save = page.getByRole("button", { name: words.save[language], exact: true });
    await Promise.all([page.waitForEvent("domcontentloaded"), save.click()]);
    expect(await textOf(page.locator("h1"))).toBe(words.saved[language]);
    const code = await textOf(page.locator(".intag-code"));
    expect(code.replaceAll("-", "")).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await telephone.context.cookies(), "saving needs no cookie").toEqual([]);
    if (javaScript) await expectOpenToAll(page);
    await telephone.leave();

    const computer = await visitor({ language, javaScript, width: widths.narrow });
    const there = computer.page;
    await there.goto(start[language]);
    await there.getByRole("link", { name: words.lookup[language], exact: true }).click();
    if (javaScript) await expectOpenToAll(there);
    const go = there.getByRole("button", { name: words.next[language], exact: true });
    await there.locator("#code").fill("0".repeat(26));
    await Promise.all([there.waitForEvent("domcontentloaded"), go.click()]);
    expect(await textOf(there.locator(".govuk-error-summary"))).not.toBe("");
    expect(await there.locator("#code").inputValue(), "what was typed does not come back").toBe("");
    if (javaScript) await expectOpenToAll(there);
    await there.locator("#code").fill(` ${code.toLowerCase()} `);
    await Promise.all([there.waitForEvent("domcontentloaded"), go.click()]);
    expect(await textOf(there.locator("h1"))).toBe(words.here[language]);
    if (javaScript) await expectOpenToAll(there);
    await press(there, "next");
    expect((await asked(there))?.id).toBe("details");
    expect(await inputOf(there, "details").inputValue()).toBe("Halvfärdig mening om prov 17");
    await answerTo(there, ordinary);
    await press(there, "send");
    expect(await textOf(there.locator("h1"))).toBe(words.title[language]);

    const addresses = [...telephone.addresses, ...computer.addresses].map((address) => decodeURIComponent(address));
    for (const secret of [code, code.replaceAll("-", ""), code.toLowerCase()])
      expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
    const stored = JSON.stringify(await itemsOf(house(), "Submissions"));
    expect(stored).not.toContain(code.replaceAll("-", ""));
    expect(stored).not.toContain("Halvfärdig");
  });
});

describe("pages around the form", () => {
  test("in Finnish, easy to read and on paper, are open to all and lead on", async () => {
    const { page } = await visitor({ width: widths.narrow });
    for (const [address, lang] of [
      ["/fi", "fi"],
      ["/lattlast", "sv"],
      ["/sv/begaran/blankett", "sv"],
      ["/en/request/paper-form", "en"],
      ["/sv/begaran/fragor", "sv"],
    ] as const) {
      await page.goto(address);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      await expectOpenToAll(page);
      await page.setViewportSize({ width: widths.wide, height: 900 });
      expect(await barriersOn(page), address).toEqual([]);
      await page.setViewportSize({ width: widths.narrow, height: 900 });
    }
    await page.goto("/");
    await page.getByRole("link", { name: "Suomeksi" }).click();
    await page.getByRole("link", { name: "Aloita ruotsiksi" }).click();
    expect((await asked(page))?.id).toBe("right");
  });

  test("on paper leave out what only a screen has, and keep what the form asks", async () => {
    const { page } = await visitor();
    await page.goto("/sv/begaran/blankett");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".govuk-footer", ".intag-language", ".intag-not-on-paper"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    for (const heading of [
      "Vad vill du göra?",
      "Vilka verksamheter gäller det?",
      "Om dig",
      "Skicka eller lämna blanketten",
    ])
      expect(await page.getByRole("heading", { name: heading, exact: true }).isVisible(), heading).toBe(true);
    expect(await page.locator(".intag-write").count()).toBeGreaterThan(10);
  });
});
