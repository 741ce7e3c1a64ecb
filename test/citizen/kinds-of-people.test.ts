import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBrowser, aVisitor, barriersOn, type OwnBrowser, sidewaysScroll, widths } from "../browser/browser.ts";
import { answerTo, asked, begin, numberAndCode, ordinary, press, sender, textOf, toCheck } from "../browser/citizen.ts";
import { aHouse, type House, itemsOf, todayInStockholm } from "../house.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

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

const submissions = async (): Promise<number> => (await itemsOf(house, "Submissions")).length;
const heading = (page: Page): Promise<string> => textOf(page.locator("h1"));

describe.each([true, false])("on a telephone, JavaScript %s", (javaScript) => {
  const aTelephone = () => aVisitor(own, house.url, { javaScript, width: widths.narrow });
  /** Everybody can use the page as it stands; where no script runs, neither does the one that looks for barriers. */
  const isOpenToAll = async (page: Page) => {
    if (!javaScript) return;
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await barriersOn(page), await page.title()).toEqual([]);
  };

  test.each([
    ["a parent asks for a child", "child"],
    ["a god man asks for a principal", "represented"],
  ])("%s: says who they are themselves, and the request is not theirs", async (_, onBehalfOf) => {
    const { page, complaints, leave } = await aTelephone();
    await begin(page, "sv");
    const questions = await answerTo(
      page,
      { ...ordinary, ...sender, onBehalfOf },
      { see: async (id) => (id === "representative" ? isOpenToAll(page) : undefined) },
    );
    expect(questions).toContain("representative");
    await isOpenToAll(page);
    await press(page, "send");
    expect(await heading(page)).toBe("Din begäran är skickad");
    await isOpenToAll(page);
    const { reference } = await numberAndCode(page);
    await house.idle();
    const kase = await ask(house, await tokenFor(house, "dpo"), `GET cases/${reference}-1`);
    expect(kase.body.identity.state, "that one is somebody's parent is not shown by a name").toBe("not-checked");
    expect(kase.body.answers.onBehalfOf).toBe(onBehalfOf);
    expect(complaints).toEqual([]);
    await leave();
  });

  test("somebody with protected identity is stopped before anything is kept, and is told where to turn", async () => {
    const { page, context, leave } = await aTelephone();
    const before = await submissions();
    await toCheck(page, "sv", { ...ordinary, protectedIdentity: "yes" });
    expect(await textOf(page.locator("main"))).toMatch(/[Rr]ing|[Bb]esök/);
    expect(await asked(page)).toBeUndefined();
    await isOpenToAll(page);
    expect([await submissions(), await context.cookies()]).toEqual([before, []]);
    await leave();
  });

  test("somebody on a bad connection loses the answer, sends again, and has one request", async () => {
    const { page, context, leave } = await aTelephone();
    // As a third-generation network at the edge of its reach.
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 50_000,
      uploadThroughput: 20_000,
    });
    page.setDefaultTimeout(30_000);
    await toCheck(page, "sv");
    const before = await submissions();
    let isLost = false;
    await page.route("**/kontrollera", async (route) => {
      if (isLost || route.request().method() !== "POST") return route.continue();
      isLost = true;
      await route.fetch({ maxRedirects: 0 });
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Skicka begäran", exact: true }).click({ noWaitAfter: true });
    await expect.poll(submissions, { timeout: 20_000 }).toBe(before + 1);
    await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/^chrome-error:/);
    await page.goBack({ waitUntil: "domcontentloaded" });
    if ((await heading(page)) !== "Kontrollera dina svar innan du skickar") await page.reload();
    expect(await heading(page)).toBe("Kontrollera dina svar innan du skickar");
    await press(page, "send");
    await page.waitForURL("**/kvitto");
    expect(await heading(page)).toBe("Din begäran är skickad");
    expect(await submissions()).toBe(before + 1);
    await leave();
  });
});

test("a person with protected identity is registered by telephone and answered by somebody cleared, seen by nobody else", async () => {
  const unit = "sthlm-kulturnamnden";
  const cleared = await tokenFor(house, "coordinator", unit, true);
  const colleague = await tokenFor(house, "coordinator", unit);
  const registered = await ask(house, cleared, "POST registrations", {
    channel: "phone",
    receivedAt: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+/, ""),
    right: "access",
    onBehalfOf: "self",
    protectedIdentity: true,
    concerns: [{ service: "kultur-bibliotek" }],
    person: { givenName: "Prov", familyName: "Exempelsson", personalIdentityNumber: "19900101-2385" },
    delivery: "pick-up",
    language: "sv",
  });
  expect(registered.status).toBe(201);
  const kase = `${registered.body.reference}-1`;
  await house.idle();
  expect((await ask(house, colleague, `GET cases/${kase}`)).status).toBe(404);
  const command = async (given: object) => {
    const { version } = (await ask(house, cleared, `GET cases/${kase}`)).body;
    return (await ask(house, cleared, `POST cases/${kase}/commands`, { version, ...given })).status;
  };
  expect(await command({ command: "confirm-identity", how: "Visade legitimation vid besöket." })).toBe(200);
  const sentOn = todayInStockholm();
  expect(await command({ command: "answer", outcome: "granted", sentOn })).toBe(200);
  expect((await ask(house, colleague, `GET cases/${kase}`)).status).toBe(404);
});
