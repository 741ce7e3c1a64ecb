import { Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { houseMetric } from "../constructs/house-metric.ts";
import { HouseAlarm } from "../constructs/operations.ts";
import { opening, RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, whereabouts } from "./premises.ts";

/** Tells the roles behind it who is asking. It looks sessions up and can neither begin nor end one. */
export class Authorizer extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, sessions, oidcSecret, key, settings, codeOf } = premises;
    super(scope, "Authorizer", {
      operations,
      role: "authorizer",
      code: codeOf("authorizer"),
      timeout: Duration.seconds(10),
      atMost: 20,
      may: [
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [sessions.tableArn] },
        sealing(key.keyArn, "dynamodb"),
        // To ask the provider again who has a session, and what they may.
        { actions: ["secretsmanager:GetSecretValue"], on: [oidcSecret.secretArn] },
        opening(key.keyArn, "secretsmanager"),
      ],
      environment: {
        ...whereabouts(premises),
        SESSIONS_TABLE: sessions.tableName,
        OIDC_ISSUER: settings.oidcIssuer,
        OIDC_AUDIENCE: settings.oidcAudience,
        OIDC_CLIENT_ID: settings.oidcClientId,
        OIDC_SECRET_ID: oidcSecret.secretArn,
        // A role that has been taken away must stop working within five minutes. Only the test tokens of one's own machine
        // live longer, and those can be called in.
        OLDEST_TOKEN_S: settings.stage === "local" ? "3600" : "300",
        CLAIM_MAPPING: settings.claimMapping,
      },
      ifItFails:
        "Det gick inte att avgöra vem som frågade, så ingen släpptes in. Medborgarna märker inget, men handläggare kommer inte åt sina ärenden medan tiden löper. Läs loggen och åtgärda i dag.",
    });
    new HouseAlarm(this, "Unchecked", {
      operations,
      metric: houseMetric("CallersUnchecked", operations.stage, this.role),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      means:
        "En inloggad eller ett annat system kunde inte kontrolleras, för att stadens inloggning eller vårt register inte svarade. De fick vänta, och ingen släpptes in. Läs loggen och hör med dem som sköter inloggningen.",
    });
  }
}
