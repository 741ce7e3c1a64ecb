import type { City } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import type { Keyring } from "../../shared/identity/keyring.ts";
import type { Log } from "../../shared/lambda/log.ts";
import type { AccessLog } from "../../shared/store/access-log.ts";
import type { CaseFiles } from "../../shared/store/case-files.ts";
import type { SubmissionArchive, SubmissionInbox } from "../../shared/store/submissions.ts";

export interface StaffDeps {
  readonly city: City;
  readonly keys: Pick<Keyring, "referenceFor" | "statusCodeFor">;
  readonly submissions: SubmissionInbox & SubmissionArchive;
  readonly cases: CaseFiles;
  readonly looks: AccessLog;
  readonly clock: () => Instant;
  readonly log: Log;
}
