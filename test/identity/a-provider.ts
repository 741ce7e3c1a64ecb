import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { exportJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import { identityProvider } from "../../shared/identity/provider.ts";

export const issuer = "https://id.stad.example";
export const audience = "https://intag.stad.example/api";
export const clientId = "intag";
/** Monday 2 March 2026, 09:00 in Stockholm. */
export const monday = Date.parse("2026-03-02T08:00:00Z");
export const seconds = (ms: number): number => Math.floor(ms / 1_000);

export const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
export const ec = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

export interface Signing {
  readonly kid: string;
  readonly alg: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** A provider that answers from memory, counts how often it is asked, and can be made to fall silent or change its keys. */
export function aProvider(keys: readonly Signing[], clock: () => number = () => monday) {
  const world = {
    keys,
    isDown: false,
    description: { issuer } as Record<string, unknown>,
    asked: [] as string[],
    /** What the token endpoint answers. */
    tokens: (_asked: URLSearchParams): Promise<Response> => Promise.resolve(new Response("", { status: 404 })),
  };
  const fetched = async (url: string, init?: RequestInit): Promise<Response> => {
    world.asked.push(url);
    if (world.isDown) throw new TypeError("fetch failed");
    if (url === `${issuer}/.well-known/openid-configuration`)
      return Response.json({
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        ...world.description,
      });
    if (url === `${issuer}/jwks`) {
      const published = world.keys.map(async ({ kid, alg, publicKey }) => ({
        ...(await exportJWK(publicKey)),
        kid,
        alg,
        use: "sig",
      }));
      return Response.json({ keys: await Promise.all(published) });
    }
    if (url === `${issuer}/token`) return world.tokens(new URLSearchParams(String(init?.body ?? "")));
    return new Response("", { status: 404 });
  };
  return { world, fetched, provider: identityProvider(issuer, fetched, clock) };
}

/** What a token of a coordinator says, on that Monday. */
export const sayings = (parts: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: audience,
  sub: "a-1",
  iat: seconds(monday) - 10,
  nbf: seconds(monday) - 10,
  exp: seconds(monday) + 290,
  roles: ["coordinator"],
  units: ["sthlm-sdn-farsta"],
  ...parts,
});

export const signed = (
  { kid, alg, privateKey }: Signing,
  payload: JWTPayload = sayings(),
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> =>
  // A forged header may say anything, or leave anything out.
  new SignJWT(payload)
    .setProtectedHeader({ alg, kid, typ: "at+jwt", ...header } as JWTHeaderParameters)
    .sign(privateKey);
