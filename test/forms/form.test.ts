import { describe, expect, it } from "vitest";
import * as z from "zod";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { everyField, type Form, fieldAt } from "../../forms/form.ts";
import { countableColumns, formDefinition } from "../../forms/form-definition.ts";
import { everyErrorText } from "../../forms/messages.ts";
import { parseAnswers } from "../../forms/parse-answers.ts";
import { answersJsonSchema, answersSchema } from "../../forms/schema.ts";
import { summaryOf } from "../../forms/summary.ts";
import { languages } from "../../shared/domain/language.ts";
import { rights } from "../../shared/domain/submission.ts";
import { context, person, requestBody } from "./request-body.ts";

const form: Form = dataSubjectRequest;
const fields = everyField(form.fields);
const ofOptions = (pointer: string) => {
  const field = fieldAt(form, pointer);
  return field?.kind === "choice" ? field.options.map(({ value }) => value) : [];
};

describe("the request form", () => {
  it("offers every right of the law, a complaint, and 'something else'", () => {
    expect([...ofOptions("/right")].sort()).toEqual([...rights].sort());
  });

  it("asks on its pages for every field, and for no field that it does not have", () => {
    const asked = form.pages.flatMap((page) => page.asks.map(({ field }) => field));
    for (const pointer of asked) expect(fieldAt(form, pointer), pointer).toBeDefined();
    const covered = (pointer: string) => asked.some((each) => pointer === each || pointer.startsWith(`${each}/`));
    const never = fields
      .filter(({ field }) => field.kind !== "group" && field.kind !== "list")
      .map(({ pointer }) => pointer)
      .filter((pointer) => !covered(pointer));
    // The language is the page's own; a postcode may be typed where a district is asked for.
    expect(never).toEqual(["/concerns/*/postalCode", "/language"]);
  });

  it("has an address for each page in each language, and no two alike", () => {
    for (const language of languages) {
      const slugs = form.pages.map((page) => page.slug[language]);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z-]+$/);
    }
  });

  it("names conditions only on fields there are", () => {
    const conditions = [
      ...form.pages.flatMap(({ when, asks, variants }) => [
        when,
        ...asks.map((ask) => ask.when),
        ...(variants ?? []).map((each) => each.when),
      ]),
      ...fields.map(({ field }) => (field.required === false ? undefined : field.required)),
    ];
    for (const condition of conditions)
      if (condition !== undefined) expect(fieldAt(form, condition.field)).toBeDefined();
  });

  it("requires no reason, no signature, no copy of an identity document, and no number", () => {
    const required = fields.filter(({ field }) => field.required === undefined).map(({ pointer }) => pointer);
    expect(required).not.toContain("/details");
    expect(required).not.toContain("/person/personalIdentityNumber");
  });
});

describe("every error text", () => {
  const texts = everyErrorText(form);

  it("is there in Swedish and in English, in a sentence of its own", () => {
    for (const { pointer, code, text } of texts) {
      expect(text.sv.length, `${pointer} ${code}`).toBeGreaterThan(8);
      expect(text.en.length, `${pointer} ${code}`).toBeGreaterThan(8);
      expect(text.sv, `${pointer} ${code}`).not.toBe(text.en);
    }
  });

  it("is never the library's own", () => {
    const own = (locale: { localeError: z.core.$ZodErrorMap }) =>
      answersSchema(form).safeParse(
        requestBody({ right: 1, concerns: [], person: { surprise: 1 }, contact: 3, details: null }),
        { error: locale.localeError },
      );
    const ours = new Set(texts.flatMap(({ text }) => [text.sv, text.en]));
    for (const locale of [z.locales.sv(), z.locales.en()]) {
      const checked = own(locale);
      expect(checked.success).toBe(false);
      for (const issue of checked.error?.issues ?? []) expect(ours.has(issue.message), issue.message).toBe(false);
    }
    for (const text of ours) expect(text).not.toMatch(/invalid|expected|received|förväntade|ogiltig/i);
  });

  it("has none of the words we do not use", () => {
    for (const { text } of texts) {
      expect(text.sv).not.toMatch(/session|obligatorisk|ogiltig|validering/i);
      expect(text.en).not.toMatch(/invalid|mandatory|validation|session/i);
    }
  });

  it("for an empty answer belongs to one field alone, so that it can stand without the label", () => {
    const empty = texts.filter(({ code }) => code === "empty");
    for (const language of languages) {
      expect(new Set(empty.map(({ text }) => text[language])).size).toBe(empty.length);
    }
  });

  it("is part of the public definition of the form", () => {
    for (const language of languages) {
      const definition = formDefinition(form, language);
      for (const { pointer, code } of texts) {
        const field = definition.fields.find((each) => each.pointer === pointer);
        expect(field?.messages[code], `${pointer} ${code}`).toBeTruthy();
      }
    }
  });
});

describe("what follows from the form", () => {
  it("the JSON Schema accepts what the form accepts, and is strict on every level", () => {
    const schema = z.fromJSONSchema(answersJsonSchema(form) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(requestBody()).success).toBe(true);
    expect(schema.safeParse({ ...requestBody(), surprise: 1 }).success).toBe(false);
    expect(schema.safeParse(requestBody({ person: person({ surprise: 1 }) })).success).toBe(false);
    expect(schema.safeParse(requestBody({ right: "everything" })).success).toBe(false);
  });

  it("the JSON Schema describes every field", () => {
    const text = JSON.stringify(answersJsonSchema(form));
    for (const { field } of fields) expect(text).toContain(JSON.stringify(field.label.en).slice(1, -1));
  });

  it("no countable column is personal, and none is free text", () => {
    const columns = countableColumns(form).map(({ pointer }) => pointer);
    expect(columns).toEqual(["/right", "/onBehalfOf", "/concerns/*/service", "/delivery", "/language"]);
    for (const pointer of columns) {
      const field = fieldAt(form, pointer);
      expect(field?.kind === "choice" || (field?.kind === "text" && field.format === "service")).toBe(true);
    }
  });

  it("the summary reads the answers back in words, services by name and the number unbroken", () => {
    const parsed = parseAnswers(dataSubjectRequest, requestBody(), "sv", context);
    if (!parsed.ok || parsed.value.protectedIdentity) throw new Error("the request should be complete");
    const city = {
      services: [{ key: "soc-okand", label: { sv: "Socialtjänsten", en: "Social services" }, asksPlace: true }],
    };
    const rows = summaryOf(parsed.value, form, "sv", city).map(({ label, lines }) => [label, ...lines]);
    expect(rows).toEqual([
      ["Du vill", "Få veta vilka uppgifter ni har om mig (registerutdrag)"],
      ["Det gäller", "Mig själv"],
      ["Skyddade personuppgifter", "Nej"],
      ["Verksamheter", "Socialtjänsten"],
      ["Plats och tid", "Provdalen, 2019–2021"],
      ["Din beskrivning", "Allt från provtiden"],
      ["Så får du svaret", "Brev till folkbokföringsadressen"],
      ["E-postadress", "prov@exempel.se"],
      ["Förnamn", "Prov"],
      ["Efternamn", "Provsson"],
      ["Personnummer", "19900101-2385"],
      ["Folkbokförings\u00adadress", "Provgatan 1", "123\u00a045", "Provstad"],
    ]);
  });
});
