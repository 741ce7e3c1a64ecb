import type { StaffPageRoute } from "../../../shared/domain/sight/staff-routes.ts";
import type { RoutesOf } from "../../../shared/lambda/ring.ts";
import { shown, taken } from "../../staff-cases/pages/visit.ts";
import type { ReportDeps } from "../live.ts";
import { getHistoryPage, postHistoryPage } from "./history.ts";
import { getCompilationPage, getLockPage, getReportFile, postCompilationPage, postLockPage } from "./report.ts";
import { getReviewPart, postReviewPart } from "./review-part.ts";
import { getReviewOverview, getReviews } from "./reviews.ts";
import { chooseYear, getCasesBehind, getStatistics } from "./statistics.ts";

type PageRoute = Extract<keyof RoutesOf<"staff-reports">, StaffPageRoute>;

/** The year's pages for staff: everything that the API does, for people. */
export const yearPages = (deps: ReportDeps): Pick<RoutesOf<"staff-reports">, PageRoute> => ({
  "GET /personal/statistik": shown(deps, chooseYear),
  "GET /personal/statistik/{year}": shown(deps, (visit) => getStatistics(visit, deps)),
  "GET /personal/statistik/{year}/arenden": shown(deps, (visit) => getCasesBehind(visit, deps)),
  "GET /personal/statistik/{year}/filer/{name}": shown(deps, (visit) => getReportFile(visit, deps)),
  "POST /personal/statistik/{year}/sammanstallningar": taken(deps, (sending) => postCompilationPage(sending, deps)),
  "GET /personal/statistik/{year}/sammanstallningar/{id}": shown(deps, (visit) => getCompilationPage(visit, deps)),
  "GET /personal/statistik/{year}/las": shown(deps, (visit) => getLockPage(visit, deps)),
  "POST /personal/statistik/{year}/las": taken(deps, (sending) => postLockPage(sending, deps)),
  "GET /personal/arsuppfoljning": shown(deps, (visit) => getReviews(visit, deps)),
  "GET /personal/arsuppfoljning/{year}/{unit}": shown(deps, (visit) => getReviewOverview(visit, deps)),
  "GET /personal/arsuppfoljning/{year}/{unit}/{part}": shown(deps, (visit) => getReviewPart(visit, deps)),
  "POST /personal/arsuppfoljning/{year}/{unit}/{part}": taken(deps, (sending) => postReviewPart(sending, deps)),
  "GET /personal/historik": shown(deps, (visit) => getHistoryPage(visit, deps)),
  "POST /personal/historik": taken(deps, (sending) => postHistoryPage(sending, deps)),
});
