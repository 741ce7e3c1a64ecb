import type { Locator, Page } from "playwright-core";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import type { FormPage } from "../../forms/form.ts";
import type { Language } from "../../shared/domain/language.ts";

/** What somebody answers, by the inputs' names; several for tick boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Somebody invented who asks for what the city holds about them: two services, one of them found by where they lived. */
export const ordinary: Typed = {
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: "no",
  service: ["soc-ekonomiskt-bistand", "kultur-bibliotek"],
  "place.1": "Husby",
  "from.1": "2015",
  "to.1": "2019",
  details: "Allt som gäller prov 17.",
  delivery: "registered-address",
  "contact.email": "prov.exempelsson@intag.example",
  "person.givenName": "Prov",
  "person.familyName": "Exempelsson",
  // One of Skatteverket's official test numbers: nobody has it, or ever will.
  "person.personalIdentityNumber": "19900101-2385",
  "person.address.street": "Exempelgatan 17",
  "person.address.postalCode": "123 45",
  "person.address.city": "Exempelstad",
};

/** For somebody else than oneself there is one page more. */
export const sender: Typed = {
  "representative.givenName": "Påhitt",
  "representative.familyName": "Exempelsson",
  "representative.email": "pahitt.exempelsson@intag.example",
};

const words = {
  next: { sv: "Fortsätt", en: "Continue" },
  back: { sv: "Tillbaka", en: "Back" },
  send: { sv: "Skicka begäran", en: "Send request" },
  start: { sv: "Börja nu", en: "Start now" },
  addPlace: { sv: "Lägg till en plats", en: "Add a place" },
} as const;

const startAddress = { sv: "/", en: "/en" } as const;

const languageOf = async (page: Page): Promise<Language> =>
  (await page.locator("html").getAttribute("lang")) === "en" ? "en" : "sv";

export const button = async (page: Page, what: keyof typeof words): Promise<Locator> =>
  page.getByRole(what === "start" ? "link" : "button", { name: words[what][await languageOf(page)], exact: true });

/** Presses it and waits until the next page stands, its script run. */
export async function press(page: Page, what: keyof typeof words): Promise<void> {
  const pressed = await button(page, what);
  await Promise.all([page.waitForEvent("domcontentloaded"), pressed.click()]);
}

/** The text as it is read, with its lines. */
export const textOf = async (where: Locator): Promise<string> => (await where.allInnerTexts()).join("\n");

/** The input with that name, and for choices that value. */
export const inputOf = (page: Page, name: string, value?: string): Locator =>
  page.locator(`#answers :is(input, textarea)[name="${name}"]${value === undefined ? "" : `[value="${value}"]`}`);

/** Fills in what the page asks of what is answered, and leaves the rest. Closed sections are opened by their headings. */
export async function fillIn(page: Page, answers: Typed): Promise<void> {
  const inputs = await page.locator("#answers :is(input:not([type=hidden]), textarea)").evaluateAll((found) =>
    found.map((input) => ({
      name: input.getAttribute("name") ?? "",
      value: /^(radio|checkbox)$/.test(input.getAttribute("type") ?? "") ? input.getAttribute("value") : null,
      isCovered: input.closest("details:not([open])") !== null,
    })),
  );
  for (const { name, value, isCovered } of inputs) {
    const given = answers[name];
    if (given === undefined || (value !== null && ![given].flat().includes(value))) continue;
    if (isCovered && given === "") continue;
    const input = inputOf(page, name, value ?? undefined);
    if (isCovered) {
      const closed = input.locator("xpath=ancestor::details[not(@open)]/summary");
      if ((await closed.count()) > 0) await closed.click();
    }
    await (value === null ? input.fill(String(given)) : input.check());
  }
}

/** The form's page that is shown: by where its answers go. Undefined where nothing is asked. */
export async function asked(page: Page): Promise<FormPage | undefined> {
  const [action] = await page
    .locator("form#answers")
    .evaluateAll((forms) => forms.map((form) => form.getAttribute("action") ?? ""));
  return questionAt(action);
}

/** The form's page whose answers go there. */
export const questionAt = (action: string | undefined): FormPage | undefined =>
  dataSubjectRequest.pages.find((each) => Object.values<string>(each.slug).includes(action?.split("/").at(-1) ?? ""));

/** From the start page to the first question. */
export async function begin(page: Page, language: Language): Promise<void> {
  await page.goto(startAddress[language]);
  await press(page, "start");
}

/** Answers page after page until one that asks nothing, or the one named; `see` is called with each before it is answered. */
export async function answerTo(
  page: Page,
  answers: Typed,
  { until, see }: { readonly until?: string; readonly see?: (id: string) => Promise<void> } = {},
): Promise<readonly string[]> {
  const passed: string[] = [];
  for (;;) {
    const now = await asked(page);
    if (now === undefined || now.id === until || passed.includes(now.id)) return passed;
    await see?.(now.id);
    passed.push(now.id);
    await fillIn(page, answers);
    await press(page, "next");
  }
}

/** All the way to the page where the answers are checked. */
export async function toCheck(page: Page, language: Language, answers: Typed = ordinary): Promise<readonly string[]> {
  await begin(page, language);
  return answerTo(page, answers);
}

/** All the way to the receipt. */
export async function toReceipt(page: Page, language: Language, answers: Typed = ordinary): Promise<void> {
  await toCheck(page, language, answers);
  await press(page, "send");
  await page.waitForURL(/\/(kvitto|receipt)$/);
}

/** Number and code as the receipt shows them. */
export async function numberAndCode(page: Page): Promise<{ readonly reference: string; readonly code: string }> {
  const reference = await textOf(page.locator(".govuk-panel strong"));
  const code = await textOf(page.locator(".intag-code"));
  return { reference, code };
}
