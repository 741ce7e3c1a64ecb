import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staffPageRoutes } from "../../shared/domain/sight/staff-routes.ts";
import { securityHeaders } from "../../shared/lambda/security-headers.ts";
import { aHouse, type House, itemsOf } from "../house.ts";
import { trouble } from "../proof/faults.ts";
import {
  aColleague,
  anIncidentByPages,
  type Colleague,
  formIn,
  fromOurPage,
  headingOf,
  numberOn,
  type Seen,
  wordsOf,
} from "./colleague.ts";

const faulty = trouble();
let house: House;
let dpo: Colleague;
let employee: Colleague;
let central: Colleague;
let reference = "";
const caseAt = () => `/personal/arenden/${reference}`;

beforeAll(async () => {
  house = await aHouse({ onCall: faulty.onCall });
  employee = await aColleague(house, "local.employee.sthlm-sdn-farsta");
  dpo = await aColleague(house, "local.dpo");
  central = await aColleague(house, "local.central");
  const receipt = await employee.through("/personal/incident", anIncidentByPages());
  reference = numberOn(receipt.html);
  await house.idle();
});
afterAll(() => house.close());

// The table's keys are the routes.
const pages = Object.keys(staffPageRoutes).map((key): [string, string, string] => {
  const [method = "", path = ""] = key.split(" ");
  return [key, method, path];
});
const partsOf = (): Readonly<Record<string, string>> => ({
  reference,
  step: "vad",
  year: "2026",
  unit: "sthlm-sdn-farsta",
  part: "styrdokument",
  id: "0".repeat(32),
  name: "city_arsrapport.pdf",
  file: "00000000-0000-4000-8000-000000000000.pdf",
});
const addressOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => partsOf()[name] ?? "");
const historyLength = async (): Promise<number> =>
  (await itemsOf(house, "Cases")).map(({ history }) => history?.L?.length ?? 0).reduce((sum, each) => sum + each, 0);

