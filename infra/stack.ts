import {
  type CfnElement,
  CfnOutput,
  DefaultStackSynthesizer,
  Duration,
  type IStackSynthesizer,
  RemovalPolicy,
  Stack,
  Validations,
} from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { AttributeType } from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { AccessLogs, Archive } from "./constructs/archive.ts";
import { ChangeFeed, followChanges } from "./constructs/change-feed.ts";
import { FrontDoor } from "./constructs/front-door.ts";
import { houseMetric } from "./constructs/house-metric.ts";
import { Mail } from "./constructs/mail.ts";
import { HouseAlarm, Operations } from "./constructs/operations.ts";
import { ParkedWork } from "./constructs/parked-work.ts";
import { PublicEdge } from "./constructs/public-edge.ts";
import { RecordTable } from "./constructs/record-table.ts";
import { opening, RoleFunction, sealing } from "./constructs/role-function.ts";
import { Sweep } from "./constructs/sweep.ts";
import type { Role } from "./roles.ts";
import type { Settings } from "./settings.ts";

export interface IntagProps {
  readonly settings: Settings;
  /** The folder with a role's bundled code. */
  readonly codeOf: (role: Role) => string;
}

/** All of Intag for one city and one stage. */
export class IntagStack extends Stack {
  constructor(scope: Construct, id: string, { settings, codeOf }: IntagProps) {
    const { stage, city, domain, mailFrom } = settings;
    super(scope, id, {
      stackName: `Intag-${stage}`,
      description: `Intag: data-subject requests and intake, ${city}, ${stage}`,
      terminationProtection: true,
      // Deploying says clearly by itself when the account is not prepared; the template needs no parameter for it.
      // (The class leaves undefined what its interface says may be left out.)
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
    });

    const operations = new Operations(this, "Operations", { alarmEmail: settings.alarmEmail });
    const key = new Key(this, "DataKey", {
      description: "Intag: what people have sent, and what has been decided on it",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const submissions = new RecordTable(this, "Submissions", {
      key,
      partitionKey: { name: "reference", type: AttributeType.STRING },
      workList: {
        indexName: "pending-intake",
        partitionKey: { name: "pendingIntake", type: AttributeType.STRING },
        sortKey: { name: "receivedAt", type: AttributeType.STRING },
      },
    });
    const cases = new RecordTable(this, "Cases", {
      key,
      partitionKey: { name: "submission", type: AttributeType.STRING },
      sortKey: { name: "number", type: AttributeType.NUMBER },
      workList: {
        indexName: "letters-due",
        partitionKey: { name: "lettersDue", type: AttributeType.STRING },
        sortKey: { name: "nextAttemptAt", type: AttributeType.STRING },
      },
    });
    const accessLogs = new AccessLogs(this, "AccessLogs");
    new Archive(this, "Reports", { key, accessLogs });
    const keyring = new Secret(this, "Keyring", {
      description: "Intag: the secret references and codes are made from. A new version is added beside the old one.",
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ version: "1" }),
        generateStringKey: "secret",
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    Validations.of(keyring).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "A reference must stay the same for ever, so the secret is renewed by adding a version by hand, not by replacing it on a schedule.",
    });
    const mail = new Mail(this, "Mail", { from: mailFrom });

    const readKeyring = [
      { actions: ["secretsmanager:GetSecretValue"], on: [keyring.secretArn] },
      opening(key.keyArn, "secretsmanager"),
    ];
    const everywhere = { INTAG_STAGE: stage, INTAG_CITY: city };

    const publicForms = new RoleFunction(this, "PublicForms", {
      operations,
      role: "public-forms",
      code: codeOf("public-forms"),
      timeout: Duration.seconds(10),
      atMost: 40,
      may: [
        { actions: ["dynamodb:PutItem"], on: [submissions.tableArn] },
        sealing(key.keyArn, "dynamodb"),
        ...readKeyring,
      ],
      environment: { ...everywhere, SUBMISSIONS_TABLE: submissions.tableName, SECRET_ID: keyring.secretArn },
      ifItFails:
        "Någon som ville skicka en begäran fick ett fel i stället för ett kvitto. Det som är kvitterat är sparat. Läs loggen och åtgärda i dag; tills dess kan begäran lämnas per post, telefon eller besök.",
    });
    const citizenStatus = new RoleFunction(this, "CitizenStatus", {
      operations,
      role: "citizen-status",
      code: codeOf("citizen-status"),
      timeout: Duration.seconds(10),
      atMost: 20,
      may: [
        { actions: ["dynamodb:GetItem"], on: [submissions.tableArn] },
        { actions: ["dynamodb:Query"], on: [cases.tableArn] },
        opening(key.keyArn, "dynamodb"),
        ...readKeyring,
      ],
      environment: {
        ...everywhere,
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        SECRET_ID: keyring.secretArn,
      },
      ifItFails:
        "Någon som ville se sitt kvitto eller hur det går med sin begäran fick ett fel. Ingen begäran är borta. Läs loggen och åtgärda i dag.",
    });
    const caseIntake = new RoleFunction(this, "CaseIntake", {
      operations,
      role: "case-intake",
      code: codeOf("case-intake"),
      timeout: Duration.seconds(25),
      may: [
        followChanges(submissions),
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [submissions.tableArn] },
        { actions: ["dynamodb:Query"], on: [submissions.workListArn] },
        { actions: ["dynamodb:PutItem"], on: [cases.tableArn] },
        sealing(key.keyArn, "dynamodb"),
      ],
      environment: { ...everywhere, SUBMISSIONS_TABLE: submissions.tableName, CASES_TABLE: cases.tableName },
      parked: new ParkedWork(this, "IntakeParkedWork", {
        operations,
        means:
          "En väckning till ärendeöppningen gick inte att hantera trots omförsök. Begäran är sparad men kan sakna ärende, och tiden löper. Läs meddelandet i kön och loggen, rätta felet och kör öppningen igen.",
      }),
      ifItFails:
        "Ärenden öppnas inte som de ska ur det som har kommit in. Begärandena är sparade och försöken fortsätter, men ingen handläggare ser dem förrän det lyckas. Läs loggen i dag.",
    });
    const outbox = new RoleFunction(this, "Outbox", {
      operations,
      role: "outbox",
      code: codeOf("outbox"),
      timeout: Duration.seconds(25),
      may: [
        followChanges(cases),
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [cases.tableArn] },
        { actions: ["dynamodb:Query"], on: [cases.workListArn] },
        { actions: ["dynamodb:GetItem"], on: [submissions.tableArn] },
        sealing(key.keyArn, "dynamodb"),
        mail.sending,
      ],
      environment: {
        ...everywhere,
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        MAIL_FROM: mailFrom,
        MAIL_CONFIGURATION_SET: mail.configurationSetName,
      },
      parked: new ParkedWork(this, "OutboxParkedWork", {
        operations,
        means:
          "Ett brev eller ett besked om ett brev gick inte att hantera trots omförsök. Någon kan vänta på ett kvitto. Läs meddelandet i kön och loggen, rätta felet och kör utskicket igen.",
      }),
      ifItFails:
        "Kvitton och andra brev skickas inte som de ska. De ligger kvar på ärendena och försöken fortsätter. Läs loggen i dag och se om e-posttjänsten svarar.",
    });

    new ChangeFeed(this, "NewSubmissions", {
      operations,
      from: submissions,
      to: caseIntake,
      only: { eventName: ["INSERT"], dynamodb: { NewImage: { kind: { S: ["submission"] } } } },
      ifItLags:
        "Det dröjer mer än en kvart innan det som kommer in blir ärenden. Inget är borta, men ingen handläggare ser det. Läs ärendeöppningens logg.",
    });
    new ChangeFeed(this, "LettersOwed", {
      operations,
      from: cases,
      to: outbox,
      only: { dynamodb: { NewImage: { lettersDue: { S: [{ exists: true }] } } } },
      ifItLags:
        "Det dröjer mer än en kvart innan brev skickas. De som väntar på kvitto får det sent. Läs utskickets logg.",
    });
    new Sweep(this, "IntakeSweep", {
      operations,
      of: caseIntake,
      ifItIsSilent:
        "Genomgången av det som saknar ärende har inte blivit klar på en halvtimme. En begäran kan bli liggande utan handläggare medan tiden löper. Läs ärendeöppningens logg och se att schemat går.",
    });
    new Sweep(this, "LetterSweep", {
      operations,
      of: outbox,
      ifItIsSilent:
        "Genomgången av brev som väntar har inte blivit klar på en halvtimme. Kvitton och omförsök blir liggande. Läs utskickets logg och se att schemat går.",
    });
    mail.tell(outbox);

    const given = {
      operations,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    };
    new HouseAlarm(this, "LettersFailed", {
      ...given,
      metric: houseMetric("LettersFailed", outbox.role),
      means:
        "Ett brev kommer inte fram hur många gånger det än skickas. Ärendet visar vilket. Nå personen på annat sätt, till exempel per post.",
    });
    new HouseAlarm(this, "IntakeStuck", {
      ...given,
      evaluationPeriods: 3,
      metric: houseMetric("IntakeFailed", caseIntake.role),
      means:
        "En begäran har inte gått att göra till ärende på en kvart, fast försöken upprepas. Den är sparad och tiden löper från den dag den kom, men ingen handläggare ser den. Läs ärendeöppningens logg i dag.",
    });

    const frontDoor = new FrontDoor(this, "FrontDoor", {
      operations,
      roles: { "public-forms": publicForms, "citizen-status": citizenStatus },
      domain,
      ifItFails:
        "Någon som använde tjänsten fick felet 5xx. Det som är kvitterat är sparat. Se i åtkomstloggen vilken sida det gäller, och i rollens logg varför.",
    });
    const edge = new PublicEdge(this, "Edge", { originHost: frontDoor.originHost, accessLogs, domain });

    const siteUrl =
      settings.siteUrl ?? `https://${domain === undefined ? edge.distribution.distributionDomainName : domain.name}`;
    for (const { fn } of [publicForms, citizenStatus, outbox]) fn.addEnvironment("SITE_URL", siteUrl);

    new CfnOutput(this, "SiteUrl", { value: siteUrl, description: "Where people find the service" });
    new CfnOutput(this, "DistributionHost", {
      value: edge.distribution.distributionDomainName,
      description: "What the own domain's DNS record points at",
    });
  }

  /** Names in the template are the constructs' own, without checksums: an auditor reads them, and so do the tests. */
  protected override allocateLogicalId(element: CfnElement): string {
    const words = element.node.path.split("/").slice(1);
    return words
      .filter((word) => word !== "Resource" && word !== "Default")
      .map((word) => word.replaceAll(/[^A-Za-z0-9]/g, ""))
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join("");
  }
}
