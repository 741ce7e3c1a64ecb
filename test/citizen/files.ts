import { strToU8, zipSync } from "fflate";

/** Files made here, of invented content. */
export const pdf = (text = "Registerutdrag") =>
  Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, "latin1");
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
export const jpg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64), Buffer.from([0xff, 0xd9])]);
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === "string" ? strToU8(content) : content,
        ]),
      ),
    ),
  );
export const docx = zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>" });
export const xlsx = zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" });
/** The antivirus test file, joined here so that no scanner takes this source for it. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");
/** 40 MB of nothing, packed in about 40 kB. */
export const bomb = zipOf({ "nothing.txt": new Uint8Array(40 * 1024 * 1024) });
/** As 42.zip is made: sixteen packed files, each of sixteen more, down to a page of nothing. Two layers of it are enough. */
const sixteenOf = (inner: Uint8Array): Buffer =>
  zipOf(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`lib ${index.toString(16)}.zip`, inner])));
const fortyTwo = sixteenOf(sixteenOf(bomb));
const program = Buffer.from("MZ\u0090\u0000This program cannot be run in DOS mode.", "latin1");

/** What is sent to do harm or by mistake, by name; `why` is what becomes of it wherever files are taken in. */
export const badFiles: readonly {
  readonly what: string;
  readonly bytes: Buffer;
  readonly name: string;
  readonly why: "harmful" | "not-such-a-file";
}[] = [
  { what: "42.zip", bytes: fortyTwo, name: "42.zip", why: "harmful" },
  { what: "one large file of nothing, packed", bytes: bomb, name: "fullmakt.zip", why: "harmful" },
  { what: "the scanners' test file", bytes: Buffer.from(eicar), name: "fullmakt.pdf", why: "harmful" },
  {
    what: "a pdf that is also a packed file",
    bytes: Buffer.concat([pdf(), docx, Buffer.from("%%EOF")]),
    name: "fullmakt.pdf",
    why: "harmful",
  },
  { what: "a page", bytes: Buffer.from("<script>alert(1)</script>"), name: "fullmakt.html", why: "not-such-a-file" },
  {
    what: "a drawing",
    bytes: Buffer.from("<svg onload='alert(1)'/>"),
    name: "fullmakt.svg",
    why: "not-such-a-file",
  },
  {
    what: "a program with a name of 200 letters",
    bytes: program,
    name: `a${"pdf.".repeat(49)}exe`,
    why: "not-such-a-file",
  },
  { what: "a name that is read backwards", bytes: program, name: "fullmakt\u202Efdp.exe", why: "not-such-a-file" },
  {
    what: "a name that climbs",
    bytes: zipOf({ "../../x": "x" }),
    name: "../../../evidence/fullmakt.pdf",
    why: "harmful",
  },
  { what: "a program that calls itself a pdf", bytes: program, name: "fullmakt.pdf", why: "not-such-a-file" },
  {
    what: "a pdf that begins as one and is none",
    bytes: Buffer.from("%PDF-"),
    name: "fullmakt.pdf",
    why: "not-such-a-file",
  },
];
