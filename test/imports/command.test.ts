import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHouse, type House } from "../house.ts";
import { ask, tokenFor } from "../staff/signed-in.ts";

const unit = "sthlm-kulturnamnden";
const folder = mkdtempSync(join(tmpdir(), "intag-import-"));
let house: House;
let dpo: string;

beforeAll(async () => {
  house = await aHouse();
  dpo = await tokenFor(house, "dpo");
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A file as a Swedish spreadsheet saves it: semicolons, and Windows-1252. */
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(text, "latin1"));
  return path;
};
const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly code: number; readonly said: readonly string[] }>((done) => {
    const program = fileURLToPath(new URL("../../infra/import.ts", import.meta.url));
    const surroundings = { PATH: process.env.PATH ?? "", INTAG_SITE: house.url, INTAG_TOKEN: dpo, ...env };
    execFile(process.execPath, [program, ...words], { env: surroundings, timeout: 60_000 }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), said: `${out}${err}`.trim().split("\n") }),
    );
  });

const requests = file(
  "2021.csv",
  "nummer;mottagen;rättighet;besvarad\r\n1;2021-03-04;rättelse;2021-03-20\r\n2;2020-12-30;;\r\n",
);

describe("the command that reads earlier years in", () => {
  it("tries, reads in, and reads in again without counting twice, and says so", async () => {
    const words = [requests, "--kind", "requests", "--unit", unit];
    expect(await run([...words, "--dry-run"])).toEqual({
      code: 0,
      said: ["2020: 1 ärenden.", "2021: 1 ärenden.", "Det var ett prov. Inget är sparat."],
    });
    expect((await run(words)).said.at(-1)).toBe("2 inlästa, 0 fanns redan.");
    expect((await run(words)).said.at(-1)).toBe("0 inlästa, 2 fanns redan.");
    const { body } = await ask(house, dpo, `GET reports/2021?unit=${unit}`);
    expect(body.requests).toMatchObject({ received: 1, byRight: { rectification: 1 } });
  });

  it("lists the bad rows with number and reason, and reads nothing in", async () => {
    const bad = file("fel.csv", "nummer;mottagen\r\n1;2021-03-04\r\n2;någon gång\r\n");
    for (const trial of [["--dry-run"], []]) {
      const { code, said } = await run([bad, "--kind", "requests", "--unit", unit, ...trial]);
      expect(code).toBe(1);
      expect(said).toContain("- Rad 3, kolumnen ”mottagen”: Det är inget datum. Skriv som 2022-03-14.");
    }
  });

  it("fills in a year's review from the record of processing", async () => {
    const record = file(
      "register.csv",
      "Behandling;Ändamål;Kontaktperson;Säkerhetsåtgärder;Hög risk;Konsekvensbedömning\r\nLån;;Chefen;Lås;ja;\r\n",
    );
    const { code, said } = await run([record, "--kind", "records", "--unit", unit, "--year", "2025"]);
    expect([code, said]).toEqual([
      0,
      [
        "1 behandlingar, varav 1 med hög risk.",
        "- 1 av 1 saknar ändamål. Rad 2",
        "- 1 av 1 har hög risk men ingen klar konsekvensbedömning. Rad 2",
        "Svaren är ifyllda i årsuppföljningen.",
      ],
    ]);
    const { body } = await ask(house, dpo, `GET yearly-reviews/2025/${unit}`);
    expect(body).toMatchObject({ version: 1, records: { count: 1, riskCount: 1 } });
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ["how it is written", [], {}, /^Skriv så här: npm run import/],
    ["that the file is not there", ["borta.csv", "--kind", "requests", "--unit", unit], {}, /^Filen går inte att läsa/],
    [
      "that a token is needed",
      [requests, "--kind", "requests", "--unit", unit],
      { INTAG_TOKEN: "" },
      /^INTAG_TOKEN saknas/,
    ],
    [
      "that nothing answers",
      [requests, "--kind", "requests", "--unit", unit],
      { INTAG_SITE: "http://127.0.0.1:9" },
      /^Ingen tjänst svarar/,
    ],
    [
      "that the sign-in does not hold",
      [requests, "--kind", "requests", "--unit", unit],
      { INTAG_TOKEN: "no-token" },
      /^Inloggningen gäller inte/,
    ],
    ["which unit is meant", [requests, "--kind", "requests", "--unit", "ingen"], {}, /^Det går inte att göra/],
    ["that the year is needed", [requests, "--kind", "records", "--unit", unit], {}, /^Ange --year/],
  ])("says %s, in one sentence, and ends with 1", async (_, words, env, sentence) => {
    const { code, said } = await run(words, env);
    expect(code).toBe(1);
    expect(said[0]).toMatch(sentence);
  });
});
