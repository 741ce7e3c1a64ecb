import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { fieldAt } from "../../forms/form.ts";
import { everyErrorText, messageOf } from "../../forms/messages.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { Language } from "../../shared/domain/language.ts";
import { asSeen, barriersOn, widths } from "./browser.ts";
import { asked, begin, fillIn, ordinary, press, sender, type Typed, textOf } from "./citizen.ts";
import { type Mistake, mistakesOn, onlyPrograms, rounds } from "./mistakes.ts";
import { skipTo } from "./skip-to.ts";
import { visits } from "./visits.ts";

const right: Typed = { ...ordinary, ...sender, onBehalfOf: "represented" };
// A page with many fields has many mistakes, and two cores may have more to do than this.
const patience = 180_000;
const errorTitle = { sv: "Fel: ", en: "Error: " } as const;

const textInputs = (page: Page) =>
  page.locator("#answers :is(input[type=text], input[type=email], input[type=tel], textarea)");

/** Every text input as the round has it; what the round says nothing of is right. */
async function typeRound(page: Page, round: readonly Mistake[]): Promise<Typed> {
  const wrong: Typed = Object.assign({}, ...round.map(({ typed }) => typed));
  const names = await textInputs(page).evaluateAll((all) => all.map((input) => input.getAttribute("name") ?? ""));
  const isDate = (name: string) => name.includes("birthDate");
  const all = Object.fromEntries(
    // Either a number or a date of birth: the date is there only when it is what is wrong.
    names.map((name) => [name, wrong[name] ?? (isDate(name) ? "" : (right[name] ?? ""))]),
  );
  const choices = round.some(({ field }) => field.kind === "choice") ? {} : { delivery: right.delivery ?? "" };
  await fillIn(page, { ...all, ...choices });
  return all;
}

const valuesOn = async (page: Page): Promise<Typed> =>
  Object.fromEntries(
    await textInputs(page).evaluateAll((all) =>
      all.map((input) => [input.getAttribute("name") ?? "", "value" in input ? String(input.value) : ""]),
    ),
  );

/** What is said beside the input with that id: what it or the group around it is described by. */
const besideOf = (page: Page, id: string): Promise<string> =>
  page.locator(`[id="${id}"]`).evaluate((input) => {
    const described = [input, input.closest("fieldset")].flatMap(
      (each) => each?.getAttribute("aria-describedby")?.split(" ") ?? [],
    );
    return described
      .filter((each) => each.endsWith("-error"))
      .map((each) => document.getElementById(each)?.textContent ?? "")
      .join("\n");
  });

async function expectErrors(page: Page, expected: readonly string[], language: Language): Promise<void> {
  expect(await page.title()).toMatch(new RegExp(`^${errorTitle[language]}`));
  const summary = page.locator("main [data-error-summary]");
  expect(
    await summary.evaluate(
      (it) =>
        [...(it.closest("main")?.querySelectorAll("h1, h2, form, p, input") ?? [])][0]?.closest(
          "[data-error-summary]",
        ) === it,
    ),
    "the summary is the first thing in main",
  ).toBe(true);
  expect(await summary.evaluate((it) => document.activeElement === it), "the summary has focus").toBe(true);
  const links = summary.getByRole("link");
  expect(await links.allInnerTexts()).toEqual(expected);
  for (const [index, message] of expected.entries()) {
    const id = ((await links.nth(index).getAttribute("href")) ?? "").slice(1);
    expect(await besideOf(page, id), `beside ${id}`).toContain(message);
    await links.nth(index).click();
    expect(await page.evaluate(() => document.activeElement?.id), "the link leads to the field").toBe(id);
  }
}

async function expectNoBarriers(page: Page, at: readonly number[] = Object.values(widths)): Promise<void> {
  for (const width of at) {
    await asSeen(page, width);
    expect(await barriersOn(page), `at ${width} px`).toEqual([]);
  }
}

