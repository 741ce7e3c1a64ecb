import { setTimeout } from "node:timers/promises";
import { jsonCall } from "../../shared/aws/json-call.ts";
import type { Client } from "../../shared/identity/code-flow.ts";
import { identityProvider } from "../../shared/identity/provider.ts";
import { clientSecretFor, vaultedSecret } from "../../shared/identity/vault.ts";
import { claimMappingOf } from "../../shared/lambda/claim-mapping.ts";
import { clock } from "../../shared/lambda/clock.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { sessionLookup } from "../../shared/store/session-table.ts";
import type { AuthorizerDeps } from "./caller.ts";

/** Everything real that the role works with. The provider is asked when it is needed, so that it may be down meanwhile. */
export function live(environment: NodeJS.ProcessEnv): AuthorizerDeps {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      SESSIONS_TABLE: true,
      OIDC_ISSUER: true,
      OIDC_AUDIENCE: true,
      OIDC_CLIENT_ID: true,
      OIDC_SECRET_ID: true,
      OLDEST_TOKEN_S: true,
      CLAIM_MAPPING: true,
    })
    .parse(environment);
  const place = awsPlaceOf(environment);
  let client: Promise<Client> | undefined;
  const asked = async (): Promise<Client> => {
    const secrets = await vaultedSecret(jsonCall("secretsmanager", place), set.OIDC_SECRET_ID);
    return { id: set.OIDC_CLIENT_ID, secret: clientSecretFor("staff", secrets) };
  };
  return {
    provider: identityProvider(set.OIDC_ISSUER, fetch, Date.now),
    audience: set.OIDC_AUDIENCE,
    oldestTokenS: set.OLDEST_TOKEN_S,
    // Read when a session is first checked, and again when that failed: tokens need no secret, and wait for none.
    client: () => {
      client ??= asked().catch((failure: unknown) => {
        client = undefined;
        throw failure;
      });
      return client;
    },
    fetched: fetch,
    mapping: claimMappingOf(set.CLAIM_MAPPING),
    sessions: sessionLookup(jsonCall("dynamodb", place), set.SESSIONS_TABLE),
    clock,
    pause: () => setTimeout(200),
    log: logAt({ stage: set.INTAG_STAGE, role: "authorizer" }),
  };
}
