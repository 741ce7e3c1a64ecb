import { jsonCall } from "../../shared/aws/json-call.ts";
import { identityProvider } from "../../shared/identity/provider.ts";
import { claimMappingOf } from "../../shared/lambda/claim-mapping.ts";
import { clock } from "../../shared/lambda/clock.ts";
import { logOf } from "../../shared/lambda/log.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { sessionLookup } from "../../shared/store/session-table.ts";
import type { AuthorizerDeps } from "./caller.ts";

/** Everything real that the role works with. The provider is asked when it is needed, so that it may be down meanwhile. */
export function live(environment: NodeJS.ProcessEnv): AuthorizerDeps {
  const set = settings
    .pick({ INTAG_STAGE: true, SESSIONS_TABLE: true, OIDC_ISSUER: true, OIDC_AUDIENCE: true, CLAIM_MAPPING: true })
    .parse(environment);
  return {
    provider: identityProvider(set.OIDC_ISSUER, fetch, Date.now),
    audience: set.OIDC_AUDIENCE,
    mapping: claimMappingOf(set.CLAIM_MAPPING),
    sessions: sessionLookup(jsonCall("dynamodb", awsPlaceOf(environment)), set.SESSIONS_TABLE),
    clock,
    log: logOf({ stage: set.INTAG_STAGE, role: "authorizer" }, (line) => console.log(line), Date.now),
  };
}
