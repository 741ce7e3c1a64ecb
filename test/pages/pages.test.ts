import { gzipSync } from "node:zlib";
import { compile } from "sass";
import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { City } from "../../shared/domain/city.ts";
import { civilDate } from "../../shared/domain/civil-date.ts";
import { type Language, languages } from "../../shared/domain/language.ts";
import { safeHref } from "../../shared/pages/addresses.ts";
import { continuePage, foundPage, notSavedPage, savedPage } from "../../shared/pages/draft-pages.tsx";
import { accessibilityPage, personalDataPage } from "../../shared/pages/information-pages.tsx";
import {
  alreadySentPage,
  awayPage,
  brokenPage,
  busyPage,
  notFoundPage,
  outsidePage,
  protectedPage,
  unreadablePage,
} from "../../shared/pages/message-pages.tsx";
import { receiptPage } from "../../shared/pages/receipt-page.tsx";
import { requestFlow } from "../../shared/pages/request-flow.tsx";
import { startPage } from "../../shared/pages/start-page.tsx";
import { statusLookupPage, statusPage } from "../../shared/pages/status-page.tsx";
import { attributeOf, dependencies, instant, tagsOf, Visitor, visitorAtCheck } from "./flow-by-hand.ts";

const frameIn = (language: Language, contact: Partial<City["contact"]> = {}) => ({
  language,
  city: { ...stockholm, contact: { ...stockholm.contact, ...contact } },
  assets: { css: "/assets/intag.css", js: "/assets/intag.js" },
});

const day = (text: string) => {
  const date = civilDate(text);
  if (date === undefined) throw new Error("the test's own day is not a date");
  return date;
};

const receipt = {
  reference: "7K3M9Q2X4TBHP",
  statusCode: "ABCDEFGHJKMNPQRSTVWXYZ0123",
  receivedAt: instant("2026-11-22T12:00:00Z"),
  dueOn: day("2026-12-22"),
  recipients: [
    {
      name: "Provdalens stadsdelsförvaltning",
      controller: "Provdalens stadsdelsnämnd",
      because: ["Provdalen hör dit."],
    },
  ],
  outside: [{ name: "Region Provland", because: ["Vård finns hos regionen."] }],
  triage: { question: "Var bodde du?" },
  steps: [{ text: "Mottagen 22 november 2026", date: "2026-11-22" }],
  summary: [{ page: "details", label: "Din beskrivning", lines: ["<b>Prov</b>"] }],
};

const status = {
  reference: "7K3M9Q2X4TBHP",
  receivedAt: instant("2026-11-22T12:00:00Z"),
  dueOn: day("2027-02-22"),
  originalDueOn: day("2026-12-22"),
  cases: [
    { unit: "prov", name: "Provnämnden", status: "searching" as const, dueOn: day("2027-02-22") },
    { unit: null, name: "Dataskyddsombudet avgör vem som svarar", status: "triage" as const, dueOn: day("2026-12-22") },
  ],
  remedies: ["imy" as const],
  timeline: [{ at: instant("2026-11-22T12:00:00Z"), text: "Vi tog emot din begäran." }],
};

/** Every page there is, in one language: each step empty, filled in and with errors, and all the rest. */
function everyPage(language: Language): ReadonlyMap<string, string> {
  const frame = frameIn(language);
  const carried = { ...frame, slug: { sv: "beskriv", en: "describe" }, sealed: "sealed" };
  const pages = new Map<string, string>([
    ["start", startPage(frame)],
    ["receipt", receiptPage(frame, receipt)],
    ["status", statusPage(frame, status, day("2026-12-04"))],
    ["status lookup", statusLookupPage(frame)],
    ["status not found", statusLookupPage(frame, true)],
    ["accessibility", accessibilityPage(frame)],
    ["personal data", personalDataPage(frame)],
    ["not found", notFoundPage(frame)],
    ["broken", brokenPage(frame, "prov-1")],
    ["broken while sending", brokenPage(frame, "prov-1", "sealed")],
    ["busy", busyPage(frame)],
    ["unreadable", unreadablePage(frame)],
    ["away", awayPage(frame, { sv: "vem", en: "who" }, "sealed")],
    ["protected", protectedPage(frame)],
    ["outside", outsidePage(frame, receipt.outside, "sealed")],
    ["already sent", alreadySentPage(frame)],
    ["saved", savedPage(carried, receipt.statusCode, day("2026-12-06"))],
    ["not saved", notSavedPage(carried, "prov-1")],
    ["continue", continuePage(frame)],
    ["nothing to continue", continuePage(frame, true)],
    ["found", foundPage(carried, day("2026-12-06"))],
  ]);
  const questions = requestFlow(dependencies()).get(language, language === "sv" ? "fragor" : "questions");
  if (questions.kind === "page") pages.set("questions", questions.html);
  const paper = requestFlow(dependencies()).get(language, language === "sv" ? "blankett" : "paper-form");
  if (paper.kind === "page") pages.set("paper", paper.html);
  const visitor = visitorAtCheck(language);
  pages.set("check", visitor.page.html);
  visitor.press("change:who");
  visitor.answer({ onBehalfOf: "represented" });
  pages.set("representative", visitor.page.html);
  visitor.answer({ "representative.email": "x" });
  pages.set("representative with errors", visitor.page.html);
  const steps = ["right", "who", "protected", "services", "places", "details", "answer", "person"];
  for (const step of steps) {
    const at = visitorAtCheck(language);
    at.press(`change:${step}`);
    pages.set(step, at.page.html);
    const empty = Object.fromEntries(tagsOf(at.page.html, "input").map((tag) => [attributeOf(tag, "name") ?? "", ""]));
    const { state: _, return: __, ...typed } = empty;
    at.answer({ ...typed, details: "x".repeat(2001) });
    pages.set(`${step} with errors`, at.page.html);
  }
  pages.set("first", new Visitor(language).page.html);
  return pages;
}

