import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../shared/domain/language.ts";
import { asSeen, barriersOn, sidewaysScroll, widths } from "./browser.ts";
import { answerTo, begin, numberAndCode, ordinary, press, sender, textOf, toReceipt } from "./citizen.ts";
import { skipTo } from "./skip-to.ts";
import { visits } from "./visits.ts";

const { house, visitor } = visits();

const addresses: Readonly<Record<Language, readonly string[]>> = {
  sv: ["/", "/sv/tillganglighet", "/sv/personuppgifter", "/sv/begaran/fragor", "/sv/arende", "/sv/finns-inte"],
  en: ["/en", "/en/accessibility", "/en/personal-data", "/en/request/questions", "/en/case", "/en/not-there"],
};

const looked = new Set<string>();

/** What must hold of any page as it stands, at both widths and also when everything is larger or narrower. */
async function expectAccessible(page: Page, language: Language): Promise<void> {
  const name = await page.title();
  expect(await page.locator("html").getAttribute("lang"), name).toBe(language);
  expect(await page.locator("h1").count(), name).toBe(1);
  expect(name, "the title begins with the heading").toContain(await textOf(page.locator("h1")));
  for (const width of Object.values(widths)) {
    await asSeen(page, width);
    expect(await barriersOn(page), `${name} at ${width} px`).toEqual([]);
    looked.add(`${name} at ${width} px in ${language}`);
  }
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysScroll(page), `${name} at 320 px`).toBe(0);
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await sidewaysScroll(page), `${name} at ${width} px with text twice as large`).toBe(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "";
    });
  }
}

describe.each(languages)("in %s", { timeout: 180_000 }, (language) => {
  test("the pages that ask nothing can be used by everyone", async () => {
    const { page } = await visitor({ language });
    for (const address of addresses[language]) {
      await page.goto(address);
      await expectAccessible(page, language);
    }
  });

  test("every question can be answered by everyone, empty and filled in", async () => {
    const { page } = await visitor({ language });
    const answers = { ...ordinary, ...sender, onBehalfOf: "represented" };
    await begin(page, language);
    await answerTo(page, answers, { see: () => expectAccessible(page, language) });
    await expectAccessible(page, language);
    const change = page.getByRole("button", { name: /^(Ändra|Change)/ }).first();
    await Promise.all([page.waitForEvent("domcontentloaded"), change.click()]);
    await answerTo(page, answers, { until: "details", see: () => expectAccessible(page, language) });
  });

  test("what comes after can be read by everyone: receipt, status, and the pages where nothing was sent", async () => {
    const { page } = await visitor({ language });
    const service = ["soc-ekonomiskt-bistand", "vet-inte", "folkbokforing"];
    await skipTo(page, language, { ...ordinary, service });
    await press(page, "send");
    await page.locator("details").evaluate((section) => section.setAttribute("open", ""));
    await expectAccessible(page, language);
    const { reference, code } = await numberAndCode(page);
    await page.goto(language === "sv" ? "/sv/arende" : "/en/case");
    await page.locator("#reference").fill(reference);
    await page.locator("#statusCode").fill(code);
    const show = page.getByRole("button", { name: language === "sv" ? "Visa" : "Show", exact: true });
    await Promise.all([page.waitForEvent("domcontentloaded"), show.click()]);
    expect(await textOf(page.locator("main"))).toContain(reference);
    await expectAccessible(page, language);

    await skipTo(page, language, { ...ordinary, protectedIdentity: "yes" });
    await expectAccessible(page, language);

    await skipTo(page, language, { ...ordinary, service: ["folkbokforing", "polis"] });
    await press(page, "send");
    await expectAccessible(page, language);

    await begin(page, language);
    await page.locator("#answers input[name=state]").evaluate((it) => it.setAttribute("value", "k1.prov"));
    await press(page, "next");
    await expectAccessible(page, language);
  });
});

test("a barrier put on a page is found, in the light and in the dark", async () => {
  const { page } = await visitor();
  await page.goto("/");
  await page
    .locator("h1")
    .evaluate((heading) => heading.insertAdjacentHTML("afterend", "<input id=barrier><h5>.</h5>"));
  for (const width of Object.values(widths)) {
    await asSeen(page, width);
    expect(await barriersOn(page)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^label #barrier/), expect.stringMatching(/^heading-order h5/)]),
    );
  }
  console.log(
    `pages of citizens by title, width and language ${looked.size}, barriers 0, planted barriers found 2 of 2`,
  );
});

test("no page carries a script or a style of its own, and every document says so in its policy", async () => {
  const { page } = await visitor();
  const documents: { readonly html: string; readonly policy: string | undefined }[] = [];
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "document" || response.status() === 303) return;
    const policy = response.headers()["content-security-policy"];
    reading.push(response.text().then((html) => void documents.push({ html, policy })));
  });
  // The browser lets go of a document's text when it goes on, so it goes on only when the text has been read.
  await page.route("**/*", async (route) => {
    await Promise.all(reading);
    await route.continue();
  });
  for (const address of addresses.sv) await page.goto(address);
  await toReceipt(page, "sv");
  await Promise.all(reading);
  expect(documents.length).toBeGreaterThan(15);
  for (const { html, policy } of documents) {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:/i);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  }
  expect(house().functionErrors).toEqual([]);
});
