import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  caseReference,
  encodeReference,
  encodeStatusCode,
  formatReference,
  formatStatusCode,
  parseCaseReference,
  parseReference,
  parseStatusCode,
} from "../../shared/domain/reference.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const replaced = (text: string, index: number, character = "") =>
  text.slice(0, index) + character + text.slice(index + 1);

describe("a reference", () => {
  test("carries 60 bits, most significant first, in characters without look-alikes", () => {
    fc.assert(
      fc.property(bytes(8), (random) => {
        const reference = encodeReference(random);
        expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
        const bits = [...reference.slice(0, 12)].reduce(
          (sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)),
          0n,
        );
        const expected = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) >> 4n;
        expect(bits).toBe(expected);
      }),
    );
  });

  test("is understood in lower case, with spaces, with hyphens, and with O for 0 and I or L for 1", () => {
    fc.assert(
      fc.property(bytes(8), fc.constantFrom("I", "L", "i", "l"), (random, one) => {
        const reference = encodeReference(random);
        expect(parseReference(reference)).toBe(reference);
        expect(parseReference(formatReference(reference))).toBe(reference);
        expect(parseReference(` ${formatReference(reference).toLowerCase().replaceAll("-", " ")} `)).toBe(reference);
        expect(parseReference(reference.replaceAll("0", "o").replaceAll("1", one))).toBe(reference);
      }),
    );
  });

  test("with any one character wrong is refused", () => {
    fc.assert(
      fc.property(bytes(8), (random) => {
        const reference = encodeReference(random);
        for (let index = 0; index < 13; index++) {
          for (const character of alphabet) {
            const typed = replaced(reference, index, character);
            expect(parseReference(typed)).toBe(typed === reference ? reference : undefined);
          }
        }
      }),
    );
  });

  test("with any two characters exchanged is refused, neighbours or not", () => {
    fc.assert(
      fc.property(bytes(8), (random) => {
        const reference = encodeReference(random);
        for (let a = 0; a < 13; a++) {
          for (let b = a + 1; b < 13; b++) {
            const typed = replaced(replaced(reference, a, reference[b]), b, reference[a]);
            if (typed !== reference) expect(parseReference(typed)).toBeUndefined();
          }
        }
      }),
    );
  });

  test("differs where the 60 bits differ, and not where only the four after them do", () => {
    const of = (last: number) => encodeReference(new Uint8Array([1, 2, 3, 4, 5, 6, 7, last]));
    expect(of(0x10)).not.toBe(of(0x20));
    expect(of(0x10)).toBe(of(0x1f));
  });

  test("is shown in groups", () => {
    expect(formatReference("7K3M9Q2X4TBHP")).toBe("7K3M-9Q2X-4TBHP");
  });

  test.each(["", "7K3M", "7K3M-9Q2X-4TBHU", "../../etc/passwd", "ååååååååååååå", "0".repeat(14), " ".repeat(100_000)])(
    "%j is none",
    (text) => {
      expect(parseReference(text)).toBeUndefined();
    },
  );

  test("needs 60 bits to be made of", () => {
    expect(() => encodeReference(new Uint8Array(7))).toThrow(RangeError);
  });
});

describe("a case's reference", () => {
  test("is its submission's with a number", () => {
    fc.assert(
      fc.property(bytes(8), fc.integer({ min: 1, max: 9999 }), (random, number) => {
        const submission = encodeReference(random);
        const reference = caseReference(submission, number);
        expect(parseCaseReference(reference)).toEqual({ submission, number });
        expect(parseCaseReference(formatReference(reference))).toEqual({ submission, number });
        expect(parseCaseReference(formatReference(reference).toLowerCase().replaceAll("-", " "))).toEqual({
          submission,
          number,
        });
        expect(parseCaseReference(submission)).toEqual({ submission, number: null });
        expect(parseReference(reference)).toBeUndefined();
      }),
    );
  });

  test("may have blanks around it, a dash or a blank before its number, and no line before it", () => {
    const reference = encodeReference(new Uint8Array(8).fill(7));
    const asked = { submission: reference, number: 12 };
    for (const text of [
      `${reference}-12`,
      ` ${reference}-12 `,
      `${reference}\u201312`,
      `${reference} 12`,
      `${reference}-12\n`,
    ])
      expect(parseCaseReference(text)).toEqual(asked);
    expect(parseCaseReference(`x\n${reference}-12`)).toBeUndefined();
    expect(parseCaseReference("")).toBeUndefined();
    expect(parseCaseReference("no reference")).toBeUndefined();
  });

  test.each(["-0", "-01", "-x", "-10000", "-1-1"])("never ends in %s", (end) => {
    expect(parseCaseReference(encodeReference(new Uint8Array(8)) + end)).toBeUndefined();
  });
});

describe("a status code", () => {
  test("carries 130 bits and is understood as people type it", () => {
    fc.assert(
      fc.property(bytes(17), (random) => {
        const code = encodeStatusCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
        const bits = [...code].reduce((sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)), 0n);
        expect(bits).toBe(random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) >> 6n);
        expect(parseStatusCode(formatStatusCode(code).toLowerCase().replaceAll("0", "o").replaceAll("1", "l"))).toBe(
          code,
        );
      }),
    );
    expect(() => encodeStatusCode(new Uint8Array(16))).toThrow(RangeError);
    expect(formatStatusCode("ABCDEFGHJKMNPQRSTVWXYZ0123")).toBe("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-23");
    expect(formatStatusCode("")).toBe("");
  });

  test.each(["", "A".repeat(25), "A".repeat(27), "U".repeat(26), `!${"A".repeat(25)}`, `${"A".repeat(25)}!`])(
    "%j is none",
    (text) => {
      expect(parseStatusCode(text)).toBeUndefined();
    },
  );
});
