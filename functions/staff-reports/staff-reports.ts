import type { RoutesOf } from "../../shared/lambda/ring.ts";
import { getCompilation, postCompilation } from "./compilations.ts";
import { getReport } from "./figures.ts";
import { postHistoryImport } from "./history-imports.ts";
import type { ReportDeps } from "./live.ts";
import { yearPages } from "./pages/pages.ts";
import { postRecordImport } from "./record-imports.ts";
import { getReferences } from "./references.ts";
import { getFile, getFiles } from "./report-files.ts";
import { getReview, putReview } from "./reviews.ts";
import { getDcat, getStatistics } from "./statistics.ts";
import { postLock } from "./year-locks.ts";

/** The year: the units' reviews, the figures, and the cases behind each of them. */
export const staffReports = (deps: ReportDeps): RoutesOf<"staff-reports"> => ({
  ...yearPages(deps),
  "GET /api/v1/yearly-reviews/{year}/{unit}": (request) => getReview(request, deps),
  "PUT /api/v1/yearly-reviews/{year}/{unit}": (request) => putReview(request, deps),
  "GET /api/v1/reports/{year}": (request) => getReport(request, deps),
  "GET /api/v1/statistics/{year}": (request) => getStatistics(request, deps),
  "GET /dcat.rdf": (request) => getDcat(request, deps),
  "GET /api/v1/reports/{year}/references": (request) => getReferences(request, deps),
  "POST /api/v1/reports/{year}/compilations": (request) => postCompilation(request, deps),
  "GET /api/v1/reports/{year}/compilations/{id}": (request) => getCompilation(request, deps),
  "GET /api/v1/reports/{year}/files": (request) => getFiles(request, deps),
  "GET /api/v1/reports/{year}/files/{name}": (request) => getFile(request, deps),
  "POST /api/v1/reports/{year}/locks": (request) => postLock(request, deps),
  "POST /api/v1/history-imports": (request) => postHistoryImport(request, deps),
  "POST /api/v1/yearly-reviews/{year}/{unit}/record-imports": (request) => postRecordImport(request, deps),
});
