import { describe, expect, it } from "vitest";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { fieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import type { Language } from "../../shared/domain/language.ts";
import { type FlowState, renderRefusal, requestFlow } from "../../shared/pages/request-flow.tsx";
import { attributeOf, dependencies, instant, tagsOf, Visitor, visitorAtCheck } from "./flow-by-hand.ts";

const deps = dependencies();
const context = { today: stockholmDate(deps.now), city: stockholm };

const sentBy = (visitor: Visitor) => {
  const result = visitor.press("send");
  if (result.kind !== "send") throw new Error(`not sent: ${visitor.errors.join(", ")}`);
  return result;
};

describe("a whole journey", () => {
  it.each<Language>(["sv", "en"])(
    "in %s reaches the page before sending, and sends a request that holds",
    (language) => {
      const visitor = visitorAtCheck(language);
      const { key, body } = sentBy(visitor);
      expect(key).toBe("a-key-born-with-the-first-page");
      expect(body).toEqual({
        right: "access",
        onBehalfOf: "self",
        protectedIdentity: false,
        concerns: [
          { service: "soc-ekonomiskt-bistand", place: "Aspudden", from: "2019", to: "2021" },
          { service: "kultur-bibliotek" },
        ],
        details: "Ett\nTvå",
        delivery: "registered-address",
        contact: { email: "prov@exempel.se" },
        person: {
          givenName: "Prov",
          familyName: "Provsson",
          personalIdentityNumber: "19900101-2385",
          address: { street: "Provgatan 1", postalCode: "123 45", city: "Provstad" },
        },
        language,
      });
      expect(parseAnswers(dataSubjectRequest, body, language, context).ok).toBe(true);
    },
  );

  it("is at most eleven pages with the receipt, also for somebody who represents another", () => {
    const visitor = new Visitor("sv")
      .answer({ right: "access" })
      .answer({ onBehalfOf: "represented" })
      .answer({ protectedIdentity: "no" })
      .answer({ service: "soc-okand" })
      .answer({ "place.unknown": "yes" })
      .answer()
      .answer({ delivery: "registered-address" })
      .answer({
        "person.givenName": "Prov",
        "person.familyName": "Provsson",
        "person.birthDate.year": "1990",
        "person.birthDate.month": "1",
        "person.birthDate.day": "31",
        "person.address.street": "Provgatan 1",
        "person.address.postalCode": "12345",
        "person.address.city": "Provstad",
      })
      .answer({
        "representative.givenName": "Åsa",
        "representative.familyName": "Exempel",
        "representative.phone": "070-174 06 05",
      });
    const { body } = sentBy(visitor);
    expect(body).toMatchObject({ concerns: [{ service: "soc-okand" }], person: { birthDate: "1990-1-31" } });
    expect(visitor.headings).toEqual([
      "Vad vill du göra?",
      "Vem gäller det?",
      "Har du eller den det gäller skyddade personuppgifter?",
      "Vilka verksamheter gäller det?",
      "Var bodde personen då?",
      "Finns det något särskilt du vill ha? (frivilligt)",
      "Hur vill du ha svaret?",
      "Om den det gäller",
      "Om dig som skickar begäran",
      "Kontrollera dina svar innan du skickar",
    ]);
    expect(visitor.headings.length + 1).toBeLessThanOrEqual(11);
  });

  it("does not ask where a person lived when no chosen service depends on it", () => {
    const visitor = new Visitor("sv").answer({ right: "access" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "no" }).answer({ service: "kultur-bibliotek" });
    expect(visitor.heading).toBe("Finns det något särskilt du vill ha? (frivilligt)");
  });

  it("asks a complaint for no services, and what it is about", () => {
    const visitor = new Visitor("sv").answer({ right: "complaint" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "no" });
    expect(visitor.heading).toBe("Vad vill du klaga på? (frivilligt)");
  });

  it("asks a rectification what is wrong and what it should say", () => {
    const visitor = new Visitor("en").answer({ right: "rectification" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "no" }).answer({ service: "kultur-bibliotek" });
    expect(visitor.heading).toBe("Which information is wrong, and what should it say? (optional)");
  });

  it("asks for an address only when the answer is to come as a letter", () => {
    const at = (delivery: string) =>
      new Visitor("sv")
        .answer({ right: "access" })
        .answer({ onBehalfOf: "self" })
        .answer({ protectedIdentity: "no" })
        .answer({ service: "kultur-bibliotek" })
        .answer()
        .answer({ delivery }).page.html;
    expect(at("registered-address")).toContain('name="person.address.street"');
    expect(at("pick-up")).not.toContain('name="person.address.street"');
  });

  it("sends nothing that a changed answer no longer asks for", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:answer");
    visitor.answer({ delivery: "pick-up" });
    const { body } = sentBy(visitor);
    expect(body).not.toHaveProperty("person.address");
  });

  it("keeps a description that begins with an empty line as it was written", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:details");
    visitor.answer({ details: "\nEfter en tom rad" });
    visitor.press("change:details");
    visitor.answer();
    expect(sentBy(visitor).body).toMatchObject({ details: "\nEfter en tom rad" });
  });
});

