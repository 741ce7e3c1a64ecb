import { describe, expect, test } from "vitest";
import { casesOf, representedIn } from "../../shared/domain/casework/cases-of.ts";
import { possibleDuplicates } from "../../shared/domain/casework/duplicates.ts";
import { letterToPerson } from "../../shared/domain/casework/letter-to-person.ts";
import { remedies } from "../../shared/domain/casework/remedies.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import { aSubmission, at } from "../fixtures.ts";
import { nextDay, on, received, requestAfter, requestIn } from "./a-case.ts";

/** The first case of a request with these answers. */
const asked = (answers: unknown, identifiedAt: RequestCase["receivedAt"] | null = null): RequestCase => {
  const [first] = casesOf(aSubmission(9, { answers, identifiedAt }));
  if (first?.kind !== "request") throw new Error("a request gives a request");
  return first;
};
const number = { personalIdentityNumber: "199001012385" };

describe("what a request's answers say of whoever asks", () => {
  test.each<[string, unknown, Partial<RequestCase>]>([
    ["an address for messages", { contact: { email: "a@intag.example" } }, { noticeByMail: true, noticeBySms: false }],
    ["a telephone number", { contact: { phone: "070" } }, { noticeByMail: false, noticeBySms: true }],
    ["a telephone number that is no text", { contact: { phone: 70 } }, { noticeBySms: false }],
    ["nothing of how to be reached", { contact: null }, { noticeByMail: false, noticeBySms: false }],
    ["their own number", { onBehalfOf: "self", person: number }, { ownNumber: true, representation: null }],
    ["no number", { onBehalfOf: "self", person: {} }, { ownNumber: false }],
    ["nobody", { onBehalfOf: "self", person: null }, { ownNumber: false }],
    ["somebody in another shape", { onBehalfOf: "self", person: "199001012385" }, { ownNumber: false }],
    [
      "a child's number",
      { onBehalfOf: "child", person: number },
      { ownNumber: false, representation: { of: "child", confirmed: null } },
    ],
    ["a principal", { onBehalfOf: "represented" }, { representation: { of: "represented", confirmed: null } }],
    ["somebody of another kind", { onBehalfOf: "dog" }, { representation: null, ownNumber: false }],
  ])("%s", (_, answers, said) => {
    expect(asked(answers)).toMatchObject(said);
  });

  test("and for whom they ask is for themselves where the answers have another shape", () => {
    for (const answers of [null, undefined, "child", 7, {}, { onBehalfOf: ["child"] }])
      expect(representedIn(answers)).toBeNull();
  });

  test("who they are is known when they used e-legitimation, and else not", () => {
    expect(asked({}, received).identity).toEqual({ state: "confirmed", at: received, how: "e-legitimation" });
    expect(asked({}).identity).toEqual({ state: "not-checked", at: null, how: null });
  });
});

describe("requests that may be the same", () => {
  const kase = requestIn("received");
  const other = (day: string) => requestIn("closed", { submission: day, receivedAt: at(`${day}T10:00:00Z`) });
  test("are a year apart at most, before or after, and never the submission's own", () => {
    const shown = possibleDuplicates(kase, ["2025-11-23", "2025-11-24", "2027-11-24", "2027-11-25"].map(other));
    expect(shown.map(({ submission }) => submission)).toEqual(["2025-11-24", "2027-11-24"]);
    expect(possibleDuplicates(kase, [kase, requestIn("received", { reference: "another part" })])).toEqual([]);
  });
});

describe("a letter to the person", () => {
  const answered = requestAfter(requestIn("received"), [
    { command: "answer", outcome: "granted", sentOn: on("2026-11-25") },
  ]);
  const paragraphs = (kase: RequestCase, language: "sv" | "en" = "sv") => letterToPerson(kase, language)?.paragraphs;

  test("names where to complain also where nothing was refused, and holds no empty words", () => {
    expect(paragraphs(answered)).toEqual([
      "Vi tog emot din begäran den 24 november 2026.",
      "Du får det du bad om.",
      "Saknas något i svaret? Hör av dig med ärendenumret och säg vad som saknas, så öppnar vi ärendet igen.",
      remedies.imy.sv,
    ]);
  });

  test("with a refusal names every way to complain, in their order, after the officer's words", () => {
    const refused = requestAfter(requestIn("received"), [
      { command: "refuse", outcome: "refused-by-law", explanation: "Sekretess gäller.", sentOn: on("2026-11-25") },
    ]);
    expect(paragraphs(refused)?.slice(1)).toEqual([
      "Vi säger nej, för att lagen hindrar oss.",
      "Sekretess gäller.",
      "Saknas något i svaret? Hör av dig med ärendenumret och säg vad som saknas, så öppnar vi ärendet igen.",
      remedies["administrative-court"].sv,
      remedies.imy.sv,
    ]);
  });

  test("about more time says what was promised and which of the law's two grounds it is", () => {
    const extended = (reason: "complex" | "many-requests") =>
      requestAfter(requestIn("received"), [
        { command: "extend", reason, explanation: "Skäl.", noticeSentOn: on("2026-11-25") },
        nextDay,
      ]);
    expect(paragraphs(extended("many-requests"))).toEqual([
      "Vi tog emot din begäran den 24 november 2026. Du skulle ha fått svar senast den 24 december 2026. Nu får du svar senast den 24 februari 2027.",
      "Det beror på att vi har fått många begäranden att svara på.",
      "Skäl.",
      remedies.imy.sv,
    ]);
    expect(paragraphs(extended("complex"), "en")?.[1]).toBe("This is because your request is complex.");
  });
});
