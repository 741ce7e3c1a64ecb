import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBrowser, aVisitor, barriersOn, type OwnBrowser, sidewaysScroll, widths } from "../browser/browser.ts";
import { answerTo, asked, begin, numberAndCode, ordinary, press, sender, textOf, toCheck } from "../browser/citizen.ts";
import { skipTo } from "../browser/skip-to.ts";
import { answerPages, dayAgo, followed, give, lookUp, mainText, pressed, signIn } from "../browser/staff-visits.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { aRegistrationByPages } from "../staff/colleague.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";
import { pdf } from "./files.ts";

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

  test("a god man sends the decision from the receipt: too large a file is told of where it is chosen, and one that fits arrives", async () => {
    const { page, complaints, leave } = await aTelephone();
    await skipTo(page, "sv", { ...ordinary, ...sender, onBehalfOf: "represented" });
    await press(page, "send");
    await pressed(page, "Ladda upp fullmakt eller beslut");
    expect(await textOf(page.locator("#file-hint"))).toContain("högst 10 MB");
    expect(await textOf(page.locator("main summary"))).toBe("Om filen är större än 10 MB");
    await isOpenToAll(page);
    const send = page.getByRole("button", { name: "Skicka filen", exact: true });
    if (javaScript) {
      const told = page.locator(".govuk-error-message");
      await send.click();
      expect(await textOf(told)).toBe("Välj en fil att skicka. Den får inte vara tom.");
      const large = { name: "beslut.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(14_000_000) };
      await page.locator("#file").setInputFiles(large);
      const why = "Filen är för stor (14 MB). Den får vara högst 10 MB. Välj en mindre fil.";
      expect(await textOf(told)).toBe(why);
      await send.click();
      expect(await textOf(page.locator("main"))).toContain(why);
      expect(await page.locator("#file").inputValue(), "it stays chosen").toContain("beslut.pdf");
      await isOpenToAll(page);
    }
    await page.locator("#file").setInputFiles({ name: "beslut.pdf", mimeType: "application/pdf", buffer: pdf() });
    expect(await page.locator(".govuk-form-group--error").count()).toBe(0);
    await pressed(page, "Skicka filen");
    await page.waitForURL("**/sv/arende/underlag?skickad=1");
    expect(await mainText(page)).toContain("Filen är skickad");
    await isOpenToAll(page);
    expect(complaints.filter((complaint) => !complaint.startsWith(`asked for ${house.endpoint.url}/`))).toEqual([]);
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
    await skipTo(page, "sv");
    // As a third-generation network at the edge of its reach.
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 50_000,
      uploadThroughput: 20_000,
    });
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

  /** What somebody gets at an address, byte for byte but for the proof sealed anew in every form, where they are signed in. */
  const bytesAt = async (page: Page, path: string): Promise<string> => {
    const answer = await page.request.get(path);
    return `${answer.status()} ${(await answer.text()).replaceAll(/(name="csrf" value=")[^"]*/g, "$1")}`;
  };

  test("a person with protected identity is registered by somebody cleared and answered by letter, seen by nobody else", async () => {
    await house.idle();
    const unit = "sthlm-kulturnamnden";
    const colleague = await aTelephone();
    await signIn(colleague.page, `local.coordinator.${unit}`);
    const lists = ["", "?kind=request", "?status=received", "?status=closed", "?assignee=none"];
    const listed = () => Promise.all(lists.map((query) => bytesAt(colleague.page, `/personal/arenden${query}`)));
    const before = await listed();

    const cleared = await aTelephone();
    const { page } = cleared;
    await signIn(page, `local.coordinator.${unit}.protected`);
    await page.goto("/personal/registrera");
    const typed = aRegistrationByPages().map((each) => ({ ...each, protectedIdentity: "yes", delivery: "pick-up" }));
    const names: (string | null)[] = [];
    await answerPages(page, typed, async () => {
      const inputs = page.locator("#answers :is(input, textarea)");
      names.push(...(await inputs.evaluateAll((all) => all.map((input) => input.getAttribute("name")))));
    });
    // Nothing is asked that would tell where they live or how they are reached.
    expect(names).toContain("person.familyName");
    expect(names.filter((name) => /address|contact|place|postalCode/i.test(name ?? ""))).toEqual([]);
    await isOpenToAll(page);
    await pressed(page, "Registrera begäran");
    expect(await heading(page)).toBe("Begäran är registrerad");
    expect(await mainText(page)).toContain("Bara dataskyddsombudet och de som har särskild behörighet ser ärendet.");
    await isOpenToAll(page);
    const number = `${(await textOf(page.locator(".govuk-panel strong"))).replaceAll("\u2011", "-")}-1`;
    await house.idle();

    await lookUp(page, number);
    expect(await mainText(page)).toContain("Skyddade personuppgifter");
    await give(page, "take");
    await give(page, "confirm-identity", { how: "Visade legitimation vid besöket." });
    await give(page, "record-search", { system: "Biblioteksregistret", found: "yes" });
    expect(await listed(), "while it is worked on").toEqual(before);
    await give(page, "answer", { outcome: "granted", ...dayAgo("sentOn") });
    expect(await mainText(page)).toContain("Sparat: Svara");
    await isOpenToAll(page);
    await followed(page, "Brev att skriva ut");
    expect(await mainText(page)).toContain("Skatteverket förmedlar brev");
    expect(await mainText(page)).not.toContain("Adressblad");
    expect(await page.locator(".intag-letter").count()).toBe(1);
    await isOpenToAll(page);

    // A colleague who is not cleared: in no list, by no number and at no address is there anything.
    const never = number.replace(/-1$/, "-9");
    expect(await listed()).toEqual(before);
    for (const under of ["", "/brev", "/svarsfiler", "/underlag/x.pdf"])
      expect(await bytesAt(colleague.page, `/personal/arenden/${number}${under}`), under).toBe(
        await bytesAt(colleague.page, `/personal/arenden/${never}${under}`),
      );
    await lookUp(colleague.page, number);
    expect(await heading(colleague.page)).toBe("Sidan finns inte");
    await isOpenToAll(colleague.page);
    expect((await house.mail()).filter(({ text }) => text.includes(number.slice(0, -2)))).toEqual([]);
    await cleared.leave();
    await colleague.leave();
  });
});
