import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataSubjectRequest } from "../../forms/data-subject-request.ts";
import { type FieldError, fieldError, parseAnswers } from "../../forms/parse-answers.ts";
import { sampleAnswers } from "../../forms/sample-answers.ts";
import type { Language } from "../../shared/domain/language.ts";
import { context, person, requestBody, without } from "./request-body.ts";

const parse = (body: unknown, language: Language = "sv") => parseAnswers(dataSubjectRequest, body, language, context);

const errorsOf = (body: unknown, language: Language = "sv"): readonly FieldError[] => {
  const parsed = parse(body, language);
  return parsed.ok ? [] : parsed.error;
};
const codesOf = (body: unknown): readonly string[] => errorsOf(body).map(({ pointer, code }) => `${pointer} ${code}`);

const answersOf = (body: unknown) => {
  const parsed = parse(body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  if (parsed.value.protectedIdentity) throw new Error("turned away");
  return parsed.value;
};

describe("a request that is complete", () => {
  it("is read with everything that was in it, in one writing", () => {
    const answers = answersOf(requestBody());
    expect(answers.person).toEqual({
      givenName: "Prov",
      familyName: "Provsson",
      personalIdentityNumber: "199001012385",
      address: { street: "Provgatan 1", postalCode: "12345", city: "Provstad" },
    });
    expect(answers.concerns).toEqual([{ service: "soc-okand", place: "Provdalen", from: "2019", to: "2021" }]);
  });

  it("need not name a right or a language: any request counts, in Swedish unless it says otherwise", () => {
    const answers = answersOf(without(without(requestBody(), "right"), "language"));
    expect(answers.right).toBe("other");
    expect(answers.language).toBe("sv");
  });

  it.each(["19900101-2385", "199001012385", "900101-2385", "9001012385", " 900101 2385 ", "19900101–2385"])(
    "takes a personal identity number written as %s",
    (personalIdentityNumber) => {
      const answers = answersOf(requestBody({ person: person({ personalIdentityNumber }) }));
      expect(answers.person.personalIdentityNumber).toBe("199001012385");
    },
  );

  it("takes a date of birth from a person without a Swedish number", () => {
    const who = without(person({ birthDate: "1990-1-31" }), "personalIdentityNumber");
    expect(answersOf(requestBody({ person: who })).person.birthDate).toBe("1990-01-31");
  });

  it("needs no address when the answer is not sent as a letter", () => {
    expect(parse(requestBody({ delivery: "pick-up", person: without(person(), "address") })).ok).toBe(true);
  });

  it("needs no services when it is a complaint, and has an empty list of them", () => {
    const answers = answersOf(without(requestBody({ right: "complaint" }), "concerns"));
    expect(answers.concerns).toEqual([]);
  });

  it("may be about a service the person cannot name", () => {
    expect(parse(requestBody({ concerns: [{ service: "vet-inte" }] })).ok).toBe(true);
  });

  it("keeps line breaks and tabs in the description, and counts characters as people do", () => {
    expect(answersOf(requestBody({ details: "Ett\n\tTvå\r\nTre" })).details).toBe("Ett\n\tTvå\r\nTre");
    expect(parse(requestBody({ details: "🙂".repeat(2000) })).ok).toBe(true);
    expect(codesOf(requestBody({ details: "🙂".repeat(2001) }))).toEqual(["/details too-long"]);
  });

  it("leaves out what was left empty", () => {
    expect(answersOf(requestBody({ details: "  ", contact: { email: "" } }))).not.toHaveProperty("details");
  });

  it("can be made from the definition alone, with any seed", () => {
    const samples = { services: ["soc-okand", "kultur-bibliotek"], places: ["Provdalen"], today: context.today };
    fc.assert(
      fc.property(fc.nat(), (seed) => errorsOf(sampleAnswers(dataSubjectRequest, seed, samples)).length === 0),
      { numRuns: 500 },
    );
  });
});

describe("a request that lacks something", () => {
  it("gets every error at once, in the order of the form, with the form's own sentences", () => {
    expect(errorsOf({})).toEqual([
      { pointer: "/onBehalfOf", code: "empty", message: "Välj vem begäran gäller" },
      {
        pointer: "/protectedIdentity",
        code: "empty",
        message: "Välj ja eller nej, så att vi inte röjer en skyddad adress",
      },
      { pointer: "/concerns", code: "empty", message: "Välj minst en verksamhet, eller ”Jag vet inte”" },
      { pointer: "/delivery", code: "empty", message: "Välj hur du vill ha svaret" },
      {
        pointer: "/person",
        code: "empty",
        message: "Skriv vem begäran gäller: namn och personnummer eller födelsedatum",
      },
    ]);
  });

  it("is told in English to those who read English", () => {
    expect(errorsOf(without(requestBody(), "delivery"), "en")).toEqual([
      { pointer: "/delivery", code: "empty", message: "Select how you want the answer" },
    ]);
  });

  it("must have a number or a date of birth, and says that either will do", () => {
    const [error] = errorsOf(requestBody({ person: without(person(), "personalIdentityNumber") }));
    expect(error?.pointer).toBe("/person/personalIdentityNumber");
    expect(error?.message).toContain("födelsedatum");
  });

  it("must have the address when the answer is a letter", () => {
    expect(codesOf(requestBody({ person: without(person(), "address") }))).toEqual(["/person/address empty"]);
    expect(codesOf(requestBody({ person: person({ address: {} }) }))).toEqual([
      "/person/address/street empty",
      "/person/address/postalCode empty",
      "/person/address/city empty",
    ]);
  });

  it("must say who sends it when somebody is represented, and how to reach them", () => {
    expect(codesOf(requestBody({ onBehalfOf: "represented" }))).toEqual(["/representative empty"]);
    const representative = { givenName: "Åsa", familyName: "Exempel" };
    expect(codesOf(requestBody({ onBehalfOf: "represented", representative }))).toEqual([
      "/representative/email empty",
    ]);
    const reachable = { ...representative, phone: "070-174 06 05" };
    expect(parse(requestBody({ onBehalfOf: "represented", representative: reachable })).ok).toBe(true);
  });

  it("may leave out services only when it is a complaint", () => {
    expect(codesOf(without(requestBody(), "concerns"))).toEqual(["/concerns empty"]);
    expect(codesOf(requestBody({ concerns: [] }))).toEqual(["/concerns empty"]);
  });
});

describe("a person with protected identity", () => {
  it("is turned away whatever else is missing, and nothing they wrote is in the answer", () => {
    const parsed = parse({ protectedIdentity: true, person: person() });
    expect(parsed).toEqual({ ok: true, value: { protectedIdentity: true } });
  });

  it("still has to be sent in a shape the form knows", () => {
    expect(codesOf({ protectedIdentity: true, surprise: 1 })).toEqual([" unknown-field"]);
  });
});

describe("an answer that cannot be right", () => {
  const cases: readonly [string, Record<string, unknown>, string][] = [
    [
      "a wrong check digit",
      { person: person({ personalIdentityNumber: "19900101-2386" }) },
      "/person/personalIdentityNumber check-digits",
    ],
    [
      "an organisation number",
      { person: person({ personalIdentityNumber: "857209-0606" }) },
      "/person/personalIdentityNumber check-digits",
    ],
    [
      "a number of eleven digits",
      { person: person({ personalIdentityNumber: "19900101-238" }) },
      "/person/personalIdentityNumber format",
    ],
    ["30 February", { person: person({ birthDate: "1990-02-30" }) }, "/person/birthDate not-a-date"],
    ["a birth tomorrow", { person: person({ birthDate: "2026-11-23" }) }, "/person/birthDate future"],
    ["a birth without year", { person: person({ birthDate: "-02-03" }) }, "/person/birthDate no-year"],
    ["a birth without month", { person: person({ birthDate: "1990--03" }) }, "/person/birthDate no-month"],
    ["a birth without day", { person: person({ birthDate: "1990-02-" }) }, "/person/birthDate no-day"],
    [
      "a postcode of four digits",
      { person: person({ address: { street: "P 1", postalCode: "1234", city: "P" } }) },
      "/person/address/postalCode format",
    ],
    [
      "a period that ends before it begins",
      { concerns: [{ service: "soc-okand", from: "2020", to: "2019" }] },
      "/concerns/0/to period-reversed",
    ],
    [
      "dates that end before they begin",
      { concerns: [{ service: "soc-okand", from: "2020-05-02", to: "2020-05-01" }] },
      "/concerns/0/to period-reversed",
    ],
    ["a year before 1900", { concerns: [{ service: "soc-okand", from: "1899" }] }, "/concerns/0/from format"],
    [
      "a period that begins next year",
      { concerns: [{ service: "soc-okand", from: "2027" }] },
      "/concerns/0/from future",
    ],
    [
      "a day that does not exist",
      { concerns: [{ service: "soc-okand", to: "2021-02-29" }] },
      "/concerns/0/to not-a-date",
    ],
    ["a service nobody has", { concerns: [{ service: "trollkonster" }] }, "/concerns/0/service unknown-service"],
    ["21 services", { concerns: Array.from({ length: 21 }, () => ({ service: "soc-okand" })) }, "/concerns too-many"],
    ["a right that is not one", { right: "everything" }, "/right format"],
    ["a name of 101 characters", { person: person({ givenName: "å".repeat(101) }) }, "/person/givenName too-long"],
    ["a name of spaces", { person: person({ familyName: "   " }) }, "/person/familyName empty"],
    ["a number where a text should be", { details: 7 }, "/details format"],
    ["null where a text should be", { details: null }, "/details format"],
    ["yes as a word", { protectedIdentity: "no" }, "/protectedIdentity format"],
    ["a list where an object should be", { person: [] }, "/person format"],
    [
      "an email that would add a header",
      { contact: { email: "a@exempel.se\r\nBcc: b@exempel.se" } },
      "/contact/email characters",
    ],
    ["two emails in one", { contact: { email: "a@exempel.se, b@exempel.se" } }, "/contact/email format"],
    ["a telephone number in words", { contact: { phone: "ring mig" } }, "/contact/phone format"],
  ];
  it.each(cases)("is refused: %s", (_name, changes, expected) => {
    expect(codesOf(requestBody(changes))).toEqual([expected]);
  });

  it.each([
    ["2020", "2020-03-01"],
    ["2020-12-31", "2020"],
    ["2020", "2020"],
    ["2020-05-01", "2020-05-01"],
  ])("a period from %s to %s is in order: a bare year is the whole year", (from, to) => {
    expect(parse(requestBody({ concerns: [{ service: "soc-okand", from, to }] })).ok).toBe(true);
  });

  it.each(["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\ud800", "\udfff", "\uffff", "\u2028"])(
    "no text of one line may hold the character %j",
    (character) => {
      expect(codesOf(requestBody({ person: person({ givenName: `Pr${character}ov` }) }))).toEqual([
        "/person/givenName characters",
      ]);
    },
  );

  it.each(["\u0000", "\u000b", "\u001b", "\ud83d"])("not even the description may hold %j", (character) => {
    expect(codesOf(requestBody({ details: `a${character}b` }))).toEqual(["/details characters"]);
  });

  it.each([
    ["", { ...requestBody(), surprise: 1 }],
    ["/person", requestBody({ person: person({ surprise: 1 }) })],
    [
      "/person/address",
      requestBody({ person: person({ address: { street: "P 1", postalCode: "12345", city: "P", surprise: 1 } }) }),
    ],
    ["/concerns/0", requestBody({ concerns: [{ service: "soc-okand", surprise: 1 }] })],
    ["/contact", requestBody({ contact: { surprise: 1 } })],
  ])("an unknown field in %j is refused, and the fields there are are named", (pointer, body) => {
    const [error, ...more] = errorsOf(body);
    expect(error).toMatchObject({ pointer, code: "unknown-field" });
    expect(more).toEqual([]);
    expect(error?.message).not.toContain("surprise");
  });

  it("a field named __proto__ is unknown, not a way in", () => {
    expect(
      codesOf(JSON.parse(JSON.stringify(requestBody()).replace("{", '{"__proto__":{"right":"erasure"},'))),
    ).toEqual([" unknown-field"]);
  });

  it.each([undefined, null, "", 7, [], "text", true])("a body that is %j is refused as a whole", (body) => {
    expect(codesOf(body)).toEqual([" format"]);
  });

  it("says how many characters are too many", () => {
    const [error] = errorsOf(requestBody({ details: "x".repeat(2037) }));
    expect(error?.message.replace(/\u00a0/g, " ")).toBe("Texten får ha högst 2 000 tecken. Ta bort 37 tecken.");
    const [english] = errorsOf(requestBody({ details: "x".repeat(2001) }), "en");
    expect(english?.message).toBe("The text must be 2,000 characters or fewer. Remove 1 character.");
  });
});

describe("whatever is sent", () => {
  it("is answered with data, and nothing of it comes back in the errors", () => {
    const mark = "zqxv7";
    const key = fc.constantFrom(
      mark,
      ...Object.keys(requestBody()),
      "givenName",
      "service",
      "email",
      "__proto__",
      "constructor",
    );
    const leaf = fc.oneof(
      fc.constant(`${mark}<script>`),
      fc.constant(mark),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(key, tie("any"), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.constantFrom("sv", "en"), (changes, language) => {
        const errors = errorsOf({ ...requestBody(), ...changes }, language);
        return !JSON.stringify(errors).includes(mark);
      }),
      { numRuns: 1500 },
    );
  });

  it("gets the form's sentence also for what only the routing knows", () => {
    expect(fieldError(dataSubjectRequest, "/concerns/3/place", "unknown-place", "en")).toEqual({
      pointer: "/concerns/3/place",
      code: "unknown-place",
      message: "We do not recognise the place. Check the spelling, enter a larger district or tick “I do not know”.",
    });
  });
});
