import { describe, expect, it } from "vitest";
import type { Tally } from "../../shared/domain/yearly/tally.ts";
import { partsOfText, readShared, readTally, writeTally } from "../../shared/domain/yearly/tally-text.ts";
import { on } from "../domain/facts.ts";
import { aBreachTally, aConsultationTally, aRequestTally, socialnamnden } from "./a-year.ts";

const request = "1rnnyn?|a||access|web|granted||2022-05-02|2022-05-30";
const breach = "1bnynynyn|a|b|phishing|human-factor|employee|2022-05-02";
const consultation = "1cnyn|a||dpia|2022-05-02";

describe("the text of a tally", () => {
  it("is read mark by mark, place by place", () => {
    expect(readTally(request)).toEqual({
      kind: "request",
      counted: "a",
      holder: "a",
      imported: false,
      protectedIdentity: false,
      inTime: true,
      within30Days: false,
      extended: null,
      right: "access",
      channel: "web",
      outcome: "granted",
      left: [],
      receivedOn: "2022-05-02",
      answeredOn: "2022-05-30",
    });
    expect(readTally(breach)).toEqual({
      kind: "breach",
      counted: "a",
      holder: "b",
      imported: false,
      drill: true,
      dismissed: false,
      notifiedInTime: true,
      informed: false,
      actionPlan: true,
      authority: "not-notified",
      whatHappened: "phishing",
      cause: "human-factor",
      discoveredBy: "employee",
      receivedOn: "2022-05-02",
    });
    expect(readTally(consultation)).toMatchObject({ beforeStart: true, afterStart: false, about: "dpia" });
    expect(readTally(request.replace("granted||", "granted|?|"))).toMatchObject({ left: null });
    expect(readTally(request.replace("granted||", "|b,c|"))).toMatchObject({ outcome: null, left: ["b", "c"] });
    expect(readTally(request.replace("|a|", "||"))).toMatchObject({ counted: null, holder: null });
    for (const [mark, authority] of [
      ["y", "notified"],
      ["-", "undecided"],
      ["?", "unknown"],
    ])
      expect(readTally(breach.replace("1bnynynyn", `1bnynyny${mark}`))).toMatchObject({ authority });
  });

  it("is written as it is read, and a unit that both counts and holds the case is said once", () => {
    for (const text of [request, breach, consultation]) {
      const tally = readTally(text);
      expect(tally && writeTally(tally)).toBe(text);
    }
  });

  it.each([
    ["an imported request or not is not said", request.replace("1rn", "1r?")],
    ["a protected identity or not is not said", request.replace("1rnn", "1rn?")],
    ["a mark of no meaning", request.replace("1rnny", "1rnnx")],
    ["a drill or not is not said", breach.replace("1bny", "1bn?")],
    ["dismissed or not is not said", breach.replace("1bnyn", "1bny?")],
    ["no mark of the authority", breach.replace("1bnynynyn", "1bnynyny")],
    ["a mark of the authority of no meaning", breach.replace("1bnynynyn", "1bnynynyx")],
    ["a right there is not", request.replace("access", "")],
    ["a channel there is not", request.replace("web", "pigeon")],
    ["an outcome there is not", request.replace("granted", "lost")],
    ["a kind of incident there is not", breach.replace("phishing", "aliens")],
    ["a cause there is not", breach.replace("human-factor", "")],
    ["a discovery there is not", breach.replace("employee", "aliens")],
    ["a question there is not", consultation.replace("dpia", "other-kind")],
    ["no day", consultation.replace("2022-05-02", "")],
    ["a day that is none", breach.replace("05-02", "02-30")],
    ["an answer on no day", request.replace("05-30", "13-30")],
    ["too few parts", "1rnnnnn|a||access|web|granted"],
    ["no kind", "1"],
    ["another version", request.replace("1r", "2r")],
  ])("is none with %s", (_, text) => {
    expect(readTally(text)).toBeUndefined();
  });

  it("is cut into what many cases share and their days", () => {
    const day = (text: string) => Date.parse(text) / 86_400_000;
    expect(partsOfText(request)).toEqual({
      shared: request.slice(0, -22),
      received: day("2022-05-02"),
      answered: day("2022-05-30"),
    });
    expect(partsOfText(request.replace("2022-05-30", "----------"))).toMatchObject({
      received: day("2022-05-02"),
      answered: null,
    });
    expect(partsOfText(breach)).toEqual({ shared: breach.slice(0, -11), received: day("2022-05-02"), answered: null });
    expect(partsOfText(breach.replace("05-02", "02-30")).received).toBeNaN();
    expect(partsOfText(request.replace("05-30", "02-30")).answered).toBeNaN();
    expect(partsOfText("")).toMatchObject({ shared: "", received: Number.NaN, answered: null });
    expect(partsOfText("1r")).toMatchObject({ shared: "" });
  });

  it("says, of what they share, the same of a case of any day that is not answered", () => {
    for (const tally of [
      aRequestTally({ left: [socialnamnden] }),
      aBreachTally(),
      aConsultationTally(),
    ] satisfies Tally[]) {
      const { shared } = partsOfText(writeTally(tally));
      expect(readShared(shared, on("2022-01-01"))).toEqual({ ...tally, receivedOn: "2022-01-01" });
    }
    expect(readShared("nothing", on("2022-01-01"))).toBeUndefined();
  });
});
