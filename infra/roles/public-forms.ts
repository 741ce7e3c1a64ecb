import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, readKeyring, whereabouts } from "./premises.ts";

/** Pages and API for everyone. It can put a submission down and never read one. */
export class PublicForms extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, keyring, key, codeOf } = premises;
    super(scope, "PublicForms", {
      operations,
      role: "public-forms",
      code: codeOf("public-forms"),
      timeout: Duration.seconds(10),
      atMost: 40,
      may: [
        { actions: ["dynamodb:PutItem"], on: [submissions.tableArn] },
        sealing(key.keyArn, "dynamodb"),
        ...readKeyring(premises),
      ],
      environment: {
        ...whereabouts(premises),
        SUBMISSIONS_TABLE: submissions.tableName,
        SECRET_ID: keyring.secretArn,
      },
    });
  }
}
