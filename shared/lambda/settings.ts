import * as z from "zod";

const filled = z.string().min(1);

/** What Lambda itself sets for every function. */
const surroundings = z.object({
  AWS_REGION: filled,
  AWS_ACCESS_KEY_ID: filled,
  AWS_SECRET_ACCESS_KEY: filled,
  AWS_SESSION_TOKEN: filled.optional(),
  AWS_ENDPOINT_URL: filled.optional(),
  AWS_URL_SUFFIX: filled.default("amazonaws.com"),
});

/**
 * What the template may set. Each role picks the ones it uses and parses the environment once, at start, so that a
 * missing or malformed value stops the function before it has served anything.
 */
export const settings = z.object({
  INTAG_CITY: filled,
  INTAG_STAGE: filled,
  SUBMISSIONS_TABLE: filled,
  CASES_TABLE: filled,
  SESSIONS_TABLE: filled,
  SECRET_ID: filled,
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: filled,
  OIDC_AUDIENCE: filled,
  OIDC_SECRET_ID: filled,
  CITIZEN_OIDC_ISSUER: z.url(),
  CITIZEN_OIDC_CLIENT_ID: filled,
  OLDEST_TOKEN_S: z.coerce.number().int().positive(),
  CLAIM_MAPPING: filled,
  SITE_URL: z.url(),
  MAIL_FROM: filled,
  MAIL_CONFIGURATION_SET: filled,
  MAIL_DPO: filled.optional(),
  MAIL_SECURITY: filled.optional(),
  MAIL_UNITS: filled.optional(),
  /** The name that text messages come from, and the city's own function that delivers to digital mailboxes. */
  SMS_SENDER: filled.optional(),
  MAILBOX_FUNCTION: filled.optional(),
  ACCESS_LOG_TABLE: filled,
  REVIEWS_TABLE: filled,
  REPORTS_BUCKET: filled,
  FILES_BUCKET: filled,
  DISPOSAL_RULES: filled.optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Where AWS is and who calls, as Lambda's own environment says it. */
export function awsPlaceOf(environment: Environment) {
  const found = surroundings.parse(environment);
  const { AWS_SESSION_TOKEN: sessionToken } = found;
  return {
    region: found.AWS_REGION,
    urlSuffix: found.AWS_URL_SUFFIX,
    endpoint: found.AWS_ENDPOINT_URL,
    credentials: {
      accessKeyId: found.AWS_ACCESS_KEY_ID,
      secretAccessKey: found.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
  };
}
