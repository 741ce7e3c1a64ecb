import { describe, expect, it } from "vitest";
import { areas } from "../../shared/domain/yearly/yearly-review.ts";
import { areaTexts, scaleTexts } from "../../shared/report/area-texts.ts";
import type { Block, ReportDocument } from "../../shared/report/report-document.ts";
import { documentOf } from "../../shared/report/report-model.ts";
import { wordDraft } from "../../shared/report/word-draft.ts";
import { opened, part, runsIn, timesIn } from "./opened.ts";
import { cityReport, seedReport, unknownYear } from "./seed-report.ts";

const blocksOf = ({ chapters }: ReportDocument): readonly Block[] => chapters.flatMap(({ blocks }) => blocks);
const sourcesIn = (document: ReportDocument): number =>
  blocksOf(document).reduce((sum, block) => {
    if (block.kind === "answers") return sum + block.rows.filter(({ source }) => source !== null).length;
    if (block.kind === "table" && block.source !== null) return sum + 1;
    return block.kind === "paragraph" && block.source !== undefined ? sum + 1 : sum;
  }, 0);

const sixAreas = documentOf(seedReport, "six-areas");
const draft = await wordDraft(sixAreas);
const body = part(draft, "word/document.xml");
const runs = runsIn(body);

/** The answer that stands in the cell after a question. */
const answerTo = (question: string): string | undefined => runs[runs.indexOf(question) + 1];

describe("the Word draft in Stockholm's form", () => {
  it("has the six areas with their headings, each whole in one run", () => {
    for (const area of areas) {
      const { number, heading } = areaTexts[area];
      expect(runs).toContain(`${number} ${heading}`);
      for (const below of [`${number}.1 Sammanfattning`, `${number}.2 Syfte`, `${number}.3 Resultat`])
        expect(runs).toContain(below);
    }
  });

  it("answers the report's own questions with the seed's own answers", () => {
    expect(answerTo("Antal behandlingar som är registrerade?")).toBe("292 registreringar");
    expect(answerTo("Har nödvändiga uppdateringar gjorts?")).toBe("Ja");
    expect(answerTo("Bedöms registerförteckningen vara fullständig?")).toBe("Delvis");
    expect(answerTo("Är dokumenten uppdaterade?")).toBe("Till stor del");
    expect(
      answerTo("Hur många av personuppgiftsbehandlingarna vilka finns i verksamheten har informationsklassats?"),
    ).toBe("9 under år 2022");
    expect(
      answerTo(
        "Hur många begäran (om registerutdrag, begränsning, radering etc.) har inkommit från registrerade personer?",
      ),
    ).toBe("9");
    expect(answerTo("Hur många av dessa begäran har hanterats av verksamheten inom 30 dagar?")).toBe("Samtliga");
    expect(answerTo("Hur många personuppgiftsincidenter har dokumenterats?")).toBe("10 incidenter");
    expect(answerTo("Hur många av incidenterna har rapporterats i tid till tillsynsmyndigheten?")).toBe("Samtliga");
  });

  it("asks every question in one run, in the report's own words", () => {
    const asked = blocksOf(sixAreas).flatMap((block) => (block.kind === "answers" ? block.rows : []));
    expect(asked).toHaveLength(20);
    for (const { question, answer } of asked)
      expect({ question, answer: answerTo(question) }).toEqual({ question, answer });
  });

  it("says all three: to the authority, to the persons, neither – and what is not known is not a zero", () => {
    expect(
      answerTo("Hur många av dessa har ansetts behöva rapporteras (till IMY resp. till berörda personer) och inte?"),
    ).toBe("1 har rapporterats till IMY. Till berörda personer: Uppgift saknas. Varken eller: 9.");
  });

  it("tells the change since the year before in words", () => {
    const text = runs.join("\n");
    expect(text).toContain("fyra fler än 2021 (288 → 292)");
    expect(text).toContain("(27 → 9)");
    expect(text).toContain("lika många som 2021");
  });

  it("has a comment with the source on every answer that is filled in, and on nothing else", () => {
    const comments = timesIn(part(draft, "word/comments.xml"), /<w:comment /g);
    expect(comments).toBe(sourcesIn(sixAreas));
    expect(timesIn(body, "<w:commentReference ")).toBe(comments);
    expect(timesIn(body, "<w:commentRangeStart ")).toBe(comments);
    const first = runsIn(part(draft, "word/comments.xml"));
    expect(first.every((text) => text.startsWith("Källa: "))).toBe(true);
    expect(first.join("\n")).toContain("review.records.count");
    console.log(`answers filled in ${comments}, with their source ${first.length}`);
  });

  it("gives an answer that nobody knows no source, since there is none", async () => {
    const unknown = documentOf(unknownYear(), "six-areas");
    const text = runsIn(part(await wordDraft(unknown), "word/document.xml"));
    const rows = blocksOf(unknown).flatMap((block) => (block.kind === "answers" ? block.rows : []));
    expect(rows).not.toHaveLength(0);
    for (const { question, answer, source } of rows) {
      expect({ question, answer, source }).toEqual({ question, answer: "Uppgift saknas", source: null });
      expect(text[text.indexOf(question) + 1]).toBe("Uppgift saknas");
    }
    expect(text.filter((run) => run === "0")).toEqual([]);
  });

  it("has four boxes to tick in each area, two of them ticked where two marks were given", () => {
    expect(timesIn(body, "<w14:checkbox>")).toBe(4 * areas.length);
    const marks = Object.values(seedReport.figures.review?.marks ?? {}).flat();
    expect(timesIn(body, /<w14:checked w14:val="(1|true)"/g)).toBe(marks.length);
    for (const text of Object.values(scaleTexts)) expect(runs.filter((run) => run === text)).toHaveLength(areas.length);
    expect(runs).toContain(seedReport.figures.review?.comments.breaches);
  });

  it("says where the data protection officer is to write", () => {
    expect(runs.filter((run) => run === "[Skriv här]").length).toBeGreaterThan(areas.length);
  });

  it("has Word's own charts with their data inside", () => {
    const parts = Object.keys(opened(draft));
    expect(parts.filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path)).length).toBeGreaterThan(1);
    expect(parts.filter((path) => /^word\/embeddings\/.*\.xlsx$/.test(path)).length).toBeGreaterThan(1);
    expect(part(draft, "word/charts/chart1.xml")).toMatch(/<c:barChart>/);
    expect(timesIn(body, /<wp:docPr [^>]*descr="Stapeldiagram: /g)).toBeGreaterThan(1);
  });

  it("is in Swedish, has headings, contents, header and footer, and no macro", () => {
    expect(part(draft, "word/styles.xml")).toContain('<w:lang w:val="sv-SE"');
    for (const style of ["Heading1", "Heading2", "Heading3"]) expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(body).toMatch(/TOC .*\\o/);
    expect(body).toContain("<w:headerReference ");
    expect(body).toContain("<w:footerReference ");
    expect(Object.keys(opened(draft)).filter((path) => /vba|\.bin$/i.test(path))).toEqual([]);
    expect(part(draft, "[Content_Types].xml")).not.toContain("macroEnabled");
    expect(part(draft, "word/settings.xml")).not.toContain("updateFields");
  });

  it("holds no time of its own", () => {
    expect(part(draft, "docProps/core.xml")).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    expect(part(draft, "word/comments.xml")).not.toContain("w:date=");
  });
});

