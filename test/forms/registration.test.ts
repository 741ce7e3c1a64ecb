import { describe, expect, it } from "vitest";
import { holds } from "../../forms/condition.ts";
import type { FormPage } from "../../forms/form.ts";
import { parseAnswers } from "../../forms/parse-answers.ts";
import { type Registration, registration } from "../../forms/registration.ts";
import { instant } from "../../shared/domain/instant.ts";
import { context, person, requestBody, without } from "./request-body.ts";

const registrationBody = (changes: Readonly<Record<string, unknown>> = {}) =>
  requestBody({ channel: "post", receivedAt: "2026-11-02T09:00:00+01:00", ...changes });

const read = (body: unknown, where = context) => parseAnswers(registration, body, "sv", where);
const codesOf = (body: unknown) => {
  const parsed = read(body);
  return parsed.ok ? [] : parsed.error.map(({ pointer, code }) => `${pointer} ${code}`);
};
const answersOf = (body: unknown, where = context): Registration => {
  const parsed = read(body, where);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const hidden = {
  concerns: [{ service: "soc-okand", from: "2019", to: "2021" }],
  person: without(person(), "address"),
};
const protectedBody = without(registrationBody({ protectedIdentity: true, ...hidden }), "contact");

describe("a request that came otherwise", () => {
  it("is read as one through the form, with how and when it came", () => {
    const answers = answersOf(registrationBody());
    expect(answers.channel).toBe("post");
    expect(answers.receivedAt).toBe("2026-11-02T08:00:00Z");
    expect(answers.person.personalIdentityNumber).toBe("199001012385");
  });

  it.each(["post", "email", "phone", "visit"])("may have come by %s", (channel) => {
    expect(codesOf(registrationBody({ channel }))).toEqual([]);
  });

  it("cannot have come through the web form", () => {
    expect(codesOf(registrationBody({ channel: "web" }))).toEqual(["/channel format"]);
  });

  it("may have a day of receipt only, which is the day in Stockholm", () => {
    expect(answersOf(registrationBody({ receivedAt: "2026-07-02" })).receivedAt).toBe("2026-07-01T22:00:00Z");
    const now = instant("2026-11-22T12:00:00Z");
    if (now === undefined) throw new Error("the test's own time is not a time");
    const typed = answersOf(registrationBody({ receivedAt: "2026-11-2" }), { ...context, page: { now } });
    expect(typed.receivedAt).toBe("2026-11-01T23:00:00Z");
  });

  it.each(["channel", "receivedAt", "protectedIdentity", "onBehalfOf"])("must have %s", (name) => {
    expect(codesOf(without(registrationBody(), name))).toEqual([`/${name} empty`]);
  });

  it("counts although the letter lacks a number, an address and how to answer", () => {
    const bare = { givenName: "Prov", familyName: "Provsson" };
    expect(codesOf(without(registrationBody({ person: bare }), "delivery"))).toEqual([]);
  });

  it("is refused with a receipt that is no time", () => {
    expect(codesOf(registrationBody({ receivedAt: "i tisdags" }))).toEqual(["/receivedAt format"]);
  });
});

describe("a registered person with protected identity", () => {
  it("is registered, not turned away, and what the letter says of the matter is kept", () => {
    const answers = answersOf(protectedBody);
    expect(answers.protectedIdentity).toBe(true);
    expect(answers.concerns).toEqual([{ service: "soc-okand", from: "2019", to: "2021" }]);
  });

  it.each([
    ["an address", { person: person() }, "/person/address"],
    ["a way to contact", { contact: { phone: "070-174 06 05" } }, "/contact"],
    ["a place", { concerns: [{ service: "soc-okand", place: "Provdalen" }] }, "/concerns/0/place"],
    ["a postcode", { concerns: [{ service: "soc-okand", postalCode: "12345" }] }, "/concerns/0/postalCode"],
  ])("has %s refused, and nothing of it comes back", (_what, changes, pointer) => {
    const parsed = read({ ...protectedBody, ...changes });
    if (parsed.ok) throw new Error("what would show where somebody is was let in");
    expect(parsed.error.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([`${pointer} not-wanted`]);
    expect(parsed.error[0]?.message).toMatch(/^Vid skyddade personuppgifter/);
  });

  it("is asked on no page for what must not be written", () => {
    const pages: readonly FormPage[] = registration.pages;
    const asked = pages.flatMap((page) =>
      page.asks.filter(({ when }) => when === undefined || holds(when, protectedBody)).map(({ field }) => field),
    );
    expect(asked).not.toContain("/person/address");
    expect(asked).not.toContain("/contact");
    expect(asked).not.toContain("/concerns/*/place");
    expect(asked).toContain("/person/givenName");
  });
});
