import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { type Keyring, keyring } from "../../shared/identity/keyring.ts";
import { vaultedSecret } from "../../shared/identity/vault.ts";
import { clock } from "../../shared/lambda/clock.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { staticFiles } from "../../shared/lambda/static-files.ts";
import type { Assets } from "../../shared/pages/layout.tsx";
import type { AccessLog } from "../../shared/store/access-log.ts";
import { accessLog } from "../../shared/store/access-log-table.ts";
import { editionReader } from "../../shared/store/edition-archive.ts";
import { compilationDesk, editionIndex } from "../../shared/store/edition-table.ts";
import type { CompilationDesk, EditionIndex, EditionReader } from "../../shared/store/editions.ts";
import { type ImportedRows, importedRows } from "../../shared/store/imported-rows.ts";
import { reviewTable } from "../../shared/store/review-table.ts";
import type { Reviews } from "../../shared/store/reviews.ts";
import { type YearReader, yearPages } from "../../shared/store/year-reader.ts";

export interface ReportDeps {
  readonly city: City;
  /** Every case of a year, as codes. */
  readonly pages: YearReader["pages"];
  readonly reviews: Reviews;
  /** Cases from before the service; it can write these, and no other case. */
  readonly imports: ImportedRows;
  readonly compilations: CompilationDesk;
  readonly editions: EditionIndex & EditionReader;
  readonly looks: Pick<AccessLog, "append">;
  readonly clock: () => Instant;
  readonly log: Log;
  readonly assets: Assets;
  /** The site's own origin. */
  readonly site: string;
  readonly keys: Keyring;
  /** A key for a form, born with its page. */
  readonly newKey: () => string;
}

/** Everything real that the role works with; nothing is served before it stands. */
export async function live(environment: NodeJS.ProcessEnv): Promise<ReportDeps> {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      INTAG_CITY: true,
      CASES_TABLE: true,
      REVIEWS_TABLE: true,
      REPORTS_BUCKET: true,
      ACCESS_LOG_TABLE: true,
      SECRET_ID: true,
      SITE_URL: true,
    })
    .parse(environment);
  const files = staticFiles(new URL(".", import.meta.url));
  const secret = await vaultedSecret(jsonCall("secretsmanager", awsPlaceOf(environment)), set.SECRET_ID);
  const dynamodb = new DynamoDBClient({});
  return {
    city: cityOf(set.INTAG_CITY),
    pages: (year) => yearPages(dynamodb, set.CASES_TABLE, year),
    reviews: reviewTable(dynamodb, set.REVIEWS_TABLE),
    imports: importedRows(dynamodb, set.CASES_TABLE),
    compilations: compilationDesk(dynamodb, set.REVIEWS_TABLE),
    editions: {
      ...editionIndex(dynamodb, set.REVIEWS_TABLE),
      ...editionReader(set.REPORTS_BUCKET, awsPlaceOf(environment)),
    },
    looks: accessLog(dynamodb, set.ACCESS_LOG_TABLE),
    clock,
    log: logAt({ stage: set.INTAG_STAGE, role: "staff-reports" }),
    assets: { css: files.nameOf("intag.css"), js: files.nameOf("intag.js") },
    site: new URL(set.SITE_URL).origin,
    keys: keyring(secret),
    newKey: () => crypto.randomUUID(),
  };
}
