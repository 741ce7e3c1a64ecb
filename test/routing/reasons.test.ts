import { describe, expect, it } from "vitest";
import { explain, type Reason } from "../../shared/domain/routing/reason.ts";

const service = { sv: "Bibliotek", en: "Libraries" };
const city = { sv: "Provstad", en: "Testville" };
const archive = "Stadsarkivet";
const question = { sv: "Var bodde du?", en: "Where did you live?" };
const belongs = (since: string | null, ...formerly: readonly string[]): Reason => ({
  code: "place-belongs",
  params: { place: "Husby", area: "Järva", since, formerly },
});

describe("a reason, or what must be asked", () => {
  it.each<[Reason, string, string]>([
    [belongs(null), "Husby hör till Järva.", "Husby belongs to Järva."],
    [belongs("2023-07-01"), "Husby hör till Järva sedan 2023-07-01.", "Husby belongs to Järva since 2023-07-01."],
    [belongs(null, "Kista"), "Husby hör till Järva (tidigare Kista).", "Husby belongs to Järva (formerly Kista)."],
    [
      belongs("2023-07-01", "Kista", "Tensta", "Spånga"),
      "Husby hör till Järva sedan 2023-07-01 (tidigare Kista, Tensta och Spånga).",
      "Husby belongs to Järva since 2023-07-01 (formerly Kista, Tensta and Spånga).",
    ],
    [
      { code: "whole-city", params: { service } },
      "Svarar i hela staden för: Bibliotek.",
      "Answers in the whole city for: Libraries.",
    ],
    [
      { code: "own-workplace", params: { workplace: "Trafikkontoret" } },
      "Du har angett Trafikkontoret som arbetsplats.",
      "You named Trafikkontoret as the workplace.",
    ],
    [
      { code: "other-municipality", params: { place: null, municipality: "Solna kommun" } },
      "Solna kommun svarar för sina egna uppgifter.",
      "Solna kommun answers for its own data.",
    ],
    [
      { code: "other-municipality", params: { place: "Huvudsta", municipality: "Solna kommun" } },
      "Huvudsta ligger i Solna kommun, som svarar för sina egna uppgifter.",
      "Huvudsta is in Solna kommun, which answers for its own data.",
    ],
    [
      { code: "some-other-municipality", params: {} },
      "En annan kommun svarar för sina egna uppgifter. Vänd dig till kommunen där du bodde.",
      "Another municipality answers for its own data. Contact the municipality where you lived.",
    ],
    [
      { code: "outside-the-city", params: { service } },
      "Staden svarar inte för: Bibliotek.",
      "The city does not answer for: Libraries.",
    ],
    [
      { code: "archive-may-hold", params: { archive, before: "1999-01-01" } },
      "Uppgifter från tiden före 1999-01-01 kan finnas hos Stadsarkivet.",
      "Data from before 1999-01-01 may be held by Stadsarkivet.",
    ],
    [
      { code: "may-be-destroyed", params: { archive, years: 5 } },
      "De flesta handlingar förstörs efter 5 år. Det som har sparats kan finnas hos Stadsarkivet.",
      "Most records are destroyed after 5 years. What has been kept may be held by Stadsarkivet.",
    ],
    [{ code: "note", params: { text: city } }, "Provstad", "Testville"],
    [{ code: "ask", params: { question } }, "Var bodde du?", "Where did you live?"],
    [{ code: "ask-place", params: { question, towns: [] } }, "Var bodde du?", "Where did you live?"],
    [
      { code: "ask-place", params: { question, towns: ["Kista", "Spånga"] } },
      "Var bodde du? Postnumret (Kista eller Spånga) räcker inte för att avgöra det.",
      "Where did you live? The postal code (Kista or Spånga) is not enough to tell.",
    ],
    [
      {
        code: "ask-which-place",
        params: {
          place: "Enskede",
          choices: [
            { area: "Farsta", places: [] },
            { area: "Skarpnäck", places: ["Enskededalen", "Pungpinan"] },
          ],
        },
      },
      "Vilken del av Enskede gäller det: Farsta eller Enskededalen/Pungpinan (Skarpnäck)?",
      "Which part of Enskede is it: Farsta or Enskededalen/Pungpinan (Skarpnäck)?",
    ],
    [
      { code: "ask-old-records", params: { archive, before: "1999-01-01" } },
      "Vet du mer om vem som hade ärendet? Uppgifter från tiden före 1999-01-01 kan finnas hos Stadsarkivet.",
      "Do you know more about who handled it? Data from before 1999-01-01 may be held by Stadsarkivet.",
    ],
    [
      { code: "ask-who-then", params: { service, on: "2010-01-01" } },
      "Vem svarade den 2010-01-01 för: Bibliotek?",
      "Who answered on 2010-01-01 for: Libraries?",
    ],
    [
      { code: "ask-which-municipality", params: { city, municipality: "Solna kommun" } },
      "Gäller det Provstad eller Solna kommun?",
      "Is it about Testville or Solna kommun?",
    ],
    [
      { code: "ask-which-service", params: { place: "Farsta", city } },
      "Farsta ligger i Provstad. Vad hade du kontakt med staden om?",
      "Farsta is in Testville. What was your contact with the city about?",
    ],
    [
      {
        code: "ask-several",
        params: {
          questions: [
            { code: "ask", params: { question } },
            { code: "note", params: { text: city } },
          ],
        },
      },
      "Var bodde du? Provstad",
      "Where did you live? Testville",
    ],
  ])("%# reads as a sentence, with the names in it, in both languages", (reason, sv, en) => {
    expect([explain(reason, "sv"), explain(reason, "en")]).toEqual([sv, en]);
  });
});
