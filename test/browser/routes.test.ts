import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/language.ts";
import { itemsOf } from "../house.ts";
import {
  answerTo,
  asked,
  begin,
  fillIn,
  inputOf,
  ordinary,
  press,
  sender,
  type Typed,
  textOf,
  toReceipt,
} from "./citizen.ts";
import { skipTo } from "./skip-to.ts";
import { visits } from "./visits.ts";

const { house, visitor } = visits();

const submissions = async (): Promise<number> => (await itemsOf(house(), "Submissions")).length;
const heading = (page: Page): Promise<string> => textOf(page.locator("h1"));
const mainText = (page: Page): Promise<string> => textOf(page.locator("main"));

/** What is stored of the request that the receipt is for. */
async function sentBy(page: Page): Promise<Readonly<Record<string, unknown>>> {
  const reference = (await textOf(page.locator(".govuk-panel strong"))).replaceAll("-", "");
  const stored = (await itemsOf(house(), "Submissions")).find((item) => JSON.stringify(item).includes(reference));
  return stored ?? {};
}

describe.each(languages)("in %s", (language) => {
  test("protected identity is shown the telephone and the visit, and nothing is kept, asked or carried on", async () => {
    const { page, context } = await visitor({ language });
    const before = await submissions();
    await begin(page, language);
    const passed = await answerTo(page, { ...ordinary, protectedIdentity: "yes" });
    expect(passed, "nothing that tells who somebody is has been asked").toEqual(["right", "who", "protected"]);
    expect(await heading(page)).toBe(language === "sv" ? "Använd inte e-tjänsten" : "Do not use this online service");
    expect(await mainText(page)).toMatch(language === "sv" ? /Ring .* besök/ : /Call .* visit/);
    expect(await page.locator("form, input").count()).toBe(0);
    expect(await page.content()).not.toContain('name="state"');
    expect(await context.cookies()).toEqual([]);
    expect(await submissions()).toBe(before);
  });

  test("what the city does not hold is answered at once: by name who holds it, and nothing is kept", async () => {
    const { page, context } = await visitor({ language });
    const before = await submissions();
    await skipTo(page, language, { ...ordinary, service: ["folkbokforing", "polis"] });
    await press(page, "send");
    expect(await heading(page)).toBe(
      language === "sv"
        ? "Staden har inte de uppgifter du frågar efter"
        : "The city does not hold the data you ask for",
    );
    expect(await mainText(page)).toContain("Skatteverket");
    expect(await submissions()).toBe(before);
    expect(await context.cookies()).toEqual([]);
    await page.locator("#answers button").click();
    await page.getByRole("heading", { level: 1, name: /Vilka verksamheter|Which services/ }).waitFor();
    expect(await inputOf(page, "service", "folkbokforing").isChecked()).toBe(true);
  });

  test("who does not know which service is helped by a person: the receipt has the one question", async () => {
    const { page } = await visitor({ language });
    await toReceipt(page, language, { ...ordinary, service: ["vet-inte"], "place.1": "Husby" });
    expect(await mainText(page)).toContain(
      language === "sv" ? "Vad hade du kontakt med staden om, och när?" : "What was your contact with the city about",
    );
    expect(await mainText(page)).toContain(language === "sv" ? "dataskyddsombud" : "data protection officer");
  });
});

const ways: readonly { readonly what: string; readonly typed: Typed; readonly says: readonly string[] }[] = [
  {
    what: "for somebody one represents",
    typed: { ...ordinary, ...sender, onBehalfOf: "represented" },
    says: ["god man, förvaltare eller ombud", "Påhitt", "pahitt.exempelsson@intag.example"],
  },
  { what: "for one's child", typed: { ...ordinary, ...sender, onBehalfOf: "child" }, says: ["Mitt barn", "Påhitt"] },
  {
    what: "with a date of birth instead of a number",
    typed: {
      ...ordinary,
      "person.personalIdentityNumber": "",
      "person.birthDate.year": "1990",
      "person.birthDate.month": "1",
      "person.birthDate.day": "31",
    },
    says: ["1990-01-31"],
  },
  {
    what: "to correct something",
    typed: { ...ordinary, right: "rectification", details: "Gatan heter Exempelgatan 17.\nInte 71." },
    says: ["Rätta en uppgift som är fel", "Gatan heter Exempelgatan 17.", "Inte 71."],
  },
  {
    what: "when somebody does not know where they lived",
    typed: { ...ordinary, "place.1": "", "from.1": "", "to.1": "", "place.unknown": "yes" },
    says: ["Jag vet inte var"],
  },
  {
    what: "with an answer to be fetched, which needs no address",
    typed: { ...ordinary, delivery: "pick-up" },
    says: ["Hämta på ett medborgarkontor"],
  },
];

test.each(ways)("a request $what reaches the receipt, and the receipt reads it back", async ({ typed, says }) => {
  const { page } = await visitor({ javaScript: false });
  await toReceipt(page, "sv", typed);
  const receipt = await mainText(page);
  for (const words of says) expect(receipt).toContain(words);
  if (typed.delivery === "pick-up") expect(receipt).not.toContain("Exempelgatan");
});

test("a complaint goes to the data protection officer, and is not asked which service it is about", async () => {
  const { page } = await visitor();
  await begin(page, "sv");
  const passed = await answerTo(page, { ...ordinary, right: "complaint", details: "Prov av klagomål." });
  expect(passed).not.toContain("services");
  expect(passed).not.toContain("places");
  await press(page, "send");
  expect(await heading(page)).toBe("Din begäran är skickad");
  expect(await mainText(page)).toMatch(/dataskyddsombud/);
  expect(JSON.stringify(await sentBy(page))).toContain("complaint");
});

describe.each([true, false])("JavaScript %s", (javaScript) => {
  test("more places are added one by one, and what was typed stays", async () => {
    const { page } = await visitor({ javaScript });
    await skipTo(page, "sv", ordinary, { until: "places" });
    const places = ["Husby", "Farsta", "Vällingby", "Kärrtorp", "Skarpnäcks gård", "Rågsved"];
    for (const [index, place] of places.entries()) {
      await inputOf(page, `place.${index + 1}`).fill(place);
      if (index < places.length - 1) await press(page, "addPlace");
    }
    expect(await page.getByRole("button", { name: "Lägg till en plats" }).count(), "six places at most").toBe(0);
    await press(page, "next");
    await answerTo(page, { ...ordinary, "place.1": "Husby" });
    for (const place of places) expect(await mainText(page)).toContain(place);
  });

  test("a text with line breaks and markup comes back as it was written", async () => {
    const { page } = await visitor({ javaScript });
    await skipTo(page, "sv", ordinary, { until: "details" });
    const text = `\n\n${'åäö & <b>fet</b> "citat" '.repeat(60)}\nslut`;
    await fillIn(page, { details: text });
    await press(page, "next");
    await press(page, "back");
    expect((await asked(page))?.id).toBe("details");
    expect(await inputOf(page, "details").inputValue()).toBe(text);
    await answerTo(page, { ...ordinary, details: text });
    expect(await mainText(page)).toContain("<b>fet</b>");
  });
});

test("Enter in a text field goes on, and not back", async () => {
  const { page } = await visitor({ javaScript: false });
  await skipTo(page, "sv", ordinary, { until: "person" });
  await fillIn(page, ordinary);
  await Promise.all([page.waitForEvent("domcontentloaded"), inputOf(page, "person.familyName").press("Enter")]);
  expect(await heading(page)).toMatch(/^Kontrollera/);
});
