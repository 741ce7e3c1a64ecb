import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { securityHeaders } from "../../shared/lambda/security-headers.ts";
import { everyStaffPage } from "../pages/staff/every-staff-page.ts";
import { asSeen, barriersOn, sidewaysScroll, widths } from "./browser.ts";
import { textOf } from "./citizen.ts";
import { staffVisits } from "./staff-visits.ts";

const { house, colleague } = staffVisits();

/** The page with the look that is served, since the tests' own pages name it otherwise. */
const dressed = (html: string, served: string): string => {
  const [css, js] = [/href="(\/assets\/[^"]+\.css)"/, /src="(\/assets\/[^"]+\.js)"/].map(
    (file) => file.exec(served)?.[1] ?? "",
  );
  return html.replace("/assets/intag.css", css ?? "").replace("/assets/intag.js", js ?? "");
};

async function expectAccessible(page: Page, name: string): Promise<void> {
  expect(await page.locator("html").getAttribute("lang"), name).toBe("sv");
  expect(await page.locator("h1").count(), name).toBe(1);
  expect(await page.title(), name).toContain((await textOf(page.locator("h1"))).replaceAll("\u2011", "-"));
  await asSeen(page, widths.wide);
  expect(await barriersOn(page), `${name} at ${widths.wide} px`).toEqual([]);
  // Narrow, every closed section is opened: what stands in it must hold as well.
  await asSeen(page, widths.narrow);
  await page.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
  expect(await barriersOn(page), `${name} at ${widths.narrow} px`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysScroll(page), `${name} at 320 px`).toBe(0);
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await sidewaysScroll(page), `${name} at ${width} px with text twice as large`).toBe(0);
  }
}

const pages = [...everyStaffPage()];
const halves = [pages.filter((_, index) => index % 2 === 0), pages.filter((_, index) => index % 2 === 1)];

test.each([0, 1])("every staff page and error can be used by everyone, half %i", { timeout: 400_000 }, async (half) => {
  const { page } = await colleague("local.dpo");
  const served = await (await fetch(`${house().url}/`)).text();
  const tried = halves[half] ?? [];
  expect(tried.length).toBeGreaterThanOrEqual(30);
  const barriers: string[] = [];
  for (const [index, [name, html]] of tried.entries()) {
    const address = `/personal/prov-${half}-${index}`;
    await page.route(`**${address}`, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", headers: securityHeaders, body: dressed(html, served) }),
    );
    await page.goto(address);
    await expectAccessible(page, name).catch((failure: unknown) => {
      barriers.push(String(failure instanceof Error ? failure.message : failure));
    });
  }
  expect(barriers).toEqual([]);
  console.log(`pages and errors of staff ${tried.length}, barriers ${barriers.length}`);
});
