import { unzipSync } from "fflate";

/** What a file may be, by what is in it. What it is called says nothing. */
export const fileKinds = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
  jpg: "image/jpeg",
  png: "image/png",
} as const;
export type FileKind = keyof typeof fileKinds;

/** Why a file is not taken in. */
export type FileRefusal = "not-such-a-file" | "harmful";

/** Whether it holds what a scanner is tried with. */
export const isKnownHarm = (bytes: Buffer): boolean =>
  // The test file of the European Institute for Computer Antivirus Research, in two halves so that no scanner takes this for it.
  bytes.includes(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-"));

const zipStart = Buffer.from("PK\u0003\u0004", "latin1");
const zipEnd = Buffer.from("PK\u0005\u0006", "latin1");
/** Unpacked, a packed file may be this large, and this many times as large as it is. */
const mostUnpacked = 500 * 1024 * 1024;
const mostTimes = 200;

interface Entry {
  readonly name: string;
  readonly originalSize: number;
}

/** What a packed file says that it holds, nothing of it unpacked. */
function entriesOf(bytes: Buffer): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, originalSize });
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries.length === 0 ? undefined : entries;
}

function packedKind(bytes: Buffer): FileKind | FileRefusal {
  const entries = entriesOf(bytes);
  if (entries === undefined) return "not-such-a-file";
  const names = new Set(entries.map(({ name }) => name));
  const unpacked = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const isBomb = unpacked > mostUnpacked || unpacked > mostTimes * bytes.length;
  const isNested = entries.some(({ name }) => /\.(zip|7z|rar|gz|tar|jar)$/i.test(name));
  const runs = entries.some(({ name }) => /vbaProject\.bin$|\.(exe|com|bat|cmd|js|vbs|scr|ps1|lnk|hta)$/i.test(name));
  const climbs = entries.some(({ name }) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name));
  if (isBomb || isNested || runs || climbs) return "harmful";
  if (!names.has("[Content_Types].xml")) return "zip";
  if (names.has("word/document.xml")) return "docx";
  return names.has("xl/workbook.xml") ? "xlsx" : "not-such-a-file";
}

const startsWith = (bytes: Buffer, ...start: readonly number[]): boolean =>
  bytes.subarray(0, start.length).equals(Buffer.from(start));

/** What a file is that is not packed: it begins and ends as one of its kind does. */
function plainKind(bytes: Buffer): FileKind | undefined {
  const tail = bytes.subarray(-1_024);
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return tail.includes("%%EOF") ? "pdf" : undefined;
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return tail.includes(Buffer.from([0xff, 0xd9])) ? "jpg" : undefined;
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return tail.includes("IEND") ? "png" : undefined;
  return undefined;
}

/** Whether a packed file lies in it, or a page that a browser would run. */
export const holdsMore = (bytes: Buffer): boolean =>
  bytes.includes(zipEnd) || /<(script|html|svg|\?php)/i.test(bytes.toString("latin1"));

/** Whether something else lies in a file that is not packed: a packed file behind it, or a page that a browser would run. */
const isTwoThings = (bytes: Buffer, kind: FileKind): boolean =>
  (kind !== "pdf" && holdsMore(bytes)) ||
  bytes.includes(zipEnd) ||
  (kind === "pdf" && /\/(JavaScript|Launch|EmbeddedFile)\b/.test(bytes.toString("latin1")));

/**
 * What a file is, or why it is not taken in. It must be one of the kinds that are asked for, and nothing else besides.
 *
 * @param wanted the kinds that are taken here
 */
export function kindOfFile(bytes: Buffer, wanted: readonly FileKind[]): FileKind | FileRefusal {
  if (isKnownHarm(bytes)) return "harmful";
  if (bytes.subarray(0, zipStart.length).equals(zipStart)) {
    const kind = packedKind(bytes);
    return wanted.some((known) => known === kind) || kind === "harmful" ? kind : "not-such-a-file";
  }
  const kind = plainKind(bytes);
  if (kind === undefined || !wanted.includes(kind)) return "not-such-a-file";
  return isTwoThings(bytes, kind) ? "harmful" : kind;
}

export const isFileKind = (kind: FileKind | FileRefusal): kind is FileKind => Object.hasOwn(fileKinds, kind);
