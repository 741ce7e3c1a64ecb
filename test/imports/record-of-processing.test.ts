import { describe, expect, it } from "vitest";
import { proposedAnswers, recordFindings } from "../../shared/imports/record-of-processing.ts";
import { must, table, wrong } from "./files.ts";

const head = "Behandling;Ändamål;Kontaktperson;Säkerhetsåtgärder;Hög risk;Konsekvensbedömning";
const entry = (at: number, more = "Betala ut lön;Lönechefen;Behörighetsstyrning;nej;") => `Behandling ${at};${more}`;
const read = (...rows: readonly string[]) => recordFindings(table([head, ...rows].join("\n")));

describe("an export of the record of processing", () => {
  it("gives the number of entries, and of entries with a high risk", () => {
    const rows = Array.from({ length: 292 }, (_, at) =>
      entry(at, at < 6 ? "Syfte;Chefen;Kryptering;ja;" : "Syfte;Chefen;Kryptering;nej;"),
    );
    const found = must(read(...rows));
    expect([found.count, found.riskCount, found.riskWithoutDpia.length]).toEqual([292, 6, 6]);
    expect(proposedAnswers(found)).toEqual({ records: { count: 292, riskCount: 6 }, dpias: { highRiskDone: "no" } });
  });

  it("says which entries lack purpose, contact person or security measures, by row", () => {
    const found = must(
      read(
        entry(1),
        entry(2, ";Chefen;Lås;nej;"),
        entry(3, "Syfte;uppgift saknas;Lås;nej;"),
        entry(4, "Syfte;Chefen;-;nej;"),
      ),
    );
    expect(found).toMatchObject({ count: 4, withoutPurpose: [3], withoutContact: [4], withoutSecurity: [5] });
  });

  it("finds the entries with a high risk and no finished impact assessment", () => {
    const found = must(
      read(
        entry(1, "Syfte;Chefen;Lås;ja;ja"),
        entry(2, "Syfte;Chefen;Lås;Hög;pågår"),
        entry(3, "Syfte;Chefen;Lås;x;2024-05-01"),
        entry(4, "Syfte;Chefen;Lås;låg;"),
        entry(5, "Syfte;Chefen;Lås;;"),
      ),
    );
    expect(found).toMatchObject({ riskCount: 3, riskWithoutDpia: [3] });
    expect(proposedAnswers(found).dpias).toEqual({ highRiskDone: "partly" });
  });

  it("says nothing of impact assessments where nothing has a high risk", () => {
    expect(proposedAnswers(must(read(entry(1)))).dpias.highRiskDone).toBeNull();
  });

  it("is refused whole when a row has no name, or an entry is there twice", () => {
    expect(wrong(read(entry(1), ";Syfte;Chefen;Lås;nej;", entry(1)))).toEqual([
      "3 Behandling cell-missing",
      "4 Behandling entry-twice",
    ]);
  });

  it("has the columns that the city says, and tells which are missing", () => {
    const columns = {
      name: "Registrering",
      purpose: "Syfte",
      contact: "Ansvarig",
      security: "Skydd",
      risk: "Risk",
      dpia: "DPIA",
    };
    const theirs = table("Registrering;Syfte;Ansvarig;Skydd;Risk;DPIA\nLön;Betala;Chef;Lås;ja;ja");
    expect(must(recordFindings(theirs, columns))).toMatchObject({ count: 1, riskCount: 1, riskWithoutDpia: [] });
    expect(wrong(recordFindings(table("Registrering;Syfte\nLön;Betala"), columns))).toEqual([
      "1 Ansvarig column-missing",
      "1 Skydd column-missing",
      "1 Risk column-missing",
      "1 DPIA column-missing",
    ]);
  });
});
