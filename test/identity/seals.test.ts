import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeReference, encodeStatusCode } from "../../shared/domain/reference.ts";
import { draftNameOf, openDraft } from "../../shared/identity/draft-seal.ts";
import { keyring } from "../../shared/identity/keyring.ts";
import { derivedKey, opened, sealed } from "../../shared/identity/seal.ts";
import { newSessionSecret, openedRenewal, sealedRenewal, sessionKeyOf } from "../../shared/identity/sessions.ts";
import { clientSecretFor, vaultedSecret } from "../../shared/identity/vault.ts";

const secret = "0123456789abcdefghijklmnopqrstuvwxyzABCD";
const keys = keyring(JSON.stringify({ version: "1", secret }));

/** The key for a use by RFC 5869, written down once more: what was given out must stay what it was, in every release. */
const keyFor = (use: string, from = secret) => Buffer.from(hkdfSync("sha256", from, "", `intag ${use}`, 32));
const mac = (use: string, text: string) => createHmac("sha256", keyFor(use)).update(text).digest();

describe("What has once been given out", () => {
  it("follows from the secret as it always has: references, codes, marks and names of drafts", () => {
    expect(keys.referenceFor("page", "key-1")).toBe(encodeReference(mac("reference", "page\nkey-1")));
    expect(keys.statusCodeFor("page", "key-1")).toBe(encodeStatusCode(mac("status-code", "page\nkey-1")));
    expect(keys.personMark("199001012385")).toBe(mac("person", "199001012385").toString("base64url").slice(0, 27));
    expect(draftNameOf("A-CODE")).toBe(`draft-${keyFor("draft-name", "A-CODE").toString("hex")}`);
  });

  it("still opens: what was sealed, saved, or kept of a session", () => {
    expect(keys.open("answers", `k1.${sealed(keyFor("sealing"), "answers", "Åäö")}`)).toBe("Åäö");
    expect(openDraft("A-CODE", sealed(keyFor("draft", "A-CODE"), "draft", "text"))).toBe("text");
    expect(openedRenewal("a-secret", sealed(keyFor("renewal", "a-secret"), "renewal", "r-1"))).toBe("r-1");
    expect(derivedKey(secret, "sealing")).toEqual(keyFor("sealing"));
  });
});

describe("A seal", () => {
  const key = randomBytes(32);
  it("has one spelling, and is never short", () => {
    const hidden = sealed(key, "test", "x");
    expect(opened(key, "test", hidden)).toBe("x");
    for (const other of [
      `${hidden}=`,
      `${hidden} `,
      `${hidden}A`,
      hidden.slice(0, 30),
      hidden.slice(0, -1),
      "",
      "AAAA",
    ])
      expect(opened(key, "test", other)).toBeUndefined();
  });

  it("of a text without letters is a seal as well", () => {
    expect(opened(key, "test", sealed(key, "test", ""))).toBe("");
  });
});

describe("The keyring", () => {
  it("opens nothing that has another key's name, no name, or more than one part", () => {
    const good = keys.seal("answers", "text");
    const hidden = good.slice(3);
    for (const wrong of [hidden, `k2.${hidden}`, `.${hidden}`, `${good}.`, `${good}.x`, "k1", "k1.", "k9"])
      expect(keys.open("answers", wrong)).toBeUndefined();
  });

  it.each(["K1", "k-1", "", "k12345678", "k1 ", " k1", "é"])("knows no sealing key by the name %j", (id) => {
    const content = { version: "1", secret, sealing: [{ id, secret }] };
    expect(() => keyring(JSON.stringify(content))).toThrow();
  });
});

describe("The vault's keys", () => {
  const key = { id: "k1", secret };
  it.each<[string, object]>([
    ["no sealing key", { sealing: [] }],
    ["more than the newest and the one before it", { sealing: [key, key, key] }],
    ["a short secret", { secret: "x".repeat(31) }],
    ["a sealing key of a short secret", { sealing: [{ ...key, secret: "x".repeat(31) }] }],
    ["a word too many", { more: 1 }],
    ["a sealing key with a word too many", { sealing: [{ ...key, more: 1 }] }],
  ])("are not those of a vault with %s", (_, content) => {
    expect(() => keyring(JSON.stringify({ version: "1", secret, ...content }))).toThrow();
  });

  it("are two at most, of 32 letters at least, and the newest seals", () => {
    const short = "x".repeat(32);
    const turned = keyring(
      JSON.stringify({ version: "1", secret: short, sealing: [{ id: "k2", secret: short }, key] }),
    );
    expect(turned.seal("answers", "text")).toMatch(/^k2\.[A-Za-z0-9_-]+$/);
    expect(turned.open("answers", keys.seal("answers", "text"))).toBe("text");
  });
});

describe("A session's secret", () => {
  it("is 256 random bits, and what is kept is its hash", () => {
    const [one, other] = [newSessionSecret(), newSessionSecret()];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(sessionKeyOf(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(sessionKeyOf(one)).not.toBe(sessionKeyOf(other));
  });

  it("is nothing that could not be one", () => {
    const one = newSessionSecret();
    for (const wrong of [undefined, "", `${one}A`, `A${one}`, one.slice(1), `${one.slice(1)}!`, `${one}\n`])
      expect(sessionKeyOf(wrong)).toBeUndefined();
  });

  it("is needed to ask the provider again", () => {
    const one = newSessionSecret();
    const hidden = sealedRenewal(one, "r-1");
    expect(hidden).not.toContain("r-1");
    expect(openedRenewal(one, hidden)).toBe("r-1");
    expect(openedRenewal(newSessionSecret(), hidden)).toBeUndefined();
  });
});

describe("The vault", () => {
  it("is asked for one secret by its name, and must answer with a text", async () => {
    const asked: unknown[] = [];
    const vault = (answer: Readonly<Record<string, unknown>>) => async (action: string, question: object) => {
      asked.push([action, question]);
      return answer;
    };
    expect(await vaultedSecret(vault({ SecretString: "text" }), "Keyring")).toBe("text");
    expect(asked).toEqual([["GetSecretValue", { SecretId: "Keyring" }]]);
    for (const SecretString of [undefined, 7, null])
      await expect(vaultedSecret(vault({ SecretString }), "Keyring")).rejects.toThrow();
  });

  it("may have white space before what lies in it", () => {
    expect(clientSecretFor("staff", ` \n${JSON.stringify({ staff: "one", citizens: "other" })}`)).toBe("one");
  });
});
