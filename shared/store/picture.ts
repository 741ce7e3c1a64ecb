/** A picture in two parts: what makes up the image, and everything else that lay in the file. */
export interface Parted {
  readonly image: Buffer;
  /** Camera, place, time, comments, thumbnails, and whatever came after the end. */
  readonly beside: Buffer;
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The chunks that an image is drawn from (PNG, third edition, 11.2 and 11.3.1). Text, time and EXIF are not among them. */
const drawn = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"]);

/** A PNG's image without its metadata; undefined when it is not whole. */
export function partedPng(bytes: Buffer): Parted | undefined {
  if (!bytes.subarray(0, 8).equals(pngStart)) return undefined;
  const image = [pngStart];
  const beside: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const name = bytes.toString("latin1", at + 4, at + 8);
    const chunk = bytes.subarray(at, end);
    if (at === 8 && name !== "IHDR") return undefined;
    (drawn.has(name) ? image : beside).push(chunk);
    if (name === "IEND")
      return { image: Buffer.concat(image), beside: Buffer.concat([...beside, bytes.subarray(end)]) };
    at = end;
  }
  return undefined;
}

/** Segments that only tell of the image: those of applications, and comments. JFIF's (E0) and Adobe's (EE) say how to draw it. */
const tellsOnly = (marker: number): boolean => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);

/** Where the next marker begins in what has been encoded: FF that is neither stuffed nor a restart (ITU-T T.81, B.1.1). */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

const exifStart = Buffer.from("Exif\0\0", "latin1");
const orientation = 0x0112;

/** How the camera was held, 2–8, out of a segment of EXIF (CIPA DC-008, 4.6.4); undefined when it was upright, or is not told. */
function turnIn(segment: Buffer): number | undefined {
  if (segment[1] !== 0xe1 || !segment.subarray(4, 10).equals(exifStart)) return undefined;
  const tiff = segment.subarray(10);
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return undefined;
  const read16 = (at: number): number => (order === "II" ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === "II" ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  for (let at = directory + 2, left = read16(directory); left > 0 && at + 12 <= tiff.length; at += 12, left -= 1) {
    const turn = read16(at + 8);
    if (read16(at) === orientation) return turn >= 2 && turn <= 8 ? turn : undefined;
  }
  return undefined;
}

/** A segment of EXIF that says how the camera was held, and nothing else. */
const turned = (turn: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    exifStart,
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]),
  ]);

/** A JPEG's image, and how the camera was held, without its other metadata; undefined when it is not whole. */
export function partedJpg(bytes: Buffer): Parted | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  const image = [bytes.subarray(0, 2)];
  const beside: Buffer[] = [];
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === 0xd9; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xd9) {
      image.push(bytes.subarray(at, at + 2));
      return { image: Buffer.concat(image), beside: Buffer.concat([...beside, bytes.subarray(at + 2)]) };
    }
    const length = bytes.readUInt16BE(at + 2);
    const head = at + 2 + length;
    if (length < 2 || head > bytes.length) return undefined;
    const end = marker === 0xda ? nextMarker(bytes, head) : head;
    if (end < 0) return undefined;
    const segment = bytes.subarray(at, end);
    const turn = turnIn(segment);
    (tellsOnly(marker) ? beside : image).push(segment);
    if (turn !== undefined) image.push(turned(turn));
    at = end;
  }
  return undefined;
}
