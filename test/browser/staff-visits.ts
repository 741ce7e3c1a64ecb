import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { aHouse, type House } from "../house.ts";
import { type Filled, typedTime } from "../staff/colleague.ts";
import { aBrowser, aVisitor, type OwnBrowser, type VisitOptions, type Visitor } from "./browser.ts";
import { fillIn, press, textOf } from "./citizen.ts";

export interface StaffVisits {
  house(): House;
  /** Somebody at a fresh browser, signed in; leaves when the test ends. */
  colleague(person: string, options?: VisitOptions): Promise<Visitor>;
}

/** What people wrote in these tests, which no address may hold. */
export const written = "Provord som bara står i ärendet";

/** The addresses hold numbers of cases, codes and where a list begins, and never what somebody wrote. */
const codesOnly = /^[\w./:~?&=%-]*$/;

/**
 * The whole system, with the local sign-in, and a browser for the tests of one file. After each test, whatever it was about:
 * nothing was complained of, nothing was asked for but here and at the sign-in, and no address told anything of anybody.
 */
export function staffVisits(): StaffVisits {
  let house: House;
  let own: OwnBrowser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    house = await aHouse();
    own = await aBrowser();
  });
  afterEach(async () => {
    const seen = visitors.splice(0);
    await Promise.all(seen.map((visitor) => visitor.leave()));
    const issuer = house.identity?.issuer ?? "";
    const complaints = seen.flatMap((visitor) => visitor.complaints);
    expect(complaints.filter((complaint) => !complaint.startsWith(`asked for ${issuer}`))).toEqual([]);
    const addresses = seen.flatMap((visitor) => visitor.addresses).filter((address) => address.startsWith(house.url));
    expect(addresses.filter((address) => !codesOnly.test(address) || address.includes("Provord"))).toEqual([]);
    expect(house.functionErrors).toEqual([]);
  });
  afterAll(async () => {
    await own?.close();
    await house?.close();
  });

  return {
    house: () => house,
    colleague: async (person, wishes) => {
      const visitor = await aVisitor(own, house.url, wishes);
      visitors.push(visitor);
      await signIn(visitor.page, person);
      return visitor;
    },
  };
}

/** From the start page to the city's sign-in, and back. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto("/personal");
  const theirs = page.locator(`button[value="${person}"]`);
  // The local sign-in knows more people than it offers: of those cleared for protected identity it offers one.
  if ((await theirs.count()) === 0)
    await page
      .locator("button")
      .first()
      .evaluate((button, sub) => button.setAttribute("value", sub), person);
  await theirs.click();
  await page.waitForURL("**/personal");
}

export const mainText = (page: Page): Promise<string> => textOf(page.locator("main"));
export const headingText = (page: Page): Promise<string> => textOf(page.locator("h1"));

/** Presses it and waits until the next page stands. */
export const pressed = (page: Page, name: string): Promise<unknown> =>
  Promise.all([
    page.waitForEvent("domcontentloaded"),
    page.getByRole("button", { name, exact: true }).filter({ visible: true }).click(),
  ]);

export const followed = (page: Page, name: string | RegExp): Promise<unknown> =>
  Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("link", { name }).first().click()]);

/** Answers page after page until the one where the answers are checked; how many there were. `see` is called with each. */
export async function answerPages(
  page: Page,
  pages: readonly Filled[],
  see: () => Promise<void> = async () => undefined,
): Promise<number> {
  const typed: Filled = Object.assign({}, ...pages);
  let answered = 0;
  while ((await headingText(page)) !== "Kontrollera innan du skickar") {
    await see();
    await fillIn(page, typed);
    await press(page, "next");
    answered += 1;
    if (answered > 20) throw new Error(`no way past ${await headingText(page)}`);
  }
  return answered;
}

/** Opens a command's form on a case's page, fills it in and sends it. */
export async function give(page: Page, command: string, typed: Filled = {}): Promise<void> {
  const section = page.locator(`details#${command}`);
  if ((await section.getAttribute("open")) === null) await section.locator("> summary").click();
  for (const [name, values] of Object.entries(typed)) {
    for (const value of [values].flat()) {
      const choice = section.locator(`input[name="${name}"][value="${value}"]`);
      if ((await choice.count()) > 0) {
        const closed = choice.locator("xpath=ancestor::details[not(@open)]/summary");
        if ((await closed.count()) > 0) await closed.click();
        await choice.check();
      } else await section.locator(`:is(input, textarea)[name="${name}"]`).fill(value);
    }
  }
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator(`#${command}-send`).click()]);
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
/** A moment so long ago, as it is typed. */
export const ago = (name: string, minutes: number): Filled => typedTime(name, minutesAgo(minutes));
/** The same as a day only. */
export const dayAgo = (name: string, minutes = 0): Filled => {
  const { [`${name}.clock`]: _, ...day } = ago(name, minutes);
  return day;
};
/** A day that has not been. */
export const dayAhead = (name: string, days: number): Filled => dayAgo(name, -days * 24 * 60);

/** The case of a number, found as people do: by typing it. */
export async function lookUp(page: Page, number: string): Promise<void> {
  await page.goto("/personal/arenden");
  await page.locator("#reference").fill(number);
  await pressed(page, "Visa");
}
