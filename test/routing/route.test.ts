import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { nameOf } from "../../shared/domain/routing/name-of.ts";
import { type Concern, explain, route } from "../../shared/domain/routing/routing.ts";
import { answers, ask, day, said, today } from "./ask.ts";

const help = "soc-ekonomiskt-bistand";
const refusals = (...concerns: readonly Concern[]) => {
  const routing = route(concerns, stockholm, today);
  return routing.ok ? [] : routing.error;
};

describe("a place in the past", () => {
  it("leads to the unit that holds its records today, and says which unit it was then", () => {
    const husby = { service: help, place: "Husby", from: "2019", to: "2019" };
    expect(answers(husby)).toEqual(["sthlm-sdn-jarva"]);
    expect(said(husby)).toContain("Husby hör till Järva stadsdelsnämnd sedan 2023-07-01 (tidigare Rinkeby-Kista).");
  });

  it("a period over several eras gives the unit once, with every predecessor", () => {
    const rinkeby = { service: help, place: "Rinkeby", from: "2005", to: "2024" };
    expect(answers(rinkeby)).toEqual(["sthlm-sdn-jarva"]);
    expect(said(rinkeby)).toContain("(tidigare Rinkeby-Kista och Rinkeby)");
  });

  it("names no predecessor that had ended before the period, and none that came after it", () => {
    expect(said({ service: help, place: "Rinkeby", from: "2008" })).toContain("(tidigare Rinkeby-Kista)");
    expect(said({ service: help, place: "Rinkeby", from: "2001", to: "2006" })).toContain("(tidigare Rinkeby)");
  });

  it("the last day of a unit is its own, the next day its successor's", () => {
    expect(said({ service: help, place: "Älvsjö", from: "2020-06-30" })).toContain("tidigare Älvsjö");
    expect(said({ service: help, place: "Älvsjö", from: "2020-07-01" })).not.toContain("tidigare");
  });

  it("does not claim a day or a predecessor that no source states", () => {
    const alvik = said({ service: "konsument", place: "Alvik", from: "1998", to: "2024" });
    expect(alvik).toContain("Alvik hör till Bromma stadsdelsnämnd.");
    expect(alvik).not.toMatch(/sedan|tidigare/);
  });

  it("seen from a day in the past, the unit of that day answers", () => {
    const tensta = { service: help, place: "Tensta" };
    expect(answers(tensta, day("2023-06-30"))).toEqual(["sthlm-sdn-spanga-tensta"]);
    expect(answers(tensta, day("2023-07-01"))).toEqual(["sthlm-sdn-jarva"]);
  });

  it("a district whose division of the day is not known is asked about, not guessed", () => {
    expect(answers({ service: "konsument", place: "Farsta" }, day("1998-05-01"))).toEqual([
      "?",
      "sthlm-sdn-farsta",
      "sthlm-sdn-soderled",
    ]);
  });
});

describe("old records", () => {
  const social = (period: Pick<Concern, "from" | "to">) => answers({ service: help, place: "Kista", ...period });

  it("of social services wholly before 1999 are decided by a person, with the archive among the candidates", () => {
    expect(social({ from: "1985", to: "1998" })).toEqual(["?", "sthlm-sdn-jarva", "sthlm-stadsarkivet"]);
    expect(social({ to: "1998-12-31" })).toEqual(["?", "sthlm-sdn-jarva", "sthlm-stadsarkivet"]);
  });

  it("of social services that reach into 1999 are certain, with a word about the archive", () => {
    expect(social({ from: "1998", to: "1999-01-01" })).toEqual(["sthlm-sdn-jarva"]);
    expect(said({ service: help, place: "Kista", from: "1998", to: "1999-01-01" })).toContain("Stadsarkivet");
  });

  it("of grundskola wholly before 1 July 2007 are decided by a person", () => {
    const school = (to: string) => answers({ service: "skola-grund", from: "2000", to });
    expect(school("2007-06-30")).toEqual(["?", "sthlm-utbildningsnamnden", "sthlm-stadsarkivet"]);
    expect(school("2007-07-01")).toEqual(["sthlm-utbildningsnamnden"]);
  });

  it("nothing is said of the archive where the person named no time, or a recent one", () => {
    expect(said({ service: help, place: "Kista" })).not.toContain("Stadsarkivet");
    expect(said({ service: help, place: "Kista", from: "2024", to: "2025" })).not.toContain("Stadsarkivet");
  });

  it("five years after the period the person is told that most files are destroyed", () => {
    const ended = (to: string, on: string) => said({ service: help, place: "Kista", from: "2015", to }, day(on));
    expect(ended("2020-11-22", "2025-11-21")).not.toContain("förstörs");
    expect(ended("2020-11-22", "2025-11-22")).toContain("förstörs");
  });
});

