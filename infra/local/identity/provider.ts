import { interactionPolicy, Provider } from "oidc-provider";
import type { City } from "../../../shared/domain/city.ts";
import type { KeptIdentity } from "./kept-identity.ts";
import { memory } from "./memory.ts";
import { claimsOf, type Person, personOf } from "./people.ts";

export interface ProviderOptions {
  readonly issuer: string;
  readonly kept: KeptIdentity;
  readonly city: City;
  readonly client: { readonly id: string; readonly secret: string; readonly redirectUri: string };
  readonly audience: string;
  /** Roles that a person has got instead of their own, since the provider was started. */
  readonly rolesNow?: ReadonlyMap<string, readonly string[]>;
}

export const hourS = 3_600;
const scope = "staff";

/** Asks who it is each time, so that one person at one machine can be several in turn. */
export const alwaysAsking = () => {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy
    .get("login")
    .checks.add(
      new Check("somebody_new", "Choose who you are", ({ oidc }) =>
        oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
};

/** A real OpenID provider with invented people, in the place of the city's. */
export function localProvider({ issuer, kept, city, client, audience, rolesNow }: ProviderOptions) {
  const resourceServer = { scope, audience, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } };
  const claimsFor = (sub: string) => {
    const person = personOf(city, sub);
    const roles = rolesNow?.get(sub);
    return person === undefined ? {} : { ...claimsOf(person), ...(roles === undefined ? {} : { roles }) };
  };
  const provider = new Provider(issuer, {
    adapter: memory(),
    jwks: { keys: kept.keys },
    cookies: { keys: [kept.cookieKey] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_basic",
      },
    ],
    scopes: ["openid", "profile"],
    claims: { openid: ["sub", "roles", "units", "protected"], profile: ["name"] },
    // The ID token itself carries the claims, as a city's provider is set up to do.
    conformIdTokenClaims: false,
    // Whoever signed in can be asked about again, as long as a working day.
    issueRefreshToken: () => true,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: true, getResourceServerInfo: () => resourceServer },
    },
    extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) => claimsFor(accountId),
    formats: {
      customizers: {
        jwt: (_: unknown, __: unknown, { payload }: { payload: Record<string, unknown> }) => {
          payload.nbf = payload.iat;
        },
      },
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: hourS,
      IdToken: 300,
      Interaction: hourS,
      RefreshToken: 8 * hourS,
      Session: hourS,
    },
    findAccount: (_: unknown, sub: string) => {
      const person = personOf(city, sub);
      return person && { accountId: sub, claims: () => ({ sub, ...claimsFor(sub) }) };
    },
    // Nobody is asked for consent: the city's own people at the city's own service.
    loadExistingGrant: async ({ oidc }: Parameters<ConstructorParameters<typeof interactionPolicy.Check>[2]>[0]) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.account.accountId });
      grant.addOIDCScope("openid profile");
      grant.addResourceScope(audience, scope);
      await grant.save();
      return grant;
    },
    interactions: { policy: alwaysAsking(), url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  });

  /** A bearer token for an hour, made and signed by the provider itself. */
  const tokenFor = async ({ sub }: Person): Promise<string> => {
    const token = new provider.AccessToken({
      accountId: sub,
      client: await provider.Client.find(client.id),
      resourceServer: new provider.ResourceServer(audience, resourceServer),
      scope,
      expiresIn: hourS,
      extra: claimsFor(sub),
    });
    return token.save();
  };
  return { provider, tokenFor };
}
