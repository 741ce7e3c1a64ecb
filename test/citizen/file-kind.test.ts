import { describe, expect, it } from "vitest";
import { type FileKind, kindOfFile } from "../../shared/store/file-kind.ts";
import { bomb, docx, eicar, jpg, pdf, png, xlsx, zipOf } from "./files.ts";

const all: readonly FileKind[] = ["pdf", "docx", "xlsx", "zip", "jpg", "png"];
const page = Buffer.from("<script>alert(1)</script>");

describe("What a file is", () => {
  it.each([
    ["pdf", pdf()],
    ["docx", docx],
    ["xlsx", xlsx],
    ["zip", zipOf({ "brev.pdf": pdf(), "bild.png": png })],
    ["jpg", jpg],
    ["png", png],
  ] as const)("is told by what is in it: %s", (kind, bytes) => {
    expect(kindOfFile(bytes, all)).toBe(kind);
    // Where it is not asked for it is not taken, whatever it is called.
    expect(
      kindOfFile(
        bytes,
        all.filter((other) => other !== kind),
      ),
    ).toBe("not-such-a-file");
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["text that calls itself a pdf", Buffer.from("faktura.pdf")],
    ["a pdf that was cut off", pdf().subarray(0, 40)],
    ["a program", Buffer.from("MZ\u0090\u0000")],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a packed file that was cut off", docx.subarray(0, 60)],
    ["an office file of another kind", zipOf({ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "" })],
  ])("is nothing that is taken here: %s", (_, bytes) => {
    expect(kindOfFile(bytes, all)).toBe("not-such-a-file");
  });

  it.each([
    ["the antivirus test file", Buffer.from(eicar)],
    ["the antivirus test file behind a pdf", Buffer.concat([pdf(), Buffer.from(eicar), Buffer.from("%%EOF")])],
    ["a pdf that is also a packed file", Buffer.concat([pdf(), docx, Buffer.from("%%EOF")])],
    ["a picture that is also a page", Buffer.concat([png.subarray(0, 40), page, png.subarray(-12)])],
    ["a photo that is also a packed file", Buffer.concat([jpg, docx, Buffer.from([0xff, 0xd9])])],
    ["a pdf that runs a script", pdf("/JavaScript (app.alert(1))")],
    ["a pdf with another file in it", pdf("/EmbeddedFile")],
    ["a packed file that is nothing but large", bomb],
    ["a packed file in a packed file", zipOf({ "mer.zip": docx })],
    [
      "a document with macros",
      zipOf({ "[Content_Types].xml": "", "word/document.xml": "", "word/vbaProject.bin": "x" }),
    ],
    ["a program in a packed file", zipOf({ [`${"brev.".repeat(40)}pdf.exe`]: "MZ" })],
    ["a file that climbs out of where it is unpacked", zipOf({ "../../etc/brev.txt": "x" })],
  ])("is harm: %s", (_, bytes) => {
    expect(kindOfFile(bytes, all)).toBe("harmful");
  });
});
