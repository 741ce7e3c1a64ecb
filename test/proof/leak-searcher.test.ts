import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leaksOf, type Token } from "./leaks.ts";

describe("the searcher", () => {
  const secret: Token = { field: "name", text: "Zkhemligå 1" };
  it.each([
    ["as it is", "x Zkhemligå 1 x"],
    ["in small letters", "zkhemligå 1"],
    ["in an address", `/?a=${encodeURIComponent(secret.text)}`],
    ["in a form", new URLSearchParams({ a: secret.text }).toString()],
    ["in JSON in JSON", JSON.stringify(JSON.stringify({ a: secret.text }))],
    ["in base64", Buffer.from(secret.text).toString("base64")],
    ["in base64 one further on", Buffer.from(`x${secret.text} and more`).toString("base64")],
    ["in base64 two further on", Buffer.from(`xx${secret.text} and more`).toString("base64url")],
    ["in hex", Buffer.from(secret.text).toString("hex")],
    ["behind SHA-256", createHash("sha256").update(secret.text).digest("hex")],
    ["behind MD5", createHash("md5").update(secret.text.toLowerCase()).digest("hex")],
    ["behind SHA-1 in base64", createHash("sha1").update(secret.text).digest("base64")],
  ])("finds what leaked %s", (_, text) => {
    expect(leaksOf([secret], [{ where: "a log", text }])).toEqual(["name in a log"]);
  });

  it.each(["150202-2393", "20150202-2393", "1502022393", "201502022393"])("finds a number written as %s", (written) => {
    const number: Token = { field: "number", text: "201502022393" };
    expect(leaksOf([number], [{ where: "a log", text: `{"a":"${written}"}` }])).toEqual(["number in a log"]);
  });

  it("finds nothing where nothing is", () => {
    expect(leaksOf([secret], [{ where: "a log", text: "somebody else" }])).toEqual([]);
  });
});
