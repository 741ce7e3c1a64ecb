import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Document, Packer, Paragraph } from "docx";
import { expect, it } from "vitest";
import { compiled } from "../../functions/yearly-report/compile.ts";
import { ownTemplate } from "../../functions/yearly-report/own-template.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { writeTally } from "../../shared/domain/yearly/tally-text.ts";
import type { Edition, ShownEdition } from "../../shared/store/editions.ts";
import { on } from "../domain/facts.ts";
import { at } from "../fixtures.ts";
import { part, runsIn } from "../report/opened.ts";
import { kultur } from "../staff/desk.ts";
import { aRequestTally } from "./a-year.ts";

/** What is kept while a year is compiled. */
function editionsInMemory() {
  const files = new Map<string, Uint8Array>();
  const editions = new Map<string, Edition>();
  const shown = new Map<number, ShownEdition>();
  const edition = async (_: number, id: string): Promise<Edition> => {
    const found = editions.get(id);
    if (found === undefined) throw new Error("what is named has been kept before");
    return found;
  };
  return {
    files,
    editions: {
      shown: async (year: number) => shown.get(year),
      show: async (year: number, next: ShownEdition) => void shown.set(year, next),
      lockOf: async () => undefined,
      lock: async () => false,
      keepFile: async (_: number, { name }: { readonly name: string }, bytes: Uint8Array) =>
        void files.set(name, bytes),
      keepEdition: async (next: Edition) => void editions.set(next.id, next),
      edition,
      content: async () => new Uint8Array(),
    },
  };
}

it("a city with a template of its own gets that document, filled, for the city and for each unit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "intag-template-"));
  const where = pathToFileURL(`${folder}/`);
  expect(ownTemplate(where)).toBeUndefined();
  const text =
    "Vår rapport {{år}} för {{nämnd}}: {{figur.requests.received}} begäranden, {{figur.review.records.count}}.";
  writeFileSync(
    join(folder, "arsrapport.docx"),
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })),
  );
  const { files, editions } = editionsInMemory();
  const done = await compiled(
    2026,
    {
      city: stockholm,
      years: {
        pages: async function* (year) {
          if (year === 2026)
            yield [
              {
                reference: "A1",
                tally: writeTally(aRequestTally({ counted: kultur, holder: kultur, receivedOn: on("2026-05-02") })),
              },
            ];
        },
        reviews: async () => [],
      },
      editions,
      template: ownTemplate(where),
      program: "",
      clock: () => at("2027-01-02T05:00:00Z"),
    },
    async () => undefined,
  );
  rmSync(folder, { recursive: true });
  expect(done.ok).toBe(true);
  const said = (name: string) => runsIn(part(files.get(name) ?? new Uint8Array(), "word/document.xml")).join("");
  expect(said("city_arsrapport-utkast.docx")).toBe(
    "Vår rapport 2026 för Stockholms stad: 1 begäranden, Uppgift saknas.",
  );
  expect(said(`${kultur}_arsrapport-utkast.docx`)).toBe(
    "Vår rapport 2026 för Kulturförvaltningen: 1 begäranden, Uppgift saknas.",
  );
});
