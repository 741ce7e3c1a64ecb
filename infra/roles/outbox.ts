import { ArnFormat, Duration, Stack } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { ChangeFeed, followChanges } from "../constructs/change-feed.ts";
import { houseMetric } from "../constructs/house-metric.ts";
import type { Permission } from "../constructs/identity.ts";
import { HouseAlarm } from "../constructs/operations.ts";
import { ParkedWork } from "../constructs/parked-work.ts";
import { opening, RoleFunction, sealing } from "../constructs/role-function.ts";
import { Sweep } from "../constructs/sweep.ts";
import type { Settings } from "../settings.ts";
import { type Premises, reviewLettersOnly, reviewsOnly, ways, whereabouts } from "./premises.ts";

/** The city's own addresses that it has given; a letter to one that it has not fails where everybody can see it. */
const mailedOffices = ({ mailDpo, mailSecurity, mailUnits }: Settings): Readonly<Record<string, string>> => ({
  ...(mailDpo === undefined ? {} : { MAIL_DPO: mailDpo }),
  ...(mailSecurity === undefined ? {} : { MAIL_SECURITY: mailSecurity }),
  ...(mailUnits === undefined ? {} : { MAIL_UNITS: mailUnits }),
});

/** Sending text messages under one name to Swedish telephones. */
const texting = (scope: Construct, { smsSender }: Settings): readonly Permission[] =>
  smsSender === undefined
    ? []
    : [
        {
          actions: ["sms-voice:SendTextMessage"],
          on: [
            Stack.of(scope).formatArn({ service: "sms-voice", resource: "sender-id", resourceName: `${smsSender}/SE` }),
          ],
        },
      ];

/** Handing an answer with its files to the city's way to digital mailboxes. */
const mailing = (scope: Construct, { settings, files, key }: Premises): readonly Permission[] =>
  settings.mailboxFunction === undefined
    ? []
    : [
        {
          actions: ["lambda:InvokeFunction"],
          on: [
            Stack.of(scope).formatArn({
              service: "lambda",
              resource: "function",
              resourceName: settings.mailboxFunction,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        },
        { actions: ["s3:ListBucket"], on: [files.bucketArn], when: { StringLike: { "s3:prefix": "answers/*" } } },
        { actions: ["s3:GetObject"], on: [files.arnForObjects("answers/*")] },
        opening(key.keyArn, "s3"),
      ];

/** Sends the letters that cases and yearly reviews owe, hears what became of them, and tries again. */
export class Outbox extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, cases, reviews, files, key, mail, settings, codeOf } = premises;
    super(scope, "Outbox", {
      operations,
      role: "outbox",
      code: codeOf("outbox"),
      timeout: Duration.seconds(25),
      atMost: 10,
      may: [
        followChanges(cases),
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [cases.tableArn] },
        { actions: ["dynamodb:Query"], on: [cases.listArn("letters-due")] },
        { actions: ["dynamodb:GetItem"], on: [submissions.tableArn] },
        {
          actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
          on: [reviews.tableArn],
          when: reviewLettersOnly,
        },
        // Whether a review is in by now is decided at the moment of sending.
        { actions: ["dynamodb:GetItem"], on: [reviews.tableArn], when: reviewsOnly },
        sealing(key.keyArn, "dynamodb"),
        mail.sending,
        ...texting(scope, settings),
        ...mailing(scope, premises),
      ],
      environment: {
        ...whereabouts(premises),
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        REVIEWS_TABLE: reviews.tableName,
        MAIL_FROM: settings.mailFrom,
        MAIL_CONFIGURATION_SET: mail.configurationSetName,
        ...mailedOffices(settings),
        ...ways(premises),
        ...(settings.mailboxFunction === undefined ? {} : { FILES_BUCKET: files.bucketName }),
      },
      parked: new ParkedWork(scope, "OutboxParked", {
        operations,
        means:
          "Ett brev eller ett besked om ett brev gick inte att hantera trots omförsök. Någon kan vänta på ett kvitto. Läs meddelandet i kön och loggen, rätta felet och kör utskicket igen.",
      }),
      ifItFails:
        "Kvitton och andra brev skickas inte som de ska. De ligger kvar på ärendena och försöken fortsätter. Läs loggen i dag och se om e-posttjänsten svarar.",
    });
    new ChangeFeed(this, "LettersOwed", {
      operations,
      from: cases,
      to: this,
      only: { dynamodb: { NewImage: { lettersDue: { S: [{ exists: true }] } } } },
      ifItLags:
        "Det dröjer mer än en kvart innan brev skickas. De som väntar på kvitto får det sent. Läs utskickets logg.",
    });
    new Sweep(this, "Sweep", {
      operations,
      of: this,
      ifItIsSilent:
        "Genomgången av brev som väntar har inte blivit klar på en halvtimme. Kvitton och omförsök blir liggande. Läs utskickets logg och se att schemat går.",
    });
    new HouseAlarm(this, "LetterFailed", {
      operations,
      metric: houseMetric("LettersFailed", operations.stage, this.role),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      means:
        "Ett brev kommer inte fram hur många gånger det än skickas. Ärendet visar vilket. Nå personen på annat sätt, till exempel per post.",
    });
    mail.tell(this);
  }
}
