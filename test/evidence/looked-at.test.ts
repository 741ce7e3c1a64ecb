import { describe, expect, it } from "vitest";
import { lookedAt } from "../../shared/store/evidence-file.ts";
import { bomb, docx, eicar, pdf, png, zipOf } from "../citizen/files.ts";
import { canary, chunk, comment, exif, exifHeld, jpgWith, photo, pngWith } from "./pictures.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const page = "<!doctype html><script>alert(1)</script>";
const page2 = Buffer.from(page);

/** Written by hand after CIPA DC-008: big-endian, one entry, the orientation. */
const exifOnly = (turn: number): Buffer =>
  Buffer.from(`ffe100224578696600004d4d002a0000000800010112000300000001000${turn}000000000000`, "hex");

describe("a file of evidence", () => {
  it.each([
    ["pdf", pdf(), pdf()],
    ["jpg", jpgWith(), jpgWith()],
    ["png", png, png],
  ] as const)("is told by what is in it, and kept whole when nothing lies beside it: %s", (kind, bytes, kept) => {
    const looked = lookedAt(bytes);
    expect(looked).toMatchObject({ ok: true, value: { kind } });
    expect(looked.ok && looked.value.bytes.equals(kept)).toBe(true);
  });

  it.each([
    ["place and comment of a photo", photo, jpgWith()],
    ["what comes after a photo", Buffer.concat([jpgWith(), Buffer.from(canary)]), jpgWith()],
    ["a second photo inside a photo's notes", jpgWith(exif, exif, comment), jpgWith()],
    ["text in a picture", pngWith(png, chunk("tEXt", `Location\0${canary}`)), png],
    ["EXIF in a picture", pngWith(png, chunk("eXIf", canary), chunk("iTXt", canary)), png],
    ["what comes after a picture", Buffer.concat([png, Buffer.from(canary)]), png],
  ])("loses %s, and nothing of the image", (_, bytes, kept) => {
    expect(bytes.includes(canary)).toBe(true);
    const looked = lookedAt(bytes);
    expect(looked.ok && looked.value.bytes.equals(kept)).toBe(true);
  });

  it.each([
    ["MM", 6],
    ["II", 6],
    ["MM", 3],
    ["II", 8],
  ] as const)(
    "keeps of a photo's EXIF how the camera was held, so that it is shown the right way up: %s %i",
    (order, turn) => {
      const looked = lookedAt(jpgWith(exifHeld(turn, order), comment));
      if (!looked.ok) throw new Error(looked.error);
      const { bytes } = looked.value;
      expect(bytes.includes(canary)).toBe(false);
      // One entry of one short number, and no more of EXIF than that.
      expect(bytes.equals(jpgWith(exifOnly(turn)))).toBe(true);
      expect(lookedAt(bytes)).toEqual(looked);
    },
  );

  it.each([
    ["upright", exifHeld(1)],
    ["in no way that there is", exifHeld(9)],
    ["in a list that ends too soon", exifHeld(6).subarray(0, 24)],
    ["nowhere", exif],
  ])("keeps nothing of EXIF where the camera was held %s", (_, segment) => {
    const cut = Buffer.from(segment);
    cut.writeUInt16BE(cut.length - 2, 2);
    const looked = lookedAt(jpgWith(cut));
    expect(looked.ok && looked.value.bytes.equals(jpgWith())).toBe(true);
  });

  it("is not taken for harm by what its image happens to look like", () => {
    const image = pngWith(png, chunk("IDAT", "<svg PK\u0005\u0006"));
    expect(lookedAt(image)).toMatchObject({ ok: true, value: { kind: "png" } });
  });

  it.each<[string, Buffer | string, string]>([
    ["the scanners' test file", eicar, "harmful"],
    ["the test file in a photo's notes", jpgWith(Buffer.concat([comment, Buffer.from(eicar)])), "harmful"],
    ["a pdf that is also a packed file", Buffer.concat([pdf(), docx, Buffer.from("%%EOF")]), "harmful"],
    ["a photo that is also a packed file", Buffer.concat([jpgWith(), docx]), "harmful"],
    ["a picture that is also a page", Buffer.concat([png, page2]), "harmful"],
    ["a picture with a page in its notes", pngWith(png, chunk("tEXt", page)), "harmful"],
    ["a pdf that runs a script", pdf("/JavaScript (app.alert(1))"), "harmful"],
    ["a page that calls itself a pdf further down", Buffer.concat([page2, pdf()]), "not-such-a-file"],
    ["a page", page, "not-such-a-file"],
    ["a drawing that runs a script", svg, "not-such-a-file"],
    ["a packed file in a packed file", zipOf({ "mer.zip": bomb }), "harmful"],
    ["a packed file", docx, "not-such-a-file"],
    ["a program", "MZ\u0090\u0000", "not-such-a-file"],
    ["nothing", "", "not-such-a-file"],
    ["a photo that was cut off", photo.subarray(0, -4), "not-such-a-file"],
    ["a picture that was cut off", png.subarray(0, 50), "not-such-a-file"],
    ["a picture whose part says that it is longer than the file", pngWith(png).fill(0xff, 33, 35), "not-such-a-file"],
  ])("is refused when it is %s", (_, bytes, code) => {
    expect(lookedAt(Buffer.from(bytes))).toEqual({ ok: false, error: code });
  });
});