/** Every mistake that somebody can make, on every page, in one language. */
export function mistakesIn(language: Language): void {
  const { visitor } = visits();
  const seen = new Set<string>();

  test.each(dataSubjectRequest.pages.map(({ id }) => id))(
    "each mistake on the page %s is said first, beside its field and in the form's own words, and nothing typed is lost",
    async (id) => {
      const { page } = await visitor({ language });
      if (id === dataSubjectRequest.pages[0]?.id) await begin(page, language);
      else await skipTo(page, language, right, { until: id });
      const shown = await asked(page);
      if (shown?.id !== id) throw new Error(`The page ${id} was not reached.`);
      for (const [index, round] of rounds(mistakesOn(shown)).entries()) {
        const typed = await typeRound(page, round);
        await press(page, "next");
        expect((await asked(page))?.id, "stays on the page").toBe(id);
        await expectErrors(
          page,
          round.map(({ field, code, over }) => messageOf(field, code, language, over)),
          language,
        );
        expect(await valuesOn(page), "nothing typed is lost").toEqual(typed);
        for (const { pointer, code } of round) seen.add(`${pointer} ${code}`);
        // The first round has a message at each field that needs an answer: both widths. The others take turns.
        await expectNoBarriers(page, index === 0 ? undefined : [index % 2 === 0 ? widths.wide : widths.narrow]);
      }
    },
    patience,
  );

  test("more services than a request can hold are said where they are chosen, or where the places made them too many", async () => {
    const { page } = await visitor({ language });
    const list = fieldAt(dataSubjectRequest, "/concerns");
    if (list === undefined) throw new Error("The form has no list of services.");
    const message = messageOf(list, "too-many", language);
    const forCitizens = stockholm.services.filter((service) => service.forCitizens);
    const without = forCitizens.filter(({ asksPlace, key }) => !asksPlace && key !== "vet-inte").map(({ key }) => key);
    const withPlace = forCitizens.filter(({ asksPlace }) => asksPlace).map(({ key }) => key);

    await skipTo(page, language, right, { until: "services" });
    await fillIn(page, { service: without.slice(0, 21) });
    await press(page, "next");
    await expectErrors(page, [message], language);
    expect(await page.locator("input[name=service]:checked").count()).toBe(21);
    await expectNoBarriers(page);

    await skipTo(page, language, { ...right, service: withPlace.slice(0, 11) }, { until: "places" });
    await press(page, "addPlace");
    await fillIn(page, { "place.1": "Husby", "place.2": "Farsta" });
    await press(page, "next");
    await expectErrors(page, [message], language);
    seen.add("/concerns too-many");
  });

  test("a number or a code that opens nothing is said without telling which, and nothing typed comes back", async () => {
    const { page } = await visitor({ language });
    await page.goto(language === "sv" ? "/sv/arende" : "/en/case");
    for (const [reference, code] of [
      ["", ""],
      ["7KVN-CGQJ-MNP00", "SMR8-0XM2-21SW-H0VF-C52P-S397-GP"],
      ["<b>prov</b>", "'"],
    ] as const) {
      await page.locator("#reference").fill(reference);
      await page.locator("#statusCode").fill(code);
      const send = page.getByRole("button", { name: language === "sv" ? "Visa" : "Show", exact: true });
      await Promise.all([page.waitForEvent("domcontentloaded"), send.click()]);
      await expectErrors(page, [await textOf(page.locator("main [data-error-summary] a"))], language);
      expect(await page.locator("#reference").inputValue()).toBe("");
      expect(await page.locator("#statusCode").inputValue()).toBe("");
    }
    await expectNoBarriers(page);
  });

  test("every sentence of the form about a mistake that somebody can make has been seen on its page", () => {
    const never = everyErrorText(dataSubjectRequest).filter(
      (each) => !seen.has(`${each.pointer} ${each.code}`) && !onlyPrograms(each),
    );
    expect(never).toEqual([]);
    console.log(`kinds of mistakes seen on their pages, in ${language}: ${seen.size}, without a sentence 0`);
  });
}