describe("a person with protected identity", () => {
  it("gets the telephone and visit route and nothing else: no answers travel on", () => {
    const visitor = new Visitor("sv").answer({ right: "access" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "yes" });
    expect(visitor.heading).toBe("Använd inte e-tjänsten");
    expect(visitor.page.html).toContain("besök ett medborgarkontor");
    expect(tagsOf(visitor.page.html, "form")).toEqual([]);
    expect(tagsOf(visitor.page.html, "input")).toEqual([]);
  });
});

describe("going back", () => {
  it("keeps everything, also what was typed on the page left, without finding faults in it", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("back");
    expect(visitor.heading).toBe("Om dig");
    visitor.press("back", { "person.givenName": "Annat" });
    expect(visitor.heading).toBe("Hur vill du ha svaret?");
    expect(visitor.page.html).toMatch(/value="registered-address" checked/);
    visitor.answer();
    expect(visitor.page.html).toContain('value="Annat"');
    expect(visitor.errors).toEqual([]);
  });

  it("from the places page goes to the services, with the same ones ticked and their groups open", () => {
    const visitor = new Visitor("sv").answer({ right: "access" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "no" }).answer({ service: "soc-okand" });
    visitor.press("back", { "place.1": "Farsta" });
    expect(visitor.heading).toBe("Vilka verksamheter gäller det?");
    expect(visitor.page.html).toMatch(/<details[^>]* open[^>]*>(?:(?!<\/details>).)*value="soc-okand" checked/);
    visitor.answer();
    expect(visitor.page.html).toContain('value="Farsta"');
  });

  it("to change one answer comes back to the check page, past pages that still hold", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:right");
    expect(visitor.heading).toBe("Vad vill du göra?");
    visitor.answer({ right: "erasure" });
    expect(visitor.heading).toBe("Kontrollera dina svar innan du skickar");
  });

  it("to change an answer that calls for more asks for that before the check page", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:who");
    visitor.answer({ onBehalfOf: "represented" });
    expect(visitor.heading).toBe("Om dig som skickar begäran");
    expect(visitor.page.html, "the address given for messages is offered again").toContain('value="prov@exempel.se"');
    visitor.answer({ "representative.givenName": "Åsa", "representative.familyName": "Exempel" });
    expect(visitor.heading).toBe("Kontrollera dina svar innan du skickar");
  });
});

describe("another language", () => {
  it("can be chosen on any page, with the answers kept", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("back");
    visitor.press("stay", {}, { language: "en", slug: "about-you" });
    expect(visitor.heading).toBe("About you");
    expect(visitor.page.html).toContain('<html lang="en"');
    expect(visitor.page.html).toContain('value="Provsson"');
    visitor.answer();
    expect(sentBy(visitor).body).toMatchObject({ language: "en", right: "access" });
  });
});

