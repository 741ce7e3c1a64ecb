import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { type Keyring, keyring } from "../../shared/identity/keyring.ts";
import { vaultedSecret } from "../../shared/identity/vault.ts";
import { clock } from "../../shared/lambda/clock.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { staticFiles } from "../../shared/lambda/static-files.ts";
import type { Assets } from "../../shared/pages/layout.tsx";
import { answerReader } from "../../shared/store/answer-archive.ts";
import type { AnswerReader } from "../../shared/store/answer-files.ts";
import { caseStatuses } from "../../shared/store/case-table.ts";
import type { CaseStatuses } from "../../shared/store/cases.ts";
import { draftArchive } from "../../shared/store/draft-archive.ts";
import type { DraftArchive } from "../../shared/store/drafts.ts";
import type { EvidenceUploads } from "../../shared/store/evidence.ts";
import { evidenceUploads } from "../../shared/store/evidence-archive.ts";
import { submissionArchive } from "../../shared/store/submission-archive.ts";
import type { SubmissionArchive } from "../../shared/store/submissions.ts";

export interface CitizenStatusDeps {
  readonly city: City;
  readonly submissions: SubmissionArchive;
  readonly cases: CaseStatuses;
  readonly assets: Assets;
  readonly keys: Pick<Keyring, "open" | "seal">;
  readonly drafts: DraftArchive;
  readonly answers: AnswerReader;
  readonly evidence: EvidenceUploads;
  /** A new name, of letters and digits. */
  readonly newKey: () => string;
  readonly site: string;
  readonly clock: () => Instant;
  readonly log: Log;
}

/** Everything real that the role works with; nothing is served before it stands. */
export async function live(environment: NodeJS.ProcessEnv): Promise<CitizenStatusDeps> {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      INTAG_CITY: true,
      SUBMISSIONS_TABLE: true,
      CASES_TABLE: true,
      FILES_BUCKET: true,
      SECRET_ID: true,
      SITE_URL: true,
    })
    .parse(environment);
  const files = staticFiles(new URL(".", import.meta.url));
  const place = awsPlaceOf(environment);
  const secret = await vaultedSecret(jsonCall("secretsmanager", place), set.SECRET_ID);
  const dynamodb = new DynamoDBClient({});
  return {
    city: cityOf(set.INTAG_CITY),
    assets: { css: files.nameOf("intag.css"), js: files.nameOf("intag.js") },
    keys: keyring(secret),
    submissions: submissionArchive(dynamodb, set.SUBMISSIONS_TABLE),
    evidence: evidenceUploads(set.FILES_BUCKET, place, Date.now),
    newKey: () => crypto.randomUUID(),
    site: new URL(set.SITE_URL).origin,
    answers: answerReader(set.FILES_BUCKET, place),
    drafts: draftArchive(dynamodb, set.SUBMISSIONS_TABLE),
    cases: caseStatuses(dynamodb, set.CASES_TABLE),
    clock,
    log: logAt({ stage: set.INTAG_STAGE, role: "citizen-status" }),
  };
}
