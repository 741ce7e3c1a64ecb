import { Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { houseMetric } from "../constructs/house-metric.ts";
import { HouseAlarm } from "../constructs/operations.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, readKeyring, whereabouts } from "./premises.ts";

/**
 * Signs staff in at the city's provider, and out again, and asks a broker of e-legitimation who a citizen is. It begins and
 * ends sessions and cannot read one; of citizens it keeps nothing.
 */
export class SignIn extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, sessions, keyring, oidcSecret, key, settings, codeOf } = premises;
    super(scope, "SignIn", {
      operations,
      role: "sign-in",
      code: codeOf("sign-in"),
      timeout: Duration.seconds(15),
      atMost: 20,
      may: [
        { actions: ["dynamodb:PutItem", "dynamodb:DeleteItem"], on: [sessions.tableArn] },
        sealing(key.keyArn, "dynamodb"),
        ...readKeyring(premises),
        { actions: ["secretsmanager:GetSecretValue"], on: [oidcSecret.secretArn] },
      ],
      environment: {
        ...whereabouts(premises),
        SESSIONS_TABLE: sessions.tableName,
        SECRET_ID: keyring.secretArn,
        OIDC_ISSUER: settings.oidcIssuer,
        OIDC_CLIENT_ID: settings.oidcClientId,
        OIDC_SECRET_ID: oidcSecret.secretArn,
        CITIZEN_OIDC_ISSUER: settings.citizenOidcIssuer,
        CITIZEN_OIDC_CLIENT_ID: settings.citizenOidcClientId,
        CLAIM_MAPPING: settings.claimMapping,
      },
    });
    new HouseAlarm(this, "ProviderSilent", {
      operations,
      metric: houseMetric("CallersUnchecked", operations.stage, this.role),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      means:
        "Stadens inloggning svarar inte, så ingen handläggare kan logga in, eller så svarar inte förmedlaren av e-legitimationer (loggen säger vilken). Begäranden går att skicka ändå. Hör med dem som sköter den som inte svarar.",
    });
  }
}