describe("an answer that does not hold", () => {
  const pages: readonly [string, (visitor: Visitor) => Visitor, Record<string, string>, readonly string[]][] = [
    ["what to do", (visitor) => visitor, {}, ["Välj vad du vill göra"]],
    ["who", (visitor) => visitor.answer({ right: "access" }), {}, ["Välj vem begäran gäller"]],
    [
      "protected identity",
      (visitor) => visitor.answer({ right: "access" }).answer({ onBehalfOf: "self" }),
      {},
      ["Välj ja eller nej, så att vi inte röjer en skyddad adress"],
    ],
    [
      "services",
      (visitor) =>
        visitor.answer({ right: "access" }).answer({ onBehalfOf: "self" }).answer({ protectedIdentity: "no" }),
      {},
      ["Välj minst en verksamhet, eller ”Jag vet inte”"],
    ],
    [
      "places",
      (visitor) =>
        visitor
          .answer({ right: "access" })
          .answer({ onBehalfOf: "self" })
          .answer({ protectedIdentity: "no" })
          .answer({ service: ["soc-okand", "konsument"] }),
      { "from.1": "15", "to.1": "2010" },
      [
        "Skriv minst en stadsdel, eller kryssa i ”Jag vet inte”",
        "Skriv från-året med fyra siffror, tidigast 1900, till exempel 2015",
      ],
    ],
  ];
  it.each(pages)("on the page of %s is told first in the page and beside the field", (_name, go, typed, expected) => {
    const visitor = go(new Visitor("sv")).answer(typed);
    expect(visitor.page.status).toBe(400);
    expect(visitor.errors).toEqual(expected);
    expect(visitor.page.html).toContain("<title>Fel: ");
    expect(visitor.page.html.indexOf("error-summary")).toBeLessThan(visitor.page.html.indexOf("<h1"));
    for (const message of expected) expect(visitor.page.html.split(message).length - 1, message).toBe(2);
  });

  it("leads from each sentence to a field that is on the page", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:person");
    visitor.answer({
      "person.givenName": "",
      "person.personalIdentityNumber": "123",
      "person.birthDate.year": "1990",
      "person.address.postalCode": "1",
    });
    expect(visitor.errors).toEqual([
      "Skriv förnamn",
      "Personnumret ska ha 12 siffror, till exempel 19900101-2385",
      "Födelsedatumet måste ha en månad",
      "Skriv postnumret med 5 siffror, till exempel 123 45",
    ]);
    const ids = new Set([...visitor.page.html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...visitor.page.html.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id);
    for (const target of targets) expect(ids, target).toContain(target);
    expect(visitor.page.html).toContain('value="123"');
    expect(visitor.page.html).toMatch(/<details class="govuk-details" open/);
  });

  it("asks for a number when neither number nor date of birth is given, in one sentence", () => {
    const visitor = visitorAtCheck("en");
    visitor.press("change:person");
    visitor.answer({ "person.personalIdentityNumber": "" });
    expect(visitor.errors).toEqual([
      "Enter a personal identity number or coordination number. If there is none, enter a date of birth instead.",
    ]);
  });

  it("keeps a text that is too long, and says by how much", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:details");
    visitor.answer({ details: "x".repeat(2037) });
    expect(visitor.errors.map((error) => error.replace(/\u00a0/g, " "))).toEqual([
      "Texten får ha högst 2 000 tecken. Ta bort 37 tecken.",
    ]);
    expect(visitor.page.html).toContain("x".repeat(2037));
  });

  it("tells a place the city does not know on the page of places, at its own row", () => {
    const concernErrors = (body: unknown, language: Language) =>
      JSON.stringify(body).includes("Atlantis")
        ? [fieldError(dataSubjectRequest, "/concerns/1/place", "unknown-place", language)]
        : [];
    const visitor = new Visitor("sv", dependencies({ concernErrors }));
    visitor.answer({ right: "access" }).answer({ onBehalfOf: "self" }).answer({ protectedIdentity: "no" });
    visitor.answer({ service: "soc-okand" });
    visitor.press("add-row", { "place.1": "Farsta" });
    visitor.answer({ "place.2": "Atlantis" });
    expect(visitor.page.html).toContain('<a href="#place-2">');
    visitor.answer({ "place.2": "Hökarängen" });
    expect(visitor.heading).toBe("Finns det något särskilt du vill ha? (frivilligt)");
  });

  it("refuses more services and places than a request can hold, where they were typed", () => {
    const services = stockholm.services.filter(({ asksPlace, forCitizens }) => asksPlace && forCitizens).slice(0, 11);
    const visitor = new Visitor("sv").answer({ right: "access" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "no" }).answer({ service: services.map(({ key }) => key) });
    visitor.press("add-row", { "place.1": "Farsta" });
    visitor.answer({ "place.2": "Aspudden" });
    expect(visitor.errors).toHaveLength(1);
    expect(visitor.errors[0]).toContain("fler än 20");
  });
});