describe("a place that is not enough", () => {
  it("no place: every district committee of the day may answer, and the person is asked where", () => {
    const { recipients, triage } = ask([{ service: help }]);
    expect(recipients).toEqual([]);
    expect(triage?.candidates.length).toBe(11);
    expect(triage && explain(triage.question, "sv")).toBe("I vilken stadsdel bodde du då?");
    expect(answers({ service: help }, day("2010-01-01")).length).toBe(1 + 14);
  });

  it.each([
    ["Spånga", ["sthlm-sdn-jarva", "sthlm-sdn-hasselby-vallingby"], "Kälvesta/Nälsta (Hässelby-Vällingby)"],
    ["Enskede", ["sthlm-sdn-enskede-arsta-vantor", "sthlm-sdn-farsta", "sthlm-sdn-skarpnack"], "Enskededalen"],
    ["Hagastaden", ["sthlm-sdn-norra-innerstaden", "kommun:0184"], "Solna kommun"],
    ["Johanneshov (postort)", ["sthlm-sdn-enskede-arsta-vantor", "sthlm-sdn-skarpnack"], "Kärrtorp"],
    ["Årstaberg", ["sthlm-sdn-hagersten-alvsjo", "sthlm-sdn-enskede-arsta-vantor"], "Liljeholmen"],
    ["Hammarby", ["sthlm-sdn-skarpnack", "sthlm-sdn-sodermalm"], "Södra Hammarbyhamnen"],
  ])("%s lies in several areas: the person is asked which", (place, candidates, named) => {
    const { recipients, triage } = ask([{ service: help, place }]);
    expect(recipients).toEqual([]);
    expect([...(triage?.candidates ?? [])].sort()).toEqual([...candidates].sort());
    for (const language of ["sv", "en"] as const) expect(triage && explain(triage.question, language)).toContain(named);
  });

  it("a postal code narrows the candidates and never decides, not even when it points to one", () => {
    expect(answers({ service: help, postalCode: "164 30" })).toEqual(["?", "sthlm-sdn-jarva"]);
    expect(answers({ service: help, postalCode: "12154" })).toHaveLength(3);
    expect(answers({ service: help, postalCode: "99999" })).toHaveLength(12);
  });

  it("a place wins over a postal code", () => {
    expect(answers({ service: help, place: "Örby", postalCode: "164 30" })).toEqual(["sthlm-sdn-enskede-arsta-vantor"]);
  });

  it("what is certain of a service stands beside what must be asked", () => {
    const { recipients, triage } = ask([{ service: "aldre-trygghetslarm" }]);
    expect(recipients.map(({ unit }) => unit)).toEqual(["sthlm-aldrenamnden"]);
    expect(triage?.candidates.length).toBe(11);
  });

  it("several doubts are one triage with every candidate once and every question", () => {
    const { triage } = ask([
      { service: help, place: "Spånga" },
      { service: "bostad-hyresgast" },
      { service: "kultur-bibliotek" },
    ]);
    expect(triage?.candidates.length).toBe(2 + 6);
    expect(triage?.concerns).toEqual([0, 1]);
    expect(triage && explain(triage.question, "sv")).toMatch(/Spånga.*\?.*hyresavin\?/);
  });

  it("who does not know is never guessed at", () => {
    const { recipients, triage } = ask([{ service: "vet-inte" }]);
    expect(recipients).toEqual([]);
    expect(triage?.candidates).toContain("sthlm-sdn-farsta");
    expect(triage?.candidates).toContain("sthlm-bolag-micasa");
  });
});

