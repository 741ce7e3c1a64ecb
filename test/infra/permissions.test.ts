import { describe, expect, it } from "vitest";
import { permissionTable } from "../../infra/permission-table.ts";
import { roles } from "../../infra/roles/names.ts";
import { at, listed } from "../../infra/template-json.ts";
import { synthesized } from "./synthesized.ts";
import { deployed } from "./template.ts";

const { template, all } = deployed();
const table = permissionTable(template);
/** What a role may do to records, secrets and mail, as `action on resource`; keys, logs and parking are everyone's. */
const deeds = (role: string) =>
  table
    .filter((row) => row.role === role)
    .flatMap(({ actions, on }) => actions.flatMap((action) => on.map((what) => `${action} on ${what}`)))
    .filter((deed) => /^(dynamodb|secretsmanager|ses|sms-voice|s3|lambda):/.test(deed))
    .filter((deed) => !/stream$/.test(deed))
    .sort();

describe("What may do what", () => {
  it("has rows for every role, and for no other", () => {
    expect(new Set(table.map(({ role }) => role))).toEqual(new Set(roles));
  });

  it("lets the public role put a submission and read its secret, nothing else", () => {
    expect(deeds("public-forms")).toEqual([
      "dynamodb:PutItem on Submissions",
      "secretsmanager:GetSecretValue on Keyring",
    ]);
  });

  it("lets the status role read one submission, its cases and the files of its answers, and give a form for a file it cannot read", () => {
    expect(deeds("citizen-status")).toEqual([
      "dynamodb:GetItem on Submissions",
      "dynamodb:Query on Cases",
      "s3:GetObject on Files/answers/*",
      "s3:ListBucket on Files",
      "s3:PutObject on Files/quarantine/*",
      "secretsmanager:GetSecretValue on Keyring",
    ]);
  });

  it("lets one role look at what people send, tell their cases of it, and put it where officers find it", () => {
    expect(deeds("evidence")).toEqual([
      "dynamodb:GetItem on Cases",
      "dynamodb:GetItem on Submissions",
      "dynamodb:Query on Cases",
      "dynamodb:UpdateItem on Cases",
      "s3:DeleteObject on Files/evidence/*",
      "s3:DeleteObject on Files/quarantine/*",
      "s3:GetObject on Files/quarantine/*",
      "s3:ListBucket on Files",
      "s3:PutObject on Files/evidence/*",
    ]);
    const reading = table.filter(
      ({ actions, on }) => actions.includes("s3:GetObject") && on.some((what) => /quarantine|Files(\/\*)?$/.test(what)),
    );
    expect(new Set(reading.map(({ role }) => role))).toEqual(new Set(["evidence"]));
  });

  it("lets the intake open cases, and read and mark the submissions and the cases they come from", () => {
    expect(deeds("case-intake")).toEqual([
      "dynamodb:GetItem on Cases",
      "dynamodb:GetItem on Submissions",
      "dynamodb:PutItem on Cases",
      "dynamodb:Query on Cases",
      "dynamodb:Query on Cases/index/owed-cases",
      "dynamodb:Query on Submissions/index/pending-intake",
      "dynamodb:UpdateItem on Cases",
      "dynamodb:UpdateItem on Submissions",
      // To mark which cases are the same person's without keeping the number with them.
      "secretsmanager:GetSecretValue on Keyring",
    ]);
  });

  it("lets the outbox read and mark cases and the letters about reviews, read addresses, send as one address and one name only, and hand answers on", () => {
    expect(deeds("outbox")).toEqual([
      "dynamodb:GetItem on Cases",
      "dynamodb:GetItem on Reviews",
      // Twice: its letters, which it also writes, and whether the review that one reminds of has come in.
      "dynamodb:GetItem on Reviews",
      "dynamodb:GetItem on Submissions",
      "dynamodb:PutItem on Reviews",
      "dynamodb:Query on Cases/index/letters-due",
      "dynamodb:Query on Reviews",
      "dynamodb:UpdateItem on Cases",
      "lambda:InvokeFunction on digital-mailbox",
      "s3:GetObject on Files/answers/*",
      "s3:ListBucket on Files",
      "ses:SendEmail on configuration-set/MailSettings",
      "ses:SendEmail on identity/MailIdentity",
      "sms-voice:SendTextMessage on sender-id/Intag/SE",
    ]);
    const sending = table.find(({ actions }) => actions.includes("ses:SendEmail"));
    expect(sending?.when).toEqual(["ses:FromAddress = no-reply@intag.example"]);
    for (const role of ["outbox", "deadline-watch"]) {
      const onReviews = table.filter(
        ({ role: of, on, actions }) => of === role && on.includes("Reviews") && actions.includes("dynamodb:PutItem"),
      );
      expect(onReviews.map(({ when }) => when)).toEqual([["dynamodb:LeadingKeys = review-letter#*"]]);
    }
    const reading = table.filter(
      ({ role, on, actions }) => role === "outbox" && on.includes("Reviews") && !actions.includes("dynamodb:PutItem"),
    );
    expect(reading.map(({ actions, when }) => [actions, when])).toEqual([
      [["dynamodb:GetItem"], ["dynamodb:LeadingKeys = review#*"]],
    ]);
  });

  it("lets the outbox neither text, call a function nor read an answer where the city names none to do it with", () => {
    const bare = permissionTable(synthesized().template).filter(({ role }) => role === "outbox");
    expect(bare.flatMap(({ actions }) => actions).filter((action) => /^(sms-voice|lambda|s3):/.test(action))).toEqual(
      [],
    );
  });

  it("lets the sign-in begin and end sessions and read its two secrets, and look nobody up", () => {
    expect(deeds("sign-in")).toEqual([
      "dynamodb:DeleteItem on Sessions",
      "dynamodb:PutItem on Sessions",
      "secretsmanager:GetSecretValue on Keyring",
      "secretsmanager:GetSecretValue on OidcSecret",
    ]);
  });

  it("lets the authorizer look sessions up, mark them as used and ask the provider about them again, and make none", () => {
    expect(deeds("authorizer")).toEqual([
      "dynamodb:GetItem on Sessions",
      "dynamodb:UpdateItem on Sessions",
      "secretsmanager:GetSecretValue on OidcSecret",
    ]);
  });

  it("lets the watch read and mark the cases that it finds by their times, see whose review is in, and owe letters", () => {
    expect(deeds("deadline-watch")).toEqual([
      "dynamodb:GetItem on Cases",
      "dynamodb:PutItem on Reviews",
      "dynamodb:Query on Cases/index/to-watch",
      "dynamodb:Query on Reviews",
      "dynamodb:UpdateItem on Cases",
    ]);
  });

  it("lets the disposal write over cases and submissions, and read none but a list of codes", () => {
    expect(deeds("disposal")).toEqual([
      "dynamodb:PutItem on Cases",
      "dynamodb:PutItem on Submissions",
      "dynamodb:Query on Cases",
      "dynamodb:Query on Cases/index/disposable",
      "dynamodb:UpdateItem on Cases",
      "s3:DeleteObject on Files/answers/*",
      "s3:DeleteObject on Files/evidence/*",
      "s3:DeleteObject on Files/quarantine/*",
      "s3:ListBucket on Files",
    ]);
    const onCases = table.find(
      ({ role, actions, on }) => role === "disposal" && actions.includes("dynamodb:Query") && on.includes("Cases"),
    );
    expect(onCases?.when).toEqual([
      "dynamodb:Attributes = submission or number or disposedAt",
      "dynamodb:Select = SPECIFIC_ATTRIBUTES",
    ]);
  });

  it("lets the anchor note where the log's chains ended, under lock, and read no look", () => {
    expect(deeds("anchor")).toEqual([
      "dynamodb:Query on AccessLog/index/by-day",
      "s3:ListBucket on Reports",
      "s3:PutObject on Reports/anchors/*",
      "s3:PutObjectRetention on Reports/anchors/*",
    ]);
  });

  it("lets nobody but the anchor write an anchor", () => {
    const writers = table.filter(
      ({ actions, on }) =>
        actions.some((action) => /^s3:Put/.test(action)) && on.some((what) => /anchors|Reports(\/\*)?$/.test(what)),
    );
    expect(new Set(writers.map(({ role }) => role))).toEqual(new Set(["anchor"]));
  });

  it("opens keys only through the service that keeps something under them", () => {
    const keys = table.filter(({ actions }) => actions.some((action) => action.startsWith("kms:")));
    expect(keys.length).toBeGreaterThan(0);
    for (const { when } of keys)
      expect(when.join()).toMatch(/^kms:ViaService = (dynamodb|s3|secretsmanager|sqs)\.<region>/);
  });

  it("lets nobody change what the access log holds", () => {
    const onTheLog = table.filter(({ on }) => on.some((what) => /^AccessLog\b/.test(what)));
    for (const { actions } of onTheLog)
      expect(actions.filter((action) => !/^(dynamodb:(PutItem|Query)|kms:.*)$/.test(action))).toEqual([]);
  });

  it("lets nobody delete anything but a session and the files of an answer or its evidence, and nobody do anything to everything", () => {
    const statements = all("AWS::IAM::ManagedPolicy").flatMap(({ of }) => listed(of("PolicyDocument", "Statement")));
    expect(statements.length).toBeGreaterThan(0);
    const isOnSessions = (statement: unknown) =>
      JSON.stringify(at(statement, "Resource")) === JSON.stringify({ "Fn::GetAtt": ["Sessions", "Arn"] });
    const isOnAnswers = (statement: unknown) =>
      /"Files".*"\/(answers|evidence|quarantine)\/\*"/.test(JSON.stringify(at(statement, "Resource")));
    for (const statement of statements) {
      for (const action of listed(at(statement, "Action")))
        if (
          !(action === "dynamodb:DeleteItem" && isOnSessions(statement)) &&
          !(action === "s3:DeleteObject" && isOnAnswers(statement))
        )
          expect(action).not.toMatch(/\*|Delete|Scan|BatchWrite|PartiQL/);
      // Objects that come one a day, one a report or one a file are named by the folder they lie in.
      const folders = /"\/(anchors|reports|answers|evidence|quarantine)\/\*"/g;
      expect(JSON.stringify(at(statement, "Resource")).replaceAll(folders, "")).not.toContain("*");
    }
  });

  it("is all in one policy for each identity: none within it, none of Amazon's, none on a user or a group", () => {
    const identities = all("AWS::IAM::Role");
    for (const { of } of identities) expect([of("ManagedPolicyArns"), of("Policies")]).toEqual([undefined, undefined]);
    const held = all("AWS::IAM::ManagedPolicy").map(({ of }) => [of("Roles"), of("Users"), of("Groups")]);
    expect(held.toSorted()).toEqual(identities.map(({ id }) => [[{ Ref: id }], undefined, undefined]).toSorted());
    expect([...all("AWS::IAM::Policy"), ...all("AWS::IAM::User"), ...all("AWS::IAM::Group")]).toEqual([]);
  });

  it("gives each function an identity of its own", () => {
    const identities = all("AWS::Lambda::Function").map(({ of }) => JSON.stringify(of("Role")));
    expect(new Set(identities).size).toBe(identities.length);
  });
});
