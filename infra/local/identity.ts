import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import * as z from "zod";
import { bodyOf, close, listen, type OnCall, portOf } from "./edge.ts";
import { faulty } from "./identity/faulty.ts";
import { freshIdentity, keepIdentity, keptIdentity, newKey } from "./identity/kept-identity.ts";
import { personFor, personOf } from "./identity/people.ts";
import { pickPage } from "./identity/pick-page.ts";
import { localProvider, type ProviderOptions } from "./identity/provider.ts";
import { jsonOrText } from "./local-pages.ts";

export interface IdentityOptions extends Pick<ProviderOptions, "city" | "client" | "audience"> {
  readonly data: string;
  readonly onCall?: OnCall | undefined;
}

/** The OpenID provider on this machine, in the place of the city's. */
export interface LocalIdentity {
  readonly issuer: string;
  stop(): Promise<void>;
  /** Starts it again where it was; with a new signing key, if wished, beside the old ones. */
  start(wish?: { readonly newKey: boolean }): Promise<void>;
  /** Gives a person other roles than their own, from now on. */
  giveRoles(sub: string, roles: readonly string[]): void;
}

const wanted = z.strictObject({
  role: z.string(),
  unit: z.string().optional(),
  mayProtected: z.boolean().optional(),
});
const mostBody = 64 * 1024;

export type Serve = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** Starts the provider on the port it had last time, where that is free: the address is part of every token. */
export const startIdentity = async (options: IdentityOptions): Promise<LocalIdentity> => {
  const { data } = options;
  const kept = keptIdentity(data) ?? freshIdentity();
  let server = await bound(kept.port).catch(() => bound(0));
  const port = portOf(server.listening);
  const issuer = `http://127.0.0.1:${port}`;

  const rolesNow = new Map<string, readonly string[]>();
  let { keys } = kept;
  const serve = () => {
    const identity = { ...kept, port, keys };
    keepIdentity(data, identity);
    server.serve(faulty("provider", options.onCall, answering({ ...options, issuer, kept: identity, rolesNow })));
  };
  serve();
  return {
    issuer,
    stop: () => close(server.listening),
    giveRoles: (sub, roles) => void rolesNow.set(sub, roles),
    start: async (wish) => {
      if (wish?.newKey) keys = [{ ...newKey() }, ...keys];
      server = await bound(port);
      serve();
    },
  };
};

/** Takes a port at once and answers when it is known who is there. */
export const bound = async (port: number): Promise<{ readonly listening: Server; serve(handler: Serve): void }> => {
  let handler: Serve = (_, outgoing) => outgoing.writeHead(503).end();
  const listening = createServer((incoming, outgoing) => handler(incoming, outgoing));
  await listen(listening, port);
  return {
    listening,
    serve: (ready) => {
      handler = ready;
    },
  };
};

const answering = (options: ProviderOptions): Serve => {
  const { city, issuer } = options;
  const { provider, tokenFor } = localProvider(options);
  const protocol = provider.callback();
  const { host } = new URL(issuer);

  /** `POST /_local/token`: what `npm run token` asks for. */
  const giveToken = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming, mostBody);
    const wish = wanted.safeParse(jsonOrText(body?.toString() ?? ""));
    const person = wish.success ? personFor(city, wish.data) : "Ask for a role, a unit and mayProtected.";
    const [status, text] = typeof person === "string" ? [400, person] : [200, await tokenFor(person)];
    outgoing.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }).end(text);
  };
  /** The page where one picks who one is, and the pick. */
  const interact = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    await provider.interactionDetails(incoming, outgoing);
    const body = incoming.method === "POST" ? await bodyOf(incoming, mostBody) : undefined;
    const sub = new URLSearchParams(body?.toString()).get("person") ?? "";
    if (personOf(city, sub) !== undefined)
      return provider.interactionFinished(incoming, outgoing, { login: { accountId: sub } });
    outgoing.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    outgoing.end(pickPage(city));
  };

  return (incoming, outgoing) => {
    // Only by its own address, and by no page elsewhere whose name was made to point here.
    if (incoming.headers.host !== host) return void outgoing.writeHead(404).end();
    const failed = () => void outgoing.writeHead(400, { "content-type": "text/plain" }).end("Start again.");
    const isJson = incoming.headers["content-type"] === "application/json";
    if (incoming.url === "/_local/token" && incoming.method === "POST" && isJson)
      return void giveToken(incoming, outgoing).catch(failed);
    if (incoming.url?.startsWith("/interaction/")) return void interact(incoming, outgoing).catch(failed);
    protocol(incoming, outgoing);
  };
};
