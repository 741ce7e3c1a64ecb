import { describe, expect, it } from "vitest";
import { everyField } from "../../../forms/form.ts";
import { incidentReport } from "../../../forms/incident-report.ts";
import { stockholm } from "../../../shared/cities/stockholm/index.ts";
import { staffFlowRefused } from "../../../shared/pages/staff/staff-flows.tsx";
import { attributeOf, tagsOf } from "../flow-by-hand.ts";
import { answersTo, Colleague, everyStep, tools } from "./staff-flow-by-hand.ts";
import { frameFor, units } from "./staff-frame.ts";

const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const atCheck = (name: keyof typeof answersTo): Colleague => {
  const colleague = new Colleague(name);
  for (const typed of answersTo[name]) colleague.press("next", typed);
  return colleague;
};

describe("reporting an incident", () => {
  it("takes eight pages at most, the one where it is sent included", () => {
    const pages = [...everyStep("incident").keys()].filter((name) => !name.includes("errors"));
    expect(pages.length).toBeLessThanOrEqual(8);
  });

  it("says on every page that it is to be sent now, whatever is known", () => {
    for (const [name, html] of everyStep("incident"))
      expect(textOf(html), name).toContain(
        "Staden har 72 timmar på sig att anmäla till IMY. Anmäl nu även om du inte vet allt. Du kan fylla på senare.",
      );
  });

  it("asks everything that the form has, each thing once", () => {
    const html = [...everyStep("incident")].filter(([name]) => !name.includes("errors")).map(([, page]) => page);
    const asked = html
      .flatMap((page) => ["input", "textarea", "select"].flatMap((tag) => tagsOf(page, tag)))
      .map((tag) => attributeOf(tag, "name") ?? "");
    for (const { pointer, field } of everyField(incidentReport.fields)) {
      if (field.kind === "group") continue;
      const name = pointer.slice(1).replaceAll("/", ".");
      expect(
        asked.some((each) => each === name || each === `${name}.year`),
        name,
      ).toBe(true);
    }
  });

  it("needs only what happened and when it was noticed: everything else may be unknown", () => {
    const colleague = new Colleague("incident");
    const [what = {}, when = {}] = answersTo.incident;
    colleague.press("next", what);
    colleague.press("next", { ...when, discoveredBy: "" });
    for (let page = 0; page < 5; page += 1) colleague.press("next");
    expect(colleague.heading).toBe("Kontrollera innan du skickar");
    const sent = colleague.press("send");
    expect(sent).toMatchObject({
      kind: "send",
      answers: { discoveredBy: null, cause: null, personsAbout: null, dataKinds: [], occurredAt: null, drill: false },
    });
  });

  it("understands what was typed: a time in Stockholm, a grouped number, several choices", () => {
    expect(atCheck("incident").press("send")).toMatchObject({
      kind: "send",
      key: "a-key-born-with-the-first-page",
      answers: {
        detectedAt: "2026-11-25T09:30:00Z",
        personsAbout: 1200,
        personGroups: ["clients", "children"],
        drill: true,
      },
    });
  });

  it("offers today as the day it was noticed, to be changed, and no time of day", () => {
    const colleague = new Colleague("incident");
    colleague.press("next", answersTo.incident[0]);
    expect(colleague.html).toMatch(/id="detectedAt-day"[^>]*value="25"/);
    expect(colleague.html).not.toMatch(/id="detectedAt-clock"[^>]*value="[^"]/);
  });

  it("says which part of a time is missing, beside it", () => {
    const colleague = new Colleague("incident");
    colleague.press("next", answersTo.incident[0]);
    colleague.press("next", { ...answersTo.incident[1], "detectedAt.clock": "" });
    expect(colleague.status).toBe(400);
    expect(colleague.html).toMatch(/<input[^>]*id="detectedAt-clock"[^>]*aria-invalid="true"/);
    expect(colleague.html).not.toMatch(/<input[^>]*id="detectedAt-year"[^>]*aria-invalid="true"/);
  });

  it("does not take a time that has not been", () => {
    const colleague = new Colleague("incident");
    colleague.press("next", answersTo.incident[0]);
    colleague.press("next", { ...answersTo.incident[1], "detectedAt.clock": "23.59" });
    expect(colleague.errors).toEqual(["Tiden då incidenten upptäcktes kan inte ligga i framtiden"]);
  });

  it("warns where somebody with protected identity may be concerned", () => {
    const page = everyStep("incident").get("page 5") ?? "";
    expect(textOf(page)).toContain("Ring dataskyddsombudet nu");
  });

  it("keeps what was typed on the way back and forward", () => {
    const colleague = atCheck("incident");
    colleague.press("change:what");
    expect(colleague.html).toContain("Ett påhittat brev hamnade fel.");
    colleague.press("next", answersTo.incident[0]);
    colleague.press("change:detected");
    expect(colleague.heading).toBe("När och hur upptäcktes incidenten?");
    expect(colleague.html).toMatch(/id="detectedAt-clock"[^>]*value="10.30"/);
  });

  it("shows a page that is asked for again, as the back button does, with what was answered on it", () => {
    const colleague = atCheck("incident");
    colleague.html = colleague.html.replace("/personal/incident/kontrollera", "/personal/incident/vad");
    colleague.press("stay");
    expect(colleague.html).toContain("Ett påhittat brev hamnade fel.");
  });

  it("that a rule refuses when it is sent leads to the question it is about, with everything still there", () => {
    const sent = atCheck("incident").press("send");
    if (sent.kind !== "send") throw new Error("the report of these tests is complete");
    const view = { frame: frameFor("employee"), city: stockholm, units };
    const refused = staffFlowRefused("incident", view, tools, sent.state, { code: "aware-delay-reason-required" });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#awareDelayReason"');
    expect(textOf(refused.html)).toContain("Det gick mer än 24 timmar från upptäckt till kännedom. Skriv varför.");
    expect(refused.html).toMatch(/id="detectedAt-clock"[^>]*value="10.30"/);
  });

  it("starts at the beginning where the sealed answers cannot be read, and sends nothing", () => {
    const colleague = atCheck("incident");
    colleague.html = colleague.html.replace(/name="state" value="[^"]+"/, 'name="state" value="%%%"');
    expect(colleague.press("send")).toMatchObject({ kind: "page", status: 400 });
    expect(colleague.heading).toBe("Vi kunde inte läsa det du skickade");
  });
});

