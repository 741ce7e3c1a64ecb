import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Archive, PersonalFiles } from "../constructs/archive.ts";
import type { Permission } from "../constructs/identity.ts";
import type { Mail } from "../constructs/mail.ts";
import type { Operations } from "../constructs/operations.ts";
import type { PassingTable } from "../constructs/passing-table.ts";
import type { RecordTable } from "../constructs/record-table.ts";
import { opening } from "../constructs/role-function.ts";
import type { Settings } from "../settings.ts";
import type { Role } from "./names.ts";

/** What the roles have around them. Each says itself what of it it may use. */
export interface Premises {
  readonly settings: Settings;
  readonly operations: Operations;
  /** The key over what people have sent and what has been decided on it. */
  readonly key: IKey;
  readonly submissions: RecordTable;
  readonly cases: RecordTable;
  /** What the units answer once a year, and which compilation of a year is the one. */
  readonly reviews: RecordTable;
  /** Where the yearly files are kept. */
  readonly reports: Archive;
  /** Answers to people, until their case is disposed of. */
  readonly files: PersonalFiles;
  /** Who has looked at what, when and why. Nothing in it is ever changed. */
  readonly accessLog: RecordTable;
  /** Who is signed in, and whose rights have been called in. */
  readonly sessions: PassingTable;
  /** The secret that references, codes and sealed cookies are made from. */
  readonly keyring: Secret;
  /** What the city's provider, and the broker of e-legitimation, know us by. */
  readonly oidcSecret: Secret;
  readonly mail: Mail;
  /** The folder with a role's bundled code. */
  readonly codeOf: (role: Role) => string;
}

/** What every role is told of where it is. */
export const whereabouts = ({ settings: { stage, city } }: Premises) => ({ INTAG_STAGE: stage, INTAG_CITY: city });

/** Which of the ways to people that a city may lack this one has. */
export const ways = ({ settings: { smsSender, mailboxFunction } }: Premises) => ({
  ...(smsSender === undefined ? {} : { SMS_SENDER: smsSender }),
  ...(mailboxFunction === undefined ? {} : { MAILBOX_FUNCTION: mailboxFunction }),
});

/** Reading the secret, which the roles that make or check codes do once, when they start. */
export const readKeyring = ({ keyring, key }: Premises): readonly Permission[] => [
  { actions: ["secretsmanager:GetSecretValue"], on: [keyring.secretArn] },
  opening(key.keyArn, "secretsmanager"),
];

/** In the table of reviews: the letters about them, and nothing that anybody answered. */
export const reviewLettersOnly = {
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["review-letter#*"] },
} as const;

/** In the same table: the units' reviews, and neither compilations nor what is shown of a year. */
export const reviewsOnly = {
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["review#*"] },
} as const;
