import { describe, expect, test } from "vitest";
import { letterToPerson } from "../../shared/domain/casework/letter-to-person.ts";
import { requestOutcomes } from "../../shared/domain/casework/request-case.ts";
import { languages } from "../../shared/domain/language.ts";
import { on, requestAfter, requestIn } from "./a-case.ts";

const answered = requestAfter(requestIn("received"), [
  {
    command: "answer",
    outcome: "partly-granted",
    explanation: "En del rör någon annan.",
    sentOn: on("2026-11-25"),
  },
]);
const extended = requestAfter(requestIn("received"), [
  { command: "extend", reason: "complex", explanation: "Det är många register.", noticeSentOn: on("2026-11-25") },
]);

describe("a letter to the person", () => {
  test("with an answer says what was decided, why, and where to complain (art. 12.4)", () => {
    const letter = letterToPerson(answered, "sv");
    const said = letter?.paragraphs.join("\n");
    expect(letter?.heading).toMatch(/^Svar på din begäran [0-9A-Z-]{15}$/);
    for (const part of [
      "Du får en del",
      "En del rör någon annan.",
      "förvaltningsrätten",
      "IMY",
      "öppnar vi ärendet igen",
    ])
      expect(said).toContain(part);
  });

  test("about more time says both days and why (art. 12.3)", () => {
    const said = letterToPerson(extended, "sv")?.paragraphs.join("\n");
    for (const part of ["24 december 2026", "24 februari 2027", "komplicerad", "Det är många register.", "IMY"])
      expect(said).toContain(part);
  });

  test("is written in the person's own language", () => {
    expect(letterToPerson(answered, "en")?.heading).toMatch(/^Answer to your request /);
    expect(letterToPerson(extended, "en")?.paragraphs.join(" ")).toContain("24 February 2027");
  });

  test("is not there while there is nothing to tell, nor where the case ended without an answer", () => {
    expect(letterToPerson(requestIn("received"), "sv")).toBeUndefined();
    for (const language of languages)
      for (const outcome of requestOutcomes) {
        const { closing } = answered;
        if (closing === null) throw new Error("not closed");
        const letter = letterToPerson({ ...answered, closing: { ...closing, outcome } }, language);
        const isToTheCity = ["referred", "withdrawn", "duplicate", "reclassified"].includes(outcome);
        expect(letter === undefined, outcome).toBe(isToTheCity);
      }
  });
});