describe("rows of places", () => {
  it("are added one at a time without JavaScript, at most six, and what was typed stays", () => {
    const visitor = new Visitor("sv").answer({ right: "access" }).answer({ onBehalfOf: "self" });
    visitor.answer({ protectedIdentity: "no" }).answer({ service: "soc-okand" });
    visitor.press("add-row", { "place.1": "Farsta" });
    for (let row = 3; row <= 6; row++) visitor.press("add-row");
    expect(visitor.page.html).toContain('name="place.6"');
    expect(visitor.page.html).toContain('value="Farsta"');
    expect(visitor.page.html).not.toContain('value="add-row"');
    expect(visitor.errors).toEqual([]);
  });

  it("take a postcode where a district is asked for", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:places");
    visitor.answer({ "place.1": "123 45" });
    expect(sentBy(visitor).body).toMatchObject({ concerns: [{ postalCode: "123 45" }, {}] });
  });
});

describe("a page that cannot be trusted", () => {
  it.each(["", "changed on the way"])("with %j for answers asks to start again, and sends nothing", (state) => {
    const result = requestFlow(deps).post(
      "sv",
      "kontrollera",
      new Map([
        ["state", [state]],
        ["action", ["send"]],
      ]),
    );
    expect(result).toMatchObject({ kind: "page", status: 400, personal: false });
    expect(result.kind === "page" && result.html).toContain("Vi kunde inte läsa dina svar");
  });

  it("cannot be sent before everything is answered: the first page that lacks something is shown", () => {
    const visitor = new Visitor("sv").answer({ right: "access" });
    visitor.press("send", {}, { language: "sv", slug: "kontrollera" });
    expect(visitor.heading).toBe("Vem gäller det?");
    expect(visitor.page.status).toBe(400);
  });

  it("cannot send protected identity on by the check page either", () => {
    const state: FlowState = {
      key: "k",
      startedAt: deps.now,
      language: "sv",
      answers: { right: ["access"], protectedIdentity: ["yes"] },
    };
    const fields = new Map([
      ["state", [deps.seal(state)]],
      ["action", ["send"]],
    ]);
    expect(requestFlow(deps).post("sv", "kontrollera", fields)).toMatchObject({ kind: "page", status: 200 });
  });

  it("shows hostile text as text", () => {
    const visitor = visitorAtCheck("sv");
    visitor.press("change:details");
    visitor.answer({ details: "</textarea><script>alert(1)</script>\"'" });
    visitor.press("change:details");
    expect(visitor.page.html).not.toContain("<script>alert");
  });

  it("takes no fields but its own into the answers", () => {
    const visitor = new Visitor("sv").answer({ right: "access", delivery: "pick-up", __proto__: "x", surprise: "y" });
    const state = deps.open(
      attributeOf(tagsOf(visitor.page.html, "input").find((tag) => tag.includes('name="state"')) ?? "", "value") ?? "",
    );
    expect(state?.answers).toEqual({ right: ["access"] });
  });
});

