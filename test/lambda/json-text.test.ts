import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../shared/lambda/json-text.ts";

describe("reading JSON", () => {
  it("reads what the platform reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it.each([
    ['{"a":1,"a":1}'],
    ['{"a":{"b":1,"b":2}}'],
    ['{"a":1,"\\u0061":2}'],
    ['[{"x":0},{"x":0,"x":0}]'],
    ['{"__proto__":1,"__proto__":2}'],
    ['{ "a" \n : 1, "a"\t: 2 }'],
  ])("refuses an object that names a member twice: %s", (text) => {
    expect(parseJson(text)).toEqual({ ok: false, error: "duplicate-key" });
  });

  it.each([['{"a":"b\\": 1"}'], ['{"a":"\\\\","b":"\\":"}'], ['{"a\\"":":"}'], ['[": ",":"]'], ['{"__proto__":1}']])(
    "is not misled by colons and quotes inside texts: %s",
    (text) => {
      expect(parseJson(text).ok).toBe(true);
    },
  );

  it("refuses more than eight levels and takes eight", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(parseJson(nested(8)).ok).toBe(true);
    expect(parseJson(nested(9))).toEqual({ ok: false, error: "too-deep" });
    expect(parseJson(nested(100_000)).ok).toBe(false);
  });

  it.each([[""], ["{"], ["undefined"], ["{'a':1}"], ["NaN"], ["\u0000"], ['{"a":1}}']])(
    "refuses what is not JSON: %j",
    (text) => {
      expect(parseJson(text)).toEqual({ ok: false, error: "not-json" });
    },
  );
});
