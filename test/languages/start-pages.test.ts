import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { startAddresses } from "../../shared/pages/addresses.ts";
import { easyStartPage, finnishStartPage } from "../../shared/pages/plain-start-pages.tsx";
import { startPage } from "../../shared/pages/start-page.tsx";
import { routes } from "../../shared/routes.ts";

const assets = { css: "/assets/intag.css", js: "/assets/intag.js" };
const frame = { city: stockholm, assets };
const mainOf = (html: string): string => /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "";
const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = ""]) => href);

describe("Start pages in more languages", () => {
  it("are found from the start page in both languages, each link in its own language", () => {
    for (const language of ["sv", "en"] as const) {
      const html = startPage({ ...frame, language });
      expect(html).toContain(`href="${startAddresses.finnish}" lang="fi" hreflang="fi"`);
      expect(html).toContain(`href="${startAddresses.easy}" lang="sv" hreflang="sv"`);
    }
  });

  it("say what language they are in, also where a part is in another", () => {
    const finnish = finnishStartPage(frame);
    expect(finnish).toContain('<html lang="fi"');
    expect(finnish).toMatch(/<footer[^>]*lang="sv"/);
    expect(finnish).toMatch(/<div lang="sv">.*<header/s);
    expect(easyStartPage(frame)).toContain('<html lang="sv"');
  });

  it.each([
    ["Finnish", finnishStartPage(frame)],
    ["easy to read", easyStartPage(frame)],
  ])("in %s lead on to pages that there are, with one heading", (_, html) => {
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    const links = linksIn(mainOf(html));
    expect(links).toContain("/sv/begaran");
    expect(links).toContain("/sv/fortsatt");
    for (const link of links) {
      const isRoute = Object.hasOwn(routes, `GET ${link}`);
      expect(isRoute || /^\/(sv\/begaran|en\/request)\/[a-z-]+$/.test(link), link).toBe(true);
    }
  });

  it("turn protected identity away, by telephone or visit, with the city's number when there is one", () => {
    const city = { ...stockholm, contact: { ...stockholm.contact, phone: "08-000 00 00" } };
    for (const show of [finnishStartPage, easyStartPage]) {
      expect(show({ city, assets })).toContain('href="tel:080000000"');
      expect(textOf(show(frame))).not.toMatch(/\bnull\b|\bundefined\b/);
    }
    expect(textOf(finnishStartPage(frame))).toContain("Älä käytä verkkopalvelua. Soita kaupungin puhelinvaihteeseen");
    expect(textOf(easyStartPage(frame))).toContain("Använd inte e-tjänsten.");
  });

  it("easy to read, are: short sentences, in words that are not long", () => {
    const paragraphs = [...mainOf(easyStartPage(frame)).matchAll(/<(p|li)[^>]*>(.*?)<\/\1>/gs)].map(([, , text = ""]) =>
      textOf(text).trim(),
    );
    const sentences = paragraphs.flatMap((text) => text.split(/[.?!](?:\s|$)/)).filter((text) => text !== "");
    expect(sentences.length).toBeGreaterThan(15);
    for (const sentence of sentences) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(15);
    const words = sentences.join(" ").match(/\p{L}+/gu) ?? [];
    const long = words.filter((word) => word.length > 6).length;
    // LIX: words a sentence, and the share of words over six letters. Below 30 is what children's books have.
    expect(words.length / sentences.length + (100 * long) / words.length).toBeLessThan(30);
  });
});
