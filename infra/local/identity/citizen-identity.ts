import type { IncomingMessage, ServerResponse } from "node:http";
import { type interactionPolicy, Provider } from "oidc-provider";
import { bodyOf, close, type OnCall, portOf } from "../edge.ts";
import { bound, type Serve } from "../identity.ts";
import { citizenOf, citizens, claimsOf, levelOf, numberClaims } from "./citizens.ts";
import { faulty } from "./faulty.ts";
import { freshIdentity, type KeptIdentity, keepIdentity, keptIdentity } from "./kept-identity.ts";
import { memory } from "./memory.ts";
import { escaped, pickAmong } from "./pick-page.ts";
import { alwaysAsking, hourS } from "./provider.ts";

export interface CitizenIdentityOptions {
  readonly data: string;
  readonly client: { readonly id: string; readonly secret: string; readonly redirectUri: string };
  readonly onCall?: OnCall | undefined;
}

/** The broker of e-legitimation on this machine. */
export interface CitizenIdentity {
  readonly issuer: string;
  stop(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
}

const whose = "citizen-identity";
const naturalPersonNumber = "https://id.oidc.se/scope/naturalPersonNumber";
const naturalPersonInfo = "https://id.oidc.se/scope/naturalPersonInfo";
const mostBody = 64 * 1024;

/** Starts the broker on the port it had last time, where that is free. */
export const startCitizenIdentity = async ({
  data,
  client,
  onCall,
}: CitizenIdentityOptions): Promise<CitizenIdentity> => {
  const kept = keptIdentity(data, whose) ?? freshIdentity();
  let server = await bound(kept.port).catch(() => bound(0));
  const port = portOf(server.listening);
  const issuer = `http://127.0.0.1:${port}`;
  keepIdentity(data, { ...kept, port }, whose);
  const serve = () => server.serve(faulty("broker", onCall, answering(issuer, kept, client)));
  serve();
  return {
    issuer,
    stop: () => close(server.listening),
    start: async () => {
      server = await bound(port);
      serve();
    },
  };
};

const broker = (issuer: string, kept: KeptIdentity, client: CitizenIdentityOptions["client"]): Provider =>
  new Provider(issuer, {
    adapter: memory(),
    jwks: { keys: kept.keys },
    cookies: { keys: [kept.cookieKey] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_basic",
      },
    ],
    acrValues: citizens.map(levelOf),
    scopes: ["openid", naturalPersonNumber, naturalPersonInfo],
    // The number is in the ID token, the names where more is told of the person.
    claims: {
      acr: null,
      openid: ["sub", ...numberClaims],
      [naturalPersonNumber]: numberClaims,
      [naturalPersonInfo]: ["name", "given_name", "family_name"],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: hourS, IdToken: 300, Interaction: hourS, Session: hourS },
    findAccount: (_: unknown, sub: string) => {
      const citizen = citizenOf(sub);
      return citizen && { accountId: sub, claims: () => ({ sub, ...claimsOf(citizen) }) };
    },
    loadExistingGrant: async ({ oidc }: Parameters<ConstructorParameters<typeof interactionPolicy.Check>[2]>[0]) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.account.accountId });
      grant.addOIDCScope(`openid ${naturalPersonNumber} ${naturalPersonInfo}`);
      await grant.save();
      return grant;
    },
    interactions: { policy: alwaysAsking(), url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  });

const pickPage = (): string =>
  pickAmong(
    "Det här är e-legitimationen på den här datorn. Personerna är påhittade och har Skatteverkets testnummer.",
    citizens.map(({ sub, givenName, familyName, numberLevel, loa }) => {
      const what = [numberLevel === undefined ? "personnummer" : `samordningsnummer, ${numberLevel}`, `nivå ${loa}`];
      return `<li><button name="person" value="${escaped(sub)}">${escaped(`${givenName} ${familyName}`)} <small>${escaped(what.join(", "))}</small></button></li>`;
    }),
  );

const answering = (issuer: string, kept: KeptIdentity, client: CitizenIdentityOptions["client"]): Serve => {
  const provider = broker(issuer, kept, client);
  const protocol = provider.callback();
  const { host } = new URL(issuer);
  const interact = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    await provider.interactionDetails(incoming, outgoing);
    const body = incoming.method === "POST" ? await bodyOf(incoming, mostBody) : undefined;
    const citizen = citizenOf(new URLSearchParams(body?.toString()).get("person") ?? "");
    if (citizen !== undefined)
      return provider.interactionFinished(incoming, outgoing, {
        login: { accountId: citizen.sub, acr: levelOf(citizen) },
      });
    outgoing.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    outgoing.end(pickPage());
  };
  return (incoming, outgoing) => {
    if (incoming.headers.host !== host) return void outgoing.writeHead(404).end();
    const failed = () => void outgoing.writeHead(400, { "content-type": "text/plain" }).end("Start again.");
    if (incoming.url?.startsWith("/interaction/")) return void interact(incoming, outgoing).catch(failed);
    protocol(incoming, outgoing);
  };
};