describe("how a place may be written", () => {
  it.each([
    ["  HUSBY ", "sthlm-sdn-jarva"],
    ["stora  Mossen", "sthlm-sdn-bromma"],
    ["Hägersten – Älvsjö", "sthlm-sdn-hagersten-alvsjo"],
    ["Midsommarkransen".normalize("NFD"), "sthlm-sdn-hagersten-alvsjo"],
    ["Årsta".normalize("NFD"), "sthlm-sdn-enskede-arsta-vantor"],
    ["Aspuddens stadsdel", "sthlm-sdn-hagersten-alvsjo"],
    ["Rinkeby-Kista", "sthlm-sdn-jarva"],
    ["Spånga-Tensta stadsdelsförvaltning", "sthlm-sdn-jarva"],
    ["Norra innerstaden", "sthlm-sdn-norra-innerstaden"],
    ["Bromma", "sthlm-sdn-bromma"],
    ["Kista (postort)", "sthlm-sdn-jarva"],
    ["Gärdet", "sthlm-sdn-norra-innerstaden"],
    ["Nacka kommun", "kommun:0182"],
    ["göteborgs stad", "kommun:1480"],
    ["Vårby", "kommun:0126"],
    ["Vårberg", "sthlm-sdn-skarholmen"],
  ])("%s", (place, expected) => {
    expect(answers({ service: help, place })).toEqual([expected]);
  });

  it("Stockholm alone says nothing", () => {
    expect(answers({ service: help, place: "Stockholms stad" })).toHaveLength(12);
  });
});

describe("outside the city", () => {
  it("another municipality answers for what depends on where one lived, with the reason", () => {
    const solna = { service: "soc-familjeratt", place: "Huvudsta" };
    expect(answers(solna)).toEqual(["kommun:0184"]);
    expect(said(solna)).toContain("Huvudsta ligger i Solna kommun");
  });

  it("a school may lie elsewhere than the home: the person is asked which", () => {
    expect(answers({ service: "skola-grund", place: "Solna" })).toEqual([
      "?",
      "sthlm-utbildningsnamnden",
      "kommun:0184",
    ]);
  });

  it("an authority is the same wherever one lives", () => {
    for (const place of ["Solna", "Kista", "Hagastaden"])
      expect(answers({ service: "folkbokforing", place })).toEqual(["ext-skatteverket"]);
  });

  it("health care follows the region of the place", () => {
    const region = (place: string) =>
      ask([{ service: "vard-journal", place }]).outside.map(({ id, name }) => [id, name]);
    expect(region("Kista")).toEqual([["ext-region-stockholm", "Region Stockholm"]]);
    expect(region("Solna")).toEqual([["ext-region-stockholm", "Region Stockholm"]]);
    expect(region("Uppsala")).toEqual([["ext-other-region", "Region Uppsala"]]);
    expect(region("Borås")).toEqual([["ext-vgr", "Västra Götalandsregionen"]]);
  });

  it("two other regions are two bodies", () => {
    const concerns = ["Uppsala", "Lund"].map((place) => ({ service: "vard-journal", place }));
    expect(ask(concerns).outside.map(({ name }) => name)).toEqual(["Region Uppsala", "Region Skåne"]);
  });

  it("another municipality, unnamed, is still another municipality; a place in Stockholm is asked about", () => {
    expect(answers({ service: "annan-kommun" })).toEqual(["ext-kommun"]);
    expect(answers({ service: "annan-kommun", place: "Farsta" })).toEqual(["?", "sthlm-sdn-farsta"]);
  });
});

describe("special rules", () => {
  it("homeless: the last district while the contact is recent, a person decides when it ended two years ago or more", () => {
    const homeless = (to: string) => answers({ service: "soc-hemloshet", place: "Akalla", from: "2020", to });
    expect(homeless("2024-11-23")).toEqual(["sthlm-sdn-jarva"]);
    expect(homeless("2024-11-22")).toEqual(["?", "sthlm-sdn-jarva", "sthlm-socialnamnden"]);
  });

  it("employment: the unit that has come after the one the person names, otherwise a person decides", () => {
    expect(answers({ service: "anstalld-personal", place: "Hägersten-Liljeholmen" })).toEqual([
      "sthlm-sdn-hagersten-alvsjo",
    ]);
    expect(answers({ service: "anstalld-personal", place: "Utbildningsförvaltningen" })).toEqual([
      "sthlm-utbildningsnamnden",
    ]);
    expect(answers({ service: "anstalld-personal", place: "Aspudden" })[0]).toBe("?");
    expect(answers({ service: "anstalld-personal" })[0]).toBe("?");
  });

  it("an employee's own breach belongs to the unit of the workplace", () => {
    expect(answers({ service: "incident-egen-enhet", place: "Bromma" })).toEqual(["sthlm-sdn-bromma"]);
    expect(answers({ service: "incident-egen-enhet", place: "Trafikkontoret" })).toEqual(["sthlm-trafiknamnden"]);
    expect(answers({ service: "incident-egen-enhet" })[0]).toBe("?");
  });

  it("a shared system's breach is decided by a person, among the system's owners and the unit it was met in", () => {
    expect(answers({ service: "incident-delat-system", place: "Farsta" })).toEqual([
      "?",
      "sthlm-sdn-farsta",
      "sthlm-stadsledningskontoret",
      "sthlm-socialnamnden",
      "sthlm-utbildningsnamnden",
    ]);
  });
});