describe.each(languages)("every page in %s", (language) => {
  const pages = [...everyPage(language)];

  it.each(pages)(
    "%s: says its language, has one heading, a title with the city, a way past the header",
    (_name, html) => {
      expect(html.startsWith(`<!doctype html><html lang="${language}"`)).toBe(true);
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(html).toMatch(
        language === "sv" ? /<title>[^<]+ – Stockholms stad<\/title>/ : /<title>[^<]+ – The City of Stockholm<\/title>/,
      );
      expect(html).toContain('href="#main"');
      expect(html).toContain('<main class="govuk-main-wrapper" id="main"');
    },
  );

  it.each(pages)("%s: has nothing inline that a strict policy would stop", (_name, html) => {
    expect(html).not.toMatch(/<style[\s>]/);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toMatch(/javascript:|data:/i);
    for (const script of tagsOf(html, "script")) expect(script).toContain('src="/assets/intag.js"');
    expect(html).not.toMatch(/<script[^>]*>[^<]/);
  });

  it.each(pages)("%s: every field has a label of its own, and every id is there once", (_name, html) => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = new Set(tagsOf(html, "label").map((tag) => attributeOf(tag, "for")));
    const fields = [...tagsOf(html, "input"), ...tagsOf(html, "textarea")].filter(
      (tag) => attributeOf(tag, "type") !== "hidden",
    );
    for (const field of fields) expect(labelled, field).toContain(attributeOf(field, "id"));
    for (const [, described = ""] of html.matchAll(/aria-describedby="([^"]+)"/g)) {
      for (const id of described.split(" ")) expect(ids).toContain(id);
    }
    for (const fieldset of html.matchAll(/<fieldset[^>]*>(.{0,20})/g)) expect(fieldset[1]).toMatch(/^<legend/);
  });

  it.each(pages)("%s: leads to the other language, and to what must be told", (_name, html) => {
    const other = language === "sv" ? "en" : "sv";
    expect(html).toMatch(new RegExp(`(?:href|formaction)="/(?:${other}[^"]*)?"[^>]*lang="${other}"`));
    expect(html).toContain(language === "sv" ? 'href="/sv/tillganglighet"' : 'href="/en/accessibility"');
    expect(html).toContain(language === "sv" ? 'href="/sv/personuppgifter"' : 'href="/en/personal-data"');
  });

  it.each(pages)("%s: uses none of the words we do not use", (_name, html) => {
    expect(html.replace(/<[^>]+>/g, " ")).not.toMatch(
      /\bsession\b|obligatorisk|ogiltig|validering|\bundefined\b|\bnull\b|\[object/i,
    );
  });

  it("no two pages have the same title", () => {
    const titles = pages
      .filter(([name]) => !["first", "broken while sending", "representative"].includes(name))
      .map(([, html]) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("fields about the reader", () => {
  it("say to the browser what they are (WCAG 1.3.5)", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:person");
    const tokens = tagsOf(visitor.page.html, "input")
      .map((tag) => attributeOf(tag, "autocomplete"))
      .filter(Boolean);
    expect(tokens).toEqual([
      "given-name",
      "family-name",
      "bday-year",
      "bday-month",
      "bday-day",
      "address-line1",
      "postal-code",
      "address-level2",
    ]);
    visitor.press("change:answer", {}, { language: "sv", slug: "kontrollera" });
    expect(visitor.page.html).toContain('autocomplete="email"');
    expect(visitor.page.html).toContain('autocomplete="tel"');
  });

  it("do not fill in the reader's own details where the request is about a child", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:who");
    visitor.answer({ onBehalfOf: "child" });
    expect(visitor.heading).toBe("Om dig som är vårdnadshavare");
    visitor.press("back");
    expect(visitor.heading).toBe("Om barnet");
    expect(visitor.page.html).not.toContain("autocomplete=");
  });
});

describe("what a page shows", () => {
  it("of a telephone number is a link where the city has one, and words where it has none", () => {
    expect(startPage(frameIn("sv"))).toContain("Ring stadens växel eller besök ett medborgarkontor.");
    const html = startPage(frameIn("sv", { phone: "08-465 004 05", visit: "Provhuset" }));
    expect(html).toContain('href="tel:0846500405"');
    expect(html).toContain("eller besök Provhuset.");
  });

  it("of references never breaks over lines, and the receipt shows the code in groups", () => {
    const html = receiptPage(frameIn("sv"), receipt);
    expect(html).toContain('<strong class="intag-nowrap">7K3M-9Q2X-4TBHP</strong>');
    expect(html).toContain("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-23");
    expect(html).toContain('<strong class="intag-nowrap">22 december 2026</strong>');
    expect(visitorAtCheck("sv").page.html).toContain('<span class="intag-nowrap">19900101-2385</span>');
  });

  it("of somebody's own words is text", () => {
    expect(receiptPage(frameIn("sv"), receipt)).toContain("&lt;b>Prov&lt;/b>");
  });

  it("of the time left is counted in days, and an extension says what the first date was", () => {
    const html = statusPage(frameIn("sv"), status, day("2027-02-21"));
    expect(html).toContain("Det är 1 dag kvar.");
    expect(html).toContain("Vi behöver mer tid.");
    expect(html).toContain("22 december 2026");
  });

  const ended = (outcome: "granted" | "withdrawn") =>
    statusPage(
      frameIn("sv"),
      {
        ...status,
        cases: [{ unit: "prov", name: "Provnämnden", status: "closed" as const, outcome, dueOn: status.dueOn }],
      },
      day("2027-02-21"),
    );

  it("of what has ended says whether it was answered, and offers to open it again", () => {
    expect(ended("granted")).toContain("Din begäran är besvarad.");
    expect(ended("granted")).toContain("Saknas något i svaret?");
    expect(ended("withdrawn")).toContain("Din begäran är avslutad.");
    expect(ended("withdrawn")).not.toMatch(/besvarad|Saknas något/);
    expect(ended("withdrawn")).toContain("Då kan vi öppna ärendet igen.");
  });

  it("of a day that has gone says that the city is late, and to whom it had not answered how to complain", () => {
    const html = statusPage(frameIn("sv"), status, day("2027-03-01"));
    expect(html).toContain("Du skulle ha fått svar senast");
    expect(html).not.toContain("Du får svar senast <");
    expect(html).toContain("Vi är sena med svaret.");
  });

  it("of a case opened again says so, and not that the city is late with the answer there was", () => {
    const again = {
      ...status,
      originalDueOn: status.dueOn,
      cases: status.cases.map((kase) => ({ ...kase, reopenedAt: instant("2027-02-25T10:00:00Z") })),
    };
    const html = statusPage(frameIn("sv"), again, day("2027-03-01"));
    expect(html).toContain("Vi har öppnat ditt ärende igen");
    expect(html).toContain("25 februari 2027");
    expect(html).toContain("Du kan klaga hos Integritetsskyddsmyndigheten");
    expect(html).not.toMatch(/Vi är sena|skulle ha fått|Svar senast/);
  });

  it("of a number or code that opened nothing is nothing", () => {
    expect(statusLookupPage(frameIn("sv"), true)).not.toMatch(/name="reference"[^>]*value="[^"]/);
  });
});

describe("links", () => {
  it.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt:x",
    "data:text/html,x",
    "//evil.example",
    "/\\evil.example",
    "http://x.example",
    "vbscript:x",
  ])("never go to %s", (href) => expect(safeHref(href)).toBe("/"));
  it.each(["/sv/begaran/vad", "#main", "https://www.imy.se/", "tel:081234", "mailto:a@exempel.se"])(
    "go to %s",
    (href) => expect(safeHref(href)).toBe(href),
  );
});

describe("the style sheet", () => {
  const { css } = compile(new URL("../../shared/pages/styles/intag.scss", import.meta.url).pathname, {
    style: "compressed",
    quietDeps: true,
  });

  it("loads nothing from anywhere: no fonts, no pictures, and none of GOV.UK's own letters", () => {
    expect(css).not.toMatch(/url\(|@font-face|@import|GDS Transport/);
  });

  it("is small enough for the first page to be light", () => {
    expect(gzipSync(css).length).toBeLessThan(15_000);
    const page = requestFlow(dependencies()).get("sv", "vad");
    const html = page.kind === "page" ? page.html : "";
    expect(gzipSync(css).length + gzipSync(html).length).toBeLessThan(28_000);
  });
});