describe("the Word draft in Göteborg's form", () => {
  it("follows up what was recommended the year before: what the unit says, and what the officer judges", async () => {
    const text = runsIn(part(await wordDraft(documentOf(seedReport, "observations")), "word/document.xml"));
    expect(text).toContain("4.1 Fördjupad kontroll 2022");
    expect(text).toContain("4.2 Uppföljning av lämnade rekommendationer");
    expect(text).toContain("Fokusområde 1: Registerförteckning");
    const at = text.indexOf("Fortsätt att inventera de äldsta registreringarna.");
    expect(text.slice(at, at + 3)).toEqual([
      "Fortsätt att inventera de äldsta registreringarna.",
      "Hälften är inventerade.",
      "Påbörjad, fortsätter nästa år.",
    ]);
  });

  it("recommends focus areas with control points for the year after", async () => {
    const text = runsIn(part(await wordDraft(documentOf(seedReport, "observations")), "word/document.xml"));
    const five = text.lastIndexOf("5 Rekommenderade fokusområden 2023");
    expect(text.slice(five)).toContain("Kontrollpunkt 2: Individens rättigheter");
    expect(text.slice(five)).toContain("Undersök tekniska lösningar för begäran om registerutdrag.");
  });
});

describe("the city's own draft", () => {
  it("has every unit on a row, and says how many of them have answered", async () => {
    const text = runsIn(part(await wordDraft(documentOf(cityReport, "six-areas")), "word/document.xml"));
    expect(text).toContain("292 registreringar, enligt 1 av 2 nämnder");
    expect(text).toContain("Delvis: 1. Uppgift saknas: 1");
    expect(text.slice(text.indexOf("Nämnder och bolag 2022"))).toEqual(
      expect.arrayContaining(["Exempelnämnden", "Socialnämnden"]),
    );
  });
});

describe("a unit that others have become part of", () => {
  it("has its own figures beside those with theirs folded in; the city's report has none of it", async () => {
    const { requests, breaches, consultations } = seedReport.figures;
    const asNow = { requests: { ...requests, received: 31 }, breaches, consultations };
    const report = { ...seedReport, figures: { ...seedReport.figures, asNow } };
    const text = runsIn(part(await wordDraft(documentOf(report, "six-areas")), "word/document.xml"));
    const at = text.lastIndexOf("Inkomna begäran");
    expect(text.slice(at, at + 3)).toEqual(["Inkomna begäran", "9", "31"]);
    expect(runs).not.toContain("9.3 Verksamheten som den är i dag");
  });
});

describe("a year with the year before known", () => {
  it("has both years and the change on each row, and both in the charts", async () => {
    const { previous } = seedReport.figures;
    if (previous === null) throw new Error("The seed has a year before.");
    const before = { ...previous, requests: { ...previous.requests, received: 9, answeredWithin30Days: 4 } };
    const draft = await wordDraft(
      documentOf({ ...seedReport, figures: { ...seedReport.figures, previous: before } }, "six-areas"),
    );
    const text = runsIn(part(draft, "word/document.xml"));
    const at = text.indexOf("Inkomna begäran");
    expect(text.slice(at, at + 12)).toEqual([
      ...["Inkomna begäran", "9", "9", "oförändrat"],
      ...["Besvarade inom 30 dagar", "9", "4", "fem fler"],
      ...["Besvarade inom lagens tid", "Uppgift saknas", "Uppgift saknas", "–"],
    ]);
    expect(part(draft, "word/charts/chart1.xml")).toMatch(/<c:v>2021<\/c:v>[\s\S]*<c:v>2022<\/c:v>/);
  });
});
