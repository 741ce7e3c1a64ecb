import { describe, expect, test } from "vitest";
import { aColleague, anIncidentByPages, aRegistrationByPages, numberOn } from "../staff/colleague.ts";
import { widths } from "./browser.ts";
import { textOf } from "./citizen.ts";
import {
  ago,
  answerPages,
  dayAgo,
  dayAhead,
  followed,
  give,
  headingText,
  lookUp,
  mainText,
  pressed,
  staffVisits,
  written,
} from "./staff-visits.ts";

const { house, colleague } = staffVisits();
const unit = "sthlm-sdn-farsta";

const ways = [
  { javaScript: true, width: widths.narrow },
  { javaScript: false, width: widths.wide },
] as const;

describe.each(ways)("JavaScript $javaScript, $width px wide", (way) => {
  const numberShown = async (page: Awaited<ReturnType<typeof colleague>>["page"]): Promise<string> =>
    (await textOf(page.locator(".govuk-panel strong"))).replaceAll("\u2011", "-");

  /** An incident that somebody has reported; its number. */
  const reported = async (): Promise<string> => {
    const employee = await aColleague(house(), `local.employee.${unit}`);
    const { html } = await employee.through("/personal/incident", anIncidentByPages({ description: written }));
    await house().idle();
    return numberOn(html);
  };

  test("an employee reports an incident in eight pages at most, and adds to it later", async () => {
    const { page } = await colleague(`local.employee.${unit}`, way);
    await followed(page, "Anmäl incident");
    const answered = await answerPages(page, anIncidentByPages({ description: written }));
    expect(await headingText(page)).toBe("Kontrollera innan du skickar");
    expect(answered + 1).toBeLessThanOrEqual(8);
    await pressed(page, "Skicka anmälan");
    expect(await headingText(page)).toBe("Anmälan är mottagen");
    const number = await numberShown(page);
    expect(await mainText(page)).toContain("Spara bevis: radera inget.");
    await page.reload();
    expect(await numberShown(page)).toBe(number);
    await house().idle();

    await followed(page, "Fyll på anmälan");
    expect(await mainText(page)).toContain(written);
    await give(page, "amend", { personsAbout: "14", reason: "Två till hörde av sig." });
    expect(await mainText(page)).toContain("Sparat: Rätta eller fyll på anmälan");
    expect(await mainText(page)).toMatch(/Ungefär hur många\S*\s*14|14/);
    expect(await mainText(page), "the assessment is not theirs to see").not.toContain("Förslag till bedömning");
  });

  test("a manager finds the unit's incident and plans what is to be done", async () => {
    const number = await reported();
    const { page } = await colleague(`local.manager.${unit}`, way);
    await followed(page, "Ärenden");
    await followed(page, number);
    await give(page, "add-measure", { what: "Ny rutin för utskick", owner: "Prov Chefsson" });
    expect(await textOf(page.locator(".govuk-error-summary"))).toContain("Skriv när åtgärden ska vara klar");
    expect(await page.locator("#add-measure-what").inputValue(), "nothing typed is lost").toBe("Ny rutin för utskick");
    await give(page, "add-measure", dayAhead("dueOn", 20));
    expect(await mainText(page)).toContain("Sparat: Lägg till en åtgärd");
    expect(await textOf(page.locator("section", { hasText: "Handlingsplan" }).first())).toContain(
      "Ny rutin för utskick",
    );
    await give(page, "complete-measure", {
      id: (await page.locator('#complete-measure input[name="id"]').getAttribute("value")) ?? "",
      ...dayAgo("completedOn"),
    });
    expect(await mainText(page)).toContain("Sparat: En åtgärd är klar");
  });

  test("a coordinator works a request from the letter that came to the answer that went", async () => {
    const { page } = await colleague(`local.coordinator.sthlm-kulturnamnden`, way);
    await followed(page, "Registrera begäran");
    await answerPages(page, aRegistrationByPages());
    await pressed(page, "Registrera begäran");
    expect(await headingText(page)).toBe("Begäran är registrerad");
    const number = `${await numberShown(page)}-1`;
    await house().idle();
    await lookUp(page, number);
    expect(await headingText(page)).toContain(number);
    await give(page, "take");
    expect(await mainText(page)).toMatch(/Handläggare\s+Du/);
    await give(page, "ask-identity", { reason: "Namnet stämmer inte med numret." });
    await give(page, "confirm-identity", { how: "Visade legitimation på medborgarkontoret." });
    await give(page, "record-search", { system: "Biblioteksregistret", found: "yes" });
    await give(page, "extend", {
      reason: "complex",
      explanation: "Det gäller många register.",
      ...dayAgo("noticeSentOn"),
    });
    expect(await mainText(page)).toContain("Sparat: Förläng tiden");
    await give(page, "start-review");
    await give(page, "answer", { outcome: "partly-granted", ...dayAgo("sentOn") });
    expect(await textOf(page.locator(".govuk-error-summary"))).toContain("Skriv varför");
    await give(page, "answer", { explanation: "En uppgift rör någon annan." });
    expect(await mainText(page)).toContain("Sparat: Svara");
    expect(await mainText(page)).toContain("Delvis bifall");
    await page.goto("/personal/arenden");
    expect(await mainText(page)).not.toContain(number);
    await page.locator("#status").selectOption("closed");
    await pressed(page, "Visa");
    expect(await mainText(page)).toContain(number);
  });

  test("the DPO shares out what nobody has, to several units at once", async () => {
    const dpo = await colleague("local.dpo", way);
    const { page } = dpo;
    await page.goto("/personal/registrera");
    await answerPages(page, [...aRegistrationByPages("vet-inte"), { "place.1": "Husby" }]);
    await pressed(page, "Registrera begäran");
    expect(await mainText(page)).toContain("En del fördelar dataskyddsombudet");
    const number = await numberShown(page);
    await house().idle();
    await lookUp(page, `${number}-1`);
    expect(await mainText(page)).toContain("Ska fördelas");
    await give(page, "forward", {
      toUnits: [unit, "sthlm-kulturnamnden"],
      reason: "Personen har haft kontakt med båda.",
    });
    expect(await mainText(page)).toContain("Sparat: Skicka till rätt nämnd");
    await house().idle();
    await lookUp(page, `${number}-2`);
    expect(await mainText(page)).toMatch(/Nämnd\s+Kulturförvaltningen/);
    const there = await colleague(`local.coordinator.${unit}`, way);
    await lookUp(there.page, `${number}-1`);
    expect(await headingText(there.page)).toContain(`${number}-1`);
  });

  test("the DPO assesses a breach, notifies IMY with the answers ready to copy, and closes it", async () => {
    const number = await reported();
    const { page, context } = await colleague("local.dpo", way);
    await lookUp(page, number);
    expect(await mainText(page)).toContain("Förslag till bedömning");
    await give(page, "assess", { risk: "risk", explanation: "Hälsouppgifter hos fel mottagare." });
    const at = page.url().replace(/\?.*/, "");

    await followed(page, /IMY/);
    expect(await mainText(page)).toContain(written);
    if (way.javaScript) {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.locator('[data-copy="answer-description"]').click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written);
    }
    const file = await page.request.get(`${new URL(at).pathname}/svar-till-imy.txt`);
    expect(file.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(await file.text()).toContain(written);

    await page.goto(at);
    await give(page, "notify-authority", {
      ...ago("notifiedAt", 2),
      authorityReference: "PROV-2026-1",
      complete: "yes",
    });
    await give(page, "do-not-inform", { ground: "not-high-risk", explanation: "Brevet kom tillbaka oöppnat." });
    await give(page, "close");
    expect(await textOf(page.locator(".govuk-error-summary"))).toMatch(/handlingsplan|åtgärd/i);
    await give(page, "add-measure", { what: "Ny rutin för utskick", owner: "Prov Chefsson", ...dayAhead("dueOn", 20) });
    await give(page, "close");
    expect(await mainText(page)).toContain("Sparat: Avsluta ärendet");
    expect(await mainText(page)).toMatch(/Läge\s+Avslutad/);
  });

  test("the security coordinator sees breaches of every unit and no request", async () => {
    const number = await reported();
    const { page } = await colleague("local.security", way);
    await page.goto("/personal/arenden");
    expect(await mainText(page)).toContain(number);
    expect(await mainText(page)).not.toMatch(/Begäran\s+Kulturförvaltningen/);
    await page.goto("/personal/arenden?kind=request");
    expect(await mainText(page)).toContain("Inga ärenden passar filtret.");
    await lookUp(page, number);
    await give(page, "note", { text: "Kontot är spärrat." });
    expect(await mainText(page)).toContain("Sparat: Skriv en anteckning");
  });
});
