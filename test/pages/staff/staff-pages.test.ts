import { describe, expect, it } from "vitest";
import { roles } from "../../../shared/domain/casework/case-history.ts";
import { permissions } from "../../../shared/domain/casework/permission.ts";
import { mayUse, type StaffPageRoute, staffPageRoutes } from "../../../shared/domain/sight/staff-routes.ts";
import { authorityAnswers, authorityAnswersText } from "../../../shared/pages/staff/authority-answers.ts";
import { formOf } from "../../../shared/pages/staff/command-form.ts";
import { menuOf } from "../../../shared/pages/staff/staff-layout.tsx";
import { staffNotFoundPage } from "../../../shared/pages/staff/staff-message-pages.tsx";
import { aBreach, breachIn, requestIn } from "../../casework/a-case.ts";
import { attributeOf, tagsOf } from "../flow-by-hand.ts";
import { answering, breach, everyStaffPage, refusedRequest, request } from "./every-staff-page.ts";
import { caseFor, frameFor, viewOf } from "./staff-frame.ts";

const pages = [...everyStaffPage()];
const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("every staff page", () => {
  it.each(pages)("%s: is in Swedish, has one heading, a title with the city, a way past the header", (_name, html) => {
    expect(html.startsWith('<!doctype html><html lang="sv"')).toBe(true);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+ – Stockholms stad<\/title>/);
    expect(html).toContain('href="#main"');
  });

  it.each(pages)(
    "%s: has nothing inline that a strict policy would stop, and nobody's words as markup",
    (_name, html) => {
      expect(html).not.toMatch(/<style[\s>]|\sstyle=|\son[a-z]+=|javascript:/i);
      for (const script of tagsOf(html, "script")) expect(script).toContain('src="/assets/intag.js"');
      expect(html).not.toMatch(/<script[^>]*>[^<]/);
      expect(html).not.toContain("<script>alert");
    },
  );

  it.each(pages)("%s: every field has a label of its own, and every id is there once", (_name, html) => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const labelled = new Set(tagsOf(html, "label").map((tag) => attributeOf(tag, "for")));
    const fields = ["input", "textarea", "select"]
      .flatMap((name) => tagsOf(html, name))
      .filter((tag) => attributeOf(tag, "type") !== "hidden");
    for (const field of fields) expect(labelled, field).toContain(attributeOf(field, "id"));
    for (const [, described = ""] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of described.split(" ")) expect(ids).toContain(id);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  it.each(pages)("%s: uses none of the words we do not use", (_name, html) => {
    expect(textOf(html)).not.toMatch(/\bsession\b|obligatorisk|ogiltig|validering|\bundefined\b|\bnull\b|\[object/i);
  });

  it.each(pages)("%s: whatever changes something carries the proof that it was shown to this person", (name, html) => {
    // Nobody is signed in there: what it sends is asked about once more before anything is done.
    if (name === "kept when signed out") return expect(html).not.toContain("csrf");
    for (const [, form = ""] of html.matchAll(/<form([^>]*method="post".*?)<\/form>/gs))
      expect(form).toContain('name="csrf" value="sealed-for-this-person"');
  });
});

describe("what a role finds on a case", () => {
  const offered = (html: string): readonly string[] =>
    [...html.matchAll(/name="command" value="([^"]+)"/g)].map(([, command = ""]) => command);

  it.each(["request", "breach", "consultation"] as const)("every command on a %s has a form", (kind) => {
    for (const command of Object.keys(permissions[kind])) expect(formOf(kind, command), command).toBeDefined();
  });

  it.each(roles)("%s: is offered nothing on a breach that the role may not do", (role) => {
    const table: Readonly<Record<string, readonly string[]>> = permissions.breach;
    for (const command of offered(caseFor(role, viewOf(breachIn("assessed"))))) expect(table[command]).toContain(role);
  });

  it("a triage case is forwarded or referred, not answered", () => {
    const commands = offered(caseFor("dpo", viewOf(requestIn("triage"))));
    expect(commands).toContain("forward");
    expect(commands).toContain("refer");
    expect(commands).not.toContain("answer");
    expect(commands).not.toContain("extend");
  });

  it("a closed request takes a note and can be reopened, nothing else that moves it", () => {
    expect(offered(caseFor("coordinator", viewOf(requestIn("closed")))).toSorted()).toEqual([
      "note",
      "reopen",
      "set-diary-number",
    ]);
  });

  it("time that is extended cannot be extended again", () => {
    expect(offered(caseFor("coordinator", viewOf(request)))).not.toContain("extend");
  });

  it("an employee sees the report, its times and clock, and neither assessment nor plan nor others' notes", () => {
    const own = textOf(caseFor("employee", viewOf(breach)));
    expect(own).toContain("Anmäl till IMY senast");
    expect(own).toContain("Vad som har hänt");
    expect(own).not.toContain("Bedömning och beslut");
    expect(own).not.toContain("Handlingsplan");
    expect(own).not.toContain("Prov Delegatsson");
    expect(own).not.toContain("Ny rutin för utskick");
  });

  it("the central function reads figures and finds no cases in its menu", () => {
    expect(menuOf("central").map(({ id }) => id)).not.toContain("cases");
  });

  it.each(roles)("%s: everything in the menu leads to a page that the role may use", (role) => {
    for (const { href } of menuOf(role)) {
      // An address without a row in the table of routes would not be found there.
      const route = `GET ${href}` as StaffPageRoute;
      expect(Object.keys(staffPageRoutes)).toContain(route);
      expect(mayUse(route, [role])).toBe(true);
    }
  });
});

describe("a case's page", () => {
  it("keeps the times of a breach apart, each with its own name", () => {
    const html = textOf(caseFor("dpo", viewOf(breach)));
    for (const name of ["Upptäcktes", "Kännedom", "Ombudet kontaktat", "Risken bedömd", "Anmäld till IMY"])
      expect(html).toContain(name);
    expect(html).toContain("De berörda informerade Inte än");
  });

  it("shows who decided and what the data protection officer advised", () => {
    const html = textOf(caseFor("dpo", viewOf(breach)));
    expect(html).toContain("Beslutat av: Prov Delegatsson");
    expect(html).toContain("Dataskyddsombudets råd: Anmäl.");
  });

  it("says what is left before a breach can be closed, and nothing once the rules are content", () => {
    const bare = textOf(caseFor("dpo", viewOf(aBreach())));
    expect(bare).toContain("Bedöm risken för de berörda. Besluta om anmälan till IMY.");
    expect(bare).toContain("Lägg till minst en åtgärd i handlingsplanen.");
    expect(textOf(caseFor("dpo", viewOf(breach)))).not.toContain("Kvar innan ärendet kan avslutas");
  });

  it("shows what was put right, old and new", () => {
    const html = caseFor("dpo", viewOf(breach));
    expect(html).toContain("<del>12</del>");
    expect(html).toContain("<ins>14</ins>");
  });

  it("names how a refusal can be tried", () => {
    const html = textOf(caseFor("coordinator", viewOf(refusedRequest)));
    expect(html).toContain("förvaltningsrätten");
    expect(html).toContain("Integritetsskyddsmyndigheten");
  });

  it("says when somebody else was first, shows what they did, and loses nothing that was typed", () => {
    const attempt = { command: "note", answers: { text: ["Det jag hann skriva"] }, errors: [], refusal: null };
    const html = caseFor("coordinator", viewOf(request, { staleSince: 5, attempt }));
    expect(textOf(html)).toContain("Någon annan ändrade ärendet kl. 11.00. Se ändringen innan du sparar.");
    const stale = html.slice(html.indexOf("intag-stale"), html.indexOf("</section>"));
    expect(textOf(stale)).toContain("Förläng tiden");
    expect(textOf(stale)).not.toContain("Provregistret");
    expect(html).toContain("Det jag hann skriva");
    expect(html).toContain(`name="version" value="${request.version}"`);
  });

  it("keeps what was typed for a command that the case no longer takes", () => {
    const attempt = {
      command: "answer",
      answers: { explanation: ["Skrivet förgäves?"] },
      errors: [],
      refusal: "already-closed" as const,
    };
    const html = caseFor("coordinator", viewOf(requestIn("closed"), { attempt }));
    expect(html).toContain("Skrivet förgäves?");
    expect(textOf(html)).toContain("Ärendet är avslutat. Öppna det igen om något mer ska göras.");
  });

  it("says a refusal beside the field it is about, and first in the page", () => {
    const html = caseFor(
      "dpo",
      viewOf(breachIn("assessed"), {
        attempt: { command: "assess", answers: { risk: ["risk"] }, errors: [], refusal: "explanation-required" },
      }),
    );
    expect(html).toContain('<a href="#assess-explanation">Skriv varför.</a>');
    expect(html).toMatch(/id="assess-explanation-error"[^>]*>.*?Skriv varför\./);
    expect(html).toContain("<title>Fel: Incident");
  });

  it("offers the letter on more time as a draft with the new day in it", () => {
    const html = caseFor("coordinator", viewOf(requestIn("received")));
    expect(html).toContain("Nytt datum blir 24 februari 2027.");
    expect(/<textarea[^>]*name="letter"[^>]*>([^<]*)</.exec(html)?.[1]).toContain(
      "Du får svar senast den 24 februari 2027.",
    );
  });

  it("is the same for a case that is not there and one that is not yours: nothing of either is in it", () => {
    expect(staffNotFoundPage(frameFor("coordinator"))).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-/);
  });
});

describe("the answers for IMY", () => {
  it("come in IMY's order, the numbers that are known rising", () => {
    const numbers = authorityAnswers(breach, answering).flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toContain(30);
  });

  it("leave empty what nobody knows, and never invent an answer", () => {
    const bare = new Map(
      authorityAnswers(aBreach(), { ...answering, organisationNumber: null }).map((each) => [each.id, each.answer]),
    );
    expect(bare.get("organisation-number")).toBe("");
    expect(bare.get("severity")).toBe("");
    expect(bare.get("informed-when")).toBe("");
  });

  it("are the same in the file as on the page", () => {
    const text = authorityAnswersText(breach, answering);
    for (const { answer } of authorityAnswers(breach, answering)) expect(text).toContain(answer);
    expect(text.endsWith("\n")).toBe(true);
  });
});