describe("a page that has been open for long", () => {
  it("asks after thirty days before it goes on, with the answers kept", () => {
    const early = new Visitor("sv", dependencies({ now: instant("2026-10-01T12:00:00Z") })).answer({
      right: "erasure",
    });
    const sealed =
      attributeOf(tagsOf(early.page.html, "input").find((tag) => tag.includes('name="state"')) ?? "", "value") ?? "";
    const flow = requestFlow(deps);
    const away = flow.post(
      "sv",
      "vem",
      new Map([
        ["state", [sealed]],
        ["onBehalfOf", ["child"]],
        ["action", ["next"]],
      ]),
    );
    if (away.kind !== "page") throw new Error("expected a page");
    expect(away.html).toContain("Du har varit borta ett tag");
    const visitor = new Visitor("sv");
    visitor.page = away;
    visitor.press("stay");
    expect(visitor.heading).toBe("Vem gäller det?");
    expect(visitor.page.html).toMatch(/value="child" checked/);
    visitor.answer();
    expect(visitor.heading).toBe("Har du eller den det gäller skyddade personuppgifter?");
  });
});

describe("addresses", () => {
  const flow = requestFlow(deps);
  it("lead from anywhere in the form to its first page, since the answers are in the page", () => {
    for (const slug of [undefined, "om-dig", "kontrollera", "var"]) {
      expect(flow.get("sv", slug)).toEqual({ kind: "redirect", to: "/sv/begaran/vad" });
    }
    expect(flow.get("en", "check")).toEqual({ kind: "redirect", to: "/en/request/what" });
  });

  it("that do not exist are not there, in either way of asking", () => {
    expect(flow.get("sv", "what")).toEqual({ kind: "not-found" });
    expect(flow.get("sv", "__proto__")).toEqual({ kind: "not-found" });
    expect(flow.post("sv", "fragor", new Map())).toEqual({ kind: "not-found" });
  });

  it("show all questions on one page to anybody", () => {
    const page = flow.get("sv", "fragor");
    if (page.kind !== "page") throw new Error("expected a page");
    for (const { heading } of dataSubjectRequest.pages) expect(page.html).toContain(heading.sv);
    expect(page.personal).toBe(false);
  });
});

describe("pages that show what somebody has answered", () => {
  it("say so, so that no cache keeps them; the others do not", () => {
    const visitor = new Visitor("sv");
    expect(visitor.page.personal).toBe(false);
    visitor.answer({ right: "access" }).answer({ onBehalfOf: "self" });
    expect(visitor.page.personal).toBe(false);
    const checked = visitorAtCheck("sv");
    expect(checked.page.personal).toBe(true);
    for (const page of ["person", "details", "places", "services", "answer"]) {
      checked.press(`change:${page}`);
      expect(checked.page.personal, page).toBe(true);
      checked.answer();
    }
  });
});

describe("a request that could not be sent", () => {
  const { state } = sentBy(visitorAtCheck("sv"));

  it("because it is for others names them, keeps the answers and stores nothing", () => {
    const bodies = [{ name: "Region Provland", because: ["Vård finns hos regionen."] }];
    const { html, status } = renderRefusal(deps, state, { kind: "outside", bodies });
    expect(status).toBe(422);
    expect(html).toContain("Region Provland");
    expect(html).toContain("vi har inte sparat något");
    const visitor = new Visitor("sv");
    visitor.page = { kind: "page", status, html, personal: true };
    visitor.press("change:services");
    expect(visitor.heading).toBe("Vilka verksamheter gäller det?");
  });

  it("because a place is not known goes back to that place", () => {
    const errors = [fieldError(dataSubjectRequest, "/concerns/0/place", "unknown-place", "sv")];
    const { html, status } = renderRefusal(deps, state, { kind: "fields", errors });
    expect(status).toBe(400);
    expect(html).toContain('<a href="#place-1">');
    expect(html).toContain('value="Aspudden"');
  });

  it("because something broke can be sent again from the page itself", () => {
    const { html } = renderRefusal(deps, state, { kind: "failed", errorCode: "prov-1", status: 503 });
    expect(html).toContain("Din begäran är inte skickad. Dina svar finns kvar på den här sidan.");
    expect(html).toContain("prov-1");
    const visitor = new Visitor("sv");
    visitor.page = { kind: "page", status: 503, html, personal: false };
    expect(sentBy(visitor).key).toBe(state.key);
  });
});
