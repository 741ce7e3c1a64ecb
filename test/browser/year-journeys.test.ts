import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { aRegistration, farsta } from "../staff/desk.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { barriersOn, sidewaysScroll, widths } from "./browser.ts";
import { textOf } from "./citizen.ts";
import { followed, headingText, mainText, pressed, staffVisits, written } from "./staff-visits.ts";

const { house, colleague } = staffVisits();
const thisYear = Number(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format().slice(0, 4));
const ways = [
  { javaScript: true, width: widths.narrow, year: thisYear - 1 },
  { javaScript: false, width: widths.wide, year: thisYear - 2 },
] as const;

beforeAll(async () => {
  const token = await tokenFor(house(), "dpo");
  for (const year of [thisYear - 1, thisYear - 2])
    await ask(
      house(),
      token,
      "POST registrations",
      aRegistration({
        receivedAt: `${year}-03-03T09:00:00Z`,
        concerns: [{ service: "soc-ekonomiskt-bistand", place: "Farsta" }],
      }),
    );
  const answers = { records: { count: 288, updated: "yes", complete: null, routines: null, riskCount: null } };
  for (const { year } of ways)
    await ask(house(), token, `PUT yearly-reviews/${year - 1}/${farsta}`, { ...answers, recommendations: [] });
  await house().idle();
}, 120_000);

/** Axe runs in the page, and so only where scripts do. */
const expectNoBarriers = async (page: Page, hasScripts: boolean) => {
  if (hasScripts) expect(await barriersOn(page)).toEqual([]);
};

describe.each(ways)("JavaScript $javaScript, $width px wide", ({ year, ...way }) => {
  test("the DPO reads the year, compiles it, follows it, downloads the Word draft and locks the figures", async () => {
    const { page } = await colleague("local.dpo", way);
    await followed(page, "Statistik");
    expect(await headingText(page)).toBe(`Statistik ${thisYear}`);
    await page.locator("#year").selectOption(String(year));
    await pressed(page, "Visa");
    expect(await headingText(page)).toBe(`Statistik ${year}`);

    await followed(page, /^1\b.*visa ärendena bakom begäranden/);
    expect(await mainText(page)).toContain("1 ärende som du kan se");
    await followed(page, `Statistik ${year}`);

    await pressed(page, "Sammanställ nu");
    // The page comes again by itself until the files are there.
    await page.waitForURL(`**/personal/statistik/${year}?klart=compiled`, { timeout: 120_000 });
    expect(await mainText(page)).toContain("Årsrapporten är sammanställd");
    await expectNoBarriers(page, way.javaScript);

    const href = (await page.getByRole("link", { name: "Utkast (Word)" }).getAttribute("href")) ?? "";
    const link = await page.request.get(href, { maxRedirects: 0 });
    expect(link.status()).toBe(303);
    const file = await fetch(link.headers().location ?? "");
    expect(file.headers.get("content-disposition")).toContain("city_arsrapport-utkast.docx");
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2), "a Word document is a zip").toEqual(
      new Uint8Array([0x50, 0x4b]),
    );

    await followed(page, "Lås årets siffror");
    expect(await mainText(page)).toContain("Låset går inte att ta bort.");
    await expectNoBarriers(page, way.javaScript);
    await pressed(page, "Lås årets siffror");
    expect(await mainText(page)).toContain("Årets siffror är låsta.");
    expect(await mainText(page)).toContain("Ingen siffra har ändrats sedan dess.");
  });

  test("a coordinator fills in the review with last year beside, and loses nothing typed", async () => {
    const { page } = await colleague(`local.coordinator.${farsta}`, way);
    await followed(page, "Årsuppföljning");
    await page.locator("#year").selectOption(String(year));
    await pressed(page, "Visa");
    await followed(page, "Farsta stadsdelsnämnd");
    await followed(page, "Registerförteckning");
    const question = page.locator(".intag-question", { hasText: "Antal behandlingar" });
    expect(await textOf(question)).toContain(`${year - 1}: 288`);
    await page.locator("#records-count").fill("många");
    await page.getByLabel("Delvis").first().check();
    await page.locator("#comments-records").fill(written);
    await pressed(page, "Spara");
    expect(await textOf(page.locator(".govuk-error-summary"))).toContain("skriv ett heltal");
    expect(await page.locator("#comments-records").inputValue()).toBe(written);
    expect(await page.getByLabel("Delvis").first().isChecked()).toBe(true);
    await page.locator("#records-count").fill("292");
    await pressed(page, "Spara");
    expect(await mainText(page)).toContain("Registerförteckning är sparad.");
    await followed(page, "Registerförteckning");
    expect(await textOf(question)).toContain(`${year - 1}: 288 (4 fler)`);
    await expectNoBarriers(page, way.javaScript);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test("the DPO reads an earlier year in: tried first, then kept", async () => {
    const { page } = await colleague("local.dpo", way);
    await followed(page, "Statistik");
    await followed(page, "Läs in siffror från tidigare år");
    await page.getByLabel("Begäranden").first().check();
    await page.locator("#unit").selectOption(farsta);
    await page.locator("#text").fill("nummer;mottagen\n1;2019-13-01");
    await pressed(page, "Prova utan att spara");
    expect(await mainText(page)).toContain("Rad 2, kolumnen ”mottagen”");
    await page.locator("#text").fill(`nummer;mottagen\n${year};2019-03-01`);
    await pressed(page, "Prova utan att spara");
    expect(await mainText(page)).toContain("2019: 1 ärende");
    await pressed(page, "Läs in 1 ärende");
    expect(await headingText(page)).toBe("Listan är inläst");
    await followed(page, "Siffrorna för 2019");
    expect(await headingText(page)).toBe("Statistik 2019");
  });
});
