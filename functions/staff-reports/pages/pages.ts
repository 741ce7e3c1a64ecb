import type { RoutesOf } from "../../../shared/lambda/ring.ts";
import { shown, taken } from "../../staff-cases/pages/visit.ts";
import type { ReportDeps } from "../live.ts";
import { getHistoryPage, postHistoryPage } from "./history.ts";
import { getCompilationPage, getLockPage, getReportFile, postCompilationPage, postLockPage } from "./report.ts";
import { getReviewPart, postReviewPart } from "./review-part.ts";
import { getReviewOverview, getReviews } from "./reviews.ts";
import { chooseYear, getCasesBehind, getStatistics } from "./statistics.ts";

type PageRoute = Extract<keyof RoutesOf<"staff-reports">, `${string} /personal${string}`>;

/** The year's pages for staff: everything that the API does, for people. */
export const yearPages = (deps: ReportDeps): Pick<RoutesOf<"staff-reports">, PageRoute> => ({
  "GET /personal/statistik": shown("GET /personal/statistik", deps, chooseYear),
  "GET /personal/statistik/{year}": shown("GET /personal/statistik/{year}", deps, (visit) =>
    getStatistics(visit, deps),
  ),
  "GET /personal/statistik/{year}/arenden": shown("GET /personal/statistik/{year}/arenden", deps, (visit) =>
    getCasesBehind(visit, deps),
  ),
  "GET /personal/statistik/{year}/filer/{name}": shown("GET /personal/statistik/{year}/filer/{name}", deps, (visit) =>
    getReportFile(visit, deps),
  ),
  "POST /personal/statistik/{year}/sammanstallningar": taken(
    "POST /personal/statistik/{year}/sammanstallningar",
    deps,
    (sending) => postCompilationPage(sending, deps),
  ),
  "GET /personal/statistik/{year}/sammanstallningar/{id}": shown(
    "GET /personal/statistik/{year}/sammanstallningar/{id}",
    deps,
    (visit) => getCompilationPage(visit, deps),
  ),
  "GET /personal/statistik/{year}/las": shown("GET /personal/statistik/{year}/las", deps, (visit) =>
    getLockPage(visit, deps),
  ),
  "POST /personal/statistik/{year}/las": taken("POST /personal/statistik/{year}/las", deps, (sending) =>
    postLockPage(sending, deps),
  ),
  "GET /personal/arsuppfoljning": shown("GET /personal/arsuppfoljning", deps, (visit) => getReviews(visit, deps)),
  "GET /personal/arsuppfoljning/{year}/{unit}": shown("GET /personal/arsuppfoljning/{year}/{unit}", deps, (visit) =>
    getReviewOverview(visit, deps),
  ),
  "GET /personal/arsuppfoljning/{year}/{unit}/{part}": shown(
    "GET /personal/arsuppfoljning/{year}/{unit}/{part}",
    deps,
    (visit) => getReviewPart(visit, deps),
  ),
  "POST /personal/arsuppfoljning/{year}/{unit}/{part}": taken(
    "POST /personal/arsuppfoljning/{year}/{unit}/{part}",
    deps,
    (sending) => postReviewPart(sending, deps),
  ),
  "GET /personal/historik": shown("GET /personal/historik", deps, (visit) => getHistoryPage(visit, deps)),
  "POST /personal/historik": taken("POST /personal/historik", deps, (sending) => postHistoryPage(sending, deps)),
});
