import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { opening, RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, readKeyring, whereabouts } from "./premises.ts";

/** Receipt and status, for whoever has the reference and the code. It changes nothing, and gives a form to send files by. */
export class CitizenStatus extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, cases, files, keyring, key, codeOf } = premises;
    super(scope, "CitizenStatus", {
      operations,
      role: "citizen-status",
      code: codeOf("citizen-status"),
      timeout: Duration.seconds(10),
      atMost: 20,
      may: [
        { actions: ["dynamodb:GetItem"], on: [submissions.tableArn] },
        { actions: ["dynamodb:Query"], on: [cases.tableArn] },
        opening(key.keyArn, "dynamodb"),
        // Whoever gives a link to an answer must be allowed to read it.
        { actions: ["s3:ListBucket"], on: [files.bucketArn], when: { StringLike: { "s3:prefix": "answers/*" } } },
        { actions: ["s3:GetObject"], on: [files.arnForObjects("answers/*")] },
        // Whoever gives a form for a file must be allowed to write it, where nobody but the role that looks at it can read.
        { actions: ["s3:PutObject"], on: [files.arnForObjects("quarantine/*")] },
        sealing(key.keyArn, "s3"),
        ...readKeyring(premises),
      ],
      environment: {
        ...whereabouts(premises),
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        FILES_BUCKET: files.bucketName,
        SECRET_ID: keyring.secretArn,
      },
    });
  }
}