describe("several concerns", () => {
  it("each unit comes once, with every reason and the concerns it answers for", () => {
    const { recipients } = ask([
      { service: help, place: "Husby", from: "2019", to: "2019" },
      { service: "kultur-bibliotek" },
      { service: "soc-barn-unga", place: "Tensta", from: "2022", to: "2025" },
    ]);
    expect(recipients.map(({ unit, concerns }) => [unit, concerns])).toEqual([
      ["sthlm-sdn-jarva", [0, 2]],
      ["sthlm-kulturnamnden", [1]],
    ]);
    const reasons = recipients[0]?.because.map((one) => explain(one, "en")).join(" ");
    expect(reasons).toContain("formerly Rinkeby-Kista");
    expect(reasons).toContain("formerly Spånga-Tensta");
  });

  it("the same reason is said once", () => {
    const { recipients } = ask([{ service: "bostad-ko" }, { service: "bostad-ko" }]);
    expect(recipients[0]?.because.length).toBe(1);
  });

  it("a recipient carries the controller, by the unit's own data", () => {
    expect(ask([{ service: "arkiv-aldre" }]).recipients[0]).toMatchObject({
      unit: "sthlm-stadsarkivet",
      name: "Stadsarkivet",
      controller: "Kulturnämnden",
    });
  });
});

describe("what is refused names the field and nothing that was written", () => {
  it.each([
    [{ service: "soc-allt" }, "/concerns/0/service", "unknown-service"],
    [{ service: help, place: "Ankeborg" }, "/concerns/0/place", "unknown-place"],
    [{ service: help, postalCode: "1234" }, "/concerns/0/postalCode", "malformed-postal-code"],
    [{ service: help, from: "2019-02-29" }, "/concerns/0/from", "malformed-period"],
    [{ service: help, to: "förr" }, "/concerns/0/to", "malformed-period"],
    [{ service: help, from: "2021", to: "2019" }, "/concerns/0/from", "period-reversed"],
  ])("%j", (concern, pointer, code) => {
    expect(refusals(concern)).toEqual([{ pointer, code }]);
  });

  it("every fault of every concern at once", () => {
    expect(
      refusals({ service: "kultur-bibliotek" }, { service: "x", place: "Ankeborg", from: "y" }).map(
        ({ pointer }) => pointer,
      ),
    ).toEqual(["/concerns/1/service", "/concerns/1/place", "/concerns/1/from"]);
  });

  it("an empty place is no place, and the same year twice is that year", () => {
    expect(refusals({ service: help, place: " ", from: "2019", to: "2019" })).toEqual([]);
  });

  it("whatever is written, the answer is a routing or a refusal that does not repeat it", () => {
    const field = fc.option(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("Husby", "2019", "16430", "s stad")),
      {
        nil: undefined,
      },
    );
    const concern = fc.record({
      service: fc.constantFrom(help, "vard-journal", "x"),
      place: field,
      postalCode: field,
      from: field,
      to: field,
    });
    fc.assert(
      fc.property(concern, (written) => {
        const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
        const routing = route([{ ...given, service: written.service }], stockholm, today);
        if (!routing.ok) for (const one of routing.error) expect(Object.keys(one).sort()).toEqual(["code", "pointer"]);
      }),
      { numRuns: 500 },
    );
  });

  it("names that every object has are not services or places", () => {
    for (const word of ["constructor", "__proto__", "toString"])
      expect(refusals({ service: word, place: word }).map(({ code }) => code)).toEqual([
        "unknown-service",
        "unknown-place",
      ]);
  });
});

describe("names", () => {
  it("anyone a routing points to has a name", () => {
    expect(nameOf("sthlm-sdn-jarva", stockholm, "en")).toBe("Järva stadsdelsnämnd");
    expect(nameOf("kommun:1080", stockholm, "sv")).toBe("Karlskrona kommun");
    expect(nameOf("ext-privat-hyresvard", stockholm, "en")).toBe("A private landlord or housing association");
  });
});
