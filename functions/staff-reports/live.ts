import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { cityOf } from "../../shared/cities/city-of.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { clock } from "../../shared/lambda/clock.ts";
import { type Log, logOf } from "../../shared/lambda/log.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
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
  /** The site's own origin. */
  readonly site: string;
}

/** Everything real that the role works with; nothing is served before it stands. */
export function live(environment: NodeJS.ProcessEnv): ReportDeps {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      INTAG_CITY: true,
      CASES_TABLE: true,
      REVIEWS_TABLE: true,
      REPORTS_BUCKET: true,
      ACCESS_LOG_TABLE: true,
      SITE_URL: true,
    })
    .parse(environment);
  const dynamodb = new DynamoDBClient({});
  return {
    city: cityOf(set.INTAG_CITY),
    pages: (year) => yearPages(dynamodb, set.CASES_TABLE, year),
    reviews: reviewTable(dynamodb, set.REVIEWS_TABLE),
    imports: importedRows(dynamodb, set.CASES_TABLE),
    compilations: compilationDesk(dynamodb, set.REVIEWS_TABLE),
    editions: {
      ...editionIndex(dynamodb, set.REVIEWS_TABLE),
      ...editionReader(new S3Client({}), set.REPORTS_BUCKET, awsPlaceOf(environment)),
    },
    looks: accessLog(dynamodb, set.ACCESS_LOG_TABLE),
    clock,
    log: logOf({ stage: set.INTAG_STAGE, role: "staff-reports" }, (line) => console.log(line), Date.now),
    site: new URL(set.SITE_URL).origin,
  };
}
