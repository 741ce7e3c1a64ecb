// Pictures of every page, to be looked at: node test/browser/screenshots.ts http://127.0.0.1:3000 FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../shared/domain/language.ts";
import { aBrowser, aVisitor, widths } from "./browser.ts";
import { answerTo, asked, begin, button, fillIn, numberAndCode, ordinary, press, sender, toCheck } from "./citizen.ts";

const [url, folder] = process.argv.slice(2);
if (url === undefined || folder === undefined) throw new Error("Say where it runs and where the pictures go.");
mkdirSync(folder, { recursive: true });

const own = await aBrowser();
for (const language of languages) {
  for (const [name, width] of Object.entries(widths)) {
    const visitor = await aVisitor(own, url, { language, width });
    const { page } = visitor;
    let count = 0;
    const take = async (what: string) => {
      count += 1;
      const number = String(count).padStart(2, "0");
      await page.screenshot({ path: join(folder, `${language}-${name}-${number}-${what}.png`), fullPage: true });
    };
    const paths =
      language === "sv" ? ["tillganglighet", "personuppgifter", "begaran/fragor", "arende", "finns-inte"] : [];
    await page.goto(language === "sv" ? "/" : "/en");
    await take("start");
    for (const path of paths) {
      await page.goto(`/sv/${path}`);
      await take(path.replaceAll("/", "-"));
    }

    await begin(page, language);
    await answerTo(
      page,
      { ...ordinary, ...sender, onBehalfOf: "child", "place.1": "Husby" },
      {
        see: async (id) => {
          await take(id);
          await press(page, "next");
          if ((await asked(page))?.id !== id) return press(page, "back");
          await take(`${id}-empty`);
          await fillIn(page, { ...ordinary, ...sender, onBehalfOf: "child" });
          await take(`${id}-filled`);
        },
      },
    );
    await take("check");
    await press(page, "send");
    await page.waitForURL(/\/(kvitto|receipt)$/);
    await take("receipt");
    const { reference, code } = await numberAndCode(page);
    await page.goto(language === "sv" ? "/sv/arende" : "/en/case");
    await page.locator("#reference").fill("1");
    await page.getByRole("button", { name: /Visa|Show/ }).click();
    await take("lookup-wrong");
    await page.locator("#reference").fill(reference);
    await page.locator("#statusCode").fill(code);
    await page.getByRole("button", { name: /Visa|Show/ }).click();
    await take("status");

    await toCheck(page, language, { ...ordinary, protectedIdentity: "yes" });
    await take("protected");
    await toCheck(page, language, { ...ordinary, service: ["folkbokforing"] });
    await (await button(page, "send")).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await take("outside");
    await toCheck(page, language, { ...ordinary, service: ["vet-inte"] });
    await press(page, "send");
    await page.waitForURL(/\/(kvitto|receipt)$/);
    await take("receipt-triage");
    await visitor.leave();
  }
}
await own.close();
