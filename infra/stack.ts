import {
  type CfnElement,
  CfnOutput,
  DefaultStackSynthesizer,
  Duration,
  type IStackSynthesizer,
  RemovalPolicy,
  Stack,
} from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { AttributeType } from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { caseLists } from "./case-lists.ts";
import { answerFor } from "./constructs/answered-for.ts";
import { AccessLogs, Archive, PersonalFiles } from "./constructs/archive.ts";
import { FrontDoor } from "./constructs/front-door.ts";
import { Mail } from "./constructs/mail.ts";
import { HouseAlarm, Operations } from "./constructs/operations.ts";
import { PassingTable } from "./constructs/passing-table.ts";
import { PublicEdge } from "./constructs/public-edge.ts";
import { RecordTable } from "./constructs/record-table.ts";
import { Anchor } from "./roles/anchor.ts";
import { archiveFolders, whyFolders } from "./roles/archive-folders.ts";
import { Authorizer } from "./roles/authorizer.ts";
import { CaseIntake } from "./roles/case-intake.ts";
import { CitizenStatus } from "./roles/citizen-status.ts";
import { DeadlineWatch } from "./roles/deadline-watch.ts";
import { Disposal } from "./roles/disposal.ts";
import { Evidence } from "./roles/evidence.ts";
import type { Role } from "./roles/names.ts";
import { Outbox } from "./roles/outbox.ts";
import { PublicForms } from "./roles/public-forms.ts";
import { SignIn } from "./roles/sign-in.ts";
import { StaffCases } from "./roles/staff-cases.ts";
import { StaffReports } from "./roles/staff-reports.ts";
import { YearlyReport } from "./roles/yearly-report.ts";
import type { Settings } from "./settings.ts";

export interface IntagProps {
  readonly settings: Settings;
  /** The folder with a role's bundled code. */
  readonly codeOf: (role: Role) => string;
}

/** All of Intag for one city and one stage. */
export class IntagStack extends Stack {
  constructor(scope: Construct, id: string, { settings, codeOf }: IntagProps) {
    const { stage, city, domain, mailFrom, alarmEmail } = settings;
    super(scope, id, {
      stackName: `Intag-${stage}`,
      description: `Intag: data-subject requests and intake, ${city}, ${stage}`,
      terminationProtection: true,
      // Deploying says clearly by itself when the account is not prepared; the template needs no parameter for it.
      // (The class leaves undefined what its interface says may be left out.)
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
    });

    const operations = new Operations(this, "Operations", { stage, alarmEmail });
    // One for all of the account's functions: seven alarms would cost more and say no more.
    new HouseAlarm(this, "HeldBack", {
      operations,
      metric: LambdaFunction.metricAllThrottles({ period: Duration.minutes(5) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 3,
      means:
        "En roll hålls tillbaka för att för många anrop kommer samtidigt. Det den gör blir sent eller får göras om. Se vilken det är, och om trycket är äkta eller ett angrepp.",
    });
    const key = new Key(this, "DataKey", {
      description: "Intag: what people have sent, and what has been decided on it",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const submissions = new RecordTable(this, "Submissions", {
      key,
      partitionKey: { name: "reference", type: AttributeType.STRING },
      // Answers that were saved and never sent. A submission has no such attribute, and is never cleared away.
      clearedAt: "draftExpiresAt",
      lists: [
        {
          indexName: "pending-intake",
          partitionKey: { name: "pendingIntake", type: AttributeType.STRING },
          sortKey: { name: "receivedAt", type: AttributeType.STRING },
        },
      ],
    });
    const cases = new RecordTable(this, "Cases", {
      key,
      partitionKey: { name: "submission", type: AttributeType.STRING },
      sortKey: { name: "number", type: AttributeType.NUMBER },
      lists: caseLists,
    });
    const reviews = new RecordTable(this, "Reviews", {
      key,
      partitionKey: { name: "subject", type: AttributeType.STRING },
      sortKey: { name: "unit", type: AttributeType.STRING },
    });
    const accessLog = new RecordTable(this, "AccessLog", {
      key,
      partitionKey: { name: "reference", type: AttributeType.STRING },
      sortKey: { name: "seq", type: AttributeType.NUMBER },
      // Where each day's chains ended, to be noted elsewhere.
      lists: [
        {
          indexName: "by-day",
          partitionKey: { name: "day", type: AttributeType.STRING },
          sortKey: { name: "reference", type: AttributeType.STRING },
          shows: ["hash"],
        },
      ],
    });
    const sessions = new PassingTable(this, "Sessions", {
      key,
      partitionKey: { name: "id", type: AttributeType.STRING },
      clearedAt: "expiresAt",
    });
    const accessLogs = new AccessLogs(this, "AccessLogs");
    const reports = new Archive(this, "Reports", { key, accessLogs });
    answerFor(this, archiveFolders, whyFolders);
    const files = new PersonalFiles(this, "Files", { key, accessLogs });
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
    const oidcSecret = new Secret(this, "OidcSecret", {
      description:
        'Intag: client secrets at the city\'s sign-in and the broker of e-legitimation: {"staff": "…", "citizens": "…"}',
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    answerFor(
      this,
      ["AwsSolutions-SMG4", "NIST.800.53.R5-SecretsManagerRotationEnabled"],
      "A reference must stay the same for ever, so the keyring is renewed by adding a version by hand. The client secrets change when those who gave them say so; a schedule of ours would lock people out.",
    );
    const mail = new Mail(this, "Mail", { from: mailFrom });

    const premises = {
      settings,
      operations,
      key,
      submissions,
      cases,
      reviews,
      reports,
      files,
      accessLog,
      sessions,
      keyring,
      oidcSecret,
      mail,
      codeOf,
    };
    const publicForms = new PublicForms(this, premises);
    const citizenStatus = new CitizenStatus(this, premises);
    new CaseIntake(this, premises);
    const outbox = new Outbox(this, premises);
    const signIn = new SignIn(this, premises);
    const staffCases = new StaffCases(this, premises);
    const staffReports = new StaffReports(this, premises);
    new YearlyReport(this, premises);
    const authorizer = new Authorizer(this, premises);
    new DeadlineWatch(this, premises);
    new Evidence(this, premises);
    new Disposal(this, premises);
    new Anchor(this, premises);

    const frontDoor = new FrontDoor(this, "FrontDoor", {
      operations,
      roles: {
        "public-forms": publicForms,
        "citizen-status": citizenStatus,
        "sign-in": signIn,
        "staff-cases": staffCases,
        "staff-reports": staffReports,
      },
      authorizer,
      domain,
      ifItFails:
        "Någon som använde tjänsten fick felet 5xx: en medborgare, en medarbetare eller en handläggare. Det som är kvitterat är sparat, men tiden löper i ärenden som ingen kommer åt. Se i åtkomstloggen vilken sida det gäller, och i rollens logg varför. Tills det är åtgärdat tas begäranden och incidenter emot per telefon.",
    });
    const edge = new PublicEdge(this, "Edge", { originHost: frontDoor.originHost, accessLogs, domain });

    const siteUrl =
      settings.siteUrl ?? `https://${domain === undefined ? edge.distribution.distributionDomainName : domain.name}`;
    for (const { fn } of [publicForms, citizenStatus, outbox, signIn, staffCases, staffReports])
      fn.addEnvironment("SITE_URL", siteUrl);

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
