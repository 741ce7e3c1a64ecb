import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStatusCode, keyring, statusCodeHash } from "../../shared/identity/keyring.ts";

const secret = "0123456789abcdefghijklmnopqrstuvwxyzABCD";
const vault = (content: object = {}) => JSON.stringify({ version: "1", secret, ...content });
const keys = keyring(vault());

describe("references and codes", () => {
  it("are the same for the same key on the same route, for ever", () => {
    expect(keyring(vault()).referenceFor("page", "key-1")).toBe(keys.referenceFor("page", "key-1"));
    expect(keyring(vault()).statusCodeFor("page", "key-1")).toBe(keys.statusCodeFor("page", "key-1"));
  });

  it("stay the same when the sealing keys are turned", () => {
    const turned = keyring(vault({ sealing: [{ id: "k2", secret: secret.repeat(2) }] }));
    expect(turned.referenceFor("page", "key-1")).toBe(keys.referenceFor("page", "key-1"));
  });

  it("differ by route and by key, and do not follow from one another", () => {
    const made = ["a", "b"].flatMap((route) => ["1", "2"].map((key) => keys.referenceFor(route, key)));
    expect(new Set(made).size).toBe(4);
    expect(keys.statusCodeFor("a", "1")).not.toContain(keys.referenceFor("a", "1").slice(0, 6));
  });

  it("are others where the secret is another", () => {
    const other = keyring(vault({ secret: secret.toUpperCase() }));
    expect(other.referenceFor("page", "key-1")).not.toBe(keys.referenceFor("page", "key-1"));
    expect(other.statusCodeFor("page", "key-1")).not.toBe(keys.statusCodeFor("page", "key-1"));
    expect(other.personMark("199001012385")).not.toBe(keys.personMark("199001012385"));
  });

  it("give 128 bits or more of code, of which only the hash is kept", () => {
    const code = keys.statusCodeFor("page", "key-1");
    expect(code.length * 5).toBeGreaterThanOrEqual(128);
    expect(statusCodeHash(code)).not.toContain(code);
    expect(isStatusCode(code, statusCodeHash(code))).toBe(true);
    expect(isStatusCode(keys.statusCodeFor("page", "key-2"), statusCodeHash(code))).toBe(false);
    expect(isStatusCode(code, "")).toBe(false);
  });
});

describe("a sealed text", () => {
  it("opens to what was sealed, for the purpose it was sealed for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(keys.open("answers", keys.seal("answers", text))).toBe(text);
        expect(keys.open("receipt", keys.seal("answers", text))).toBeUndefined();
      }),
    );
  });

  it("does not open when a single bit of it has been changed", () => {
    const [id, hidden = ""] = keys.seal("answers", "Exempel").split(".");
    const bytes = Buffer.from(hidden, "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(keys.open("answers", `${id}.${changed.toString("base64url")}`)).toBeUndefined();
    }
  });

  it.each([[""], ["."], ["k1."], ["k1.AAAA"], ["k9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"], ["no seal at all"]])(
    "is not %j",
    (text) => {
      expect(keys.open("answers", text)).toBeUndefined();
    },
  );

  it("opens after the keys were turned, while the old one is kept, and not after that", () => {
    const sealed = keyring(vault({ sealing: [{ id: "k2", secret: secret.repeat(2) }] })).seal("answers", "Exempel");
    const [k2, k3] = [
      { id: "k2", secret: secret.repeat(2) },
      { id: "k3", secret: secret.repeat(3) },
    ];
    expect(keyring(vault({ sealing: [k3, k2] })).open("answers", sealed)).toBe("Exempel");
    expect(keyring(vault({ sealing: [k3] })).open("answers", sealed)).toBeUndefined();
  });
});

describe("the vault", () => {
  it.each([
    ["{}"],
    ['{"version":"2","secret":"x"}'],
    [JSON.stringify({ version: "1", secret: "short" })],
    ["not json"],
  ])("of another shape lets nothing be served: %s", (content) => {
    expect(() => keyring(content)).toThrow();
  });
});
