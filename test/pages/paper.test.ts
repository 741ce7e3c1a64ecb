import { describe, expect, it } from "vitest";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { goteborg } from "../../shared/cities/goteborg/index.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { languages } from "../../shared/domain/language.ts";
import { paperPage } from "../../shared/pages/paper-page.tsx";

const assets = { css: "/assets/intag.css", js: "/assets/intag.js" };
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe.each(languages)("The paper form in %s", (language) => {
  it.each([stockholm, goteborg])("asks what the service asks, with every service of $id to tick", (city) => {
    const text = words(paperPage({ city, assets, language, form: dataSubjectRequest }));
    for (const page of dataSubjectRequest.pages.filter(({ id }) => id !== "protected"))
      expect(text).toContain(page.heading[language]);
    for (const { label } of city.services.filter(({ forCitizens }) => forCitizens))
      expect(text).toContain(label[language]);
    for (const { offPage, label } of dataSubjectRequest.fields.right.options as readonly {
      offPage?: true;
      label: typeof stockholm.name;
    }[])
      if (offPage !== true) expect(text).toContain(label[language]);
  });

  it("says where it goes when the city has given its address, and how to find out when it has not", () => {
    const post = "Exempelförvaltningen, Box 17, 123 45 Exempelstad";
    const city = { ...stockholm, contact: { ...stockholm.contact, post } };
    expect(words(paperPage({ city, assets, language, form: dataSubjectRequest }))).toContain(post);
    const without = words(paperPage({ city: stockholm, assets, language, form: dataSubjectRequest }));
    expect(without).not.toMatch(/null|undefined/);
    expect(without).toMatch(
      language === "sv" ? /Lämna den på ett medborgarkontor/ : /Hand it in at a citizens’ office/,
    );
  });

  it("demands no signature and no copy of any proof of identity, and turns protected identity away first of all", () => {
    const text = words(paperPage({ city: stockholm, assets, language, form: dataSubjectRequest }));
    expect(text).toMatch(language === "sv" ? /Du behöver inte skriva under/ : /You need not sign it/);
    expect(text).not.toMatch(/underskrift|namnteckning|signature/i);
    const warning = text.search(language === "sv" ? /skyddade personuppgifter/ : /protected identity/);
    expect(warning).toBeGreaterThan(0);
    expect(warning).toBeLessThan(text.indexOf(dataSubjectRequest.pages[0].heading[language]));
  });

  it("has nothing to type in: nothing written on it is sent anywhere", () => {
    const html = paperPage({ city: stockholm, assets, language, form: dataSubjectRequest });
    expect(html).not.toMatch(/<(input|textarea|form|select)\b/);
  });
});
