import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import * as z from "zod";

/** The provider did not answer, or not as one: nobody can be let in, and nobody is to blame but the wire. */
export class ProviderOutOfReach extends Error {
  override readonly name = "ProviderOutOfReach";
}

const described = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
});
type Described = z.infer<typeof described>;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The city's sign-in, found by its issuer (OpenID Connect Discovery 1.0). */
export interface IdentityProvider {
  readonly issuer: string;
  /** What it says of itself, ten minutes old at most. @throws ProviderOutOfReach */
  readonly description: () => Promise<Described>;
  /** The provider's own key for a token's header. Rejects with ProviderOutOfReach, or jose's error when it has none. */
  readonly keys: JWTVerifyGetKey;
}

/** Only these: a shared secret or no signature at all can never be taken for one of the provider's. */
export const signatureAlgorithms = ["RS256", "ES256"];
const keptMs = 600_000;
const waitMs = 3_000;
/** A key id nobody has heard of may be the provider's newest; it is asked at most this often. */
const askedAgainMs = 30_000;

/** What the provider says of itself must speak of itself, and of addresses as safe as its own. */
function fits(issuer: string, said: Described): boolean {
  const isSafe = (address: string) =>
    address.startsWith("https://") || new URL(address).origin === new URL(issuer).origin;
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint = jwks_uri } = said;
  return said.issuer === issuer && [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint].every(isSafe);
}

/** @param clock answers epoch milliseconds */
export function identityProvider(issuer: string, fetched: Fetch, clock: () => number): IdentityProvider {
  let known: { readonly said: Promise<Described>; readonly at: number } | undefined;
  let keySet: { readonly of: string; readonly keys: JWTVerifyGetKey } | undefined;

  const ask = async (): Promise<Described> => {
    const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetched(url, { redirect: "manual", signal: AbortSignal.timeout(waitMs) }).catch((cause) => {
      throw new ProviderOutOfReach("the provider cannot be reached", { cause });
    });
    const said = answer.status === 200 ? described.safeParse(await answer.json().catch(() => undefined)) : undefined;
    if (said?.success !== true || !fits(issuer, said.data))
      throw new ProviderOutOfReach("the provider does not say what it is");
    return said.data;
  };
  const description = () => {
    if (known === undefined || clock() - known.at >= keptMs) {
      const asked = { said: ask(), at: clock() };
      known = asked;
      // A failure is not kept: the next caller asks anew.
      asked.said.catch(() => {
        if (known === asked) known = undefined;
      });
    }
    return known.said;
  };

  return {
    issuer,
    description,
    keys: async (header, token) => {
      const { jwks_uri: of } = await description();
      if (keySet?.of !== of) {
        const keys = createRemoteJWKSet(new URL(of), {
          timeoutDuration: waitMs,
          cooldownDuration: askedAgainMs,
          cacheMaxAge: keptMs,
          [customFetch]: fetched,
        });
        keySet = { of, keys };
      }
      try {
        return await keySet.keys(header, token);
      } catch (cause) {
        const isTokensFault =
          cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys;
        throw isTokensFault ? cause : new ProviderOutOfReach("the provider's keys cannot be had", { cause });
      }
    },
  };
}
