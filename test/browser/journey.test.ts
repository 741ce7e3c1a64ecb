import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../shared/domain/language.ts";
import { itemsOf } from "../house.ts";
import { widths } from "./browser.ts";
import { answerTo, begin, numberAndCode, ordinary, press, sender, textOf } from "./citizen.ts";
import { visits } from "./visits.ts";

const { house, visitor } = visits();

const words = {
  title: { sv: "Din begäran är skickad", en: "Your request has been sent" },
  check: { sv: "Kontrollera dina svar innan du skickar", en: "Check your answers before you send" },
  by: { sv: "Du får svar senast", en: "You get an answer by" },
  track: { sv: "Se hur långt vi har kommit", en: "Track your request" },
  show: { sv: "Visa", en: "Show" },
  yours: { sv: "Din begäran", en: "Your request" },
  state: { sv: "Läge:", en: "Status:" },
} as const;

const mainText = (page: Page): Promise<string> => textOf(page.locator("main"));

/** The last day in the house's own words, from a page that names it. */
const lastDayOn = async (page: Page, language: Language): Promise<string> =>
  (await textOf(page.locator("main p", { hasText: words.by[language] }).locator("strong").first())).trim();

const ways = languages.flatMap((language) =>
  [true, false].flatMap((javaScript) => Object.values(widths).map((width) => ({ language, javaScript, width }))),
);

describe.each(ways)("in $language, JavaScript $javaScript, $width px wide", (way) => {
  const { language } = way;

  test("a citizen goes from the start page to the receipt and on to the status, and gets a mail", async () => {
    const { page, context } = await visitor(way);
    const mail = `prov.${language}.${way.javaScript}.${way.width}@intag.example`;
    const before = (await itemsOf(house(), "Submissions")).length;

    await begin(page, language);
    const questions = await answerTo(page, { ...ordinary, "contact.email": mail });
    expect(await textOf(page.locator("h1"))).toBe(words.check[language]);
    for (const answer of ["Husby", "2015–2019", "Prov", "Exempelsson", "19900101-2385", "Exempelgatan 17", mail]) {
      expect(await mainText(page)).toContain(answer);
    }
    expect(await context.cookies(), "no cookie before somebody sends").toEqual([]);
    expect((await itemsOf(house(), "Submissions")).length, "nothing is kept before somebody sends").toBe(before);

    await press(page, "send");
    // The questions, the page to check them on, and the receipt.
    expect(questions.length + 2).toBeLessThanOrEqual(11);
    expect(await textOf(page.locator("h1"))).toBe(words.title[language]);
    expect(await page.title()).toContain(words.title[language]);
    const { reference, code } = await numberAndCode(page);
    expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
    const receipt = await mainText(page);
    expect(receipt, "who is responsible").toContain("Järva stadsdelsnämnd");
    expect(receipt, "who is responsible").toContain("Kulturnämnden");
    const because = page.locator("main li", { hasText: "Järva stadsdelsnämnd" });
    expect(await textOf(because), "why").toContain("Husby");
    const lastDay = await lastDayOn(page, language);
    expect(lastDay).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u);
    expect(await context.cookies()).toMatchObject([
      { name: "__Host-intag-receipt", secure: true, httpOnly: true, path: "/", sameSite: "Lax" },
    ]);

    await house().idle();
    const letter = (await house().mail()).find(({ to }) => to === mail);
    expect(letter?.text).toContain(reference);
    for (const secret of [code, "Exempelsson", "Husby", "19900101"])
      expect(JSON.stringify(letter)).not.toContain(secret);

    await page.getByRole("link", { name: words.track[language] }).click();
    await page.getByRole("textbox").first().fill(reference.toLowerCase().replaceAll("-", " "));
    await page.getByRole("textbox").last().fill(` ${code} `);
    await page.getByRole("button", { name: words.show[language], exact: true }).click();
    await page.getByRole("heading", { level: 1, name: words.yours[language] }).waitFor();
    expect(await mainText(page)).toContain(reference);
    expect(await lastDayOn(page, language)).toBe(lastDay);
    const states = await page.locator("main li", { hasText: words.state[language] }).allInnerTexts();
    expect(states.map((state) => state.split("\n")[0])).toEqual(["Järva stadsdelsnämnd", "Kulturnämnden"]);
  });
});

describe("the longest way", () => {
  test("from the first question to the receipt there are eleven pages at most, also for somebody else", async () => {
    const { page } = await visitor();
    await begin(page, "sv");
    const questions = await answerTo(page, { ...ordinary, ...sender, onBehalfOf: "represented" });
    await press(page, "send");
    expect(await textOf(page.locator("h1"))).toBe(words.title.sv);
    const passed = [...questions, "check", "receipt"];
    expect(passed.length).toBeLessThanOrEqual(11);
    expect(questions).toContain("representative");
    console.log(`pages to the receipt at most ${passed.length}`);
  });

  test("nobody has to know the name of a committee to get there", async () => {
    const { page } = await visitor();
    await begin(page, "sv");
    await answerTo(page, ordinary, {
      see: async () => {
        expect(await page.locator("main :is(label, legend, summary)").allInnerTexts()).not.toContainEqual(
          expect.stringMatching(/nämnd/i),
        );
      },
    });
  });
});
