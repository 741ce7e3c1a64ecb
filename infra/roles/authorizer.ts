import { Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { houseMetric } from "../constructs/house-metric.ts";
import { HouseAlarm } from "../constructs/operations.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, whereabouts } from "./premises.ts";

/** Tells the roles behind it who is asking. It looks sessions up and can neither begin nor end one. */
export class Authorizer extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, sessions, key, settings, codeOf } = premises;
    super(scope, "Authorizer", {
      operations,
      role: "authorizer",
      code: codeOf("authorizer"),
      timeout: Duration.seconds(10),
      atMost: 20,
      may: [
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [sessions.tableArn] },
        sealing(key.keyArn, "dynamodb"),
      ],
      environment: {
        ...whereabouts(premises),
        SESSIONS_TABLE: sessions.tableName,
        OIDC_ISSUER: settings.oidcIssuer,
        OIDC_AUDIENCE: settings.oidcAudience,
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
