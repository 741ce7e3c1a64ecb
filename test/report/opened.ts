import { strFromU8, unzipSync } from "fflate";

/** An Office file taken apart: each part's XML by its path. */
export const opened = (archive: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([path, content]) => [
      path,
      strFromU8(content, !/\.(xml|rels)$/.test(path)),
    ]),
  );

export const part = (archive: Uint8Array, path: string): string => {
  const found = opened(archive)[path];
  if (found === undefined) throw new Error(`There is no ${path} in the file.`);
  return found;
};

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of XML as it is read, its escapes undone. */
export const readText = (xml: string): string =>
  xml
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? "");

/** The texts of a Word part, run by run. */
export const runsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => readText(text));

export const timesIn = (text: string, sought: string | RegExp): number =>
  typeof sought === "string" ? text.split(sought).length - 1 : [...text.matchAll(sought)].length;

/** Texts that spreadsheets, Word and Typst could take for something else than text. More than 500. */
export const hostileTexts: readonly string[] = [
  ..."=+-@\t\r\n|%".split(""),
  "\u0000=",
  " =",
  "\ufeff=",
  "＝",
  "＋",
  "－",
  "＠",
  '"=',
  "'=",
  ";=",
  ",=",
  "\u200b=",
  "\u202e=",
  "#",
  "$",
  "\\",
  "[",
  "{{",
  "<w:fldSimple>",
  "]]>",
].flatMap((start) =>
  [
    "1+1",
    "cmd|' /C calc'!A0",
    'HYPERLINK("https://exempel.invalid";"klicka")',
    "SUM(A1:A9)*2",
    "IMPORTXML(CONCAT(“https://exempel.invalid”))",
    "{ DDEAUTO c:\\\\exempel.exe }",
    'INCLUDETEXT "exempel"',
    "panic(1)",
    'read("/etc/exempel")',
    'link("https://exempel.invalid")[klicka]',
    "*fet* _kursiv_ @hänvisning <etikett> $x$",
    "</w:t></w:r><w:instrText>QUOTE</w:instrText>",
    "<script>alert(1)</script>",
    "åäö 日本 😀 \ud800 ﷺ",
    "}}{{figur.requests.received}}",
    "\u0001\u0008\u001f\ufffe\uffff",
    "`kod` // kommentar /* mer */",
    "~a--b...c",
  ].map((rest) => `${start}${rest}`),
);
