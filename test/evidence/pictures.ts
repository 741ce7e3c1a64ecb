import { crc32 } from "node:zlib";

/** What must not be in a file that an officer fetches. */
export const canary = "N59.3293-E18.0686-canary";

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const quantised = Buffer.alloc(65, 1).fill(0, 0, 1);
/** A grey picture of 8 × 8 points, written by hand after ITU-T T.81: one table of each kind, and an image of one block. */
export const jpgWith = (...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0", "latin1")),
    ...segments,
    segment(0xdb, quantised),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00, 1, ...Array.from({ length: 15 }, () => 0), 0])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array.from({ length: 15 }, () => 0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0x00]),
    Buffer.from([0xff, 0xd9]),
  ]);
export const exif = segment(0xe1, Buffer.from(`Exif\0\0MM\0*\0\0\0\u0008${canary}`, "latin1"));
/** EXIF in which the camera wrote where it was, and how it was held: 6 is on its side. Little-endian as most phones write, or big. */
export function exifHeld(turn: number, order: "II" | "MM" = "MM"): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  const two = (at: number, value: number) =>
    order === "II" ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const four = (at: number, value: number) =>
    order === "II" ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, "latin1");
  two(2, 42);
  four(4, 8);
  two(8, 2);
  // The camera's maker (0x010f), a text further on; then the orientation.
  two(10, 0x010f);
  two(12, 2);
  four(14, canary.length);
  four(18, tiff.length);
  two(22, 0x0112);
  two(24, 3);
  four(26, 1);
  two(30, turn);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(canary)]));
}
export const comment = segment(0xfe, Buffer.from(canary));
export const photo = jpgWith(exif, comment);

/** A chunk of a PNG. */
export const chunk = (name: string, data: Buffer | string): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(data)]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(body.length - 4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
};
/** The picture with these chunks after its first. */
export const pngWith = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
