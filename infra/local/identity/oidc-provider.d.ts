/** The part of oidc-provider that is used here; the package brings no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Context {
    readonly oidc: {
      readonly result?: { readonly login?: unknown };
      readonly client: { readonly clientId: string };
      readonly account: { readonly accountId: string };
      readonly provider: Provider;
    };
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  interface Check {
    readonly reason: string;
  }
  export const interactionPolicy: {
    readonly Check: {
      new (reason: string, description: string, check: (context: Context) => boolean): Check;
      readonly REQUEST_PROMPT: boolean;
      readonly NO_NEED_TO_PROMPT: boolean;
    };
    base(): { get(name: string): { readonly checks: { add(check: Check): void } } };
  };
  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (of: {
      readonly clientId: string;
      readonly accountId: string;
    }) => Grant;
    readonly AccessToken: new (
      properties: object,
    ) => { save(): Promise<string> };
    readonly ResourceServer: new (
      identifier: string,
      properties: object,
    ) => object;
    readonly Client: { find(id: string): Promise<object | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
