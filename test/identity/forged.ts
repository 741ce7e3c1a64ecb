import { createHmac, sign } from "node:crypto";
import type { JWTPayload } from "jose";
import { audience, clientId, ec, issuer, monday, rsa, type Signing, sayings, seconds, signed } from "./a-provider.ts";

const part = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/**
 * `Authorization` headers that nobody may be let in on, by what is wrong with each. `ours` signs as the provider does;
 * `now` is when they are shown, in epoch milliseconds.
 */
export async function forgedHeaders(
  ours: Signing,
  { now = monday, says = sayings() }: { readonly now?: number; readonly says?: JWTPayload } = {},
): Promise<readonly (readonly [what: string, authorization: string])[]> {
  const thief: Signing = { ...rsa(), kid: ours.kid, alg: "RS256" };
  const curve: Signing = { ...ec(), kid: ours.kid, alg: "ES256" };
  const good = await signed(ours, says);
  const [header = "", payload = "", signature = ""] = good.split(".");
  const pem = ours.publicKey.export({ type: "spki", format: "pem" });
  const der = ours.publicKey.export({ type: "spki", format: "der" });
  const jwk = ours.publicKey.export({ format: "jwk" });
  const hmac = (alg: string, hash: string, key: string | Buffer): string => {
    const text = `${part({ alg, typ: "at+jwt", kid: ours.kid })}.${payload}`;
    return `${text}.${createHmac(hash, key).update(text).digest("base64url")}`;
  };
  const bare = (head: object, body: unknown = says, end = signature) => `${part(head)}.${part(body)}.${end}`;
  const withHead = (extra: object): string => {
    const text = `${part({ alg: "RS256", typ: "at+jwt", kid: ours.kid, ...extra })}.${payload}`;
    return `${text}.${sign("sha256", Buffer.from(text), ours.privateKey).toString("base64url")}`;
  };
  const changed = (parts: JWTPayload, head = {}) => signed(ours, { ...says, ...parts }, head);
  const dropped = (name: string) => {
    const { [name]: _, ...rest } = says;
    return signed(ours, rest);
  };
  const s = seconds(now);
  const flipped = `${signature.slice(0, 40)}${signature[40] === "A" ? "B" : "A"}${signature.slice(41)}`;

  const tokens: readonly (readonly [string, string | Promise<string>])[] = [
    ["no signature, alg none", bare({ alg: "none", typ: "at+jwt", kid: ours.kid }, says, "")],
    ["alg none with a signature", bare({ alg: "none", typ: "at+jwt", kid: ours.kid })],
    ["alg None", bare({ alg: "None", typ: "at+jwt", kid: ours.kid })],
    ["alg NONE", bare({ alg: "NONE", typ: "at+jwt", kid: ours.kid })],
    ["alg nOnE", bare({ alg: "nOnE", typ: "at+jwt", kid: ours.kid })],
    ["no alg", bare({ typ: "at+jwt", kid: ours.kid })],
    ["alg a number", bare({ alg: 256, typ: "at+jwt", kid: ours.kid })],
    ["alg a list", bare({ alg: ["RS256"], typ: "at+jwt", kid: ours.kid })],
    ["alg in small letters", bare({ alg: "rs256", typ: "at+jwt", kid: ours.kid })],
    ["HS256 with the public key as PEM", hmac("HS256", "sha256", String(pem))],
    ["HS256 with the public key as trimmed PEM", hmac("HS256", "sha256", String(pem).trim())],
    ["HS256 with the public key as DER", hmac("HS256", "sha256", der)],
    ["HS256 with the public key as JWK", hmac("HS256", "sha256", JSON.stringify(jwk))],
    ["HS256 with the modulus", hmac("HS256", "sha256", String(jwk.n))],
    ["HS256 with nothing", hmac("HS256", "sha256", "")],
    ["HS256 with the client's name", hmac("HS256", "sha256", clientId)],
    ["HS384 with the public key", hmac("HS384", "sha384", String(pem))],
    ["HS512 with the public key", hmac("HS512", "sha512", String(pem))],
    ["another key under our key id", signed(thief, says)],
    ["another key under an unknown id", signed({ ...thief, kid: "another" }, says)],
    ["another key and an elliptic curve under our id", signed(curve, says)],
    ["PS256 by our own key", signed({ ...ours, alg: "PS256" }, says)],
    ["RS512 by our own key", signed({ ...ours, alg: "RS512" }, says)],
    ["RS384 by our own key", signed({ ...ours, alg: "RS384" }, says)],
    ["no key id", withHead({ kid: undefined })],
    ["a key id that walks the folders", withHead({ kid: "../../../../dev/null" })],
    ["a key id that is a query", withHead({ kid: "' UNION SELECT 'x" })],
    ["a key id that is an address", withHead({ kid: "https://thief.example/key" })],
    ["an empty key id", withHead({ kid: "" })],
    ["a key id of 10,000 letters", withHead({ kid: "k".repeat(10_000) })],
    ["a key id that is no text", withHead({ kid: { toString: "x" } })],
    ["a key id named like an inner property", withHead({ kid: "__proto__" })],
    ["its own key in jwk", signed(thief, says, { jwk: thief.publicKey.export({ format: "jwk" }) })],
    [
      "its own key in jwk, without a key id",
      signed(thief, says, { kid: "", jwk: thief.publicKey.export({ format: "jwk" }) }),
    ],
    ["an address of keys in jku", signed(thief, says, { jku: "https://thief.example/jwks" })],
    ["jku of the provider itself", withHead({ jku: `${issuer}/jwks` })],
    ["an address of certificates in x5u", signed(thief, says, { x5u: "https://thief.example/cert" })],
    ["certificates in x5c", signed(thief, says, { x5c: [Buffer.from("x").toString("base64")] })],
    ["an unknown critical header", withHead({ crit: ["thief"], thief: true })],
    ["a critical exp", withHead({ crit: ["exp"], exp: s + 100 })],
    ["a payload that is not encoded", withHead({ crit: ["b64"], b64: false })],
    ["a compressed payload", withHead({ zip: "DEF" })],
    ["a token in a token", withHead({ cty: "JWT" })],
    ["no type", withHead({ typ: undefined })],
    ["type JWT, as an ID token has", withHead({ typ: "JWT" })],
    ["type logout+jwt", withHead({ typ: "logout+jwt" })],
    ["type at+jwt with a tail", withHead({ typ: "at+jwt;x=1" })],
    ["an ID token", changed({ aud: clientId, nonce: "n" }, { typ: "JWT" })],
    ["an ID token dressed as an access token", changed({ aud: clientId, nonce: "n" })],
    ["another issuer", changed({ iss: "https://thief.example" })],
    ["the issuer with a slash", changed({ iss: `${says.iss}/` })],
    ["the issuer in capitals", changed({ iss: String(says.iss).toUpperCase() })],
    ["a list of issuers", signed(ours, Object.assign({ ...says }, { iss: [says.iss] }))],
    ["no issuer", dropped("iss")],
    ["another audience", changed({ aud: "https://other.stad.example/api" })],
    ["an audience that begins like ours", changed({ aud: `${audience}.thief.example` })],
    ["other audiences", changed({ aud: ["one", "two"] })],
    ["no audience", dropped("aud")],
    ["no subject", dropped("sub")],
    ["an empty subject", changed({ sub: "" })],
    ["a subject that is no text", signed(ours, Object.assign({ ...says }, { sub: 1 }))],
    ["a subject of 300 letters", changed({ sub: "s".repeat(300) })],
    ["no end", dropped("exp")],
    ["an end that is a text", signed(ours, Object.assign({ ...says }, { exp: String(s + 300) }))],
    ["an end an hour ago", changed({ exp: s - 3_600, iat: s - 3_700 })],
    ["an end six seconds ago", changed({ exp: s - 6 })],
    ["an end before 1970", changed({ exp: -1 })],
    ["no beginning", dropped("nbf")],
    ["a beginning in an hour", changed({ nbf: s + 3_600 })],
    ["a beginning in a year", changed({ nbf: s + 31_536_000, exp: s + 31_536_300 })],
    ["no time of issue", dropped("iat")],
    ["issued in an hour", changed({ iat: s + 3_600, exp: s + 7_200 })],
    ["issued two hours ago for a year", changed({ iat: s - 7_200, exp: s + 31_536_000 })],
    ["a changed payload under our signature", `${header}.${part({ ...says, sub: "somebody-else" })}.${signature}`],
    ["a changed signature", `${header}.${payload}.${flipped}`],
    ["half a signature", `${header}.${payload}.${signature.slice(0, 100)}`],
    ["no signature", `${header}.${payload}.`],
    ["two parts", `${header}.${payload}`],
    ["four parts", `${good}.${signature}`],
    ["five parts, as if encrypted", `${header}.${payload}.${payload}.${payload}.${signature}`],
    ["a payload that is a text", bare({ alg: "RS256", typ: "at+jwt", kid: ours.kid }, "text")],
    ["a payload that is a list", bare({ alg: "RS256", typ: "at+jwt", kid: ours.kid }, [says])],
    ["a header that is no JSON", `${part("not json")}.${payload}.${signature}`],
    ["an oversized token", changed({ filler: "x".repeat(9_000) })],
    ["padding", `${header}.${payload}.${signature}==`],
    ["garbage after it", `${good}garbage!`],
    ["a comma after it", `${good},`],
    ["a line break in it", `${header}.\t${payload}.${signature}`],
    ["nothing but dots", ".."],
    ["a word", "token"],
  ];
  const headers: readonly (readonly [string, string])[] = [
    ["no scheme", good],
    ["two tokens", `Bearer ${good} ${good}`],
    ["two headers in one", `Bearer ${good}, Bearer ${good}`],
    ["two spaces", `Bearer  ${good}`],
    ["a space before it", ` Bearer ${good}`],
    ["a space after it", `Bearer ${good} `],
    ["another scheme", `Basic ${good}`],
    ["the scheme of a token bound to a key", `DPoP ${good}`],
    ["a parameter", `Bearer token=${good}`],
    ["nothing after the scheme", "Bearer "],
  ];
  const made = tokens.map(async ([what, token]) => [what, `Bearer ${await token}`] as const);
  return [...(await Promise.all(made)), ...headers];
}
