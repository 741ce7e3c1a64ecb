// The README's pictures, from a city filled by `npm run demo`: node test/browser/tour.ts http://127.0.0.1:3000 infra/readme/tour
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { aBrowser, aVisitor, type OwnBrowser } from "./browser.ts";
import { answerTo, begin, ordinary, press, toReceipt } from "./citizen.ts";

const [url, folder] = process.argv.slice(2);
if (url === undefined || folder === undefined) throw new Error("Say where it runs and where the pictures go.");
mkdirSync(folder, { recursive: true });

const height = 860;
const wide = 1024;
const narrow = 400;

const take = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

async function visitor(own: OwnBrowser, width: number): Promise<Page> {
  const { page } = await aVisitor(own, url ?? "", { language: "sv", width });
  await page.setViewportSize({ width, height });
  return page;
}

async function colleague(own: OwnBrowser, person: string): Promise<Page> {
  const page = await visitor(own, wide);
  await page.goto("/personal");
  await page.locator(`button[value="${person}"]`).click();
  await page.waitForURL("**/personal");
  return page;
}

const own = await aBrowser();
try {
  const citizen = await visitor(own, narrow);
  await citizen.goto("/");
  await take(citizen, "start");
  await begin(citizen, "sv");
  await answerTo(citizen, ordinary, { until: "places" });
  await take(citizen, "places");
  await press(citizen, "back");
  const asked = await visitor(own, narrow);
  await toReceipt(asked, "sv");
  await take(asked, "receipt");

  const officer = await colleague(own, "local.dpo");
  await officer.goto("/personal/arenden");
  await take(officer, "queue");
  await officer.goto("/personal/arenden?kind=breach&status=closed");
  await Promise.all([
    officer.waitForEvent("domcontentloaded"),
    officer.locator("main a[href^='/personal/arenden/']").first().click(),
  ]);
  await take(officer, "breach");
  await officer.goto(`/personal/statistik/${new Date().getFullYear() - 1}`);
  await take(officer, "year");
} finally {
  await own.close();
}
