import { Document, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import { filesOf } from "../../shared/report/files.ts";
import { fillTemplate } from "../../shared/report/word-template.ts";
import { hostileTexts, opened, part, runsIn } from "./opened.ts";
import { seedReport } from "./seed-report.ts";

/** A city's own document, as somebody would write it in Word. */
const template = (...texts: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [{ children: texts.map((text) => new Paragraph({ children: [new TextRun({ text, bold: true })] })) }],
    }),
  );
const filled = async (...texts: readonly string[]): Promise<string> =>
  runsIn(part(await fillTemplate(await template(...texts), seedReport), "word/document.xml")).join("");

describe("a city's own Word template", () => {
  it("is filled with figures by their paths, this year's and last year's", async () => {
    expect(
      await filled("I år {{figur.review.records.count}}, förra året {{ förra.figur.review.records.count }}."),
    ).toBe("I år 292, förra året 288.");
  });

  it("is filled with the report's answers, and with whose report it is", async () => {
    expect(await filled("{{nämnd}} {{år}}: {{svar.rights.2}}")).toBe("Socialnämnden 2022: Samtliga");
  });

  it("says that a number is not known, never a zero", async () => {
    expect(await filled("{{figur.breaches.subjectsInformed}}")).toBe("Uppgift saknas");
  });

  it("says 0 of a code that no case had, and that it is not known what nobody counts", async () => {
    expect(
      await filled("{{figur.requests.byRight.portability}}, {{figur.requests.byRight.annan}}, {{svar.rights.99}}"),
    ).toBe("0, Uppgift saknas, Uppgift saknas");
    const unknown = { ...seedReport, figures: { ...seedReport.figures, review: null, previous: null } };
    const document = await fillTemplate(
      await template("{{figur.review.records.count}}, {{förra.figur.requests.received}}"),
      unknown,
    );
    expect(runsIn(part(document, "word/document.xml")).join("")).toBe("Uppgift saknas, Uppgift saknas");
  });

  it("is otherwise left as it was, also what looks like a place for something else", async () => {
    expect(await filled("Rubrik {{annat}} och }} {{")).toBe("Rubrik {{annat}} och }} {{");
  });

  it("stands in the place of the form's draft among the year's files", async () => {
    expect.assertions(1);
    for await (const { name, bytes } of filesOf(seedReport, "six-areas", await template("Vår egen rapport {{år}}")))
      if (name === "arsrapport-utkast.docx")
        expect(runsIn(part(bytes, "word/document.xml")).join("")).toBe("Vår egen rapport 2022");
  });

  it("takes a name written in bad faith for text", async () => {
    for (const name of hostileTexts.slice(0, 40)) {
      const document = await fillTemplate(await template("{{nämnd}}"), {
        ...seedReport,
        unit: { id: "exempel", name, controller: name },
      });
      expect(part(document, "word/document.xml")).not.toMatch(/<w:instrText|<w:fldSimple/);
    }
  });

  it("is not changed by being filled: the same template gives the same bytes", async () => {
    const own = await template("{{år}}");
    const [first, second] = [await fillTemplate(own, seedReport), await fillTemplate(own, seedReport)];
    expect(Buffer.from(first).equals(second)).toBe(true);
    expect(Object.keys(opened(first))).toContain("word/document.xml");
  });
});
