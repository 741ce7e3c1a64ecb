import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { encodeStatusCode } from "../../shared/domain/reference.ts";
import { type Keyring, keyring } from "../../shared/identity/keyring.ts";
import { vaultedSecret } from "../../shared/identity/vault.ts";
import { clock } from "../../shared/lambda/clock.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { type StaticFiles, staticFiles } from "../../shared/lambda/static-files.ts";
import type { Assets } from "../../shared/pages/layout.tsx";
import { draftInbox } from "../../shared/store/draft-inbox.ts";
import type { DraftInbox } from "../../shared/store/drafts.ts";
import { submissionInbox, warmUp } from "../../shared/store/submission-inbox.ts";
import type { SubmissionInbox } from "../../shared/store/submissions.ts";

export interface PublicDeps {
  readonly city: City;
  readonly assets: Assets;
  readonly files: StaticFiles;
  /** The API's description, as it was made when the function was built. */
  readonly openapi: () => string;
  readonly keys: Keyring;
  readonly submissions: SubmissionInbox;
  readonly drafts: DraftInbox;
  readonly clock: () => Instant;
  readonly newKey: () => string;
  /** 130 bits of chance, that only the person who saves gets to see. */
  readonly newDraftCode: () => string;
  readonly log: Log;
}

/** Everything real that the role works with; nothing is served before it stands. */
export async function live(environment: NodeJS.ProcessEnv): Promise<PublicDeps> {
  const set = settings
    .pick({ INTAG_STAGE: true, INTAG_CITY: true, SUBMISSIONS_TABLE: true, SECRET_ID: true })
    .parse(environment);
  const files = staticFiles(new URL(".", import.meta.url));
  const place = awsPlaceOf(environment);
  const dynamodb = jsonCall("dynamodb", place);
  const [secret] = await Promise.all([
    vaultedSecret(jsonCall("secretsmanager", place), set.SECRET_ID),
    warmUp(dynamodb, set.SUBMISSIONS_TABLE),
  ]);
  return {
    city: cityOf(set.INTAG_CITY),
    assets: { css: files.nameOf("intag.css"), js: files.nameOf("intag.js") },
    files,
    openapi: () => readFileSync(new URL("openapi.json", import.meta.url), "utf8"),
    keys: keyring(secret),
    submissions: submissionInbox(dynamodb, set.SUBMISSIONS_TABLE),
    drafts: draftInbox(dynamodb, set.SUBMISSIONS_TABLE),
    clock,
    newKey: () => crypto.randomUUID(),
    newDraftCode: () => encodeStatusCode(randomBytes(17)),
    log: logAt({ stage: set.INTAG_STAGE, role: "public-forms" }),
  };
}
