import type { RoutesOf } from "../../shared/lambda/ring.ts";
import { getCases } from "./cases.ts";
import { postCommand } from "./commands.ts";
import { postConsultation } from "./consultations.ts";
import { getDisposals } from "./disposals.ts";
import { postIncident } from "./incidents.ts";
import type { StaffDeps } from "./live.ts";
import { getAccessLog } from "./looks.ts";
import { staffPages } from "./pages/pages.ts";
import { getCase, getHistory } from "./read-case.ts";
import { postRegistration } from "./registrations.ts";

/** What staff report and register, and the cases they work: the API with a token, and the pages. */
export const staffCases = (deps: StaffDeps): RoutesOf<"staff-cases"> => ({
  ...staffPages(deps),
  "POST /api/v1/registrations": (request) => postRegistration(request, deps),
  "POST /api/v1/incidents": (request) => postIncident(request, deps),
  "POST /api/v1/consultations": (request) => postConsultation(request, deps),
  "GET /api/v1/cases": (request) => getCases(request, deps),
  "GET /api/v1/cases/{reference}": (request) => getCase(request, deps),
  "POST /api/v1/cases/{reference}/commands": (request) => postCommand(request, deps),
  "GET /api/v1/cases/{reference}/history": (request) => getHistory(request, deps),
  "GET /api/v1/access-log": (request) => getAccessLog(request, deps),
  "GET /api/v1/disposals": (request) => getDisposals(request, deps),
});