describe("asking the data protection officer", () => {
  it("takes two pages", () => {
    expect([...everyStep("consultation").keys()].filter((name) => !name.includes("errors"))).toHaveLength(2);
    expect(atCheck("consultation").press("send")).toMatchObject({ kind: "send", answers: { kind: "dpia" } });
  });

  it("has one heading, and the questions under it", () => {
    const page = everyStep("consultation").get("page 1") ?? "";
    expect(page.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(textOf(page)).toContain("Vad gäller frågan?");
  });
});

describe("registering a request that came otherwise", () => {
  it("keeps how and when it came in: a day alone is its first moment in Stockholm", () => {
    expect(atCheck("registration").press("send")).toMatchObject({
      kind: "send",
      answers: { channel: "post", receivedAt: "2026-11-19T23:00:00Z", right: "access" },
    });
  });

  it("of somebody with protected identity asks for no address, place or contact, whatever was typed before", () => {
    const colleague = atCheck("registration");
    colleague.press("change:protected");
    colleague.press("next", { protectedIdentity: "yes" });
    colleague.press("change:services");
    colleague.press("next", { service: ["soc-ekonomiskt-bistand"] });
    const sent = colleague.press("send");
    expect(sent).toMatchObject({ kind: "send", answers: { protectedIdentity: true } });
    expect(JSON.stringify(sent.kind === "send" ? sent.answers : "")).not.toMatch(/Provgatan|place|contact/);
  });
});
