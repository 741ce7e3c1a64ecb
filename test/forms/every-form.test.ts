import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { commandForms } from "../../forms/commands.ts";
import { everyField, type Form, fieldAt } from "../../forms/form.ts";
import { countableColumns, formDefinition } from "../../forms/form-definition.ts";
import { openForms } from "../../forms/forms.ts";
import { everyErrorText } from "../../forms/messages.ts";
import { parseAnswers } from "../../forms/parse-answers.ts";
import { registration } from "../../forms/registration.ts";
import { sampleAnswers } from "../../forms/sample-answers.ts";
import { answersJsonSchema } from "../../forms/schema.ts";
import { languages } from "../../shared/domain/language.ts";
import { context } from "./request-body.ts";

const commands: readonly Form[] = Object.values(commandForms).flatMap((forms): readonly Form[] => Object.values(forms));
const asked: readonly Form[] = [...Object.values(openForms), registration];
const forms = [...asked, ...commands];
const samples = { services: ["soc-okand", "kultur-bibliotek"], places: ["Provdalen"], today: context.today };

it("anybody may read the forms for a request, an incident, a question and the yearly review before filling them in", () => {
  expect(Object.keys(openForms)).toEqual(["data-subject-request", "incident-report", "consultation", "yearly-review"]);
  for (const [id, form] of Object.entries(openForms)) expect(form.id).toBe(id);
});

it("no two forms have the same id", () => {
  expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
});

describe.each(forms.map((form) => [form.id, form] as const))("%s", (_id, form) => {
  const texts = everyErrorText(form);

  it("says what is wrong in sentences of its own, in both languages and in plain words", () => {
    for (const { pointer, code, text } of texts) {
      const what = `${pointer} ${code}`;
      expect(text.sv.length, what).toBeGreaterThan(8);
      expect(text.en.length, what).toBeGreaterThan(8);
      expect(text.sv, what).not.toBe(text.en);
      expect(text.sv, what).not.toMatch(/session|obligatorisk|ogiltig|validering|förväntade|undefined/i);
      expect(text.en, what).not.toMatch(/session|mandatory|invalid|validation|expected|received|undefined/i);
    }
  });

  it("has for each field left empty a sentence that can stand without the label", () => {
    const empty = texts.filter(({ code }) => code === "empty");
    for (const { pointer } of empty) {
      expect(fieldAt(form, pointer)?.messages?.empty, pointer).toBeDefined();
    }
    for (const language of languages) {
      expect(new Set(empty.map(({ text }) => text[language])).size).toBe(empty.length);
    }
  });

  it("publishes every one of those sentences", () => {
    for (const language of languages) {
      const fields = new Map(formDefinition(form, language).fields.map((field) => [field.pointer, field]));
      for (const { pointer, code } of texts) expect(fields.get(pointer)?.messages[code], pointer).toBeTruthy();
    }
  });

  it("accepts what its own definition says is an answer, with any seed, and so does its JSON Schema", () => {
    const schema = z.fromJSONSchema(answersJsonSchema(form) as Parameters<typeof z.fromJSONSchema>[0]);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const body = sampleAnswers(form, seed, samples);
        const parsed = parseAnswers(form, body, "sv", context);
        expect(parsed.ok ? [] : parsed.error).toEqual([]);
        expect(schema.safeParse(body).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("refuses an unknown field without repeating it", () => {
    const parsed = parseAnswers(form, { ...sampleAnswers(form, 7, samples), surprise: 1 }, "sv", context);
    if (parsed.ok) throw new Error("an unknown field was let in");
    expect(parsed.error.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([" unknown-field"]);
    expect(parsed.error[0]?.message).not.toContain("surprise");
  });

  it("answers whatever is sent with data, and nothing of it comes back", () => {
    const mark = "zqxv7";
    const leaf = fc.constantFrom<unknown>(
      mark,
      `${mark}<script>`,
      `\u0000${mark}`,
      "",
      null,
      -1,
      1e308,
      0.5,
      true,
      [],
      {},
    );
    const names = everyField(form.fields).flatMap(({ pointer }) =>
      pointer.split("/").filter((part) => /^\w+$/.test(part)),
    );
    const key = fc.constantFrom(mark, "__proto__", "constructor", ...names);
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(key, tie("any"), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.nat(), (changes, seed) => {
        const parsed = parseAnswers(form, { ...sampleAnswers(form, seed, samples), ...changes }, "en", context);
        expect(parsed.ok ? "" : JSON.stringify(parsed.error)).not.toContain(mark);
      }),
      { numRuns: 100 },
    );
  });

  it("counts nothing that is personal or free text", () => {
    for (const { pointer } of countableColumns(form)) {
      const field = fieldAt(form, pointer);
      expect(field?.kind === "choice" || (field?.kind === "text" && field.format === "service"), pointer).toBe(true);
    }
  });
});

describe.each(asked.map((form) => [form.id, form] as const))("the pages of %s", (_id, form) => {
  it("ask for every field, and for no field that is not there", () => {
    const pointers = form.pages.flatMap((page) => page.asks.map(({ field }) => field));
    for (const pointer of pointers) expect(fieldAt(form, pointer), pointer).toBeDefined();
    const covered = (pointer: string) => pointers.some((each) => pointer === each || pointer.startsWith(`${each}/`));
    const never = everyField(form.fields)
      .filter(({ field }) => field.kind !== "group" && field.kind !== "list")
      .map(({ pointer }) => pointer)
      .filter((pointer) => !covered(pointer));
    // The language is the page's own; a postcode may be typed where a district is asked for.
    expect(never.filter((pointer) => !["/language", "/concerns/*/postalCode"].includes(pointer))).toEqual([]);
  });

  it("have an address each in each language, and no two alike", () => {
    for (const language of languages) {
      const slugs = form.pages.map((page) => page.slug[language]);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z-]+$/);
    }
  });

  it("name conditions only on fields there are", () => {
    const conditions = [
      ...form.pages.flatMap(({ when, asks }) => [when, ...asks.map((ask) => ask.when)]),
      ...everyField(form.fields).flatMap(({ field }) => [field.notWhen, field.required || undefined]),
    ];
    for (const condition of conditions) {
      if (condition !== undefined) expect(fieldAt(form, condition.field), condition.field).toBeDefined();
    }
  });
});