describe.each(pages)("%s", (_, method, path) => {
  const sent = method === "POST" ? { method, body: new URLSearchParams({ text: "Nej." }) } : {};
  const asked = (headers: Record<string, string> = {}) =>
    fetch(`${house.url}${addressOf(path)}`, { redirect: "manual", ...sent, headers });

  it("sends whoever is not signed in to sign in, and back here", async () => {
    for (const cookie of [
      "",
      "__Host-intag-staff=",
      `__Host-intag-staff=${"A".repeat(43)}`,
      "__Host-intag-staff=<x>",
    ]) {
      const answer = await asked(cookie === "" ? {} : { cookie });
      expect(answer.status).toBe(303);
      // The name of a file is no place to come back to.
      const wanted = /\.\w+$/.test(addressOf(path)) ? "/personal" : addressOf(path);
      expect(answer.headers.get("location")).toBe(`/personal/logga-in?till=${wanted}`);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("takes no token: a program uses the API", async () => {
    const token = await fetch(`${house.identity?.issuer}/_local/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ role: "dpo" }),
    });
    const answer = await asked({ authorization: `Bearer ${await token.text()}` });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/personal/logga-in"]);
  });

  it("is kept by nobody and carries every header, whoever asks", async () => {
    for (const colleague of [dpo, central]) {
      const seen =
        method === "POST"
          ? await colleague.post(addressOf(path), sent.body ?? new URLSearchParams())
          : await colleague.get(addressOf(path));
      expect(seen.headers.get("cache-control")).toBe("no-store");
      for (const [name, value] of Object.entries(securityHeaders)) expect(seen.headers.get(name)).toBe(value);
    }
  });

  if (method === "POST")
    it("does nothing without the proof that the form was shown to this very person", async () => {
      const before = await historyLength();
      const html = (await dpo.get(caseAt())).html;
      const { fields } = formIn(html, (form) => form.includes('name="command" value="note"'));
      const others = formIn((await employee.get("/personal")).html, () => true).fields[0]?.[1] ?? "";
      const body = (csrf: string | undefined) => {
        const filled = new URLSearchParams([...fields.filter(([name]) => name !== "csrf"), ["text", "Nej."]]);
        if (csrf !== undefined) filled.set("csrf", csrf);
        return filled;
      };
      const own = fields.find(([name]) => name === "csrf")?.[1] ?? "";
      const home = fromOurPage(house);
      const attempts: readonly [string | undefined, Record<string, string>][] = [
        [undefined, home],
        ["", home],
        [others, home],
        [`${own}A`, home],
        [own, {}],
        [own, { origin: "https://thief.example", "sec-fetch-site": "cross-site" }],
        [own, { origin: house.url, "sec-fetch-site": "same-site" }],
      ];
      for (const [csrf, headers] of attempts) {
        const answer = await dpo.post(addressOf(path), body(csrf), headers);
        expect(answer.status).toBe(403);
        const isOurs = headers === home;
        expect(headingOf(answer.html)).toBe(
          isOurs ? "Vill du skicka det du skrev?" : "Vi kunde inte läsa det du skickade",
        );
        if (!isOurs) expect(answer.html, "what another site sent is not shown").not.toContain("Nej.");
      }
      expect(await historyLength()).toBe(before);
    });
});

describe("somebody whose sign-in ended while they wrote", () => {
  it("keeps what they wrote, signs in in another tab and sends it", async () => {
    const writer = await aColleague(house, "local.dpo");
    const { html } = await writer.get(caseAt());
    const { action, body } = writer.command(html, "note", { text: "Det jag hann skriva <b>&\"'\nOch en rad till." });
    writer.visitor.jarOf(house.url).delete("__Host-intag-staff");
    const out = await writer.post(action, body);
    expect([out.status, headingOf(out.html)]).toEqual([403, "Du behöver logga in igen"]);

    const anew = await aColleague(house, "local.dpo");
    const again = async (seen: Seen): Promise<Seen> => {
      const form = formIn(seen.html, (each) => each.includes('name="command" value="note"'));
      return anew.post(form.action, new URLSearchParams(form.fields));
    };
    const asked = await again(out);
    expect([asked.status, headingOf(asked.html)]).toEqual([403, "Vill du skicka det du skrev?"]);
    const done = await again(asked);
    expect(done.status).toBe(303);
    const after = wordsOf((await anew.open(done.path)).html);
    expect(after).toContain("Det jag hann skriva <b>&\"'");
    // The same once more, as a double click would: nothing new.
    const before = await historyLength();
    expect((await again(asked)).path).toBe(done.path);
    expect(await historyLength()).toBe(before);
  });

  it("is told nothing of what another site made their browser send", async () => {
    const answer = await fetch(`${house.url}${caseAt()}`, {
      method: "POST",
      redirect: "manual",
      headers: { "sec-fetch-site": "cross-site", origin: "https://thief.example" },
      body: new URLSearchParams({ text: "Nej." }),
    });
    expect([answer.status, await answer.text()]).toEqual([303, ""]);
  });
});

describe("when something we depend on is out of reach", () => {
  it.each([
    ["the cases", "dynamodb:GetItem"],
    ["the log of looks", "dynamodb:PutItem"],
  ])("%s: the page says to wait, and nothing of the case is shown", async (_, action) => {
    faulty.arm({ role: "staff-cases", action, nth: 0 }, "out");
    const answer = await dpo.get(caseAt());
    faulty.disarm();
    expect([answer.status, headingOf(answer.html)]).toEqual([503, "Tjänsten svarar inte just nu"]);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(answer.html).not.toContain("påhittat brev");
  });

  it("what was sent stays on the page, to be sent again, and is done once", async () => {
    const { html } = await dpo.get(caseAt());
    const { action, body } = dpo.command(html, "note", { text: "Skrivet medan tabellen var nere." });
    faulty.arm({ role: "staff-cases", action: "dynamodb:UpdateItem", nth: 0 }, "out");
    const broken = await dpo.post(action, body);
    faulty.disarm();
    expect([broken.status, headingOf(broken.html)]).toEqual([503, "Något gick fel hos oss"]);
    const form = formIn(broken.html, (each) => each.includes('name="command" value="note"'));
    const done = await dpo.post(form.action, new URLSearchParams(form.fields));
    expect(done.status).toBe(303);
    const shown = wordsOf((await dpo.open(done.path)).html);
    expect(shown.split("Skrivet medan tabellen var nere.").length - 1, "once as a note, once in the history").toBe(2);
  });
});
