import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { bucketAt } from "../../shared/aws/bucket.ts";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import { disposalRulesOf } from "../../shared/cities/disposal-rules.ts";
import type { Channels } from "../../shared/domain/casework/carry-out.ts";
import type { City } from "../../shared/domain/city.ts";
import type { DisposalRule } from "../../shared/domain/disposal/disposal-rule.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { type Keyring, keyring } from "../../shared/identity/keyring.ts";
import { vaultedSecret } from "../../shared/identity/vault.ts";
import { clock } from "../../shared/lambda/clock.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { rulesIn } from "../../shared/lambda/rules-in.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { staticFiles } from "../../shared/lambda/static-files.ts";
import type { Assets } from "../../shared/pages/layout.tsx";
import type { AccessLog } from "../../shared/store/access-log.ts";
import { accessLog } from "../../shared/store/access-log-table.ts";
import { anchorReader } from "../../shared/store/anchor-archive.ts";
import type { AnchorReader } from "../../shared/store/anchors.ts";
import { answerFiles } from "../../shared/store/answer-archive.ts";
import type { AnswerFiles } from "../../shared/store/answer-files.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import { caseFiles } from "../../shared/store/case-table.ts";
import type { DisposalLedger } from "../../shared/store/disposal.ts";
import { disposalLedger } from "../../shared/store/disposal-table.ts";
import type { EvidenceLinks } from "../../shared/store/evidence.ts";
import { evidenceLinks } from "../../shared/store/evidence-archive.ts";
import { submissionArchive } from "../../shared/store/submission-archive.ts";
import { submissionInbox } from "../../shared/store/submission-inbox.ts";
import type { SubmissionArchive, SubmissionInbox } from "../../shared/store/submissions.ts";

export interface StaffDeps {
  readonly city: City;
  readonly assets: Assets;
  /** The site's own origin. */
  readonly site: string;
  readonly keys: Keyring;
  /** A key for a form, born with its page. */
  readonly newKey: () => string;
  readonly submissions: SubmissionInbox & SubmissionArchive;
  readonly cases: CaseFiles;
  readonly looks: AccessLog;
  readonly anchors: AnchorReader;
  readonly answers: AnswerFiles;
  readonly evidence: EvidenceLinks;
  readonly ledger: DisposalLedger;
  readonly disposalRules: readonly DisposalRule[];
  /** The ways to people that this city has, of those that a city may lack. */
  readonly channels: Channels;
  readonly clock: () => Instant;
  readonly log: Log;
}

/** Everything real that the role works with; nothing is served before it stands. */
export async function live(environment: NodeJS.ProcessEnv): Promise<StaffDeps> {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      INTAG_CITY: true,
      SUBMISSIONS_TABLE: true,
      CASES_TABLE: true,
      ACCESS_LOG_TABLE: true,
      SECRET_ID: true,
      SITE_URL: true,
      DISPOSAL_RULES: true,
      REPORTS_BUCKET: true,
      FILES_BUCKET: true,
      SMS_SENDER: true,
      MAILBOX_FUNCTION: true,
    })
    .parse(environment);
  const files = staticFiles(new URL(".", import.meta.url));
  const place = awsPlaceOf(environment);
  const secret = await vaultedSecret(jsonCall("secretsmanager", place), set.SECRET_ID);
  const dynamodb = new DynamoDBClient({});
  return {
    city: cityOf(set.INTAG_CITY),
    assets: { css: files.nameOf("intag.css"), js: files.nameOf("intag.js") },
    site: new URL(set.SITE_URL).origin,
    keys: keyring(secret),
    newKey: () => crypto.randomUUID(),
    submissions: {
      ...submissionInbox(jsonCall("dynamodb", place), set.SUBMISSIONS_TABLE),
      ...submissionArchive(dynamodb, set.SUBMISSIONS_TABLE),
    },
    cases: caseFiles(dynamodb, set.CASES_TABLE),
    looks: accessLog(dynamodb, set.ACCESS_LOG_TABLE),
    anchors: anchorReader(bucketAt(set.REPORTS_BUCKET, place)),
    evidence: evidenceLinks(set.FILES_BUCKET, place),
    answers: answerFiles(set.FILES_BUCKET, place, Date.now),
    ledger: disposalLedger(dynamodb, set.CASES_TABLE),
    disposalRules: rulesIn(set.DISPOSAL_RULES) ?? disposalRulesOf(set.INTAG_CITY),
    channels: { sms: set.SMS_SENDER !== undefined, mailbox: set.MAILBOX_FUNCTION !== undefined },
    clock,
    log: logAt({ stage: set.INTAG_STAGE, role: "staff-cases" }),
  };
}
