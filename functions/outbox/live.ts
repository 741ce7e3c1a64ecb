import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { bucketAt } from "../../shared/aws/bucket.ts";
import { invoke } from "../../shared/aws/invoke.ts";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { cityMailbox } from "../../shared/mail/mailbox.ts";
import { postman } from "../../shared/mail/postman.ts";
import { texter } from "../../shared/mail/texter.ts";
import { answerContents } from "../../shared/store/answer-archive.ts";
import { lettersOwed } from "../../shared/store/case-table.ts";
import { reviewLetters } from "../../shared/store/review-letters.ts";
import { reviewTable } from "../../shared/store/review-table.ts";
import { submissionArchive } from "../../shared/store/submission-archive.ts";
import type { OutboxDeps } from "./outbox.ts";

export function live(environment: NodeJS.ProcessEnv): OutboxDeps {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      SUBMISSIONS_TABLE: true,
      CASES_TABLE: true,
      REVIEWS_TABLE: true,
      SITE_URL: true,
      MAIL_FROM: true,
      MAIL_CONFIGURATION_SET: true,
      MAIL_DPO: true,
      MAIL_SECURITY: true,
      MAIL_UNITS: true,
      SMS_SENDER: true,
      MAILBOX_FUNCTION: true,
      FILES_BUCKET: true,
    })
    .partial({ FILES_BUCKET: true })
    // Letters to digital mailboxes carry files: a mailbox without them would be none, without a word.
    .refine((given) => given.MAILBOX_FUNCTION === undefined || given.FILES_BUCKET !== undefined, {
      path: ["FILES_BUCKET"],
    })
    .parse(environment);
  const place = awsPlaceOf(environment);
  const dynamodb = new DynamoDBClient({});
  return {
    cases: lettersOwed(dynamodb, set.CASES_TABLE),
    reviewLetters: reviewLetters(dynamodb, set.REVIEWS_TABLE),
    reviews: reviewTable(dynamodb, set.REVIEWS_TABLE),
    submissions: submissionArchive(dynamodb, set.SUBMISSIONS_TABLE),
    offices: { dpo: set.MAIL_DPO, security: set.MAIL_SECURITY, unit: set.MAIL_UNITS },
    // One try: an answer that was lost may be a mail that was sent, and the letter's own attempts come back to it.
    postman: postman(new SESClient({ maxAttempts: 1 }), {
      from: set.MAIL_FROM,
      configurationSet: set.MAIL_CONFIGURATION_SET,
    }),
    texter: set.SMS_SENDER === undefined ? undefined : texter(jsonCall("sms-voice", place, 1), set.SMS_SENDER),
    mailbox:
      set.MAILBOX_FUNCTION === undefined || set.FILES_BUCKET === undefined
        ? undefined
        : {
            to: cityMailbox(invoke(set.MAILBOX_FUNCTION, place)),
            files: answerContents(bucketAt(set.FILES_BUCKET, place)),
          },
    siteUrl: set.SITE_URL.replace(/\/$/, ""),
    log: logAt({ stage: set.INTAG_STAGE, role: "outbox" }),
  };
}
