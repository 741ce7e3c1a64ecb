import { jsonCall } from "../../shared/aws/json-call.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import { keyring } from "../../shared/identity/keyring.ts";
import { identityProvider } from "../../shared/identity/provider.ts";
import { clientSecretFor, vaultedSecret } from "../../shared/identity/vault.ts";
import { claimMappingOf } from "../../shared/lambda/claim-mapping.ts";
import { clock } from "../../shared/lambda/clock.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { staticFiles } from "../../shared/lambda/static-files.ts";
import { sessionBook } from "../../shared/store/session-table.ts";
import type { SignInDeps } from "./sign-in.ts";

/** Everything real that the role works with. The provider is asked when it is needed, so that it may be down meanwhile. */
export async function live(environment: NodeJS.ProcessEnv): Promise<SignInDeps> {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      INTAG_CITY: true,
      SESSIONS_TABLE: true,
      SECRET_ID: true,
      SITE_URL: true,
      OIDC_ISSUER: true,
      OIDC_CLIENT_ID: true,
      OIDC_SECRET_ID: true,
      CITIZEN_OIDC_ISSUER: true,
      CITIZEN_OIDC_CLIENT_ID: true,
      CLAIM_MAPPING: true,
    })
    .parse(environment);
  const mapping = claimMappingOf(set.CLAIM_MAPPING);
  const files = staticFiles(new URL(".", import.meta.url));
  const place = awsPlaceOf(environment);
  const vault = jsonCall("secretsmanager", place);
  const [secret, clientSecrets] = await Promise.all([
    vaultedSecret(vault, set.SECRET_ID),
    vaultedSecret(vault, set.OIDC_SECRET_ID),
  ]);
  const site = new URL(set.SITE_URL).origin;
  return {
    city: cityOf(set.INTAG_CITY),
    assets: { css: files.nameOf("intag.css"), js: files.nameOf("intag.js") },
    keys: keyring(secret),
    provider: identityProvider(set.OIDC_ISSUER, fetch, Date.now),
    client: {
      id: set.OIDC_CLIENT_ID,
      secret: clientSecretFor("staff", clientSecrets),
      redirectUri: `${site}/personal/inloggad`,
    },
    fetched: fetch,
    citizens: {
      provider: identityProvider(set.CITIZEN_OIDC_ISSUER, fetch, Date.now),
      client: {
        id: set.CITIZEN_OIDC_CLIENT_ID,
        secret: clientSecretFor("citizens", clientSecrets),
        redirectUri: `${site}/legitimerad`,
      },
    },
    mapping,
    sessions: sessionBook(jsonCall("dynamodb", place), set.SESSIONS_TABLE),
    site,
    clock,
    log: logAt({ stage: set.INTAG_STAGE, role: "sign-in" }),
  };
}
