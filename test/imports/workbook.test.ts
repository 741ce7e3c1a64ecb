import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { tableFromFile } from "../../shared/imports/file.ts";
import { tableFromWorkbook } from "../../shared/imports/workbook.ts";
import { wrong } from "./files.ts";

const workbook = async (
  rows: readonly (readonly (string | number | boolean | Date | null)[])[],
): Promise<Uint8Array> => {
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null ? null : value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : { value },
    ),
  );
  return new Uint8Array(await writeWorkbook(cells).toBuffer());
};
const small = await workbook([
  ["Behandling", "Ändamål"],
  ["Lön", "Betala ut"],
]);
/** The same workbook with some of its parts exchanged. */
const withParts = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...unzipSync(small), ...parts });
const sheetName = Object.keys(unzipSync(small)).find((name) => name.startsWith("xl/worksheets/sheet")) ?? "";
const withSheet = (cells: string): Uint8Array =>
  withParts({
    [sheetName]: strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
    ),
  });
const headings = '<row r="1"><c r="A1" t="inlineStr"><is><t>Behandling</t></is></c></row>';

describe("a workbook", () => {
  it("is read as it looks: texts, numbers, days, and yes or no", async () => {
    const read = await tableFromWorkbook(
      await workbook([
        ["Behandling", "Antal", "Dag", "Risk"],
        ["Lön", 3, new Date(Date.UTC(2022, 2, 14)), true],
        [null, null, null, null],
        ["Val", null, null, false],
      ]),
    );
    expect(read.ok && read.value.rows).toEqual([
      { row: 2, cells: ["Lön", "3", "2022-03-14", "ja"] },
      { row: 4, cells: ["Val", "", "", "nej"] },
    ]);
  });

  it("with a formula is what the formula showed, and nothing is calculated", async () => {
    const read = await tableFromWorkbook(
      withSheet(
        `${headings}<row r="2"><c r="A2" t="str"><f>HYPERLINK("https://example.com","Lön")</f><v>Lön</v></c></row>`,
      ),
    );
    expect(read.ok && read.value.rows).toEqual([{ row: 2, cells: ["Lön"] }]);
  });
});

describe("a file of either kind", () => {
  it("is told by what it holds, not by its name", async () => {
    const [book, text] = await Promise.all([small, strToU8("Behandling;Ändamål\nLön;Betala ut")].map(tableFromFile));
    expect(book).toEqual(text);
  });
});

describe("a file that means harm, or is none", () => {
  const zeros = (bytes: number) => new Uint8Array(bytes);

  it.each([
    ["is no workbook", strToU8("nummer;mottagen"), "file unreadable"],
    ["is empty", new Uint8Array(), "file unreadable"],
    ["is a zip of zips", zipSync({ "lib 0.zip": zipSync({ "book.zip": zeros(1000) }) }), "file unreadable"],
    ["is locked or in the old format", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "file locked-or-old"],
    ["unpacks to more than memory", withParts({ "xl/sharedStrings.xml": zeros(30_000_000) }), "file too-large"],
    [
      "has hundreds of parts",
      withParts(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`xl/media/${at}.png`, zeros(1)]))),
      "file too-large",
    ],
    [
      "has one cell far down",
      withSheet(`${headings}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
      "file too-many-rows",
    ],
    ["has one cell far out", withSheet(`${headings}<row r="2"><c r="XFD2"><v>1</v></c></row>`), "file too-many-rows"],
    [
      "hides a far cell behind a code",
      withSheet(`${headings}<row r="2"><c r="&#88;FD2"><v>1</v></c></row>`),
      "file unreadable",
    ],
    [
      "declares entities",
      withParts({ [sheetName]: strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>') }),
      "file unreadable",
    ],
    ["is cut off", small.subarray(0, small.length / 2), "file unreadable"],
  ])("that %s is refused in words", async (_, bytes, expected) => {
    const before = process.memoryUsage().rss;
    expect(wrong(await tableFromWorkbook(bytes))).toEqual([expected]);
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
  });

  it("that lies about how large it is gets no more memory than it asked for", async () => {
    const bomb = withParts({ "xl/sharedStrings.xml": zeros(60_000_000) });
    // The size that the directory at the end states, of the part that is large, is made small.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000)
        view.setUint32(at + 24, 1000, true);
    const before = process.memoryUsage().rss;
    await tableFromWorkbook(bomb);
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
  });
});
